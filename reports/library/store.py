"""A library: a folder of segments and a manifest; one process writes at a time, any number read.

A reader keeps to the manifest that it opened. A writer holds the lock, writes segments aside, and replaces the manifest: killed at
any point, it leaves the library as the last manifest says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import polars as pl

from corpora.errors import InputError
from corpora.system.locking import locked
from corpora.text.symbols import answers_to, canonical_symbol
from reports.library.lookups import Lookups, sweep_lookups
from reports.library.manifest import (
    MANIFEST,
    Manifest,
    Segment,
    Signature,
    is_library,
    read_manifest,
    write_manifest,
)
from reports.library.segments import SegmentData, merged, scan_table, sweep, to_merge, write_segment
from reports.library.tables import TABLES

_LOCK = ".library.lock"
_WAIT = 20.0
"""Seconds that a second writer waits for the first."""
_NEAR = 3
"""Symbols that an error names: chosen, as many as a line holds."""


@dataclass(frozen=True)
class Library:
    """A library as one manifest says; tables are read when they are asked for."""

    folder: Path
    manifest: Manifest

    def table(self, name: str) -> pl.LazyFrame:
        """A table; rows of documents that were removed are left out."""
        rows = scan_table(self.folder, self.manifest.segments, name)
        if self.manifest.removed and "document" in TABLES[name]:
            rows = rows.filter(~pl.col("document").is_in(self._removed.implode()))
        return rows

    @cached_property
    def _removed(self) -> pl.Series:
        return pl.Series(sorted(self.manifest.removed), dtype=pl.UInt32)

    @cached_property
    def documents(self) -> pl.DataFrame:
        """The documents that count, by number."""
        return self.table("documents").collect().sort("document")

    @cached_property
    def lookups(self) -> Lookups:
        """The rows by their keys; those of removed documents among them, as the tables' own files have them."""
        return Lookups(self.folder, self.manifest.segments)

    def versions(self, symbol: str) -> pl.DataFrame:
        """The documents of a symbol, a language each; the first of its languages where a name is given in another case."""
        wanted = canonical_symbol(symbol)
        return self.documents.filter((pl.col("symbol") == wanted) | (pl.col("symbol") == symbol)).sort("language")

    def required(self, symbol: str) -> pl.DataFrame:
        """The documents of a symbol, which may lack what the library alone can mean by it: "2674", "S/RES/2674", "76/1".

        Raises InputError where the library has none, and names near ones, or where it has several.
        """
        found = self.versions(symbol)
        if not found.is_empty():
            return found
        meant = sorted(s for s in set(self.documents["symbol"]) if answers_to(s, symbol))
        if len(meant) > 1:
            problem = f"holds several that {symbol!r} may mean"
            raise InputError(str(self.folder), problem, hint=f"there are {', '.join(meant[:_NEAR])}")
        if not meant:
            raise InputError(str(self.folder), f"holds no {canonical_symbol(symbol)}", hint=self._near(symbol))
        return self.versions(meant[0])

    def symbol_of(self, symbol: str) -> str:
        """A symbol as the library writes it. Raises InputError where it has no document of it."""
        return str(self.required(symbol)["symbol"][0])

    def _near(self, symbol: str) -> str:
        from rapidfuzz.process import extract

        # In a defined order, since many symbols are equally near.
        known = sorted(set(self.documents["symbol"]))
        near = extract(canonical_symbol(symbol), known, limit=_NEAR)
        names = ", ".join(sorted(str(name) for name, _, _ in near))
        return f"near are {names}" if names else "hexapla library add PATH puts texts into it"

    def source(self, sha256: str) -> tuple[str, bytes]:
        """The file that a document came from: its name and its bytes. Raises InputError where the library has lost it."""
        rows = self.table("sources").filter(pl.col("sha256") == sha256).select("name", "content").head(1).collect()
        if rows.is_empty():
            raise InputError(str(self.folder), "lacks the file of a document", hint="hexapla library verify")
        return str(rows["name"][0]), bytes(rows["content"][0])


def open_library(folder: Path) -> Library:
    """The library in a folder. Raises InputError where there is none, or it cannot be read."""
    if not is_library(folder):
        raise InputError(
            str(folder), "is no library", hint="hexapla library add PATH makes one; --library names another"
        )
    return Library(folder, read_manifest(folder))


