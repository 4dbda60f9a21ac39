"""Marks of lists and their levels."""

from __future__ import annotations

from corpora.text.list_levels import OpenLists
from corpora.text.numbering import parse_number


def labels(*marks: str) -> list[str]:
    lists = OpenLists()
    numbers = [parse_number(f"{mark} x", None) for mark in marks]
    return [".".join(lists.place(number)) for number in numbers if number]


def test_marks_of_lists_are_the_same_in_all_languages() -> None:
    assert labels("(a)", "㈠", "㈡", "(b)") == ["a", "a.i", "a.ii", "b"]
    assert labels("أ)", "‘1’", "‘2’") == ["a", "a.i", "a.ii"]
    # Russian lists take Latin letters or Cyrillic ones, and are typed with the keys of either.
    assert labels("a)", "b)", "с)", "d)", "е)") == ["a", "b", "c", "d", "e"]
    assert labels("а)", "б)", "в)", "г)", "д)", "e)") == ["a", "b", "c", "d", "e", "f"]
    assert labels("ii)", "iii)") == ["ii", "iii"]
