"""Pairing two lists one to one: as good as SciPy's search, whatever is left to it."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from align.search.assignment import best_assignment


def _best_total(worth: np.ndarray) -> float:
    rows, columns = linear_sum_assignment(-worth)
    return float(worth[rows, columns].sum())


@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (7, 1), (6, 6), (12, 30), (30, 12), (60, 55)])
@pytest.mark.parametrize("share", [0.0, 0.5, 0.9])
def test_no_assignment_is_worth_more(shape: tuple[int, int], share: float) -> None:
    rng = np.random.default_rng(shape[0] * 100 + shape[1])
    for _ in range(20):
        worth = np.where(rng.random(shape) < share, 0.0, rng.random(shape))
        pairs = best_assignment(worth)
        assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
        assert all(worth[i, j] > 0 for i, j in pairs)
        assert sum(worth[i, j] for i, j in pairs) == pytest.approx(_best_total(worth))


def test_equal_worth_everywhere_pairs_all() -> None:
    assert len(best_assignment(np.ones((9, 5)))) == 5
    assert len(best_assignment(np.ones((70, 90)))) == 70


def test_a_greedy_choice_that_loses_is_not_taken() -> None:
    assert best_assignment(np.array([[0.9, 0.8], [0.8, 0.1]])) == [(0, 1), (1, 0)]


def test_nothing_worth_anything_pairs_nothing() -> None:
    assert best_assignment(np.zeros((3, 4))) == []
    assert best_assignment(np.zeros((0, 4))) == []
