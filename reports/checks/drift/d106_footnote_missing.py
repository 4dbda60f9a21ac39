"""D106."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Kind
from corpora.structure.addresses import address_of
from reports.checks.base import VersionCheck
from reports.checks.support.voting import counted_out
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Group, Severity, place_of
from reports.messages.phrases import Facts


class FootnoteMissing(VersionCheck):
    """A footnote or an annex that some versions have is missing in others."""

    code = "D106"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "accuracy/omission"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each footnote or annex that some versions have and others lack."""
        with_notes = {d.language for d in versions.documents if d.footnotes}
        for row in versions.rows:
            absent = tuple(c for c in row.absent if row.kind is Kind.ANNEX or c in with_notes)
            if row.kind in (Kind.FOOTNOTE, Kind.ANNEX) and absent:
                yield self._finding(row, absent)

    def _finding(self, row: VersionRow, absent: tuple[str, ...]) -> Finding:
        reference = next(iter(row.cells.values()))
        having = tuple(row.cells)
        groups = sorted((Group(having, reference.first.id), Group(absent, "")), key=lambda group: -len(group.versions))
        where = address_of(reference.resolution, reference.first.id)
        facts: Facts = {"paragraph": where, "others": having, "outlier": absent}
        return Finding(
            code=self.code,
            severity=self.severity,
            source=place_of(reference.resolution, reference.first),
            target=None,
            sentence="D106.one",
            facts=facts,
            confidence=0.8,
            groups=tuple(groups) if counted_out(having + absent) else (),
        )


CHECK = FootnoteMissing()
