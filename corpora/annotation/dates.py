"""Dates in every usual form, as 2001-09-12, 2001-09 or, without a year, --09-12 (ISO 8601)."""

from __future__ import annotations

import re
from dataclasses import replace

from corpora.annotation.numerals import number_words, value_of
from corpora.annotation.scanner import Scan
from corpora.languages import Language
from corpora.model import stating
from corpora.text.alternatives import alternatives
from corpora.text.folding import fold_pattern, fold_plain
from corpora.text.patterns import compiled
from corpora.text.punctuation import SPACED_COMMAS
from corpora.values import Date

_LAST_DAY = 39
"""The last figure that is read as a day: "32 January" is a slip and no number, "May 68" a year."""
_SLASH = re.compile(r"\s?/\s?")


def _edge(language: Language) -> str:
    """Where a date may begin; Arabic writes "and", "in", "for" and "as" as one letter with the next word."""
    if language.writing.joined_words:
        return rf"(?:(?<!\w)|(?<=(?<!\w)[{language.writing.joined_words}]))"
    return r"(?<!\w)" if language.spaced else r"(?<!\d)"


def _patterns(language: Language) -> tuple[tuple[re.Pattern[str], ...], dict[str, int]]:
    months = {word: number for number, words in language.months.items() for word in words}
    edge = _edge(language)
    # Arabic gives a month both its names; a line break may leave a space at the stroke.
    joined = alternatives(months).replace("/", r"\s?/\s?")
    patterns = tuple(
        compiled(edge + pattern.replace("MONTH", joined) + (r"(?!\w)" if language.spaced else ""))
        for pattern in language.dates.patterns
    )
    return patterns, months


def _neighbours(language: Language) -> dict[str, re.Pattern[str]]:
    """What a month without a year looks like that shares the year of the date beside it, by the side it stands on."""
    joined = alternatives(w for words in language.months.values() for w in words)
    joined = joined.replace("/", r"\s?/\s?")
    edge = _edge(language) if language.spaced else ""
    sides = (("before", language.dates.before, edge), ("after", language.dates.after, ""))
    return {side: compiled(begins + pattern.replace("MONTH", joined)) for side, pattern, begins in sides if pattern}


def _value(figure: str, language: Language) -> int:
    """A day or a year, in digits or in the language's numerals (a year is spelled digit by digit)."""
    return int(figure) if figure.isdecimal() else value_of(figure, language.derived(number_words))[0]


def find(scan: Scan) -> None:
    """The dates of a paragraph."""
    patterns, months = scan.language.derived(_patterns)
    _listed_months(scan)
    alone: list[tuple[int, int]] = []
    for pattern in patterns:
        for match in scan.matches(pattern):
            groups = match.groupdict()
            day, year = groups.get("d"), groups.get("y")
            if not day and not year:
                alone.append(match.span())
                continue
            if day and not 1 <= _value(day, scan.language) <= _LAST_DAY:
                continue
            month = months[_SLASH.sub("/", groups["m"].lstrip("0"))]
            date = Date(
                _value(year, scan.language) if year else None, month, _value(day, scan.language) if day else None
            )
            scan.add(date, match.start(), match.end())
            if date.year is not None and date.day is None:
                _beside(scan, match.start(), match.end(), date.year, months)
    _share_years(scan)
    _share_months(scan)
    # Days that were found beside a date may complete another: "le 7 et le 8 juin et le 25 et le 26 juillet 2023".
    _share_years(scan)
    weekdays = scan.language.derived(_weekdays)
    for match in weekdays.finditer(scan.folded.text) if weekdays else ():
        scan.take(match.start(), match.end())
    named = scan.language.dates.named_day
    for match in named.finditer(scan.folded.text) if named else ():
        scan.take(match.start(), match.end())
    for start, end in alone:
        if (scan.folded.text[start].isdigit() or not scan.language.spaced) and not any(
            a < end and start < b for a, b in map(scan.place, scan.anchors)
        ):
            scan.take(start, end)  # 11月 and 六月 alone are a month, and no number


def _listed_months(scan: Scan) -> None:
    """2024年8、9月: the first month leaves its character to the second; without a year neither is a date, nor a number."""
    pattern = scan.language.dates.listed_months
    for match in scan.matches(pattern) if pattern else ():
        year = match.group("y")
        for name in ("first", "second") if year else ():
            scan.add(Date(int(year), int(match.group(name)), None), match.start(name), match.end(name))
        scan.take(match.start(), match.end())


