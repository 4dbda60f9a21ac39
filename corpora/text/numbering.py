"""Paragraph numbers and list marks in every language: "1.", "1 -", "a)", "(a)", "ii)", in each language's letters and numerals.

What a text under negotiation adds to a number ("1 bis.", "OP2", "[2.]") is read by `corpora.text.negotiated_numbers`.

A mark is read by the alphabets of all languages at once: a list may be marked in Latin letters in any of them, and who reads
the lines of a page does not know their language yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from corpora.languages import Language, languages
from corpora.text.folding import Folded, fold
from corpora.text.negotiated_numbers import PREAMBULAR, bare_head
from corpora.text.patterns import compiled
from corpora.text.punctuation import LIST_BULLETS, LIST_COMMA, LIST_DASHES
from corpora.text.scripts import TATWEEL

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_OUT = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))

# A year or a large figure that opens a sentence is no paragraph number: three digits at most.
_DECIMAL_DOTTED = re.compile(
    rf"\s*(\d{{1,3}})(?:(?:\.|\s?-\s|{LIST_COMMA})\s*(?=[^\d\s])|\.\s+(?=(?:19|20)\d\d(?:-(?:19|20)\d\d(?!\d)|[^\W\d_])))"
)
"""Two years may follow the point ("1. 2021-2022"), and one that is written together with its word, as a Chinese date begins."""
_ORDINAL_SIGNS = ("ª", "º")
"""What makes an ordinal of a figure and its point: "12.ª sesión" has no paragraph number."""
_OCR_ONE = re.compile(r"\s*[li]\s?\.\s+(?=\S)")
_DOUBLED = re.compile(r"\s*\(?([a-z])\1\s?\)\s*(?=\S)")
_ROMAN_MARK = re.compile(r"\s*\(?([ivxl]{1,6})\s?\)\s*(?=\S)")
_QUOTED = re.compile(r"\s*[‘'’`](\d{1,2})[’'‘`]\s*(?=\S)")
"""The Arabic form of (i): ‘1’."""
_FIGURE_MARK = re.compile(r"\s*\(?(\d{1,2})\s?\)\s*(?=[^\W\d])")
"""A point counted in figures: "(1)", "2)"."""
_CIRCLED_ONE, _CIRCLED_COUNT = 0x2460, 20
"""The code point of the figure 1 in a circle, and how many such figures follow each other (the Unicode block "Enclosed Alphanumerics")."""
_CIRCLED_MARK = re.compile(rf"\s*([{chr(_CIRCLED_ONE)}-{chr(_CIRCLED_ONE + _CIRCLED_COUNT - 1)}])\s*(?=\S)")
_REACH = 40
"""Characters among which a number is looked for."""
_NOTHING = re.compile(r"(?!)")
_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Marks:
    """How the languages mark the items of lists: their alphabets, numerals and look-alike letters, and the patterns of them."""

    alphabets: tuple[str, ...]
    numerals: str
    circled: str
    typed_as: Mapping[str, str]
    letter: re.Pattern[str]
    numeral_decimal: re.Pattern[str]
    numeral_mark: re.Pattern[str]

    def values_of(self, letter: str) -> tuple[int, ...]:
        """The places of a letter in the alphabets that have it; two languages of one script may count otherwise."""
        return tuple(dict.fromkeys(a.index(letter) + 1 for a in self.alphabets if letter in a))


def _marks(language: Language | None) -> _Marks:
    """The marks of a language, of which Latin letters are some in each; of all languages where it is not known."""
    return _marks_of((language,) if language else languages(), languages())


@cache
def _marks_of(known: tuple[Language, ...], all_languages: tuple[Language, ...]) -> _Marks:
    alphabets = tuple(dict.fromkeys((*(language.numbering.letters for language in known), _LATIN)))
    # Lists are marked with either of two letters that look alike, and typed with both.
    typed = {own: latin for language in all_languages for own, latin in language.numbering.typed_as.items()}
    letters = "".join(dict.fromkeys("".join((*alphabets, *typed))))
    numerals = next((language.numbering.numerals for language in known if language.numbering.numerals), "")
    circled = next((language.numbering.circled for language in known if language.numbering.circled), "")
    return _Marks(
        alphabets=alphabets,
        numerals=numerals,
        circled=circled,
        typed_as=typed | {latin: own for own, latin in typed.items()},
        # "(a)" in any alphabet; 一、; (一) and ①.
        letter=compiled(rf"\s*\(?([{letters}])\s?\)\s*(?=\S)"),
        numeral_decimal=compiled(rf"\s*([{numerals}]{{1,3}}){LIST_COMMA}\s*") if numerals else _NOTHING,
        numeral_mark=compiled(rf"\s*(?:\(([{numerals}]{{1,3}})\)|([{circled}]))\s*")
        if numerals and circled
        else _NOTHING,
    )


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A paragraph number or list mark: how printed, what it can mean (style and value), where the text goes on.

    A style is "decimal" for operative paragraphs, "recital" where a number says that it counts recitals ("PP2"), "letter",
    "roman", "figure" or "chinese" for list marks; there is no reading for a paragraph that a word alone calls new.
    ``misread`` says that the figure is OCR's letter for a 1; ``repeat`` is the word of a number that stands again ("bis").
    ``bracket`` is the place of a square bracket that opens before the number and closes behind words of the text, else None.
    """

    label: str
    readings: tuple[tuple[str, int], ...]
    end: int
    misread: bool = False
    repeat: str = ""
    bracket: int | None = None

    @property
    def decimal(self) -> int | None:
        """Its value as a paragraph number, None for list marks."""
        return self._value("decimal")

    @property
    def recital(self) -> int | None:
        """Its value as the number of a recital, None where it does not say that it is one."""
        return self._value("recital")

    @property
    def is_new(self) -> bool:
        """Whether it is no number, but a word that calls the paragraph new."""
        return not self.readings

    def _value(self, wanted: str) -> int | None:
        return next((value for style, value in self.readings if style == wanted), None)


