"""D205."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import VersionCheck
from reports.checks.support.counts import count_finding
from reports.comparison.rows import Cell, Versions
from reports.findings.model import Finding, Severity

_SENTENCES = "D205.one", "D205.groups"


class FootnoteMarkDiffers(VersionCheck):
    """A paragraph carries more or fewer footnote marks than its counterparts."""

    code = "D205"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "accuracy/reference"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each row in which the counts differ."""
        with_notes = {d.language for d in versions.documents if d.footnotes}
        for row in versions.rows:
            counts = {code: _tied(cell) for code, cell in row.cells.items() if code in with_notes}
            found = count_finding(self.code, self.severity, row, counts, _SENTENCES) if row.checked else None
            if found is not None:
                yield found


def _tied(cell: Cell) -> int:
    """Marks of a cell that lead to a footnote of its document."""
    notes = {note.mark for note in cell.resolution.footnotes}
    return sum(mark.mark in notes for mark in cell.marks)


CHECK = FootnoteMarkDiffers()
