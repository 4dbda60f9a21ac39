"""D102."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import VersionCheck
from reports.checks.support.row_context import lacks, lacks_beside
from reports.checks.support.severity import by_effect
from reports.comparison.rows import Versions
from reports.findings.model import Finding, Severity, place_of


class ParagraphAdded(VersionCheck):
    """A version has a paragraph that most other versions do not have."""

    code = "D102"
    since = "0.1.0"
    severity = Severity.CRITICAL
    category = "accuracy/addition"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each paragraph that fewer versions have than lack it."""
        pivot = versions.pivot.language
        for i, row in enumerate(versions.rows):
            if not row.kind.is_counted or not row.absent or any(lacks(row, code, pivot) for code in row.absent):
                continue
            cell = next(iter(row.cells.values()))
            severity = by_effect(self.severity, row)
            if all(lacks_beside(versions.rows, i, code) for code in row.cells):
                severity = Severity.MINOR
            facts = {"languages": tuple(row.cells)}
            yield Finding(
                code=self.code,
                severity=severity,
                source=None,
                target=place_of(cell.resolution, cell.first),
                sentence="D102.one",
                facts=facts,
                confidence=0.9,
            )


CHECK = ParagraphAdded()
