"""Dates in every usual form, as 2001-09-12, 2001-09 or, without a year, --09-12 (ISO 8601)."""

from __future__ import annotations

import re
from functools import cache

from corpora.anchors.numerals import number_words, value_of
from corpora.anchors.scan import Scan, alternatives
from corpora.languages import language
from corpora.text import fold_plain


@cache
def _patterns(code: str) -> tuple[tuple[re.Pattern[str], ...], dict[str, int]]:
    data = language(code)
    months = {fold_plain(word): int(n) for n, words in data.section("months").items() for word in words}
    edge = r"(?<!\w)" if data.spaced else r"(?<!\d)"
    # Arabic gives a month both its names; a line break may leave a space at the stroke.
    joined = alternatives(list(months)).replace("/", r"\s?/\s?")
    compiled = tuple(
        re.compile(edge + pattern.replace("MONTH", joined) + (r"(?!\w)" if data.spaced else ""))
        for pattern in data.section("dates")["patterns"]
    )
    return compiled, months


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
