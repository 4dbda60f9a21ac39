"""What links the words of a phrase to the words of a paragraph that renders it, and where in that paragraph they are to be expected.

A word that stands several times in a long paragraph is linked to each of its likely renderings there. Here a link counts the more the
more the words around it are linked beside each other, against the other links of the same word: of two places the one in the right part of
the paragraph stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.lexicon.links import sums_around
from align.lexicon.tokenization import StemmedText, stemmed
from align.lexicon.translation_tables import knows, numbered, vocabulary
from align.lexicon.word_evidence import link_weights
from corpora.languages import Language
from corpora.model import Span

# All set on 195 phrases that were read before (2020 to 2023, six languages); shown on others: docs/figures.md.
LITTLE = 0.3
"""What an article or a preposition counts beside a word that carries meaning."""
_FAINT = 0.1
"""Sum of a word's links from which they count in full: a word that the lexicon hardly knows still has its likeliest rendering."""
_CHARACTER = 0.6
"""What a character counts beside a word, where a language writes no spaces: most words have two."""
_ROUNDS = 2
"""Times that links are weighed by those around them."""
_AROUND = (3, 5)
"""Words before and after, in the source and in the target, whose links support a link."""
_ALONE = 0.1
"""What a link counts without any link around it."""
_BESIDE = 5
"""Words of the source on either side of the phrase whose links tell where its rendering is to be expected."""
_REACH = 6
"""Words of the target over which such a link tells it; twice as many characters."""
_RARE = 0.2
"""How likely a short word stands in any text as long, under which it carries meaning."""
_NAKED = 3
"""Letters of a word from the next one on which its first may be a word of its own."""
_PLACE, _SLACK = 0.2, 0.25
"""How much the place in the whole paragraph tells beside these links, and by which share of the paragraph it may be elsewhere."""


@dataclass(frozen=True, slots=True)
class PhrasePlace:
    """A place of a phrase: the paragraph, where the phrase stands in it, and the paragraph that renders it."""

    source: str
    span: Span
    target: str


@dataclass(frozen=True, slots=True, eq=False)
class PhraseLinks:
    """The n words of a target (characters where its language writes no spaces) and what links the k words of a phrase to them.

    ``each`` (k, n) are the links of the phrase's words, 0 to 1, times what the word counts (``caps``, (k,)); ``yes`` and ``no`` (n,) what
    the words of the phrase and those beside it account for of each word; ``near`` (n,), 0 to 1, how much a word stands where the
    rendering is to be expected; ``common`` (n,), 0 to 1, how likely it stands in any text as long; ``weights`` (n,) what it counts.
    """

    text: str
    spans: tuple[Span, ...]
    stems: tuple[str, ...]
    content: NDArray[np.bool_]
    weights: Floats
    each: Floats
    caps: Floats
    yes: Floats
    no: Floats
    near: Floats
    common: Floats
    is_spaced: bool


@lru_cache(maxsize=512)
def phrase_links(place: PhrasePlace, own: Language, theirs: Language) -> PhraseLinks | None:
    """The links of a phrase in one place; None where there are no words on either side, or no lexicon of the two languages."""
    if not knows(own.code, theirs.code):
        return None
    mine, target = stemmed(place.source, own), stemmed(place.target, theirs)
    inside = _inside(mine, place.span, own)
    if not inside.any() or not target.spans:
        return None
    carrying, _ = _carrying(place.source, mine, own)
    weights = np.where(carrying, 1.0, LITTLE).astype(np.float32)
    links = _sharpened(link_weights(place.source, place.target, own, theirs))
    units = _units(place.target, target, theirs)
    at = np.array([column for _, column, _ in units], dtype=np.intp)
    share = np.array([part for _, _, part in units], dtype=np.float32)
    carrying, common = _carrying(place.target, target, theirs)
    content = carrying[at]
    spread = links[:, at]
    rows = np.flatnonzero(inside)
    caps = (weights * inside)[rows]
    return PhraseLinks(
        text=place.target,
        spans=tuple(span for span, _, _ in units),
        stems=_apart(target.stems, theirs)
        if theirs.spaced
        else tuple(place.target[s.start : s.end] for s, _, _ in units),
        content=content,
        weights=(np.where(content, 1.0, LITTLE) * (1.0 if theirs.spaced else _CHARACTER)).astype(np.float32),
        each=spread[rows] * share * caps[:, None],
        caps=caps,
        yes=np.asarray((weights * inside) @ spread, dtype=np.float32),
        no=np.asarray((weights * (1 - inside)) @ spread, dtype=np.float32),
        near=_expected(spread * share * weights[:, None], rows, place, theirs),
        common=common[at],
        is_spaced=theirs.spaced,
    )


