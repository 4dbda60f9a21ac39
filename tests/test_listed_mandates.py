"""Mandates in lists below an act, and the quantities of a mandate. All texts are specimens, not UN documents."""

from __future__ import annotations

import pytest

from corpora.anchors import anchors_of
from corpora.deliverables import deliverables_of
from corpora.mandates import Mandate, mandates_of
from corpora.model import Resolution
from corpora.reading import read_text
from reports.comparison import RelatedPair, compare_related
from reports.exporters.html.mandate_rows import mandate_row
from reports.finding import Severity
from reports.lineage import lineage_table, trace
from reports.run import check_related

FIRST = """Le Conseil de sécurité,

Rappelant :

a) ses résolutions ;

1. Décide que le mandat de la Mission comprend les tâches suivantes :

a) protéger les civils dans les zones de déploiement ;

b) appuyer la tenue d'élections d'ici au 31 mars 2029 ;

c) aider les autorités à désarmer les groupes armés, à leur demande ;

2. Prie le Secrétaire général :

a) de lui présenter tous les 90 jours un rapport sur l'application de la présente résolution ;

b) de réduire à 12 000 hommes l'effectif maximum de la Mission ;

c) de renforcer la protection des convois ;

3. Encourage :

a) les États Membres à verser des contributions volontaires au fonds ;

b) le Gouvernement à ouvrir les couloirs humanitaires ;

4. Prie le Secrétaire général de lui présenter, avant le 1er mai 2029, un rapport portant sur :

a) la tenue d'une conférence sur les ports ;

5. Décide :

a) Invite les États à coopérer ;

b) Décide de rester saisi de la question.
"""


def read(text: str, code: str = "fr") -> Resolution:
    return read_text(text, code, code)


def related(later: str) -> RelatedPair:
    return compare_related(read(FIRST), read(later))


def changes(later: str) -> list[tuple[str, str, str]]:
    """Code, paragraph and severity of what the later resolution changes, less what stays as it was."""
    findings = check_related(related(later))
    return [(f.code, f.paragraphs[-1], f.severity.name.lower()) for f in findings if f.severity > Severity.NEUTRAL]


@pytest.fixture(scope="module")
def mandates() -> dict[str, Mandate]:
    return {m.id: m for m in mandates_of(read(FIRST))}


def test_every_point_is_a_mandate_and_recitals_have_none(mandates: dict[str, Mandate]) -> None:
    assert list(mandates) == [
        *("op1", "op1.a", "op1.b", "op1.c", "op2", "op2.a", "op2.b", "op2.c", "op3", "op3.a", "op3.b"),
        *("op4", "op4.a", "op5", "op5.a", "op5.b"),
    ]


def test_a_point_has_the_verb_and_the_addressee_of_its_act(mandates: dict[str, Mandate]) -> None:
    point = mandates["op2.b"]
    assert point.under == mandates["op2"] and (point.verb.text, point.kind) == ("Prie", "direct")
    assert point.addressee is not None and (point.addressee.text, len(point.addressee.span)) == (
        "le Secrétaire général",
        0,
    )
    assert point.action is not None and point.action.text.startswith("de réduire")
    assert [q.value for q in point.quantities] == ["12000"]
    cycle = mandates["op2.a"].cycle
    assert cycle is not None and cycle.text == "tous les 90 jours" and mandates["op2.a"].quantities == ()
    assert [c.value for c in mandates["op1.c"].conditions] == ["on_request"]


def test_where_the_act_names_nobody_the_point_does(mandates: dict[str, Mandate]) -> None:
    told = [m.addressee.text for m in (mandates["op3.a"], mandates["op3.b"]) if m.addressee]
    assert told == ["les États Membres", "le Gouvernement"]


def test_a_point_with_a_verb_of_its_own_is_an_act(mandates: dict[str, Mandate]) -> None:
    assert mandates["op5.a"].under is None and mandates["op5.a"].verb.text == "Invite"
    assert mandates["op5.b"].kind == "decide"


