"""What a resolution asks for: reports, meetings, panels, funds, observances, with who is to provide them and by when."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass, replace

from corpora.languages import Language, language_of
from corpora.mandates.extraction import Mandate, mandates_of
from corpora.model import Resolution, stating
from corpora.structure.adoption import adoption_date
from corpora.text.folding import fold
from corpora.text.punctuation import COMMAS
from corpora.values import Date, Name, Number, Session

SORTS = ("report", "meeting", "panel", "fund", "observance")
_ASKS = frozenset({"direct", "urge", "decide"})
_WEEKEND = 5
"""The weekday with which the weekend begins, Monday being 0."""
_LEAP_DAY = (2, 29)
"""Month and day."""
_SESSIONS = 200
"""The last session of the Assembly that is one: "2031 session" is that of a year."""
_EARLIER = 78
"""The first session of the General Assembly that opened a week earlier than rule 1 has it, as those after it did."""


@dataclass(frozen=True, slots=True)
class Deliverable:
    """One thing asked for: its sort, the words that ask for it, the mandate, and when it is due.

    ``due`` is a day (ISO 8601) or None; ``due_words`` says it as printed ("à sa douzième session"), where anything does;
    ``every_days`` and ``every_months`` are the cycle of what recurs, 0 where it does not; ``later_dues`` the other days where the text
    names several ("by 4 July 2023 and by 3 January 2024").
    """

    kind: str
    words: str
    mandate: Mandate
    addressee: str | None
    due: str | None
    due_words: str | None
    every_days: int = 0
    every_months: int = 0
    later_dues: tuple[str, ...] = ()

    @property
    def dues(self) -> tuple[str, ...]:
        """All days on which it is due, in order."""
        return (self.due, *self.later_dues) if self.due else ()


def deliverables_of(resolution: Resolution) -> tuple[Deliverable, ...]:
    """The deliverables of a resolution's mandates, in order; each sort once a mandate."""
    found = []
    own = language_of(resolution)
    adopted = adoption_date(resolution)
    anchors = {p.id: p.anchors for p in resolution.paragraphs}
    for mandate in mandates_of(resolution):
        if not _asks(mandate):
            continue
        folded = fold(mandate.text)
        for kind, pattern in own.deliverables.by_sort.items():
            match = pattern.search(folded.text)
            if match is None:
                continue
            span = folded.span(match.start(), match.end())
            days, months = _cycle(mandate, own)
            names = {name.key for _, name in stating(anchors[mandate.paragraph], Name)}
            due, due_words = _due(mandate, resolution, names)
            if kind == "observance" and due is None:
                yearly = (d for d in stating(anchors[mandate.paragraph], Date) if d[1].year is None)
                anchor, day = next(yearly, (None, None))
                if anchor is not None and day is not None:
                    due, due_words, days, months = _next_day(day, adopted), anchor.text, 0, 12
            addressee = _told(mandate, own)
            words = mandate.text[span.start : span.end]
            found.append(
                Deliverable(
                    kind=kind,
                    words=words,
                    mandate=mandate,
                    addressee=addressee,
                    due=due,
                    due_words=due_words,
                    every_days=days,
                    every_months=months,
                    later_dues=_later_dues(mandate, due),
                )
            )
    return tuple(found)


def _told(mandate: Mandate, language: Language) -> str | None:
    """Who is to provide it: whom the mandate addresses, else whom the words behind its verb name; None where nobody is named."""
    patterns = language.deliverables
    if mandate.addressee is not None:
        told = mandate.addressee.text
    else:
        folded = fold(mandate.text)
        match = patterns.told.search(folded.text) if patterns.told is not None else None
        if match is None:
            return None
        span = folded.span(match.start("told"), match.end("told"))
        told = mandate.text[span.start : span.end]
    folded = fold(told)
    end = patterns.told_end.search(folded.text) if patterns.told_end is not None else None
    return (told[: folded.span(end.start(), end.end()).start] if end else told).strip(" " + COMMAS) or None


def _next_day(day: Date, adopted: Date | None) -> str | None:
    """The first ``day``, which has no year, after the adoption (ISO 8601); None where the adoption is not known."""
    if adopted is None or adopted.year is None or adopted.day is None or day.day is None:
        return None
    year = adopted.year + ((day.month, day.day) <= (adopted.month, adopted.day))
    while (day.month, day.day) == _LEAP_DAY and not calendar.isleap(year):
        year += 1
    return str(replace(day, year=year))


