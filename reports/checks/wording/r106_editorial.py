"""R106."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import ClaimingCheck
from reports.checks.support.hunk_checks import changes_of
from reports.comparison.editorial import Editorial
from reports.comparison.ledger import Ledger
from reports.findings.model import Finding, Severity, WordChange


class EditorialChanges(ClaimingCheck):
    """What differs in the letter and says the same."""

    code = "R106"
    since = "0.3.0"
    severity = Severity.MINOR
    category = "style/editorial"
    rank = 30

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for a document, with all its places; neutral where only what frames the text changed."""
        mine = [entry for entry in ledger.entries if entry.reason is not None]
        ledger.take(mine)
        changes: list[WordChange] = []
        for entry in mine:
            changes += changes_of(ledger.pair, entry.hunk, str(entry.reason))
        if not changes:
            return
        body = [c for c in changes if c.reason not in (Editorial.FRAME, Editorial.TYPOGRAPHY)]
        first = (body or changes)[0]
        yield Finding(
            code=self.code,
            severity=self.severity if body else Severity.NEUTRAL,
            source=first.source,
            target=first.target,
            sentence="R106.one",
            facts={"count": len(changes)},
            confidence=0.9,
            changes=tuple(changes),
        )


CHECK = EditorialChanges()
