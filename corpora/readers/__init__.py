"""Reading a file: the reader whose format it is, by its bytes, its text, its suffix.

Another package adds a `Reader` by an entry point of the group ``hexapla.readers``; it is asked before our own.
"""

from __future__ import annotations

import stat
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePath

from corpora.errors import InputError
from corpora.plugins import plugins
from corpora.readers import akoma_ntoso, docx, html, markdown, office, pdf, tei
from corpora.readers.base import Document, Reader, TextReader
from corpora.readers.code_pages import Decoded, Undecided, decoded_by_likelihood
from corpora.readers.noted_in_text import with_bracketed_marks
from corpora.readers.packed import archive_of, packed_bytes

ENTRY_POINT = "hexapla.readers"
READERS: tuple[TextReader, ...] = (akoma_ntoso, tei, html, markdown)
"""Readers of text, in the order in which they are asked; Markdown and plain text take what no other reader knows."""

BINARY_READERS: tuple[Reader, ...] = (docx, pdf, office)
"""Readers of bytes, asked first: ``takes(head, suffix)`` and ``read(name, data)``."""

LARGEST = 8 * 1024 * 1024
"""Bytes of text; a yearly volume has two million."""
LARGEST_BINARY = 64 * 1024 * 1024
"""Bytes of a DOCX or PDF, pictures included; chosen, to bound memory: a hundred and sixty times the largest of the record (400 KB)."""
LONGEST_PARAGRAPH = 100_000
"""Characters; in 1,169 files of the record the longest, an annex that was not marked up, has 49,832."""
_LONGEST_LINE = 1_000_000
"""Characters; a paragraph has a few thousand."""
_HEAD = 4096
"""Bytes or characters by which a format is known."""


def suffixes() -> tuple[str, ...]:
    """The file suffixes that some reader takes."""
    every: tuple[Reader | TextReader, ...] = (*READERS, *BINARY_READERS, *added_readers())
    return tuple(suffix for reader in every for suffix in reader.SUFFIXES)


LEFT_BESIDE = ("~$", ".")
"""What the names begin with of files that programs leave beside documents: Word's "~$draft.docx" while a draft is open,
LibreOffice's ".~lock.draft.docx#", macOS's "._draft.docx" and ".DS_Store"."""


def is_document_name(name: str) -> bool:
    """Whether some reader takes a file of this name: by its suffix, and as no file that a program left beside a document."""
    bare = Path(name).name
    return Path(bare).suffix.lower() in suffixes() and not bare.startswith(LEFT_BESIDE)


@lru_cache(maxsize=1)
def added_readers() -> tuple[Reader, ...]:
    """The readers of other packages. Raises InputError where one cannot be loaded."""
    return tuple(reader for _, reader in plugins(ENTRY_POINT))


def read_document(path: Path, *, before: bool = False) -> Document:
    """Read ``path`` into blocks; ``before`` reads a document with its tracked changes rejected.

    Raises InputError where the file cannot be opened, is empty, too large, no text, or of no known format.
    """
    data = _bytes(path)
    if before and docx.takes(data[:_HEAD], path.suffix.lower()):
        return docx.read(str(path), data, before=True)
    return document_from_bytes(str(path), data)


def document_from_bytes(name: str, data: bytes) -> Document:
    """Blocks of a file that is at hand; its name says the suffix. Raises InputError as ``read_document``."""
    if not data.strip():
        raise InputError(name, "the file is empty")
    suffix = PurePath(name).suffix.lower()
    for reader in (*added_readers(), *BINARY_READERS):
        if reader.takes(data[:_HEAD], suffix):
            return _in_paragraphs(reader.read(name, data))
    found = _decoded(name, data)
    return replace(document_from_text(name, found.text), code_page=found.code_page)


def is_binary(path: Path) -> bool:
    """Whether a reader of bytes takes a file: Word, PDF, an office document. Raises InputError as ``read_document``."""
    head = _bytes(path)[:_HEAD]
    return any(reader.takes(head, path.suffix.lower()) for reader in BINARY_READERS)


