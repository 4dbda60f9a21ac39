"""Where the search looks: for each source position the target positions between the anchors around it.

Anchors are pairs of segments that are among each other's likest and rise together (the first pass of Liu and Zhu,
"Bertalign", Digital Scholarship in the Humanities 2023): between two of them, and some segments further, all is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.search.monotone_chain import heaviest_rising

Ints = NDArray[np.int64]
Pair = tuple[int, int]

_LIKEST = 3
"""Partners of each source segment that may be its anchor, as in Bertalign."""
_ROWS = 256
"""Source segments that are compared with the others at one time."""


@dataclass(frozen=True)
class Band:
    """The cells looked at: target positions ``low[i]`` to ``high[i]`` after ``i`` source segments; both (n + 1,), rising.

    The first row holds position 0, the last one the number of target segments; neighbouring rows overlap.
    """

    low: Ints
    high: Ints

    @cached_property
    def starts(self) -> Ints:
        """Where each row begins among all cells in a row, (n + 2,); the last entry is the number of cells."""
        return np.concatenate([[0], np.cumsum(self.high - self.low + 1)])

    def cells(self, first: int, last: int) -> tuple[Ints, Ints]:
        """Source and target positions of the cells of the rows ``first`` to ``last``, the last one left out."""
        widths = (self.high - self.low + 1)[first:last]
        rows = np.repeat(np.arange(first, last), widths)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(widths) - widths, widths)
        return rows, within + self.low[rows]


def whole(n: int, m: int) -> Band:
    """Every cell of ``n`` and ``m`` segments."""
    return Band(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m, dtype=np.int64))


def anchors(source: Floats, target: Floats, within: Band | None = None) -> list[Pair]:
    """The heaviest rising chain of pairs of segments where the target one is among the source one's likest.

    ``source`` (n, d) and ``target`` (m, d) are unit vectors; where a band is given only its cells are looked at.
    """
    hits: list[tuple[int, int, float]] = []
    for first in range(0, len(source), _ROWS):
        last = min(first + _ROWS, len(source))
        left, right = (int(within.low[first]), int(within.high[last])) if within else (0, len(target))
        likeness = source[first:last] @ target[left:right].T
        if within is not None:
            places = np.arange(left, right)[None, :]
            rows = np.arange(first, last)
            outside = (places < within.low[rows, None]) | (places >= within.high[rows + 1, None])
            likeness[outside] = 0.0
        here = np.arange(last - first)
        found: list[tuple[int, int, float]] = []
        for _ in range(min(_LIKEST, right - left)):
            best = likeness.argmax(axis=1)
            weights = likeness[here, best]
            likeness[here, best] = 0.0
            found.extend(zip(here.tolist(), best.tolist(), weights.tolist(), strict=True))
        hits.extend((first + i, left + j, weight) for i, j, weight in sorted(found) if weight > 0)
    return heaviest_rising(hits)


def around(pairs: Sequence[Pair], n: int, m: int, reach: int) -> Band:
    """The cells between each two neighbouring ``pairs`` and ``reach`` target segments to both sides of them."""
    corners = [(0, 0), *(corner for i, j in pairs for corner in ((i, j), (i + 1, j + 1))), (n, m)]
    at, columns = np.array(corners, dtype=np.int64).T
    rows = np.arange(n + 1)
    # A row lies between the last corner above it and the first one below it.
    above = np.maximum(np.searchsorted(at, rows, side="left") - 1, 0)
    below = np.minimum(np.searchsorted(at, rows, side="right"), len(at) - 1)
    low, high = np.maximum(columns[above] - reach, 0), np.minimum(columns[below] + reach, m)
    low[0], high[-1] = 0, m
    return Band(low, high)
