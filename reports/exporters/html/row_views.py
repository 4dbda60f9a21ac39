"""Rows as shown: a cell a column, cut into lines that correspond; of related resolutions also as one column with what went and came."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from align.lexicon.column_votes import RowTexts
from align.lexicon.lost_words import doubtful_words, shaded_words
from align.model import Bead
from corpora.languages import Language, language_of
from corpora.model import Address, Paragraph, Resolution, Span
from corpora.structure.addresses import address_of
from reports.comparison.entries import Entry
from reports.comparison.renderings import marked_places, place_in_other, renderings
from reports.comparison.rows import RelatedPair, VersionRow, Versions
from reports.exporters.html.clause_lines import Stretches, clause_lines
from reports.exporters.html.pieces import (
    AnchorNumbers,
    DoubtfulSpan,
    MarkedParagraphs,
    Marks,
    ParagraphView,
    RenderedSpan,
    TextPiece,
    paragraph_view,
)
from reports.findings.model import Finding, Place
from reports.messages.catalogue import interface_languages, say_way


@dataclass(frozen=True, slots=True)
class PartView:
    """A line of a cell; ``same`` where no column has anything changed or marked in it."""

    paragraphs: tuple[ParagraphView, ...]
    same: bool = False


@dataclass(frozen=True)
class CellView:
    """One column's part of a row, as many parts as the row has lines."""

    code: str
    direction: str
    ids: str
    parts: tuple[PartView, ...]
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class KeyedFinding:
    """A finding with the key by which the page knows it."""

    finding: Finding
    key: str


@dataclass(frozen=True)
class RowCells:
    """What a row shows beside its findings.

    ``label`` is the id of its first paragraph, ``where`` says where people find it, by language of the interface, and ``beside`` the
    same in few words, for the margin; ``inline`` is the row as one column. ``lacking`` are the findings of which a column without a paragraph has nothing.
    """

    label: str
    where: Mapping[str, str]
    beside: Mapping[str, str]
    lines: int
    cells: tuple[CellView | None, ...]
    inline: CellView | None = None
    lacking: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """Characters of its longest column."""
        parts = [[p for part in cell.parts for p in part.paragraphs] for cell in self.cells if cell]
        return max((sum(len(piece.text) for p in ps for piece in p.pieces) for ps in parts), default=0)


def version_row(
    versions: Versions,
    row: VersionRow,
    found: Sequence[KeyedFinding],
    marks: Marks,
    anchors: AnchorNumbers,
    pinned: Mapping[str, frozenset[str]],
) -> RowCells:
    """A row of the versions: ``found`` are the findings that stand in it, ``marks`` what findings quote, ``pinned`` set paragraphs."""
    anchors.row(cell.paragraphs for cell in row.cells.values())
    doubts, rendered = _doubts(row), _rendered(row, found)
    marked = {
        code: MarkedParagraphs(
            marks={p.id: marks.get((cell.resolution.name, p.id), ()) for p in cell.paragraphs},
            doubts=doubts.get(code, {}),
            rendered=rendered.get(code, {}),
            anchors=anchors,
        )
        for code, cell in row.cells.items()
    }
    sides = {code: (cell.paragraphs, cell.language) for code, cell in row.cells.items()}
    lines = clause_lines(sides, row.column)
    cells: list[CellView | None] = []
    for document in versions.documents:
        code = document.language
        held = code in row.cells and any(p.id in pinned.get(code, ()) for p in row.cells[code].paragraphs)
        cells.append(_cell(code, language_of(document), lines, marked[code], held) if code in row.cells else None)
    first = next(iter(row.cells.values()))
    where = _way((), (address_of(first.resolution, first.first.id),))
    return RowCells(
        label=first.first.id,
        where=where,
        beside=where,
        lines=len(lines),
        cells=tuple(cells),
        lacking=tuple(n.key for n in found),
    )


def _way(before: Sequence[Address], after: Sequence[Address], *, short: bool = False) -> Mapping[str, str]:
    return {ui: say_way(before, after, ui, short=short) for ui in interface_languages()}


