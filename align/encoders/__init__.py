"""Encoders: text segments to vectors of any span of them. One module an encoder, one small protocol."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from align.spans import SpanVectors


class Encoder(Protocol):
    """What an encoder must do."""

    @property
    def signature(self) -> str:
        """Names the model and its version: what the vector cache is keyed by."""
        ...

    def encode(self, segments: Sequence[str]) -> SpanVectors:
        """Vectors of every span of ``segments``, after one pass over them."""
        ...


@lru_cache(maxsize=1)
def default_encoder() -> Encoder:
    """The bundled multilingual encoder, its vectors kept on disk between runs."""
    from align.encoders.cached import CachedEncoder
    from align.encoders.universal import UniversalEncoder

    return CachedEncoder(UniversalEncoder())
