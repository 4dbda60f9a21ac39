"""Reading a file: the reader whose format it is, by its bytes, its text, its suffix.

Another package adds a `Reader` by an entry point of the group ``hexapla.readers``; it is asked before our own.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from corpora.errors import InputError
from corpora.plugins import plugins
from corpora.readers import akoma_ntoso, docx, html, markdown, office, pdf, tei
from corpora.readers.base import Document, Reader, TextReader

ENTRY_POINT = "hexapla.readers"
READERS: tuple[TextReader, ...] = (akoma_ntoso, tei, html, markdown)
"""Readers of text, in the order in which they are asked; Markdown and plain text take what no other reader knows."""

BINARY_READERS: tuple[Reader, ...] = (docx, pdf, office)
"""Readers of bytes, asked first: ``takes(head, suffix)`` and ``read(name, data)``."""

LARGEST = 8 * 1024 * 1024
"""Bytes of text; a yearly volume has two million."""
LARGEST_BINARY = 64 * 1024 * 1024
"""Bytes of a DOCX or PDF, pictures included; chosen, to bound memory."""
_LONGEST_LINE = 1_000_000
"""Characters; a paragraph has a few thousand."""
_HEAD = 4096
"""Bytes or characters by which a format is known."""
_CODE_PAGES = {"windows-1251": "cyrillic", "koi8-r": "cyrillic", "windows-1256": "arabic", "windows-1252": "latin"}


def suffixes() -> tuple[str, ...]:
    """The file suffixes that some reader takes."""
    every: tuple[Reader | TextReader, ...] = (*READERS, *BINARY_READERS, *added_readers())
    return tuple(suffix for reader in every for suffix in reader.SUFFIXES)


@lru_cache(maxsize=1)
def added_readers() -> tuple[Reader, ...]:
    """The readers of other packages. Raises InputError where one cannot be loaded."""
    return tuple(reader for _, reader in plugins(ENTRY_POINT))


def read_document(path: Path, *, before: bool = False) -> Document:
    """Read ``path`` into blocks; ``before`` reads a document with its tracked changes rejected.

    Raises InputError where the file cannot be opened, is empty, too large, no text, or of no known format.
    """
    name = str(path)
    data = _bytes(path)
    if before and docx.takes(data[:_HEAD], path.suffix.lower()):
        return docx.read(name, data, before=True)
    for reader in (*added_readers(), *BINARY_READERS):
        if reader.takes(data[:_HEAD], path.suffix.lower()):
            return reader.read(name, data)
    return document_from_text(name, decoded(name, data))


def document_from_text(name: str, source: str) -> Document:
    """Blocks of text that is already decoded."""
    longest = max((len(line) for line in source.splitlines()), default=0)
    if longest > _LONGEST_LINE:
        raise InputError(name, f"holds a line of {longest:,} characters", hint="break its paragraphs into lines")
    for reader in READERS:
        if reader.sniff(source[:_HEAD]):
            return reader.read(name, source)
    raise InputError(name, "no reader for this format", hint=f"give one of {', '.join(suffixes())}")


def decode(path: Path) -> str:
    """The text of a file in UTF-8 or, with its byte order mark, UTF-16.

    Raises InputError that names the byte at fault.
    """
    return decoded(str(path), _bytes(path))


def _bytes(path: Path) -> bytes:
    """The bytes of a file. Raises InputError where it is absent, a folder, empty or too large."""
    name = str(path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise InputError(name, "is a folder", hint="give a file")
        if size > LARGEST_BINARY:
            raise InputError(name, f"{size:,} bytes is too large for a resolution", hint="split the file")
        data = path.read_bytes()
    except OSError as error:
        raise InputError(name, (error.strerror or "cannot be read").lower(), hint="check the path") from error
    if not data.strip():
        raise InputError(name, "the file is empty")
    return data


def decoded(name: str, data: bytes) -> str:
    """Bytes as text. Raises InputError for bytes that are no text, naming the place and a likely code page."""
    if data[:4] == b"PK\x03\x04":
        raise InputError(name, "is an archive, no text", hint=f"give one of {', '.join(suffixes())}")
    if len(data) > LARGEST:
        raise InputError(name, f"{len(data):,} bytes is too large for a text", hint="split the file")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        likely = _likely_code_page(data)
        raise InputError(
            name,
            f"not {encoding.removesuffix('-sig').upper()} text" + (f", it looks like {likely}" if likely else ""),
            place=f"line {line}, byte {error.start}",
            hint=f"convert it: iconv -f {likely} -t utf-8" if likely else "save the file as UTF-8",
        ) from error
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        raise InputError(name, "holds NUL bytes", place=f"line {line}", hint="save the file as UTF-8 text")
    return text


def _likely_code_page(data: bytes) -> str | None:
    """The legacy code page in which most letters above ASCII are small letters of one script; None where none fits."""
    sample = data[:20000]
    # Cyrillic and Arabic letters all lie above ASCII; of a Latin text only the accented ones do.
    high, low = sum(b > 127 for b in sample), sum(chr(b).isalpha() for b in sample if b < 128)
    latin = high < low
    best: tuple[float, str] | None = None
    for page, script in _CODE_PAGES.items():
        letters = [c for c in sample.decode(page, errors="ignore") if c.isalpha() and ord(c) > 127]
        if not letters or (script == "latin") is not latin:
            continue
        fits = sum(_fits(c, script) for c in letters) / len(letters)
        if fits > 0.8 and (best is None or fits > best[0]):
            best = fits, page
    return best[1] if best else None


def _fits(char: str, script: str) -> bool:
    point = ord(char)
    if script == "cyrillic":
        return 0x0430 <= point <= 0x045F
    if script == "arabic":
        return 0x0620 <= point <= 0x06FF
    return 0x00C0 <= point <= 0x017F
