"""What the documents service prints around a resolution: masthead, date below the closing formula, job number."""

from __future__ import annotations

import re

from corpora.annotation import dates
from corpora.annotation.scanner import Scan
from corpora.languages import Language
from corpora.languages import language as language_of
from corpora.model import stating
from corpora.text.folding import fold_plain
from corpora.text.patterns import compiled
from corpora.values import Date

_JOB_NUMBER = re.compile(r"(?:\d{2}-?\s?\d{5})(?:\s?\([A-Z]\))?(?:\s+\d{6})*|\*\d{6,8}\*")
"""The number that the documents service prints at the foot of a first page: "01 49725", "21-10645 (F)", "*2110645*"."""


MASTHEAD = "masthead"
"""Why lines of a masthead are set aside."""
COVER_LANGUAGE = "en"
"""Covers in Russian, Arabic and Chinese print "Distr.: General" and "Original: English", and the day of issue, in English."""
_MOST_WORDS = 12
"""Words of a cell of a masthead."""
_LONGEST_PERIOD = 80
"""Characters of a line that holds two dates and what joins them."""
_STRAY = re.compile(r"^[~^*|\\`'_•·]{1,2}\s?(?=\d)")
"""What a scan leaves before the day of a date: "~9 September 1971"."""
_NO_WORDS = re.compile(r"[\W_]+")
_BRACKETED = re.compile(r"\[.+\]\W{0,3}")
_SYMBOL_INSIDE = re.compile(r"\b[aesc]/(?:[a-z0-9.\-]+/)*[a-z0-9.\-]*\d")


def is_provenance(text: str) -> bool:
    """Whether a line says in square brackets from what document a text comes: "[on the report of the … (A/70/1)]"."""
    folded = fold_plain(text).strip()
    return _BRACKETED.fullmatch(folded) is not None and _SYMBOL_INSIDE.search(folded) is not None


def is_masthead(text: str, language: Language) -> bool:
    """Whether a line is part of a masthead.

    Organization, organ, distribution, date, session, agenda item, origin, and in square brackets what the text comes from.
    """
    if is_provenance(text):
        return True
    masthead = language.headings.masthead
    forms = [form.strip().rstrip(" *") for form in (text, fold_plain(text))]
    stands = any(masthead.fullmatch(form) or is_date_line(form, language) for form in forms)
    return stands or is_agenda_line(text, language) or _is_period_line(text, language) or _is_two_lines(text, language)


def _is_two_lines(text: str, language: Language) -> bool:
    """Whether a line is two of a masthead that a narrow cell joined: "9 July 2036 Original: English"."""
    words = text.split()
    if not 2 < len(words) <= _MOST_WORDS:
        return False
    cuts = ((" ".join(words[:k]), " ".join(words[k:])) for k in range(1, len(words)))
    masthead = language.headings.masthead
    return any(is_date_line(one, language) and masthead.fullmatch(fold_plain(other)) for one, other in cuts)


def is_agenda_line(text: str, language: Language) -> bool:
    """Whether the number of an agenda item is all of a line; a mark of a footnote may follow it."""
    return language.cover.agenda.fullmatch(fold_plain(text).strip().rstrip(" *")) is not None


def _two_dates(language: Language) -> re.Pattern[str]:
    line = language.dates.line.pattern
    return compiled(rf"(?:{line})\s?(?:{language.dates.joins})\s?(?:{line})")


def _is_period_line(text: str, language: Language) -> bool:
    """Whether the days of a session are all of a line: "25 July 2024–30 July 2025"."""
    if len(text) > _LONGEST_PERIOD:
        return False
    if language.derived(_two_dates).fullmatch(text.strip()):
        return True
    scan = Scan(text, language)
    dates.find(scan)
    days = [anchor for anchor, date in stating(scan.anchors, Date) if date.is_day]
    if len(days) != 2:
        return False
    # "16 июня — 11 июля 2036 года": a word for the year may follow the second.
    end = days[1].span.start if is_date_line(text[days[1].span.start :], language) else len(text)
    rest = _NO_WORDS.sub(" ", scan.free.replace("\x00", " ")[:end]).strip()
    return not rest or re.fullmatch(fold_plain(language.dates.joins), rest) is not None


def is_date_line(text: str, language: Language) -> bool:
    """Whether a date is all of a line: at the head of a document, in English in any language, or below its closing formula."""
    line = _STRAY.sub("", text.strip())
    return any(one.dates.line.fullmatch(line) for one in (language, language_of(COVER_LANGUAGE)))


def is_reissue(text: str, language: Language) -> bool:
    """Whether a line is the note that a document was issued anew, which conversions leave among the paragraphs of the page it stands on."""
    reissued = language.headings.reissued
    return reissued is not None and reissued.fullmatch(fold_plain(text).strip()) is not None


def is_job_number(text: str) -> bool:
    """Whether a line is the job number of a document and nothing else."""
    return _JOB_NUMBER.fullmatch(text.strip()) is not None
