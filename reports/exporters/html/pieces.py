"""Paragraphs cut into stretches: what a finding quotes, what renders it, what was changed, what is the same value in every language."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpora.languages import language
from corpora.model import Anchor, Kind, Paragraph, Span
from corpora.values import AnchorKind
from reports.comparison.renderings import lacking_versions, marked_places
from reports.findings.model import Finding, Severity

DoubtfulSpan = tuple[Span, str]
"""A span of a paragraph's text, and the versions that seem not to render it."""
MarkedSpan = tuple[Span, str, str]
"""A span of a paragraph's text, the key of the finding that quotes it, its severity."""
Marks = dict[tuple[str, str], list[MarkedSpan]]
_RANKS = {s.label: int(s) for s in Severity}


@dataclass(frozen=True, slots=True)
class RenderedSpan:
    """A span that renders what the finding of a key quotes of another version; an empty one is the place for it.

    ``lacks`` says that the finding says that nothing stands there.
    """

    span: Span
    finding: str
    severity: str
    lacks: bool


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A stretch of text: what it is part of decides how it is marked.

    ``anchor`` is the same number for the same value in the cells of a row; ``doubt`` names the versions that seem not to render it;
    ``renders`` are the findings whose words it renders. A piece without text is the place where words should stand ("spot"), or
    where a finding says that they are missing ("lacks"): ``caret`` says which.
    """

    text: str
    change: str = ""
    findings: tuple[str, ...] = ()
    severity: str = ""
    anchor: int = 0
    doubt: str = ""
    renders: tuple[str, ...] = ()
    caret: str = ""


@dataclass(frozen=True, slots=True)
class WholeMark:
    """The findings that are of a paragraph as a whole, by their keys; those whose paragraph it renders; the gravest severity."""

    findings: tuple[str, ...]
    renders: tuple[str, ...]
    severity: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph as shown, or a stretch of one; the number stands with the first stretch, the footnote marks with the last.

    ``whole`` is what is said of all of it, where that is long: it has a line at its side instead of marked words.
    """

    id: str
    number: str
    kind: str
    pieces: tuple[TextPiece, ...]
    marks: str
    begins: bool = True
    whole: WholeMark | None = None


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


@dataclass(frozen=True)
class MarkedParagraphs:
    """What is marked in one side of a row, by the id of the paragraph; ``change`` says whether ``changes`` are "del" or "ins"."""

    marks: Mapping[str, Sequence[MarkedSpan]] = field(default_factory=dict)
    changes: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    change: str = ""
    doubts: Mapping[str, Sequence[DoubtfulSpan]] = field(default_factory=dict)
    rendered: Mapping[str, Sequence[RenderedSpan]] = field(default_factory=dict)
    anchors: AnchorNumbers = field(default_factory=AnchorNumbers)

    def pieces(self, paragraph: Paragraph, inside: Span) -> tuple[TextPiece, ...]:
        """A stretch of a paragraph cut wherever a mark begins or ends; the gravest finding gives the colour."""
        return tuple(self._pieces(paragraph, inside))

    def untouched(self, paragraph: Paragraph, inside: Span) -> bool:
        """Whether nothing in a stretch is changed, quoted, or missing."""
        marks, rendered = self._within(paragraph)
        spans = [*self.changes.get(paragraph.id, ()), *(s for s, _, _ in marks), *(r.span for r in rendered)]
        return not any(s.start <= inside.end and inside.start <= s.end for s in spans)

    def whole(self, paragraph: Paragraph) -> WholeMark | None:
        """What is said of a paragraph as a whole that is too long for marked words."""
        quoted = [m for m in self.marks.get(paragraph.id, ()) if _is_long_whole(paragraph, m[0])]
        rendered = [r for r in self.rendered.get(paragraph.id, ()) if _is_long_whole(paragraph, r.span)]
        if not quoted and not rendered:
            return None
        worst = _worst([*(severity for _, _, severity in quoted), *(r.severity for r in rendered)])
        return WholeMark(tuple(key for _, key, _ in quoted), tuple(r.finding for r in rendered), worst)

    def _within(self, paragraph: Paragraph) -> tuple[list[MarkedSpan], list[RenderedSpan]]:
        """What is quoted and rendered in words of a paragraph, not of it as a whole."""
        quoted = [m for m in self.marks.get(paragraph.id, ()) if not _is_long_whole(paragraph, m[0])]
        rendered = [r for r in self.rendered.get(paragraph.id, ()) if not _is_long_whole(paragraph, r.span)]
        return quoted, rendered

    def _pieces(self, paragraph: Paragraph, inside: Span) -> Iterator[TextPiece]:
        name, size = paragraph.id, len(paragraph.text)
        changes, doubts = self.changes.get(name, ()), self.doubts.get(name, ())
        marks, rendered = self._within(paragraph)
        lit = [(a.span, n) for a in paragraph.anchors if (n := self.anchors.of(a))]
        spans = [*(s for s, _, _ in marks), *changes, *(s for s, _ in (*lit, *doubts)), *(r.span for r in rendered)]
        cuts = {inside.start, inside.end}
        for span in spans:
            cuts |= {at for at in (span.start, span.end) if inside.start < at < inside.end}
        places = sorted(cuts)
        for start, end in itertools.pairwise(places):
            yield from _carets(rendered, start)
            yield TextPiece(
                _unbroken(paragraph.text[start:end], paragraph.language),
                change=self.change if any(_covers(s, start, end) for s in changes) else "",
                findings=tuple(i for s, i, _ in marks if _covers(s, start, end)),
                severity=_worst([severity for s, _, severity in marks if _covers(s, start, end)]),
                anchor=next((n for s, n in lit if _covers(s, start, end)), 0),
                doubt=next((d for s, d in doubts if _covers(s, start, end)), ""),
                renders=tuple(r.finding for r in rendered if len(r.span) and _covers(r.span, start, end)),
            )
        if inside.end == size:
            yield from _carets(rendered, size)


