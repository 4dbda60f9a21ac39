"""Marks of numbering in six languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.languages import language
from corpora.text.folding import fold
from corpora.text.numbering import letter, parse_number, roman, roman_value


@pytest.mark.parametrize(
    ("code", "text", "label", "reading"),
    [
        ("fr", "1. Prie", "1", ("decimal", 1)),
        ("ar", "12 - يطلب", "12", ("decimal", 12)),
        ("ar", "١ - يطلب", "1", ("decimal", 1)),
        ("zh", "3．请秘书长", "3", ("decimal", 3)),
        ("zh", "17. 2013年7月9日，大会通过", "17", ("decimal", 17)),
        ("en", "4. 2021-2022 budget", "4", ("decimal", 4)),
        ("zh", "（一）请", "一", ("chinese", 1)),
        ("zh", "（十二）请", "十二", ("chinese", 12)),
        ("zh", "二、请", "二", ("decimal", 2)),
        ("fr", "a) En", "a", ("letter", 1)),
        ("en", "(b) To", "b", ("letter", 2)),
        ("ru", "а) рассмотреть", "а", ("letter", 1)),
        ("ru", "в) рассмотреть", "в", ("letter", 3)),
        ("ar", "(أ) أن", "ا", ("letter", 1)),
        ("en", "(iv) To", "iv", ("roman", 4)),
    ],
)
def test_numbers_of_six_languages(code: str, text: str, label: str, reading: tuple[str, int]) -> None:
    number = parse_number(text, language(code))
    assert number is not None and parse_number(text, None) is not None
    assert reading in number.readings
    assert fold(number.label).text == label


@pytest.mark.parametrize(
    ("code", "text"), [("zh", "3.5 亿美元"), ("en", "17. 2013"), ("en", "12. 2013 (2011)"), ("fr", "1990. 17 membres")]
)
def test_a_year_or_an_amount_is_no_number_of_a_paragraph(code: str, text: str) -> None:
    assert parse_number(text, language(code)) is None


def test_a_letter_is_that_of_the_language_s_own_alphabet() -> None:
    """Latin c is the third letter; typed for the Cyrillic one that looks alike it is the seventeenth, in Russian only."""
    french, russian = (parse_number("c) x", language(code)) for code in ("fr", "ru"))
    assert french is not None and french.readings == (("letter", 3),)
    assert russian is not None and {3, 17} <= {value for _, value in russian.readings}
    assert parse_number("б) x", language("fr")) is None


@pytest.mark.parametrize(
    "text", ["2003 a été", "En 12 points", "1514 (XV) du", "1.5 million", "12.ª sesión plenaria", ""]
)
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text, None) is None


@given(st.integers(1, 89))
def test_roman_round_trip(value: int) -> None:
    assert roman_value(roman(value)) == value


@given(st.integers(1, 702))
def test_letters_are_distinct_and_ordered(value: int) -> None:
    assert (len(letter(value)), letter(value)) < (len(letter(value + 1)), letter(value + 1))
