"""Documents inside archives, as people are sent them: ``texts.zip/en.docx`` names one, as a path does.

An archive is never unpacked to disk, and of each document no more is read than a document may have: a name leads nowhere, and a
hostile archive costs no more than an honest one.
"""

from __future__ import annotations

import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from corpora.errors import InputError
from corpora.readers.archive import Archive

TAR = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
ZIP = (".zip",)
BROKEN = (
    tarfile.TarError, zipfile.BadZipFile, lzma.LZMAError, zlib.error, gzip.BadGzipFile, EOFError, OSError, RuntimeError,
    NotImplementedError,
)  # fmt: skip
"""What the libraries raise for an archive that is damaged, locked by a password, or packed in a way that they do not know."""
_MOST_BYTES = 1024 * 1024 * 1024
"""Bytes that an archive may unpack to; chosen, to bound time: the six versions of a long resolution have 5 MB."""


def is_archive(name: str) -> bool:
    """Whether a name is that of an archive of documents (a DOCX is a document, though a zip archive)."""
    return name.lower().endswith((*TAR, *ZIP))


def archive_of(path: Path) -> Path | None:
    """The archive in which a path leads to a document; None for a path of the disk."""
    for above in path.parents:
        if is_archive(above.name) and above.is_file():
            return above
    return None


def packed_names(archive: Path) -> list[str]:
    """The names of all files of an archive that lead nowhere else, in order. Raises InputError where it is broken or too large."""
    found: list[str] = []
    whole = 0
    for name, size in _listed(archive):
        whole += size
        if whole > _MOST_BYTES:
            raise InputError(str(archive), f"unpacks to more than {_MOST_BYTES:,} bytes: refused")
        place = PurePosixPath(name)
        if not place.is_absolute() and ".." not in place.parts and "__MACOSX" not in place.parts:
            found.append(name)
    return sorted(found)


def packed_bytes(path: Path, largest: int) -> bytes:
    """A document that a path names inside an archive. Raises InputError where it is not there, broken, or above ``largest`` bytes."""
    archive = archive_of(path)
    if archive is None:
        raise InputError(str(path), "no such file or directory", hint="check the path")
    name = path.relative_to(archive).as_posix()
    if ".." in PurePosixPath(name).parts:
        raise InputError(str(path), "no such file or directory", hint="check the path")
    if archive.name.lower().endswith(ZIP):
        data = Archive(str(archive), archive).bytes_of(name)
    else:
        data = _of_tar(archive, name, largest)
    if len(data) > largest:
        raise InputError(str(path), f"{len(data):,} bytes is too large for a resolution", hint="split the file")
    return data


def _listed(archive: Path) -> Iterator[tuple[str, int]]:
    """The name and unpacked size of each file of an archive."""
    if archive.name.lower().endswith(ZIP):
        yield from Archive(str(archive), archive).files()
        return
    with _opened_tar(archive) as packed:
        for member in packed:
            if member.isfile():
                yield member.name, member.size


def _of_tar(archive: Path, name: str, largest: int) -> bytes:
    with _opened_tar(archive) as packed:
        for member in packed:
            if member.isfile() and PurePosixPath(member.name).as_posix() == name:
                file = packed.extractfile(member)
                return file.read(largest + 1) if file is not None else b""
    raise InputError(str(archive), f"the archive has no part {name}", hint="check its name")


@contextmanager
def _opened_tar(archive: Path) -> Iterator[tarfile.TarFile]:
    """A tar archive that is read from its beginning to its end. Raises InputError where it breaks off."""
    try:
        with tarfile.open(archive, "r|*") as packed:
            yield packed
    except BROKEN as error:
        raise broken_archive(archive, error) from error


def broken_archive(archive: Path, error: Exception) -> InputError:
    """What is said of an archive that cannot be read to its end."""
    return InputError(str(archive), f"the archive is broken ({error})", hint="get it again")