NESTED = {
    "en": ("The Security Council,", "1. Decides that the mandate shall include:", "(a) Protection of civilians:", "(i) To patrol by 1 May 2031;", "2. Decides to remain seized."),
    "es": ("El Consejo de Seguridad,", "1. Decide que el mandato comprenda:", "a) Protección de los civiles:", "i) Patrullar antes del 1 de mayo de 2031;", "2. Decide seguir ocupándose de la cuestión."),
    "ru": ("Совет Безопасности,", "1. постановляет, что мандат включает:", "a) защиту гражданских лиц:", "i) патрулирование не позднее 1 мая 2031 года;", "2. постановляет продолжать заниматься этим вопросом."),
    "ar": ("إن مجلس الأمن،", "1 - يقرر أن تشمل الولاية:", "(أ) حماية المدنيين:", "‘1’ تسيير دوريات في موعد لا يتجاوز 1 أيار/مايو 2031؛", "2 - يقرر أن يبقي المسألة قيد نظره."),
    "zh": ("安全理事会，", "1. 决定任务包括：", "(a) 保护平民：", "㈠ 至迟于2031年5月1日支持巡逻；", "2. 决定继续处理此案。"),
}  # fmt: skip


@pytest.mark.parametrize("code", NESTED)
def test_lists_in_every_language(code: str) -> None:
    found = {m.id: m for m in mandates_of(read("\n\n".join(NESTED[code]), code))}
    assert list(found) == ["op1", "op1.a.i", "op2"]
    assert found["op1.a.i"].under == found["op1"] and found["op1.a.i"].kind == "decide"
    assert [d.value for d in found["op1.a.i"].deadlines] == ["2031-05-01"]


def test_points_without_marks_belong_to_the_list_that_a_colon_opens() -> None:
    text = "Le Conseil de sécurité,\n\n1. Décide que la Mission est chargée :\n\nde protéger les civils ;\n\nde surveiller la frontière ;\n\n2. Décide de rester saisi.\n\nFait à New York.\n"
    assert [m.id for m in mandates_of(read(text))] == ["op1", "op1.+1", "op1.+2", "op2"]


def test_a_list_that_stays_is_no_finding() -> None:
    assert changes(FIRST) == []


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        ("12 000 hommes", "14 500 hommes", [("M204", "op2.b", "major")]),
        ("90 jours", "180 jours", [("M208", "op2.a", "major")]),
        ("31 mars 2029", "30 juin 2030", [("M208", "op1.b", "major")]),
        (", à leur demande", "", [("M206", "op1.c", "major")]),
        ("b) le Gouvernement", "b) l'Union africaine", [("M203", "op3.b", "critical")]),
        ("2. Prie le Secrétaire général :", "2. Prie le Président :", [("M203", "op2", "critical")]),
        ("3. Encourage :", "3. Prie instamment :", [("M201", "op3", "major")]),
        ("de renforcer la protection des convois", "de nommer un envoyé spécial", [("M101", "op2.c", "major"), ("M102", "op2.c", "major")]),
        ("c) de renforcer la protection des convois ;\n\n", "", [("M102", "op2.c", "major")]),
        # What a report shall be about is no act.
        ("les ports ;\n", "les ports ;\n\nb) la pêche à la ligne ;\n", [("M101", "op4.b", "minor")]),
    ],
)  # fmt: skip
def test_changes_inside_lists(was: str, now: str, found: list[tuple[str, str, str]]) -> None:
    assert was in FIRST
    assert sorted(changes(FIRST.replace(was, now))) == found


def test_a_list_that_goes_as_a_whole_is_one_finding() -> None:
    start, end = FIRST.index("2. Prie"), FIRST.index("3. Encourage")
    gone = [place for code, place, _ in changes(FIRST[:start] + FIRST[end:]) if code == "M102"]
    assert gone == ["op2"]


def test_the_same_words_under_another_act_are_compared_with_it() -> None:
    later = FIRST.replace(
        "2. Prie le Secrétaire général :\n\na) de lui présenter", "2. Prie le Président :\n\na) de lui présenter"
    )
    rows = {row.after["id"]: row for row in map(mandate_row, related(later).changes)}
    assert "addressee" in rows["op2.b"].changed and rows["op2.b"].after["under"] == "op2"


