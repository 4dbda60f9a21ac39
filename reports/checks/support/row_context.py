"""Rows that some versions lack, asked of any two versions; text that a version only divides otherwise is neither missing nor added.

A line without a mark of its own may be a paragraph that one version divides and another does not. It is lacking where nothing beside its
place renders it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import permutations

from align.lexicon.tokenization import stemmed
from corpora.model import Kind
from reports.checks.support.lexical_evidence import rendered_by
from reports.checks.support.severity import by_effect
from reports.checks.support.voting import most_have
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Group, Severity

_REACH = 2
"""Rows before and after that are looked at: what is divided otherwise lands in the next row or the one after it."""
_LINE = 3
"""Words that carry meaning from which a line without a mark says something: as many as a passage has (align/omissions)."""
_AS_LONG = 0.6
"""Share of a paragraph's length by which the one beside its place is longer than it should be, where it says that paragraph too: chosen."""
RUN = 4
"""Paragraphs in a row from which it is a part of the text that is missing, and one finding says so."""


class Gap(Enum):
    """How a version lacks a row that another has: it divides its text otherwise, lacks the one row, or a whole part around it."""

    DIVIDED = 0
    ALONE = 1
    PART = 2


@dataclass(frozen=True, slots=True)
class Absence:
    """A row that some versions lack: which, and the worst gap between one that has it and one that lacks it."""

    index: int
    row: VersionRow
    gap: Gap
    missing: bool
    """Whether it is the versions without it that lack something, rather than the versions with it that add it."""

    @property
    def having(self) -> tuple[str, ...]:
        """The versions that have the row."""
        return tuple(self.row.cells)


def absences(versions: Versions) -> list[Absence]:
    """The paragraphs, titles and list items that some versions have and others lack, in the order of the rows."""
    rows = versions.rows
    worst: dict[int, Gap] = {}
    for has, lacks in permutations([d.language for d in versions.documents], 2):
        for index, gap in _of_pair(rows, has, lacks):
            worst[index] = max(worst.get(index, gap), gap, key=lambda g: g.value)
    pivot = versions.pivot.language
    return [Absence(i, rows[i], gap, _is_missing(rows[i], pivot)) for i, gap in sorted(worst.items())]


def _is_missing(row: VersionRow, pivot: str) -> bool:
    """Whether most versions have the row; of as many as lack it, those with the pivot."""
    most = most_have(row.cells, row.absent)
    return most if pivot in row.cells else most and len(row.cells) != len(row.absent)


def _of_pair(rows: Sequence[VersionRow], has: str, lacks: str) -> Iterator[tuple[int, Gap]]:
    """The rows that one version has and the other lacks; rows that neither has are looked past, as if the two stood alone."""
    shared = [(i, row) for i, row in enumerate(rows) if has in row.cells or lacks in row.cells]
    counted = [(place, i) for place, (i, row) in enumerate(shared) if is_counted(row)]
    run: list[tuple[int, int]] = []
    for place, i in [*counted, (-1, -1)]:
        if i >= 0 and lacks not in rows[i].cells:
            run.append((place, i))
            continue
        part = len(run) >= RUN
        for at, index in run:
            divided = _divided(shared, at, has, lacks) or _told_beside(shared, at, has, lacks)
            yield index, Gap.PART if part else Gap.DIVIDED if divided else Gap.ALONE
        run = []
    yield from ((i, Gap.ALONE) for place, (i, _) in enumerate(shared) if _is_lost_line(shared, place, has, lacks))


def is_counted(row: VersionRow) -> bool:
    """Whether a row has a mark or a verb of its own, so that who lacks it lacks a paragraph."""
    return row.kind.is_counted or row.kind is Kind.TITLE


def _is_lost_line(shared: Sequence[tuple[int, VersionRow]], place: int, has: str, lacks: str) -> bool:
    """Whether a line without a mark is lacking: its paragraph is there, and nothing that stands beside its place renders it."""
    row = shared[place][1]
    if row.kind is not Kind.CONTINUATION or lacks in row.cells or _divided(shared, place, has, lacks):
        return False
    above = next((r for _, r in reversed(shared[:place]) if is_counted(r)), None)
    line = row.cells[has]
    if (
        above is None
        or not {has, lacks} <= above.cells.keys()
        or sum(stemmed(line.text, line.language).content) < _LINE
    ):
        return False
    near = (r for _, r in shared[max(0, place - _REACH) : place + _REACH + 1])
    beside = [cell for r in (above, *near) if (cell := r.cells.get(lacks)) is not None]
    return rendered_by(line, beside) is False


def _divided(shared: Sequence[tuple[int, VersionRow]], place: int, has: str, lacks: str) -> bool:
    """Whether the version without a row has one of its own beside it that the other lacks."""
    operative = shared[place][1].operative
    near = [*shared[max(0, place - _REACH) : place], *shared[place + 1 : place + _REACH + 1]]
    return any(row.operative is operative and lacks in row.cells and has not in row.cells for _, row in near)


def _told_beside(shared: Sequence[tuple[int, VersionRow]], place: int, has: str, lacks: str) -> bool:
    """Whether the version without a row says it in the paragraph before or behind its place, which is longer by about as much."""
    row = shared[place][1]
    mine = row.cells[has]
    for _, beside in shared[max(0, place - 1) : place + 2]:
        if beside is row or not {has, lacks} <= beside.cells.keys() or beside.operative is not row.operative:
            continue
        ratio = _length_ratio([r for _, r in shared if r is not beside], has, lacks)
        longer = beside.cells[lacks].length - ratio * beside.cells[has].length
        if longer >= _AS_LONG * ratio * mine.length > 0 and rendered_by(mine, [beside.cells[lacks]]):
            return True
    return False


def _length_ratio(rows: Sequence[VersionRow], has: str, lacks: str) -> float:
    """How many characters one version takes for each of the other's, in the rows that both have; 0 where there is none."""
    both = [row for row in rows if {has, lacks} <= row.cells.keys()]
    mine = sum(row.cells[has].length for row in both)
    return sum(row.cells[lacks].length for row in both) / mine if mine else 0.0


def severity_of(severity: Severity, absence: Absence) -> Severity:
    """How grave it is that versions lack a row: less outside the operative part, a shade where it is only divided otherwise."""
    if absence.gap is Gap.PART:
        return severity if absence.row.in_operative_part else severity.lower()
    if absence.row.kind is Kind.TITLE or absence.gap is Gap.DIVIDED:
        return Severity.MINOR
    if absence.row.kind is Kind.CONTINUATION:
        severity = severity.lower()
    return by_effect(severity, absence.row)


def presence_groups(absence: Absence, says: str) -> tuple[Group, ...]:
    """The versions that have a row and those that lack it, the more first; none for a pair."""
    if len(absence.having) + len(absence.row.absent) < 3:
        return ()
    groups = [Group(absence.having, says), Group(absence.row.absent, "")]
    return tuple(sorted(groups, key=lambda group: -len(group.versions)))