def _joins(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What joins two dates, and the day that a date beside it completes."""
    joins, weekday = fold_plain(language.dates.joins), _weekday(language)
    if not language.spaced:
        join = rf"\s?(?:{weekday})?\s?(?:{joins})\s?" if weekday else rf"\s?(?:{joins})\s?"
        between = compiled(join)
        day_behind = compiled(rf"{join}(?P<d>\d{{1,2}})\s?{language.dates.day_mark}")  # 至5日 behind 6月3日
        return between, day_behind
    # "24, 25, and 30 March": a comma may stand before what joins the last day of a list.
    join = rf"[{SPACED_COMMAS}]?\s?(?:{joins})\s?"
    if weekday:
        # ", et le jeudi " of "le mercredi 1er, et le jeudi 2 février".
        join = rf"(?:{join}|[\s{SPACED_COMMAS}]*(?:{joins})\s?(?:{weekday})[\s{SPACED_COMMAS}]*)"
    between = compiled(join)
    # "3 au " before "5 juin".
    day_before = compiled(rf"(?<![\w/.,(])(?P<d>\d{{1,2}}){language.dates.day_suffix}{join}$")
    return between, day_before


def _weekday(language: Language) -> str:
    """The pattern of a day of the week, "" where the language has none."""
    return fold_pattern(language.dates.weekday) if language.dates.weekday else ""


def _weekdays(language: Language) -> re.Pattern[str] | None:
    """Days of the week beside a figure, or in a script without spaces: some are number words too ("الاثنين", 星期三)."""
    weekday = _weekday(language)
    if not weekday:
        return None
    return compiled(rf"(?<!\w)\w?(?:{weekday})(?=[\s{SPACED_COMMAS}]*\d)" if language.spaced else f"(?:{weekday})")


def _share_years(scan: Scan) -> None:
    """ "du 30 juin au 5 juillet 2022": the date without a year has that of the date beside it, or the year before."""
    joined, _ = scan.language.derived(_joins)
    dates = sorted(stating(scan.anchors, Date), key=lambda found: found[0].span)
    # In a list of dates the last one has the year, in Chinese the first.
    for k in (*range(len(dates) - 2, -1, -1), *range(len(dates) - 1)):
        (before, first), (after, second) = dates[k], dates[k + 1]
        between = fold_plain(scan.text[before.span.end : after.span.start])
        if (first.year is None) is (second.year is None) or not joined.fullmatch(between):
            continue
        at, year = (k, second.year) if first.year is None else (k + 1, first.year)
        # A month with its year gives it to a day behind it ("2021年5月、7月20日"), and takes none from that.
        if year is None or second.day is None or (first.day is None and at == k):
            continue
        turns = (first.month, first.day or 0) > (second.month, second.day)
        year += (-1 if at == k else 1) if turns else 0
        anchor, bare = dates[at]
        whole = replace(bare, year=year)
        dates[at] = replace(anchor, value=whole), whole
        scan.anchors[scan.anchors.index(anchor)] = dates[at][0]


def _share_months(scan: Scan) -> None:
    """ "les 24, 25 et 30 juin 2022", "du 3 au 5 juin 2022": the days that share month and year with the date beside them."""
    if not scan.language.spaced:
        _days_of_a_month(scan)
    dated = [found for found in stating(scan.anchors, Date) if found[1].day is not None]
    # "el párrafo 11 al 31 de marzo": the number of a paragraph is no day.
    named = {m.start("n") for m in scan.language.references.pattern.finditer(scan.folded.text)} if dated else set()
    for anchor, date in dated:
        start, end = scan.place(anchor)
        day = date.day or 0
        # One day beside the date, and others beside that one as long as they go on in order.
        while (found := _next_day(scan, start, end, listed=day != date.day)) is not None:
            value, (start, last), end = found
            if (
                not 1 <= value <= 31
                or start in named
                or (_is_out_of_order(value, day, scan.language) and day != date.day)
            ):
                break
            scan.add(replace(date, day=value), start, last)
            day = value


def _next_day(scan: Scan, start: int, end: int, *, listed: bool) -> tuple[int, tuple[int, int], int] | None:
    """The day beside a date or a day, its place, and where what stands behind it begins.

    It is looked for behind the date in Chinese, before it elsewhere; in a list a comma joins, too.
    """
    _, joined = scan.language.derived(_joins)
    text = scan.folded.text
    if not scan.language.spaced:
        match, base = joined.match(text[end : end + _REACH]), end
    else:
        base = max(0, start - _REACH)
        match = joined.search(text[base:start])
        if match is None and listed:
            match = _LISTED_DAY.search(text[base:start])
    if match is None:
        return None
    return int(match.group("d")), (base + match.start("d"), base + match.end("d")), base + match.end()


def _is_out_of_order(value: int, day: int, language: Language) -> bool:
    """Whether a day does not go on a list: it falls behind in Chinese, which reads on, or is later elsewhere, where it is read back."""
    return value <= day if not language.spaced else value >= day


_LISTED_DAY = re.compile(rf"(?<![\w/.,(])(?P<d>\d{{1,2}})[{SPACED_COMMAS}]\s?$")
"""A day before another of a list: the "24, " of "24, 25 and 30 March"."""


def _two_days(language: Language) -> re.Pattern[str]:
    joins, mark = fold_plain(language.dates.joins), language.dates.day_mark
    return compiled(rf"(?P<a>\d{{1,2}})\s?(?:{joins})\s?(?P<b>\d{{1,2}})\s?{mark}")  # 3至5日 behind 6月


def _days_of_a_month(scan: Scan) -> None:
    """A month that ends where two days begin has the first of them: Chinese sets the month before both."""
    for anchor, month in [found for found in stating(scan.anchors, Date) if found[1].day is None]:
        start, end = scan.place(anchor)
        match = scan.language.derived(_two_days).match(scan.folded.text, end)
        if match is None:
            continue
        scan.anchors.remove(anchor)
        scan.add(replace(month, day=int(match.group("a"))), start, match.end("a"))


_REACH = 30
"""Characters that a month and what joins it to a date may take."""


def _beside(scan: Scan, start: int, end: int, year: int, months: dict[str, int]) -> None:
    """ "septembre à décembre 2018": the month that shares the year of a month beside it."""
    text = scan.folded.text
    for side, pattern in scan.language.derived(_neighbours).items():
        base = max(0, start - _REACH) if side == "before" else end
        match = pattern.search(text[base:start] if side == "before" else text[end : end + _REACH])
        if match:
            month = months[_SLASH.sub("/", match.group("m").lstrip("0"))]
            place = base + match.start("m"), base + match.end("m")
            scan.add(Date(year, month, None), *place)
