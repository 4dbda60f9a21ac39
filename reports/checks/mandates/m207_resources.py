"""M207."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.mandates.extraction import Mandate, Slot
from reports.checks.support.mandate_checks import SlotCheck


class ResourcesChanged(SlotCheck):
    """The resources of a mandate changed."""

    code = "M207"
    since = "0.1.0"
    noun = "resources"

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared."""
        return mandate.resources


CHECK = ResourcesChanged()
