"""Marks of numbering in six languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.text.folding import fold
from corpora.text.numbering import letter, parse_number, roman, roman_value


@pytest.mark.parametrize(
    ("text", "label", "reading"),
    [
        ("1. Prie", "1", ("decimal", 1)),
        ("12 - يطلب", "12", ("decimal", 12)),
        ("١ - يطلب", "1", ("decimal", 1)),
        ("3．请秘书长", "3", ("decimal", 3)),
        ("（一）请", "一", ("chinese", 1)),
        ("（十二）请", "十二", ("chinese", 12)),
        ("二、请", "二", ("decimal", 2)),
        ("a) En", "a", ("letter", 1)),
        ("(b) To", "b", ("letter", 2)),
        ("а) рассмотреть", "а", ("letter", 1)),
        ("в) рассмотреть", "в", ("letter", 3)),
        ("(أ) أن", "ا", ("letter", 1)),
        ("(iv) To", "iv", ("roman", 4)),
    ],
)
def test_numbers_of_six_languages(text: str, label: str, reading: tuple[str, int]) -> None:
    number = parse_number(text)
    assert number is not None
    assert reading in number.readings
    assert fold(number.label).text == label


@pytest.mark.parametrize("text", ["2003 a été", "En 12 points", "1514 (XV) du", "1.5 million", ""])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(1, 89))
def test_roman_round_trip(value: int) -> None:
    assert roman_value(roman(value)) == value


@given(st.integers(1, 702))
def test_letters_are_distinct_and_ordered(value: int) -> None:
    assert (len(letter(value)), letter(value)) < (len(letter(value + 1)), letter(value + 1))