class Writer:
    """The one writer of a library: commits segments, removes documents, merges."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder, self.manifest = folder, manifest

    @property
    def library(self) -> Library:
        """The library as of the last commit."""
        return Library(self.folder, self.manifest)

    def commit(self, data: SegmentData, superseded: Sequence[int] = ()) -> None:
        """Add a segment; documents that it takes the place of count no more. All of it holds, or nothing."""
        if data.tables["documents"].is_empty() and data.tables["links"].is_empty():
            self._put(replace(self.manifest, removed=self.manifest.removed | set(superseded)))
            return
        name = f"{self.manifest.next_segment:08d}"
        segment = write_segment(self.folder, name, data)
        numbers = data.tables["documents"]["document"]
        last = numbers.max()
        after = self.manifest.next_document if not isinstance(last, int) else max(self.manifest.next_document, last + 1)
        self._put(
            replace(
                self.manifest,
                next_document=after,
                next_segment=self.manifest.next_segment + 1,
                segments=(*self.manifest.segments, segment),
                removed=self.manifest.removed | set(superseded),
            )
        )

    def merge(self) -> None:
        """Make small segments at the end one."""
        while (count := to_merge(self.manifest.segments)) > 1:
            self._rewrite(self.manifest.segments[:-count], self.manifest.segments[-count:], None)

    def forget_vectors(self) -> None:
        """Leave out all vectors, which another encoder made."""
        whole = self.manifest.segments
        for place, segment in enumerate(whole):
            data = merged(self.folder, [segment], frozenset())
            data.vectors = {}
            new = write_segment(self.folder, f"{self.manifest.next_segment:08d}", data)
            segments = (*self.manifest.segments[:place], new, *self.manifest.segments[place + 1 :])
            self._put(replace(self.manifest, segments=segments, next_segment=self.manifest.next_segment + 1))

    def remove(self, numbers: Sequence[int]) -> None:
        """Take documents out of the library, with every text, vector and file that no other document has."""
        removed = self.manifest.removed | set(numbers)
        self._put(replace(self.manifest, removed=removed))
        rest = self.library.table("paragraphs").select("text", "norm").unique().collect()
        whole = self.manifest.segments
        for place, segment in enumerate(whole):
            if self._holds_more(segment, rest):
                self._rewrite(whole[:place], [segment], rest, self.manifest.segments[place + 1 :])
                whole = self.manifest.segments
        self._put(replace(self.manifest, removed=frozenset()))
        sweep_lookups(self.folder, self.manifest.segments)

    def _holds_more(self, segment: Segment, needed: pl.DataFrame) -> bool:
        """Whether a segment holds documents that were removed, or texts that none needs."""
        documents = scan_table(self.folder, [segment], "documents").select("document").collect()["document"]
        if not self.manifest.removed.isdisjoint(documents.to_list()):
            return True
        texts = scan_table(self.folder, [segment], "texts").select("text").collect()
        return not texts.join(needed, on="text", how="anti").is_empty()

    def _rewrite(
        self,
        before: Sequence[Segment],
        segments: Sequence[Segment],
        needed: pl.DataFrame | None,
        behind: Sequence[Segment] = (),
    ) -> None:
        data = merged(self.folder, segments, self.manifest.removed, needed)
        gone = (
            set(scan_table(self.folder, segments, "documents").select("document").collect()["document"].to_list())
            & self.manifest.removed
        )
        new = write_segment(self.folder, f"{self.manifest.next_segment:08d}", data)
        self._put(
            replace(
                self.manifest,
                next_segment=self.manifest.next_segment + 1,
                segments=(*before, new, *behind),
                removed=self.manifest.removed - gone if needed is None else self.manifest.removed,
            )
        )

    def _put(self, manifest: Manifest) -> None:
        manifest = replace(manifest, generation=self.manifest.generation + 1)
        write_manifest(self.folder, manifest)
        self.manifest = manifest


@contextmanager
def writing(folder: Path, signature: Signature) -> Iterator[Writer]:
    """Be the one writer of the library in a folder, which is made where it is absent.

    What killed writers left behind is removed first. Raises InputError where another process writes, the folder cannot be written to,
    or holds other things.
    """
    if not is_library(folder) and folder.is_dir() and any(not p.name.startswith(".") for p in folder.iterdir()):
        hint = "choose another --library, a folder that is new or empty"
        raise InputError(str(folder), f"holds files and no {MANIFEST}", hint=hint)
    with locked(folder / _LOCK, _WAIT):
        manifest = read_manifest(folder) if is_library(folder) else Manifest(signature)
        sweep(folder, {segment.name: segment for segment in manifest.segments})
        sweep_lookups(folder, manifest.segments)
        if not is_library(folder):
            write_manifest(folder, manifest)
        yield Writer(folder, manifest)
