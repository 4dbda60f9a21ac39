"""Mandates in lists below an act, and the quantities of a mandate. All texts are specimens, not UN documents."""

from __future__ import annotations

import pytest

from corpora.mandates.deliverables import deliverables_of
from corpora.mandates.extraction import Mandate, mandates_of
from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_related
from reports.comparison.lineage import lineage_table, trace
from reports.comparison.rows import RelatedPair, compare_related
from reports.exporters.html.mandate_rows import mandate_row
from reports.findings.model import Severity

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
    assert (found["op2.a"].kind, found["op2.a"].every_days, found["op2.a"].addressee) == (
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
    assert (item.kind, item.due, item.due_words, item.every_months) == ("observance", due, day, 12)


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
    assert [d.kind for d in deliverables_of(read(f"{opening}\n\n{mark} {words}.\n", code))] == [sort]