def _cell(
    key: str,
    language: Language,
    lines: Sequence[Mapping[str, Stretches]],
    marked: MarkedParagraphs,
    held: bool,
    same: Sequence[bool] = (),
) -> CellView:
    stretches = [line[key] for line in lines]
    ids = " ".join(dict.fromkeys(p.id for line in stretches for p, _ in line))
    parts = tuple(
        PartView(tuple(paragraph_view(p, span, marked) for p, span in line), bool(same) and same[k])
        for k, line in enumerate(stretches)
    )
    return CellView(language.code, language.direction, ids, parts, held)


def _doubts(row: VersionRow) -> Mapping[str, Mapping[str, list[DoubtfulSpan]]]:
    """The words of a row that are shaded, by language and paragraph, with the versions that seem not to render each."""
    found: dict[str, dict[str, list[DoubtfulSpan]]] = {}
    if not row.checked:
        return found
    for word in row.kept("doubtful words", lambda: doubtful_words(row.column)):
        for place in shaded_words(row.column, word):
            paragraph, span = row.cells[place.code].located(place.span)
            doubts = found.setdefault(place.code, {}).setdefault(paragraph.id, [])
            doubts.append((span, " ".join(word.lacking)))
    return found


def _rendered(row: VersionRow, found: Sequence[KeyedFinding]) -> Mapping[str, Mapping[str, list[RenderedSpan]]]:
    """Where versions that a finding does not quote render its words, or lack them, by language and paragraph."""
    out: dict[str, dict[str, list[RenderedSpan]]] = {}
    for numbered in found:
        for place in renderings(numbered.finding, row):
            spans = out.setdefault(place.language, {}).setdefault(place.paragraph.id, [])
            severity = numbered.finding.severity.label
            spans.append(RenderedSpan(place.span, numbered.key, severity, place.lacks))
    return out


_EARLIER, _LATER = "earlier", "later"


@dataclass(frozen=True)
class RelatedRow:
    """What a row of two related resolutions is made of: its bead, the paragraphs before and after, the changed words in them."""

    bead: Bead
    before: Sequence[Paragraph]
    after: Sequence[Paragraph]
    entries: Sequence[Entry]

    @property
    def both(self) -> bool:
        """Whether it has a paragraph on either side."""
        return bool(self.before and self.after)

    def changes(self, *, later: bool) -> Mapping[str, list[Span]]:
        """The changed words of one side by paragraph; none where it stands alone."""
        found: dict[str, list[Span]] = {}
        for entry in self.entries if self.both else ():
            for piece in entry.hunk.after if later else entry.hunk.before:
                if len(piece.span):
                    found.setdefault(piece.paragraph.id, []).append(piece.span)
        return found

    def rendered(
        self, found: Sequence[KeyedFinding], texts: RowTexts, *, later: bool
    ) -> Mapping[str, list[RenderedSpan]]:
        """What one side has of findings that quote the other, by paragraph: where words are gone their place, else what stands for them."""
        out: dict[str, list[RenderedSpan]] = {}
        if not self.both:
            return out
        for paragraph, span, number in self._missing(found, later=later):
            out.setdefault(paragraph.id, []).append(_as_rendered(span, number, lacks=True))
        shown = {r.finding for spans in out.values() for r in spans}
        for number in found:
            if number.key not in shown and not self._marked(number.finding, later=later):
                for paragraph, span in self._other_side(number.finding, texts, later=later):
                    out.setdefault(paragraph.id, []).append(_as_rendered(span, number, lacks=not len(span)))
        return out

    def _missing(self, found: Sequence[KeyedFinding], *, later: bool) -> Iterator[tuple[Paragraph, Span, KeyedFinding]]:
        """The places where one side has nothing of the words that findings quote of the other."""
        for entry in self.entries:
            here, there = (entry.hunk.after, entry.hunk.before) if later else (entry.hunk.before, entry.hunk.after)
            if any(len(piece.span) for piece in here) or not any(len(piece.span) for piece in there):
                continue
            quoting = [n for n in found if any(_quotes(n.finding, p.paragraph.id, p.span, not later) for p in there)]
            for piece in here[:1]:
                yield from ((piece.paragraph, piece.span, n) for n in quoting)

    def _marked(self, finding: Finding, *, later: bool) -> list[tuple[Paragraph, Place]]:
        """What a finding marks of the paragraphs of one side."""
        known = {p.id: p for p in (self.after if later else self.before)}
        ours = _side_of(finding, later=later)
        places = [place for place in marked_places(finding) if place in ours]
        return [(known[place.paragraph], place) for place in places if place.paragraph in known]

    def _other_side(self, finding: Finding, texts: RowTexts, *, later: bool) -> Iterator[tuple[Paragraph, Span]]:
        """What one side has in the place of what a finding marks of the other: of a whole paragraph, its own."""
        mine, theirs = (self.after, self.before) if later else (self.before, self.after)
        marked = self._marked(finding, later=not later)
        if not marked or all(place.is_whole for _, place in marked):
            yield from ((p, Span(0, len(p.text))) for p in mine)
            return
        paragraph, place = marked[0]
        keys = (_EARLIER, _LATER) if later else (_LATER, _EARLIER)
        start = _start_of(paragraph, theirs)
        quoted = Span(start + place.inside.start, start + place.inside.end)
        at = place_in_other(texts, keys[0], quoted, keys[1])
        yield _located(at, mine)


