"""Word by word: how likely it is that a text renders each word of another.

The evidence for a word is the logarithm of a ratio: how probable the word is given the words of the other text, over how
probable it is anyway. A link of two words counts more where the words around them are linked too, so that a word is not
taken for rendered because the same word stands elsewhere in a long paragraph.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from align.encoders.span_vectors import Floats
from align.lexicon.tokenization import StemmedText, stemmed
from align.lexicon.translation_tables import Lexicon, lexicon
from corpora.languages import Language

# Set on one half of the development record, judged on the other: training/omissions.py.
_ROUNDS = 2
_AROUND = (5, 8)
"""Words before and after, in the source and in the target, whose links support a link."""
_UNSUPPORTED = 0.1
"""What a link counts without any link around it."""
_FULL_SUPPORT = 2.0
"""Sum of the links around from which a link counts in full."""
_NOTHING = 0.05
"""Weight of the empty word when the words of one text compete for one of the other."""
_ANYWAY = 0.25
"""Share of the words of a rendered text that no word of the other accounts for."""
_WINDOW = 12.0
"""Words of the target among which the rendering of a word is to be expected."""
_LEAST, _MOST = -1.4, 3.0
"""Bounds of the evidence of a word, in nats: no single word decides."""
RARE = 3
"""A word seen fewer times than this may have a rendering that the lexicon does not know: its absence says little."""
_RARE_LEAST = -0.3
"""The lower bound for a rare word, in nats."""
UNRENDERED = -0.6
"""Evidence, in nats, under which no word of the other text renders a word."""
_LARGEST = 4_000_000
"""Pairs of words up to which a text is looked at: two thousand words a side. A table of more says nothing either way."""


_SMALL = 40_000
"""Pairs of words up to which a look-up is kept for the other direction: 64 of them are some twenty MB."""


@lru_cache(maxsize=8192)
def word_evidence(source: str, target: str, source_language: Language, target_language: Language) -> Floats:
    """The evidence, in nats, that each word of ``source`` is rendered in ``target``: positive where it is.

    The words are those of ``align.lexicon.tokenization.stemmed``; 0 for all where the texts are too long to be compared. KeyError where there is no lexicon of the two languages.
    """
    mine, theirs = stemmed(source, source_language), stemmed(target, target_language)
    known = lexicon(source_language.code, target_language.code)
    if not mine.stems or not theirs.stems:
        return np.full(len(mine.stems), _LEAST, dtype=np.float32)
    if len(mine.stems) * len(theirs.stems) > _LARGEST:
        return np.zeros(len(mine.stems), dtype=np.float32)
    tables = _both_ways(source, target, source_language, target_language)
    return _evidence(mine, tables, known)


def _both_ways(source: str, target: str, source_language: Language, target_language: Language) -> tuple[Floats, Floats]:
    """Forward and backward probabilities of the words of two texts, looked up once for both directions."""
    mine, theirs = stemmed(source, source_language), stemmed(target, target_language)
    if len(mine.stems) * len(theirs.stems) > _SMALL:
        return lexicon(source_language.code, target_language.code).tables(mine.stems, theirs.stems)
    if source_language.code < target_language.code:
        return _looked_up(source, target, source_language, target_language)
    forward, backward = _looked_up(target, source, target_language, source_language)
    # Laid out as a look-up lays them out, so that sums are made in the same order: results stay the same to the last bit.
    return np.asfortranarray(backward.T), np.asfortranarray(forward.T)


@lru_cache(maxsize=64)
def _looked_up(source: str, target: str, source_language: Language, target_language: Language) -> tuple[Floats, Floats]:
    mine, theirs = stemmed(source, source_language), stemmed(target, target_language)
    return lexicon(source_language.code, target_language.code).tables(mine.stems, theirs.stems)


def link_weights(source: str, target: str, source_language: Language, target_language: Language) -> Floats:
    """How strongly each word of ``source`` is linked to each of ``target``, 0 to 1: (source words, target words).

    The words are those of ``align.lexicon.tokenization.stemmed``; all 0 where the texts are too long to be compared. KeyError where there
    is no lexicon of the two languages.
    """
    mine, theirs = stemmed(source, source_language), stemmed(target, target_language)
    known = lexicon(source_language.code, target_language.code)
    shape = len(mine.stems), len(theirs.stems)
    if not all(shape) or shape[0] * shape[1] > _LARGEST:
        return np.zeros(shape, dtype=np.float32)
    forward, backward = known.tables(mine.stems, theirs.stems)
    return _links(forward, backward, _support(forward, backward))


def _links(forward: Floats, backward: Floats, support: Floats) -> Floats:
    there, back = forward * support, backward * support
    shares = there / (there.sum(axis=0, keepdims=True) + _NOTHING), back / (back.sum(axis=1, keepdims=True) + _NOTHING)
    return np.asarray(np.sqrt(shares[0] * shares[1]), dtype=np.float32)


def _support(forward: Floats, backward: Floats) -> Floats:
    """How much each link counts by the links around it."""
    support = np.ones_like(forward)
    for _ in range(_ROUNDS):
        links = _links(forward, backward, support)
        around = np.minimum(1.0, (_sums_around(links) - links) / _FULL_SUPPORT)
        support = (_UNSUPPORTED + around).astype(np.float32)
    return support


def _evidence(mine: StemmedText, tables: tuple[Floats, Floats], known: Lexicon) -> Floats:
    forward, backward = tables
    support = _support(forward, backward)
    there = forward * support
    share = there / (there.sum(axis=0, keepdims=True) + _NOTHING)
    best = (backward * support * np.sqrt(share)).max(axis=1)
    seen = known.source.seen(mine.stems)
    anyway = (seen + 0.5) / (known.source.total + 1)
    found = np.clip(np.log(_ANYWAY + (1 - _ANYWAY) * best / _WINDOW / anyway), _LEAST, _MOST)
    return np.asarray(np.where(seen < RARE, np.maximum(found, _RARE_LEAST), found), dtype=np.float32)


def _sums_around(links: Floats) -> Floats:
    """For each link the sum of the links in the window around it, itself included."""
    (a, b), (n, m) = _AROUND, links.shape
    # Columns lie in a row as those of a look-up do; the order of sums, and so their last bit, hangs on that.
    sums = np.zeros((n + 2 * a + 1, m + 2 * b + 1), dtype=links.dtype, order="F")
    sums[a + 1 : a + 1 + n, b + 1 : b + 1 + m] = links
    np.cumsum(sums, axis=0, out=sums)
    np.cumsum(sums, axis=1, out=sums)
    rows, columns = 2 * a + 1, 2 * b + 1
    window = sums[rows : rows + n, columns : columns + m] + sums[:n, :m]
    return np.asarray(window - sums[:n, columns : columns + m] - sums[rows : rows + n, :m], dtype=np.float32)
