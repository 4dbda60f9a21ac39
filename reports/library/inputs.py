"""What ``library add`` is given: files, folders, archives, what ``hexapla fetch`` keeps; as names and bytes, one at a time.

An archive is read from its beginning to its end and never unpacked to disk: a name in it leads nowhere.
"""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.errors import InputError
from corpora.readers import LARGEST_BINARY, LEFT_BESIDE, is_document_name, suffixes
from corpora.readers.packed import BROKEN, TAR, broken_archive, is_archive
from corpora.resources.document_store import MANIFEST as STORE_MANIFEST
from corpora.resources.document_store import DocumentStore

_HINT = "give files, folders, archives (.zip, .tar, .tar.gz, .tar.xz, .tar.bz2), or what hexapla fetch keeps"


@dataclass(frozen=True, slots=True)
class Input:
    """A file by name; ``language`` and ``date`` (ISO 8601) are what is stated of it, "" where nothing is.

    ``problem`` says why there is no content, where there is none; ``unread``, that no reader takes such a file.
    """

    name: str
    content: bytes
    language: str = ""
    date: str = ""
    problem: InputError | None = None
    unread: bool = False


def inputs_of(paths: Sequence[Path]) -> Iterator[Input]:
    """Every file that the paths lead to and that a reader takes, in order.

    Raises InputError at once where a path is not there; what turns out to be broken is an Input that says so.
    """
    for path in paths:
        if not path.exists():
            raise InputError(str(path), "no such file or directory", hint=_HINT)
    for path in paths:
        yield from _below(path)


def _below(path: Path) -> Iterator[Input]:
    if path.is_file():
        yield from _read_of_archive(path) if is_archive(path.name) else iter((_of_file(path),))
        return
    if (path / STORE_MANIFEST).is_file():
        yield from _of_store(path)
        return
    for entry in sorted(path.iterdir()):
        if entry.is_dir() and not entry.is_symlink():
            yield from _below(entry)
        elif entry.is_file() and (_is_read(entry.name) or is_archive(entry.name)):
            yield from _read_of_archive(entry) if is_archive(entry.name) else iter((_of_file(entry),))


def _is_read(name: str) -> bool:
    return is_document_name(name)


def _of_file(path: Path, language: str = "", date: str = "") -> Input:
    try:
        if path.stat().st_size > LARGEST_BINARY:
            raise InputError(
                str(path), f"{path.stat().st_size:,} bytes is too large for a resolution", hint="split the file"
            )
        return Input(str(path), path.read_bytes(), language, date)
    except OSError as error:
        # It was listed a moment ago.
        gone = InputError(str(path), f"cannot be read any more ({error.strerror})")
        return Input(str(path), b"", problem=gone)
    except InputError as error:
        return Input(str(path), b"", problem=error)


def _of_store(folder: Path) -> Iterator[Input]:
    """What ``fetch`` keeps: the manifest says the language, and what the catalogue says of the day."""
    try:
        store = DocumentStore(folder)
        dates = {r.symbol: r.date for r in store.records.values() if len(r.date) == len("2002-07-24")}
        files = [(store.path_of(entry), entry) for _, entry in sorted(store.entries.items())]
    except InputError as error:
        yield Input(str(folder), b"", problem=error)
        return
    for path, entry in files:
        yield _of_file(path, entry.language, dates.get(entry.symbol, ""))


def _read_of_archive(path: Path) -> Iterator[Input]:
    return (found for found in unpacked(path) if not found.unread)


def unpacked(path: Path) -> Iterator[Input]:
    """Every file of an archive, also those that no reader takes; what programs leave beside documents is none.

    Where the archive breaks off, those before that, and why.
    """
    try:
        yield from _of_tar(path) if path.name.lower().endswith(TAR) else _of_zip(path)
    except BROKEN as error:
        yield Input(str(path), b"", problem=broken_archive(path, error))


def _of_tar(path: Path) -> Iterator[Input]:
    with tarfile.open(path, "r|*") as archive:
        for member in archive:
            if not member.isfile():
                continue
            name = f"{path}/{member.name}"
            if not _is_read(member.name):
                yield from _unread(name)
                continue
            if member.size > LARGEST_BINARY:
                yield Input(name, b"", problem=_too_large(name, member.size))
                continue
            file = archive.extractfile(member)
            if file is not None:
                yield Input(name, file.read())


def _of_zip(path: Path) -> Iterator[Input]:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if member.is_dir():
                continue
            name = f"{path}/{member.filename}"
            if not _is_read(member.filename):
                yield from _unread(name)
                continue
            with archive.open(member) as file:
                # The directory may understate the size: what is read counts.
                content = file.read(LARGEST_BINARY + 1)
            if len(content) > LARGEST_BINARY:
                yield Input(name, b"", problem=_too_large(name, len(content)))
            else:
                yield Input(name, content)


def _unread(name: str) -> Iterator[Input]:
    """A file that no reader takes; none for what a program left beside a document, of which nobody knows."""
    last = name.rpartition("/")[2]
    if last.startswith(LEFT_BESIDE) or _MAC in name:
        return
    problem = InputError(name, "is of no format that is read", hint=f"give files of {', '.join(suffixes())}")
    yield Input(name, b"", problem=problem, unread=True)


_MAC = "/__MACOSX/"
"""The folder of an archive in which macOS keeps what it knows of its files."""


def _too_large(name: str, size: int) -> InputError:
    return InputError(name, f"{size:,} bytes is too large for a resolution", hint="split the file")
