"""M107."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import RelatedCheck
from reports.checks.support.mandate_checks import after_place, before_place
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding, Severity
from reports.messages.wording import shortened


class ReplacedMandate(RelatedCheck):
    """A mandate is gone and another one to the same addressee stands in its place."""

    code = "M107"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/mandate"

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate that was replaced."""
        for change in pair.changes:
            if change.relation != "replaced" or change.before is None or change.after is None:
                continue
            facts = {"was": shortened(change.before.text, 70), "now": shortened(change.after.text, 70)}
            places = before_place(pair, change.before), after_place(pair, change.after)
            yield Finding(self.code, self.severity, *places, "M107.one", facts, 0.6)


CHECK = ReplacedMandate()
