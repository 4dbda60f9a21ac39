"""Where the other versions have what a finding is about: the words that render its words, or the place where they should stand.

A finding quotes one or two versions. Whoever reads six wants to see the words in each: by the links of the learned lexicon, and where a
version has nothing to say, the place between the words that its neighbours lead to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.lexicon.column_votes import RowTexts
from align.lexicon.counterparts import counterpart
from corpora.model import Paragraph, Span
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Finding, Place

_AROUND = 6
"""Words on either side whose renderings tell where the words between them should stand; as many as `RowTexts.expected` looks at."""


@dataclass(frozen=True, slots=True)
class PlaceInVersion:
    """Where a version has what a finding quotes of another.

    ``span`` counts the characters of the paragraph's text. It is empty where no words were found: then it is the place where they
    should stand. ``lacks`` says that the finding says that the version has nothing there.
    """

    language: str
    paragraph: Paragraph
    span: Span
    lacks: bool


def renderings(finding: Finding, row: VersionRow) -> Iterator[PlaceInVersion]:
    """A place for each version of a row that the finding itself does not quote; none where it quotes nothing of the row."""
    quoted = [(place, cell) for place, cell in _places(finding, row) if _says_where(place, cell)]
    if not quoted:
        return
    place, cell = quoted[0]
    span = _span_in_cell(place, cell)
    known = {where.language for where, _ in quoted}
    # A whole paragraph is quoted of a version that has nothing to quote.
    bare = {where.language for where, _ in _places(finding, row)} - known
    for code, other in row.cells.items():
        if code in known:
            continue
        lacks = code in bare or _lacks(finding, code)
        value = None if lacks else _same_value(quoted, other)
        if value is not None:
            yield PlaceInVersion(code, *value, lacks=False)
            continue
        found = None if lacks else counterpart(cell.text, span, other.text, cell.language, other.language)
        at = found.span if found else _place_between(row.column, place.language, span, code)
        paragraph, inside = other.located(at)
        yield PlaceInVersion(code, paragraph, inside, lacks)


def _same_value(quoted: Sequence[tuple[Place, Cell]], cell: Cell) -> tuple[Paragraph, Span] | None:
    """Where a version states the very value that a finding quotes of another: a date, a number, a symbol."""
    values = {
        anchor.value
        for place, its in quoted
        for paragraph, anchor in its.anchors
        if paragraph.id == place.paragraph and anchor.span == place.inside
    }
    return next(((p, a.span) for p, a in cell.anchors if a.value in values), None)


def _places(finding: Finding, row: VersionRow) -> list[tuple[Place, Cell]]:
    """The places of a finding that stand in a row, each with its cell."""
    places = [place for place in (finding.source, finding.target) if place is not None]
    cells = {(cell.resolution.name, p.id): cell for cell in row.cells.values() for p in cell.paragraphs}
    return [(p, cells[p.document, p.paragraph]) for p in places if (p.document, p.paragraph) in cells]


def _says_where(place: Place, cell: Cell) -> bool:
    """Whether it quotes words, and not a whole paragraph."""
    return bool(place.quote) and len(place.quote) < max(len(p.text) for p in cell.paragraphs if p.id == place.paragraph)


def _span_in_cell(place: Place, cell: Cell) -> Span:
    """The span of a place in the text of its cell, whose paragraphs are joined by a space."""
    start = 0
    for paragraph in cell.paragraphs:
        if paragraph.id == place.paragraph:
            break
        start += len(paragraph.text) + 1
    return Span(start + place.inside.start, start + place.inside.end)


def _lacks(finding: Finding, code: str) -> bool:
    """Whether a finding says that a version has nothing at its place."""
    if finding.groups:
        return any(code in group.versions and not group.says for group in finding.groups)
    return finding.target is None and finding.odd == code


def _place_between(texts: RowTexts, first: str, span: Span, other: str) -> Span:
    """Where the words in ``span`` of one version should stand in another: behind what renders the words before, or before what follows.

    Where no word around is known to be rendered, as far into the text as the words are in theirs.
    """
    mine, theirs = texts.words[first].spans, texts.words[other].spans
    inside = [i for i, word in enumerate(mine) if word.overlaps(span)]
    pair = texts.pair(first, other)
    if pair is None or not inside or not theirs:
        at = round(span.start * len(texts.texts[other]) / max(1, len(texts.texts[first])))
        return Span(at, at)
    wanted = texts.expected(first, inside[0], other)
    at = _nearest(list(pair.partners), theirs, inside, wanted)
    return Span(at, at)


def _nearest(partners: Sequence[int], theirs: Sequence[Span], inside: Sequence[int], wanted: float) -> int:
    """Of the places that the nearest words lead to, the one that lies nearest to where the words around lead together."""
    before = range(inside[0] - 1, max(-1, inside[0] - 1 - _AROUND), -1)
    behind = range(inside[-1] + 1, min(len(partners), inside[-1] + 1 + _AROUND))
    led = [(away, partners[i], False) for away, i in enumerate(before) if partners[i] >= 0]
    led += [(away, partners[i], True) for away, i in enumerate(behind) if partners[i] >= 0]
    if not led:
        return theirs[min(len(theirs) - 1, max(0, round(wanted)))].start
    _, word, follows = min(led, key=lambda entry: (abs(entry[1] - wanted) + entry[0], entry[0]))
    return theirs[word].start if follows else theirs[word].end