def test_lineage_follows_points() -> None:
    later = FIRST.replace("12 000", "9 000")
    table = lineage_table(trace([read(FIRST), read(later)]), "en")
    states = dict(zip(table.to_series(1), table.to_series(3), strict=True))
    assert (states["op2.b"], states["op1.a"]) == ("adapted", "renewed")


def test_deliverables_in_lists() -> None:
    found = {d.mandate.id: d for d in deliverables_of(read(FIRST))}
    # The report is asked for, the conference that it is about is not.
    assert set(found) == {"op2.a", "op4"}
    assert (found["op2.a"].sort, found["op2.a"].every_days, found["op2.a"].addressee) == (
        "report",
        90,
        "le Secrétaire général",
    )
    text = FIRST.replace(
        "2. Prie le Secrétaire général :", "2. Prie le Secrétaire général, au plus tard le 1er juin 2029 :"
    )
    text = text.replace("tous les 90 jours un rapport", "un rapport")
    assert {d.mandate.id: d.due for d in deliverables_of(read(text))}["op2.a"] == "2029-06-01"


@pytest.mark.parametrize(
    ("day", "due"), [("5 avril", "2025-04-05"), ("24 décembre", "2024-12-24"), ("29 février", "2028-02-29")]
)
def test_a_day_that_is_proclaimed_comes_every_year(day: str, due: str) -> None:
    text = f"L'Assemblée générale,\n\n1. Proclame le {day} Journée mondiale des ports ;\n\n2. Décide de rester saisie.\n\n50e séance plénière\n21 décembre 2024\n"
    (item,) = deliverables_of(read(text))
    assert (item.sort, item.due, item.due_words, item.every_months) == ("observance", due, day, 12)


@pytest.mark.parametrize(
    ("code", "words", "sort"),
    [
        ("fr", "Prie le Secrétaire général de lui présenter, à sa quatre-vingtième session, un rapport", "report"),
        (
            "fr",
            "Prie le Secrétaire général de convoquer, dans la limite des ressources disponibles, une réunion",
            "meeting",
        ),
        ("en", "Requests the Secretary-General to submit, at its eightieth session, a report", "report"),
        (
            "es",
            "Solicita al Secretario General que presente, en su octogésimo período de sesiones, un informe",
            "report",
        ),
        ("ru", "просит Генерального секретаря представить, не позднее 1 мая 2031 года, доклад", "report"),
        ("ar", "تطلب إلى الأمين العام أن يقدم، في دورتها الثمانين، تقريرا", "report"),
        ("zh", "请秘书长向大会第八十届会议提交一份关于本决议执行情况和今后各项措施的全面报告", "report"),
    ],
)
def test_what_stands_between_commas_hides_no_deliverable(code: str, words: str, sort: str) -> None:
    opening = {
        "fr": "L'Assemblée générale,",
        "en": "The General Assembly,",
        "es": "La Asamblea General,",
        "ru": "Генеральная Ассамблея,",
        "ar": "إن الجمعية العامة،",
        "zh": "大会，",
    }[code]
    mark = "1 -" if code == "ar" else "1."
    assert [d.sort for d in deliverables_of(read(f"{opening}\n\n{mark} {words}.\n", code))] == [sort]


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        ("12 000 soldats et 1 500 policiers", "12 000 soldats et 2 500 policiers", ["1 500", "2 500"]),
        ("deux bataillons", "trois bataillons", ["deux", "trois"]),
        ("25 % des dépenses", "30 % des dépenses", ["25 %", "30 %"]),
        # A rewording takes figures with it, and a figure that comes alone counts nothing that was there.
        ("deux bataillons", "des bataillons", []),
        ("deux bataillons", "trois hélicoptères", []),
    ],
)
def test_quantities(was: str, now: str, found: list[str]) -> None:
    text = "Le Conseil de sécurité,\n\n1. Décide que la Mission compte 12 000 soldats et 1 500 policiers, deux bataillons et 25 % des dépenses ;\n"
    findings = check_related(compare_related(read(text), read(text.replace(was, now))))
    quoted = [
        q
        for f in findings
        if "Quantity" in f.message("en")
        for q in (f.source.quote, f.target.quote)
        if f.source and f.target
    ]  # type: ignore[union-attr]
    assert quoted == found


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("en", "established in paragraphs 19 above and 28 (a) and 29 below", ["19", "28", "29"]),
        ("fr", "visées aux paragraphes 28 a) et 29 i) ci-dessus, et 20 soldats", ["28", "29"]),
        ("es", "los párrafos 5 a), 6 supra y 7", ["5", "6", "7"]),
        ("ru", "в пунктах 19 выше и 28 ниже", ["19", "28"]),
        ("ar", "في الفقرات 19 (أ) إلى 21 أعلاه و 28 أدناه", ["19", "21", "28"]),
    ],
)
def test_references_with_letters_and_places(code: str, text: str, values: list[str]) -> None:
    assert [a.value for a in anchors_of(text, code) if a.kind == "reference"] == values


