"""What the documents service prints around a resolution: masthead, date below the closing formula, job number."""

from __future__ import annotations

import re

from corpora.languages import Language
from corpora.text.folding import fold_plain

_JOB_NUMBER = re.compile(r"(?:\d{2}-?\s?\d{5})(?:\s?\([A-Z]\))?(?:\s+\d{6})*|\*\d{6,8}\*")
"""The number that the documents service prints at the foot of a first page: "01 49725", "21-10645 (F)", "*2110645*"."""


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
    return any(
        masthead.fullmatch(form) or is_date_line(form, language) for form in (text.strip(), fold_plain(text).strip())
    )


def is_date_line(text: str, language: Language) -> bool:
    """Whether a date is all of a line: at the head of a document, or below its closing formula."""
    return language.dates.line.fullmatch(text.strip()) is not None


def is_job_number(text: str) -> bool:
    """Whether a line is the job number of a document and nothing else."""
    return _JOB_NUMBER.fullmatch(text.strip()) is not None