def document_from_text(name: str, source: str) -> Document:
    """Blocks of text that is already decoded."""
    longest = max((len(line) for line in source.splitlines()), default=0)
    if longest > _LONGEST_LINE:
        raise InputError(name, f"holds a line of {longest:,} characters", hint="break its paragraphs into lines")
    for reader in READERS:
        if reader.sniff(source[:_HEAD]):
            return _in_paragraphs(reader.read(name, source))
    raise InputError(name, "no reader for this format", hint=f"give one of {', '.join(suffixes())}")


def _in_paragraphs(document: Document) -> Document:
    """The document with its marks of footnotes; raises InputError where a paragraph is longer than any that was meant as one."""
    for block in document.blocks:
        if len(block.text) > LONGEST_PARAGRAPH:
            raise InputError(
                document.name,
                f"holds a paragraph of {len(block.text):,} characters",
                place=f"“{block.text[:40]}…”",
                hint=f"break it into paragraphs of at most {LONGEST_PARAGRAPH:,}",
            )
    return with_bracketed_marks(document)


def decode(path: Path) -> str:
    """The text of a file, as ``decoded``."""
    return decoded(str(path), _bytes(path))


def _bytes(path: Path) -> bytes:
    """The bytes of a file. Raises InputError where it is absent, a folder, empty or too large."""
    data = packed_bytes(path, LARGEST_BINARY) if archive_of(path) else _bytes_of_disk(path)
    if not data.strip():
        raise InputError(str(path), "the file is empty")
    return data


def _bytes_of_disk(path: Path) -> bytes:
    name = str(path)
    try:
        state = path.stat()
        if path.is_dir():
            raise InputError(name, "is a folder", hint="give a file")
        if not stat.S_ISREG(state.st_mode):
            raise InputError(name, "is a pipe or a device", hint="give a file")
        with path.open("rb") as file:
            # What is read counts: some files say that they are empty, others grow.
            data = file.read(LARGEST_BINARY + 1)
        if len(data) > LARGEST_BINARY:
            size = max(state.st_size, len(data))
            raise InputError(name, f"{size:,} bytes is too large for a resolution", hint="split the file")
    except OSError as error:
        raise InputError(name, (error.strerror or "cannot be read").lower(), hint="check the path") from error
    return data


def decoded(name: str, data: bytes) -> str:
    """Bytes as text: UTF-8, with its byte order mark UTF-16, else the code page in which they are plainly a text of a known language.

    Raises InputError for bytes that are no text, or as likely one in two code pages, naming the place.
    """
    return _decoded(name, data).text


def _decoded(name: str, data: bytes) -> Decoded:
    """As ``decoded``, with the code page that was taken, None for a form of Unicode."""
    if data[:4] == b"PK\x03\x04":
        raise InputError(name, "is an archive, no text", hint=f"give one of {', '.join(suffixes())}")
    if len(data) > LARGEST:
        raise InputError(name, f"{len(data):,} bytes is too large for a text", hint="split the file")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        found = Decoded(data.decode(encoding), None)
    except UnicodeDecodeError as error:
        legacy = decoded_by_likelihood(data) if encoding == "utf-8-sig" else Undecided()
        if isinstance(legacy, Undecided):
            line = data[: error.start].count(b"\n") + 1
            raise _undecided(
                name, legacy, encoding.removesuffix("-sig").upper(), f"line {line}, byte {error.start}"
            ) from error
        found = legacy
    if "\x00" in found.text:
        line = found.text[: found.text.index("\x00")].count("\n") + 1
        raise InputError(name, "holds NUL bytes", place=f"line {line}", hint="save the file as UTF-8 text")
    return found


def _undecided(name: str, pages: Undecided, encoding: str, place: str) -> InputError:
    """The error for bytes that are no text, or one in several code pages."""
    if not pages.code_pages:
        return InputError(name, f"not {encoding} text", place=place, hint="save the file as UTF-8")
    return InputError(
        name,
        f"not {encoding} text, it may be {' or '.join(pages.code_pages)}",
        place=place,
        hint=f"convert it: iconv -f {pages.code_pages[0]} -t utf-8",
    )
