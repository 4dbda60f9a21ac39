"""M208."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.languages.concepts import ACTS
from corpora.mandates.extraction import Mandate, Slot
from corpora.values import Date
from reports.checks.support.mandate_checks import SlotCheck, deadlines_and_cycle


class DeadlineChanged(SlotCheck):
    """The deadline or the reporting cycle of a mandate changed."""

    code = "M208"
    since = "0.1.0"
    noun = "deadline"

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared; a meeting or date in what only recalls, notes or welcomes is no deadline (its change is M216 or M218)."""
        return deadlines_and_cycle(mandate) if mandate.kind in ACTS else ()

    def counts(self, slot: Slot, adopted: Date | None) -> bool:
        """A date that lies before the adoption is no deadline."""
        return adopted is None or not isinstance(slot.states, Date) or not slot.states.is_before(adopted)


CHECK = DeadlineChanged()
