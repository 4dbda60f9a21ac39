"""Adding texts: what is there already is left alone, the rest is read on all cores, and kept a few hundred files at a time.

What was kept before a kill stays; the same command goes on from there, since a file is known by its content.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
import polars as pl

from corpora.errors import InputError
from corpora.system.workers import Workers
from reports.library.inputs import Input
from reports.library.linking import links_of
from reports.library.reading import ReadDocument, ReadInput, Refusal, Row, read_input
from reports.library.segments import SegmentData
from reports.library.store import Writer
from reports.library.tables import TABLES
from reports.library.vectors import encoded

_BATCH = 300
"""Files that are kept together; what a kill can cost."""
_WORTH_IT = 24
"""Files from which other processes are started."""
_LARGEST_BATCH = 32 * 1024 * 1024
"""Bytes of files that are kept together at most."""
_ENCODED = 2048
"""Texts that are encoded at a time."""


@dataclass
class Added:
    """What an addition came to: documents that are new, took another's place, were there already; files that cannot be used.

    ``texts`` counts the paragraphs of the documents added, ``fresh`` those of them that the library had not seen.
    """

    new: int = 0
    replaced: int = 0
    kept: int = 0
    texts: int = 0
    fresh: int = 0
    refused: list[InputError] = field(default_factory=list)


def add(
    writer: Writer,
    inputs: Iterable[Input],
    *,
    workers: int | None = None,
    anew: bool = False,
    on_progress: Callable[[str], object] = lambda name: None,
) -> Added:
    """Add files to a library; ``anew`` reads also what is there.

    A document of the same symbol and language as one that is there takes its place. ``on_progress`` is told each file.
    """
    run = _Run(writer, Added(), on_progress, anew)
    cores = workers or os.cpu_count() or 1
    head, rest = _split(iter(inputs), _WORTH_IT)
    if cores > 1 and len(head) == _WORTH_IT:
        with _Pool(cores) as pool:
            _all(run, _chained(head, rest), pool.read)
    else:
        _all(run, _chained(head, rest), lambda batch: [read_input(given, sha) for given, sha in batch])
    writer.merge()
    return run.added


def _split(inputs: Iterator[Input], count: int) -> tuple[list[Input], Iterator[Input]]:
    return list(islice(inputs, count)), inputs


def _chained(head: Sequence[Input], rest: Iterator[Input]) -> Iterator[Input]:
    yield from head
    yield from rest


Batch = Sequence[tuple[Input, str]]


def _all(run: _Run, inputs: Iterator[Input], read: Callable[[Batch], Sequence[ReadInput]]) -> None:
    batch: list[tuple[Input, str]] = []
    size = 0
    for given in inputs:
        run.on_progress(given.name)
        if given.problem is not None:
            run.added.refused.append(given.problem)
            continue
        sha = hashlib.sha256(given.content).hexdigest()
        if run.has(sha):
            continue
        batch.append((given, sha))
        size += len(given.content)
        if len(batch) == _BATCH or size > _LARGEST_BATCH:
            run.keep(batch, read(batch))
            batch, size = [], 0
    if batch:
        run.keep(batch, read(batch))


class _Pool:
    """Processes that read files. One that dies takes its file with it: that one is set aside, the others are read again."""

    def __init__(self, cores: int) -> None:
        self._cores = cores
        self._workers = Workers(cores)

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._workers.close()
        else:
            self._workers.end()

    def read(self, batch: Batch) -> list[ReadInput]:
        """What each file of a batch comes to, in order."""
        futures = [self._workers.submit(read_input, given, sha) for given, sha in batch]
        found: list[ReadInput | None] = []
        for future in futures:
            try:
                found.append(future.result())
            except BrokenProcessPool:
                found.append(None)
        if None in found:
            self._workers.close()
            self._workers = Workers(self._cores)
        return [r if r is not None else _alone(*one) for r, one in zip(found, batch, strict=True)]


def _alone(given: Input, sha: str) -> ReadInput:
    """A file read in a process of its own: it may be the one that ends it."""
    try:
        with Workers(1) as workers:
            return workers.submit(read_input, given, sha).result()
    except BrokenProcessPool:
        problem = "ended the process that read it"
        return ReadInput(refusal=Refusal(given.name, problem, hint="it is left out; send it to the project"))


@dataclass
class _Run:
    """An addition as far as it has come: what the library knows, by content and by document."""

    writer: Writer
    added: Added
    on_progress: Callable[[str], object]
    anew: bool
    _known: set[str] = field(default_factory=set)
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    _texts: KnownHashes = field(init=False)
    _encoded: KnownHashes = field(init=False)
    _of_files: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        library = self.writer.library
        rows = library.documents.select("symbol", "language", "document", "sha256").iter_rows()
        for symbol, language, number, sha in rows:
            self._numbers[symbol, language] = number
            self._known.add(sha)
            self._of_files[sha] = self._of_files.get(sha, 0) + 1
        texts = library.table("texts").select("text", "norm").collect()
        self._texts, self._encoded = KnownHashes(texts["text"].to_numpy()), KnownHashes(texts["norm"].to_numpy())

    def has(self, sha: str) -> bool:
        """Whether a file is in the library, or came before in this run."""
        there = sha in self._known and not self.anew
        self.added.kept += self._of_files.get(sha, 1) if there else 0
        return there

    def keep(self, batch: Batch, found: Sequence[ReadInput]) -> None:
        """Write what a batch of files came to as one segment."""
        data = _Collected(self.writer.manifest.next_document)
        superseded: list[int] = []
        inside: dict[tuple[str, str], int] = {}
        for (given, sha), one in zip(batch, found, strict=True):
            self._known.add(sha)
            if one.refusal is not None:
                self.added.refused.append(one.refusal.error)
                continue
            for document in one.documents:
                key = str(document.document["symbol"]), str(document.document["language"])
                before = inside.get(key, self._numbers.get(key))
                number = data.add(document, self.writer.manifest.signature.program, self._texts)
                if before is not None:
                    superseded.append(before)
                self.added.replaced += before is not None
                self.added.new += before is None
                inside[key] = number
            data.add_source(given, sha)
        segment = data.segment()
        segment.vectors = self._vectors(segment.tables["texts"])
        self._numbers |= inside
        self.added.texts += segment.tables["paragraphs"].height
        self.added.fresh += segment.tables["texts"].height
        symbols = {symbol for symbol, _ in inside}
        segment.tables["links"] = links_of(self.writer.library, segment, symbols, frozenset(superseded))
        self.writer.commit(segment, superseded)

    def _vectors(self, texts: pl.DataFrame) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """The vectors of the texts that no earlier one says in the same words, by language."""
        out = {}
        for (language,), rows in texts.unique("norm", maintain_order=True).group_by(["language"], maintain_order=True):
            unseen = self._encoded.add(rows["norm"].to_list())
            fresh = [(n, t) for n, t in rows.select("norm", "body").iter_rows() if n in unseen]
            if fresh:
                bodies = [t for _, t in fresh]
                pieces = [encoded(bodies[i : i + _ENCODED]) for i in range(0, len(bodies), _ENCODED)]
                norms = np.array([n for n, _ in fresh], dtype=np.uint64)
                out[str(language)] = norms, np.concatenate(pieces)
        return out


class KnownHashes:
    """The hashes that a library has, eight bytes each, and those that come to them."""

    def __init__(self, there: np.ndarray) -> None:
        self._there = np.sort(there)  # some may be there twice, which costs nothing: to find them out would
        self._new: set[int] = set()

    def add(self, hashes: Sequence[int]) -> set[int]:
        """Take some hashes; returns those that were not there."""
        wanted = np.array(hashes, dtype=np.uint64)
        if len(self._there) and len(wanted):
            places = np.minimum(np.searchsorted(self._there, wanted), len(self._there) - 1)
            wanted = wanted[self._there[places] != wanted]
        fresh = set(wanted.tolist()) - self._new
        self._new |= fresh
        return fresh


class _Collected:
    """Rows of the tables of a segment as they come."""

    def __init__(self, next_document: int) -> None:
        self._next = next_document
        self._rows: dict[str, list[Row]] = {name: [] for name in TABLES}

    def add(self, read: ReadDocument, program: str, known: KnownHashes) -> int:
        """Take the rows of a document; texts that are ``known`` stand in the library. Returns the document's number."""
        number = self._next
        self._next += 1
        self._rows["documents"].append({**read.document, "document": number, "program": program})
        self._rows["paragraphs"] += [{**row, "document": number} for row in read.paragraphs]
        self._rows["mandates"] += [{**row, "document": number} for row in read.mandates]
        fresh = known.add([int(str(row["text"])) for row in read.texts])
        self._rows["texts"] += [row for row in read.texts if row["text"] in fresh]
        self._rows["anchors"] += [row for row in read.anchors if row["text"] in fresh]
        return number

    def add_source(self, given: Input, sha: str) -> None:
        """Take a file as it is."""
        row: Row = {
            "sha256": sha,
            "name": given.name,
            "language": given.language,
            "date": given.date,
            "content": given.content,
        }
        self._rows["sources"].append(row)

    def segment(self) -> SegmentData:
        """The tables."""
        return SegmentData({name: pl.DataFrame(rows, schema=dict(TABLES[name])) for name, rows in self._rows.items()})
