"""M210."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import RelatedCheck
from reports.comparison import RelatedPair
from reports.finding import Finding, Severity
from reports.mandate_findings import changed_slots, kept, one, slot_finding

_NOUN = {"fr": "Durée", "en": "Duration"}


class DurationChanged(RelatedCheck):
    """The duration of a mandate, its review or its end changed.

    What: compares periods ("pour une période de six mois", "until 31 July").
    Why: the duration decides when a mission ends unless it is renewed.
    Example: earlier "pour une période de six mois", later "pour une période de douze mois".
    """

    code = "M210"
    severity = Severity.MAJOR
    category = "accuracy/mandate"
    title = {"fr": "Durée, réexamen ou extinction", "en": "Duration, review or sunset clause"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate in which that changed."""
        for before, after, _ in kept(pair):
            gone, come = changed_slots(one(before.duration), one(after.duration))
            if gone or come:
                yield slot_finding(self.code, self.severity, pair, before, after, gone, come, _NOUN)


CHECK = DurationChanged()
