"""Reading a file: bytes to text, then the reader whose format it is."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from corpora.errors import UnusableInputError
from corpora.readers import akoma_ntoso, html, markdown
from corpora.readers.blocks import Document

READERS: tuple[ModuleType, ...] = (akoma_ntoso, html, markdown)
"""In the order in which they are asked; Markdown and plain text take what no other reader knows."""

LARGEST = 8 * 1024 * 1024
"""Bytes; a resolution has under one million, so that more is no resolution."""


def suffixes() -> tuple[str, ...]:
    """The file suffixes that some reader takes."""
    return tuple(suffix for reader in READERS for suffix in reader.SUFFIXES)


def read_document(path: Path) -> Document:
    """Read ``path`` into blocks.

    Raises UnusableInputError where the file cannot be opened, is empty, too large, no text, or of no known format.
    """
    return document_from_text(str(path), decode(path))


def document_from_text(name: str, source: str) -> Document:
    """Blocks of text that is already decoded."""
    for reader in READERS:
        if reader.sniff(source[:4000]):
            document: Document = reader.read(name, source)
            return document
    raise UnusableInputError(name, "no reader for this format", mend=f"give one of {', '.join(suffixes())}")


def decode(path: Path) -> str:
    """The text of a file in UTF-8 or, with its byte order mark, UTF-16.

    Raises UnusableInputError that names the byte at fault.
    """
    name = str(path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnusableInputError(name, "is a folder", mend="give a file")
        if size > LARGEST:
            raise UnusableInputError(name, f"{size:,} bytes is too large for a resolution", mend="split the file")
        data = path.read_bytes()
    except OSError as error:
        raise UnusableInputError(name, (error.strerror or "cannot be read").lower(), mend="check the path") from error
    if not data.strip():
        raise UnusableInputError(name, "the file is empty")
    if data[:4] == b"%PDF" or data[:2] == b"PK" or data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise UnusableInputError(
            name, "PDF and word-processor files are not read yet", mend="save it as Markdown or text"
        )
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnusableInputError(
            name,
            f"not {encoding.removesuffix('-sig').upper()} text",
            place=f"line {line}, byte {error.start}",
            mend="save the file as UTF-8",
        ) from error
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        raise UnusableInputError(name, "holds NUL bytes", place=f"line {line}", mend="save the file as UTF-8 text")
    return text
