"""M211."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.mandates import Mandate, Slot
from reports.checks.mandate_base import SlotCheck, one


class LegalBasisChanged(SlotCheck):
    """The legal basis that a mandate names changed.

    What: compares "agissant en vertu du Chapitre VII" and the like inside the operative paragraph.
    Why: under Chapter VII a decision may be enforced.
    Example: earlier "Agissant en vertu du Chapitre VII … décide", later "Décide".
    """

    code = "M211"
    title = {"fr": "Base juridique", "en": "Legal basis"}
    noun = {"fr": "Base juridique", "en": "Legal basis"}

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared."""
        return one(mandate.legal_basis)


CHECK = LegalBasisChanged()
