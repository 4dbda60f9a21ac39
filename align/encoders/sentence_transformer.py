"""Any sentence-transformers model, by the path of a folder on this machine (extra ``sentence-transformers``)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from align.encoders.joined import JoinedVectors
from corpora.errors import InputError


class SentenceTransformerEncoder:
    """Wraps a local model. A name that is no folder is refused, so that nothing is fetched from a hub."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise InputError(str(folder), "is no model folder", hint="give the path of a sentence-transformers model")
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise InputError(
                "--encoder",
                "sentence-transformers is not installed",
                hint="pip install 'hexapla[sentence-transformers]'",
            ) from error
        self._model: Any = SentenceTransformer(str(folder), local_files_only=True)
        self._folder = folder

    @property
    def signature(self) -> str:
        """The folder's name."""
        return f"sentence-transformers/{self._folder.resolve().name}"

    def encode(self, segments: Sequence[str]) -> JoinedVectors:
        """Vectors of spans, each encoded as its joined text."""
        return JoinedVectors(segments, lambda texts: self._model.encode(texts, show_progress_bar=False))
