"""Times of day as every language says them: "10.30 a.m.", "17 h 30", 下午5时30分."""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpora.annotation.numerals import number_words, value_of, whole_words
from corpora.annotation.scanner import Scan
from corpora.languages import Language
from corpora.model import stating
from corpora.text.folding import fold_pattern, fold_plain
from corpora.text.patterns import compiled
from corpora.values import TimeOfDay

_COLON = re.compile(r"(?<![\w:./])(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?![\d:])")
_NOON, _LAST_HOUR = 12, 24
_REACH = 24
"""Characters that a time and what joins it to the next may take."""


def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    run = language.derived(number_words).run.pattern
    templates = [fold_pattern(raw) for raw in language.clock.patterns]
    return (*(compiled(raw.replace("HOUR", rf"(?:{run})")) for raw in templates), _COLON)


def _named(language: Language) -> tuple[re.Pattern[str], Mapping[str, TimeOfDay]] | None:
    times = {
        word: TimeOfDay(int(time[:2]), int(time[3:])) for time, words in language.clock.named.items() for word in words
    }
    return (whole_words(times, spaced=language.spaced), times) if times else None


def _first_of_period(language: Language) -> re.Pattern[str]:
    """An hour that shares the half of the day of the time behind it: "3 to 4.30 p.m."."""
    joins = fold_plain(language.clock.joins)
    return compiled(rf"(?<![\w.,/])(?P<h>\d{{1,2}})(?:[.:](?P<min>[0-5]\d))?\s?(?:{joins})\s?$")


def find(scan: Scan) -> None:
    """The times of day of a paragraph."""
    halves: dict[tuple[int, int], bool] = {}
    for pattern in scan.language.derived(_patterns):
        for match in scan.matches(pattern):
            _read(scan, match, halves)
    _share_halves(scan, halves)
    named = scan.language.derived(_named)
    if named is None:
        return
    pattern, times = named
    for match in scan.matches(pattern):
        # "l'après-midi" is no noon.
        if not scan.folded.text[: match.start()].endswith("-"):
            scan.add(times[match.group()], match.start(), match.end())


def _read(scan: Scan, match: re.Match[str], halves: dict[tuple[int, int], bool]) -> None:
    clock, groups = scan.language.clock, match.groupdict()
    hour = _figure(scan, groups["h"])
    minute = _figure(scan, groups.get("min") or "0")
    if part := groups.get("part"):
        minute = next((int(n) for n, words in clock.parts.items() if part in words), 0)
    late = _is_late(scan.language, groups.get("half"))
    start = min(place for name in ("h", "half") if groups.get(name) for place in [match.start(name)])
    swapped = clock.minutes_first and "/" in match.group()
    if swapped and minute <= _LAST_HOUR and hour < 60 and hour != minute:
        # "30/10" has the minutes first; of "15/10" it cannot be told, and neither reading is missed.
        sure = hour > _LAST_HOUR or hour == 0
        scan.add(_time(minute, hour, late), start, match.end(), firm=sure, take=sure)
        if sure:
            return
        scan.add(_time(hour, minute, late), start, match.end(), firm=False)
        return
    if hour > _LAST_HOUR or minute > 59:
        return
    scan.add(_time(hour, minute, late), start, match.end())
    if late is not None:
        halves[start, match.end()] = late


def _figure(scan: Scan, text: str) -> int:
    return int(text) if text.isdecimal() else value_of(text, scan.language.derived(number_words))[0]


def _is_late(language: Language, half: str | None) -> bool | None:
    """Whether the half of the day is the second; None where none is named."""
    if not half:
        return None
    late, early = language.clock.afternoon, language.clock.morning
    if late and late.search(half):
        return True
    return False if early and early.search(half) else None


def _time(hour: int, minute: int, late: bool | None) -> TimeOfDay:
    if late and hour < _NOON:
        hour += _NOON
    elif late is False and hour == _NOON:
        hour = 0
    return TimeOfDay(hour % _LAST_HOUR, minute)


def _share_halves(scan: Scan, halves: Mapping[tuple[int, int], bool]) -> None:
    """The first time of a period that leaves its half of the day to the second one, and the second that leaves it to the first."""
    if not scan.language.clock.joins:
        return
    pattern = scan.language.derived(_first_of_period)
    # " to " between "3 p.m." and "4.30".
    joins = compiled(rf"[\s,]*(?:{fold_plain(scan.language.clock.joins)})[\s,]*")
    read = [(scan.place(anchor), anchor, time) for anchor, time in stating(scan.anchors, TimeOfDay)]
    read.sort(key=lambda found: found[0])
    for (start, end), late in halves.items():
        own = next(time for place, _, time in read if place[0] == start)
        base = max(0, start - _REACH)
        if bare := pattern.search(scan.free[base:start]):
            hour, minute = int(bare.group("h")), int(bare.group("min") or 0)
            first = _time(hour, minute, late)
            # "11 to 1 p.m.": the period begins before noon.
            if (first.hour, first.minute) > (own.hour, own.minute):
                first = TimeOfDay(hour, minute)
            if hour <= _NOON:
                scan.add(first, base + bare.start("h"), base + bare.end("min" if bare.group("min") else "h"))
        for place, anchor, time in read:
            if place in halves or not late or time.hour >= _NOON or place[0] < end:
                continue
            if joins.fullmatch(scan.folded.text[end : place[0]]):
                scan.anchors.remove(anchor)
                scan.add(TimeOfDay(time.hour + _NOON, time.minute), *place)
