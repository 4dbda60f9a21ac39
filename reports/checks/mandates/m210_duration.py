"""M210."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.mandates.extraction import Mandate, Slot
from reports.checks.support.mandate_checks import SlotCheck, slots_of_one


class DurationChanged(SlotCheck):
    """The duration of a mandate, its review or its end changed.

    What: compares periods ("pour une période de six mois", "until 31 July").
    Why: the duration decides when a mission ends unless it is renewed.
    Example: earlier "pour une période de six mois", later "pour une période de douze mois".
    """

    code = "M210"
    title = {"fr": "Durée, réexamen ou extinction", "en": "Duration, review or sunset clause"}
    noun = {"fr": "Durée", "en": "Duration"}

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared."""
        return (*slots_of_one(mandate.duration), *slots_of_one(mandate.review))


CHECK = DurationChanged()
