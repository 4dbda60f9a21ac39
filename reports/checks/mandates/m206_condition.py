"""M206."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.mandates.extraction import Mandate, Slot
from reports.checks.support.mandate_checks import SlotCheck


class ConditionChanged(SlotCheck):
    """A condition of a mandate was dropped, added or changed."""

    code = "M206"
    since = "0.1.0"
    noun = "condition"

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared."""
        return mandate.conditions


CHECK = ConditionChanged()