def _side_of(finding: Finding, *, later: bool) -> list[Place]:
    """The places of a finding in the later, or the earlier, text."""
    changed = [change.target if later else change.source for change in finding.changes]
    return [place for place in (*changed, finding.target if later else finding.source) if place is not None]


def _as_rendered(span: Span, of: KeyedFinding, *, lacks: bool) -> RenderedSpan:
    return RenderedSpan(span, of.key, of.finding.severity.label, lacks)


def _start_of(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> int:
    """Where a paragraph begins in the text of several, joined by a space."""
    return sum(len(p.text) + 1 for p in itertools.takewhile(lambda p: p.id != paragraph.id, paragraphs))


def _located(span: Span, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, Span]:
    """The paragraph in which a span of the joined text begins, and what of it lies there."""
    for paragraph in paragraphs:
        start = _start_of(paragraph, paragraphs)
        if span.start < start + len(paragraph.text) or paragraph is paragraphs[-1]:
            size = len(paragraph.text)
            begin = min(max(0, span.start - start), size)
            return paragraph, Span(begin, min(max(begin, span.end - start), size))
    raise AssertionError("a side of a row has a paragraph")


def _quotes(finding: Finding, paragraph: str, span: Span, later: bool) -> bool:
    """Whether a finding quotes words of a span of the later, or the earlier, text."""
    changed = [change.target if later else change.source for change in finding.changes]
    places = [place for place in changed or [finding.target if later else finding.source] if place is not None]
    return any(place.paragraph == paragraph and place.inside.overlaps(span) for place in places)


def related_row(
    pair: RelatedPair, row: RelatedRow, found: Sequence[KeyedFinding], marks: Marks, anchors: AnchorNumbers
) -> RowCells:
    """A row of two related resolutions, as two columns and as one."""
    anchors.row((row.before, row.after))
    sides = {key: (ps, language_of(document)) for key, document, ps in _sides(pair, row) if ps}
    texts = RowTexts(
        {key: " ".join(p.text for p in ps) for key, (ps, _) in sides.items()},
        {key: language for key, (_, language) in sides.items()},
    )
    marked = {
        key: MarkedParagraphs(
            marks={p.id: marks.get((document.name, p.id), ()) for p in paragraphs},
            changes=row.changes(later=key == _LATER),
            change="ins" if key == _LATER else "del",
            rendered=row.rendered(found, texts, later=key == _LATER),
            anchors=anchors,
        )
        for key, document, paragraphs in _sides(pair, row)
    }
    lines = clause_lines(sides, texts)
    same = [row.both and all(marked[k].untouched(p, s) for k, line in each.items() for p, s in line) for each in lines]
    cells = [
        _cell(key, sides[key][1], lines, marked[key], row.bead.pinned, same) if key in sides else None
        for key in (_EARLIER, _LATER)
    ]
    ends = [tuple(address_of(document, p.id) for p in ps) for _, document, ps in _sides(pair, row)]
    way = (() if _way((), ends[0]) == _way((), ends[1]) else ends[0]), ends[1]
    return RowCells(
        label=(*row.before, *row.after)[0].id,
        where=_way(*way),
        beside=_way(*way, short=True),
        lines=len(lines),
        cells=tuple(cells),
        inline=_inline(pair, row, lines, marked, same),
        lacking=tuple(n.key for n in found),
    )


def _sides(pair: RelatedPair, row: RelatedRow) -> list[tuple[str, Resolution, Sequence[Paragraph]]]:
    return [(_EARLIER, pair.earlier, row.before), (_LATER, pair.later, row.after)]


def _inline(
    pair: RelatedPair,
    row: RelatedRow,
    lines: Sequence[Mapping[str, Stretches]],
    marked: Mapping[str, MarkedParagraphs],
    same: Sequence[bool],
) -> CellView | None:
    """The row as one column: the later text with the words that are gone before those that came; None between two languages."""
    if pair.earlier.language != pair.later.language:
        return None
    language = language_of(pair.later)
    key = _LATER if row.after else _EARLIER
    parts = []
    for k, line in enumerate(lines):
        views = tuple(
            _redlined(p, span, row, marked) if row.both else _alone(p, span, marked[key]) for p, span in line[key]
        )
        parts.append(PartView(views, same[k]))
    return CellView(language.code, language.direction, "", tuple(_with_few_carets(parts)), row.bead.pinned)


def _with_few_carets(parts: Sequence[PartView]) -> Iterator[PartView]:
    """The lines of a column that shows what went beside what came: a place without words is shown where nothing else is of its finding."""
    paragraphs = [p for part in parts for p in part.paragraphs]
    worded = {key for p in paragraphs for piece in p.pieces if not piece.caret for key in piece.findings}
    worded |= {key for p in paragraphs if p.whole for key in (*p.whole.findings, *p.whole.renders)}
    for part in parts:
        yield replace(part, paragraphs=tuple(_without_carets(p, worded) for p in part.paragraphs))


def _without_carets(paragraph: ParagraphView, worded: Container[str]) -> ParagraphView:
    pieces = []
    for piece in paragraph.pieces:
        left = tuple(key for key in piece.renders if key not in worded)
        if not piece.caret or left:
            pieces.append(replace(piece, renders=left) if piece.caret else piece)
    return replace(paragraph, pieces=tuple(pieces))


def _alone(paragraph: Paragraph, inside: Span, marked: MarkedParagraphs) -> ParagraphView:
    """A stretch of a paragraph that only one of the two texts has: all of it went, or came."""
    whole = {paragraph.id: [Span(0, len(paragraph.text))]}
    return paragraph_view(
        paragraph, inside, MarkedParagraphs(marked.marks, whole, marked.change, anchors=marked.anchors)
    )


def _redlined(
    paragraph: Paragraph, inside: Span, row: RelatedRow, marked: Mapping[str, MarkedParagraphs]
) -> ParagraphView:
    shown = paragraph_view(paragraph, inside, marked[_LATER])
    pieces: list[TextPiece] = []
    at = inside.start
    for start, gone in sorted(_gone(paragraph, row), key=lambda entry: entry[0]):
        if at <= start < inside.end or (start == inside.end == len(paragraph.text)):
            pieces += marked[_LATER].pieces(paragraph, Span(at, start)) if start > at else ()
            for source, span in gone:
                pieces += [piece for piece in marked[_EARLIER].pieces(source, span) if piece.text]
            at = start
    pieces += marked[_LATER].pieces(paragraph, Span(at, inside.end)) if at < inside.end else ()
    return replace(shown, pieces=tuple(_parted(pieces)))


def _gone(paragraph: Paragraph, row: RelatedRow) -> Iterator[tuple[int, list[tuple[Paragraph, Span]]]]:
    """The places of a paragraph of the later text where words of the earlier one are gone, with these words."""
    for entry in row.entries:
        old = [(piece.paragraph, piece.span) for piece in entry.hunk.before if len(piece.span)]
        if old and entry.hunk.after and entry.hunk.after[0].paragraph.id == paragraph.id:
            yield entry.hunk.after[0].span.start, old


def _parted(pieces: Sequence[TextPiece]) -> Iterator[TextPiece]:
    """The pieces with a space between words that went and came where neither has one."""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        touching = before is not None and before.change != piece.change and "del" in (before.change, piece.change)
        if touching and before is not None and before.text[-1:].isalnum() and piece.text[:1].isalnum():
            yield TextPiece(" ")
        yield piece
