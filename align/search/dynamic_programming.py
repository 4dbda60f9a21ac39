"""The cheapest chain of beads: dynamic programming over source and target, exact or within a band.

Rows are vectors, so that the inner loop is NumPy's. Insertions run along a row and are taken by a running minimum
(``min over k <= j of D[k] + cost of inserting k..j`` is a cumulative minimum once prefix costs are subtracted).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Costs = NDArray[np.float32]
RowCost = Callable[[int, int, int, int, int], Costs]
Step = tuple[int, int, int, int]

_INFINITE = 1e30
"""A cost that no path has; finite, so that differences of two stay numbers."""
_DELETED, _INSERTED, _UNREACHED = -1, -2, -3
"""What is chosen at a place beside the shapes, which are counted from 0."""
# Rounding of the running minimum must not look like an insertion that costs nothing.
_TOLERANCE = 1e-7


def best_chain(
    n: int,
    m: int,
    shapes: Sequence[tuple[int, int]],
    row_cost: RowCost,
    delete: Costs,
    insert: Costs,
    low: NDArray[np.int64] | None = None,
    high: NDArray[np.int64] | None = None,
) -> list[Step]:
    """The cheapest way to cover ``n`` source and ``m`` target segments with beads.

    ``shapes`` are the beads (a, b), a and b at least 1, that ``row_cost(a, b, i, j0, j1)`` prices: the cost of the beads
    that take ``a`` source segments from ``i`` and ``b`` target segments from each of ``j0`` to ``j1``. ``delete`` (n,) and
    ``insert`` (m,) price segments left alone. ``low`` and ``high`` (n + 1,) bound the target positions looked at after
    each number of source segments; without them all are, and the result is exact.

    Returns (source start, source end, target start, target end) of each bead, in order.
    """
    if low is None or high is None:
        low, high = np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m, dtype=np.int64)
    insert_sum = np.concatenate([[0.0], np.cumsum(insert, dtype=np.float64)])
    table = _Table(m, shapes, row_cost, low)
    for i in range(n + 1):
        begin, end = int(low[i]), int(high[i])
        row = np.full(end - begin + 1, _INFINITE, dtype=np.float64)
        made = np.full(end - begin + 1, _UNREACHED, dtype=np.int16)
        if i:
            _relax(
                row, made, begin, table.rows[i - 1], start=int(low[i - 1]), shift=0, cost=delete[i - 1], mark=_DELETED
            )
        elif begin == 0:
            row[0] = 0.0
        table.take_beads(i, row, made)
        _insert(row, made, insert_sum[begin : end + 1])
        table.rows.append(row)
        table.choice.append(made)
    return _trace(n, m, shapes, table.choice, low)


@dataclass(slots=True)
class _Table:
    """The rows so far: the least cost at each target position of the band, and what was chosen there (a shape, or a mark)."""

    targets: int
    shapes: Sequence[tuple[int, int]]
    row_cost: RowCost
    low: NDArray[np.int64]
    rows: list[NDArray[np.float64]] = field(default_factory=list)
    choice: list[NDArray[np.int16]] = field(default_factory=list)

    def take_beads(self, i: int, row: NDArray[np.float64], made: NDArray[np.int16]) -> None:
        """Where a bead that ends behind source segment ``i`` is cheaper than what ``row`` has, take it."""
        begin = int(self.low[i])
        end = begin + len(row) - 1
        for k, (a, b) in enumerate(self.shapes):
            if a > i:
                continue
            previous, start = self.rows[i - a], int(self.low[i - a])
            j0, j1 = max(start, begin - b), min(start + len(previous) - 1, end - b, self.targets - b)
            if j1 < j0:
                continue
            total = previous[j0 - start : j1 - start + 1] + self.row_cost(a, b, i - a, j0, j1)
            part = slice(j0 + b - begin, j1 + b - begin + 1)
            better = total < row[part]
            row[part][better] = total[better]
            made[part][better] = k


def _insert(row: NDArray[np.float64], made: NDArray[np.int16], along: NDArray[np.float64]) -> None:
    """Where target segments left alone are cheaper than what ``row`` has, take them; ``along`` are their summed prices."""
    reached = np.minimum.accumulate(row - along) + along
    inserted = reached < row - _TOLERANCE
    row[inserted] = reached[inserted]
    made[inserted] = _INSERTED


def _relax(
    row: NDArray[np.float64],
    made: NDArray[np.int16],
    begin: int,
    previous: NDArray[np.float64],
    start: int,
    shift: int,
    cost: np.float32,
    mark: int,
) -> None:
    j0, j1 = max(begin, start + shift), min(begin + len(row), start + len(previous) + shift)
    if j1 <= j0:
        return
    total = previous[j0 - start - shift : j1 - start - shift] + cost
    part = slice(j0 - begin, j1 - begin)
    better = total < row[part]
    row[part][better] = total[better]
    made[part][better] = mark


def _trace(
    n: int,
    m: int,
    shapes: Sequence[tuple[int, int]],
    choice: Sequence[NDArray[np.int16]],
    low: NDArray[np.int64],
) -> list[Step]:
    i, j = n, m
    steps: list[Step] = []
    while i or j:
        mark = int(choice[i][j - int(low[i])])
        if mark == _UNREACHED:
            raise ValueError("the band does not reach from one end of the texts to the other")
        a, b = (1, 0) if mark == _DELETED else (0, 1) if mark == _INSERTED else shapes[mark]
        steps.append((i - a, i, j - b, j))
        i, j = i - a, j - b
    return steps[::-1]
