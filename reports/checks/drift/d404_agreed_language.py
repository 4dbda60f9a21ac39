"""D404."""

from __future__ import annotations

from collections.abc import Iterator

from align.model import Relation
from corpora.model import Kind
from reports.checks.base import RelatedCheck
from reports.comparison.rows import RelatedPair
from reports.comparison.word_diff import main_change
from reports.findings.model import Finding, Severity, place_of
from reports.messages.wording import shortened

_LIKE = 0.6
"""Likeness of two paragraphs from which one is the other reworded; under it a text of its own."""


class AgreedLanguageAltered(RelatedCheck):
    """A recital or formula of the earlier resolution stands in the later one in another wording."""

    code = "D404"
    since = "0.1.0"
    default = False
    severity = Severity.MINOR
    category = "style/inconsistent with external reference"

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each recital whose words were changed."""
        if pair.earlier.language != pair.later.language:
            return
        for bead in pair.alignment.beads:
            if len(bead.source) != 1 or len(bead.target) != 1 or bead.score < _LIKE:
                continue
            if bead.relation in (Relation.IDENTICAL, Relation.DROPPED, Relation.NEW):
                continue
            before, after = pair.earlier.paragraph(bead.source[0]), pair.later.paragraph(bead.target[0])
            if before.kind is not Kind.PREAMBULAR or after.kind is not Kind.PREAMBULAR:
                continue
            change = main_change(before, after)
            if change is None:
                continue
            span_old, span_new = change
            source, target = place_of(pair.earlier, before, span_old), place_of(pair.later, after, span_new)
            removed = shortened(source.quote, 60) if span_old else "–"
            added = shortened(target.quote, 60) if span_new else "–"
            facts = {"was": removed, "now": added}
            yield Finding(
                code=self.code,
                severity=self.severity,
                source=source,
                target=target,
                sentence="D404.one",
                facts=facts,
                confidence=0.9,
            )


CHECK = AgreedLanguageAltered()
