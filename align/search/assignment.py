"""Pairing two lists one to one so that the pairs together are worth most."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Worth = NDArray[np.float32] | NDArray[np.float64]
_Table = NDArray[np.float64]

_SMALL = 200
"""Rows or columns up to which the own search is at work: it costs less than loading SciPy's optimisation (0.3 s)."""


def best_assignment(worth: Worth) -> list[tuple[int, int]]:
    """The one-to-one pairs of the greatest total worth, in the order of the rows; those worth nothing are left out.

    ``worth`` is (n, m), from 0 on. First what must be so is taken: a pair that is worth no less than the best other pair of its row
    and the best other pair of its column together stands in a best assignment, since taking it in their stead loses nothing. In
    related texts that is nearly every paragraph, so that what is left for the search is small, however long the texts are.
    """
    rows, columns = np.arange(worth.shape[0]), np.arange(worth.shape[1])
    pairs: list[tuple[int, int]] = []
    left = np.asarray(worth, dtype=np.float64)
    while left.size:
        taken = _dominant(left)
        if not taken:
            break
        pairs += [(int(rows[i]), int(columns[j])) for i, j in taken]
        keep = np.ones(left.shape[0], bool), np.ones(left.shape[1], bool)
        for i, j in taken:
            keep[0][i] = keep[1][j] = False
        keep[0][keep[0]] = left[np.ix_(*keep)].max(axis=1, initial=0.0) > 0
        keep[1][keep[1]] = left[np.ix_(*keep)].max(axis=0, initial=0.0) > 0
        rows, columns, left = rows[keep[0]], columns[keep[1]], left[np.ix_(*keep)]
    if left.size:
        pairs += [(int(rows[i]), int(columns[j])) for i, j in _searched(left) if left[i, j] > 0]
    return sorted(pairs)


def _dominant(worth: _Table) -> list[tuple[int, int]]:
    """Pairs that stand in a best assignment, by the rule of ``best_assignment``; no row or column twice."""
    best = worth.argmax(axis=1)
    at = np.arange(len(worth))
    value = worth[at, best]
    mutual = (worth.argmax(axis=0)[best] == at) & (value > 0)
    candidates = at[mutual]
    others_of_row = _second(worth[candidates])
    others_of_column = _second(worth[:, best[candidates]].T)
    sure = value[candidates] >= others_of_row + others_of_column
    return [(int(i), int(best[i])) for i in candidates[sure]]


def _second(worth: _Table) -> _Table:
    """The second greatest value of each row; 0 where there is one column."""
    if worth.shape[1] < 2 or not len(worth):
        return np.zeros(len(worth))
    return np.asarray(np.partition(worth, -2, axis=1)[:, -2])


def _searched(worth: _Table) -> list[tuple[int, int]]:
    """A best assignment of all rows or all columns, whichever are fewer."""
    if min(worth.shape) > _SMALL:
        from scipy.optimize import linear_sum_assignment

        rows, columns = linear_sum_assignment(-worth)
        return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True)]
    if worth.shape[0] > worth.shape[1]:
        return [(i, j) for j, i in _searched(worth.T)]
    column_of = _shortest_augmenting_paths(worth.max() - worth)
    return [(i, int(j)) for i, j in enumerate(column_of)]


def _shortest_augmenting_paths(cost: _Table) -> list[int]:
    """The column of each row in an assignment of least cost; ``cost`` is (n, m) with n at most m.

    Row by row, along the shortest augmenting path: Crouse, "On implementing 2D rectangular assignment algorithms" (2016).
    """
    n, m = cost.shape
    row_price, column_price = np.zeros(n), np.zeros(m)
    row_of = np.full(m, -1)
    column_of = np.full(n, -1)
    for start in range(n):
        distance, came_from = np.full(m, np.inf), np.full(m, -1)
        done = np.zeros(m, bool)
        row, length = start, 0.0
        reached = [start]
        while True:
            through = length + cost[row] - row_price[row] - column_price
            shorter = ~done & (through < distance)
            distance[shorter], came_from[shorter] = through[shorter], row
            end = int(np.where(done, np.inf, distance).argmin())
            length = float(distance[end])
            done[end] = True
            if row_of[end] < 0:
                break
            row = int(row_of[end])
            reached.append(row)
        row_price[start] += length
        for other in reached[1:]:
            row_price[other] += length - distance[column_of[other]]
        column_price[done] -= length - distance[done]
        while True:
            row = int(came_from[end])
            row_of[end] = row
            column_of[row], end = end, int(column_of[row])
            if row == start:
                break
    return [int(j) for j in column_of]
