"""M208."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import RelatedCheck
from reports.comparison import RelatedPair
from reports.finding import Finding, Severity
from reports.mandate_findings import changed_slots, deadlines_and_cycle, kept, slot_finding

_NOUN = {"fr": "Échéance", "en": "Deadline or cycle"}


class DeadlineChanged(RelatedCheck):
    """The deadline or the reporting cycle of a mandate changed.

    What: compares sessions, dates (other than those of cited texts), and cycles ("chaque année", "every 90 days").
    Why: who must report by when is what secretariats plan by.
    Example: earlier "à sa douzième session", later "à sa quatorzième session".
    """

    code = "M208"
    severity = Severity.MAJOR
    category = "accuracy/mandate"
    title = {"fr": "Échéance ou périodicité", "en": "Deadline or reporting cycle"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate in which that changed."""
        for before, after, _ in kept(pair):
            gone, come = changed_slots(deadlines_and_cycle(before), deadlines_and_cycle(after))
            if gone or come:
                yield slot_finding(self.code, self.severity, pair, before, after, gone, come, _NOUN)


CHECK = DeadlineChanged()
