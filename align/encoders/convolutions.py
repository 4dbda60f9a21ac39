"""The encoder's two layers of convolutions, made once for each run of tokens that recurs.

A first window's values depend on two, three or five tokens, and so do their products with the weights of the second layer. Of such runs
of tokens a chunk of text has half, two thirds and five sixths as many different ones as there are; each is computed once, and the second
layer adds up rows of products.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from threading import Lock

import numpy as np

from align.encoders.span_vectors import Floats
from align.encoders.token_layers import ROWS, WIDTH, Ints, KeptTokens, TokenLayers, layer_norm
from align.encoders.weights import ORDERS, Weights

LEFT = {2: 0, 3: 1, 5: 2}
"""Tokens of a window before its own, by its width."""
_BESIDE = max(LEFT.values())


@dataclass(frozen=True, slots=True)
class _Runs:
    """The runs of tokens of one width: ``of`` tells which one the first window of each token holds, with room before and behind; of
    each run the values of the first layer, ``hidden`` (runs + 1, 256), and what these add at each place of a second window,
    ``shares`` ((runs + 1) * width, 256)."""

    of: Ints
    hidden: Floats
    shares: Floats


class Convolutions:
    """Token features of sequences of tokens."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._tokens = KeptTokens(weights)
        self._rooms: dict[int, Floats] = {}
        # Rows of tokens and room for products are shared by all calls: one at a time.
        self._lock = Lock()

    def features(self, sequences: Sequence[Sequence[int]], wanted: Ints | None = None) -> Floats:
        """Features (tokens, 1280) of sequences that do not see each other, those of the tokens ``wanted`` only, by their places.

        Threads take turns.
        """
        with self._lock:
            return self._features(sequences, wanted)

    def _features(self, sequences: Sequence[Sequence[int]], wanted: Ints | None) -> Floats:
        lengths = np.array([len(s) for s in sequences], dtype=np.int64)
        ids = np.fromiter(chain.from_iterable(sequences), dtype=np.int64, count=int(lengths.sum()))
        unique, inverse = np.unique(ids, return_inverse=True)
        rows, layers = self._tokens.of(unique)
        text = _Text.of(rows[inverse], lengths)
        runs = {order: self._runs(order, *found, text, layers) for order, found in text.runs().items()}
        wanted = np.arange(len(ids)) if wanted is None else wanted
        width = layers.embedded.shape[1]
        out = np.empty((len(wanted), width + len(ORDERS) * WIDTH), dtype=np.float32)
        w = self._weights.dense
        for low in range(0, len(wanted), ROWS):
            here, block = wanted[low : low + ROWS], out[low : low + ROWS]
            block[:, :width] = layers.embedded[text.rows[here]]
            for i, order in enumerate(ORDERS):
                start = width + i * WIDTH
                block[:, start : start + WIDTH] = self._second_layer(order, here, text, runs[order])
            layer_norm(block, w["ln_g"], w["ln_b"], float(w["eps"]))
        return out

    @cached_property
    def _stacked(self) -> dict[int, Floats]:
        """The second layer's weights with the places of the window side by side: (width, order * width)."""
        return {
            order: np.concatenate(np.split(self._weights.dense[f"w2_{order}"], order, axis=0), axis=1)
            for order in ORDERS
        }

    def _runs(self, order: int, of: Ints, places: Ints, text: _Text, layers: TokenLayers) -> _Runs:
        """What is made of each run of a width: ``of`` and ``places`` as `_Text.runs` gives them."""
        # The last row is no run: it stands for what lies before the first sequence and behind the last one.
        held = np.zeros((len(places) + 1, WIDTH), dtype=np.float32)
        hidden = held[:-1]
        hidden += self._weights.dense[f"b1_{order}"]
        for k in range(order):
            # The last row is zeros: it stands for what lies outside the sequence.
            hidden += layers.partial[order, k][text.padded[places + k - LEFT[order]]]
        np.maximum(hidden, 0, out=hidden)
        column = ORDERS.index(order) * WIDTH
        hidden += layers.first[text.padded[places], column : column + WIDTH]
        beside = np.full(_BESIDE, len(places))
        shares = np.matmul(held, self._stacked[order], out=self._room(order, len(held)))
        return _Runs(np.concatenate([beside, of, beside]), held, shares.reshape(-1, WIDTH))

    def _room(self, order: int, count: int) -> Floats:
        """Room for the products of so many runs, the same from call to call: the system takes its time to give so much memory."""
        if order not in self._rooms or len(self._rooms[order]) < count:
            self._rooms[order] = np.empty((count + count // 8, order * WIDTH), dtype=np.float32)
        return self._rooms[order][:count]

    def _second_layer(self, order: int, here: Ints, text: _Text, runs: _Runs) -> Floats:
        """The second convolution of the tokens at the places ``here``, (len(here), 256), the first one's values added."""
        second = np.repeat(self._weights.dense[f"b2_{order}"][None, :], len(here), axis=0)
        for k in range(order):
            place = here + (k - LEFT[order])
            share = runs.shares[runs.of[place + _BESIDE] * order + k]
            second += share
            outside = np.flatnonzero((place < text.begin[here]) | (place >= text.end[here]))
            second[outside] -= share[outside]
        np.maximum(second, 0, out=second)
        second += runs.hidden[runs.of[here + _BESIDE]]
        return second


@dataclass(frozen=True, slots=True)
class _Text:
    """Sequences in a row: of each token the row of its layers, and where its sequence begins and ends; ``padded`` are the rows with
    room around each sequence (-1), ``places`` where each token stands there."""

    rows: Ints
    begin: Ints
    end: Ints
    padded: Ints
    places: Ints

    @staticmethod
    def of(rows: Ints, lengths: Ints) -> _Text:
        """From the rows of all tokens and the lengths of the sequences."""
        begin = np.repeat(np.cumsum(lengths) - lengths, lengths)
        places = np.arange(len(rows)) + _BESIDE * (1 + 2 * np.repeat(np.arange(len(lengths)), lengths))
        padded = np.full(len(rows) + 2 * _BESIDE * len(lengths), -1, dtype=np.int64)
        padded[places] = rows
        return _Text(rows, begin, begin + np.repeat(lengths, lengths), padded, places)

    def runs(self) -> dict[int, tuple[Ints, Ints]]:
        """By width, which run each token's first window holds (tokens,), and a place in ``padded`` where each run stands.

        Runs are numbered in the order in which they come, so that what is made of them is read in a row.
        """
        token = self.padded + 1
        two = _joined(token, _shifted(token, 1))
        three = _joined(_shifted(two, -1), _shifted(token, 1))
        five = _joined(_shifted(three, -1), _shifted(two, 1))
        found = {}
        for order, known in zip(ORDERS, (two, three, five), strict=True):
            of, first = _numbered(known[self.places])
            found[order] = of, self.places[first]
        return found


def _shifted(values: Ints, by: int) -> Ints:
    """For each place the value ``by`` places on; the ends, which lie outside all sequences, run into each other."""
    return np.roll(values, -by)


def _joined(first: Ints, second: Ints) -> Ints:
    """A number for each pair of numbers, the same for the same pair."""
    return _numbered(first * (int(second.max()) + 1) + second)[0]


def _numbered(keys: Ints) -> tuple[Ints, Ints]:
    """The number of each key, counted from 0 in the order in which they come, and the place where each key comes first."""
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    order = np.argsort(first)
    number = np.empty_like(order)
    number[order] = np.arange(len(order))
    return number[inverse], first[order]
