"""The words of two texts that stand opposite each other: how far each is rendered, both ways at once, and by which word.

The evidence is that of ``align.lexicon.word_evidence`` without its bounds: what a word of a language usually has is told by its
own habit (``align.lexicon.word_habits``), and that can only be asked where the least evidence can still be ranked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.lexicon.tokenization import stemmed
from align.lexicon.translation_tables import SCALE, Lexicon, lexicon
from corpora.languages import Language

Places = NDArray[np.int32]

_ROUNDS = 2
_AROUND = 6
"""Words before and after, on either side, whose links support a link."""
_UNSUPPORTED, _FULL_SUPPORT, _NOTHING, _WINDOW = 0.1, 2.0, 0.05, 12.0
"""As in ``word_evidence``: what an unsupported link counts, the support from which one counts in full, the weight of the empty
word, and the words among which a rendering is to be expected."""
_LEAST = 1e-3
"""Added to the ratio whose logarithm is the evidence: what no word renders at all stands at -6.9 nats."""
_LINKED = 0.05
"""Strength from which two words are taken for each other's rendering; chosen on the Council's resolutions of 2020 and 2021."""
_LARGEST = 400_000
"""Pairs of words up to which two texts are looked at: some six hundred words a side. A table of more is no sentence."""


@dataclass(frozen=True, slots=True)
class PairedWords:
    """How two texts of n and m words render each other's words (``stemmed`` of either).

    ``there`` (n,) and ``back`` (m,) are the evidence, in nats, that each word is rendered on the other side; ``partners`` (n,)
    and ``partners_back`` (m,) the place of the word of the other side that renders it best, -1 where none does.
    """

    there: Floats
    back: Floats
    partners: Places
    partners_back: Places

    def turned(self) -> PairedWords:
        """The same with the sides exchanged."""
        return PairedWords(self.back, self.there, self.partners_back, self.partners)


def paired_words(first: str, second: str, first_language: Language, second_language: Language) -> PairedWords | None:
    """How two texts render each other's words; None where one has no words or both together are too long.

    Raises KeyError where there is no lexicon of the two languages.
    """
    if first_language.code > second_language.code:
        found = _paired(second, first, second_language, first_language)
        return found and found.turned()
    return _paired(first, second, first_language, second_language)


@lru_cache(maxsize=4096)
def _paired(first: str, second: str, first_language: Language, second_language: Language) -> PairedWords | None:
    known = lexicon(first_language.code, second_language.code)
    mine = known.source.of(stemmed(first, first_language).stems)
    theirs = known.target.of(stemmed(second, second_language).stems)
    if not 0 < len(mine) * len(theirs) <= _LARGEST:
        return None
    forward, backward = _tables(known, mine, theirs)
    support = np.ones_like(forward)
    for _ in range(_ROUNDS):
        there, back = forward * support, backward * support
        share, share_back = _shares(there, 0), _shares(back, 1)
        links = np.sqrt(share * share_back)
        support = _UNSUPPORTED + np.minimum(np.float32(1), (_sums_around(links) - links) / _FULL_SUPPORT)
    there, back = forward * support, backward * support
    share, share_back = _shares(there, 0), _shares(back, 1)
    links = np.sqrt(share * share_back)
    return PairedWords(
        _evidence((back * np.sqrt(share)).max(axis=1), known.source.counts[mine], known.source.total),
        _evidence((there * np.sqrt(share_back)).max(axis=0), known.target.counts[theirs], known.target.total),
        _partners(links),
        _partners(links.T),
    )


def _tables(known: Lexicon, mine: Places, theirs: Places) -> tuple[Floats, Floats]:
    """The forward and backward probabilities of some words, each (mine, theirs). Words that the lexicon lacks have none.

    Both tables of a lexicon have the same places, so one look serves both.
    """
    rows, row_of = np.unique(mine, return_inverse=True)
    columns, column_of = np.unique(theirs, return_inverse=True)
    starts, ends = known.forward.indptr[rows], known.forward.indptr[rows + 1]
    lengths = ends - starts
    at = np.repeat(starts - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths) + np.arange(lengths.sum())
    found = known.forward.indices[at]
    place = np.searchsorted(columns, found)
    place[place == len(columns)] = 0
    kept = columns[place] == found
    row, place, at = np.repeat(np.arange(len(rows)), lengths)[kept], place[kept], at[kept]
    pair = []
    for table in (known.forward, known.backward):
        small = np.zeros((len(rows), len(columns)), dtype=np.float32)
        small[row, place] = table.data[at]
        pair.append(small[row_of][:, column_of] / np.float32(SCALE))
    return pair[0], pair[1]


def _shares(table: Floats, axis: int) -> Floats:
    return np.asarray(table / (table.sum(axis=axis, keepdims=True) + np.float32(_NOTHING)), dtype=np.float32)


def _evidence(best: Floats, seen: NDArray[np.int64], total: int) -> Floats:
    anyway = (seen + 0.5) / (total + 1)
    return np.asarray(np.log(_LEAST + best / (_WINDOW * anyway)), dtype=np.float32)


def _partners(links: Floats) -> Places:
    best = links.argmax(axis=1)
    strength = links[np.arange(len(links)), best]
    return np.where(strength >= _LINKED, best, -1).astype(np.int32)


def _sums_around(links: Floats) -> Floats:
    """For each link the sum of the links in the window around it, itself included."""
    n, m = links.shape
    reach = _AROUND
    sums = np.zeros((n + 2 * reach + 1, m + 2 * reach + 1), dtype=np.float32)
    inner = sums[reach + 1 : reach + 1 + n, reach + 1 : reach + 1 + m]
    np.cumsum(links, axis=0, out=inner)
    np.cumsum(inner, axis=1, out=inner)
    sums[reach + 1 : reach + 1 + n, reach + 1 + m :] = inner[:, -1:]
    sums[reach + 1 + n :, reach + 1 :] = sums[reach + n, reach + 1 :]
    wide = 2 * reach + 1
    found = sums[wide:, wide:] - sums[:n, wide:] - sums[wide:, :m] + sums[:n, :m]
    return np.asarray(found, dtype=np.float32)
