"""Vectors of spans from sums over tokens.

The encoder pools by a sum over token features, so that a span's sum is the sum of its segments' sums. Only the tokens
next to a boundary differ, since their n-gram windows reach into the neighbour or over the end: each segment carries
what its first and last tokens gain when a span begins or ends with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Head = Callable[[Floats, NDArray[Any]], Floats]


@dataclass(frozen=True)
class SpanSums:
    """Projected token sums of n segments: what the head needs for any span.

    ``sums``, ``begin`` and ``end`` are (n, d) float32; ``singles`` (n, d) is each segment encoded alone;
    ``tokens`` (n,) counts tokens without the boundary tokens.
    """

    sums: Floats
    begin: Floats
    end: Floats
    singles: Floats
    tokens: NDArray[np.int64]


class Spans(Protocol):
    """Vectors of all spans of a list of segments."""

    def __len__(self) -> int: ...

    def vectors(self, width: int) -> Floats:
        """Unit vectors of all spans of ``width`` segments: (n - width + 1, dimension)."""
        ...


class SpanVectors:
    """Unit vectors of spans of segments."""

    def __init__(self, sums: SpanSums, head: Head) -> None:
        self._parts = sums
        self._head = head
        self._prefix = np.zeros((len(sums.sums) + 1, sums.sums.shape[1]), dtype=np.float64)
        np.cumsum(sums.sums, axis=0, dtype=np.float64, out=self._prefix[1:])
        self._count = np.concatenate([[0], np.cumsum(sums.tokens)])
        self._made: dict[int, Floats] = {}

    def __len__(self) -> int:
        return len(self._parts.tokens)

    def vectors(self, width: int) -> Floats:
        """Unit vectors of all spans of ``width`` segments: (n - width + 1, dimension), empty where n is smaller."""
        if width not in self._made:
            self._made[width] = self._compute(width)
        return self._made[width]

    def _compute(self, width: int) -> Floats:
        n = len(self)
        if width > n:
            return np.zeros((0, 1), dtype=np.float32)
        parts = self._parts
        if width == 1:
            return self._head(parts.singles, parts.tokens + 2)
        total = (self._prefix[width:] - self._prefix[:-width]).astype(np.float32)
        total += parts.begin[: n - width + 1] + parts.end[width - 1 :]
        return self._head(total, self._count[width:] - self._count[:-width] + 2)
