"""Rows side by side: text that a version only divides otherwise is neither missing nor added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.checks.support.voting import few_have, most_have
from reports.comparison.rows import VersionRow

_REACH = 2
"""Rows before and after that are looked at: what is divided otherwise lands in the next row or the one after it."""


def _beside(rows: Sequence[VersionRow], index: int) -> Iterator[VersionRow]:
    for place in range(max(0, index - _REACH), min(len(rows), index + _REACH + 1)):
        if place != index and rows[place].operative is rows[index].operative:
            yield rows[place]


def lacks(row: VersionRow, code: str, pivot: str) -> bool:
    """Whether a version lacks a row that most have: the pivot among them, or more versions than lack it."""
    if code not in row.absent:
        return False
    # A row without the pivot must have more than half of the versions to be one that most have.
    return most_have(row.cells, row.absent) if pivot in row.cells else not few_have(row.cells, row.absent)


def divided_otherwise(rows: Sequence[VersionRow], index: int, code: str) -> bool:
    """Whether a version that lacks this row has one beside it that most others lack."""
    return any(code in row.cells and few_have(row.cells, row.absent) for row in _beside(rows, index))


def lacks_beside(rows: Sequence[VersionRow], index: int, code: str) -> bool:
    """Whether a version that has this row almost alone lacks one beside it that most others have."""
    return any(code in row.absent and most_have(row.cells, row.absent) for row in _beside(rows, index))
