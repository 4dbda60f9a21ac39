"""D202."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from corpora.annotation.details import PART
from corpora.annotation.weekdays import weekday_of
from corpora.languages import language_of
from corpora.model import Anchor, stating
from corpora.values import AnchorKind, Date, Number, TimeOfDay, Value
from reports.checks.support.details import other_details
from reports.checks.support.self_checks import JOINED
from reports.checks.support.severity import past
from reports.checks.support.values import (
    Discrepancy,
    Located,
    RowValues,
    ValueCheck,
    discrepancy,
    only_value,
    same_range,
    values_of_kinds,
)
from reports.checks.support.voting import counted_out, several_against
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Severity

_NAMED_FOR_A_DAY = re.compile(
    r"""
    (?<![^\W\d_])(?P<initial>[^\W\d_])-?(?P<day>\d{1,2})(?!\d)          # "M23": the first letter of the month, and the day
    | (?<![\d.])(?P<month>\d{1,2})[.\u00b7](?P<of_month>\d{1,2})(?![\d.])  # "3.23", as Chinese has it
    """,
    re.VERBOSE,
)
_AFTER_CITATION = 90
"""Characters behind a citation in which its own date is given."""


class DateDiffers(ValueCheck):
    """A date or time of day of one version stands in no other."""

    code = "D202"
    since = "0.1.0"
    severity = Severity.CRITICAL
    category = "accuracy/date"
    noun = "date"
    occurrences_count = True

    families = (frozenset({AnchorKind.DATE}), frozenset({AnchorKind.TIME}))

    def between(self, row: VersionRow) -> Callable[[str, str], list[Discrepancy]]:
        """Also one date with two days of the week, other months that stand alone, and other parts of a year."""
        dates = super().between(row)
        months = RowValues(row, _with_lone_months, self._has_month)
        parts = other_details(row, PART.__eq__)

        def discrepancies(one: str, other: str) -> list[Discrepancy]:
            every = dates(one, other)
            lone = [g for g in months.gaps(one, other) if all(g) and any(_is_lone(v) for v in g)]
            known = [a for d in every for a in d.anchors]
            gaps = [g for g in lone if not any(a is v[1] for a in known for v in g if v)]
            weekday = _other_weekday(row.cells[one], row.cells[other])
            gaps += [*([weekday] if weekday else []), *parts(one, other)]
            return [*every, *(discrepancy(one, other, gap) for gap in gaps)]

        return discrepancies

    def required(self, cell: Cell) -> Mapping[str, Located]:
        """The dates of a cell, and the times of day."""
        return values_of_kinds(cell, AnchorKind.DATE, AnchorKind.TIME)

    def has(self, cell: Cell, wanted: Anchor) -> bool:
        """Whether a date or time of day stands that can be the same."""
        if isinstance(wanted.value, TimeOfDay):
            return any(_can_be(a.value, wanted.value) for a in [a for _, a in cell.anchors] + cell.footnote_anchors)
        dates = stating([a for _, a in cell.anchors] + cell.footnote_anchors, Date)
        if not isinstance(wanted.value, Date):
            return False
        # A title may be quoted in another language than the text: "7 April 2018" in French.
        if wanted.text in cell.text and any(character.isalpha() for character in wanted.text):
            return True
        return any(date.agrees(wanted.value) for _, date in dates) or _is_in_a_name(cell, wanted.value)

    def _has_month(self, cell: Cell, wanted: Anchor) -> bool:
        """Whether a date or a month alone stands that can be the same."""
        value = wanted.value
        alone = stating((a for _, a in cell.details), Date)
        return isinstance(value, Date) and (any(d.agrees(value) for _, d in alone) or self.has(cell, wanted))

    def same(self, one: Anchor, other: Anchor) -> bool:
        """Whether two dates can be the same day, or two times are the same."""
        if isinstance(one.value, Date) and isinstance(other.value, Date):
            return one.value.agrees(other.value)
        return one.value == other.value

    def one_slip(self, found: Discrepancy, later: Discrepancy) -> bool:
        """Both ends of a period that a version lacks or has otherwise: "8 and 9 September", "4 and 5 September"."""
        return same_range(found, later)

    def points(self, row: VersionRow, found: Discrepancy) -> bool:
        """Whether the dates were past when the resolution was adopted, and so can be no deadline."""
        return any(isinstance(a.value, Date) for a in found.anchors) and past(
            (row.cells[found.reference], row.cells[found.outlier]), found.anchors
        )

    def weigh(self, row: VersionRow, found: Discrepancy) -> tuple[Severity, float] | None:
        """Two dates that differ are grave; the date of a cited text may stand in one language only."""
        base = self.base(row, found)
        if found.missing and found.extra:
            # Who says "early" for the first half of a year may mean no other part of it.
            return (base, 0.95) if all(a.firm for a in found.anchors) else (base.lower(), 0.8)
        if isinstance(only_value(found)[1].value, TimeOfDay):
            return Severity.MINOR, 0.6
        cell = row.cells[found.reference if found.missing else found.outlier]
        if _dates_a_citation(cell, only_value(found)[1]):
            return None if not several_against(found.others) or found.extra else (Severity.MINOR, 0.95)
        # What one of several versions has or lacks alone may be said in words ("à la même date", "à ce jour").
        return base.lower(), 0.6 if counted_out(row.cells) else 0.95


def _with_lone_months(cell: Cell) -> dict[str, Located]:
    """The dates of a cell, and the months that stand without day and year."""
    found = values_of_kinds(cell, AnchorKind.DATE)
    for paragraph, anchor in cell.details:
        if isinstance(anchor.value, Date):
            found.setdefault(anchor.form, (paragraph, anchor))
    return found


def _is_lone(located: Located | None) -> bool:
    value = located[1].value if located else None
    return isinstance(value, Date) and value.year is None and value.day is None


def _other_weekday(one: Cell, other: Cell) -> tuple[Located, Located] | None:
    """Where two versions give one date two days of the week; None where they do not."""
    theirs = _weekdays(other)
    for date, (number, here) in _weekdays(one).items():
        if date in theirs and theirs[date][0] != number:
            return here, theirs[date][1]
    return None


def _weekdays(cell: Cell) -> dict[Date, tuple[int, Located]]:
    found: dict[Date, tuple[int, Located]] = {}
    for paragraph in cell.paragraphs:
        for anchor, date in stating(paragraph.anchors, Date):
            named = weekday_of(paragraph.text, anchor, language_of(paragraph)) if date.day is not None else None
            if named is not None:
                said = paragraph.text[named.span.start : named.span.end]
                found.setdefault(date, (named.number, (paragraph, replace(anchor, text=said, span=named.span))))
    return found


def _is_in_a_name(cell: Cell, date: Date) -> bool:
    """Whether a day without a year stands in a name made of it: "M23", "М-23" or "3.23运动" for the movement of the 23rd of March."""
    if date.year is not None or date.month is None or date.day is None:
        return False
    day = str(date.day)
    return any(
        (match["initial"] and match["day"] == day) or (match["month"] == str(date.month) and match["of_month"] == day)
        for match in _NAMED_FOR_A_DAY.finditer(cell.text)
    )


def _can_be(value: Value, time: TimeOfDay) -> bool:
    """Whether a value is a time of day, or a figure that may say its full hour ("17 heures")."""
    return value == time or (time.minute == 0 and isinstance(value, Number) and value.whole == time.hour)


def _dates_a_citation(cell: Cell, date: Anchor) -> bool:
    """Whether the date follows a symbol closely: it then only says when the cited text was adopted."""
    for paragraph in cell.paragraphs:
        if date in paragraph.anchors:
            return any(
                a.kind in (AnchorKind.CITATION, AnchorKind.DATE)
                and (JOINED if a.kind is AnchorKind.DATE else -1) < date.span.start - a.span.end <= _AFTER_CITATION
                and a is not date
                for a in paragraph.anchors
            ) or bool(paragraph.marks)
    return True


CHECK = DateDiffers()
