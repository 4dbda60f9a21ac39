"""Vectors of texts as signed bytes, and an exact search among them.

The encoder's vectors are of unit length, and a cosine does not mind a factor: each is scaled so that its largest part is 127. usearch's
kernel compares bytes some ten times faster than NumPy does floats; where usearch is not installed, NumPy searches, piece by piece.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.encoders.universal import bundled_encoder

if TYPE_CHECKING:
    from reports.library.segments import Bytes8, Hashes

_PIECE = 65_536
"""Vectors that NumPy compares at a time: 128 MB as floats."""
_LARGEST = 127
"""The largest figure of a signed byte."""


def encoded(texts: Sequence[str]) -> Bytes8:
    """Vectors (n, 512) of some texts, in bytes."""
    encoder = bundled_encoder()
    sums = encoder.sums(texts)
    return as_bytes(encoder.head(sums.singles, sums.tokens + 2))


def encoder_signature() -> str:
    """The encoder whose vectors a library holds."""
    return bundled_encoder().signature


def as_bytes(vectors: Floats) -> Bytes8:
    """Unit vectors in bytes, each with its own scale."""
    most = np.abs(vectors).max(axis=1, keepdims=True, initial=1e-12)
    return np.asarray(np.rint(vectors * (_LARGEST / np.maximum(most, 1e-12))), dtype=np.int8)


def as_unit(vectors: Bytes8) -> Floats:
    """Vectors in bytes as unit vectors in floats."""
    floats = vectors.astype(np.float32)
    lengths = np.linalg.norm(floats, axis=1, keepdims=True)
    return np.asarray(floats / np.maximum(lengths, 1e-12), dtype=np.float32)


def nearest(parts: Iterable[tuple[Hashes, Bytes8]], query: Bytes8, count: int) -> list[tuple[int, float]]:
    """The hashes of the ``count`` vectors that lie nearest to ``query`` (512,), with their cosines, the nearest first.

    A text that stands in several parts counts once.
    """
    found: dict[int, float] = {}
    search = _by_usearch if importlib.util.find_spec("usearch") else _by_numpy
    for norms, vectors in parts:
        if not len(norms):
            continue
        places, cosines = search(vectors, query, min(count, len(norms)))
        for place, cosine in zip(places.tolist(), cosines.tolist(), strict=True):
            norm = int(norms[place])
            found[norm] = max(found.get(norm, -1.0), float(cosine))
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))[:count]


def _by_usearch(vectors: Bytes8, query: Bytes8, count: int) -> tuple[NDArray[Any], NDArray[Any]]:
    from usearch import index as usearch

    matches: Any = usearch.search(np.asarray(vectors), query, count, "cos", exact=True)
    return np.asarray(matches.keys, dtype=np.int64), 1.0 - np.asarray(matches.distances, dtype=np.float32)


def _by_numpy(vectors: Bytes8, query: Bytes8, count: int) -> tuple[NDArray[Any], NDArray[Any]]:
    wanted = as_unit(query[None, :])[0]
    cosines = np.concatenate(
        [as_unit(np.asarray(vectors[i : i + _PIECE])) @ wanted for i in range(0, len(vectors), _PIECE)]
    )
    best = np.argpartition(-cosines, count - 1)[:count]
    best = best[np.argsort(-cosines[best], kind="stable")]
    return best, cosines[best]