def _asks(mandate: Mandate) -> bool:
    """Whether a mandate asks for something: of a list, where its points are the acts, or say by when.

    The points of what a report shall contain ask for nothing themselves.
    """
    act = mandate.under
    if mandate.kind not in _ASKS or act is None:
        return mandate.kind in _ASKS
    return act.points_are_acts or bool(mandate.deadlines or mandate.cycle)


def _due(mandate: Mandate, resolution: Resolution, names: set[str]) -> tuple[str | None, str | None]:
    """The day on which a mandate is to be fulfilled, and how the text says it; the first deadline counts."""
    dates = [d for d in mandate.deadlines if isinstance(d.states, Date) and d.states.is_day]
    if dates:
        return dates[0].value, dates[0].text
    for deadline in mandate.deadlines:
        if isinstance(deadline.states, Session):
            assembly = [b.value for b in mandate.report_to] == ["general_assembly"] or (
                resolution.organ == "GA"
                and not names - {"secretary_general", "general_assembly", "member_states", "states"}
            )
            day = (
                opening_of_session(deadline.states.number) if assembly and deadline.states.number <= _SESSIONS else None
            )
            adopted = adoption_date(resolution)
            # The twentieth meeting of States parties is no session of the Assembly, which had its own in 1965.
            passed = (
                day is not None and adopted is not None and adopted.year is not None and int(day[:4]) < adopted.year
            )
            return (None if passed else day), deadline.text
        return None, deadline.text
    if mandate.cycle is None and (words := _said_otherwise(mandate, resolution)) is not None:
        return None, words
    if mandate.cycle is None and (running := _within(mandate, resolution)) is not None:
        return running
    if mandate.cycle is None and mandate.under is not None:
        return _due(mandate.under, resolution, names)
    return None, mandate.cycle.text if mandate.cycle else None


def _later_dues(mandate: Mandate, due: str | None) -> tuple[str, ...]:
    """The days after the first one, where the mandate, or the act that it stands under, names several by which it is due."""
    dates = [d.value for d in mandate.deadlines if isinstance(d.states, Date) and d.states.is_day]
    if due is not None and not dates and mandate.under is not None:
        return _later_dues(mandate.under, due)
    return tuple(sorted({day for day in dates if due is not None and day > due}))


def _within(mandate: Mandate, resolution: Resolution) -> tuple[str | None, str] | None:
    """The day that "within sixty days" comes to, where that of the adoption is known, and the words; None where none stand."""
    own = language_of(resolution)
    folded = fold(mandate.text)
    match = own.drafting.within.search(folded.text) if own.drafting.within is not None else None
    if match is None:
        return None
    span = folded.span(match.start(), match.end())
    words = mandate.text[span.start : span.end]
    adopted = adoption_date(resolution)
    days, months = _measured(words, own)
    if adopted is None or adopted.year is None or adopted.day is None or not (days or months):
        return None, words
    year, month = divmod(adopted.year * 12 + adopted.month - 1 + months, 12)
    day = min(adopted.day, calendar.monthrange(year, month + 1)[1])
    return (datetime.date(year, month + 1, day) + datetime.timedelta(days=days)).isoformat(), words


def _said_otherwise(mandate: Mandate, resolution: Resolution) -> str | None:
    """The words that say by when without a day: the session of a year, days before something ends; None where none stand."""
    pattern = language_of(resolution).deliverables.due
    folded = fold(mandate.text)
    match = pattern.search(folded.text) if pattern is not None else None
    if match is None:
        return None
    span = folded.span(match.start(), match.end())
    return mandate.text[span.start : span.end].strip()


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


def _cycle(mandate: Mandate, language: Language) -> tuple[int, int]:
    """The cycle of what recurs, as days and months."""
    return _measured(mandate.cycle.text, language) if mandate.cycle is not None else (0, 0)


def _measured(words: str, language: Language) -> tuple[int, int]:
    """A stretch of time that ``words`` name, as days and months; (0, 0) where they name no unit that is known."""
    from corpora.annotation.anchors import anchors_of

    figures = (figure.whole for _, figure in stating(anchors_of(words, language), Number))
    # The last one counts the unit: "dans un délai de soixante jours", "within five (5) months".
    number = next((whole for whole in reversed(list(figures)) if whole is not None), 1)
    value = fold(words).text
    units = language.cycle_units
    for unit, days, months in (
        (units.day, 1, 0),
        (units.month, 0, 1),
        (units.quarter, 0, 3),
        (units.half, 0, 6),
        (units.year, 0, 12),
        (units.biennium, 0, 24),
    ):
        if unit is not None and unit.search(value):
            return days * number, months * number
    return 0, 0
