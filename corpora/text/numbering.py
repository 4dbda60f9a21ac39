"""Paragraph numbers and list marks in the six languages: "1.", "١ -", "（一）", "a)", "(a)", "а)", "(أ)", "ii)"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpora.languages import available, language
from corpora.text.folding import fold

_ALPHABETS: tuple[str, ...] = tuple(
    dict.fromkeys(language(code).section("numbering")["letters"] for code in available())
)
_LETTERS = "".join(dict.fromkeys("".join(_ALPHABETS)))
_CHINESE: str = language("zh").section("numbering")["numerals"]
_CIRCLED: str = language("zh").section("numbering")["circled"]
_TYPED_FOR = {**dict(zip("асехору", "acexopy", strict=True)), **dict(zip("acexopy", "асехору", strict=True))}
"""Cyrillic letters and the Latin ones that look alike: lists in Russian are marked with either, and typed with both."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_OUT = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))

# A year or a large figure that opens a sentence is no paragraph number: three digits at most.
_DECIMAL = re.compile(r"\s*\(?(\d{1,3})\s?(?:\.|-|\))\s*(?=\S)(?!\d)")
_DECIMAL_DOTTED = re.compile(r"\s*(\d{1,3})(?:\.|\s?-\s|、)\s*(?=[^\d\s])")
_OCR_ONE = re.compile(r"\s*[li]\s?\.\s+(?=\S)")
_CHINESE_DECIMAL = re.compile(r"\s*([一二三四五六七八九十]{1,3})、\s*")
_LETTER = re.compile(rf"\s*\(?([{_LETTERS}])\s?\)\s*(?=\S)")
_DOUBLED = re.compile(r"\s*\(?([a-z])\1\s?\)\s*(?=\S)")
_ROMAN_MARK = re.compile(r"\s*\(?([ivxl]{1,6})\s?\)\s*(?=\S)")
_QUOTED = re.compile(r"\s*[‘'’`](\d{1,2})[’'‘`]\s*(?=\S)")
"""The Arabic form of (i): ‘1’."""
_CHINESE_MARK = re.compile(r"\s*(?:\(([一二三四五六七八九十]{1,3})\)|([㈠-㈩]))\s*")


@dataclass(frozen=True, slots=True)
class Number:
    """A paragraph number or list mark: how printed, what it can mean (style and value), where the text goes on.

    ``misread`` says that the figure is OCR's letter for a 1.
    """

    label: str
    readings: tuple[tuple[str, int], ...]
    end: int
    misread: bool = False

    @property
    def decimal(self) -> int | None:
        """Its value as a paragraph number, None for list marks."""
        return next((value for style, value in self.readings if style == "decimal"), None)


def parse_number(text: str, *, first_expected: bool = False) -> Number | None:
    """The number that ``text`` starts with.

    With ``first_expected``, "l." and "I." are read as "1.", as OCR has it.
    """
    folded = fold(text[:24])

    def number(match: re.Match[str], label: str, *readings: tuple[str, int]) -> Number:
        end = folded.span(match.end(), match.end()).start if match.end() < len(folded.text) else len(text[:24])
        return Number(label, readings, end)

    if match := _DECIMAL_DOTTED.match(folded.text):
        return number(match, match.group(1), ("decimal", int(match.group(1))))
    if match := _CHINESE_DECIMAL.match(folded.text):
        return number(match, match.group(1), ("decimal", chinese_ordinal(match.group(1))))
    if match := _CHINESE_MARK.match(folded.text):
        value = chinese_ordinal(match.group(1)) if match.group(1) else _CIRCLED.index(match.group(2)) + 1
        return number(match, match.group(1) or match.group(2), ("chinese", value))
    if match := _QUOTED.match(folded.text):
        return number(match, match.group(1), ("roman", int(match.group(1))))
    if first_expected and (match := _OCR_ONE.match(folded.text)):
        return replace(number(match, "1", ("decimal", 1)), misread=True)
    readings: list[tuple[str, int]] = []
    best: re.Match[str] | None = None
    if match := _LETTER.match(folded.text):
        best = match
        readings.append(("letter", _letter_value(match.group(1))))
        if other := _TYPED_FOR.get(match.group(1)):
            readings.append(("letter", _letter_value(other)))
    elif match := _DOUBLED.match(folded.text):
        best = match
        readings.append(("letter", 26 + ord(match.group(1)) - 96))
    if match := _ROMAN_MARK.match(folded.text):
        value = roman_value(match.group(1))
        if value:
            best = best or match
            readings.append(("roman", value))
    if best is None or not readings or readings[0][1] == 0:
        return None
    return number(best, best.group(0).strip().strip("()"), *readings)


def starts_with_number(line: str) -> bool:
    """Whether a line opens with a paragraph number or list mark."""
    return parse_number(line) is not None


def _letter_value(letter: str) -> int:
    for alphabet in _ALPHABETS:
        if letter in alphabet:
            return alphabet.index(letter) + 1
    return 0


def chinese_ordinal(text: str) -> int:
    """1 to 99 in Chinese numerals: 一, 十, 十二, 二十三."""
    if "十" not in text:
        value = 0
        for char in text:
            value = value * 10 + _CHINESE.index(char) + 1
        return value
    tens, _, units = text.partition("十")
    return (_CHINESE.index(tens) + 1 if tens else 1) * 10 + (_CHINESE.index(units) + 1 if units else 0)


def roman_value(text: str) -> int:
    """The value of a small roman numeral, 0 where it is none in normal form."""
    total = 0
    for char, following in zip(text, text[1:] + " ", strict=True):
        value = _ROMAN.get(char, 0)
        if not value:
            return 0
        total += -value if _ROMAN.get(following, 0) > value else value
    return total if total > 0 and roman(total) == text else 0


def roman(value: int) -> str:
    """``value`` (1 to 89) as a small roman numeral.

    >>> roman(4)
    'iv'
    """
    out = []
    for size, mark in _ROMAN_OUT:
        while value >= size:
            out.append(mark)
            value -= size
    return "".join(out)


def letter(value: int) -> str:
    """``value`` as a, b, … z, aa, ab: the id that the languages share."""
    out = ""
    while value > 0:
        value, rest = divmod(value - 1, 26)
        out = chr(97 + rest) + out
    return out
