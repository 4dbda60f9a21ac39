"""M206."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.mandates.extraction import Mandate, Slot
from reports.checks.support.mandate_checks import SlotCheck


class ConditionChanged(SlotCheck):
    """A condition of a mandate was dropped, added or changed.

    What: compares the qualifiers of the mandate ("sur demande", "dans la limite des ressources disponibles").
    Why: a condition limits what may be done, and is often what was negotiated.
    Example: earlier "apporter sur demande une assistance", later "apporter une assistance".
    """

    code = "M206"
    title = {"fr": "Condition", "en": "Condition"}
    noun = {"fr": "Condition", "en": "Condition"}

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared."""
        return mandate.conditions


CHECK = ConditionChanged()
