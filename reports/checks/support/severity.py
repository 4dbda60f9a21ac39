"""How grave a value that differs is: by its effect, not by its kind alone.

An amount, a deadline or a term is the part of a mandate that is carried out. A value that only points (the number of a paragraph
cited, a symbol, the day of something past) sends the reader to the wrong place and leaves the mandate as it is: one step lower.
What stands outside the operative part, in a recital or an annex, is one step lower again; a footnote only points, and is never
above minor. So is the year that follows the number of a resolution: the number alone says which resolution is meant.
"""

from __future__ import annotations

from collections.abc import Collection

from corpora.model import Anchor, Kind, stating
from corpora.structure.adoption import adoption_date
from corpora.values import Date
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Severity


def by_effect(severity: Severity, row: VersionRow, *, points: bool = False) -> Severity:
    """The severity of a value that differs in a row; ``severity`` is that of one that binds in an operative paragraph.

    ``points`` says that the value only points to another place or text.
    """
    if points:
        severity = severity.lower()
    if not row.in_operative_part:
        severity = severity.lower()
    return min(severity, Severity.MINOR) if row.kind is Kind.FOOTNOTE else severity


def past(cells: Collection[Cell], dates: Collection[Anchor]) -> bool:
    """Whether every date lies before each day on which a version says that the resolution was adopted.

    What is past can be no deadline. False where no version says when it was adopted.
    """
    days = [day for cell in cells if (day := adoption_date(cell.resolution))]
    return bool(days) and all(date.is_before(day) for _, date in stating(dates, Date) for day in days)
