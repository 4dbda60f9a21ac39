"""What a resolution asks for: reports, meetings, panels, funds, observances, with who is to provide them and by when."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import cache

from corpora.languages import language
from corpora.mandates.extraction import Mandate, mandates_of
from corpora.model import Resolution
from corpora.structure.adoption import adoption_date
from corpora.text.folding import fold, fold_pattern

SORTS = ("report", "meeting", "panel", "fund", "observance")
_ASKS = frozenset({"direct", "urge", "decide"})
_FULL_DATE = 10
"""Characters of a date with year, month and day (ISO 8601)."""
_WEEKEND = 5
"""The weekday with which the weekend begins, Monday being 0."""
_LEAP_DAY = "--02-29"
_EARLIER = 78
"""The first session of the General Assembly that opened a week earlier than rule 1 has it, as those after it did."""


@dataclass(frozen=True, slots=True)
class Deliverable:
    """One thing asked for: its sort, the words that ask for it, the mandate, and when it is due.

    ``due`` is a day (ISO 8601) or None; ``due_words`` says it as printed ("à sa douzième session"), where anything does;
    ``every_days`` and ``every_months`` are the cycle of what recurs, 0 where it does not.
    """

    kind: str
    words: str
    mandate: Mandate
    addressee: str | None
    due: str | None
    due_words: str | None
    every_days: int = 0
    every_months: int = 0


@cache
def _patterns(code: str) -> dict[str, re.Pattern[str]]:
    section = language(code).section("deliverables")
    return {kind: re.compile(fold_pattern(section[kind])) for kind in SORTS}


def deliverables_of(resolution: Resolution) -> tuple[Deliverable, ...]:
    """The deliverables of a resolution's mandates, in order; each sort once a mandate."""
    found = []
    adopted = adoption_date(resolution)
    anchors = {p.id: p.anchors for p in resolution.paragraphs}
    for mandate in mandates_of(resolution):
        if not _asks(mandate):
            continue
        folded = fold(mandate.text)
        for kind, pattern in _patterns(resolution.language).items():
            match = pattern.search(folded.text)
            if match is None:
                continue
            span = folded.span(match.start(), match.end())
            days, months = _cycle(mandate, resolution.language)
            due, due_words = _due(
                mandate, resolution, [a.value for a in anchors[mandate.paragraph] if a.kind == "name"]
            )
            if kind == "observance" and due is None:
                day = next((a for a in anchors[mandate.paragraph] if a.value.startswith("--")), None)
                if day is not None:
                    due, due_words, days, months = _next_day(day.value, adopted), day.text, 0, 12
            addressee = mandate.addressee.text if mandate.addressee else None
            words = mandate.text[span.start : span.end]
            found.append(Deliverable(kind, words, mandate, addressee, due, due_words, days, months))
    return tuple(found)


def _next_day(day: str, adopted: str | None) -> str | None:
    """The first day of the year ``day`` ("--04-05") after the adoption (ISO 8601), None where that is not known."""
    if adopted is None:
        return None
    year = int(adopted[:4]) + (day[2:] <= adopted[5:])
    while day == _LEAP_DAY and not calendar.isleap(year):
        year += 1
    return f"{year}{day[1:]}"


def _asks(mandate: Mandate) -> bool:
    """Whether a mandate asks for something: of a list, where its points are the acts, or say by when.

    The points of what a report shall contain ask for nothing themselves.
    """
    act = mandate.under
    if mandate.kind not in _ASKS or act is None:
        return mandate.kind in _ASKS
    return act.points_are_acts or bool(mandate.deadlines or mandate.cycle)


def _due(mandate: Mandate, resolution: Resolution, names: list[str]) -> tuple[str | None, str | None]:
    """The day on which a mandate is to be fulfilled, and how the text says it; the first deadline counts."""
    dates = [d for d in mandate.deadlines if len(d.value) == _FULL_DATE and d.value[:1].isdecimal()]
    if dates:
        return dates[0].value, dates[0].text
    for deadline in mandate.deadlines:
        if deadline.value.isdecimal():
            assembly = [b.value for b in mandate.report_to] == ["general_assembly"] or (
                resolution.organ == "GA"
                and not set(names) - {"secretary_general", "general_assembly", "member_states", "states"}
            )
            return (opening_of_session(int(deadline.value)) if assembly else None), deadline.text
        return None, deadline.text
    if mandate.cycle is None and mandate.under is not None:
        return _due(mandate.under, resolution, names)
    return None, mandate.cycle.text if mandate.cycle else None


def opening_of_session(session: int) -> str:
    """The day on which a regular session of the General Assembly opens (ISO 8601).

    Tuesday of the third week in September, counting from the first week that contains at least one working day
    (Rules of Procedure of the General Assembly, rule 1, as amended by resolution 57/301); a week earlier from session 78
    on, as sessions 78 to 80 opened. A day to plan by, not one to cite.

    >>> opening_of_session(76), opening_of_session(79)
    ('2021-09-14', '2024-09-10')
    """
    first = datetime.date(1945 + session, 9, 1)
    # The week of 1 September counts where that day is Monday to Friday; weeks begin on Monday.
    back = first.weekday() if first.weekday() < _WEEKEND else first.weekday() - 7
    weeks = 2 if session < _EARLIER else 1
    return (first - datetime.timedelta(days=back) + datetime.timedelta(days=7 * weeks + 1)).isoformat()


def _cycle(mandate: Mandate, code: str) -> tuple[int, int]:
    """The cycle of what recurs, as days and months."""
    if mandate.cycle is None:
        return 0, 0
    from corpora.annotation.anchors import anchors_of

    value = mandate.cycle.value
    number = next(
        (int(a.value) for a in anchors_of(mandate.cycle.text, code) if a.kind == "number" and a.value.isdecimal()), 1
    )
    units = language(code).section("cycle_units")
    for unit, (days, months) in {
        "day": (1, 0),
        "month": (0, 1),
        "quarter": (0, 3),
        "half": (0, 6),
        "year": (0, 12),
        "biennium": (0, 24),
    }.items():
        if unit in units and re.search(fold_pattern(units[unit]), value):
            return days * number, months * number
    return 0, 0
