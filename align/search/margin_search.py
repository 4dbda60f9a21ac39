"""The best chain of beads within a band: dynamic programming over ragged rows, runs of segments left alone priced as runs.

The first segment of a run left alone costs the whole price, those after it less (affine gaps; Gotoh, "An improved algorithm
for matching biological sequences", 1982): a passage that one side lacks is one event, not as many as it has segments.
A row's beads of all shapes are taken at once, so that the inner loop is NumPy's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.search.band import Band, Ints
from align.search.dynamic_programming import Step

_ROWS = 32
"""Rows that are scored at one time."""
_NEVER = -1e9
"""The worth of a cell that no bead reaches, below any sum of scores."""
_GAP = -1
"""The choice of a cell that a segment alone leads to; shapes of beads count from 0."""


class Scores(Protocol):
    """What the search asks: the shapes of beads, and their scores at the cells of some rows."""

    shapes: list[tuple[int, int]]

    def rows(self, band: Band, first: int, last: int) -> Floats:
        """Scores (shapes, cells) of the beads that begin at the cells of the rows from ``first`` up to ``last``."""
        ...


@dataclass(frozen=True, slots=True)
class Skip:
    """What a segment left alone is worth: ``opening`` the first of a run, ``following`` each one after it, no less."""

    opening: float
    following: float


def best_beads(scores: Scores, band: Band, skip: Skip) -> list[Step]:
    """The beads of the chain that is worth most from one end of both sides to the other, in order."""
    return _Search(scores.shapes, band, skip).run(scores)


class _Search:
    """The tables of one search: of each cell the best worth, the best that ends with a segment left alone, the choice."""

    def __init__(self, shapes: Sequence[tuple[int, int]], band: Band, skip: Skip) -> None:
        self._shapes, self._band, self._skip = list(shapes), band, skip
        self._a, self._b = (np.array(side, dtype=np.int64)[:, None] for side in zip(*shapes, strict=True))
        cells = int(band.starts[-1])
        self._worth = np.full(cells, _NEVER)
        self._unpaired = np.full(cells, _NEVER)
        self._choice = np.full(cells, _GAP, dtype=np.int16)
        self._along = np.arange(int((band.high - band.low).max()) + 1)

    def run(self, scores: Scores) -> list[Step]:
        """Fill the tables some rows at a time, and follow them back."""
        rows = len(self._band.low)
        deepest = int(self._a.max())
        table = np.zeros((len(self._shapes), 0))
        begin = 0
        for first in range(0, rows, _ROWS):
            last = min(first + _ROWS, rows)
            kept = max(0, first - deepest)
            old = table[:, self._band.starts[kept] - self._band.starts[begin] :]
            # One more column, for beads that would begin outside the band.
            table = np.concatenate(
                [old, scores.rows(self._band, first, last), np.full((len(self._shapes), 1), _NEVER)], axis=1
            )
            begin = kept
            self._fill(table, begin, first, last)
            table = table[:, :-1]
        return self._trace()

    def _fill(self, table: NDArray[np.float64], begin: int, first: int, last: int) -> None:
        """The rows from ``first`` up to ``last``; ``table`` holds the scores of the rows from ``begin`` on, and of those
        before ``first`` with the worth of their cells.
        """
        starts = self._band.starts
        sources = self._sources(table.shape[1], begin, first, last)
        flat = table.reshape(-1)
        for i in range(first, last):
            low, high = int(starts[i]), int(starts[i + 1])
            offered = flat.take(sources[:, low - int(starts[first]) : high - int(starts[first])])
            choice = offered.argmax(axis=0)
            paired = offered[choice, self._along[: high - low]]
            if i == 0:
                paired[0] = 0.0
            alone = self._unpaired_row(i, paired)
            choice[alone > paired] = _GAP
            self._unpaired[low:high], self._choice[low:high] = alone, choice
            self._worth[low:high] = worth = np.maximum(alone, paired)
            table[:, low - int(starts[begin]) : high - int(starts[begin])] += worth

    def _sources(self, width: int, begin: int, first: int, last: int) -> Ints:
        """Where in the flat table the beads begin that end at each cell: (shapes, cells)."""
        band = self._band
        i, j = band.cells(first, last)
        row, column = i - self._a, j - self._b
        safe = np.maximum(row, 0)
        inside = (row >= 0) & (column >= band.low[safe]) & (column <= band.high[safe])
        place = np.where(inside, band.starts[safe] - band.starts[begin] + column - band.low[safe], width - 1)
        return np.asarray(place + np.arange(len(self._shapes))[:, None] * width)

    def _unpaired_row(self, i: int, paired: NDArray[np.float64]) -> NDArray[np.float64]:
        """The best worth of each cell of a row that ends with a segment left alone on either side."""
        band, skip = self._band, self._skip
        alone = np.empty(len(paired))
        alone[0] = _NEVER
        np.add(paired[:-1], skip.opening, out=alone[1:])
        if i:
            shift, before, end = int(band.low[i] - band.low[i - 1]), int(band.starts[i - 1]), int(band.starts[i])
            size = min(end - before - shift, len(alone))
            above = slice(before + shift, before + shift + size)
            from_above = np.maximum(self._worth[above] + skip.opening, self._unpaired[above] + skip.following)
            np.maximum(alone[:size], from_above, out=alone[:size])
        # Along the row each segment left alone adds the same: without that, the best so far is a running maximum.
        along = self._along[: len(alone)] * skip.following
        alone -= along
        np.maximum.accumulate(alone, out=alone)
        alone += along
        return alone

    def _trace(self) -> list[Step]:
        low, starts = self._band.low, self._band.starts
        i, j = len(low) - 1, int(self._band.high[-1])
        if self._worth[-1] <= _NEVER / 2:
            raise ValueError("the band does not reach from one end of the texts to the other")
        steps: list[Step] = []
        in_run = False
        while i or j:
            choice = _GAP if in_run else int(self._choice[starts[i] + j - low[i]])
            if choice == _GAP:
                step, in_run = self._gap_before(i, j)
            else:
                a, b = self._shapes[choice]
                step, in_run = (i - a, i, j - b, j), False
            steps.append(step)
            i, j = step[0], step[2]
        return steps[::-1]

    def _gap_before(self, i: int, j: int) -> tuple[Step, bool]:
        """The segment left alone that ends at a cell, and whether one before it belongs to the run."""
        offers: list[tuple[float, Step, bool]] = []
        for step in ((i - 1, i, j, j), (i, i, j - 1, j)):
            row, column = step[0], step[2]
            if row >= 0 and self._band.low[row] <= column <= self._band.high[row]:
                cell = int(self._band.starts[row] + column - self._band.low[row])
                offers.append((self._worth[cell] + self._skip.opening, step, False))
                offers.append((self._unpaired[cell] + self._skip.following, step, True))
        _, step, in_run = max(offers, key=lambda offer: offer[0])
        return step, in_run
