"""Changes of mandates inside lists. All texts are specimens, not UN documents."""

from __future__ import annotations

import pytest

from reports.exporters.html.mandate_rows import mandate_row
from tests.support.mandates import FIRST, changes, related


def test_a_list_that_stays_is_no_finding() -> None:
    assert changes(FIRST) == []


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        ("12 000 hommes", "14 500 hommes", [("M218", "op2.b", "major")]),
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
    pair = related(later)
    rows = {row.where["fr"]: row for row in (mandate_row(pair, change) for change in pair.changes)}
    row = rows["par.\u00a02 b)"]
    assert row.addressee.changed and row.point


def test_a_list_that_goes_to_another_verb_is_one_finding_of_it() -> None:
    later = FIRST.replace(
        "2. Prie le Secrétaire général :",
        "2. Prie le Secrétaire général de rendre compte de la situation des ports, et décide que la Mission doit :",
    )
    verbs = [(code, place) for code, place, severity in changes(later) if code == "M204" and severity == "major"]
    assert verbs == [("M204", "op2")]