def parse_number(text: str, language: Language | None, *, first_expected: bool = False) -> PrintedNumber | None:
    """The number that ``text`` starts with, as a language marks its lists; as any does where ``language`` is None.

    What negotiations add to a number is read in all languages. One without readings is a word that alone calls the paragraph new.

    With ``first_expected``, "l." and "I." are read as "1.", as OCR has it.
    """
    folded = fold(text[:_REACH])
    head = bare_head(folded.text, languages())
    if head.words_at is not None:
        return PrintedNumber("", (), _printed_place(folded, head.words_at, text))
    found = _parse(head.text, _marks(language), first_expected=first_expected)
    if found is None:
        return None
    label, readings, end, misread = found
    if head.part == PREAMBULAR:
        readings = tuple(("recital" if style == "decimal" else style, value) for style, value in readings)
    # Where a bracket closes right behind the number, it encloses no more than the number.
    stop = head.places[end] if end < len(head.places) else len(folded.text)
    place = _printed_place(folded, stop, text)
    if text[place : place + 1] in _ORDINAL_SIGNS:
        return None
    bracket = None if head.bracket is None else folded.span(head.bracket, head.bracket + 1).start
    return PrintedNumber(f"{label} {head.printed}".rstrip(), readings, place, misread, head.repeat, bracket)


def _printed_place(folded: Folded, place: int, text: str) -> int:
    """Where a place of the folded head stands in the text as printed."""
    return folded.span(place, place).start if place < len(folded.text) else len(text[:_REACH])


_Found = tuple[str, tuple[tuple[str, int], ...], int, bool]
"""What is printed, what it can mean, where the text goes on, whether the figure is misread."""


def _parse(text: str, marks: _Marks, *, first_expected: bool) -> _Found | None:
    """The number that folded text starts with."""
    if match := _DECIMAL_DOTTED.match(text):
        return match.group(1), (("decimal", int(match.group(1))),), match.end(), False
    if match := marks.numeral_decimal.match(text):
        return match.group(1), (("decimal", ordinal_of(match.group(1), marks.numerals)),), match.end(), False
    if match := marks.numeral_mark.match(text):
        printed = match.group(1)
        value = ordinal_of(printed, marks.numerals) if printed else marks.circled.index(match.group(2)) + 1
        return match.group(1) or match.group(2), (("chinese", value),), match.end(), False
    if match := _QUOTED.match(text):
        return match.group(1), (("roman", int(match.group(1))),), match.end(), False
    if match := _FIGURE_MARK.match(text):
        return match.group(1), (("figure", int(match.group(1))),), match.end(), False
    if match := _CIRCLED_MARK.match(text):
        return match.group(1), (("figure", ord(match.group(1)) - _CIRCLED_ONE + 1),), match.end(), False
    if first_expected and (match := _OCR_ONE.match(text)):
        return "1", (("decimal", 1),), match.end(), True
    best, readings = _letters(text, marks)
    return (best.group(0).strip().strip("()"), tuple(readings), best.end(), False) if best and readings else None


