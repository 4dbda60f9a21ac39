"""M105."""

from __future__ import annotations

from collections.abc import Iterator

from align.model import Relation
from corpora.model import Kind
from reports.checks.base import RelatedCheck
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding, Severity, place_of

_UNCHANGED = (Relation.IDENTICAL, Relation.EDITORIAL)


class RenewedMandate(RelatedCheck):
    """A mandate is renewed unchanged.

    What: an operative paragraph stands in both resolutions in the same words, but for punctuation and slips.
    Why: more than half of the Assembly's yearly resolutions repeat most of their text: what is unchanged can be passed over.
    Example: "8. Prend note de la résolution 56/253 …" in both.
    """

    code = "M105"
    severity = Severity.NEUTRAL
    category = "no error"
    title = {"fr": "Mandat reconduit sans changement", "en": "Mandate renewed unchanged"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each operative paragraph that stays as it was."""
        for bead in pair.alignment.beads:
            if bead.relation not in _UNCHANGED:
                continue
            before, after = pair.earlier.paragraph(bead.source[0]), pair.later.paragraph(bead.target[0])
            if before.kind is not Kind.OPERATIVE:
                continue
            messages = {
                "fr": f"{before.id} reconduit sans changement.",
                "en": f"{before.id} renewed unchanged.",
            }
            yield Finding(
                self.code,
                self.severity,
                place_of(pair.earlier, before),
                place_of(pair.later, after),
                messages,
            )


CHECK = RenewedMandate()
