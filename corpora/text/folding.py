"""Folding text for matching: same words, one shape, and the way back to the characters as printed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from corpora.model import Span
from corpora.text.punctuation import APOSTROPHES, DASHES, NARROW
from corpora.text.scripts import (
    CYRILLIC,
    CYRILLIC_SERIES,
    DIGITS,
    INVISIBLE,
    JOINERS,
    LATIN_CAPITALS_ALIKE,
    LIKE_CYRILLIC,
    LIKE_LATIN_CAPITALS,
    NOT_READ,
    ONE_FORM,
    SPACES,
    TYPED_FOR_LATIN,
    is_cyrillic,
)

_TABLE: dict[int, str] = {
    **{ord(c): "'" for c in APOSTROPHES},
    **{ord(c): " " for c in SPACES},
    **{ord(c): "-" for c in DASHES},
    **{ord(c): str(i) for digits in DIGITS for i, c in enumerate(digits)},
    **{ord(a): b for a, b in (NARROW | ONE_FORM).items()},
}


_LOOK_ALIKES = dict(zip(LIKE_CYRILLIC, TYPED_FOR_LATIN, strict=True))
"""Latin letters and the Cyrillic ones that look alike, small or capital, as keyboards mix them."""
_AS_CYRILLIC = {ord(a): b for a, b in _LOOK_ALIKES.items()}
_AS_LATIN = {ord(b): a for a, b in _LOOK_ALIKES.items()}
_CYRILLIC = "-".join(CYRILLIC)
_MIXED = re.compile(rf"[a-z][{_CYRILLIC}]|[{_CYRILLIC}]/?[a-z]")
_MIXED_WORD = re.compile(rf"[a-z{_CYRILLIC}]*(?:[a-z][{_CYRILLIC}]|[{_CYRILLIC}][a-z])[a-z{_CYRILLIC}]*")
_CYRILLIC_SERIES = re.compile(rf"(?<![\w/])[{CYRILLIC_SERIES}](?=/[a-z])")
"""The series of a document symbol that was typed with a Cyrillic letter: "А/RES/56/1"."""


_IN_LATIN = {ord(a): b for a, b in zip(LIKE_LATIN_CAPITALS, LATIN_CAPITALS_ALIKE, strict=True)}


def in_latin_letters(text: str) -> str:
    """A text with Cyrillic and Greek capitals as the Latin ones that look the same."""
    return text if text.isascii() else text.translate(_IN_LATIN)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; ``offsets`` maps each character to the text it came from, or is None where nothing was dropped."""

    text: str
    offsets: tuple[int, ...] | None

    def span(self, start: int, end: int) -> Span:
        """The span in the unfolded text of ``start`` to ``end`` of the folded one."""
        if self.offsets is None:
            return Span(start, end)
        if start >= end:
            place = self.offsets[start] if start < len(self.offsets) else 0
            return Span(place, place)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


def _in_one_script(text: str) -> str:
    """A folded text with Latin letters in Cyrillic words, and the other way round, as the letters that they look like."""
    if text.isascii() or not _MIXED.search(text):
        return text
    return _CYRILLIC_SERIES.sub(lambda m: m.group().translate(_AS_LATIN), _MIXED_WORD.sub(_as_most, text))


def mixed_words(text: str) -> list[Span]:
    """The words of a text in which letters of another script stand for those that they look like; folding reads them as one.

    >>> mixed_words("C\u043evet A/RES/56/1"), mixed_words("Covet A/RES/56/1")
    ([Span(start=0, end=5)], [])
    """
    plain = _lower(text.translate(_TABLE))
    if plain.isascii():
        return []
    found = [*_MIXED_WORD.finditer(plain), *_CYRILLIC_SERIES.finditer(plain)]
    return sorted(Span(match.start(), match.end()) for match in found)


def _as_most(match: re.Match[str]) -> str:
    word = match.group()
    cyrillic = sum(map(is_cyrillic, word))
    return word.translate(_AS_CYRILLIC if 2 * cyrillic > len(word) else _AS_LATIN)


@lru_cache(maxsize=8192)
def fold(text: str) -> Folded:
    """Lower-case ``text`` and unify apostrophes, spaces, dashes, digits and Arabic letter forms.

    Vowel marks, tatweel and invisible marks are dropped, so that what is searched is what is read.
    """
    offsets: tuple[int, ...] | None = None
    if not text.isascii() and not NOT_READ.isdisjoint(text):
        offsets = tuple(i for i, c in enumerate(text) if c not in NOT_READ)
        text = "".join(text[i] for i in offsets)
    return Folded(_in_one_script(_lower(text.translate(_TABLE))), offsets)


def is_idle(char: str, before: str) -> bool:
    """Whether a character cannot be seen and changes nothing: all that is invisible, a joiner that follows no letter."""
    return char in INVISIBLE or (char in JOINERS and not before.isalpha())


def fold_plain(text: str) -> str:
    """``fold`` without the way back."""
    return fold(text).text


def without_accents(text: str) -> str:
    """A text without accents and other combining marks (NFKD): as people type it who leave them out."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def one_line(text: str) -> str:
    """``fold_plain`` with every stretch of spaces as one: what two texts are compared by that only differ in print."""
    return " ".join(fold_plain(text).split())


def fold_pattern(pattern: str) -> str:
    """A regular expression with the letters that ``fold`` unifies written as ``fold`` writes them."""
    return pattern.translate({ord(a): b for a, b in ONE_FORM.items()})
