"""The texts that an address names: files of a desk by name, or resolutions of the library by symbol, in one language.

An address says all that is needed to make its page again: after a restart, in another window, as a bookmark.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import QueryParams

from corpora.errors import InputError
from corpora.languages import available
from corpora.model import Resolution
from reports.app.desk import Desk, desk_named
from reports.app.shelf import no_library
from reports.library.store import Library
from reports.library.texts import read_from
from reports.pipeline.progress import ProgressCallback

MOST = 24
"""Texts that one address may name; a series of the record has seldom more. Chosen."""
_HINT = "load the page anew"


@dataclass(frozen=True)
class Chosen:
    """Texts in order: ``paths`` of a desk, or ``symbols`` of a library in ``language``."""

    desk: Desk | None = None
    paths: tuple[Path, ...] = ()
    library: Library | None = None
    symbols: tuple[str, ...] = ()
    language: str = ""

    @property
    def count(self) -> int:
        """How many texts."""
        return len(self.paths) + len(self.symbols)

    @property
    def state(self) -> tuple[object, ...]:
        """What the texts are as they are now: a file that changes, or a library that was added to, gives another."""
        if self.library is not None:
            return (str(self.library.folder), self.library.manifest.generation, self.symbols, self.language)
        return tuple((str(path), *_stamp(path)) for path in self.paths)

    def title(self) -> str:
        """The texts by what they are called."""
        return " → ".join(self.symbols or tuple(path.name for path in self.paths))

    def read(self, on_progress: ProgressCallback) -> list[Resolution]:
        """The texts of the library. Raises InputError where one of them is not there in the language."""
        assert self.library is not None
        read = []
        for symbol in self.symbols:
            on_progress(symbol)
            read.append(read_from(self.library, symbol, self.language))
        return read


def chosen_texts(query: QueryParams, home: Path, library: Library | None) -> Chosen:
    """The texts that a question names by ``desk`` and ``text``, or by ``of`` and ``language``; none where it names none.

    Raises InputError where a text is not there, or too many are named.
    """
    names, symbols = query.getlist("text"), query.getlist("of")
    if len(names) + len(symbols) > MOST:
        raise InputError("texts", f"are more than {MOST}", hint="choose fewer")
    if names:
        desk = desk_named(home, query.get("desk", ""))
        return Chosen(desk=desk, paths=tuple(text_named(desk, name) for name in names))
    if not symbols:
        return Chosen()
    if library is None:
        raise no_library()
    known = tuple(library.symbol_of(symbol) for symbol in symbols)
    return Chosen(library=library, symbols=known, language=common_language(library, known, query.get("language", "")))


def text_named(desk: Desk, name: str) -> Path:
    """A text of a desk by the name that the desk tells. Raises InputError where it is not there."""
    file, mark, part = name.partition("#")
    path = next((path for path in desk.files() if path.name == file), None)
    if path is None:
        raise InputError(file[:80] or "text", "is not there", hint=_HINT)
    return Path(f"{path}{mark}{part}") if mark else path


def name_of_text(desk: Desk, path: Path) -> str:
    """The name under which a desk tells a text."""
    return os.path.relpath(path, desk.folder)


def common_language(library: Library, symbols: Sequence[str], wanted: str) -> str:
    """``wanted`` where all have it, else the first usual language that all have.

    Raises InputError where there is none, or ``wanted`` is none that is covered.
    """
    require_covered(wanted)
    of_each: list[set[str]] = [set(library.required(symbol)["language"]) for symbol in symbols]
    shared: set[str] = set.intersection(*of_each)
    if wanted and wanted in shared:
        return wanted
    if wanted and shared:
        raise InputError(wanted, "not all of them are there in this language", hint=f"use {', '.join(sorted(shared))}")
    if not shared:
        raise InputError(", ".join(symbols), "are in no language that they share", hint="add other versions")
    return min(shared, key=usual_first)


def require_covered(code: str) -> None:
    """Raises InputError where a language is named that has no data; "" names none."""
    if code and code not in available():
        raise InputError("language", f"{code[:20]!r} is none that is covered", hint=f"use {', '.join(available())}")


def usual_first(code: str) -> tuple[bool, int, str]:
    """What puts languages in the order in which they are taken where none is named: that of those covered, then any others."""
    order = available()
    known = code in order
    return not known, order.index(code) if known else 0, code


def _stamp(path: Path) -> tuple[int, int]:
    file = Path(str(path).partition("#")[0])
    try:
        status = file.stat()
    except OSError as error:
        raise InputError(file.name, "cannot be read any more", hint=_HINT) from error
    return status.st_mtime_ns, status.st_size
