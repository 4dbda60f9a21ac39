"""Encoders that know nothing of spans: each span is encoded as its joined text, once.

Spans of more than four segments are the sum of their segments' vectors, by the root of their lengths: encoding them all would take
three times as long, and beads so wide are rare (with mUSE it costs .001 to .002 of strict F1 on the development corpora).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from align.encoders.span_vectors import Floats, Pieces

Encode = Callable[[list[str]], "np.ndarray"]
_JOINED = 4
"""Segments of the widest spans that are encoded."""
_FEW = 1
"""Segments by whose number the mean of a text is made smaller, since that of one segment is the segment."""


class JoinedVectors:
    """Unit vectors of spans, made by encoding the joined text of each span when it is first asked for.

    With ``centred`` the mean of the segments' own vectors is taken off: what all vectors of a model have in common, and all of
    a language, says nothing of which spans correspond.
    """

    def __init__(self, segments: Sequence[str], encode: Encode, *, centred: bool = False) -> None:
        self._segments = list(segments)
        self._encode = encode
        self._centred = centred
        self._made: dict[int, Floats] = {}
        self._pieces = Pieces(self._compute, lambda width: max(0, len(self) - width + 1))

    def __len__(self) -> int:
        return len(self._segments)

    def vectors(self, width: int) -> Floats:
        """Unit vectors of all spans of ``width`` segments: (n - width + 1, dimension)."""
        if width not in self._made:
            self._made[width] = self._compute(width, 0, len(self) - width + 1)
        return self._made[width]

    def part(self, width: int, start: int, stop: int) -> Floats:
        """The same of the spans from ``start`` up to ``stop``."""
        return self._made[width][start:stop] if width in self._made else self._pieces.part(width, start, stop)

    def _compute(self, width: int, start: int, stop: int) -> Floats:
        if stop <= start:
            return np.zeros((0, 1), dtype=np.float32)
        if width > _JOINED:
            return _unit(self._sums(width, start, stop))
        texts = [" ".join(self._segments[i : i + width]) for i in range(start, stop)]
        raw = _unit(np.asarray(self._encode(texts), dtype=np.float32))
        return _unit(raw - self._centre) if self._centred else raw

    def _sums(self, width: int, start: int, stop: int) -> Floats:
        """The sums of the vectors of the segments of each span."""
        weights = np.sqrt([len(text) + 1 for text in self._segments[start : stop + width - 1]]).astype(np.float32)
        singles = self.part(1, start, stop + width - 1) * weights[:, None]
        return np.asarray(sum(singles[k : k + stop - start] for k in range(width)), dtype=np.float32)

    @cached_property
    def _centre(self) -> Floats:
        """The mean vector of the segments, less of it where there are few."""
        vectors = _unit(np.asarray(self._encode(self._segments), dtype=np.float32))
        return np.asarray(vectors.sum(axis=0) / (len(vectors) + _FEW), dtype=np.float32)


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12), dtype=np.float32)
