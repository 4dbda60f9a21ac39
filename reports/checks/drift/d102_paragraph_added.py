"""D102."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Kind
from reports.checks.base import VersionCheck
from reports.checks.support.row_context import absences, presence_groups, severity_of
from reports.comparison.rows import Versions
from reports.findings.model import Finding, Severity, place_of


class ParagraphAdded(VersionCheck):
    """Versions have a paragraph that more versions lack."""

    code = "D102"
    since = "0.1.0"
    severity = Severity.CRITICAL
    category = "accuracy/addition"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each paragraph that fewer versions have than lack it."""
        for absence in absences(versions):
            if absence.missing or absence.row.kind is Kind.TITLE:
                continue
            cell = next(iter(absence.row.cells.values()))
            yield Finding(
                code=self.code,
                severity=severity_of(self.severity, absence),
                source=None,
                target=place_of(cell.resolution, cell.first),
                sentence="D102.one",
                facts={"languages": absence.having},
                confidence=0.9,
                groups=presence_groups(absence, cell.first.id),
            )


CHECK = ParagraphAdded()
