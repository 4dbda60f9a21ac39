"""M206."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import RelatedCheck
from reports.comparison import RelatedPair
from reports.finding import Finding, Severity
from reports.mandate_findings import changed_slots, kept, slot_finding

_NOUN = {"fr": "Condition", "en": "Condition"}


class ConditionChanged(RelatedCheck):
    """A condition of a mandate was dropped, added or changed.

    What: compares the qualifiers of the mandate ("sur demande", "dans la limite des ressources disponibles").
    Why: a condition limits what may be done, and is often what was negotiated.
    Example: earlier "apporter sur demande une assistance", later "apporter une assistance".
    """

    code = "M206"
    severity = Severity.MAJOR
    category = "accuracy/mandate"
    title = {"fr": "Condition", "en": "Condition"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate in which that changed."""
        for before, after, _ in kept(pair):
            gone, come = changed_slots(before.conditions, after.conditions)
            if gone or come:
                yield slot_finding(self.code, self.severity, pair, before, after, gone, come, _NOUN)


CHECK = ConditionChanged()
