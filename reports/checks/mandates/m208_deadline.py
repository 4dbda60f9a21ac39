"""M208."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.mandates.extraction import Mandate, Slot
from reports.checks.support.mandate_checks import SlotCheck, deadlines_and_cycle


class DeadlineChanged(SlotCheck):
    """The deadline or the reporting cycle of a mandate changed.

    What: compares sessions, dates (other than those of cited texts), and cycles ("chaque année", "every 90 days").
    Why: who must report by when is what secretariats plan by.
    Example: earlier "à sa douzième session", later "à sa quatorzième session".
    """

    code = "M208"
    title = {"fr": "Échéance ou périodicité", "en": "Deadline or reporting cycle"}
    noun = {"fr": "Échéance", "en": "Deadline or cycle"}

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared."""
        return deadlines_and_cycle(mandate)


CHECK = DeadlineChanged()
