"""Whether the date of a document is to be believed: not where it cannot be, or contradicts its session or symbol, or a scan damaged it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as calendar_day

from corpora.annotation import sessions
from corpora.annotation.scanner import Scan
from corpora.languages import Language
from corpora.model import stating
from corpora.text.symbols import parse_symbol, years_of
from corpora.values import Date, Session

_FIRST = calendar_day(1945, 10, 24)
"""The day on which the Charter came into force (Charter of the United Nations, Article 110): no organ acted before."""
_BEFORE_SESSION = 1945
"""Session n of the General Assembly opens in September of this year + n (rules of procedure of the Assembly, rule 1)."""
_MOST_SESSIONS = 150
"""A session of the Assembly that is numbered higher is none: a year."""
_DRAFT_OF_YEAR = re.compile(r"[A-Z]/(?:[A-Z.\d]+/)*(?P<year>\d{4})/(?:L\.)?\d")
"""The symbol of a draft or letter that names its year: "E/2025/L.16"."""
_DRAFT_OF_SESSION = re.compile(r"A/(?:C\.\d/|BUR/)?(?P<session>\d{2,3})/(?:L\.)?\d")
"""The symbol of a document of a session of the Assembly: "A/78/L.5", "A/C.3/78/L.5"."""
_DAMAGED = re.compile(r"[~^\\`]\s?(?=\d{1,2}\D)")
"""A sign right before the day that no date has there, as character recognition leaves of a figure: "~9 September"."""


def in_doubt(date: Date, line: str, *, symbol: str | None, session: str, language: Language) -> bool:
    """Whether a day is to be doubted that stands in a ``line`` of a document of this symbol and session, as its cover prints them."""
    if date.year is None or date.day is None:
        return False
    try:
        day = calendar_day(date.year, date.month, date.day)
    except ValueError:
        return True
    if day < _FIRST or _DAMAGED.search(line) is not None:
        return True
    return any(not first <= day.year <= last for first, last in _years(symbol, session, language))


def _years(symbol: str | None, session: str, language: Language) -> Iterator[tuple[int, int]]:
    """The years, first and last, that symbol and session say each."""
    parsed = parse_symbol(symbol) if symbol else None
    if parsed is not None and (years := years_of(parsed)) is not None:
        # The Economic and Social Council's session of a year begins in July of the year before.
        yield (years[0] - (parsed.body == "E"), years[1])
    if symbol and (found := _DRAFT_OF_YEAR.match(symbol)):
        yield (int(found["year"]) - 1, int(found["year"]))
    if symbol and (found := _DRAFT_OF_SESSION.match(symbol)):
        yield _of_session(int(found["session"]))
    if parsed is not None and parsed.body == "A" and not language.sessions.special.search(session.casefold()):
        scan = Scan(session, language)
        sessions.find(scan)
        numbers = [value.number for _, value in stating(scan.anchors, Session)]
        if len(numbers) == 1 and numbers[0] <= _MOST_SESSIONS:
            yield _of_session(numbers[0])


def _of_session(number: int) -> tuple[int, int]:
    return _BEFORE_SESSION + number, _BEFORE_SESSION + number + 1
