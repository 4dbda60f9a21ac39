"""Rows of a library by their key, without reading whole tables: what a search asks for is a few paragraphs of a million.

Beside the tables, which stay the only truth, the rows of each segment lie once more in an order in which a key is found by bisection: paragraphs
by document and by the hash of their text, texts by their hash, links by document. They are mapped into memory, so that a search reads the
pages that hold its rows and no others. Like the full-text indexes they are made when they are first asked for, may be removed at any time, and
where they cannot be written the same frames are made in memory.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from corpora.errors import InputError
from corpora.system.locking import locked
from reports.library.manifest import Segment
from reports.library.segments import scan_table
from reports.library.tables import TABLES

_FOLDER = "lookups-1"
"""The number changes where rows are laid otherwise."""
_NEW = ".new-"
_LOCK = ".lookups.lock"
_WAIT = 120.0
"""Seconds to wait for another process that makes them: some twenty for a million paragraphs."""
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "paragraphs": ("document", "place", "id", "kind", "text", "norm"),
    "texts": ("text", "body"),
    "links": ("document", "place", "row"),
}
_BY = {"paragraphs": ["document", "place"], "texts": ["text"], "links": ["document", "place"]}
_NAMES = ("id", "kind")
"""Columns of few different words, which are kept as numbers of a list."""
_NONE = np.iinfo(np.uint32).max
"""The number for a link to no row."""
_log = logging.getLogger(__name__)
Keys = NDArray[np.uint64] | NDArray[np.uint32]
Columns = dict[str, NDArray[Any]]
"""The arrays of a table by name: a column each; of words their numbers and, as bytes, their list; of bodies the bytes and their ends."""


@dataclass(frozen=True, eq=False)
class _Rows:
    """A table of a segment in the order of its first column."""

    arrays: Columns

    def column(self, name: str, rows: NDArray[np.int64]) -> NDArray[Any]:
        """The values of a column in some rows."""
        values = self.arrays
        if name == "body":
            ends, data = values["ends"], values["body"]
            cuts = zip(ends[rows].tolist(), ends[rows + 1].tolist(), strict=True)
            bodies = [data[a:b].tobytes().decode("utf-8", "surrogatepass") for a, b in cuts]
            return np.array(bodies, dtype=object)
        return self._names[name][values[name][rows]] if name in _NAMES else np.asarray(values[name][rows])

    @cached_property
    def _names(self) -> dict[str, NDArray[Any]]:
        """The lists of words, which are short, and read whole."""
        return {n: np.array(bytes(self.arrays[f"{n}-names"]).decode().split("\n"), dtype=object) for n in _NAMES}


def _between(keys: Keys, asked: NDArray[np.uint64]) -> NDArray[np.int64]:
    """The places of all keys that are asked for; both are in rising order."""
    # Most segments have nothing of some documents: their numbers follow each other.
    if not len(keys) or not len(asked) or asked[-1] < keys[0] or asked[0] > keys[-1]:
        return np.zeros(0, dtype=np.int64)
    asked = asked.astype(keys.dtype)
    starts, ends = keys.searchsorted(asked), keys.searchsorted(asked, side="right")
    lengths = ends - starts
    before = np.cumsum(lengths) - lengths
    return np.asarray(np.arange(int(lengths.sum())) + np.repeat(starts - before, lengths), dtype=np.int64)


def _as_one(documents: NDArray[Any], places: NDArray[Any]) -> NDArray[np.uint64]:
    """Two numbers of 32 bits as one."""
    return (documents.astype(np.uint64) << np.uint64(32)) | places.astype(np.uint64)


@dataclass(frozen=True)
class Lookups:
    """The rows of a library by key, as one manifest says; files are made and mapped when they are asked for."""

    folder: Path
    segments: tuple[Segment, ...]

    def paragraphs_with(self, norms: pl.Series) -> pl.DataFrame:
        """The paragraphs whose text has one of some hashes: document, place, id, kind, text, norm."""
        asked = np.unique(norms.to_numpy())
        return self._frame(
            "paragraphs", lambda rows: rows.arrays["norm-rows"][_between(rows.arrays["norms"], asked)].astype(np.int64)
        )

    def paragraphs_of(self, documents: pl.Series) -> pl.DataFrame:
        """The paragraphs of some documents."""
        return self._of("paragraphs", documents)

    def paragraphs_at(self, documents: pl.Series, places: pl.Series) -> pl.DataFrame:
        """The paragraphs at some places, each given by its document and its number there."""
        asked = np.unique(_as_one(documents.to_numpy(), places.to_numpy()))
        within = np.unique(documents.to_numpy())

        def of(rows: _Rows) -> NDArray[np.int64]:
            found = _between(rows.arrays["document"], within)
            here = _as_one(rows.arrays["document"][found], rows.arrays["place"][found])
            return found[np.isin(here, asked)]

        return self._frame("paragraphs", of)

    def bodies(self, texts: pl.Series) -> pl.DataFrame:
        """The texts with some hashes, each once: text, body."""
        found = self._of("texts", texts)
        # A segment has each text once; others may have it too.
        return found.unique("text", maintain_order=True) if len(self.segments) > 1 else found

    def links_of(self, documents: pl.Series) -> pl.DataFrame:
        """The rows of the paragraphs of some documents as they were linked last: document, place, row."""
        found = self._of("links", documents).unique(["document", "place"], keep="last", maintain_order=True)
        return found.with_columns(pl.col("row").replace(_NONE, None))

    def _of(self, name: str, keys: pl.Series) -> pl.DataFrame:
        asked, first = np.unique(keys.to_numpy()), _COLUMNS[name][0]
        return self._frame(name, lambda rows: _between(rows.arrays[first], asked))

    def _frame(self, name: str, of: Callable[[_Rows], NDArray[np.int64]]) -> pl.DataFrame:
        """What some segments have, by the rows that ``of`` names of each."""
        parts = [(table[name], rows) for table in self._rows if len(rows := of(table[name]))]
        schema = {column: TABLES[name][column] for column in _COLUMNS[name]}
        if not parts:
            return pl.DataFrame(schema=schema)
        columns = {c: np.concatenate([table.column(c, rows) for table, rows in parts]) for c in schema}
        return pl.DataFrame({c: v.tolist() if v.dtype == object else v for c, v in columns.items()}, schema=schema)

    @cached_property
    def _rows(self) -> list[dict[str, _Rows]]:
        home = self.folder / "index" / _FOLDER
        lacking = [s for s in self.segments if not (home / s.name).is_dir()]
        if lacking:
            try:
                with locked(home.parent / _LOCK, _WAIT):
                    for segment in lacking:
                        _write(self.folder, segment, home)
            except (InputError, OSError) as error:
                if os.access(self.folder, os.W_OK):
                    raise
                _log.warning("%s: no rows can be laid by their keys (%s); tables are read whole", self.folder, error)
        return [_mapped(home / s.name) if (home / s.name).is_dir() else _made(self.folder, s) for s in self.segments]


def _made(folder: Path, segment: Segment) -> dict[str, _Rows]:
    """The rows of a segment from its tables, in memory."""
    return {name: _Rows(_columns(name, _sorted(folder, segment, name))) for name in _COLUMNS}


def _sorted(folder: Path, segment: Segment, name: str) -> pl.DataFrame:
    rows = scan_table(folder, [segment], name).select(_COLUMNS[name]).collect()
    if name == "texts":
        rows = rows.unique("text", maintain_order=True)
    # The links of a paragraph keep their order: the last one counts.
    return rows.sort(_BY[name], maintain_order=True)


def _columns(name: str, rows: pl.DataFrame) -> Columns:
    found: Columns = {}
    for column in _COLUMNS[name]:
        values = rows[column]
        if column == "body":
            data = [body.encode("utf-8", "surrogatepass") for body in values]
            found["ends"] = np.concatenate([[0], np.cumsum([len(d) for d in data], dtype=np.int64)]).astype(np.int64)
            found["body"] = np.frombuffer(b"".join(data), dtype=np.uint8)
        elif column in _NAMES:
            names = values.unique(maintain_order=True)
            numbers = {word: i for i, word in enumerate(names)}
            found[column] = np.array([numbers[word] for word in values], dtype=np.uint32)
            found[f"{column}-names"] = np.frombuffer("\n".join(names).encode(), dtype=np.uint8)
        else:
            found[column] = (values.fill_null(_NONE) if column == "row" else values).to_numpy()
    if name == "paragraphs":
        order = np.argsort(found["norm"], kind="stable").astype(np.uint32)
        found |= {"norms": found["norm"][order], "norm-rows": order}
    return found


def _write(folder: Path, segment: Segment, home: Path) -> None:
    """Lay the rows of a segment, whole or not at all; does nothing where another process did meanwhile."""
    if (home / segment.name).is_dir():
        return
    aside = home / f"{_NEW}{segment.name}-{os.getpid()}"
    shutil.rmtree(aside, ignore_errors=True)
    for name, rows in _made(folder, segment).items():
        (aside / name).mkdir(parents=True)
        for column, values in rows.arrays.items():
            with (aside / name / f"{column}.npy").open("wb") as file:
                np.save(file, values)
                file.flush()
                os.fsync(file.fileno())
    aside.replace(home / segment.name)


def _mapped(home: Path) -> dict[str, _Rows]:
    return {
        # As plain arrays: to take a slice of NumPy's own class of mapped ones costs several times as much.
        name: _Rows({p.stem: np.asarray(np.load(p, mmap_mode="r")) for p in sorted((home / name).glob("*.npy"))})
        for name in _COLUMNS
    }


def sweep_lookups(folder: Path, known: Sequence[Segment]) -> None:
    """Remove the rows of segments that are no more: what was taken out of a library does not stay beside it."""
    names = {segment.name for segment in known}
    home = folder / "index" / _FOLDER
    for path in home.iterdir() if home.is_dir() else ():
        if path.name not in names:
            shutil.rmtree(path, ignore_errors=True)
