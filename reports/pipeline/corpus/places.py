"""What a corpus run is given, as files: a folder (a tree of Akoma Ntoso files, or what ``fetch`` keeps, is one), an archive, a
library.

What lies in an archive or a library is laid out beside the results once, so that every worker can read it; a run that goes on
finds it there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from corpora.errors import InputError
from corpora.io import write_whole
from corpora.readers import is_document_name, suffixes
from corpora.readers.packed import is_archive
from reports.library.inputs import Input, inputs_of
from reports.library.manifest import is_library
from reports.library.store import open_library
from reports.project.discovery import LINK_TO_NOTHING, is_own_page

_WHOLE = ".whole"
"""Written into the folder of an archive once all of it is laid out."""


@dataclass
class PlaceFiles:
    """The files of a place that a reader takes, in order, and a line for each that cannot be had."""

    files: list[Path] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def files_at(place: Path, unpacked: Path) -> PlaceFiles:
    """The files of a place; those of archives and libraries are laid out below ``unpacked``.

    Raises InputError where the place is not there, or holds nothing that can be read.
    """
    if not place.exists():
        raise InputError(
            str(place), "is no folder", hint="give a folder of language versions, an archive, or a library"
        )
    found = PlaceFiles()
    if is_library(place):
        found.files += _of_library(place, unpacked / "library")
    else:
        for path in [place] if place.is_file() else sorted(place.rglob("*")):
            if path.is_relative_to(unpacked):
                continue
            if path.is_file():
                _take(path, unpacked, found)
            elif path.is_symlink() and not path.exists() and is_document_name(path.name):
                found.problems.append(f"{path}: {LINK_TO_NOTHING}")
    if not found.files and not found.problems:
        raise InputError(str(place), "holds no file that can be read", hint=f"give files of {', '.join(suffixes())}")
    return found


def _take(path: Path, unpacked: Path, found: PlaceFiles) -> None:
    if is_archive(path.name):
        files, problems = _of_archive(path, unpacked)
        found.files += files
        found.problems += problems
    elif is_document_name(path.name) and not is_own_page(path):
        found.files.append(path)


def _of_library(place: Path, home: Path) -> list[Path]:
    """The files that the documents of a library came from, each in a folder that stands for the one where it lay."""
    library = open_library(place)
    wanted = library.documents.select("sha256").unique()
    sources = library.table("sources").select("sha256", "name").collect().join(wanted, on="sha256", how="semi")
    paths: dict[Path, None] = {}
    for sha256, name in sources.unique("sha256").sort("name", "sha256").iter_rows():
        path = home / _short(str(PurePosixPath(name).parent)) / _file_name(name)
        if path in paths:
            # Two states of one file: the library keeps the older for what only it held.
            path = path.with_name(f"{path.stem}-{sha256[:12]}{path.suffix}")
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            write_whole(path, library.source(sha256)[1], tell=False)
        paths[path] = None
    return list(paths)


def _of_archive(path: Path, unpacked: Path) -> tuple[list[Path], list[str]]:
    """The documents of an archive; where it breaks off, those before that, and a line."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return [], [f"{path}: cannot be read ({error.strerror})"]
    home = unpacked / f"{_file_name(path.name.split('.')[0])}-{_short(digest)}"
    if (home / _WHOLE).is_file():
        return sorted(p for p in home.rglob("*") if p.is_file() and is_document_name(p.name)), []
    files, problems = [], []
    for given in inputs_of([path]):
        if given.problem is not None:
            problems.append(str(given.problem))
            continue
        target = home.joinpath(*_inside(given, path))
        if not target.is_file() or target.stat().st_size != len(given.content):
            write_whole(target, given.content, tell=False)
        files.append(target)
    if not problems:
        write_whole(home / _WHOLE, "", tell=False)
    return sorted(files), problems


def _inside(given: Input, archive: Path) -> Iterator[str]:
    """The path of a document inside its archive, with no part that leads elsewhere."""
    for part in PurePosixPath(given.name[len(str(archive)) :]).parts:
        if part.strip("./\\") and ":" not in part:
            yield part.replace("\\", "_").replace("\0", "_")


def _file_name(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name or "text"


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
