"""Days of the week beside dates: "le mardi 4 juin 2024", 2024年6月4日星期二."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date as calendar_day
from typing import NamedTuple

from corpora.languages import Language, expand
from corpora.model import Anchor, Span
from corpora.text.alternatives import alternatives
from corpora.text.folding import fold_plain
from corpora.text.patterns import compiled
from corpora.text.punctuation import OPENING_BRACKETS, SPACED_COMMAS
from corpora.values import Date

_REACH = 24
"""Characters beside a date in which the name of its day stands, with an article and a comma."""


class Weekday(NamedTuple):
    """The day of the week that a text names beside a date: its number (ISO 8601), and where both stand."""

    number: int
    span: Span


class _Names(NamedTuple):
    before: re.Pattern[str]
    behind: re.Pattern[str]
    numbers: Mapping[str, int]


def _names(language: Language) -> _Names | None:
    numbers = {
        fold_plain(word): int(number)
        for number, words in language.dates.weekdays.items()
        for raw in words
        for word in expand(raw)
    }
    if not numbers:
        return None
    name = f"(?P<name>{alternatives(numbers)})"
    # "mardi " of "mardi 4 juin", "Tuesday, the ", "вторник, "; 星期二 and (星期二) behind the date.
    before = compiled(rf"{name}[\s{SPACED_COMMAS}]*(?:\w{{1,3}}\s)?$")
    behind = compiled(rf"\s?[{re.escape(OPENING_BRACKETS)}]?{name}")
    return _Names(before, behind, numbers)


def weekday_of(text: str, anchor: Anchor, language: Language) -> Weekday | None:
    """The day of the week that stands beside a date of a text; None where there is none."""
    names = language.derived(_names)
    if names is None:
        return None
    start, end = anchor.span.start, anchor.span.end
    if language.spaced:
        base = max(0, start - _REACH)
        match = names.before.search(fold_plain(text[base:start]))
        return Weekday(names.numbers[match.group("name")], Span(base + match.start("name"), end)) if match else None
    match = names.behind.match(fold_plain(text[end : end + _REACH]))
    return Weekday(names.numbers[match.group("name")], Span(start, end + match.end("name"))) if match else None


def falls_on(date: Date) -> int | None:
    """The day of the week of a date (ISO 8601: Monday is 1); None where the date is no whole day, or no day at all."""
    if date.year is None or date.day is None:
        return None
    try:
        return calendar_day(date.year, date.month, date.day).isoweekday()
    except ValueError:
        return None
