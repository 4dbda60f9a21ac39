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
_USUAL = 60
"""Words of a paragraph that is not short, in which that likelihood is told: half of the record's paragraphs are longer."""
_NAKED = 3
"""Letters of a word from the next one on which its first may be a word of its own."""
_COMPETING, _LETTERS = 450, 3
"""Characters of the source on either side of the phrase whose words compete with it, some seventy words; a third where a character is most of
a word."""
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
    begins: tuple[int, ...]
    ends: tuple[int, ...]
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

    @property
    def carries(self) -> bool:
        """Whether any word of the phrase carries meaning: articles and prepositions alone are linked to any text as long."""
        return bool((self.caps > LITTLE).any())


@lru_cache(maxsize=512)
def phrase_links(place: PhrasePlace, own: Language, theirs: Language) -> PhraseLinks | None:
    """The links of a phrase in one place; None where there are no words on either side, or no lexicon of the two languages."""
    if not knows(own.code, theirs.code):
        return None
    source, span = _around_phrase(place, own)
    mine, target = stemmed(source, own), stemmed(place.target, theirs)
    inside = _inside(mine, span, own)
    if not inside.any() or not target.stems:
        return None
    carrying, _ = _carrying(source, own)
    weights = np.where(carrying, 1.0, LITTLE).astype(np.float32)
    spread = _sharpened(link_weights(source, place.target, own, theirs))
    units = _units(place.target, theirs)
    content, common = _carrying(place.target, theirs)
    shares = spread
    if not theirs.spaced:
        content, common, spread = content[units.words], common[units.words], spread[:, units.words]
        shares = spread * units.shares
    rows = np.flatnonzero(inside)
    caps = (weights * inside)[rows]
    return PhraseLinks(
        text=place.target,
        begins=units.begins,
        ends=units.ends,
        stems=units.stems,
        content=content,
        weights=(np.where(content, 1.0, LITTLE) * (1.0 if theirs.spaced else _CHARACTER)).astype(np.float32),
        each=shares[rows] * caps[:, None],
        caps=caps,
        yes=np.asarray((weights * inside) @ spread, dtype=np.float32),
        no=np.asarray((weights * (1 - inside)) @ spread, dtype=np.float32),
        near=_expected(shares, weights, rows, place, theirs),
        common=common,
        is_spaced=theirs.spaced,
    )


def _around_phrase(place: PhrasePlace, own: Language) -> tuple[str, Span]:
    """The phrase with so much of the source on either side as can compete with it, in whole words, and its span there."""
    reach = _COMPETING if own.spaced else _COMPETING // _LETTERS
    text, span = place.source, place.span
    start, end = max(0, span.start - reach), min(len(text), span.end + reach)
    while 0 < start < span.start and _is_inside_word(text, start, own):
        start += 1
    while span.end < end < len(text) and _is_inside_word(text, end, own):
        end -= 1
    return text[start:end], Span(span.start - start, span.end - start)


def _is_inside_word(text: str, place: int, own: Language) -> bool:
    if own.spaced:
        return not text[place].isspace() and not text[place - 1].isspace()
    return text[place].isalnum() and text[place - 1].isalnum()


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


@lru_cache(maxsize=1024)
def _carrying(text: str, language: Language) -> tuple[NDArray[np.bool_], Floats]:
    """Which words carry meaning, short ones too that are rare ("end", "law"); how likely each stands in any text as long, 0 to 1."""
    known, cut = vocabulary(language.code), stemmed(text, language)
    share = known.counts[numbered(text, language).numbers] / known.total
    common = (1 - np.exp(-share * len(cut.stems))).astype(np.float32)
    content = np.array(cut.content, dtype=bool)
    # In a few words any word is unlikely: a preposition is none the less one.
    rare = 1 - np.exp(-share * max(_USUAL, len(cut.stems))) < _RARE
    for k in np.flatnonzero(rare & ~content).tolist():
        content[k] = any(map(str.isalpha, cut.stems[k]))
    return content, common


