"""The full-text index of a library: which texts may hold a phrase. It can be made again at any time from the tables.

An index holds each text once, under its hash, as the words and stems that `reports.library.words` makes; whether and where a text has
the phrase is then looked up in the text itself, so that all indexes give the same hits. One protocol, three ways: tantivy, SQLite's
FTS5 where tantivy is not installed, and going through all texts where neither can be written.
"""

from __future__ import annotations

import importlib.util
import io
import json
import logging
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import polars as pl

from corpora.errors import InputError
from corpora.io import write_whole
from corpora.languages import Language, language
from corpora.system.locking import locked
from reports.library.manifest import Segment
from reports.library.phrases import Match, WantedPhrase
from reports.library.segments import scan_table
from reports.library.store import Library
from reports.library.words import words_of

INDEX = "index"
_VERSION = 1
"""Changes where words are cut in another way: an index of another version is made again."""
_STATE, _HASHES = "state.json", "hashes.npy"
_LOCK = ".index.lock"
MOST = 200_000
"""Texts that one search gives at most."""
IndexedText = tuple[int, str, str]
"""The hash of a text, its words and its stems, each parted by spaces."""

_log = logging.getLogger(__name__)


class TextIndex(Protocol):
    """What an index must do. It is of one language.

    ``exact`` says that its candidates for exact and inflected phrases are the texts that have them, and no others.
    """

    exact: bool

    def add(self, texts: Iterable[IndexedText]) -> None:
        """Take texts, and keep them before it returns. One that it has already does no harm."""
        ...

    def candidates(self, phrase: WantedPhrase, how: Match) -> list[int]:
        """The hashes of the texts that may have the phrase: all that do, in no order; some twice."""
        ...


def make_index(kind: str, folder: Path) -> TextIndex:
    """An index of a kind, "tantivy" or "sqlite", in a folder, made where it is absent."""
    if kind == "tantivy":
        from reports.library.tantivy_index import TantivyIndex

        return TantivyIndex(folder)
    from reports.library.sqlite_index import SqliteIndex

    return SqliteIndex(folder)


def usual_kind() -> str:
    """The index that this installation has."""
    return "tantivy" if importlib.util.find_spec("tantivy") else "sqlite"


class ScanIndex:
    """No index: every text of the language is a candidate."""

    exact = False

    def __init__(self, library: Library, code: str) -> None:
        self._library, self._code = library, code

    def add(self, texts: Iterable[IndexedText]) -> None:
        """The texts are in the tables."""

    def candidates(self, phrase: WantedPhrase, how: Match) -> list[int]:
        """All of them."""
        rows = self._library.table("texts").filter(pl.col("language") == self._code)
        return rows.select("norm").unique().collect()["norm"].to_list()


def open_index(library: Library, code: str, kind: str | None = None) -> TextIndex:
    """The index of a language, brought up to date with the library; a scan where it cannot be written."""
    kind = kind or usual_kind()
    if kind == "scan":
        return ScanIndex(library, code)
    folder = library.folder / INDEX / f"{kind}-{code}"
    try:
        if _segments_in(folder).issuperset(segment.name for segment in library.manifest.segments):
            return make_index(kind, folder)
        with locked(library.folder / _LOCK):
            return _brought_up_to_date(library, code, kind, folder)
    except (InputError, OSError) as error:
        if os.access(library.folder, os.W_OK):
            raise
        _log.warning("%s: no index can be written (%s); every text is looked at", library.folder, error)
        return ScanIndex(library, code)


def _segments_in(folder: Path) -> set[str]:
    """The segments whose texts an index has; none where it was not finished, or is of another version."""
    try:
        state: Any = json.loads((folder / _STATE).read_text(encoding="utf-8"))
        return set(state["segments"]) if state["version"] == _VERSION else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _brought_up_to_date(library: Library, code: str, kind: str, folder: Path) -> TextIndex:
    """The index with the texts that it lacks, and a list of all that it has: segments that were merged bring nothing new."""
    known = _segments_in(folder)
    if not known:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    there = np.load(folder / _HASHES) if known else np.zeros(0, dtype=np.uint64)
    index = make_index(kind, folder)
    for segment in library.manifest.segments:
        if segment.name not in known:
            texts = _texts(library, segment, code)
            fresh = texts.filter(~np.isin(texts["norm"].to_numpy(), there))
            index.add(_cut(fresh, language(code)))
            there = np.concatenate([there, fresh["norm"].to_numpy()])
    buffer = io.BytesIO()
    np.save(buffer, there)
    write_whole(folder / _HASHES, buffer.getvalue())
    names = [segment.name for segment in library.manifest.segments]
    write_whole(folder / _STATE, json.dumps({"version": _VERSION, "segments": names}))
    return index


def _texts(library: Library, segment: Segment, code: str) -> pl.DataFrame:
    rows = scan_table(library.folder, [segment], "texts").filter(pl.col("language") == code)
    return rows.select("norm", "body").collect().unique("norm", maintain_order=True)


def _cut(texts: pl.DataFrame, own: Language) -> Iterator[IndexedText]:
    for norm, body in texts.iter_rows():
        found = words_of(body, own)
        yield norm, " ".join(found.words), " ".join(found.stems)
