"""Numbers that a scan damaged. All texts are specimens, not UN documents."""

from __future__ import annotations

import pytest

from corpora.model import Kind
from corpora.reading import read_text
from tests.support.scans import HEAD, PARAGRAPHS


def operative(*lines: str) -> list[tuple[str, str | None, str]]:
    found = read_text("\n\n".join((*HEAD, *lines)), "fr")
    assert not found.faults
    return [(p.id, p.number, p.text) for p in found.paragraphs if p.kind is Kind.OPERATIVE]


WHOLE = [(f"op{i}", str(i), text) for i, text in enumerate(PARAGRAPHS, 1)]


@pytest.mark.parametrize("damaged", ["3 ", "3 . ", "3, ", "3: "])
def test_a_number_that_lost_its_point(damaged: str) -> None:
    one, two, three, four = PARAGRAPHS
    assert operative(f"1. {one}", f"2. {two}", f"{damaged}{three}", f"4. {four}") == WHOLE


def test_figures_that_came_out_as_letters() -> None:
    lines = [f"{i}. {PARAGRAPHS[i % 4]}" for i in range(1, 11)]
    found = operative(*lines, f"1 I . {PARAGRAPHS[0]}", f"l2 {PARAGRAPHS[1]}", f"13. {PARAGRAPHS[2]}")
    assert [number for _, number, _ in found] == [str(i) for i in range(1, 14)]
    assert found[10][2] == PARAGRAPHS[0] and found[11][2] == PARAGRAPHS[1]


def test_a_number_on_a_line_of_its_own() -> None:
    one, two, three, four = PARAGRAPHS
    assert operative(f"1. {one}", f"2. {two}", "3.", three, f"4. {four}") == WHOLE
    assert operative(f"1. {one}", f"2. {two}", three, "3.", f"4. {four}") == WHOLE


def test_a_number_that_is_gone() -> None:
    one, two, three, four = PARAGRAPHS
    assert operative(one, f"2. {two}", f"3. {three}", f"4. {four}") == WHOLE
    assert operative(f"1. {one}", two, three, f"4. {four}") == WHOLE


def test_what_cannot_be_told_is_left() -> None:
    one, two, three, four = PARAGRAPHS
    # Two blocks for one missing number, and a block that opens as no operative paragraph.
    found = read_text("\n\n".join((*HEAD, f"1. {one}", two, three, f"3. {four}")), "fr")
    assert [p.number for p in found.paragraphs if p.kind is Kind.OPERATIVE].count("2") == 0
    found = read_text("\n\n".join((*HEAD, f"1. {one}", "3 500 hommes au plus;", f"2. {two}", f"3. {three}")), "fr")
    assert [p.text for p in found.paragraphs if p.kind is Kind.CONTINUATION] == ["3 500 hommes au plus;"]
    # A text without numbers keeps none.
    found = read_text("\n\n".join((*HEAD, *PARAGRAPHS)), "fr")
    assert [p.number for p in found.paragraphs if p.kind is Kind.OPERATIVE] == [None] * 4
