"""M107."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import ClaimingCheck
from reports.checks.support.hunk_checks import finding_between
from reports.checks.support.mandate_checks import after_place, before_place
from reports.comparison.ledger import Ledger
from reports.findings.model import Finding, Severity
from reports.messages.wording import shortened


class ReplacedMandate(ClaimingCheck):
    """A mandate is gone and another one to the same addressee stands in its place."""

    code = "M107"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/mandate"
    rank = 25

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for each mandate that was replaced."""
        pair = ledger.pair
        for change in pair.changes:
            if change.relation != "replaced" or change.before is None or change.after is None:
                continue
            facts = {"was": shortened(change.before.text, 70), "now": shortened(change.after.text, 70)}
            places = before_place(pair, change.before), after_place(pair, change.after)
            yield finding_between(self, ledger, places, "M107.one", facts, severity=self.severity, confidence=0.6)


CHECK = ReplacedMandate()
