"""Segments: folders of Parquet tables and vectors that are written aside, renamed, and never changed.

Small neighbours are merged into larger ones, so that a library of many additions has few segments, and each row is written again
only a few times (O'Neil et al., "The log-structured merge-tree", 1996).
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from corpora.errors import InputError
from reports.library.manifest import SEGMENTS, Segment
from reports.library.tables import TABLES, empty

Bytes8 = NDArray[np.int8]
Hashes = NDArray[np.uint64]
_NEW = ".new-"
"""What begins the name of a segment that is not whole yet."""
_VECTORS, _NORMS = "vectors-{}.npy", "norms-{}.npy"
_ROWS = {"sources": 16}
"""Rows of a group of a Parquet file, where one row is asked for by itself."""
_MERGED = 4
"""A segment is merged with the one before it unless that one is so many times larger."""
LARGEST = 3_000_000
"""Paragraphs of a segment above which it is merged with nothing: a merge holds both in memory."""


@dataclass
class SegmentData:
    """The tables of a segment by name, and by language the vectors (n, 512) int8 with the hashes of the texts that they are of."""

    tables: dict[str, pl.DataFrame] = field(default_factory=lambda: {name: empty(name) for name in TABLES})
    vectors: dict[str, tuple[Hashes, Bytes8]] = field(default_factory=dict)


def write_segment(library: Path, name: str, data: SegmentData) -> Segment:
    """Write a segment whole, or not at all."""
    home = library / SEGMENTS
    aside = home / f"{_NEW}{name}-{os.getpid()}"
    try:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        for table, rows in data.tables.items():
            rows.write_parquet(aside / f"{table}.parquet", row_group_size=_ROWS.get(table))
        for language, (norms, vectors) in sorted(data.vectors.items()):
            np.save(aside / _VECTORS.format(language), vectors)
            np.save(aside / _NORMS.format(language), norms)
        checksums = {}
        for path in sorted(aside.iterdir()):
            checksums[path.name] = _sealed(path)
        shutil.rmtree(home / name, ignore_errors=True)  # of a run that was killed before its manifest
        aside.replace(home / name)
    except OSError as error:
        raise InputError(str(home), f"cannot be written ({error.strerror})", hint="choose another --library") from error
    counts = data.tables["documents"].height, data.tables["paragraphs"].height
    return Segment(name, *counts, checksums)


def _sealed(path: Path) -> str:
    """The checksum of a file, once it is on the disk."""
    digest = hashlib.sha256()
    with path.open("rb+") as file:
        while block := file.read(1 << 20):
            digest.update(block)
        os.fsync(file.fileno())
    return digest.hexdigest()


def checksum(path: Path) -> str:
    """The checksum of a file, in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def scan_table(library: Path, segments: Sequence[Segment], name: str) -> pl.LazyFrame:
    """A table over all segments; columns that an earlier program did not write are null. Raises InputError where a file is cut off."""
    schema = dict(TABLES[name])
    frames = []
    for segment in segments:
        path = library / SEGMENTS / segment.name / f"{name}.parquet"
        if f"{name}.parquet" not in segment.checksums:
            continue
        if not _is_parquet(path):
            raise InputError(str(path), "is cut off or lost", hint="hexapla library verify")
        frames.append(pl.scan_parquet(path, missing_columns="insert", extra_columns="ignore", schema=schema))
    return pl.concat(frames) if frames else empty(name).lazy()


def _is_parquet(path: Path) -> bool:
    """Whether a file ends as one of Parquet does: what was cut off does not."""
    try:
        with path.open("rb") as file:
            file.seek(-len(_MAGIC), os.SEEK_END)
            return file.read() == _MAGIC
    except OSError:
        return False


_MAGIC = b"PAR1"
"""The last bytes of a file in the Parquet format (its specification, "File format")."""


def vectors_of(library: Path, segments: Sequence[Segment], language: str) -> Iterator[tuple[Hashes, Bytes8]]:
    """The vectors of a language, segment by segment, mapped into memory."""
    for segment in segments:
        name = _VECTORS.format(language)
        if name in segment.checksums:
            folder = library / SEGMENTS / segment.name
            yield (
                np.load(folder / _NORMS.format(language), mmap_mode="r"),
                np.load(folder / name, mmap_mode="r"),
            )


def languages_with_vectors(segments: Sequence[Segment]) -> list[str]:
    """The languages of which a segment has vectors."""
    head, tail = _VECTORS.split("{}")
    return sorted(
        {
            name.removeprefix(head).removesuffix(tail)
            for segment in segments
            for name in segment.checksums
            if name.startswith(head)
        }
    )


def to_merge(segments: Sequence[Segment]) -> int:
    """How many of the last segments are to become one; less than two where none are."""
    count, size = 1, segments[-1].paragraphs if segments else 0
    for before in reversed(segments[:-1]):
        if before.paragraphs > _MERGED * max(size, 1) or size + before.paragraphs > LARGEST:
            break
        size += before.paragraphs
        count += 1
    return count


def merged(
    library: Path, segments: Sequence[Segment], removed: frozenset[int], needed: pl.DataFrame | None = None
) -> SegmentData:
    """Some segments as one, without the documents that were removed.

    ``needed`` has the columns text and norm of all that is to stay, wherever it is referred to; None where nothing is to go.
    """
    data = SegmentData()
    for name in TABLES:
        data.tables[name] = scan_table(library, segments, name).collect()
    if removed:
        gone = pl.Series(sorted(removed), dtype=pl.UInt32).implode()
        for name in (name for name, schema in TABLES.items() if "document" in schema):
            data.tables[name] = data.tables[name].filter(~pl.col("document").is_in(gone))
    data.tables["links"] = data.tables["links"].unique(["document", "place"], keep="last", maintain_order=True)
    data.tables["sources"] = data.tables["sources"].join(
        data.tables["documents"].select("sha256").unique(), on="sha256", how="semi", maintain_order="left"
    )
    for name in ("texts", "anchors"):
        rows = data.tables[name]
        data.tables[name] = rows if needed is None else rows.join(needed, on="text", how="semi", maintain_order="left")
    for language in languages_with_vectors(segments):
        parts = list(vectors_of(library, segments, language))
        norms = np.concatenate([part for part, _ in parts])
        vectors = np.concatenate([part for _, part in parts])
        first = np.sort(np.unique(norms, return_index=True)[1])
        if needed is not None:
            first = first[np.isin(norms[first], needed["norm"].to_numpy())]
        data.vectors[language] = norms[first], vectors[first]
    return data


def sweep(library: Path, known: Mapping[str, Segment]) -> None:
    """Remove what no manifest names: segments that were merged, and those of runs that were killed."""
    home = library / SEGMENTS
    for path in home.iterdir() if home.is_dir() else ():
        if path.name not in known:
            shutil.rmtree(path, ignore_errors=True)
