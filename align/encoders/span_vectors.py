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

    @property
    def nbytes(self) -> int:
        """Bytes of all arrays."""
        return sum(a.nbytes for a in (self.sums, self.begin, self.end, self.singles, self.tokens))


class Spans(Protocol):
    """Vectors of all spans of a list of segments."""

    def __len__(self) -> int: ...

    def vectors(self, width: int) -> Floats:
        """Unit vectors of all spans of ``width`` segments: (n - width + 1, dimension)."""
        ...

    def part(self, width: int, start: int, stop: int) -> Floats:
        """The same of the spans from ``start`` up to ``stop`` only; of a long text no more than that need be made."""
        ...


class Pieces:
    """Vectors of spans, made some hundred at a time; of each width of a long text only the last pieces are kept.

    ``compute`` gives the vectors of the spans of a width from a first up to a last one; there are ``count(width)`` of them.
    """

    def __init__(self, compute: Callable[[int, int, int], Floats], count: Callable[[int], int]) -> None:
        self._compute, self._count = compute, count
        self._made: dict[int, dict[int, Floats]] = {}

    @property
    def nbytes(self) -> int:
        """Bytes of the pieces that are kept now."""
        return sum(piece.nbytes for made in self._made.values() for piece in made.values())

    def part(self, width: int, start: int, stop: int) -> Floats:
        """The vectors of the spans of ``width`` segments from ``start`` up to ``stop``."""
        pieces = range(start // _PIECE, (stop - 1) // _PIECE + 1)
        made = self._made.get(width, {})
        kept = {k: made[k] if k in made else self._piece(width, k) for k in pieces}
        self._made[width] = made | kept if self._count(width) <= _HELD else kept
        whole = kept[pieces[0]] if len(pieces) == 1 else np.concatenate([kept[k] for k in pieces])
        return whole[start - pieces[0] * _PIECE : stop - pieces[0] * _PIECE]

    def _piece(self, width: int, k: int) -> Floats:
        return self._compute(width, k * _PIECE, min((k + 1) * _PIECE, self._count(width)))


_PIECE = 512
_HELD = 4096
"""Spans up to which all pieces are kept."""


class SpanVectors:
    """Unit vectors of spans of segments."""

    def __init__(self, sums: SpanSums, head: Head) -> None:
        self._parts = sums
        self._head = head
        self._prefix = np.zeros((len(sums.sums) + 1, sums.sums.shape[1]), dtype=np.float64)
        np.cumsum(sums.sums, axis=0, dtype=np.float64, out=self._prefix[1:])
        self._count = np.concatenate([[0], np.cumsum(sums.tokens)])
        self._made: dict[int, Floats] = {}
        self._pieces = Pieces(self._compute, lambda width: max(0, len(self) - width + 1))

    def __len__(self) -> int:
        return len(self._parts.tokens)

    @property
    def nbytes(self) -> int:
        """Bytes of the sums and of the vectors that were made so far; more are made when they are asked for."""
        made = sum(vectors.nbytes for vectors in self._made.values())
        return self._parts.nbytes + self._prefix.nbytes + self._count.nbytes + made + self._pieces.nbytes

    def vectors(self, width: int) -> Floats:
        """Unit vectors of all spans of ``width`` segments: (n - width + 1, dimension), empty where n is smaller."""
        if width not in self._made:
            self._made[width] = self._compute(width, 0, len(self) - width + 1)
        return self._made[width]

    def part(self, width: int, start: int, stop: int) -> Floats:
        """The same of the spans from ``start`` up to ``stop``."""
        return self._made[width][start:stop] if width in self._made else self._pieces.part(width, start, stop)

    def _compute(self, width: int, start: int, stop: int) -> Floats:
        if stop <= start:
            return np.zeros((0, 1), dtype=np.float32)
        parts, last = self._parts, stop + width - 1
        if width == 1:
            return self._head(parts.singles[start:stop], parts.tokens[start:stop] + 2)
        total = (self._prefix[start + width : last + 1] - self._prefix[start:stop]).astype(np.float32)
        total += parts.begin[start:stop] + parts.end[start + width - 1 : last]
        return self._head(total, self._count[start + width : last + 1] - self._count[start:stop] + 2)


class SpanSlice:
    """The spans of some neighbouring segments of a list."""

    def __init__(self, spans: Spans, start: int, stop: int) -> None:
        self._spans, self._start, self._size = spans, start, stop - start

    def __len__(self) -> int:
        return self._size

    def vectors(self, width: int) -> Floats:
        """Unit vectors of all spans of ``width`` segments: (n - width + 1, dimension), empty where n is smaller."""
        count = self._size - width + 1
        return self.part(width, 0, count) if count > 0 else np.zeros((0, 1), dtype=np.float32)

    def part(self, width: int, start: int, stop: int) -> Floats:
        """The same of the spans from ``start`` up to ``stop``."""
        return self._spans.part(width, self._start + start, self._start + stop)
