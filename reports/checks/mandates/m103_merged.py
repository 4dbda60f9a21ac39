"""M103."""

from __future__ import annotations

from collections.abc import Iterator

from align.model import Relation
from corpora.model import Kind
from reports.checks.base import RelatedCheck
from reports.comparison import RelatedPair
from reports.finding import Finding, Severity, place_of


class MergedMandate(RelatedCheck):
    """Operative paragraphs of the earlier resolution stand in one paragraph of the later one.

    What: two or more paragraphs whose words were found in one.
    Why: a merged mandate easily loses a part on the way.
    Example: earlier paragraphs 6 and 7, later "6. Prie le Centre … et prie le Secrétaire général …".
    """

    code = "M103"
    severity = Severity.MINOR
    category = "design/structure"
    title = {"fr": "Mandats fusionnés", "en": "Mandates merged"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each bead of that kind."""
        for bead in pair.alignment.beads:
            before = [pair.earlier.paragraph(i) for i in bead.source]
            after = [pair.later.paragraph(i) for i in bead.target]
            if bead.relation is not Relation.MERGED or not any(p.kind is Kind.OPERATIVE for p in (*before, *after)):
                continue
            old, new = ", ".join(bead.source), ", ".join(bead.target)
            messages = {
                "fr": f"{old} réunis dans le paragraphe {new}.",
                "en": f"{old} merged into paragraph {new}.",
            }
            yield Finding(
                self.code,
                self.severity,
                place_of(pair.earlier, before[0]),
                place_of(pair.later, after[0]),
                messages,
                bead.score,
            )


CHECK = MergedMandate()
