"""Which legacy encoding a text is in, told by what its bytes decode to.

No bytes are forbidden in most of these encodings, so each is tried, and what comes out is held to the language that it should
be: groups of three letters for Russian and Arabic, the share of common characters for Chinese, small accented letters for the
languages in Latin letters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from corpora.languages import Language, languages
from corpora.languages.detection import UNLIKE, likeness
from corpora.text.scripts import ARABIC_LETTERS, CYRILLIC, is_any_han, is_han_mark

_SAMPLE = 20_000
"""Bytes that are looked at."""
_FEWEST = 0.8
"""Share of the letters above ASCII that must be those of the language."""
_MOST_BROKEN = 0.005
"""Share of characters that may not be decodable: a sample may end inside a character."""


_MARKS = "œŒÉ’‘“”«»–—…·°ºª\u00a0"


@dataclass(frozen=True, slots=True)
class _Encoding:
    """An encoding by the name that iconv knows; how like its language a text is (0 and less where it is unlike)."""

    name: str
    codec: str
    score: Callable[[str], float]


_BLOCKS = {"cyrillic": CYRILLIC, "arabic": ARABIC_LETTERS}
"""The first and the last letter that the encodings of a script have."""


def _like(language: Language) -> Callable[[str], float]:
    """Likeness to a language whose letters are those of its script."""
    first, last = _BLOCKS[language.writing.script]

    def score(text: str) -> float:
        letters = [c for c in text if c.isalpha() and c > "\x7f"]
        share = sum(first <= c <= last for c in letters) / max(1, len(letters))
        return likeness(text, language) - UNLIKE if letters and share >= _FEWEST else 0.0

    return score


def _common(codec: str, first: int, last: int) -> Callable[[str], float]:
    """Share of Chinese characters that stand in the rows of the common ones of an encoding."""

    def score(text: str) -> float:
        wide = [c for c in text if c > "\x7f"]
        rows = [c.encode(codec, errors="replace")[0] for c in wide if is_any_han(c)]
        marks = sum(is_han_mark(c) or c in "“”‘’…—·" for c in wide)
        common = sum(first <= row <= last for row in rows) + marks
        return 4 * (common / len(wide) - _FEWEST) if len(rows) > 0.5 * len(wide) else 0.0

    return score


def _latin(text: str) -> float:
    """Share of accented small letters and of quotation marks and dashes, of a text whose letters are mostly those of ASCII."""
    letters = [c for c in text if c.isalpha()]
    high = [c for c in text if c > "\x7f"]
    if not high or sum(c > "\x7f" for c in letters) > 0.5 * len(letters):
        return 0.0
    return sum("\u00df" <= c <= "\u00ff" or c in _MARKS for c in high) / len(high) - _FEWEST


_OTHERS = (
    # Rows of level 1 of GB 2312, and of the frequently used characters of Big5.
    _Encoding("gb18030", "gb18030", _common("gb2312", 0xB0, 0xD7)),
    _Encoding("big5", "big5", _common("big5", 0xA4, 0xC6)),
    _Encoding("windows-1252", "cp1252", _latin),
)


@cache
def _encodings(known: tuple[Language, ...]) -> tuple[_Encoding, ...]:
    """Those that the languages state, told by their letters, and those that are told by their common characters."""
    own = (_Encoding(page, page, _like(language)) for language in known for page in language.writing.code_pages)
    return (*own, *_OTHERS)


def likely_code_page(data: bytes) -> str | None:
    """The legacy encoding of a text, by the name that iconv knows; None where none gives a text of an official language."""
    best: tuple[float, str] | None = None
    for encoding in _encodings(languages()):
        text = data[:_SAMPLE].decode(encoding.codec, errors="replace")
        if text.count("\ufffd") > 1 + _MOST_BROKEN * len(text):
            continue
        score = encoding.score(text)
        if score > 0 and (best is None or score > best[0]):
            best = score, encoding.name
    return best[1] if best else None