def _letters(text: str, marks: _Marks) -> tuple[re.Match[str] | None, list[tuple[str, int]]]:
    """A mark in letters that ``text`` opens with, and what it can mean: a letter, a doubled one, a small roman numeral."""
    readings: list[tuple[str, int]] = []
    best: re.Match[str] | None = None
    if match := marks.letter.match(text):
        best = match
        alike = marks.typed_as.get(match.group(1), "")
        readings += [("letter", value) for letter in (match.group(1), *alike) for value in marks.values_of(letter)]
    elif match := _DOUBLED.match(text):
        best = match
        readings.append(("letter", 26 + ord(match.group(1)) - 96))
    if (match := _ROMAN_MARK.match(text)) and (value := roman_value(match.group(1))):
        best = best or match
        readings.append(("roman", value))
    return best, readings


_SIGN = re.compile(rf"\s*(?:([{re.escape(LIST_DASHES)}])\1?\s+|([—―])\2\s*|([{LIST_BULLETS}])\s*)(?=\S)")
"""A dash needs a space behind it, lest it be a hyphen or a minus; not so the double dash of Chinese lists."""


def list_sign(text: str) -> str | None:
    """The dash or bullet that ``text`` opens with as an item of a list does; None where it opens with none.

    >>> list_sign("– the state of the roads;"), list_sign("-5 degrees")
    ('–', None)
    """
    found = _SIGN.match(text)
    return next(filter(None, found.groups())) if found else None


_DOTTED_LETTER = re.compile(rf"\s*([^\W\d_]){TATWEEL}?\.\s+(?=\S)")
"""A letter of Arabic that joins the next is printed with a stroke behind it."""


def dotted_letter(text: str, language: Language) -> PrintedNumber | None:
    """The mark "a." that ``text`` opens with, in small letters of the language's lists or Latin ones; None where there is none.

    It is read apart from `parse_number`: an initial opens a line in the same way, and only a list about it tells.
    """
    found = _DOTTED_LETTER.match(text)
    if found is None or found.group(1) != found.group(1).lower():
        return None
    mark = parse_number(f"{found.group(1)}) x", language)
    return mark and replace(mark, end=found.end())


_SUB_NUMBER = re.compile(
    r"\s*(?P<label>\d{1,3}(?P<part>[.-])\d{1,2}(?:(?P=part)\d{1,2}){0,2})\.?(?:\s|\s?\)\s?)\s*(?=[^\W\d])"
)
"""A word follows: in "1.5 %" and "1.1 - 1.3" nothing is numbered."""


def sub_number(text: str) -> tuple[str, tuple[int, ...], int] | None:
    """The number that ``text`` opens with as a point of a numbered paragraph, part by part, and where the words behind it begin.

    Whether there is such a paragraph, and a list of its points, is for the caller to know: a figure opens a line in the same way.

    >>> sub_number("1.2. the state of the roads;"), sub_number("1.5 % of the budget")
    (('1.2', (1, 2), 5), None)
    """
    found = _SUB_NUMBER.match(text)
    if found is None:
        return None
    return found["label"], tuple(int(figure) for figure in _FIGURES.findall(found["label"])), found.end()


def starts_with_dotted_letter(line: str) -> bool:
    """Whether a line opens with one small letter and a full stop: "a. ", "أ. "; a letter of a script without capitals is small."""
    found = _DOTTED_LETTER.match(line)
    return found is not None and found.group(1) == found.group(1).lower()


def starts_with_number(line: str) -> bool:
    """Whether a line opens with a paragraph number or list mark, in whatever language.

    A figure in brackets is not counted: a line may open with the end of what stands in brackets ("resolution 70/", "1) and …").
    """
    number = parse_number(line, None)
    return number is not None and all(style != "figure" for style, _ in number.readings)


def ordinal_of(text: str, numerals: str) -> int:
    """1 to 99 in Chinese ``numerals``, which are those of 1 to 10.

    >>> ordinal_of("二十三", "一二三四五六七八九十")
    23
    """
    ten = numerals[-1]
    if ten not in text:
        value = 0
        for char in text:
            value = value * 10 + numerals.index(char) + 1
        return value
    tens, _, units = text.partition(ten)
    return (numerals.index(tens) + 1 if tens else 1) * 10 + (numerals.index(units) + 1 if units else 0)


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