def _inside(mine: StemmedText, span: Span, own: Language) -> Floats:
    """How much of each word lies in the phrase, (words,): all or none, but where pieces of a text without spaces lie across its ends."""
    begins, ends = np.array(mine.begins), np.array(mine.ends)
    within = np.maximum(0, np.minimum(span.end, ends) - np.maximum(span.start, begins))
    found = within / np.maximum(1, ends - begins)
    return np.asarray(found > 0 if own.spaced else found, dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class _Units:
    """What is marked of a text, its words or its characters: where each begins and ends and what it is; of characters the number of the
    word and the share of it (of words, whose number is their own and whose share is whole, these are empty)."""

    begins: tuple[int, ...]
    ends: tuple[int, ...]
    stems: tuple[str, ...]
    words: NDArray[np.intp]
    shares: Floats


@lru_cache(maxsize=512)
def _units(text: str, language: Language) -> _Units:
    """The words of a text, or the characters of its words where the language writes no spaces."""
    cut = stemmed(text, language)
    if language.spaced:
        nothing = np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.float32)
        return _Units(tuple(cut.begins), tuple(cut.ends), _apart(cut.stems, language), *nothing)
    begins: list[int] = []
    words: list[int] = []
    shares: list[float] = []
    for k, (begin, end) in enumerate(zip(cut.begins, cut.ends, strict=True)):
        letters = [i for i in range(begin, end) if text[i].isalnum()]
        begins += letters
        words += [k] * len(letters)
        shares += [1 / max(1, len(letters))] * len(letters)
    ends, stems = tuple([i + 1 for i in begins]), tuple([text[i] for i in begins])
    return _Units(tuple(begins), ends, stems, np.array(words, dtype=np.intp), np.array(shares, dtype=np.float32))


def _sharpened(weights: Floats) -> Floats:
    """The links of each word as shares, those kept that stand beside other links: (n, m), rows of at most 1."""
    links = weights / (weights.sum(axis=1, keepdims=True) + _FAINT)
    total = links.sum(axis=1, keepdims=True)
    rows, columns = _AROUND
    (n, m), around = links.shape, np.empty_like(links)
    padded = np.zeros((n + 2 * rows, m + 2 * columns), dtype=np.float32)
    for _ in range(_ROUNDS):
        padded[rows : rows + n, columns : columns + m] = links
        np.subtract(sums_around(padded, rows, columns), links, out=around)
        np.maximum(around, 0, out=around)
        around += _ALONE
        np.multiply(weights, around, out=links)
        links *= total / (links.sum(axis=1, keepdims=True) + np.float32(1e-9))
    return np.asarray(links, dtype=np.float32)


def _expected(shares: Floats, weights: Floats, rows: NDArray[np.intp], place: PhrasePlace, theirs: Language) -> Floats:
    """How much each word of the target stands where the rendering is to be expected, (n,), 0 to 1."""
    first, last = int(rows[0]), int(rows[-1])
    near = np.arange(max(0, first - _BESIDE), min(len(shares), last + _BESIDE + 1))
    links = shares[near] * weights[near, None]
    away = np.maximum(np.maximum(first - near, near - last), 0)
    pull = np.where(away == 0, 2.0, 1 / (1 + away / 2))
    reach = _REACH * (1 if theirs.spaced else 2)
    kernel = 1 - np.abs(np.arange(-reach, reach + 1)) / (reach + 1)
    found = np.convolve(pull @ links, kernel)[reach : reach + links.shape[1]]
    middle = (place.span.start + place.span.end) / 2 / max(1, len(place.source))
    places = (np.arange(links.shape[1]) + 0.5) / links.shape[1]
    prior = np.exp(-(((places - middle) / _SLACK) ** 2))
    return np.asarray((1 - _PLACE) * found / (found.max() + 1e-6) + _PLACE * prior, dtype=np.float32)
