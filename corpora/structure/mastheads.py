"""What the documents service prints around a resolution: masthead, date below the closing formula, job number."""

from __future__ import annotations

import re
from functools import cache

from corpora.languages import language
from corpora.text.folding import fold_plain

_DATE_LINE = re.compile(
    r"""
    \d{1,2}(?:er|º)?[ ](?:de[ ])?                                       # "1er", "12 de"
    [^\W\d_]+(?:/[^\W\d_]+|[ ][^\W\d_]+(?:/[^\W\d_]+)?)?              # the month; in Arabic two names of it
    [ ](?:de[ ])?\d{4}(?:[ ]года|[ ]г\.)?
    | \d{4}年\d{1,2}月\d{1,2}日
    """,
    re.VERBOSE,
)
"""A date that is all of a line: at the head of a document, or below its closing formula."""
_JOB_NUMBER = re.compile(r"(?:\d{2}-?\s?\d{5})(?:\s?\([A-Z]\))?(?:\s+\d{6})*|\*\d{6,8}\*")
"""The number that the documents service prints at the foot of a first page: "01 49725", "21-10645 (F)", "*2110645*"."""


def is_masthead(text: str, code: str) -> bool:
    """Whether a line is part of a masthead: organization, organ, distribution, date, session, agenda item, origin."""
    return any(
        _masthead(code).fullmatch(form) or is_date_line(form) for form in (text.strip(), fold_plain(text).strip())
    )


def is_date_line(text: str) -> bool:
    """Whether a date is all of a line."""
    return _DATE_LINE.fullmatch(text.strip()) is not None


def is_job_number(text: str) -> bool:
    """Whether a line is the job number of a document and nothing else."""
    return _JOB_NUMBER.fullmatch(text.strip()) is not None


@cache
def _masthead(code: str) -> re.Pattern[str]:
    return re.compile(language(code).section("headings")["masthead"], re.IGNORECASE)
