"""D402."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import VersionCheck
from reports.checks.support.term_consistency import inconsistencies, quotation
from reports.comparison.rows import Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Facts


class RenderedAsOne(VersionCheck):
    """Two phrases of the pivot are rendered by one phrase of a version."""

    code = "D402"
    since = "0.1.0"
    default = False
    severity = Severity.MINOR
    category = "terminology/inconsistent use of terminology"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each odd rendering, the pivot with each other version."""
        for other in versions.others:
            code = other.language
            for found in inconsistencies(versions, code, versions.pivot.language):
                unusual, common = quotation(found.outlier[2:]), quotation(found.usual[2:])
                facts: Facts = {
                    "phrase": found.phrase,
                    "odd": unusual,
                    "language": code,
                    "count": found.times,
                    "usual": common,
                }
                places = place_of(versions.pivot, *found.outlier[2:]), place_of(other, *found.outlier[:2])
                yield Finding(self.code, self.severity, *places, "D402.one", facts, 0.6)


CHECK = RenderedAsOne()
