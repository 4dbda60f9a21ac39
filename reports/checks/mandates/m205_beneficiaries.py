"""M205."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.mandates.extraction import Mandate, Slot
from reports.checks.support.mandate_checks import SlotCheck


class BeneficiariesChanged(SlotCheck):
    """Those for whom a mandate is carried out changed, or its scope.

    What: compares "aux États …", "en faveur de …", "to States …", "for the benefit of …" inside the action.
    Why: who is helped decides what the mandate costs and whom it leaves out.
    Example: earlier "une assistance aux pays en développement", later "une assistance aux États Membres".
    """

    code = "M205"
    title = {"fr": "Bénéficiaires ou portée", "en": "Beneficiaries or scope"}
    noun = {"fr": "Bénéficiaires", "en": "Beneficiaries"}

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared."""
        return mandate.beneficiaries


CHECK = BeneficiariesChanged()
