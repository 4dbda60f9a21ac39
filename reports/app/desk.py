"""A desk: a folder of the application's own for texts that were dropped, pasted or taken from the library.

A name is kept as far as it is one: no path, no leading dot, no character that a file system refuses. Nothing of the user's is moved.
"""

from __future__ import annotations

import re
import secrets
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import polars as pl

from corpora.errors import InputError
from corpora.io import write_whole
from corpora.readers import LARGEST_BINARY, is_document_name, suffixes
from corpora.text.symbols import canonical_symbol
from reports.app.places import VARIABLE
from reports.library.inputs import unpacked
from reports.library.store import Library
from reports.project.discovery import SeenText, texts_of

MOST_FILES = 80
LONGEST_TEXT = 4 * 1024 * 1024
"""Characters of a text that is pasted."""
_LARGEST_UNPACKED = 4 * LARGEST_BINARY
"""Bytes that the documents of one archive may come to: six versions of the longest resolution are a tenth of it. Chosen."""
_NAMED = 6
"""Files of an archive that are named as left out; the others are counted. Chosen: two lines."""
_LONGEST_NAME = 120
_NO_NAME = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')
"""Characters that a file system or a screen takes otherwise than they look; marks of direction among them."""
_ID = re.compile(r"[a-z0-9]{12}")
_HINT = f"make room there, or set {VARIABLE} to another folder"


@dataclass(frozen=True, slots=True)
class Desk:
    """The folder of one heap of texts."""

    folder: Path

    def put(self, name: str, content: bytes) -> Path:
        """Keep a file. The same content again is the file that is there; another of one name gets a number.

        Raises InputError where the name or the size is none that a reader takes, or the desk is full.
        """
        clean = clean_name(name)
        if PurePosixPath(clean).suffix.lower() not in suffixes():
            raise InputError(clean, "is of no format that is read", hint=f"give files of {', '.join(suffixes())}")
        if len(content) > LARGEST_BINARY:
            raise InputError(clean, f"{len(content):,} bytes is too large for a resolution", hint="split the file")
        for path in _names(self.folder / clean):
            if not path.exists():
                break
            if path.read_bytes() == content:
                return path
        if len(self.files()) >= MOST_FILES:
            raise InputError(clean, f"there are {MOST_FILES} files already", hint="take some away first")
        write_whole(path, content, hint=_HINT, tell=False)
        return path

    def unpack(self, name: str, content: bytes) -> list[Path]:
        """Keep the documents of an archive, each as a file of its own; nothing else of it is written anywhere.

        Raises InputError that names what was left out, where something was; the documents are kept all the same.
        """
        kept: list[Path] = []
        left: list[str] = []
        size = 0
        with tempfile.TemporaryDirectory() as place:
            path = Path(place) / f"archive{''.join(PurePosixPath(clean_name(name)).suffixes[-2:]).lower()}"
            write_whole(path, content, hint=_HINT, tell=False)
            for found in unpacked(path):
                size += len(found.content)
                last = clean_name(found.name)
                try:
                    if found.problem is not None:
                        raise found.problem
                    if size > _LARGEST_UNPACKED:
                        raise InputError(last, "more is in the archive than a set of documents", hint="split it")
                    kept.append(self.put(last, found.content))
                except InputError as error:
                    is_whole = found.name == str(path)
                    left.append(error.problem if is_whole else f"{last} ({error.problem})")
        if left:
            more = f", … {len(left) - _NAMED}" if len(left) > _NAMED else ""
            what = f"left out: {', '.join(left[:_NAMED])}{more}"
            raise InputError(clean_name(name), what, hint=f"{len(kept)} documents were taken")
        if not kept:
            raise InputError(clean_name(name), "the archive holds no document", hint="give files")
        return kept

    def paste(self, text: str) -> Path:
        """Keep a text that was pasted. Raises InputError where it is empty or too long."""
        if not text.strip():
            raise InputError("text", "is empty", hint="paste the text of a resolution")
        if len(text) > LONGEST_TEXT:
            raise InputError("text", f"is longer than {LONGEST_TEXT} characters", hint="drop it as a file")
        return self.put("text.txt", text.encode("utf-8", "replace"))

    def take(self, library: Library, symbol: str, languages: Collection[str] = ()) -> list[Path]:
        """Keep the files of a resolution of the library, of ``languages`` where some are named.

        Raises InputError where the library has none.
        """
        rows = library.required(symbol).unique("sha256", maintain_order=True)
        wanted = canonical_symbol(symbol)
        taken = []
        for sha256, language in rows.select(pl.col("sha256"), pl.col("language")).iter_rows():
            if languages and language not in languages:
                continue
            name, content = library.source(sha256)
            suffix = PurePosixPath(name.replace("\\", "/")).suffix
            taken.append(self.put(f"{wanted.replace('/', '_')}-{language}{suffix}", content))
        return taken

    def remove(self, name: str) -> None:
        """Take a file away. Raises InputError where it is not there."""
        path = next((path for path in self.files() if path.name == name), None)
        if path is None:
            raise InputError(clean_name(name), "is not there", hint="load the page anew")
        path.unlink(missing_ok=True)

    def files(self) -> list[Path]:
        """The files, by name."""
        if not self.folder.is_dir():
            return []
        return sorted(p for p in self.folder.iterdir() if p.is_file() and is_document_name(p.name))

    def texts(self) -> list[SeenText]:
        """What the files hold."""
        return texts_of(self.files())


def new_desk(home: Path) -> str:
    """The name of a desk that is not there yet; the folder is made with its first file."""
    while (home / (name := secrets.token_hex(6))).exists():
        continue
    return name


def desk_named(home: Path, name: str) -> Desk:
    """The desk of a name. Raises InputError for a name that no desk can have."""
    if not _ID.fullmatch(name):
        raise InputError("desk", "is none", hint="load the page anew")
    return Desk(home / name)


def clean_name(name: str) -> str:
    """A file's name without its path and without what a file system refuses.

    >>> clean_name("C:\\\\texts\\\\S/RES/2699 (2023)-F.docx"), clean_name("..hidden.md")
    ('2699 (2023)-F.docx', 'hidden.md')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    clean = _NO_NAME.sub("", last).strip(". ")
    stem, dot, suffix = clean.rpartition(".")
    return f"{stem[: _LONGEST_NAME - len(suffix)]}{dot}{suffix}" if stem else clean[:_LONGEST_NAME] or "text"


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, MOST_FILES + 3):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")
