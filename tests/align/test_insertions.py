"""What the pivot lacks: paragraphs of several versions at one place stand side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from align.model import Alignment, Bead, Relation
from align.multiversion import rows_around_pivot


def _rows(tails: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """The rows behind one paragraph that all have, of versions each of which has a tail that the pivot lacks."""
    alignments = {}
    for name, tail in tails.items():
        beads = [Bead(("op1",), ("op1",), 1.0, Relation.ALIGNED), *(Bead((), (i,), 1.0, Relation.NEW) for i in tail)]
        alignments[name] = Alignment("fr", name, tuple(beads))
    return [{name: ids[0] for name, ids in row.cells.items()} for row in rows_around_pivot("fr", alignments)[1:]]


@pytest.mark.parametrize("order", [("en", "es", "ru"), ("ru", "es", "en"), ("es", "en", "ru")])
def test_an_item_more_in_one_version_shifts_nothing_that_follows(order: tuple[str, ...]) -> None:
    tails = {"en": ["op2", "op3", "op4"], "es": ["op2", "op2.a", "op3", "op4"], "ru": ["op2", "op2.a", "op3", "op4"]}
    rows = _rows({code: tails[code] for code in order})
    assert [set(row.values()) for row in rows] == [{"op2"}, {"op2.a"}, {"op3"}, {"op4"}]
    assert [set(row) for row in rows] == [{"en", "es", "ru"}, {"es", "ru"}, {"en", "es", "ru"}, {"en", "es", "ru"}]


def test_as_many_of_other_numbers_go_by_their_order() -> None:
    assert _rows({"en": ["op2", "op3"], "es": ["op3", "op4"]}) == [
        {"en": "op2", "es": "op3"},
        {"en": "op3", "es": "op4"},
    ]


def test_what_stands_in_one_version_alone_is_a_row_of_its_own() -> None:
    rows = _rows({"en": ["op2"], "es": ["op2", "op3"], "ru": []})
    assert rows == [{"en": "op2", "es": "op2"}, {"es": "op3"}]
