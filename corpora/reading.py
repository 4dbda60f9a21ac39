"""The first two stages in one call: a path to an annotated resolution, or to the resolutions of a compilation.

A path may name one resolution of a compilation: ``VOLUME#SYMBOL``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpora.annotation.anchors import annotate
from corpora.errors import InputError, NoResolutionError, SeveralResolutionsError
from corpora.languages import Language, available
from corpora.languages import language as language_of
from corpora.languages.detection import detect_language, halves
from corpora.model import Resolution
from corpora.readers import document_from_bytes, document_from_text, read_document
from corpora.readers.base import Document
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.builder import build_resolution
from corpora.structure.compilations import split_compilation
from corpora.structure.cover import with_particulars
from corpora.text.symbols import answers_to, canonical_symbol


def read_resolution(path: Path | str, language: str | None = None, *, before: bool = False) -> Resolution:
    """Read, structure and annotate one resolution.

    ``language`` is detected where None; ``before`` reads a draft with its tracked changes rejected. Raises InputError where the file cannot be used, or holds several
    resolutions and the path names none of them.
    """
    file, symbol = split_path(Path(path))
    documents, facts = _parted(read_document(file, before=before), language)
    if symbol is None:
        if len(documents) > 1:
            named = documents[0].symbol or ""
            symbols = [document.name.partition("#")[2] for document in documents]
            raise SeveralResolutionsError(str(file), symbols, hint=f'name one of them, as in "{file.name}#{named}"')
        return _finish(documents[0], language, facts)
    if len(documents) == 1 and not documents[0].symbol:
        only = _finish(documents[0], language, facts)
        if only.symbol == canonical_symbol(symbol):
            return only
    return _finish(_named(documents, file, symbol), language, facts)


def _named(documents: Sequence[Document], file: Path, symbol: str) -> Document:
    """The document of a symbol, which may leave out what its neighbours share ("2002/19", "1236").

    Raises InputError where none or several answer to it.
    """
    wanted = canonical_symbol(symbol)
    found = [d for d in documents if d.name.endswith(f"#{wanted}") or canonical_symbol(d.symbol or "") == wanted]
    short = [d for d in documents if d.symbol and answers_to(d.symbol, symbol)]
    if not found and len(short) > 1:
        names = ", ".join(d.symbol or "" for d in short)
        raise InputError(str(file), f"holds several resolutions {symbol}", hint=f"name one of {names}")
    if not found and not short:
        raise InputError(str(file), f"holds no resolution {symbol}", hint=f"hexapla read {file.name} lists them")
    return (found or short)[0]


def read_resolutions(path: Path | str, language: str | None = None) -> list[Resolution]:
    """Every resolution of a file, in its order; parts that turn out to be none are left out.

    Raises InputError where the file holds no resolution.
    """
    return _resolutions_of(read_document(Path(path)), language)


def read_resolutions_in(name: str, content: bytes, language: str | None = None) -> list[Resolution]:
    """As ``read_resolutions``, from a file that is at hand; ``name`` says its suffix."""
    return _resolutions_of(document_from_bytes(name, content), language)


def _resolutions_of(document: Document, language: str | None) -> list[Resolution]:
    documents, facts = _parted(document, language)
    if len(documents) == 1:
        return [_finish(documents[0], language, facts)]
    found = []
    for part in documents:
        try:
            found.append(_finish(part, language, facts))
        except InputError:
            # A heading with a formula and nothing below it: an excerpt, no resolution.
            continue
    if not found:
        raise InputError(document.name, "holds no whole resolution")
    return found


def split_path(path: Path) -> tuple[Path, str | None]:
    """A path and the symbol after ``#``, where the name holds one and is no file itself.

    >>> split_path(Path("1993.html#S/RES/802(1993)"))
    (PosixPath('1993.html'), 'S/RES/802(1993)')
    """
    text = str(path)
    if "#" not in text or path.exists():
        return path, None
    file, _, symbol = text.partition("#")
    return Path(file), symbol or None


def read_text(source: str, language: str | None = None, name: str = "text") -> Resolution:
    """As ``read_resolution``, from text that is at hand."""
    if not source.strip():
        raise InputError(name, "the file is empty")
    return _finish(document_from_text(name, source), language)


def _parted(document: Document, language: str | None) -> tuple[list[Document], DocumentFacts]:
    """The resolutions that a document holds, and the facts of its blocks, which those share."""
    facts = DocumentFacts(_own_language(document, language))
    return split_compilation(document, facts), facts


def _own_language(document: Document, language: str | None) -> Language:
    """The language to read a document in. Raises InputError where it is none of those covered."""
    body = "\n".join(block.text for block in document.blocks)
    code = language or document.language or detect_language(body)
    covered = ", ".join(available())
    if code is None:
        raise NoResolutionError(
            document.name,
            f"the language is none of those covered ({covered})",
            hint="give a text in one of them, or name its language with --language",
        )
    if code not in available():
        raise InputError(document.name, f"language {code!r} is not covered", hint=f"covered are {covered}")
    return language_of(code)


def _finish(document: Document, language: str | None, facts: DocumentFacts | None = None) -> Resolution:
    own = _own_language(document, language)
    if language is None and document.language is None:
        split = halves([block.text for block in document.blocks], own)
        if split is not None:
            other, first = split
            raise InputError(
                document.name,
                f"is half in {own.code} and half in {other}",
                place=f"the {other} part begins “{document.blocks[first].text[:60]}”",
                hint="give one file a language, or name one with --language",
            )
    if facts is None or facts.language is not own:
        facts = DocumentFacts(own)
    return with_particulars(annotate(build_resolution(document, facts)))
