"""Dates in every usual form, as 2001-09-12, 2001-09 or, without a year, --09-12 (ISO 8601)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from corpora.annotation.numerals import number_words, value_of
from corpora.annotation.scanner import Scan, alternatives
from corpora.languages import language
from corpora.text.folding import fold_plain

_SLASH = re.compile(r"\s?/\s?")
_MONTH_ALONE = re.compile(r"\d{4}-\d\d|--\d\d")
"""The value of a date without its day, or without day and year."""


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
            month = months[_SLASH.sub("/", groups["m"].lstrip("0"))]
            value = f"{_value(year) if year else '-'}-{month:02d}" + (f"-{_value(day):02d}" if day else "")
            scan.add("date", value, match.start(), match.end())
            if year and not day:
                _beside(scan, match.start(), match.end(), f"{_value(year)}", months)
    _share_years(scan)
    _share_months(scan)


@cache
def _joins(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What joins two dates, and the day that a date beside it completes."""
    data = language(code)
    join = rf"\s?(?:{fold_plain(data.section('dates')['joins'])})\s?"
    if not data.spaced:
        return re.compile(join), re.compile(rf"{join}(?P<d>\d{{1,2}})\s?日")
    return re.compile(join), re.compile(rf"(?<![\w/.,(])(?P<d>\d{{1,2}})(?:er|st|nd|rd|th|º|°|o|-го)?{join}$")


def _share_years(scan: Scan) -> None:
    """ "du 30 juin au 5 juillet 2022": the date without a year has that of the date beside it, or the year before."""
    joined, _ = _joins(scan.language.code)
    dates = sorted((a for a in scan.anchors if a.kind == "date"), key=lambda a: a.span)
    # In a list of dates the last one has the year, in Chinese the first.
    for k in (*range(len(dates) - 2, -1, -1), *range(len(dates) - 1)):
        first, second = dates[k], dates[k + 1]
        between = fold_plain(scan.text[first.span.end : second.span.start])
        if first.value.startswith("-") is second.value.startswith("-") or not joined.fullmatch(between):
            continue
        at, whole = (k, second) if first.value.startswith("-") else (k + 1, first)
        if len(whole.value) != len("2022-07-05"):
            continue
        year, turns = int(whole.value[:4]), first.value[-5:] > second.value[-5:]
        year += (-1 if at == k else 1) if turns else 0
        bare = dates[at]
        dates[at] = replace(bare, value=f"{year}{bare.value[1:]}")
        scan.anchors[scan.anchors.index(bare)] = dates[at]


def _share_months(scan: Scan) -> None:
    """ "du 3 au 5 juin 2022": the day that shares month and year with the date beside it."""
    _, day = _joins(scan.language.code)
    text = scan.folded.text
    if not scan.language.spaced:
        _days_of_a_month(scan)
    for date in [a for a in scan.anchors if a.kind == "date" and len(a.value) >= len("--07-05")]:
        start, end = scan.place(date)
        base = max(0, start - _REACH) if scan.language.spaced else end
        match = day.search(text[base:start]) if scan.language.spaced else day.match(text[base : end + _REACH])
        if match and 1 <= int(match.group("d")) <= 31:
            value = f"{date.value[:-2]}{int(match.group('d')):02d}"
            scan.add("date", value, base + match.start("d"), base + match.end("d"))


@cache
def _two_days(code: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<a>\d{{1,2}})\s?(?:{fold_plain(language(code).section('dates')['joins'])})\s?(?P<b>\d{{1,2}})\s?日"
    )


def _days_of_a_month(scan: Scan) -> None:
    """ "2020年10月28至29日": a month that ends where two days begin has the first of them."""
    for month in [a for a in scan.anchors if a.kind == "date" and _MONTH_ALONE.fullmatch(a.value)]:
        _, end = scan.place(month)
        match = _two_days(scan.language.code).match(scan.folded.text, end)
        if match is None:
            continue
        scan.anchors.remove(month)
        scan.add("date", f"{month.value}-{int(match.group('a')):02d}", scan.place(month)[0], match.end("a"))


_REACH = 30
"""Characters that a month and what joins it to a date may take."""


def _beside(scan: Scan, start: int, end: int, year: str, months: dict[str, int]) -> None:
    """ "septembre à décembre 2018": the month that shares the year of a month beside it."""
    text = scan.folded.text
    for side, pattern in _neighbours(scan.language.code).items():
        base = max(0, start - _REACH) if side == "before" else end
        match = pattern.search(text[base:start] if side == "before" else text[end : end + _REACH])
        if match:
            month = months[_SLASH.sub("/", match.group("m").lstrip("0"))]
            place = base + match.start("m"), base + match.end("m")
            scan.add("date", f"{year}-{month:02d}", *place)
