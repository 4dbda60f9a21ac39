"""D405: what one version took over unchanged while the others moved on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import Predecessor, compare_versions
from reports.findings.model import Finding, Severity
from tests.support.marks import unmarked


@pytest.mark.slow
def test_stale_carry_over(sample: dict[str, Resolution]) -> None:
    """The earlier set is the sample; in the later one all but English have moved on to another session."""
    moved = {
        "fr": ("douzième session", "quatorzième session"),
        "en": ("twelfth session", "fourteenth session"),
        "es": ("12º período", "14º período"),
    }
    earlier = Predecessor({code: sample[code] for code in moved})
    later = {c: read_text(sample[c].source.replace(*moved[c]), c, f"later.{c}.md") for c in moved}
    clean = compare_versions(later["fr"], [later["en"], later["es"]], predecessor=earlier)
    assert check_versions(clean) == []
    stale = replace(sample["en"], name="later.en.md")
    findings = check_versions(compare_versions(later["fr"], [stale, later["es"]], predecessor=earlier))
    (carried,) = [f for f in findings if f.code == "D405"]
    assert carried.target is not None and carried.target.language == "en" and carried.severity is Severity.CRITICAL
    message = carried.message("en")
    assert "quatorzième" in message and "‹" in message
    assert (
        message.index("douzième")
        < message.index("quatorzième")
        < message.index("still")
        < message.index("twelfth session")
    )


CARRIED = {
    "fr": "Le Conseil de sécurité,\n\n1. Souligne le rôle important des femmes dans la prévention des conflits;\n\n2. Exige que les parties donnent accès aux civils;\n",
    "en": "The Security Council,\n\n1. Stresses the important role of women in the prevention of conflicts;\n\n2. Demands that the parties give access to civilians;\n",
    "es": "El Consejo de Seguridad,\n\n1. Destaca el importante papel de las mujeres en la prevención de los conflictos;\n\n2. Exige que las partes den acceso a los civiles;\n",
}  # fmt: skip


@pytest.mark.parametrize(
    ("moved", "reported"),
    [
        # Words came into all but the English.
        ({"fr": ("Exige que", "Exige que, immédiatement,"), "es": ("Exige que", "Exige que, de inmediato,")}, ["op2"]),
        # The others say in other words what the English said and says.
        ({"fr": ("le rôle important des", "l'importance du rôle des"), "es": ("el importante papel", "la importancia del papel")}, []),
    ],
)  # fmt: skip
def test_stale_wording(moved: dict[str, tuple[str, str]], reported: list[str]) -> None:
    earlier = {c: read_text(text, c, f"earlier.{c}.md") for c, text in CARRIED.items()}
    later = {c: read_text(t.replace(*moved.get(c, ("", ""))), c, f"{c}.md") for c, t in CARRIED.items()}
    predecessor = Predecessor(earlier)
    findings = check_versions(compare_versions(later["fr"], [later["en"], later["es"]], predecessor=predecessor))
    stale = [f for f in findings if f.code == "D405"]
    assert [f.target.paragraph for f in stale if f.target] == reported
    assert all(f.severity is Severity.MINOR for f in stale)


YEARS = {
    "fr": ("Le Conseil de sécurité,\n\n1. Décide de proroger le mandat de la Mission jusqu’au 31 octobre {} ;\n\n2. Exige que les parties {} donnent accès aux civils ;\n", "", "au conflit"),
    "en": ("The Security Council,\n\n1. Decides to extend the mandate of the Mission until 31 October {};\n\n2. Demands that the parties {} give access to civilians;\n", "", "to the conflict"),
    "es": ("El Consejo de Seguridad,\n\n1. Decide prorrogar el mandato de la Misión hasta el 31 de octubre de {};\n\n2. Exige que las partes {} den acceso a los civiles;\n", "", "en conflicto"),
}  # fmt: skip


@pytest.mark.parametrize("code", YEARS)
@pytest.mark.parametrize(("left", "is_stale"), [(2026, True), (2025, False)])
def test_a_year_that_stayed_behind_is_named_where_other_words_moved_on(code: str, left: int, is_stale: bool) -> None:
    earlier = {c: read_text(text.format(2026, was), c, f"earlier.{c}.md") for c, (text, was, _) in YEARS.items()}
    # The odd version is not word for word as before: only its year is.
    later = {}
    for c, (text, _, now) in YEARS.items():
        said = text.format(left if c == code else 2027, now).replace("31 octobre", "le 31 octobre")
        said = said.replace("Mission until", "United Nations Mission until").replace(
            "la Misión hasta", "dicha Misión hasta"
        )
        later[c] = read_text(said, c, f"{c}.md")
    pivot, *others = later.values()
    found = check_versions(compare_versions(pivot, others, predecessor=Predecessor(earlier)))
    (date,) = [f for f in found if f.code == "D202"]
    assert date.odd == code and ("stayed behind" in date.message("en")) is is_stale


HEAD = {
    "fr": "Le Conseil de sécurité,\n\n1. {} ;\n",
    "en": "The Security Council,\n\n1. {};\n",
    "es": "El Consejo de Seguridad,\n\n1. {};\n",
    "ru": "Совет Безопасности,\n\n1. {};\n",
    "ar": "إن مجلس الأمن،\n\n1 - {}؛\n",
    "zh": "安全理事会，\n\n1. {}；\n",
}  # fmt: skip
COMPRISE = {
    "fr": "Décide que l’effectif de la Mission comprendra {}",
    "en": "Decides that the Mission shall comprise {}",
    "es": "Decide que la Misión estará integrada por {}",
    "ru": "постановляет, что в состав Миссии войдут {}",
    "ar": "يقرر أن تتألف البعثة من {}",
    "zh": "决定特派团由{}组成",
}  # fmt: skip
TROOPS = {
    "fr": "{} militaires", "en": "{} military personnel", "es": "{} efectivos militares",
    "ru": "{} военнослужащих", "ar": "{} فرد عسكري", "zh": "{}名军事人员",
}  # fmt: skip
POLICE = {
    "fr": "{} policiers", "en": "{} police personnel", "es": "{} agentes de policía",
    "ru": "{} полицейских", "ar": "{} فرد شرطة", "zh": "{}名警察",
}  # fmt: skip
AND = {"fr": " et ", "en": " and ", "es": " y ", "ru": " и ", "ar": " و ", "zh": "和"}
EXTEND = {
    "fr": "Décide de proroger le mandat de la Mission pour une période de {}",
    "en": "Decides to extend the mandate of the Mission for a period of {}",
    "es": "Decide prorrogar el mandato de la Misión por un período de {}",
    "ru": "постановляет продлить мандат Миссии на {}",
    "ar": "يقرر تمديد ولاية البعثة لفترة {}",
    "zh": "决定将特派团的任务期限延长{}",
}  # fmt: skip
TWELVE_MONTHS = {
    "fr": "douze mois", "en": "twelve months", "es": "doce meses",
    "ru": "двенадцать месяцев", "ar": "اثني عشر شهرا", "zh": "十二个月",
}  # fmt: skip
ONE_YEAR = {"fr": "un an", "en": "one year", "es": "un año", "ru": "один год", "ar": "سنة واحدة", "zh": "一年"}
RECALLS = {
    "fr": "Rappelle sa résolution {}, et souhaite son application",
    "en": "Recalls its resolution {}, and wishes its implementation",
    "es": "Recuerda su resolución {} y desea su aplicación",
    "ru": "ссылается на свою резолюцию {} и желает ее осуществления",
    "ar": "يشير إلى قراره {} ويتمنى تنفيذه",
    "zh": "回顾其第{}号决议，希望予以执行",
}  # fmt: skip
Texts = dict[str, str]


def troops(count: int, police: int = 0, *, police_first: bool = False) -> Texts:
    """A paragraph with so many military personnel, and with police where there are any."""
    out = {}
    for code, comprise in COMPRISE.items():
        parts = [TROOPS[code].format(count), *([POLICE[code].format(police)] if police else [])]
        out[code] = comprise.format(AND[code].join(reversed(parts) if police_first else parts))
    return out


def filled(frame: Texts, words: Texts | str) -> Texts:
    """A paragraph in each language with some words in it."""
    return {code: text.format(words if isinstance(words, str) else words[code]) for code, text in frame.items()}


BEHIND = {
    "one value": (troops(3500), troops(3400)),
    "two values": (troops(3500, 900), troops(3400, 1000)),
    "a value that the others dropped": (troops(3500, 900), troops(3500)),
    "a resolution": (filled(RECALLS, "2659 (2022)"), filled(RECALLS, "2709 (2023)")),
    "one value, in another order": (troops(3500, 900), troops(3500, 1000, police_first=True)),
}
NOT_BEHIND = {
    "had before what the others have now": (troops(3500), troops(3400), troops(3400)),
    "never had what the others dropped": (troops(3500, 900), troops(3500), troops(3500)),
    "had before what the others added": (troops(3500), troops(3500, 900), troops(3500, 900)),
    "says the same period in months": (filled(EXTEND, TWELVE_MONTHS), filled(EXTEND, ONE_YEAR), None),
    "names the resolution without its year": (filled(RECALLS, "2659"), filled(RECALLS, "2659 (2022)"), None),
    "has the same in the order of before": (troops(3500, 900), troops(3500, 900, police_first=True), None),
}  # fmt: skip


def of_values(code: str, was: Texts, now: Texts, of_code: Texts | None = None) -> list[Finding]:
    """What is found where one version alone stays as it was, ``of_code`` where that is not what the others said."""
    own = (of_code or was)[code]
    earlier = {c: read_text(HEAD[c].format(own if c == code else was[c]), c, f"earlier.{c}.md") for c in HEAD}
    pivot, *others = (read_text(HEAD[c].format(own if c == code else now[c]), c, f"{c}.md") for c in HEAD)
    versions = compare_versions(pivot, others, predecessor=Predecessor(earlier))
    found = check_versions(versions)
    assert unmarked(versions, found) == []
    return found


@pytest.mark.parametrize("code", HEAD)
@pytest.mark.parametrize("kind", BEHIND)
def test_a_value_that_stayed_behind_is_one_finding(kind: str, code: str) -> None:
    """The checks of values see it as well: that is the same slip."""
    (found,) = of_values(code, *BEHIND[kind])
    assert (found.code, found.odd, found.severity) == ("D405", code, Severity.CRITICAL)


@pytest.mark.parametrize("code", HEAD)
@pytest.mark.parametrize("kind", NOT_BEHIND)
def test_nothing_where_the_value_is_that_of_the_others(kind: str, code: str) -> None:
    assert [f for f in of_values(code, *NOT_BEHIND[kind]) if f.code == "D405"] == []


def test_a_difference_that_was_there_before_is_a_finding_of_its_own() -> None:
    """The Spanish had other police before; that its troops stayed behind is another slip."""
    was, now = troops(3500, 900), troops(3400, 900)
    found = of_values("es", was, now, troops(3500, 800))
    assert {f.code for f in found} == {"D201", "D405"}
    (police,) = [f for f in found if f.code == "D201"]
    assert "800" in police.message("en")


SESSIONS = {
    "fr": ("soixante-dix-septième", "soixante-dix-huitième", "Le Conseil de sécurité,\n\n1. Prie la Commission {} d’examiner la question à sa {} session ;\n"),
    "en": ("seventy-seventh", "seventy-eighth", "The Security Council,\n\n1. Requests the Commission {} to consider the matter at its {} session;\n"),
    "es": ("septuagésimo séptimo", "septuagésimo octavo", "El Consejo de Seguridad,\n\n1. Solicita a la Comisión {} que examine la cuestión en su {} período de sesiones;\n"),
    "ru": ("семьдесят седьмой", "семьдесят восьмой", "Совет Безопасности,\n\n1. просит Комиссию {} рассмотреть этот вопрос на ее {} сессии;\n"),
    "ar": ("السابعة والسبعين", "الثامنة والسبعين", "إن مجلس الأمن،\n\n1 - يطلب إلى اللجنة {} أن تنظر في المسألة في دورتها {}؛\n"),
    "zh": ("七十七", "七十八", "安全理事会，\n\n1. 请委员会{}在其第{}届会议上审议这一问题；\n"),
}  # fmt: skip
AGAIN = {"fr": "de nouveau", "en": "once more", "es": "una vez más", "ru": "вновь", "ar": "مرة أخرى", "zh": "再次"}


def sessions(behind: tuple[str, ...], codes: tuple[str, ...], *, earlier: bool = True) -> Finding:
    """The one finding of a session where some versions have that of the year before, in sentences that are otherwise new."""
    before = {c: read_text(SESSIONS[c][2].format("", SESSIONS[c][0]), c, f"earlier.{c}.md") for c in codes}
    pivot, *others = (
        read_text(SESSIONS[c][2].format(AGAIN[c], SESSIONS[c][0 if c in behind else 1]), c, f"{c}.md") for c in codes
    )
    found = check_versions(compare_versions(pivot, others, predecessor=Predecessor(before) if earlier else None))
    (one,) = [f for f in found if f.code == "D204"]
    return one


@pytest.mark.parametrize("code", [c for c in SESSIONS if c != "fr"])
@pytest.mark.parametrize("is_pivot", [False, True])
def test_of_two_versions_either_may_have_stayed_behind(code: str, is_pivot: bool) -> None:
    stale = "fr" if is_pivot else code
    message = sessions((stale,), ("fr", code)).message("en")
    assert message.endswith("it stayed behind.")
    assert SESSIONS[stale][0] in message.rpartition("is what")[0].rpartition("“")[2]


def test_all_versions_that_stayed_behind_are_named() -> None:
    two = sessions(("es", "ru"), tuple(SESSIONS)).message("en")
    assert "is what Spanish and Russian had" in two
    three = sessions(("fr", "en", "zh"), tuple(SESSIONS)).message("en")
    assert "is what French, English and Chinese had" in three


@pytest.mark.parametrize("code", SESSIONS)
def test_without_an_earlier_text_the_session_is_told_and_nothing_is_said_of_before(code: str) -> None:
    found = sessions((code,), tuple(SESSIONS), earlier=False)
    assert found.odd == code and "stayed behind" not in found.message("en")