RENEWED = {
    "fr": ("Le Conseil de sécurité,", "Décide de proroger le mandat jusqu'au 15 novembre 2029 et que l'effectif compte 2 000 soldats en 2021", "Prie le Secrétaire général de faire rapport tous les 90 jours"),
    "en": ("The Security Council,", "Decides to extend the mandate until 15 November 2029 and that it comprises 2,000 troops in 2021", "Requests the Secretary-General to report every 90 days"),
    "es": ("El Consejo de Seguridad,", "Decide prorrogar el mandato hasta el 15 de noviembre de 2029 y que comprenda 2.000 soldados en 2021", "Solicita al Secretario General que informe cada 90 días"),
    "ru": ("Совет Безопасности,", "постановляет продлить мандат до 15 ноября 2029 года и что численность составляет 2000 военнослужащих в 2021 году", "просит Генерального секретаря представлять доклады каждые 90 дней"),
    "ar": ("إن مجلس الأمن،", "يقرر تمديد الولاية حتى 15 تشرين الثاني/نوفمبر 2029 وأن يبلغ قوامها 000 2 جندي في عام 2021", "يطلب إلى الأمين العام أن يقدم تقريرا كل 90 يوما"),
    "zh": ("安全理事会，", "决定将任务期限延长至2029年11月15日，2021年兵力为2 000名军人", "请秘书长每90天提交报告"),
}  # fmt: skip


@pytest.mark.parametrize("code", RENEWED)
def test_what_a_renewal_changes_in_every_language(code: str) -> None:
    opening, extends, asks = RENEWED[code]
    marks = ("1 -", "2 -") if code == "ar" else ("1.", "2.")
    first = f"{opening}\n\n{marks[0]} {extends};\n\n{marks[1]} {asks};\n"
    later = first.replace("2029", "2030").replace("90", "180").replace("2021", "2022")
    for was, now in (
        ("2 000", "3 000"),
        ("2,000", "3,000"),
        ("2.000", "3.000"),
        ("2000 ", "3000 "),
        ("000 2 ", "000 3 "),
    ):
        later = later.replace(was, now)
    findings = check_related(compare_related(read(first, code), read(later, code)))
    assert sorted(f.code for f in findings if f.severity > Severity.MINOR) == ["M204", "M208", "M210"]


@pytest.mark.parametrize("code", RENEWED)
def test_cycles_in_every_language(code: str) -> None:
    opening, _, asks = RENEWED[code]
    mark = "1 -" if code == "ar" else "1."
    (item,) = deliverables_of(read(f"{opening}\n\n{mark} {asks};\n", code))
    assert (item.sort, item.every_days) == ("report", 90)


BASES = {
    "fr": "Agissant en vertu du Chapitre VII de la Charte des Nations Unies,", "en": "Acting under Chapter VII of the Charter of the United Nations,",
    "es": "Actuando en virtud del Capítulo VII de la Carta de las Naciones Unidas,", "ru": "действуя на основании главы VII Устава Организации Объединенных Наций,",
    "ar": "وإذ يتصرف بموجب الفصل السابع من ميثاق الأمم المتحدة،", "zh": "根据《联合国宪章》第七章采取行动，",
}  # fmt: skip


