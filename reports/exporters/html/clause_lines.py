"""Long rows cut into lines: the clauses of all columns that correspond stand side by side, so that no line is higher than a screen."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from align.clause_cuts import Link, corresponding_cuts, proportional_cuts
from align.clauses import clauses
from align.lexicon.column_votes import RowTexts
from corpora.languages import Language
from corpora.model import Paragraph, Span
from reports.comparison.word_diff import kept_words

LONG = 300
"""Characters of a column from which a row is cut, and that a line has at most where its clauses allow it: chosen, some twelve lines of the
narrowest of six columns on a screen of 1,440 pixels, three of the two that are shown first."""
TOO_LONG = 450
"""Characters from which a line is cut at words where the columns have no clauses in common: a list of names; chosen, half as much again."""
A_SCREEN = 750
"""Characters of a column that fill a screen of 900 pixels in the narrowest of six columns: some thirty lines."""
_UNSPACED = 3
"""What a character of a script without spaces counts: Chinese says in one what others say in three."""

Side = tuple[Sequence[Paragraph], Language]
Stretches = tuple[tuple[Paragraph, Span], ...]
"""What a column has in a line: stretches of its paragraphs; none where it has no words there."""


def clause_lines(sides: Mapping[str, Side], texts: RowTexts) -> list[Mapping[str, Stretches]]:
    """The lines of a row, by the key of each column; the cuts are those of the first column that all others have as well.

    ``texts`` holds the words of the columns by the same keys, each the text of its paragraphs joined by a space.
    """
    whole = {key: _stretches(paragraphs, 0, _length(paragraphs)) for key, (paragraphs, _) in sides.items()}
    if max(_weight(_length(paragraphs), language) for paragraphs, language in sides.values()) <= LONG:
        return [whole]
    places = list(_filled(sides, _Cuts(sides, texts)))
    starts = [dict.fromkeys(sides, 0), *places]
    return [{key: _stretches(sides[key][0], a[key], b[key]) for key in sides} for a, b in itertools.pairwise(starts)]


Place = Mapping[str, int]
"""A place in the text of each column."""


class _Cuts:
    """Where the columns of a row can be cut: at clauses that all have; at words of some where those are far apart; at the same share
    of all where even words cross, since each language has the clauses in an order of its own."""

    def __init__(self, sides: Mapping[str, Side], texts: RowTexts) -> None:
        first, *others = sides
        cuts = {key: _clause_ends(*side) for key, side in sides.items()}
        words = {key: [span.start for span in texts.words[key].spans] for key in others}
        self.end: Place = {key: _length(paragraphs) for key, (paragraphs, _) in sides.items()}
        clauses_of = {key: _corresponding(texts, (first, key), cuts[first], cuts[key]) for key in others}
        self.at_clauses = _places(first, cuts[first], clauses_of)
        words_of = {key: _corresponding(texts, (first, key), cuts[first], words[key]) for key in others}
        self.at_words = _places(first, cuts[first], {key: {**words_of[key], **clauses_of[key]} for key in others})

        shares = {key: proportional_cuts(cuts[first], words[key], (self.end[first], self.end[key])) for key in others}
        self.at_shares = _places(first, cuts[first], shares)

    @staticmethod
    def between(places: Sequence[Place], start: Place, end: Place) -> list[Place]:
        """The cuts between two places, in order, and the second place."""
        inside = [p for p in places if all(start[key] < p[key] < end[key] for key in p)]
        kept: list[Place] = []
        for place in inside:
            if not kept or all(kept[-1][key] < place[key] for key in place):
                kept.append(place)
        return [*kept, end]


def _places(first: str, cuts: Sequence[int], found: Mapping[str, Mapping[int, int]]) -> list[Place]:
    shared = (cut for cut in cuts if all(cut in known for known in found.values()))
    return [{first: cut, **{key: known[cut] for key, known in found.items()}} for cut in shared]


def _filled(sides: Mapping[str, Side], cuts: _Cuts) -> Iterator[Place]:
    """Where lines end that hold as much as fits into each."""
    begun: Place = dict.fromkeys(sides, 0)
    for end in _as_much_as_fits(sides, begun, [*cuts.at_clauses, cuts.end]):
        if _fits(sides, begun, end, TOO_LONG):
            yield end
            begun = end
            continue
        at = begun
        for inner in _as_much_as_fits(sides, at, cuts.between(cuts.at_words, at, end)):
            if _fits(sides, at, inner, A_SCREEN):
                yield inner
            else:
                yield from _as_much_as_fits(sides, at, cuts.between(cuts.at_shares, at, inner))
            at = inner
        begun = end


def _as_much_as_fits(sides: Mapping[str, Side], begun: Place, places: Sequence[Place]) -> Iterator[Place]:
    for here, following in itertools.zip_longest(places, places[1:]):
        if following is None or not _fits(sides, begun, following, LONG):
            yield here
            begun = here


def _fits(sides: Mapping[str, Side], start: Place, end: Place, most: int) -> bool:
    return all(_weight(end[key] - start[key], language) <= most for key, (_, language) in sides.items())


def _corresponding(
    texts: RowTexts, keys: tuple[str, str], mine: Sequence[int], theirs: Sequence[int]
) -> Mapping[int, int]:
    first, other = keys
    links = _links(texts, first, other)
    if links:
        return corresponding_cuts(links, mine, theirs)
    return proportional_cuts(mine, theirs, (len(texts.texts[first]), len(texts.texts[other])))


def _links(texts: RowTexts, first: str, other: str) -> list[Link]:
    """Which words of two columns stand for each other: in one language those that the word diff leaves, else by the lexicon."""
    if texts.languages[first].code == texts.languages[other].code:
        return kept_words(texts.texts[first], texts.texts[other])
    pair = texts.pair(first, other)
    if pair is None:
        return []
    mine, theirs = texts.words[first].spans, texts.words[other].spans
    return [(mine[i].start, theirs[j].start) for i, j in enumerate(pair.partners.tolist()) if j >= 0]


def _clause_ends(paragraphs: Sequence[Paragraph], language: Language) -> list[int]:
    """Where the clauses of a column's text end, the last one left out."""
    found, start = [], 0
    for paragraph in paragraphs:
        found += [start + span.end for span in clauses(paragraph.text, language, paragraph.verbs)]
        start += len(paragraph.text) + 1
    return found[:-1]


def _length(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(p.text) for p in paragraphs) + max(0, len(paragraphs) - 1)


def _weight(length: int, language: Language) -> int:
    return length * (1 if language.spaced else _UNSPACED)


def _stretches(paragraphs: Sequence[Paragraph], start: int, end: int) -> Stretches:
    """What a column has between two places of its text."""
    out, at = [], 0
    for paragraph in paragraphs:
        a, b = max(0, start - at), min(len(paragraph.text), end - at)
        if a < b or (a == b == 0 and not paragraph.text and start <= at < max(end, 1)):
            out.append((paragraph, Span(a, b)))
        at += len(paragraph.text) + 1
    return tuple(out)
