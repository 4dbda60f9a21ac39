"""Span sums kept on disk by content, those of short texts in memory, so that a text is encoded once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from align.encoders import sealed
from align.encoders.span_vectors import SpanSums, SpanVectors
from align.encoders.universal import UniversalEncoder
from corpora.system.cache import cache_folder, key_bytes, tidy

_MOST = 2 * 1024**3
"""Bytes of vectors that are kept; beyond, the oldest go. Some 4,000 resolutions in one language."""
_SUFFIX = ".sums"
_TIDIED = 64
"""How many files are written between two looks at how much is kept."""
_SMALLEST = 300
"""Characters; less is no document, and is encoded sooner than it is found on disk where the encoder is loaded already. Where it is not,
less is kept as well (a footnote, a page in Chinese): a check that finds all in the cache loads no encoder."""


class CachedEncoder:
    """An encoder whose sums are stored under the hash of the segments and the encoder's signature.

    Safe under concurrent runs: files are written aside and renamed. A file that is cut, changed or another text's is made
    again, with a word in the log.
    """

    def __init__(self, encoder: UniversalEncoder, folder: Path | None = None) -> None:
        self._encoder = encoder
        base = folder or cache_folder()
        self._folder = base / "vectors" if base else None
        self._written = 0

    @property
    def signature(self) -> str:
        """The encoder's own signature."""
        return self._encoder.signature

    def encode(self, segments: Sequence[str]) -> SpanVectors:
        """Vectors of every span of ``segments``, from the store where it has them."""
        worth_it = sum(map(len, segments)) >= _SMALLEST or not self._encoder.loaded
        path = self._path(segments) if worth_it else None
        sums = _sums(sealed.load(path, _label(path)), len(segments)) if path else None
        if sums is None:
            sums = self._encoder.sums(segments)
            if path:
                self._keep(path, sums)
        return SpanVectors(sums, self._encoder.head)

    def _keep(self, path: Path, sums: SpanSums) -> None:
        sealed.keep(path, {f.name: getattr(sums, f.name) for f in fields(sums)}, _label(path))
        self._written += 1
        if self._folder and self._written % _TIDIED == 0:
            tidy(self._folder, _MOST, f"*{_SUFFIX}")

    def _path(self, segments: Sequence[str]) -> Path | None:
        if self._folder is None:
            return None
        key = hashlib.sha256(self.signature.encode() + key_bytes(segments)).hexdigest()
        return self._folder / key[:2] / f"{key[2:]}{_SUFFIX}"


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