def _unbroken(text: str, code: str) -> str:
    """A text in which no line begins with a sign that its language sets a space before, or ends with one it sets a space behind."""
    signs = language(code).typography if code else None
    if signs is None or not signs.spaced_before:
        return text
    for sign in signs.spaced_before:
        text = text.replace(f" {sign}", f"\u00a0{sign}")
    for sign in signs.spaced_after:
        text = text.replace(f"{sign} ", f"{sign}\u00a0")
    return text


def _is_long_whole(paragraph: Paragraph, span: Span) -> bool:
    """Whether a span holds every word of a long paragraph."""
    if len(span) <= _LONGEST_MARK:
        return False
    return not any(c.isalnum() for c in paragraph.text[: span.start] + paragraph.text[span.end :])


def _covers(span: Span, start: int, end: int) -> bool:
    return span.start <= start and end <= span.end


def _worst(severities: Sequence[str]) -> str:
    return max(severities, key=_RANKS.__getitem__, default="")


def _carets(rendered: Sequence[RenderedSpan], at: int) -> Iterator[TextPiece]:
    """The places without words at a place of the text: those where something is missing, then those where it would stand."""
    for lacks, caret in ((True, "lacks"), (False, "spot")):
        here = [r for r in rendered if not len(r.span) and r.span.start == at and r.lacks is lacks]
        if here:
            worst = _worst([r.severity for r in here])
            yield TextPiece("", severity=worst, renders=tuple(r.finding for r in here), caret=caret)


def _lights_up(kind: AnchorKind) -> bool:
    """Whether anchors of a kind light up with their counterparts."""
    return kind.is_compared or kind is AnchorKind.MONEY


def quoted_spans(findings: Sequence[tuple[Finding, str]], *, of_versions: bool = False) -> Marks:
    """Spans to mark by (document, paragraph) of findings with their keys; those of language versions leave out who lacks the words."""
    marks: Marks = {}
    for finding, shown_as in findings:
        lacking = lacking_versions(finding) if of_versions else frozenset()
        for place in marked_places(finding, lacking=lacking):
            known = marks.setdefault((place.document, place.paragraph), [])
            known.append((place.inside, shown_as, finding.severity.label))
    return marks


_LONGEST_MARK = 160
"""Characters from which a paragraph that is quoted whole has a line at its side instead of marked words; chosen, two lines of a column."""


def paragraph_view(paragraph: Paragraph, inside: Span, marked: MarkedParagraphs) -> ParagraphView:
    """A stretch of a paragraph with its marks."""
    marks = " ".join(m.mark for m in paragraph.marks) if inside.end == len(paragraph.text) else ""
    number = _number(paragraph)
    return ParagraphView(
        id=paragraph.id,
        number=number,
        kind=str(paragraph.kind),
        pieces=marked.pieces(paragraph, inside),
        marks=marks,
        begins=inside.start == 0,
        whole=marked.whole(paragraph),
    )


def _number(paragraph: Paragraph) -> str:
    if paragraph.kind is Kind.OPERATIVE and paragraph.number:
        return f"{paragraph.number}."
    if paragraph.number and paragraph.kind is Kind.ITEM:
        return f"{paragraph.number})"
    return paragraph.number or ""
