"""Sentences of running text: the rules of yasbd, and what texts of the Organization want beside them.

yasbd (MPL-2.0) knows the abbreviations, quotation marks and ends of sentences of many languages. Here paragraph marks that open
a text are no sentence, a full stop behind a word that a number follows ("par. 12", "No. 3", "ст. 5") ends none, and one behind a
closing quotation mark or bracket ("».") does.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from corpora.languages import available
from corpora.languages import language as data_of
from corpora.model import Span
from corpora.text.numbering import parse_number
from corpora.text.scripts import CYRILLIC_ALL_CAPITALS, CYRILLIC_CAPITALS, LATIN_CAPITALS

if TYPE_CHECKING:
    from yasbd import BoundaryDetector

GENERAL = "en"
"""Rules for a language that is not known."""
_OPENS = re.compile(rf"[\s(«“\"]*[\dA-Z{CYRILLIC_CAPITALS}]*\d")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.\s*$")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.\s*$")
"""As many languages write the days of a month ("3. März"); which those are is known of a known language."""
_CLOSED = re.compile(rf"[»”\")\]]\.(?=\s+[«“\"(]*[{LATIN_CAPITALS}{CYRILLIC_ALL_CAPITALS}])")
"""A full stop behind a closing mark, and a capital letter after it."""


def sentences(text: str, language: str | None = None) -> list[Span]:
    """The sentences of a paragraph, in order and without the white space between them; all of its words are in one of them.

    ``language`` is an ISO 639-1 code; where it is None, or yasbd does not know it, the rules of English serve.
    """
    number = parse_number(text, data_of(language) if language in available() else None)
    lead = number.end if number else 0
    body = text[lead:]
    cuts = {lead + end for end in _detector(language).detect(body)} if body.strip() else set()
    cuts |= {lead + match.end() for match in _CLOSED.finditer(body)}
    ends = [cut for cut in sorted(cuts) if 0 < cut < len(text) and not _goes_on(text[:cut], text[cut:], language)]
    spans = []
    for start, end in itertools.pairwise([0, *ends, len(text)]):
        piece = text[start:end]
        if piece.strip():
            begin = start + len(piece) - len(piece.lstrip())
            spans.append(Span(begin, start + len(piece.rstrip())))
    return spans


def _goes_on(before: str, after: str, language: str | None) -> bool:
    """Whether the full stop before a cut belongs to a short word and the number behind it to that, or to an ordinal number."""
    if language is None and _ORDINAL.search(before):
        return True
    word = _LAST_WORD.search(before)
    return bool(word and word.group(1).lower() in _short_words(language or GENERAL) and _OPENS.match(after))


def _short_words(code: str) -> tuple[str, ...]:
    """The words that are written short before a number; the English ones where the language states none."""
    own = data_of(code).writing.abbreviations if code in available() else ()
    return own or data_of(GENERAL).writing.abbreviations


@lru_cache(maxsize=16)
def _detector(language: str | None) -> BoundaryDetector:
    from yasbd import BoundaryDetector  # here, since resolutions are not read by sentences

    try:
        return BoundaryDetector(language or GENERAL)
    except ValueError:
        return BoundaryDetector(GENERAL)
