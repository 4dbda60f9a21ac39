"""M106."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Kind
from reports.checks.base import RelatedCheck
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding, Severity, place_of


class MovedMandate(RelatedCheck):
    """A mandate stands in another place, or has moved between the preamble and the operative part.

    What: paragraphs that correspond but break the order of the others, or changed their part.
    Why: a request that moves into the preamble binds nobody any more; another place changes what "paragraph 5 above" means.
    Example: earlier operative "3. Demande aux parties …", later recital "Demandant à nouveau aux parties …".
    """

    code = "M106"
    severity = Severity.MINOR
    category = "design/structure"
    title = {"fr": "Mandat déplacé", "en": "Mandate moved"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each operative paragraph that moved."""
        for bead in pair.alignment.beads:
            if not bead.moved or not bead.source or not bead.target or bead.source[0] == bead.target[0]:
                continue
            before, after = pair.earlier.paragraph(bead.source[0]), pair.later.paragraph(bead.target[0])
            if Kind.OPERATIVE not in (before.kind, after.kind) or not (before.kind.is_main and after.kind.is_main):
                continue
            severity = Severity.MAJOR if before.kind is not after.kind else self.severity
            messages = {
                "fr": f"{before.id} se trouve maintenant en {after.id}.",
                "en": f"{before.id} now stands at {after.id}.",
            }
            yield Finding(
                self.code,
                severity,
                place_of(pair.earlier, before),
                place_of(pair.later, after),
                messages,
                bead.score,
            )


CHECK = MovedMandate()
