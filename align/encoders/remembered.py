"""What was encoded a moment ago, kept in memory: the pivot stands beside five versions, a paragraph beside its counterparts.

A text that stands alone is known again by its words, whichever list it stood in: its vector does not depend on its neighbours.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np

from align.encoders.cached import CachedEncoder
from align.encoders.span_vectors import Floats, SpanVectors
from corpora.system.cache import key_bytes

_BYTES = 64 * 1024**2
"""Bytes of all lists that are held, some 20 kB a segment: chosen, a long resolution (250 paragraphs) in six languages and its predecessor."""
_LOOK = 1024**2
"""Bytes of new lists after which all are weighed again, since vectors are made of a list long after it was encoded."""
_ALONE = 10_000
"""Texts whose vectors are held, 2 kB each."""
_MOSTLY = 0.5
"""Share of a list's texts that must be new for all of it to be encoded as a document: chosen."""


class RememberingEncoder:
    """An encoder that gives what it gave before for the same texts."""

    def __init__(self, encoder: CachedEncoder) -> None:
        self._encoder = encoder
        self._lists: OrderedDict[bytes, tuple[tuple[str, ...], SpanVectors]] = OrderedDict()
        self._unweighed = 0
        self._places: dict[str, tuple[bytes, int]] = {}
        self._alone: OrderedDict[str, Floats] = OrderedDict()

    @property
    def signature(self) -> str:
        """The encoder's own signature."""
        return self._encoder.signature

    def encode(self, segments: Sequence[str]) -> SpanVectors:
        """Vectors of every span of ``segments``."""
        key = _key(segments)
        if key in self._lists:
            self._lists.move_to_end(key)
            return self._lists[key][1]
        found = self._encoder.encode(segments)
        self._lists[key] = tuple(segments), found
        self._places.update((segment, (key, k)) for k, segment in enumerate(segments))
        self._unweighed += found.nbytes
        if self._unweighed > _LOOK:
            self._make_room()
        return found

    def _make_room(self) -> None:
        """Forget the lists that were asked for longest ago, until those that are left are small enough."""
        self._unweighed = 0
        sizes = {key: vectors.nbytes for key, (_, vectors) in self._lists.items()}
        held = sum(sizes.values())
        while held > _BYTES and len(self._lists) > 1:
            key, (segments, _) = self._lists.popitem(last=False)
            held -= sizes[key]
            self._forget(key, segments)

    def _forget(self, key: bytes, segments: tuple[str, ...]) -> None:
        for segment in segments:
            if self._places.get(segment, (b"", 0))[0] == key:
                del self._places[segment]

    def vectors_alone(self, texts: Sequence[str]) -> Floats:
        """The unit vector of each text as it stands alone, (n, dimension): what ``encode(texts).vectors(1)`` comes to."""
        wanted = list(dict.fromkeys(texts))
        for text in wanted:
            if text in self._alone:
                self._alone.move_to_end(text)
            elif text in self._places:
                key, k = self._places[text]
                self._alone[text] = self._lists[key][1].vectors(1)[k].copy()  # a view would hold all of them
        new = [text for text in wanted if text not in self._alone]
        if len(new) > _MOSTLY * len(texts):
            # A document: what is made of it serves its alignment as well, in this run and in others.
            for text, vector in zip(texts, self.encode(texts).vectors(1), strict=True):
                self._alone.setdefault(text, vector.copy())
        elif new:
            found_new = self._encoder.encode(new).vectors(1)
            self._alone.update((text, vector.copy()) for text, vector in zip(new, found_new, strict=True))
        found = [self._alone[text] for text in texts]
        while len(self._alone) > _ALONE:
            self._alone.popitem(last=False)
        return np.stack(found) if found else np.zeros((0, 1), dtype=np.float32)


def _key(segments: Sequence[str]) -> bytes:
    return hashlib.sha256(key_bytes(segments)).digest()
