"""M209."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import RelatedCheck
from reports.comparison import RelatedPair
from reports.finding import Finding, Severity
from reports.mandate_findings import changed_slots, kept, slot_finding

_NOUN = {"fr": "Organe destinataire du rapport", "en": "Body reported to"}


class ReportedToChanged(RelatedCheck):
    """The body that is reported to changed.

    What: compares the organs named after a reporting verb ("rendre compte à", "report to").
    Why: another body means another agenda, another time and other readers.
    Example: earlier "rendre compte … à la Commission", later "rendre compte … à l'Assemblée générale".
    """

    code = "M209"
    severity = Severity.MAJOR
    category = "accuracy/mandate"
    title = {"fr": "Organe destinataire du rapport", "en": "Body reported to"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate in which that changed."""
        for before, after, _ in kept(pair):
            gone, come = changed_slots(before.report_to, after.report_to)
            if gone or come:
                yield slot_finding(self.code, self.severity, pair, before, after, gone, come, _NOUN)


CHECK = ReportedToChanged()
