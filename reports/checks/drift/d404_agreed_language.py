"""D404."""

from __future__ import annotations

from collections.abc import Iterator

from align.model import Relation
from corpora.model import Kind
from reports.checks.base import RelatedCheck
from reports.comparison.rows import RelatedPair
from reports.comparison.word_diff import main_change
from reports.findings.model import Finding, Severity, place_of
from reports.messages.wording import quoted, shortened

_LIKE = 0.6
"""Likeness of two paragraphs from which one is the other reworded; under it a text of its own."""


class AgreedLanguageAltered(RelatedCheck):
    """A recital or formula of the earlier resolution stands in the later one in another wording.

    What: reports recitals that correspond and are mostly the same, where words other than dates, symbols and figures
    were changed.
    Why: agreed language is not to be altered without a decision; a change that nobody wanted reopens it.
    Example: earlier "Soulignant qu'il faut intensifier la coordination", later "… renforcer la coordination".
    """

    code = "D404"
    severity = Severity.MINOR
    category = "style/inconsistent with external reference"
    title = {"fr": "Texte convenu modifié", "en": "Agreed language altered"}

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
            messages = {
                "fr": f"Considérant repris avec d'autres mots\u00a0: {quoted(removed, 'fr')} devient {quoted(added, 'fr')}.",
                "en": f"Recital kept in other words: {quoted(removed, 'en')} becomes {quoted(added, 'en')}.",
            }
            yield Finding(self.code, self.severity, source, target, messages, 0.9)


CHECK = AgreedLanguageAltered()
