"""Where the other versions have what a finding is about: the words that render its words, or the place where they should stand.

A finding quotes one or two versions. Whoever reads six wants to see the words in each: by the links of the learned lexicon, and where a
version has nothing to say, the place between the words that its neighbours lead to.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from align.lexicon.column_votes import RowTexts
from align.lexicon.counterparts import counterpart
from corpora.model import Paragraph, Span
from reports.comparison.rows import Cell, VersionRow
from reports.comparison.word_diff import word_steps
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


def marked_places(finding: Finding, *, lacking: Container[str] = ()) -> list[Place]:
    """The places of a finding that are marked: the changed words that it accounts for, else what it quotes.

    A whole paragraph is marked where no words are quoted; a version that is said to have nothing there has no words to mark.
    ``lacking`` are the languages of such versions.
    """
    named = finding.changed_places or (finding.source, finding.target)
    quoted = [p for p in dict.fromkeys(named) if p and p.quote]
    having = [place for place in quoted if place.language not in lacking]
    return [place for place in having if not place.is_whole] or having


def lacking_versions(finding: Finding) -> frozenset[str]:
    """The languages of the versions that a finding of language versions says to have nothing at its place."""
    if finding.groups:
        return frozenset(code for group in finding.groups if not group.says for code in group.versions)
    return frozenset({finding.odd} if finding.target is None and finding.odd else ())


def renderings(finding: Finding, row: VersionRow) -> Iterator[PlaceInVersion]:
    """A place for each version of a row of which the finding marks no words itself.

    Where it marks whole paragraphs only, those that correspond to them.
    """
    lacking = lacking_versions(finding)
    places = [(p, cell) for p in marked_places(finding, lacking=lacking) if (cell := _cell_of(p, row))]
    shown = {place.language for place, _ in places}
    every = dict.fromkeys((*finding.changed_places, finding.source, finding.target))
    said = [(p, cell) for p in every if p and (cell := _cell_of(p, row))]
    # A whole paragraph, or nothing, is quoted of a version that has no words to quote.
    bare = {where.language for where, _ in said if not where.quote or where.is_whole} - shown
    for code, cell in row.cells.items():
        if code in shown:
            continue
        lacks = code in lacking or code in bare
        if not places or places[0][0].is_whole:
            yield from _whole_or_end(code, cell, places, lacks=lacks)
            continue
        place, first = places[0]
        value = None if lacks else _same_value(places, cell)
        if value is not None:
            yield PlaceInVersion(code, *value, lacks=False)
            continue
        span = _span_in_cell(place, first)
        at = place_in_other(row.column, place.language, span, code, lacks=lacks)
        paragraph, inside = cell.located(_within(at, code, said) if lacks else at)
        yield PlaceInVersion(code, paragraph, inside, lacks)


def _whole_or_end(
    code: str, cell: Cell, places: Sequence[tuple[Place, Cell]], *, lacks: bool
) -> Iterator[PlaceInVersion]:
    """The paragraphs that correspond to those that are marked whole; of a version that lacks them, the end of its text."""
    if lacks:
        end = len(cell.paragraphs[-1].text)
        yield PlaceInVersion(code, cell.paragraphs[-1], Span(end, end), lacks=True)
        return
    at = [k for place, its in places for k, p in enumerate(its.paragraphs) if p.id == place.paragraph]
    alike = all(len(its.paragraphs) == len(cell.paragraphs) for _, its in places)
    for k, paragraph in enumerate(cell.paragraphs):
        if k in at or not (alike and at):
            yield PlaceInVersion(code, paragraph, Span(0, len(paragraph.text)), lacks=False)


def _within(at: Span, code: str, said: Sequence[tuple[Place, Cell]]) -> Span:
    """A place in a version without words: where the finding says where it lacks them, there."""
    place, cell = next(((p, c) for p, c in said if p.language == code and not p.is_whole), (None, None))
    if place is None or cell is None:
        return at
    bounds = _span_in_cell(place, cell)
    inside = min(max(at.start, bounds.start), bounds.end)
    return Span(inside, inside)


def place_in_other(texts: RowTexts, first: str, span: Span, other: str, *, lacks: bool = False) -> Span:
    """Where a column has what another has in ``span``, by their keys: the words that stand for its words, else the empty place for them.

    ``lacks`` says that it has no such words. In one language the words are those that the word diff leaves in their place.
    """
    mine, theirs = texts.texts[first], texts.texts[other]
    languages = texts.languages[first], texts.languages[other]
    if languages[0].code == languages[1].code:
        come = list(_by_word_diff(mine, theirs, span))
        at = Span(come[0].start, come[-1].end) if come else Span(0, 0)
        return Span(at.start, at.start) if lacks else at
    found = None if lacks else counterpart(mine, span, theirs, *languages)
    return found.span if found else _place_between(texts, first, span, other)


def _by_word_diff(mine: str, theirs: str, span: Span) -> Iterator[Span]:
    """Where the steps from one text to the other that lie in a span of the first lead; of words that both have, those in it alone."""
    for here, there, kept in word_steps(mine, theirs):
        if not here.overlaps(span) and not (here.start == here.end and span.start < here.start < span.end):
            continue
        if kept:  # both have the same letters, but for signs and spaces
            share = len(there) / max(1, len(here))
            cut = max(here.start, span.start), min(here.end, span.end)
            start, end = (there.start + round((at - here.start) * share) for at in cut)
            yield Span(start, end)
        else:
            yield there


def _same_value(quoted: Sequence[tuple[Place, Cell]], cell: Cell) -> tuple[Paragraph, Span] | None:
    """Where a version states the very value that a finding quotes of another: a date, a number, a symbol."""
    values = {
        anchor.value
        for place, its in quoted
        for paragraph, anchor in its.anchors
        if paragraph.id == place.paragraph and anchor.span == place.inside
    }
    return next(((p, a.span) for p, a in cell.anchors if a.value in values), None)


def _cell_of(place: Place, row: VersionRow) -> Cell | None:
    """The cell of a row in which a place stands."""
    cells = (cell for cell in row.cells.values() if cell.resolution.name == place.document)
    return next((cell for cell in cells if any(p.id == place.paragraph for p in cell.paragraphs)), None)


def _span_in_cell(place: Place, cell: Cell) -> Span:
    """The span of a place in the text of its cell, whose paragraphs are joined by a space."""
    start = 0
    for paragraph in cell.paragraphs:
        if paragraph.id == place.paragraph:
            break
        start += len(paragraph.text) + 1
    return Span(start + place.inside.start, start + place.inside.end)


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
