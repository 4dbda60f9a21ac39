"""M205."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.mandates.extraction import Mandate, Slot
from reports.checks.support.mandate_checks import SlotCheck


class BeneficiariesChanged(SlotCheck):
    """Those for whom a mandate is carried out changed, or its scope."""

    code = "M205"
    since = "0.1.0"
    noun = "beneficiaries"

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared."""
        return mandate.beneficiaries


CHECK = BeneficiariesChanged()
