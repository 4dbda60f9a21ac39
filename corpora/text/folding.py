"""Folding text for matching: same words, one shape, and the way back to the characters as printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from corpora.model import Span

_APOSTROPHES = "’‘ʼ＇´`"
_SPACES = "\u00a0\u202f\u2009\u2007\u3000\t\n\r"
_DASHES = "–—‑‒−"
_DIGITS = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９"
_PAIRS = {
    "（": "(",
    "）": ")",
    "［": "[",
    "］": "]",
    "．": ".",
    "：": ":",
    "／": "/",
    "ё": "е",
    "Ё": "е",
    "\u066a": "%",
}
_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي"}
_DROPPED = frozenset(
    "ـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670\u200e\u200f\u00ad\u200b\u200c\u200d\ufeff"
)

_TABLE: dict[int, str] = {
    **{ord(c): "'" for c in _APOSTROPHES},
    **{ord(c): " " for c in _SPACES},
    **{ord(c): "-" for c in _DASHES},
    **{ord(c): str(i) for digits in _DIGITS for i, c in enumerate(digits)},
    **{ord(a): b for a, b in (_PAIRS | _ARABIC).items()},
}


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


@lru_cache(maxsize=8192)
def fold(text: str) -> Folded:
    """Lower-case ``text`` and unify apostrophes, spaces, dashes, digits and Arabic letter forms.

    Vowel marks, tatweel and invisible marks are dropped, so that what is searched is what is read.
    """
    offsets: tuple[int, ...] | None = None
    if not text.isascii() and any(c in _DROPPED for c in text):
        offsets = tuple(i for i, c in enumerate(text) if c not in _DROPPED)
        text = "".join(text[i] for i in offsets)
    return Folded(_lower(text.translate(_TABLE)), offsets)


def fold_plain(text: str) -> str:
    """``fold`` without the way back."""
    return fold(text).text


def one_line(text: str) -> str:
    """``fold_plain`` with every stretch of spaces as one: what two texts are compared by that only differ in print."""
    return " ".join(fold_plain(text).split())


def fold_pattern(pattern: str) -> str:
    """A regular expression with the letters that ``fold`` unifies written as ``fold`` writes them."""
    return pattern.translate({ord(a): b for a, b in (_PAIRS | _ARABIC).items() if a.isalpha()})
