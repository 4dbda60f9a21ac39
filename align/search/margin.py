"""What a bead of lines is worth: by how much its two spans are closer to each other than to what stands around them.

score = [(cosine - neighbours * n) * length - idle * i - price] * ((a + b) / 2) ** growth, where a and b are the segments of
either side and

* ``cosine`` is that of the vectors of the two spans;
* ``n``, the margin's other end, is the mean cosine of each span with the segments before and after the other one (Liu and
  Zhu, "Bertalign", Digital Scholarship in the Humanities 2023, take all of it off);
* ``length`` is log2(1 + shorter / longer), lengths in characters, brought to one scale and taken ``smooth`` mean segments
  longer, since few characters tell little;
* ``i`` is how much closer the closest two shorter spans inside the two are, and ``gain`` more: each segment must bring
  something;
* ``price`` is ``wide`` for every bead but 1-1, and ``square`` more where both sides have several segments.

A segment left alone is worth ``skip_price`` of the document; the first of several in a row all of it, the others a share.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from align.encoders.span_vectors import Floats, Spans
from align.search.band import Band, Ints
from align.search.dynamic_programming import Step

Shape = tuple[int, int]
_IMPOSSIBLE = np.float32(-1e6)
_DEAREST = 0.05
"""The most that a segment left alone may be worth."""


@dataclass(frozen=True, slots=True)
class MarginWeights:
    """The weights of the terms; ``skip_base`` and ``skip_slope`` price a segment left alone, ``run`` those after it."""

    neighbours: float
    idle: float
    gain: float
    wide: float
    square: float
    growth: float
    smooth: float
    skip_base: float
    skip_slope: float
    run: float

    def skip_price(self, usual: float) -> float:
        """What a segment left alone is worth in a document where ``usual`` is the median score of a first pass's beads.

        Where a translation keeps close to its text, a segment that fits badly is more likely to have no counterpart.
        """
        return min(_DEAREST, self.skip_base + self.skip_slope * usual)


LINE_MARGIN = MarginWeights(
    neighbours=0.5971, idle=0.9734, gain=0.0315, wide=0.0002, square=-0.0047, growth=0.0436, smooth=0.0445,
    skip_base=-0.3614, skip_slope=0.2807, run=0.2033,
)  # fmt: skip
"""Learned by random search for strict F1 on German-French, English-French and damaged lines of the Organization's texts together
(``benchmarks.fit_margin``); ``benchmarks.alignment`` shows what weights reach that were learned without the corpus at hand.
"""

CLOSE_MARGIN = replace(LINE_MARGIN, skip_base=LINE_MARGIN.skip_base + 0.12)
"""For documents whose translation should lack nothing: a sentence that has no counterpart is left alone sooner. Strict F1 on
resolutions of the record after damage .989 against .970, on novels .941 against .944 (both fitted).
"""


class MarginScores:
    """Scores of the beads of two sides within a band, some rows at a time.

    ``lengths`` (n,) and (m,) are those of the segments in characters; both sides have at least one segment.
    """

    def __init__(
        self, source: Spans, target: Spans, lengths: tuple[Floats, Floats], weights: MarginWeights, widest: int = 8
    ) -> None:
        n, m = len(source), len(target)
        self._sides, self._size, self._weights = (source, target), (n, m), weights
        sums = [np.concatenate([[0.0], np.cumsum(side, dtype=np.float64)]) for side in lengths]
        sums[0] *= sums[1][-1] / max(sums[0][-1], 1.0)
        self._sums = [side.astype(np.float32) for side in sums]
        self.mean_length = float(2 * sums[1][-1] / (n + m))
        """The mean length of a segment, on the scale of both sides."""
        self._smooth = np.float32(weights.smooth * self.mean_length)
        top = widest - 1
        self.shapes: list[Shape] = [
            (a, b) for a in range(1, top + 1) for b in range(1, top + 1) if a + b <= widest and a <= n and b <= m
        ]
        """How many segments of either side the beads take that are looked at."""
        self._a, self._b = _columns(self.shapes)
        several = (self._a + self._b > 2).astype(np.float32)
        self._idle = weights.idle * several
        self._price = weights.wide * several + weights.square * ((self._a > 1) & (self._b > 1)).astype(np.float32)
        self._known: dict[Step, float] = {}
        self._growth = (((self._a + self._b) / 2) ** weights.growth).astype(np.float32)

    @property
    def size(self) -> tuple[int, int]:
        """How many segments both sides have."""
        return self._size

    def rows(self, band: Band, first: int, last: int) -> Floats:
        """Scores (shapes, cells) of the beads that begin at the cells of the rows from ``first`` up to ``last``."""
        i, j = band.cells(first, last)
        (n, m), a, b = self._size, self._a, self._b
        cosine, around, without = self.cosines(band, first, last)
        score = (cosine - np.float32(self._weights.neighbours) * around) * self._length(i, j)
        score -= self._idle * np.maximum(without - cosine + np.float32(self._weights.gain), 0.0)
        score -= self._price
        score *= self._growth
        score[(i + a > n) | (j + b > m)] = _IMPOSSIBLE
        return score

    @property
    def ends(self) -> tuple[Floats, Floats]:
        """Where each segment ends in characters, (n + 1,) and (m + 1,), brought to one scale; both begin with 0."""
        return self._sums[0], self._sums[1]

    def cosines(self, band: Band, first: int, last: int) -> tuple[Floats, Floats, Floats]:
        """Of the beads that begin at the cells of the rows from ``first`` up to ``last``, (shapes, cells) each: the cosine, the
        mean one with the neighbours, and the best one inside that leaves out some segment. No weight is in them.
        """
        columns = int(band.low[first]), int(band.high[last - 1])
        return _Cosines(self._sides, self.shapes, (first, last), columns).at(*band.cells(first, last))

    def usual(self, pairs: Sequence[tuple[int, int]]) -> float:
        """The median score of single pairs, those of a first pass; 0 where there are none."""
        return float(np.median(self.of_pairs(pairs))) if pairs else 0.0

    def fits(self, bead: Step) -> bool:
        """Whether a bead is of a shape that is looked at."""
        return (bead[1] - bead[0], bead[3] - bead[2]) in self.shapes

    def of(self, bead: Step) -> float:
        """The score of one bead, of segments on both sides, wherever it stands."""
        if bead not in self._known:
            i, i_end, j, j_end = bead
            if i_end - i == 1 and j_end - j == 1:
                self._known[bead] = float(self.of_pairs([(i, j)])[0])
                return self._known[bead]
            n = self._size[0]
            cell = Band(np.full(n + 1, j, dtype=np.int64), np.full(n + 1, j, dtype=np.int64))
            self._known[bead] = float(self.rows(cell, i, i + 1)[self.shapes.index((i_end - i, j_end - j)), 0])
        return self._known[bead]

    def of_pairs(self, pairs: Sequence[tuple[int, int]]) -> Floats:
        """The scores (pairs,) of beads of one segment a side, wherever they stand."""
        i, j = np.array(pairs, dtype=np.int64).T
        x, y = (side.vectors(1) for side in self._sides)
        return self._single(i, j, lambda down, right: _products(x, y, i + down, j + right))

    def table(self, source: Ints, target: Ints) -> Floats:
        """The scores of beads of one of the ``source`` and one of the ``target`` segments: (source, target)."""
        x, y = (side.vectors(1) for side in self._sides)
        return self._single(
            source[:, None], target[None, :], lambda down, right: _rows(x, source + down) @ _rows(y, target + right).T
        )

    def _single(self, i: Ints, j: Ints, cosines: Callable[[int, int], Floats]) -> Floats:
        """Scores of beads of one segment a side; ``cosines`` gives those of the pairs some places down and to the right."""
        n, m = self._size
        beside = [(cosines(0, k), (j + k >= 0) & (j + k < m)) for k in (-1, 1)]
        above = [(cosines(k, 0), (i + k >= 0) & (i + k < n)) for k in (-1, 1)]
        around = (_mean(beside) + _mean(above)) * np.float32(0.5)
        x, y = (np.diff(sums)[at] + self._smooth for sums, at in zip(self._sums, (i, j), strict=True))
        return (cosines(0, 0) - np.float32(self._weights.neighbours) * around) * _closeness(x, y)

    def _length(self, i: Ints, j: Ints) -> Floats:
        """log2(1 + shorter / longer) of the beads that begin at the cells: (shapes, cells)."""
        n, m = self._size
        x = self._sums[0][np.minimum(i + self._a, n)] - self._sums[0][i] + self._smooth
        y = self._sums[1][np.minimum(j + self._b, m)] - self._sums[1][j] + self._smooth
        return _closeness(x, y)


class _Cosines:
    """Cosines of the beads of all shapes that begin in a rectangle of cells, and one row and column around it.

    ``rows`` are the first row and the one after the last, ``columns`` the first and the last column.
    """

    def __init__(
        self, sides: tuple[Spans, Spans], shapes: Sequence[Shape], rows: tuple[int, int], columns: tuple[int, int]
    ) -> None:
        self._size = len(sides[0]), len(sides[1])
        self._slots = {shape: k for k, shape in enumerate(shapes)}
        self._a, self._b = _columns(shapes)
        tall, broad = int(self._a.max()), int(self._b.max())
        self._top, self._left = rows[0] - 1, columns[0] - 1
        self._height, self._width = rows[1] - rows[0] + tall + 1, columns[1] - columns[0] + broad + 2
        self._table = np.zeros((len(shapes) + 1, self._height, self._width), dtype=np.float32)
        self._table[-1] = -1.0  # Stands for shapes that there are none of.
        self._fill(sides, tall, broad)
        self._best = self._best_inside()

    def _fill(self, sides: tuple[Spans, Spans], tall: int, broad: int) -> None:
        (n, m), left = self._size, self._left
        columns = np.zeros((broad, self._width, sides[1].part(1, 0, 1).shape[1]), dtype=np.float32)
        for b in range(1, broad + 1):
            begin, end = max(left, 0), min(left + self._width, m - b + 1)
            if end > begin:
                columns[b - 1, begin - left : end - left] = sides[1].part(b, begin, end)
        for a in range(1, tall + 1):
            begin, end = max(self._top, 0), min(self._top + self._height, n - a + 1)
            slots = [self._slots[a, b] for b in range(1, broad + 1) if (a, b) in self._slots]
            if end > begin:
                beside = columns[: len(slots)].reshape(-1, columns.shape[2])
                product = (sides[0].part(a, begin, end) @ beside.T).reshape(end - begin, len(slots), self._width)
                rows = slice(begin - self._top, end - self._top)
                self._table[slots[0] : slots[-1] + 1, rows] = product.transpose(1, 0, 2)

    def _best_inside(self) -> Floats:
        """Of each shape at each place the best cosine of all beads inside it, itself among them."""
        best = self._table.copy()
        for a, b in sorted(self._slots, key=sum):
            own = best[self._slots[a, b]]
            if a > 1:
                shorter = best[self._slots[a - 1, b]]
                np.maximum(own, shorter, out=own)
                np.maximum(own[:-1], shorter[1:], out=own[:-1])
            if b > 1:
                thinner = best[self._slots[a, b - 1]]
                np.maximum(own, thinner, out=own)
                np.maximum(own[:, :-1], thinner[:, 1:], out=own[:, :-1])
        return best

    def at(self, i: Ints, j: Ints) -> tuple[Floats, Floats, Floats]:
        """Of each shape at each cell, (shapes, cells): its cosine, the mean cosine with its neighbours, and the best one of
        the beads inside it that leave out some segment.
        """
        cells = (i - self._top) * self._width + (j - self._left)
        flat = self._table.ravel()
        single = self._places(cells, [(a, 1) for a, _ in self._slots])
        beside = [(flat.take(single - 1), j > 0), (flat.take(single + self._b), j + self._b < self._size[1])]
        single = self._places(cells, [(1, b) for _, b in self._slots])
        rows = self._a * self._width
        above = [(flat.take(single - self._width), i > 0), (flat.take(single + rows), i + self._a < self._size[0])]
        around = (_mean(beside) + _mean(above)) * np.float32(0.5)
        shorter = self._places(cells, [(a - 1, b) for a, b in self._slots])
        inside = self._best.ravel()
        without = np.maximum(inside.take(shorter), inside.take(shorter + self._width))
        thinner = self._places(cells, [(a, b - 1) for a, b in self._slots])
        without = np.maximum(without, np.maximum(inside.take(thinner), inside.take(thinner + 1)))
        return flat.take(self._places(cells, list(self._slots))), around, without

    def _places(self, cells: Ints, shapes: Sequence[Shape]) -> Ints:
        slots = np.array([self._slots.get(shape, len(self._slots)) for shape in shapes], dtype=np.int64)
        return slots[:, None] * (self._height * self._width) + cells


def _columns(shapes: Sequence[Shape]) -> tuple[Ints, Ints]:
    """The widths of both sides, (shapes, 1) each."""
    a, b = np.array(shapes, dtype=np.int64).T
    return a[:, None], b[:, None]


def _mean(values: Sequence[tuple[Floats, np.ndarray]]) -> Floats:
    """The mean of two tables where both count, else the one that does; 0 where none does (absent values are 0)."""
    (first, has_first), (second, has_second) = values
    if has_first.all() and has_second.all():
        return (first + second) * np.float32(0.5)
    count = np.maximum(has_first.astype(np.float32) + has_second.astype(np.float32), 1.0)
    return np.asarray((first + second) / count, dtype=np.float32)


def _closeness(x: Floats, y: Floats) -> Floats:
    """log2(1 + shorter / longer) of two lengths: 1 where they are equal."""
    return np.asarray(np.log2(1 + np.minimum(x, y) / np.maximum(np.maximum(x, y), np.float32(1e-6))), dtype=np.float32)


def _rows(vectors: Floats, at: Ints) -> Floats:
    """The rows of some segments, zeros where one is outside."""
    inside = (at >= 0) & (at < len(vectors))
    return np.asarray(np.where(inside[:, None], vectors[np.where(inside, at, 0)], 0.0), dtype=np.float32)


def _products(x: Floats, y: Floats, i: Ints, j: Ints) -> Floats:
    """The products of pairs of rows, 0 where one of them is outside."""
    inside = (i >= 0) & (i < len(x)) & (j >= 0) & (j < len(y))
    rows, columns = np.where(inside, i, 0), np.where(inside, j, 0)
    return np.where(inside, np.einsum("kd,kd->k", x[rows], y[columns]), 0.0).astype(np.float32)
