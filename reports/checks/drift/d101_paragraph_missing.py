"""D101."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from corpora.model import Kind
from reports.checks.base import VersionCheck
from reports.checks.support.row_context import divided_otherwise, lacks
from reports.checks.support.severity import by_effect
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Facts

_RUN = 4
"""Paragraphs in a row from which it is a part of the text that is missing, and one finding says so."""


class ParagraphMissing(VersionCheck):
    """A paragraph that the pivot and other versions have is missing in a version."""

    code = "D101"
    since = "0.1.0"
    severity = Severity.CRITICAL
    category = "accuracy/omission"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each paragraph that a version lacks and most others have; for a long run of them, one for the run."""
        counted = [(i, row) for i, row in enumerate(versions.rows) if row.kind.is_counted or row.kind is Kind.TITLE]
        pivot = versions.pivot.language
        for document in versions.documents:
            code = document.language
            for lacking, run in itertools.groupby(counted, key=lambda entry: lacks(entry[1], code, pivot)):
                rows = list(run) if lacking else []
                if len(rows) >= _RUN:
                    yield self._of_run([row for _, row in rows], code)
                else:
                    for i, row in rows:
                        yield self._finding(row, code, divided=divided_otherwise(versions.rows, i, code))

    def _of_run(self, rows: Sequence[VersionRow], code: str) -> Finding:
        first, last = (next(iter(row.cells.values())) for row in (rows[0], rows[-1]))
        severity = self.severity if any(row.in_operative_part for row in rows) else self.severity.lower()
        others = tuple(rows[0].cells)
        facts: Facts = {
            "count": len(rows),
            "first": first.first.id,
            "last": last.first.id,
            "others": others,
            "outlier": code,
        }
        return Finding(
            code=self.code,
            severity=severity,
            source=place_of(first.resolution, first.first),
            target=None,
            sentence="D101.run",
            facts=facts,
            confidence=0.9,
        )

    def _finding(self, row: VersionRow, code: str, *, divided: bool) -> Finding:
        reference = next(iter(row.cells.values()))
        severity = by_effect(self.severity, row)
        if row.kind is Kind.TITLE or divided:
            severity = Severity.MINOR
        others = tuple(row.cells)
        facts: Facts = {"paragraph": reference.first.id, "others": others, "outlier": code}
        place = place_of(reference.resolution, reference.first)
        return Finding(
            code=self.code,
            severity=severity,
            source=place,
            target=None,
            sentence="D101.one",
            facts=facts,
            confidence=0.9,
        )


CHECK = ParagraphMissing()
