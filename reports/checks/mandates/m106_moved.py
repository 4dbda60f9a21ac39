"""M106."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.mandates.extraction import address_of_act
from corpora.model import Kind
from corpora.structure.addresses import address_of
from reports.checks.base import ClaimingCheck
from reports.checks.support.hunk_checks import finding_between
from reports.checks.support.mandate_checks import after_place, before_place
from reports.comparison.ledger import Ledger
from reports.comparison.mandate_changes import MOVED_ACT
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Facts


class MovedMandate(ClaimingCheck):
    """A mandate stands in another place, or has moved between the preamble and the operative part."""

    code = "M106"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "design/structure"
    rank = 24

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for each operative paragraph that moved, and one for each act that moved to another paragraph."""
        yield from self._paragraphs(ledger.pair)
        yield from self._acts(ledger)

    def _paragraphs(self, pair: RelatedPair) -> Iterator[Finding]:
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
                facts={"earlier": address_of(pair.earlier, before.id), "later": address_of(pair.later, after.id)},
                confidence=bead.score,
            )

    def _acts(self, ledger: Ledger) -> Iterator[Finding]:
        """Acts that left their paragraph: what of their words no slot explains is theirs, on both sides."""
        pair = ledger.pair
        for change in pair.changes:
            if change.relation != MOVED_ACT or change.before is None or change.after is None:
                continue
            source, target = before_place(pair, change.before), after_place(pair, change.after)
            if any(source.paragraph in b.source and target.paragraph in b.target for b in pair.alignment.beads):
                continue
            facts: Facts = {
                "earlier": address_of_act(pair.earlier, change.before),
                "later": address_of_act(pair.later, change.after),
            }
            yield finding_between(
                self, ledger, (source, target), "M106.one", facts, severity=self.severity, confidence=0.8
            )


CHECK = MovedMandate()
