"""M217."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.languages import language_of
from corpora.model import Anchor, Paragraph, stating
from corpora.values import ParagraphReference
from reports.checks.support.own_references import where_of
from reports.checks.support.value_hunks import ValueHunkCheck
from reports.comparison.entries import renumbered
from reports.comparison.hunk_kinds import ValueGroup
from reports.comparison.ledger import Ledger
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding, place_of


class CitationChanged(ValueHunkCheck):
    """Another document or paragraph is cited."""

    code = "M217"
    since = "0.3.0"
    group = ValueGroup.CITATION
    noun = "citation"

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for the citations of a row that are equally grave, one for each number that did not follow the renumbering."""
        yield from super().claim(ledger)
        yield from self._left_behind(ledger.pair)

    def _left_behind(self, pair: RelatedPair) -> Iterator[Finding]:
        """References to a paragraph of the resolution itself that kept its number while the paragraph took another one.

        No word of them changed, so that they account for none.
        """
        numbers = renumbered(pair.earlier, pair.later, pair.alignment)
        for bead in pair.alignment.beads if pair.entries else ():
            if len(bead.source) != 1 or len(bead.target) != 1:
                continue
            old, new = pair.earlier.paragraph(bead.source[0]), pair.later.paragraph(bead.target[0])
            kept = {number: anchor for anchor, number in _own_references(old)}
            for anchor, number in _own_references(new):
                moved_to = numbers.get(number, number)
                if number in kept and moved_to != number:
                    yield Finding(
                        code=self.code,
                        severity=self.severity,
                        source=place_of(pair.earlier, old, kept[number].span),
                        target=place_of(pair.later, new, anchor.span),
                        sentence="M217.behind",
                        facts={"number": number, "now": moved_to},
                        confidence=0.8,
                    )


def _own_references(paragraph: Paragraph) -> Iterator[tuple[Anchor, int]]:
    """The paragraphs of the resolution itself that a paragraph cites, said to be its own ("above", "of the present resolution")."""
    own = language_of(paragraph)
    for anchor, reference in stating(paragraph.anchors, ParagraphReference):
        if where_of(paragraph, anchor, own) is not None:
            yield anchor, reference.number


CHECK = CitationChanged()
