"""The search: the chain it finds is the cheapest there is."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.search.dynamic_programming import best_chain

SHAPES = [(1, 1), (1, 2), (2, 1), (2, 2)]


def _brute(n: int, m: int, price, delete, insert) -> float:  # type: ignore[no-untyped-def]
    @cache
    def best(i: int, j: int) -> float:
        if i == n and j == m:
            return 0.0
        options = []
        if i < n:
            options.append(delete[i] + best(i + 1, j))
        if j < m:
            options.append(insert[j] + best(i, j + 1))
        options += [price[a, b][i, j] + best(i + a, j + b) for a, b in SHAPES if i + a <= n and j + b <= m]
        return float(min(options))

    return best(0, 0)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 7), st.integers(1, 7), st.integers(0, 10_000), st.booleans())
def test_the_chain_is_the_cheapest_there_is(n: int, m: int, seed: int, banded: bool) -> None:
    random = np.random.default_rng(seed)
    price = {(a, b): random.random((n, m)).astype(np.float32) * (a + b) for a, b in SHAPES}
    delete = random.random(n).astype(np.float32)
    insert = random.random(m).astype(np.float32)
    shapes = [(a, b) for a, b in SHAPES if a <= n and b <= m]
    low, high = (np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m, dtype=np.int64)) if banded else (None, None)
    steps = best_chain(n, m, shapes, lambda a, b, i, j0, j1: price[a, b][i, j0 : j1 + 1], delete, insert, low, high)
    assert [s for a, b, _, _ in steps for s in range(a, b)] == list(range(n))
    assert [t for _, _, c, d in steps for t in range(c, d)] == list(range(m))
    total = 0.0
    for a, b, c, d in steps:
        total += price[b - a, d - c][a, c] if b > a and d > c else delete[a] if b > a else insert[c]
    assert total == pytest.approx(_brute(n, m, price, delete, insert), abs=1e-4)
