"""M209."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.mandates.extraction import Mandate, Slot
from reports.checks.support.mandate_checks import SlotCheck


class ReportedToChanged(SlotCheck):
    """The body that is reported to changed.

    What: compares the organs named after a reporting verb ("rendre compte à", "report to").
    Why: another body means another agenda, another time and other readers.
    Example: earlier "rendre compte … à la Commission", later "rendre compte … à l'Assemblée générale".
    """

    code = "M209"
    title = {"fr": "Organe destinataire du rapport", "en": "Body reported to"}
    noun = {"fr": "Organe destinataire du rapport", "en": "Body reported to"}

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared."""
        return mandate.report_to


CHECK = ReportedToChanged()
