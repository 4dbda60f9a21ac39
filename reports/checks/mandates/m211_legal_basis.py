"""M211."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import RelatedCheck
from reports.comparison import RelatedPair
from reports.finding import Finding, Severity
from reports.mandate_findings import changed_slots, kept, one, slot_finding

_NOUN = {"fr": "Base juridique", "en": "Legal basis"}


class LegalBasisChanged(RelatedCheck):
    """The legal basis that a mandate names changed.

    What: compares "agissant en vertu du Chapitre VII" and the like inside the operative paragraph.
    Why: under Chapter VII a decision may be enforced.
    Example: earlier "Agissant en vertu du Chapitre VII … décide", later "Décide".
    """

    code = "M211"
    severity = Severity.MAJOR
    category = "accuracy/mandate"
    title = {"fr": "Base juridique", "en": "Legal basis"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate in which that changed."""
        for before, after, _ in kept(pair):
            gone, come = changed_slots(one(before.legal_basis), one(after.legal_basis))
            if gone or come:
                yield slot_finding(self.code, self.severity, pair, before, after, gone, come, _NOUN)


CHECK = LegalBasisChanged()
