"""The first two stages in one call: a path to an annotated resolution."""

from __future__ import annotations

from pathlib import Path

from corpora.anchors import annotate
from corpora.detection import detect_language
from corpora.errors import UnusableInputError
from corpora.languages import available
from corpora.model import Resolution
from corpora.readers import document_from_text, read_document
from corpora.readers.blocks import Document
from corpora.structure import build_resolution


def read_resolution(path: Path, language: str | None = None) -> Resolution:
    """Read, structure and annotate one resolution.

    ``language`` is detected where None. Raises UnusableInputError where the file cannot be used.
    """
    return _finish(read_document(path), language)


def read_text(source: str, language: str | None = None, name: str = "text") -> Resolution:
    """As ``read_resolution``, from text that is at hand."""
    if not source.strip():
        raise UnusableInputError(name, "the file is empty")
    return _finish(document_from_text(name, source), language)


def _finish(document: Document, language: str | None) -> Resolution:
    body = "\n".join(block.text for block in document.blocks)
    code = language or document.language or detect_language(body)
    covered = ", ".join(available())
    if code is None:
        raise UnusableInputError(
            document.name,
            f"the language is none of those covered ({covered})",
            mend="give a text in one of them, or name its language with --language",
        )
    if code not in available():
        raise UnusableInputError(document.name, f"language {code!r} is not covered", mend=f"covered are {covered}")
    return annotate(build_resolution(document, code))
