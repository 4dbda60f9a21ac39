"""The search by margin, compiled: the same beads as ``align.lines.align_by_margin``, for fitting, which asks for them by the thousand.

What does not depend on the weights is computed once for each text: cosines, neighbours, the band. The rest is one loop, compiled
where numba is installed (``pip install numba``, which is no requirement of the project); without it the loop runs as plain
Python, which is for tests.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from align.encoders.span_vectors import Spans
from align.lines import looked_at, scores_of
from align.search.dynamic_programming import Step
from align.search.margin import MarginWeights

COMPILED = importlib.util.find_spec("numba") is not None
_ROWS = 32
_NEVER = -1e9
_ALONE = -1


def _compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    if not COMPILED:
        return function
    import numba

    compiled: Callable[..., Any] = numba.njit(cache=True)(function)
    return compiled


class PreparedText:
    """Two lists of segments with all that the search asks of them but the weights."""

    def __init__(self, source: Sequence[str], target: Sequence[str], spans: tuple[Spans, Spans]) -> None:
        self._size = len(source), len(target)
        self._pairs, self._band = looked_at(spans)
        scores, _ = scores_of(source, target, spans)
        self._ends = tuple(side.astype(np.float64) for side in scores.ends)
        self._mean = scores.mean_length
        self._shapes = np.array(scores.shapes, dtype=np.int64)
        self._cosines = np.zeros((3, len(self._shapes), int(self._band.starts[-1])), dtype=np.float32)
        for first in range(0, self._size[0] + 1, _ROWS):
            last = min(first + _ROWS, self._size[0] + 1)
            cells = slice(int(self._band.starts[first]), int(self._band.starts[last]))
            self._cosines[:, :, cells] = scores.cosines(self._band, first, last)
        rows, columns = (
            np.array(side, dtype=np.int64) for side in (zip(*self._pairs, strict=True) if self._pairs else ((), ()))
        )
        self._sure = self._band.starts[rows] + columns - self._band.low[rows]
        self._sure_lengths = np.diff(self._ends[0])[rows], np.diff(self._ends[1])[columns]

    def usual(self, weights: MarginWeights) -> float:
        """The median score of the first pass's pairs."""
        if not self._pairs:
            return 0.0
        single = int(np.flatnonzero((self._shapes == 1).all(axis=1))[0])
        cosine, around = self._cosines[:2, single, self._sure]
        x, y = (side + weights.smooth * self._mean for side in self._sure_lengths)
        length = np.log2(1 + np.minimum(x, y) / np.maximum(np.maximum(x, y), 1e-6))
        return float(np.median((cosine - weights.neighbours * around) * length))

    def align(self, weights: MarginWeights) -> list[Step]:
        """The beads by some weights."""
        price = weights.skip_price(self.usual(weights))
        terms = np.array([
            weights.neighbours, weights.idle, weights.gain, weights.wide, weights.square, weights.growth,
            weights.smooth * self._mean, price, max(price, weights.run * price),
        ])  # fmt: skip
        out = np.zeros((sum(self._size) + 1, 4), dtype=np.int64)
        band = self._band
        search: Callable[..., int] = _searched
        found = search(band.low, band.high, band.starts, self._shapes, *self._cosines, *self._ends, terms, out)
        return [(int(a), int(b), int(c), int(d)) for a, b, c, d in out[:found][::-1]]


def _filled(low, high, starts, shapes, cosine, around, without, x_ends, y_ends, terms, worth, alone, choice, gap):  # type: ignore[no-untyped-def]
    """Fill the tables: the best worth of each cell, the best that ends with a segment left alone, and how each came about."""
    neighbours, idle, gain, wide, square, growth, smooth, opening, following = terms
    grown = ((shapes[:, 0] + shapes[:, 1]) / 2.0) ** growth
    for i in range(len(low)):
        for j in range(low[i], high[i] + 1):
            cell = starts[i] + j - low[i]
            best, chosen = _NEVER, _ALONE - 1
            for s in range(len(shapes)):
                a, b = shapes[s, 0], shapes[s, 1]
                row, column = i - a, j - b
                if row < 0 or column < low[row] or column > high[row]:
                    continue
                begin = starts[row] + column - low[row]
                x, y = x_ends[i] - x_ends[row] + smooth, y_ends[j] - y_ends[column] + smooth
                length = np.log2(1 + min(x, y) / max(max(x, y), 1e-6))
                score = (cosine[s, begin] - neighbours * around[s, begin]) * length
                if a + b > 2:
                    score -= idle * max(without[s, begin] - cosine[s, begin] + gain, 0.0) + wide
                    if a > 1 and b > 1:
                        score -= square
                score = worth[begin] + score * grown[s]
                if score > best:
                    best, chosen = score, s
            if i == 0 and j == 0:
                best = 0.0
            lone, way = _NEVER, 0
            if j > low[i]:
                lone, way = worth[cell - 1] + opening, 0
                if alone[cell - 1] + following > lone:
                    lone, way = alone[cell - 1] + following, 1
            if i > 0 and low[i - 1] <= j <= high[i - 1]:
                above = starts[i - 1] + j - low[i - 1]
                if worth[above] + opening > lone:
                    lone, way = worth[above] + opening, 2
                if alone[above] + following > lone:
                    lone, way = alone[above] + following, 3
            alone[cell], gap[cell] = lone, way
            worth[cell], choice[cell] = (lone, _ALONE) if lone > best else (best, chosen)


def _traced(low, high, starts, shapes, choice, gap, out):  # type: ignore[no-untyped-def]
    """Write the beads from the last to the first; returns how many."""
    i, j = len(low) - 1, high[len(low) - 1]
    found, in_run = 0, False
    while i > 0 or j > 0:
        cell = starts[i] + j - low[i]
        out[found, 1], out[found, 3] = i, j
        if in_run or choice[cell] == _ALONE:
            in_run = gap[cell] % 2 == 1
            if gap[cell] < 2:
                j -= 1
            else:
                i -= 1
        else:
            a, b = shapes[choice[cell]]
            i -= a
            j -= b
        out[found, 0], out[found, 2] = i, j
        found += 1
    return found


_fill, _trace = _compiled(_filled), _compiled(_traced)


def _searched(low, high, starts, shapes, cosine, around, without, x_ends, y_ends, terms, out):  # type: ignore[no-untyped-def]
    cells = int(starts[-1])
    worth, alone = np.full(cells, _NEVER), np.full(cells, _NEVER)
    choice, gap = np.full(cells, _ALONE, dtype=np.int64), np.zeros(cells, dtype=np.int64)
    _fill(low, high, starts, shapes, cosine, around, without, x_ends, y_ends, terms, worth, alone, choice, gap)
    return _trace(low, high, starts, shapes, choice, gap, out)
