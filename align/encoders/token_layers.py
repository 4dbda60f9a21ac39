"""What the encoder makes of a token by itself, kept for the tokens that come again: a language uses some thousands all the time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.encoders.weights import ORDERS, Weights

WIDTH = 256
"""Channels of each convolution of the encoder (Yang et al., "Multilingual Universal Sentence Encoder", 2020)."""
_CHUNKS = 17
"""Parts into which the package divides its embedding table: row r lies in part r modulo this."""
_HELD = 4096
"""Tokens that are held, 15 kB each: chosen. Six languages' resolutions use some 20,000, most of them seldom."""
ROWS = 256
"""Rows that are added up and normed at a time, so that they stay in the processor's cache; the figures do not depend on it."""

_LEAST = 16
"""Rows that a product has at least: of fewer, OpenBLAS makes products another way, whose last digits differ."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class TokenLayers:
    """Of some tokens, a row each: the embedding (n, 512), its projections for the three convolutions (n, 768), and for each place of a
    first window what the token adds there, by the window's width and the place: (n + 1, 256), whose last row is zeros."""

    embedded: Floats
    first: Floats
    partial: dict[tuple[int, int], Floats]

    @staticmethod
    def room_for(count: int, width: int) -> TokenLayers:
        """Room for so many tokens, whose embeddings have ``width`` numbers; the system gives memory to rows that are written."""
        places = [(order, k) for order in ORDERS for k in range(order)]
        return TokenLayers(
            np.empty((count, width), dtype=np.float32),
            np.empty((count, len(ORDERS) * WIDTH), dtype=np.float32),
            {place: np.zeros((count + 1, WIDTH), dtype=np.float32) for place in places},
        )

    def put(self, rows: Ints, made: TokenLayers) -> None:
        """Write the first ones of ``made``, as many as there are rows, into these rows."""
        self.embedded[rows] = made.embedded[: len(rows)]
        self.first[rows] = made.first[: len(rows)]
        for place, share in made.partial.items():
            self.partial[place][rows] = share[: len(rows)]


class KeptTokens:
    """The layers of the tokens that were asked for lately, in rows; the least recently used make room.

    What is found of a text must not depend on the texts before it. So layers are kept only where this machine's linear algebra gives
    a row the same digits whatever rows stand around it.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._row = np.full(len(weights.table), -1, dtype=np.int64)
        self._token = np.full(_HELD, -1, dtype=np.int64)
        self._used = np.zeros(_HELD, dtype=np.int64)
        self._asked = 0
        self._held: TokenLayers | None = None

    def of(self, unique: Ints) -> tuple[Ints, TokenLayers]:
        """The row of each of some tokens, none twice, and the layers in whose rows they stand until the next call."""
        if len(unique) > _HELD or not rows_stand_alone():
            return np.arange(len(unique)), made(unique, self._weights)
        if self._held is None:
            self._held = TokenLayers.room_for(_HELD, self._weights.table.shape[1])
        self._asked += 1
        known = self._row[unique]
        self._used[known[known >= 0]] = self._asked
        if len(new := unique[known < 0]):
            # Those of this call were used last, and there are no more of them than rows.
            rows = np.argsort(self._used, kind="stable")[: len(new)]
            gone = self._token[rows]
            self._row[gone[gone >= 0]] = -1
            self._row[new], self._token[rows], self._used[rows] = rows, new, self._asked
            enough = np.concatenate([new, np.zeros(max(0, _LEAST - len(new)), dtype=np.int64)])
            self._held.put(rows, made(enough, self._weights))
        return self._row[unique], self._held


@lru_cache(maxsize=1)
def rows_stand_alone() -> bool:
    """Whether a row of a product has the same digits wherever it stands among others: tried on some, which takes a millisecond.

    OpenBLAS does so with the kernels for AVX-512, and not with those for AVX2.
    """
    numbers = np.random.default_rng(1)
    rows, weights = (numbers.random(shape, dtype=np.float32) - 0.5 for shape in ((128, WIDTH), (WIDTH, WIDTH)))
    whole = rows @ weights
    return all(
        np.array_equal(rows[low : low + count] @ weights, whole[low : low + count])
        for low in (0, 7)
        for count in (_LEAST, 29, 64, 103)
    )


def made(tokens: Ints, weights: Weights) -> TokenLayers:
    """The layers of some tokens: embedding, projection, and its share in every place of the first windows."""
    w = weights.dense
    chunk = tokens % _CHUNKS
    embedded = weights.table[tokens].astype(np.float32)
    embedded *= w["scale"][chunk, None]
    embedded += w["lo"][chunk, None]
    projected = embedded @ np.concatenate([w[f"proj{order}"] for order in ORDERS], axis=1)
    projected += np.concatenate([w[f"proj_b{order}"] for order in ORDERS])
    gamma = np.concatenate([w[f"ln_g{order}"] for order in ORDERS])
    beta = np.concatenate([w[f"ln_b{order}"] for order in ORDERS])
    first = layer_norm(projected, gamma, beta, float(w["eps"]))
    partial: dict[tuple[int, int], Floats] = {}
    for i, order in enumerate(ORDERS):
        x = first[:, i * WIDTH : (i + 1) * WIDTH]
        for k in range(order):
            share = np.zeros((len(tokens) + 1, WIDTH), dtype=np.float32)
            share[:-1] = x @ w[f"w1_{order}"][k * WIDTH : (k + 1) * WIDTH]
            partial[order, k] = share
    return TokenLayers(embedded, first, partial)


def layer_norm(x: Floats, gamma: Floats, beta: Floats, epsilon: float) -> Floats:
    """Norm the rows of ``x`` in place, and scale and shift them by ``gamma`` and ``beta`` (Ba et al., "Layer normalization", 2016)."""
    for low in range(0, len(x), ROWS):
        rows = x[low : low + ROWS]
        rows -= rows.mean(axis=-1, keepdims=True)
        variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[-1]
        rows *= (1.0 / np.sqrt(variance + epsilon))[:, None]
        rows *= gamma
        rows += beta
    return x
