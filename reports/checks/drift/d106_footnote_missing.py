"""D106."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Kind
from reports.checks.base import VersionCheck
from reports.checks.support.voting import most_have
from reports.comparison.rows import Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Facts


class FootnoteMissing(VersionCheck):
    """A footnote or an annex that most versions have is missing in one."""

    code = "D106"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "accuracy/omission"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each version that lacks a footnote or annex which most versions have."""
        with_notes = {d.language for d in versions.documents if d.footnotes}
        for row in versions.rows:
            if row.kind not in (Kind.FOOTNOTE, Kind.ANNEX) or not most_have(row.cells, row.absent):
                continue
            reference = next(iter(row.cells.values()))
            for code in row.absent:
                if row.kind is Kind.FOOTNOTE and code not in with_notes:
                    continue
                facts: Facts = {"paragraph": reference.first.id, "others": tuple(row.cells), "outlier": code}
                place = place_of(reference.resolution, reference.first)
                yield Finding(
                    code=self.code,
                    severity=self.severity,
                    source=place,
                    target=None,
                    sentence="D106.one",
                    facts=facts,
                    confidence=0.8,
                )


CHECK = FootnoteMissing()
