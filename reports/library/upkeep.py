"""Whether a library is whole, and what can be done where it is not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from corpora.errors import InputError
from reports.library.inputs import Input
from reports.library.manifest import SEGMENTS, Signature
from reports.library.segments import checksum, languages_with_vectors, vectors_of
from reports.library.store import Library
from reports.library.tables import TABLES


@dataclass
class Verification:
    """What a look at everything came to: a line for each fault, and how many documents another program read."""

    faults: list[str] = field(default_factory=list)
    documents: int = 0
    paragraphs: int = 0
    of_other_program: int = 0


def verify(
    library: Library, signature: Signature, on_progress: Callable[[str], object] = lambda name: None
) -> Verification:
    """Hold every file against its checksum, and the tables against each other."""
    found = Verification(documents=library.documents.height, paragraphs=int(library.documents["paragraphs"].sum()))
    for segment in library.manifest.segments:
        home = library.folder / SEGMENTS / segment.name
        for name, expected in segment.checksums.items():
            on_progress(f"{segment.name}/{name}")
            found.faults += _fault_of_file(home / name, expected)
    if found.faults:
        return found  # Tables that are broken tell nothing of each other.
    on_progress("tables")
    found.faults += [*_fault_of_sources(library), *_faults_of_tables(library)]
    if library.manifest.signature.encoder != signature.encoder:
        found.of_other_program = library.documents.height
    else:
        found.of_other_program = int((library.documents["program"] != signature.program).sum())
    return found


def _fault_of_file(path: Path, expected: str) -> list[str]:
    try:
        actual = checksum(path)
    except OSError as error:
        return [f"{path}: {error.strerror}"]
    return [] if actual == expected else [f"{path}: is another file than the manifest names (its checksum differs)"]


def _fault_of_sources(library: Library) -> Iterator[str]:
    seen = set()
    for sha, name, content in library.table("sources").select("sha256", "name", "content").collect().iter_rows():
        seen.add(sha)
        if hashlib.sha256(content).hexdigest() != sha:
            yield f"{name}: its content differs from its checksum"
    for symbol, sha in library.documents.select("symbol", "sha256").iter_rows():
        if sha not in seen:
            yield f"{symbol}: the file that it came from is lost"


def _faults_of_tables(library: Library) -> Iterator[str]:
    numbers = library.documents["document"]
    if numbers.n_unique() != len(numbers):
        yield "two documents have one number"
    texts = library.table("texts").select("text", "norm").unique().collect()
    paragraphs = library.table("paragraphs").select("document", "text", "norm").collect()
    lost = paragraphs.join(texts, on="text", how="anti").height
    if lost:
        yield f"{lost} paragraphs have lost their text"
    counted = paragraphs.group_by("document").len()
    uneven = library.documents.join(counted, on="document", how="left").filter(pl.col("paragraphs") != pl.col("len"))
    if uneven.height:
        yield f"{uneven.height} documents have lost paragraphs"
    segments = library.manifest.segments
    norms = [
        part for code in languages_with_vectors(segments) for part, _ in vectors_of(library.folder, segments, code)
    ]
    held = pl.DataFrame({"norm": pl.concat([pl.Series(part) for part in norms])}) if norms else texts.clear()
    without = texts.unique("norm").join(held.select("norm").unique(), on="norm", how="anti").height
    if without:
        yield f"{without} texts have no vector"


def outdated(library: Library, signature: Signature) -> Iterator[Input]:
    """The files of all documents that another program read, or all where their vectors are another encoder's."""
    documents = library.documents
    if library.manifest.signature.encoder == signature.encoder:
        documents = documents.filter(pl.col("program") != signature.program)
    for sha in documents["sha256"].unique(maintain_order=True):
        rows = library.table("sources").filter(pl.col("sha256") == sha).head(1).collect()
        for row in rows.iter_rows(named=True):
            yield Input(row["name"], row["content"], row["language"] or "", row["date"] or "")


def bytes_of(library: Library) -> int:
    """Bytes that the library's own files have, without the indexes, which can be made again."""
    return sum(
        (library.folder / SEGMENTS / segment.name / name).stat().st_size
        for segment in library.manifest.segments
        for name in segment.checksums
    )


def same_tables(first: Library, second: Library) -> list[str]:
    """The names of the tables in which two libraries differ, whatever order they were filled in; for tests and benchmarks."""
    differing = []
    for name in TABLES:
        tables = []
        for library in (first, second):
            rows = library.table(name).collect()
            keys = library.documents.select("document", "symbol", "language")
            if "document" in rows.columns and name != "documents":
                rows = rows.join(keys, on="document")
            rows = rows.drop("document", "row", strict=False).unique()
            tables.append(rows.sort(rows.columns))
        if not tables[0].equals(tables[1]):
            differing.append(name)
    return differing


def required_symbols(library: Library, symbols: list[str]) -> list[int]:
    """The numbers of all documents of some symbols. Raises InputError where one is not there."""
    if not symbols:
        raise InputError("library", "no symbol given", hint="give the symbols of the documents")
    return [n for symbol in symbols for n in library.required(symbol)["document"].to_list()]
