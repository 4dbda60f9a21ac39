"""Mandates that a later resolution continues by reference: "reaffirms the measures imposed by paragraphs 1 to 6 of resolution …"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpora.languages import Language, language_of
from corpora.mandates.extraction import Mandate
from corpora.model import Anchor, Kind, Paragraph, Part, Resolution, stating
from corpora.text.folding import fold_plain
from corpora.values import AnchorKind, ParagraphReference

_DECISIONS = "decide"
"""The kind of the acts that "the measures imposed by resolution X" are, where no paragraphs are named."""
_LONGEST_RUN = 60
"""Paragraphs that "paragraphs 1 to 60" may name."""
_TO_MEASURES = 90
"""Characters from the verb to what it keeps: "renew until 31 May 2020 the measures"."""
_TO_RESOLUTION = 120
"""Characters from there to the resolution, and from one resolution to the next."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """What a paragraph keeps: the paragraphs with these numbers of a resolution, all its decisions where there are none."""

    paragraph: str
    symbol: str
    numbers: frozenset[int]


def continuations_of(later: Resolution) -> tuple[Continuation, ...]:
    """What the operative paragraphs of a resolution keep of others, by reference."""
    own = language_of(later)
    kept = (p for p in later.paragraphs if p.part is Part.OPERATIVE and p.kind.is_body)
    return tuple(found for paragraph in kept for found in _in_paragraph(paragraph, own))


def continued_in(mandate: Mandate, earlier: Resolution, continuations: Sequence[Continuation]) -> str:
    """The id of the paragraph that continues a mandate of ``earlier`` by reference, "" where none does."""
    number = _number(mandate, earlier)
    for found in continuations:
        if found.symbol == earlier.symbol and (
            number in found.numbers if found.numbers else mandate.kind == _DECISIONS and mandate.under is None
        ):
            return found.paragraph
    return ""


def _number(mandate: Mandate, resolution: Resolution) -> int | None:
    """The printed number of the operative paragraph that a mandate stands in."""
    for name in (mandate.paragraph, *resolution.ids_above(mandate.paragraph)):
        paragraph = resolution.paragraph(name)
        if paragraph.kind is Kind.OPERATIVE:
            return int(paragraph.number) if paragraph.number and paragraph.number.isdecimal() else None
    return None


def _in_paragraph(paragraph: Paragraph, own: Language) -> Iterator[Continuation]:
    cited = [a for a in paragraph.anchors if a.kind is AnchorKind.CITATION]
    places = [0, *(a.span.end for a in cited)], [*(a.span.start for a in cited), len(paragraph.text)]
    goes_on = False
    for k, anchor in enumerate(cited):
        # The numbers of paragraphs stand before the resolution; in Chinese, behind it.
        start, end = (places[0][k], anchor.span.start) if own.spaced else (anchor.span.end, places[1][k + 1])
        follows = goes_on and anchor.span.start - places[0][k] <= _TO_RESOLUTION
        goes_on = _keeps(paragraph.text, places[0][k], anchor, own, follows=follows)
        if goes_on:
            yield Continuation(paragraph.id, anchor.form, frozenset(_numbers(paragraph, start, end, own)))


def _keeps(text: str, since: int, cited: Anchor, own: Language, *, follows: bool) -> bool:
    """Whether what a paragraph says of the measures of a cited resolution is that they go on.

    ``since`` is where the resolution cited before it ends; with ``follows`` its measures go on and this one stands right behind.
    """
    words = own.continuation
    if words.keeps is None or words.measures is None:
        return False
    if not own.spaced:
        whole = fold_plain(text)
        behind = fold_plain(text[cited.span.end : cited.span.end + _TO_RESOLUTION])
        ends = _last(words.ends, whole) >= 0
        return bool(words.keeps.search(whole) and words.measures.search(behind)) and not ends
    before = fold_plain(text[: cited.span.start])
    reach = max(len(fold_plain(text[:since])), len(before) - _TO_RESOLUTION)
    named = [m.start() for m in words.measures.finditer(before) if m.start() >= reach]
    if not named:
        return follows
    kept, ended = _last(words.keeps, before[: named[0]]), _last(words.ends, before[: named[0]])
    if named[0] - kept <= _TO_MEASURES and kept >= 0:
        return kept > ended
    behind = fold_plain(text[cited.span.end : cited.span.end + _TO_RESOLUTION])
    return named[0] - ended > _TO_MEASURES and words.keeps.search(behind) is not None


def _last(pattern: re.Pattern[str] | None, text: str) -> int:
    return max((m.start() for m in pattern.finditer(text)), default=-1) if pattern else -1


def _numbers(paragraph: Paragraph, start: int, end: int, own: Language) -> Iterator[int]:
    """The numbers of paragraphs named in a stretch of text, runs of them in full."""
    named = [
        (a, r.number)
        for a, r in stating(paragraph.anchors, ParagraphReference)
        if start <= a.span.start and a.span.end <= end
    ]
    yield from (number for _, number in named)
    for (one, first), (other, last) in itertools.pairwise(named):
        between = fold_plain(paragraph.text[one.span.end : other.span.start]).strip()
        if own.continuation.upto and own.continuation.upto.fullmatch(between) and first < last <= first + _LONGEST_RUN:
            yield from range(first, last)
