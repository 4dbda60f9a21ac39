"""M204."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.annotation.verbs import main_concept
from corpora.model import Part
from reports.checks.support.change_severity import binds
from reports.checks.support.hunk_checks import HunkCheck
from reports.checks.support.mandate_checks import kept_acts, step_between, verb_finding
from reports.comparison.entries import Entry
from reports.comparison.hunk_kinds import HunkKind, kind_of
from reports.comparison.ledger import Ledger
from reports.findings.model import Finding, Severity


class ActionChanged(HunkCheck):
    """What a mandate asks for changed, or the act is of another kind."""

    code = "M204"
    since = "0.1.0"
    severity = Severity.MINOR
    rank = 70
    noun = "action"

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for each mandate whose act became one of another kind, one for each row whose words changed."""
        for before, after, _ in kept_acts(ledger.pair):
            if before.verb.form != after.verb.form and step_between(before, after, ledger.pair) is None:
                facts = {
                    "before": before.verb.text,
                    "before_kind": main_concept(before.verb).kind,
                    "after": after.verb.text,
                    "after_kind": main_concept(after.verb).kind,
                }
                yield verb_finding(
                    self, ledger, (before, after), Severity.MAJOR, "M204.act", facts=facts, confidence=0.85
                )
        yield from super().claim(ledger)

    def explains(self, entry: Entry) -> bool:
        """Whether words of the operative part changed that say something by themselves."""
        acts = binds(entry.hunk.paragraph) and entry.hunk.paragraph.part is not Part.TEXT
        return acts and kind_of(entry.hunk) is HunkKind.WORDING

    def severity_in(self, entry: Entry) -> Severity:
        """Of the words of an action."""
        return self.severity


CHECK = ActionChanged()