@pytest.mark.parametrize("code", BASES)
def test_chapter_seven_present_or_gone(code: str) -> None:
    opening, extends, _ = RENEWED[code]
    recital = {
        "fr": "Rappelant ses résolutions,",
        "en": "Recalling its resolutions,",
        "es": "Recordando sus resoluciones,",
        "ru": "ссылаясь на свои резолюции,",
        "ar": "إذ يشير إلى قراراته،",
        "zh": "回顾其以往各项决议，",
    }[code]
    act = f"{'1 -' if code == 'ar' else '1.'} {extends};\n"
    bare = read(f"{opening}\n\n{recital}\n\n{act}", code)
    based = read(f"{opening}\n\n{recital}\n\n{BASES[code]}\n\n{act}", code)
    for first, later, said in ((based, bare, "gone"), (bare, based, "new")):
        (finding,) = [f for f in check_related(compare_related(first, later)) if f.code == "M211"]
        assert said in finding.message("en") and finding.severity is Severity.MAJOR
    assert [f for f in check_related(compare_related(based, based)) if f.code == "M211"] == []


def test_a_basis_that_moves_into_the_act_is_not_gone() -> None:
    based = f"Le Conseil de sécurité,\n\n{BASES['fr']}\n\n1. Décide de proroger le mandat ;\n"
    inside = f"Le Conseil de sécurité,\n\n1. {BASES['fr']} décide de proroger le mandat ;\n"
    (mandate,) = mandates_of(read(inside))
    assert mandate.kind == "decide" and mandate.legal_basis is not None
    findings = [f for f in check_related(compare_related(read(based), read(inside))) if f.code == "M211"]
    assert len(findings) <= 1 and not any("gone" in f.message("en") for f in findings)


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("fr", "Invite les États, ainsi que les organisations compétentes, à fournir une assistance ;", "les États, ainsi que les organisations compétentes"),
        ("fr", "Prie le Centre, dans le cadre de ses activités, de fournir une assistance ;", "le Centre"),
        ("fr", "Exige que toutes les parties cessent les hostilités ;", "toutes les parties"),
        ("fr", "Recommande que l'Assemblée générale examine la question ;", "l'Assemblée générale"),
        ("en", "Calls upon States, as well as relevant organizations, to provide assistance;", "States, as well as relevant organizations"),
        ("en", "Requests UNMISS prioritize force mobility and continue to report to the Council;", "UNMISS"),
        ("en", "Requests that the Secretary-General fully implement the following capacities;", "the Secretary-General"),
        ("en", "Urges the Malian authorities to cooperate;", "the Malian authorities"),
        ("en", "Urges the Malian authorities in all regions of the country, where needed, to cooperate;", "the Malian authorities in all regions of the country"),
        ("en", "Urges States parties concerned to cooperate;", "States parties concerned"),
        ("en", "Demands that all parties immediately cease hostilities;", "all parties"),
        ("en", "Reiterates its request to the Secretary-General to assist States;", "to the Secretary-General"),
    ],
)  # fmt: skip
def test_who_is_told(code: str, text: str, told: str) -> None:
    opening = {"fr": "Le Conseil de sécurité,", "en": "The Security Council,"}[code]
    (mandate,) = mandates_of(read(f"{opening}\n\n1. {text}\n", code))
    assert mandate.addressee is not None and mandate.addressee.text == told


@pytest.mark.parametrize(
    ("code", "was", "now", "changed"),
    [
        ("en", "the Panel of Experts", "the Group of Experts", True),
        ("fr", "le Groupe d'experts", "le Groupe de contrôle", True),
        ("fr", "le Gouvernement tchadien", "le Gouvernement soudanais", True),
        ("fr", "les parties", "toutes les parties concernées", False),
        ("fr", "les dirigeants politiques", "les dirigeants", False),
        ("fr", "l'AMISOM", "la Mission de l'Union africaine en Somalie (AMISOM)", False),
        ("fr", "toutes les parties et tous les États Membres", "toutes les parties et les États Membres", False),
    ],
)
def test_an_addressee_renamed(code: str, was: str, now: str, changed: bool) -> None:
    frame = {
        "fr": "Le Conseil de sécurité,\n\n1. Invite {} à présenter un rapport sur la situation dans le nord ;\n",
        "en": "The Security Council,\n\n1. Invites {} to submit a report on the situation in the north;\n",
    }[code]
    findings = check_related(compare_related(read(frame.format(was), code), read(frame.format(now), code)))
    assert ("M203" in {f.code for f in findings}) is changed
