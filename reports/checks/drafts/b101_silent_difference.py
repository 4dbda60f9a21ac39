"""B101."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.model import Relation
from corpora.model import Paragraph, Span
from reports.checks.base import RelatedCheck, Scope
from reports.comparison.foundations import stands_on
from reports.comparison.rows import RelatedPair
from reports.comparison.word_diff import word_changes
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Fact
from reports.messages.wording import shortened


class SilentDifference(RelatedCheck):
    """A draft with all its tracked changes rejected is not the issued resolution."""

    code = "B101"
    since = "0.1.0"
    default = False
    runs_in = frozenset({Scope.RELATED, Scope.DRAFT})
    severity = Severity.MAJOR
    category = "accuracy/unjustified edit"

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each paragraph that differs, stands in one of the two only, or has moved.

        One alone where the draft was made on another text.
        """
        if not stands_on(pair):
            yield self._made_on_another(pair)
            return
        for bead in pair.alignment.beads:
            before = [pair.earlier.paragraph(i) for i in bead.source]
            after = [pair.later.paragraph(i) for i in bead.target]
            if bead.relation is Relation.IDENTICAL or not any(p.kind.is_compared for p in (*before, *after)):
                continue
            gone, come = word_changes(_joined(before), _joined(after))
            if gone or come or bead.moved:
                yield self._finding(pair, before, after, gone, come)

    def _made_on_another(self, pair: RelatedPair) -> Finding:
        issued, base = pair.earlier, pair.later
        compared = [p for p in base.all_paragraphs() if p.kind.is_compared]
        same = {i for bead in pair.alignment.beads if bead.relation is Relation.IDENTICAL for i in bead.target}
        named = base.symbol if base.symbol and base.symbol != issued.symbol else ""
        facts: dict[str, Fact] = {
            "issued": issued.label,
            "same": sum(p.id in same for p in compared),
            "all": len(compared),
        }
        return Finding(
            code=self.code,
            severity=self.severity,
            source=None,
            target=place_of(base, compared[0]),
            sentence="B101.named" if named else "B101.other",
            facts=facts | ({"base": named} if named else {}),
        )

    def _finding(
        self,
        pair: RelatedPair,
        before: Sequence[Paragraph],
        after: Sequence[Paragraph],
        gone: Sequence[Span],
        come: Sequence[Span],
    ) -> Finding:
        was = shortened(" … ".join(_joined(before)[s.start : s.end] for s in gone), 80) or "–"
        now = shortened(" … ".join(_joined(after)[s.start : s.end] for s in come), 80) or "–"
        if not gone and not come:
            was, now = before[0].id, after[0].id
        source = place_of(pair.earlier, before[0], _first(gone, before)) if before else None
        target = place_of(pair.later, after[0], _first(come, after)) if after else None
        return Finding(
            code=self.code,
            severity=self.severity,
            source=source,
            target=target,
            sentence="B101.one",
            facts={"was": was, "now": now},
            confidence=1.0,
        )


def _joined(paragraphs: Sequence[Paragraph]) -> str:
    return " ".join(p.text for p in paragraphs)


def _first(spans: Sequence[Span], paragraphs: Sequence[Paragraph]) -> Span | None:
    """The first changed words, where they stand in the first paragraph."""
    size = len(paragraphs[0].text)
    return next((Span(s.start, min(s.end, size)) for s in spans if s.start < size), None)


CHECK = SilentDifference()
