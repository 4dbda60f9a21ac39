"""Sentences of running text: the rules of yasbd, and what texts of the Organization want beside them.

yasbd (MPL-2.0) knows the abbreviations, quotation marks and ends of sentences of many languages. Here paragraph marks that open
a text are no sentence, a full stop behind a word that a number follows ("par. 12", "No. 3", "ст. 5") ends none, and one behind a
closing quotation mark or bracket ("».") does.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from yasbd import BoundaryDetector

from corpora.model import Span
from corpora.text.numbering import parse_number

GENERAL = "en"
"""Rules for a language that is not known."""
_SHORT_WORDS = {
    "en": "art arts para paras par pp p no nos vol vols chap chaps sect sects fig figs add rev corr res doc docs ch cf e.g i.e st",
    "fr": "art arts par p pp n vol chap sect fig add rév corr rés doc docs al cf éd ch",
    "es": "art arts párr párrs pág págs núm núms vol cap secc fig add rev corr res doc docs cf inc ap",
    "ru": "ст п пп стр с гл т рис док рез разд прил доп испр подп абз см ср",
}
"""Words that are written short before a number or a symbol."""
_OPENS = re.compile(r"[\s(«“\"]*[\dA-ZА-Я]*\d")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.\s*$")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.\s*$")
"""As many languages write the days of a month ("3. März"); which those are is known of a known language."""
_CLOSED = re.compile(r"[»”\")\]]\.(?=\s+[«“\"(]*[A-ZÀ-ÖØ-ÞА-ЯЁ])")
"""A full stop behind a closing mark, and a capital letter after it."""


def sentences(text: str, language: str | None = None) -> list[Span]:
    """The sentences of a paragraph, in order and without the white space between them; all of its words are in one of them.

    ``language`` is an ISO 639-1 code; where it is None, or yasbd does not know it, the rules of English serve.
    """
    number = parse_number(text)
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
    short = _SHORT_WORDS.get(language or GENERAL, _SHORT_WORDS[GENERAL])
    return bool(word and word.group(1).lower() in short.split() and _OPENS.match(after))


@lru_cache(maxsize=16)
def _detector(language: str | None) -> BoundaryDetector:
    try:
        return BoundaryDetector(language or GENERAL)
    except ValueError:
        return BoundaryDetector(GENERAL)
