"""How many words of each span the spans of the other side render, by the lexicon: what the costs of beads ask of words.

A word is rendered as far as the words of the other span render it together, at most once (the translation probabilities of
IBM Model 1; Moore, "Fast and accurate sentence alignment of bilingual corpora", AMTA 2002, joins them to lengths likewise),
and weighs what seeing it tells: the logarithm of its rarity.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.lexicon.tokenization import stemmed
from align.lexicon.translation_tables import SCALE, Vocabulary, knows, lexicon, vocabulary
from corpora.languages import Language

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_RAREST = 12.0
"""Nats that a word tells which weighs 1."""
_PART = 0.6
"""Where a segment opens or closes a span, its rendering stands in this first or last share of the other side's words."""
_NEARLY_NOTHING = 0.05
"""Added to the weight of a segment, so that one without known words is of no use."""


class _Words:
    """The known words of one side's segments, as weights: of whole segments, of their first and of their last words."""

    def __init__(self, texts: Sequence[str], language: Language, known: Vocabulary) -> None:
        numbers = [known.of(stemmed(text, language).stems) for text in texts]
        lengths = [len(x) for x in numbers]
        self._shape = (len(texts), len(known.counts))
        self._places = (np.repeat(np.arange(len(texts)), lengths), np.concatenate([np.zeros(0, np.int32), *numbers]))
        rarity = np.log((known.total + 1) / (known.counts + 0.5)) / _RAREST
        weights = np.clip(rarity, 0.0, 1.0)
        weights[0] = 0.0
        within = np.concatenate([np.zeros(0), *((np.arange(k) + 0.5) / max(k, 1) for k in lengths)])
        self.counts = self._table(np.ones(len(within)))
        self.whole = self._table(weights[self._places[1]])
        self.edges = tuple(
            self._table(weights[self._places[1]] * part) for part in (within <= _PART, within >= 1 - _PART)
        )
        self.weight = np.asarray(self.whole.sum(axis=1), dtype=np.float32)

    def _table(self, values: NDArray[np.float64]) -> csr_array:
        from scipy.sparse import csr_array

        return csr_array((values.astype(np.float32), self._places), self._shape)


class LexicalCoverage:
    """What the spans of two sides render of each other.

    ``rows`` and ``columns`` are the first segments of the spans; the spans are of ``a`` and ``b`` segments; results are
    (rows, columns).
    """

    def __init__(
        self, source: Sequence[str], target: Sequence[str], source_language: Language, target_language: Language
    ) -> None:
        from scipy.sparse import csr_array

        known = lexicon(source_language.code, target_language.code)
        self._source = _Words(source, source_language, known.source)
        self._target = _Words(target, target_language, known.target)
        forward, backward = known.matrices()
        self._there = _at_most_one(self._source.counts @ forward.astype(np.float32) / SCALE)
        self._back = _at_most_one(self._target.counts @ csr_array(backward.astype(np.float32).T) / SCALE)

    def share(self, a: int, b: int, rows: slice, columns: slice) -> Floats:
        """The share of both spans' words, by weight, that the other span renders: 0 to 1, less for short spans."""
        there = _covered(self._there, a, rows) @ _window(self._target.whole, b, columns).T
        back = _window(self._source.whole, a, rows) @ _covered(self._back, b, columns).T
        of_source, of_target = _sums(self._source.weight, a, rows), _sums(self._target.weight, b, columns)
        total = of_source[:, None] + of_target[None, :]
        return np.asarray((there + back).toarray() / (total + 1.0), dtype=np.float32)

    def use(self, a: int, b: int, rows: slice, columns: slice, best: NDArray[np.int64]) -> Floats:
        """What the first or last segment of a span adds to the bead: words that no other of its segments renders.

        One of ``a`` and ``b`` is 1, the other the width of the span. ``best`` (rows, columns) is the segment of the span that
        fits best and is not looked at; of two others the less useful counts. In units of the segment's own weight.
        """
        if a > 1:
            return self._use(
                covers=self._there,
                weight=self._source.weight,
                edges=self._target.edges,
                width=a,
                spans=rows,
                others=columns,
                best=best,
            )
        turned = self._use(
            covers=self._back,
            weight=self._target.weight,
            edges=self._source.edges,
            width=b,
            spans=columns,
            others=rows,
            best=best.T,
        )
        return turned.T

    @staticmethod
    def _use(
        covers: csr_array,
        weight: Floats,
        edges: tuple[csr_array, ...],
        width: int,
        spans: slice,
        others: slice,
        best: NDArray[np.int64],
    ) -> Floats:
        whole = _covered(covers, width, spans)
        least = np.full(best.shape, np.inf, dtype=np.float32)
        for edge, rest, words in ((0, 1, edges[0]), (width - 1, 0, edges[1])):
            gained = (whole - _covered(covers, width - 1, _moved(spans, rest))) @ words[others].T
            own = weight[_moved(spans, edge)] + _NEARLY_NOTHING
            least = np.where(best == edge, least, np.minimum(least, gained.toarray() / own[:, None]))
        return np.asarray(least, dtype=np.float32)


def known_shares(
    source: Sequence[str], target: Sequence[str], languages: tuple[Language | None, Language | None]
) -> tuple[float, float] | None:
    """The share of the words of either side that the lexicon of their languages has, None where there is none."""
    first, second = languages
    if not first or not second or not knows(first.code, second.code):
        return None
    shares = [
        float(np.mean(np.concatenate([[0], *(vocabulary(own.code).of(stemmed(t, own).stems) for t in texts)]) > 0))
        for texts, own in ((source, first), (target, second))
    ]
    return shares[0], shares[1]


def lexical_coverage(
    source: Sequence[str], target: Sequence[str], languages: tuple[Language | None, Language | None]
) -> LexicalCoverage | None:
    """What two sides render of each other, None where there is no lexicon of their languages."""
    first, second = languages
    return (
        LexicalCoverage(source, target, first, second) if first and second and knows(first.code, second.code) else None
    )


def _moved(part: slice, by: int) -> slice:
    return slice(part.start + by, part.stop + by)


def _window(table: csr_array, width: int, part: slice) -> csr_array:
    """The rows of ``part``, each with the ``width`` - 1 after it."""
    out = table[part]
    for k in range(1, width):
        out = out + table[_moved(part, k)]
    return out


def _sums(values: Floats, width: int, part: slice) -> Floats:
    return np.asarray(sum(values[_moved(part, k)] for k in range(width)), dtype=np.float32)


def _covered(covers: csr_array, width: int, part: slice) -> csr_array:
    """How far each word is rendered by the spans of ``width`` segments from those of ``part``: by the best segment.

    Two segments that render the same words add nothing to each other.
    """
    out = covers[part]
    for k in range(1, width):
        out = out.maximum(covers[_moved(part, k)])
    return out


def _at_most_one(table: csr_array) -> csr_array:
    from scipy.sparse import csr_array

    table = csr_array(table, copy=True)
    table.data = np.minimum(table.data, np.float32(1.0))
    return table
