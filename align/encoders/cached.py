"""Span sums kept on disk by content, so that a text is encoded once."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from align.encoders.span_vectors import SpanSums, SpanVectors
from align.encoders.universal import UniversalEncoder
from align.encoders.weights import cache_folder

_SMALLEST = 1500
"""Characters; less is encoded sooner than it is found on disk."""


class CachedEncoder:
    """An encoder whose sums are stored under the hash of the segments and the encoder's signature.

    Safe under concurrent runs: files are written aside and renamed, and what cannot be read is made again.
    """

    def __init__(self, encoder: UniversalEncoder, folder: Path | None = None) -> None:
        self._encoder = encoder
        base = folder or cache_folder()
        self._folder = base / "vectors" if base else None

    @property
    def signature(self) -> str:
        """The encoder's own signature."""
        return self._encoder.signature

    def encode(self, segments: Sequence[str]) -> SpanVectors:
        """Vectors of every span of ``segments``, from the store where it has them."""
        worth_it = sum(map(len, segments)) >= _SMALLEST
        path = self._path(segments) if worth_it else None
        sums = _load(path) if path else None
        if sums is None:
            sums = self._encoder.sums(segments)
            if path:
                _store(path, sums)
        return SpanVectors(sums, self._encoder.head)

    def _path(self, segments: Sequence[str]) -> Path | None:
        if self._folder is None:
            return None
        digest = hashlib.sha256(self.signature.encode())
        for segment in segments:
            data = segment.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "big") + data)
        key = digest.hexdigest()
        return self._folder / key[:2] / f"{key[2:]}.npz"


def _load(path: Path) -> SpanSums | None:
    try:
        with np.load(path, allow_pickle=False) as stored:
            return SpanSums(*(stored[k] for k in ("sums", "begin", "end", "singles", "tokens")))
    except (OSError, ValueError, KeyError, EOFError):
        return None


def _store(path: Path, sums: SpanSums) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            np.savez(file, sums=sums.sums, begin=sums.begin, end=sums.end, singles=sums.singles, tokens=sums.tokens)
        Path(temporary).replace(path)
    except OSError:
        return
