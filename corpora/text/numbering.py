"""Paragraph numbers and list marks in every language: "1.", "1 -", "a)", "(a)", "ii)", in each language's letters and numerals.

A number may be repeated between two others ("1 bis.", "(a ter)") and stand in square brackets, as drafts under negotiation
have it ("[2.]", "[1. Prie …]").

A mark is read by the alphabets of all languages at once: a list may be marked in Latin letters in any of them, and who reads
the lines of a page does not know their language yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from corpora.languages import Language, languages
from corpora.text.folding import fold

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_OUT = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))

# A year or a large figure that opens a sentence is no paragraph number: three digits at most.
_DECIMAL_DOTTED = re.compile(
    r"\s*(\d{1,3})(?:(?:\.|\s?-\s|、)\s*(?=[^\d\s])|\.\s+(?=(?:19|20)\d\d-(?:19|20)\d\d(?!\d)))"
)
"""Two years may follow the point: "1. 2021-2022"."""
_OCR_ONE = re.compile(r"\s*[li]\s?\.\s+(?=\S)")
_DOUBLED = re.compile(r"\s*\(?([a-z])\1\s?\)\s*(?=\S)")
_ROMAN_MARK = re.compile(r"\s*\(?([ivxl]{1,6})\s?\)\s*(?=\S)")
_QUOTED = re.compile(r"\s*[‘'’`](\d{1,2})[’'‘`]\s*(?=\S)")
"""The Arabic form of (i): ‘1’."""
_LATIN_REPEATS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies", "alt")
"""Words for a number that stands again, which all languages use beside their own."""
_OPENED = re.compile(r"\s*(?P<bracket>\[)\s*(?=\(?[^\W_])")
_CLOSED = re.compile(r"\(?[^\W_]{1,6}(?:[\s-]?[^\W\d_]{2,12}){0,2}\s?[.)]?\]")
_CLOSED_NUMBER = re.compile(r"\s?(?:[.)、]|-\s)")
_REACH = 24
"""Characters among which a number is looked for."""
_NOTHING = re.compile(r"(?!)")


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
    repeated: re.Pattern[str]
    repeats: Mapping[str, str]

    def values_of(self, letter: str) -> tuple[int, ...]:
        """The places of a letter in the alphabets that have it; two languages of one script may count otherwise."""
        return tuple(dict.fromkeys(a.index(letter) + 1 for a in self.alphabets if letter in a))


@cache
def _marks(known: tuple[Language, ...]) -> _Marks:
    alphabets = tuple(dict.fromkeys(language.numbering.letters for language in known))
    letters = "".join(dict.fromkeys("".join(alphabets)))
    numerals = next((language.numbering.numerals for language in known if language.numbering.numerals), "")
    circled = next((language.numbering.circled for language in known if language.numbering.circled), "")
    repeats = {word: word for word in _LATIN_REPEATS}
    repeats |= {
        word: name for language in known for name, words in language.numbering.repeats.items() for word in words
    }
    own = rf"[{numerals}]{{1,3}}|" if numerals else ""
    words = "|".join(re.escape(word) for word in sorted(repeats, key=len, reverse=True))
    # Lists are marked with either of two letters that look alike, and typed with both.
    typed = {own: latin for language in known for own, latin in language.numbering.typed_as.items()}
    return _Marks(
        alphabets=alphabets,
        numerals=numerals,
        circled=circled,
        typed_as=typed | {latin: own for own, latin in typed.items()},
        # "(a)" in any alphabet; 一、; (一) and ①; "5 bis" and "خامسا مكررا".
        letter=re.compile(rf"\s*\(?([{letters}])\s?\)\s*(?=\S)"),
        numeral_decimal=re.compile(rf"\s*([{numerals}]{{1,3}})、\s*") if numerals else _NOTHING,
        numeral_mark=re.compile(rf"\s*(?:\(([{numerals}]{{1,3}})\)|([{circled}]))\s*")
        if numerals and circled
        else _NOTHING,
        repeated=re.compile(
            rf"\s*\(?(?:\d{{1,3}}|{own}[^\W\d_]{{1,5}}(?=\s))(?P<repeat>[\s-]?(?P<word>{words}))(?![^\W_])"
        ),
        repeats=repeats,
    )


@dataclass(frozen=True, slots=True)
class Number:
    """A paragraph number or list mark: how printed, what it can mean (style and value), where the text goes on.

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
        return next((value for style, value in self.readings if style == "decimal"), None)


def parse_number(text: str, *, first_expected: bool = False) -> Number | None:
    """The number that ``text`` starts with.

    With ``first_expected``, "l." and "I." are read as "1.", as OCR has it.
    """
    folded = fold(text[:_REACH])
    bare = _bare(folded.text, marks := _marks(languages()))
    found = _parse(bare.text, marks, first_expected=first_expected)
    if found is None:
        return None
    label, readings, end, misread = found
    # Where a bracket closes right behind the number, it encloses no more than the number.
    stop = bare.places[end] if end < len(bare.places) else len(folded.text)
    start = folded.span(stop, stop).start if stop < len(folded.text) else len(text[:_REACH])
    bracket = None if bare.bracket is None else folded.span(bare.bracket, bare.bracket + 1).start
    return Number(f"{label} {bare.word}".rstrip(), readings, start, misread, marks.repeats.get(bare.word, ""), bracket)


@dataclass(frozen=True, slots=True)
class _Bare:
    """The head of a line without square brackets and "bis": where its characters stood, and what was taken away."""

    text: str
    places: tuple[int, ...]
    word: str
    bracket: int | None


def _bare(text: str, marks: _Marks) -> _Bare:
    if not text.strip():
        return _Bare(text, tuple(range(len(text))), "", None)
    dropped: set[int] = set()
    chars = dict(enumerate(text))
    bracket = None
    if opened := _OPENED.match(text):
        bracket = opened.end("bracket") - 1
        dropped.update(range(opened.end()))
    start = len(dropped)
    word = ""
    if repeated := marks.repeated.match(text[start:]):
        word = repeated.group("word")
        span = range(start + repeated.start("repeat"), start + repeated.end("repeat"))
        dropped.update(span)
        if _CLOSED_NUMBER.match(text[span.stop :]) is None:
            dropped.discard(span[-1])
            chars[span[-1]] = "."  # "1 bis Prie …": the word ends the number as a point does.
    if bracket is not None and (closed := _CLOSED.match(text[start:])):
        place = start + closed.end() - 1
        bracket = None
        if _CLOSED_NUMBER.match(text[place + 1 :]) or text[place - 1 : place] in (".", ")"):
            dropped.add(place)
        else:
            chars[place] = "."
    places = tuple(i for i in range(len(text)) if i not in dropped)
    return _Bare("".join(chars[i] for i in places), places, word, bracket)


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


def starts_with_number(line: str) -> bool:
    """Whether a line opens with a paragraph number or list mark."""
    return parse_number(line) is not None


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
