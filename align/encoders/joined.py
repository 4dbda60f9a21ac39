"""Encoders that know nothing of spans: each span is encoded as its joined text, once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from align.encoders.span_vectors import Floats

Encode = Callable[[list[str]], "np.ndarray"]


class JoinedVectors:
    """Unit vectors of spans, made by encoding the joined text of each span when its width is first asked for."""

    def __init__(self, segments: Sequence[str], encode: Encode) -> None:
        self._segments = list(segments)
        self._encode = encode
        self._made: dict[int, Floats] = {}

    def __len__(self) -> int:
        return len(self._segments)

    def vectors(self, width: int) -> Floats:
        """Unit vectors of all spans of ``width`` segments: (n - width + 1, dimension)."""
        if width not in self._made:
            texts = [" ".join(self._segments[i : i + width]) for i in range(len(self) - width + 1)]
            if not texts:
                return np.zeros((0, 1), dtype=np.float32)
            raw = np.asarray(self._encode(texts), dtype=np.float32)
            self._made[width] = raw / np.maximum(np.linalg.norm(raw, axis=1, keepdims=True), 1e-12)
        return self._made[width]
