"""M209."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.mandates.extraction import Mandate, Slot
from reports.checks.support.mandate_checks import SlotCheck


class ReportedToChanged(SlotCheck):
    """The body that is reported to changed."""

    code = "M209"
    since = "0.1.0"
    noun = "report_to"

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared."""
        return mandate.report_to


CHECK = ReportedToChanged()
