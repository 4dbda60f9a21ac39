"""M207."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.mandates.extraction import Mandate, Slot
from reports.checks.support.mandate_checks import SlotCheck


class ResourcesChanged(SlotCheck):
    """The resources of a mandate changed.

    What: compares sums of money, budgets named, and what limits them ("dans la limite des ressources existantes",
    "extrabudgetary", "voluntary contributions").
    Why: a mandate without resources is not carried out; "within existing resources" means without new ones.
    Example: earlier "dans la limite des ressources disponibles", later "au titre du budget ordinaire".
    """

    code = "M207"
    title = {"fr": "Ressources", "en": "Resources"}
    noun = {"fr": "Ressources", "en": "Resources"}

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared."""
        return mandate.resources


CHECK = ResourcesChanged()
