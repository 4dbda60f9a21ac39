"""M104."""

from __future__ import annotations

from collections.abc import Iterator

from align.model import Relation
from corpora.model import Kind
from reports.checks.base import RelatedCheck
from reports.comparison import RelatedPair
from reports.finding import Finding, Severity, place_of


class SplitMandate(RelatedCheck):
    """An operative paragraph of the earlier resolution stands in several of the later one.

    What: one paragraph whose words were found in two or more.
    Why: what was one mandate is now counted, reported on and cited as several.
    Example: earlier "9. Se félicite … et invite les États …", later paragraphs 9 and 10.
    """

    code = "M104"
    severity = Severity.MINOR
    category = "design/structure"
    title = {"fr": "Mandat scindé", "en": "Mandate split"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each bead of that kind."""
        for bead in pair.alignment.beads:
            before = [pair.earlier.paragraph(i) for i in bead.source]
            after = [pair.later.paragraph(i) for i in bead.target]
            if bead.relation is not Relation.SPLIT or not any(p.kind is Kind.OPERATIVE for p in (*before, *after)):
                continue
            old, new = ", ".join(bead.source), ", ".join(bead.target)
            messages = {
                "fr": f"{old} réparti entre les paragraphes {new}.",
                "en": f"{old} split into paragraphs {new}.",
            }
            yield Finding(
                self.code,
                self.severity,
                place_of(pair.earlier, before[0]),
                place_of(pair.later, after[0]),
                messages,
                bead.score,
            )


CHECK = SplitMandate()
