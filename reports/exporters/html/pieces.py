"""Paragraphs cut into stretches: what a finding quotes, what was changed, what is the same value in every language."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpora.model import Anchor, Kind, Paragraph, Span
from corpora.values import AnchorKind
from reports.findings.model import Finding, Severity

DoubtfulSpan = tuple[Span, str]
"""A span of a paragraph's text, and the versions that seem not to render it."""
MarkedSpan = tuple[Span, str, str]
"""A span of a paragraph's text, the key of the finding that quotes it, its severity."""
Marks = dict[tuple[str, str], list[MarkedSpan]]
_RANKS = {s.label: int(s) for s in Severity}


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A stretch of text: what it is part of decides how it is marked.

    ``anchor`` is the same number for the same value in the cells of a row; ``doubt`` names the versions that seem not to render it.
    """

    text: str
    change: str = ""
    findings: tuple[str, ...] = ()
    severity: str = ""
    anchor: int = 0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """One paragraph as shown."""

    id: str
    number: str
    kind: str
    pieces: tuple[TextPiece, ...]
    marks: str


@dataclass
class AnchorNumbers:
    """Numbers for values that stand in two cells of a row or more, each row's from 1."""

    last: int = 0
    _of_row: dict[tuple[AnchorKind, str], int] = field(default_factory=dict)

    def row(self, cells: Iterable[Sequence[Paragraph]]) -> None:
        """Begin a row: give each value that two cells or more have a number."""
        holders: dict[tuple[AnchorKind, str], int] = defaultdict(int)
        for paragraphs in cells:
            # Each value once, in the order of the text: a set's order would differ from run to run.
            for key in dict.fromkeys((a.kind, a.form) for p in paragraphs for a in p.anchors if _lights_up(a.kind)):
                holders[key] += 1
        self._of_row, self.last = {}, 0
        for key, count in holders.items():
            if count > 1:
                self.last += 1
                self._of_row[key] = self.last

    @property
    def shared(self) -> dict[tuple[AnchorKind, str], int]:
        """The numbers of this row's values."""
        return self._of_row

    def of(self, anchor: Anchor) -> int:
        """The number of a value in this row; 0 where it stands in one cell only."""
        return self._of_row.get((anchor.kind, anchor.form), 0)


def _lights_up(kind: AnchorKind) -> bool:
    """Whether anchors of a kind light up with their counterparts."""
    return kind.is_compared or kind is AnchorKind.MONEY


def quoted_spans(findings: Sequence[tuple[Finding, str]]) -> Marks:
    """Spans to mark by (document, paragraph) of findings with their keys. Whole long paragraphs are not marked."""
    marks: Marks = {}
    for finding, shown_as in findings:
        # Where a finding accounts for changed words, those are marked, not what stands where words are missing.
        changed = [place for change in finding.changes for place in (change.source, change.target)]
        for place in dict.fromkeys(changed or (finding.source, finding.target)):
            if place and not (place.inside.start == 0 and len(place.quote) > 160):
                key = place.document, place.paragraph
                marks.setdefault(key, []).append((place.inside, shown_as, finding.severity.label))
    return marks


def paragraph_view(
    paragraph: Paragraph,
    spans: Sequence[MarkedSpan] = (),
    changes: Sequence[Span] = (),
    change: str = "",
    anchors: AnchorNumbers | None = None,
    doubts: Sequence[DoubtfulSpan] = (),
) -> ParagraphView:
    """A paragraph with its marks; ``change`` says whether ``changes`` are deletions ("del") or insertions ("ins").

    ``doubts`` are the words that are shaded.
    """
    lit = [(a.span, n) for a in paragraph.anchors if anchors and (n := anchors.of(a))]
    pieces = _pieces(paragraph.text, spans, (changes, change), lit, doubts)
    marks = " ".join(m.mark for m in paragraph.marks)
    return ParagraphView(paragraph.id, _number(paragraph), str(paragraph.kind), pieces, marks)


def _number(paragraph: Paragraph) -> str:
    if paragraph.kind is Kind.OPERATIVE and paragraph.number:
        return f"{paragraph.number}."
    if paragraph.number and paragraph.kind is Kind.ITEM:
        return f"{paragraph.number})"
    return paragraph.number or ""


def _pieces(
    text: str,
    spans: Sequence[MarkedSpan],
    changed_as: tuple[Sequence[Span], str],
    lit: Sequence[tuple[Span, int]],
    doubts: Sequence[DoubtfulSpan],
) -> tuple[TextPiece, ...]:
    """The text cut wherever a mark begins or ends; the gravest finding gives the colour."""
    changes, change = changed_as
    cuts = {0, len(text)}
    for span in itertools.chain((s for s, _, _ in spans), changes, (s for s, _ in (*lit, *doubts))):
        cuts |= {min(span.start, len(text)), min(span.end, len(text))}
    pieces = []
    for start, end in itertools.pairwise(sorted(cuts)):
        inside = [(i, sev) for s, i, sev in spans if s.start <= start and end <= s.end]
        worst = max((sev for _, sev in inside), key=_RANKS.__getitem__, default="")
        changed = change if any(s.start <= start and end <= s.end for s in changes) else ""
        anchor = next((n for s, n in lit if s.start <= start and end <= s.end), 0)
        doubt = next((d for s, d in doubts if s.start <= start and end <= s.end), "")
        pieces.append(TextPiece(text[start:end], changed, tuple(i for i, _ in inside), worst, anchor, doubt))
    return tuple(pieces)
