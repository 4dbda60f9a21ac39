"""What a bead costs, and why.

cost = size * distance + length + prior + idle - evidence + pairs, where

* ``distance`` is 1 - cosine over its mean against random partners (the normalisation of Thompson and Koehn,
  "Vecalign", EMNLP 2019), so that 1 means "no better than chance";
* ``size`` is ((a + b) / 2) ** 1.2, so that two beads are preferred to one that is as good;
* ``length`` is the logarithm of the ratio of the sides' lengths (after Gale and Church, "A program for aligning
  sentences in bilingual corpora", 1993), times the root of the larger number of segments;
* ``prior`` makes every bead but 1-1 dearer; ``evidence`` rewards shared anchors, rare ones most, and punishes others;
* ``idle`` makes a wide bead dearer where one of its segments alone would fit better than all together;
* ``pairs`` is what kind and numbering say of two paragraphs.

Where a lexicon knows both languages, the share of words rendered (``rendered_share``) makes a bead cheaper, and a segment of a wide
bead is idle only as far as it renders no words that the others do not: from ``useful`` of its weight on it is not, and one
that is idle costs ``useless`` more. A segment that only leads to the next costs ``lead`` there.

Two neighbours that stand in the other order are a bead of two and two; where both pairs fit better crosswise, by more than
``swap``, that is its price, and ``crossed`` tells so.

Weights were set by grid search on Text+Berg's development article (German-French) for lines, on the Universal Declaration
after damage for lines that a lexicon knows, and on the development record's resolutions for paragraphs; benchmarks/ prints
what they reach.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats, Spans
from align.lexicon.coverage import LexicalCoverage

BUCKETS = 512
"""Places of the hashed evidence: two values of a document rarely share one."""
_SAMPLE = 100
"""Spans of each side from which the usual likeness of unrelated ones is estimated, as Vecalign does (Thompson and Koehn, 2019)."""
_ROWS = 256
"""Rows whose likeness is worked out at a time, to bound memory."""


@dataclass(frozen=True, slots=True)
class CostWeights:
    """The weights of the terms; ``skip`` is the price of a segment left alone."""

    skip: float
    length: float
    evidence: float
    narrow: float
    wide: float
    square: float
    growth: float = 1.2
    idle: float = 0.0
    swap: float = 0.0
    rendered_share: float = 0.0
    useless: float = 0.0
    useful: float = 1.0
    lead: float = 0.0


LINE_WEIGHTS = CostWeights(
    skip=0.7, length=0.55, evidence=0.3, narrow=0.3, wide=0.6, square=0.78, idle=5.0, swap=0.2, lead=0.3
)
KNOWN_LINE_WEIGHTS = replace(LINE_WEIGHTS, narrow=0.1, rendered_share=2.0, useless=0.4, useful=0.07)
"""Of lines in two languages whose words the lexicon knows."""
CLAUSE_WEIGHTS = CostWeights(skip=0.5, length=0.25, evidence=0.3, narrow=0.4, wide=0.8, square=0.9, idle=3.0)
PARAGRAPH_WEIGHTS = CostWeights(skip=0.5, length=0.25, evidence=0.6, narrow=0.45, wide=0.9, square=1.3, idle=2.0)


@dataclass(frozen=True)
class SegmentSide:
    """One document as the costs see it: vectors of spans, lengths in characters (n,), evidence (n, BUCKETS).

    ``leads`` (n,) tells of each segment whether it only leads to the next, as "Now, therefore," on a line of its own.
    """

    vectors: Spans
    lengths: NDArray[np.float32]
    evidence: Floats
    leads: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))

    def __len__(self) -> int:
        return len(self.lengths)


def evidence_vectors(source: Sequence[Sequence[str]], target: Sequence[Sequence[str]]) -> tuple[Floats, Floats]:
    """Anchors of both sides as vectors: tokens hashed into buckets, weighted by rarity; tokens of one side only count too."""
    counts = Counter(token for side in (source, target) for tokens in side for token in set(tokens))
    total = len(source) + len(target)

    def matrix(side: Sequence[Sequence[str]]) -> Floats:
        out = np.zeros((len(side), BUCKETS), dtype=np.float32)
        for i, tokens in enumerate(side):
            for token in set(tokens):
                bucket = zlib.crc32(token.encode()) % BUCKETS
                out[i, bucket] = max(out[i, bucket], np.log(1 + total / counts[token]))
        return out

    return matrix(source), matrix(target)


class BeadCosts:
    """Prices beads of two sides, a block of rows at a time."""

    def __init__(
        self,
        source: SegmentSide,
        target: SegmentSide,
        weights: CostWeights,
        *,
        pairs: Floats | None = None,
        rendering: LexicalCoverage | None = None,
        band: tuple[NDArray[np.int64], NDArray[np.int64]] | None = None,
    ) -> None:
        self.source, self.target, self.weights, self.pairs = source, target, weights, pairs
        self._band = band
        self._rendering = rendering
        self._sum_x = np.concatenate([[0.0], np.cumsum(source.lengths, dtype=np.float64)])
        self._sum_y = np.concatenate([[0.0], np.cumsum(target.lengths, dtype=np.float64)])
        self._ratio = max(self._sum_y[-1], 1.0) / max(self._sum_x[-1], 1.0)
        self._chance: dict[tuple[int, int], tuple[Floats, Floats]] = {}
        self._windows: dict[tuple[int, int], Floats] = {}
        self._blocks: dict[tuple[int, int], tuple[int, int, Floats]] = {}

    def shapes(self, widest: int) -> list[tuple[int, int]]:
        """The beads worth looking at: 1-1 to 1-``widest``, 2-2, 2-3, 3-2 where both sides are long enough."""
        wanted = [(1, b) for b in range(1, widest + 1)] + [(a, 1) for a in range(2, widest + 1)]
        wanted += [(2, 2), (2, 3), (3, 2)] if widest > 2 else []
        return [(a, b) for a, b in wanted if a <= len(self.source) and b <= len(self.target)]

    def skips(self) -> tuple[Floats, Floats]:
        """The price of leaving each source and each target segment alone."""
        price = np.float32(self.weights.skip)
        return np.full(len(self.source), price), np.full(len(self.target), price)

    def row_cost(self, a: int, b: int, i: int, j0: int, j1: int) -> Floats:
        """Costs of the beads of ``a`` source segments from ``i`` and ``b`` target segments from ``j0`` to ``j1``."""
        block = self._blocks.get((a, b))
        if (
            block is None
            or not block[0] <= i < block[0] + len(block[2])
            or j0 < block[1]
            or j1 >= block[1] + block[2].shape[1]
        ):
            block = self._block(a, b, i, j0, j1)
            self._blocks[a, b] = block
        first, left, costs = block
        return costs[i - first, j0 - left : j1 - left + 1]

    @cached_property
    def singles(self) -> Floats:
        """Costs of all one-to-one beads, (n, m): for documents of paragraphs, not for long texts."""
        rows = [self.row_cost(1, 1, i, 0, len(self.target) - 1) for i in range(len(self.source))]
        return np.asarray(rows, dtype=np.float32)

    def cosine(self, a: int, b: int, i: int, j: int) -> float:
        """The cosine of one bead."""
        return float(self.source.vectors.vectors(a)[i] @ self.target.vectors.vectors(b)[j])

    def _block(self, a: int, b: int, i: int, j0: int, j1: int) -> tuple[int, int, Floats]:
        x, y = self.source.vectors.vectors(a), self.target.vectors.vectors(b)
        stop = min(i + _ROWS, len(x))
        left, right = 0, len(y)
        if self._band is not None:
            low, high = self._band
            left = max(0, min(int(low[i : stop + 1].min()), j0))
            right = min(len(y), max(int(high[i : stop + a].max()) + 1, j1 + 1))
        rows, columns = slice(i, stop), slice(left, right)
        chance_x, chance_y = self._chance_of(a, b)
        cosine = x[rows] @ y[columns].T
        distance = (1.0 - cosine) / (0.5 * (chance_x[rows, None] + chance_y[None, columns]))
        cost = ((a + b) / 2) ** self.weights.growth * distance
        cost += self._length_term(a, b, rows, columns)
        cost += self._prior(a, b)
        if (a == 1) != (b == 1) and self.weights.idle:
            cost += self._idle_term(a, b, rows, columns, cosine)
        if self._rendering is not None:
            cost -= self.weights.rendered_share * self._rendering.share(a, b, rows, columns)
        if self.weights.evidence:
            cost -= self.weights.evidence * self._evidence_term(a, b, rows, columns)
        if self.pairs is not None:
            cost += self._pair_term(a, b, rows, columns)
        if self.weights.lead and (a, b) in ((1, 2), (2, 1)) and (self.source if a == 2 else self.target).leads.any():
            cost = np.minimum(cost, self._led(a, b, rows, columns))
        if self.weights.swap and (a, b) == (2, 2):
            cost = np.minimum(cost, self._swapped(rows, columns))
        return i, left, np.asarray(cost, dtype=np.float32)

    def _led(self, a: int, b: int, rows: slice, columns: slice) -> Floats:
        """The price of a bead whose first segment only leads to the second: little more than the second's alone."""
        n, m = rows.stop - rows.start, columns.stop - columns.start
        _, _, single = self._block(1, 1, rows.start, columns.start, columns.stop)
        single = self._wide(single, rows, columns)
        if a == 2:
            priced, leads = single[1 : n + 1, :m], self.source.leads[rows][:, None]
        else:
            priced, leads = single[:n, 1 : m + 1], self.target.leads[columns][None, :]
        return np.asarray(np.where(leads, priced + self.weights.lead, np.inf), dtype=np.float32)

    def _swapped(self, rows: slice, columns: slice) -> Floats:
        """The price of two and two segments that correspond crosswise."""
        n, m = rows.stop - rows.start, columns.stop - columns.start
        _, _, single = self._block(1, 1, rows.start, columns.start, columns.stop)
        single = self._wide(single, rows, columns)
        return np.asarray(single[:n, 1 : m + 1] + single[1 : n + 1, :m] + self.weights.swap, dtype=np.float32)

    def _wide(self, single: Floats, rows: slice, columns: slice) -> Floats:
        """Costs of single beads over the rows and columns of a block and one more of each."""
        need = (rows.stop - rows.start + 1, columns.stop - columns.start + 1)
        if single.shape[0] >= need[0] and single.shape[1] >= need[1]:
            return single
        out = np.full(need, np.float32(1e9))
        out[: min(need[0], single.shape[0]), : min(need[1], single.shape[1])] = single[: need[0], : need[1]]
        if rows.stop < len(self.source) and single.shape[0] < need[0]:
            last = self._block(1, 1, rows.stop, columns.start, columns.stop)[2]
            out[-1, : min(need[1], last.shape[1])] = last[0, : need[1]]
        return out

    def crossed(self, i: int, j: int) -> bool:
        """Whether the bead of two and two segments from ``i`` and ``j`` is cheaper crosswise."""
        if not self.weights.swap:
            return False
        cross = self.row_cost(1, 1, i, j + 1, j + 1)[0] + self.row_cost(1, 1, i + 1, j, j)[0] + self.weights.swap
        straight = self.row_cost(1, 1, i, j, j)[0] + self.row_cost(1, 1, i + 1, j + 1, j + 1)[0]
        return bool(cross <= self.row_cost(2, 2, i, j, j)[0] + 1e-4 and cross < straight)

    def _idle_term(self, a: int, b: int, rows: slice, columns: slice, cosine: Floats) -> Floats:
        """How much better one segment of the wider side alone would fit: then the others do nothing in the bead.

        Unless they render words that it does not: the lexicon sees where a heading stands in the paragraph below it.
        """
        x, y = self.source.vectors.vectors(1), self.target.vectors.vectors(1)
        single = x[rows.start : rows.stop + a - 1] @ y[columns.start : columns.stop + b - 1].T
        n, m = cosine.shape
        each = np.array(
            [single[k : k + n, :m] for k in range(a)] if a > 1 else [single[:n, k : k + m] for k in range(b)]
        )
        idle = self.weights.idle * np.maximum(each.max(axis=0) - cosine, 0.0)
        if self._rendering is not None:
            use = self._rendering.use(a, b, rows, columns, each.argmax(axis=0)) / self.weights.useful
            idle = (1.0 - np.clip(use, 0.0, 1.0)) * (self.weights.useless + idle)
        return np.asarray(idle, dtype=np.float32)

    def _prior(self, a: int, b: int) -> float:
        if (a, b) == (1, 1):
            return 0.0
        if a > 1 and b > 1:
            return self.weights.square
        return self.weights.narrow if max(a, b) == 2 else self.weights.wide

    def _chance_of(self, a: int, b: int) -> tuple[Floats, Floats]:
        if (a, b) not in self._chance:
            x, y = self.source.vectors.vectors(a), self.target.vectors.vectors(b)
            random = np.random.default_rng(0)
            some_x = x[random.choice(len(x), min(_SAMPLE, len(x)), replace=False)]
            some_y = y[random.choice(len(y), min(_SAMPLE, len(y)), replace=False)]
            floor = np.float32(0.05)
            of_x = np.maximum(1.0 - x @ some_y.mean(0), floor)
            of_y = np.maximum(1.0 - y @ some_x.mean(0), floor)
            self._chance[a, b] = (of_x, of_y)
        return self._chance[a, b]

    def _length_term(self, a: int, b: int, rows: slice, columns: slice) -> Floats:
        x = (self._sum_x[a:] - self._sum_x[:-a])[rows] * self._ratio
        y = (self._sum_y[b:] - self._sum_y[:-b])[columns]
        ratio = np.abs(np.log(np.maximum(x, 1.0)[:, None] / np.maximum(y, 1.0)[None, :]))
        return np.asarray(self.weights.length * np.minimum(ratio, 3.0) * max(a, b) ** 0.5, dtype=np.float32)

    def _evidence_term(self, a: int, b: int, rows: slice, columns: slice) -> Floats:
        x, y = self._window(0, a)[rows], self._window(1, b)[columns]
        weight_x, weight_y = x.sum(1)[:, None], y.sum(1)[None, :]
        # Weights are equal on both sides of a bucket, so that the overlap is the sum over shared buckets.
        shared = np.sqrt(x) @ np.sqrt(y).T
        alone = weight_x + weight_y - 2 * shared
        return np.asarray((2 * shared - 0.5 * alone) / (weight_x + weight_y + 4.0), dtype=np.float32)

    def _window(self, side: int, width: int) -> Floats:
        if (side, width) not in self._windows:
            matrix = (self.source, self.target)[side].evidence
            n = len(matrix) - width + 1
            self._windows[side, width] = np.max([matrix[k : k + n] for k in range(width)], axis=0)
        return self._windows[side, width]

    def _pair_term(self, a: int, b: int, rows: slice, columns: slice) -> Floats:
        assert self.pairs is not None
        n, m = rows.stop - rows.start, columns.stop - columns.start
        total = np.zeros((n, m), dtype=np.float32)
        for x in range(a):
            for y in range(b):
                total += self.pairs[rows.start + x : rows.stop + x, columns.start + y : columns.stop + y]
        return np.asarray(total / (a * b) * max(a, b), dtype=np.float32)