def _apart(stems: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """The stems without the one-letter words that are written as one with them, where the record has the rest more often."""
    joined, known = language.writing.joined_words, vocabulary(language.code)
    if not joined:
        return stems
    found = []
    for stem in stems:
        rest = stem[1:] if stem[:1] in joined and len(stem) > _NAKED else ""
        here, there = known.numbers.get(stem, 0), known.numbers.get(rest, 0)
        found.append(rest if there and known.counts[there] > (known.counts[here] if here else 0) else stem)
    return tuple(found)


def _carrying(text: str, cut: StemmedText, language: Language) -> tuple[NDArray[np.bool_], Floats]:
    """Which words carry meaning, short ones too that are rare ("end", "law"); how likely each stands in any text as long, 0 to 1."""
    known = vocabulary(language.code)
    rate = known.counts[numbered(text, language).numbers] / known.total * len(cut.spans)
    common = (1 - np.exp(-rate)).astype(np.float32)
    rare = np.array([any(map(str.isalpha, stem)) for stem in cut.stems]) & (common < _RARE)
    return np.array(cut.content) | rare, common


def _inside(mine: StemmedText, span: Span, own: Language) -> Floats:
    """How much of each word lies in the phrase, (words,): all or none, but where pieces of a text without spaces lie across its ends."""
    shares = [max(0, min(span.end, s.end) - max(span.start, s.start)) / max(1, len(s)) for s in mine.spans]
    found = np.array(shares, dtype=np.float32)
    return (found > 0).astype(np.float32) if own.spaced else found


def _units(text: str, cut: StemmedText, language: Language) -> list[tuple[Span, int, float]]:
    """The words, each with its number and a share of 1; or their characters with the number of their word and their share of it."""
    if language.spaced:
        return [(span, k, 1.0) for k, span in enumerate(cut.spans)]
    found = []
    for k, span in enumerate(cut.spans):
        letters = [i for i in range(span.start, span.end) if text[i].isalnum()]
        found += [(Span(i, i + 1), k, 1 / len(letters)) for i in letters]
    return found


def _sharpened(weights: Floats) -> Floats:
    """The links of each word as shares, those kept that stand beside other links: (n, m), rows of at most 1."""
    links = weights / (weights.sum(axis=1, keepdims=True) + _FAINT)
    total = links.sum(axis=1, keepdims=True)
    rows, columns = _AROUND
    for _ in range(_ROUNDS):
        around = sums_around(np.pad(links, ((rows, rows), (columns, columns))), rows, columns) - links
        supported = weights * (np.maximum(around, 0) + _ALONE)
        links = supported * (total / (supported.sum(axis=1, keepdims=True) + np.float32(1e-9)))
    return np.asarray(links, dtype=np.float32)


def _expected(links: Floats, rows: NDArray[np.intp], place: PhrasePlace, theirs: Language) -> Floats:
    """How much each word of the target stands where the rendering is to be expected, (n,), 0 to 1."""
    first, last = int(rows[0]), int(rows[-1])
    near = np.arange(max(0, first - _BESIDE), min(len(links), last + _BESIDE + 1))
    away = np.maximum(np.maximum(first - near, near - last), 0)
    pull = np.where(away == 0, 2.0, 1 / (1 + away / 2))
    reach = _REACH * (1 if theirs.spaced else 2)
    kernel = 1 - np.abs(np.arange(-reach, reach + 1)) / (reach + 1)
    found = np.convolve(pull @ links[near], kernel)[reach : reach + links.shape[1]]
    middle = (place.span.start + place.span.end) / 2 / max(1, len(place.source))
    places = (np.arange(links.shape[1]) + 0.5) / links.shape[1]
    prior = np.exp(-(((places - middle) / _SLACK) ** 2))
    return np.asarray((1 - _PLACE) * found / (found.max() + 1e-6) + _PLACE * prior, dtype=np.float32)
