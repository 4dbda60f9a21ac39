"""Reading a file: the reader whose format it is, by its bytes, its text, its suffix."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from corpora.errors import UnusableInputError
from corpora.readers import akoma_ntoso, docx, html, markdown, office, pdf, tei
from corpora.readers.blocks import Document
from corpora.readers.code_pages import likely_code_page

READERS: tuple[ModuleType, ...] = (akoma_ntoso, tei, html, markdown)
"""Readers of text, in the order in which they are asked; Markdown and plain text take what no other reader knows."""

BINARY_READERS: tuple[ModuleType, ...] = (docx, pdf, office)
"""Readers of bytes, asked first: ``takes(head, suffix)`` and ``read(name, data)``."""

LARGEST = 8 * 1024 * 1024
"""Bytes of text; a yearly volume has two million."""
LARGEST_BINARY = 64 * 1024 * 1024
_LONGEST_LINE = 1_000_000
"""Characters; a paragraph has a few thousand."""
_HEAD = 4096


def suffixes() -> tuple[str, ...]:
    """The file suffixes that some reader takes."""
    return tuple(suffix for reader in (*READERS, *BINARY_READERS) for suffix in reader.SUFFIXES)


def read_document(path: Path, *, before: bool = False) -> Document:
    """Read ``path`` into blocks; ``before`` reads a document with its tracked changes rejected.

    Raises UnusableInputError where the file cannot be opened, is empty, too large, no text, or of no known format.
    """
    name = str(path)
    data = _bytes(path)
    for reader in BINARY_READERS:
        if reader.takes(data[:_HEAD], path.suffix.lower()):
            document: Document = (
                reader.read(name, data, before=True) if before and reader is docx else reader.read(name, data)
            )
            return document
    return document_from_text(name, decoded(name, data))


def document_from_text(name: str, source: str) -> Document:
    """Blocks of text that is already decoded."""
    longest = max((len(line) for line in source.splitlines()), default=0)
    if longest > _LONGEST_LINE:
        raise UnusableInputError(
            name, f"holds a line of {longest:,} characters", mend="break its paragraphs into lines"
        )
    for reader in READERS:
        if reader.sniff(source[:_HEAD]):
            document: Document = reader.read(name, source)
            return document
    raise UnusableInputError(name, "no reader for this format", mend=f"give one of {', '.join(suffixes())}")


def decode(path: Path) -> str:
    """The text of a file in UTF-8 or, with its byte order mark, UTF-16.

    Raises UnusableInputError that names the byte at fault.
    """
    return decoded(str(path), _bytes(path))


def _bytes(path: Path) -> bytes:
    """The bytes of a file. Raises UnusableInputError where it is absent, a folder, empty or too large."""
    name = str(path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnusableInputError(name, "is a folder", mend="give a file")
        if size > LARGEST_BINARY:
            raise UnusableInputError(name, f"{size:,} bytes is too large for a resolution", mend="split the file")
        data = path.read_bytes()
    except OSError as error:
        raise UnusableInputError(name, (error.strerror or "cannot be read").lower(), mend="check the path") from error
    if not data.strip():
        raise UnusableInputError(name, "the file is empty")
    return data


def decoded(name: str, data: bytes) -> str:
    """Bytes as text. Raises UnusableInputError for bytes that are no text, naming the place and a likely code page."""
    if data[:4] == b"PK\x03\x04":
        raise UnusableInputError(name, "is an archive, no text", mend=f"give one of {', '.join(suffixes())}")
    if len(data) > LARGEST:
        raise UnusableInputError(name, f"{len(data):,} bytes is too large for a text", mend="split the file")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        likely = likely_code_page(data)
        raise UnusableInputError(
            name,
            f"not {encoding.removesuffix('-sig').upper()} text" + (f", it looks like {likely}" if likely else ""),
            place=f"line {line}, byte {error.start}",
            mend=f"convert it: iconv -f {likely} -t utf-8" if likely else "save the file as UTF-8",
        ) from error
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        raise UnusableInputError(name, "holds NUL bytes", place=f"line {line}", mend="save the file as UTF-8 text")
    return text
