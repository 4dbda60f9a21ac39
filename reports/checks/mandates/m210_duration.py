"""M210."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.mandates.extraction import Mandate, Slot
from reports.checks.support.mandate_checks import SlotCheck, slots_of_one


class DurationChanged(SlotCheck):
    """The duration of a mandate, its review or its end changed."""

    code = "M210"
    since = "0.1.0"
    noun = "duration"

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared."""
        return (*slots_of_one(mandate.duration), *slots_of_one(mandate.review))


CHECK = DurationChanged()
