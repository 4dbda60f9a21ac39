"""M106."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Kind
from reports.checks.base import RelatedCheck
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding, Severity, place_of


class MovedMandate(RelatedCheck):
    """A mandate stands in another place, or has moved between the preamble and the operative part."""

    code = "M106"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "design/structure"

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each operative paragraph that moved."""
        for bead in pair.alignment.beads:
            if not bead.moved or not bead.source or not bead.target or bead.source[0] == bead.target[0]:
                continue
            before, after = pair.earlier.paragraph(bead.source[0]), pair.later.paragraph(bead.target[0])
            if Kind.OPERATIVE not in (before.kind, after.kind) or not (before.kind.is_main and after.kind.is_main):
                continue
            severity = Severity.MAJOR if before.kind is not after.kind else self.severity
            yield Finding(
                code=self.code,
                severity=severity,
                source=place_of(pair.earlier, before),
                target=place_of(pair.later, after),
                sentence="M106.one",
                facts={"earlier": before.id, "later": after.id},
                confidence=bead.score,
            )


CHECK = MovedMandate()
