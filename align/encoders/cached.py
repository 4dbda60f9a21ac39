"""Span sums kept on disk by content, those of short texts in memory, so that a text is encoded once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from align.encoders import sealed
from align.encoders.span_vectors import SpanSums, SpanVectors
from align.encoders.universal import UniversalEncoder
from align.encoders.weights import cache_folder

_SMALLEST = 1500
"""Characters; less is encoded sooner than it is found on disk."""
_FEW = 40
"""Segments of a short text: chosen, so that what is kept in memory stays below some twenty MB."""
_RECENT = 64
"""Short texts whose vectors are kept in memory: six versions of ten resolutions; chosen."""


class CachedEncoder:
    """An encoder whose sums are stored under the hash of the segments and the encoder's signature.

    Safe under concurrent runs: files are written aside and renamed. A file that is cut, changed or another text's is made
    again, with a word in the log.
    """

    def __init__(self, encoder: UniversalEncoder, folder: Path | None = None) -> None:
        self._encoder = encoder
        base = folder or cache_folder()
        self._folder = base / "vectors" if base else None
        self._recent = lru_cache(maxsize=_RECENT)(self._short)

    @property
    def signature(self) -> str:
        """The encoder's own signature."""
        return self._encoder.signature

    def encode(self, segments: Sequence[str]) -> SpanVectors:
        """Vectors of every span of ``segments``, from the store where it has them."""
        short = sum(map(len, segments)) < _SMALLEST
        if short and len(segments) <= _FEW:
            return self._recent(tuple(segments))
        path = None if short else self._path(segments)
        sums = _sums(sealed.load(path, _label(path)), len(segments)) if path else None
        if sums is None:
            sums = self._encoder.sums(segments)
            if path:
                sealed.keep(path, {f.name: getattr(sums, f.name) for f in fields(sums)}, _label(path))
        return SpanVectors(sums, self._encoder.head)

    def _short(self, segments: tuple[str, ...]) -> SpanVectors:
        return self._encoder.encode(segments)

    def _path(self, segments: Sequence[str]) -> Path | None:
        if self._folder is None:
            return None
        digest = hashlib.sha256(self.signature.encode())
        for segment in segments:
            data = segment.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "big") + data)
        key = digest.hexdigest()
        return self._folder / key[:2] / f"{key[2:]}.sums"


def _label(path: Path) -> str:
    """What a file belongs to: the text and the encoder, whose digest is its name."""
    return path.parent.name + path.stem


def _sums(arrays: Mapping[str, NDArray[Any]] | None, segments: int) -> SpanSums | None:
    """The sums in a file; None where it holds others, as an earlier or later version of the program may write."""
    if arrays is None or set(arrays) != {f.name for f in fields(SpanSums)}:
        return None
    found = SpanSums(**arrays)
    alike = {found.sums.shape, found.begin.shape, found.end.shape, found.singles.shape}
    return found if len(alike) == 1 and found.sums.shape[:1] == found.tokens.shape == (segments,) else None
