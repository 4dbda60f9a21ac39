"""D205."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import VersionCheck
from reports.checks.support.voting import outlier_counts
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.findings.model import Finding, Severity, place_of


class FootnoteMarkDiffers(VersionCheck):
    """A paragraph carries more or fewer footnote marks than its counterparts."""

    code = "D205"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "accuracy/reference"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each version whose count differs from that of the others."""
        with_notes = {d.language for d in versions.documents if d.footnotes}
        for row in versions.rows:
            counts = {code: _tied(cell) for code, cell in row.cells.items() if code in with_notes}
            if row.checked:
                yield from self._of_row(row, counts)

    def _of_row(self, row: VersionRow, counts: dict[str, int]) -> Iterator[Finding]:
        for outlier in outlier_counts(counts):
            facts = outlier.facts
            source, target = row.cells[outlier.reference], row.cells[outlier.code]
            places = place_of(source.resolution, source.first), place_of(target.resolution, target.first)
            yield Finding(self.code, self.severity, *places, "D205.one", facts, 0.8)


def _tied(cell: Cell) -> int:
    """Marks of a cell that lead to a footnote of its document."""
    notes = {note.mark for note in cell.resolution.footnotes}
    return sum(mark.mark in notes for mark in cell.marks)


CHECK = FootnoteMarkDiffers()
