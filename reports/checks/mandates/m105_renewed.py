"""M105."""

from __future__ import annotations

from collections.abc import Iterator

from align.model import Relation
from corpora.model import Kind
from corpora.structure.addresses import address_of
from reports.checks.base import RelatedCheck
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding, Severity, place_of


class RenewedMandate(RelatedCheck):
    """A mandate is renewed unchanged."""

    code = "M105"
    since = "0.1.0"
    default = False
    severity = Severity.NEUTRAL
    category = "no error"

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each operative paragraph of which not a word differs; the rows say it too, so that it is off by default."""
        for bead in pair.alignment.beads:
            if bead.relation is not Relation.IDENTICAL:
                continue
            before, after = pair.earlier.paragraph(bead.source[0]), pair.later.paragraph(bead.target[0])
            if before.kind is not Kind.OPERATIVE:
                continue
            yield Finding(
                self.code,
                self.severity,
                place_of(pair.earlier, before),
                place_of(pair.later, after),
                "M105.one",
                {"paragraph": address_of(pair.earlier, before.id)},
            )


CHECK = RenewedMandate()
