"""Dates in every usual form, as 2001-09-12, 2001-09 or, without a year, --09-12 (ISO 8601)."""

from __future__ import annotations

import re
from functools import cache

from corpora.anchors.numerals import number_words, value_of
from corpora.anchors.scan import Scan, alternatives
from corpora.languages import language
from corpora.text import fold_plain


def _edge(code: str) -> str:
    """Where a date may begin; Arabic writes "and", "in", "for" and "as" as one letter with the next word."""
    if code == "ar":
        return r"(?:(?<!\w)|(?<=(?<!\w)[وفبلك]))"
    return r"(?<!\w)" if language(code).spaced else r"(?<!\d)"


@cache
def _patterns(code: str) -> tuple[tuple[re.Pattern[str], ...], dict[str, int]]:
    data = language(code)
    months = {fold_plain(word): int(n) for n, words in data.section("months").items() for word in words}
    edge = _edge(code)
    # Arabic gives a month both its names; a line break may leave a space at the stroke.
    joined = alternatives(list(months)).replace("/", r"\s?/\s?")
    compiled = tuple(
        re.compile(edge + pattern.replace("MONTH", joined) + (r"(?!\w)" if data.spaced else ""))
        for pattern in data.section("dates")["patterns"]
    )
    return compiled, months


@cache
def _neighbours(code: str) -> dict[str, re.Pattern[str]]:
    """What a month without a year looks like that shares the year of the date beside it, by the side it stands on."""
    data = language(code)
    joined = alternatives([fold_plain(w) for words in data.section("months").values() for w in words])
    joined = joined.replace("/", r"\s?/\s?")
    edge = _edge(code) if data.spaced else ""
    return {
        side: re.compile((edge if side == "before" else "") + data.section("dates")[side].replace("MONTH", joined))
        for side in ("before", "after")
        if side in data.section("dates")
    }


def _value(figure: str) -> int:
    """A day or a year, in digits or in Chinese numerals (a year is spelled digit by digit)."""
    return int(figure) if figure.isdecimal() else value_of(figure, number_words("zh"))[0]


def find(scan: Scan) -> None:
    """The dates of a paragraph."""
    patterns, months = _patterns(scan.language.code)
    for pattern in patterns:
        for match in scan.matches(pattern):
            groups = match.groupdict()
            day, year = groups.get("d"), groups.get("y")
            if not day and not year:
                continue
            if day and not 1 <= _value(day) <= 31:
                continue
            month = months[re.sub(r"\s?/\s?", "/", groups["m"].lstrip("0"))]
            value = f"{_value(year) if year else '-'}-{month:02d}" + (f"-{_value(day):02d}" if day else "")
            scan.add("date", value, match.start(), match.end())
            if year and not day:
                _beside(scan, match.start(), match.end(), f"{_value(year)}", months)


_REACH = 30
"""Characters that a month and what joins it to a date may take."""


def _beside(scan: Scan, start: int, end: int, year: str, months: dict[str, int]) -> None:
    """ "septembre à décembre 2018": the month that shares the year of a month beside it."""
    text = scan.folded.text
    for side, pattern in _neighbours(scan.language.code).items():
        base = max(0, start - _REACH) if side == "before" else end
        match = pattern.search(text[base:start] if side == "before" else text[end : end + _REACH])
        if match:
            month = months[re.sub(r"\s?/\s?", "/", match.group("m").lstrip("0"))]
            place = base + match.start("m"), base + match.end("m")
            scan.add("date", f"{year}-{month:02d}", *place)
