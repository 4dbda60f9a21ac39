"""Getting documents by symbol from the Official Document System's public symbol access into a local library.

A library is a folder with a ``manifest.json``: for each symbol and language the file, its checksum, where and when it came
from; for each symbol what the catalogue says of it, where that was asked for. What is there and whole is not asked for again; a run that was cut off goes on where it stopped. Nothing is kept that
was not read as the document asked for.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from corpora.errors import InputError
from corpora.io import write_whole
from corpora.resources.addresses import Addresses
from corpora.resources.catalogue_records import CatalogueRecord, catalogue_record
from corpora.resources.fetched import unlike
from corpora.resources.ods_client import Answer, FetchError, OdsClient, RequestPolicy, open_client
from corpora.system.locking import locked
from corpora.text.symbols import canonical_symbol

_NO_NAME = re.compile(r"[^A-Za-z0-9.-]+")
"""What the name of a stored file may not hold."""
MANIFEST = "manifest.json"
_ELSEWHERE = "choose another --library"
_SYMBOL = re.compile(r"(?=.*\d)[A-Z][A-Z0-9]*(?:/[A-Z0-9][A-Z0-9.()-]*)+")
"""A document symbol as an address takes it: parts between strokes, a number in one of them."""
_LONGEST_SYMBOL = 100
"""Characters that a symbol may have; chosen, far above any."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """One document of a library. ``date`` is when it was fetched (ISO 8601), ``file`` its path inside the library."""

    symbol: str
    language: str
    file: str
    sha256: str
    bytes: int
    url: str
    date: str


@dataclass
class FetchOutcome:
    """What a run fetched, found there already, was told by the catalogue, and could not get (a line each)."""

    fetched: list[StoredDocument] = field(default_factory=list)
    kept: list[StoredDocument] = field(default_factory=list)
    records: list[CatalogueRecord] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


class DocumentStore:
    """The documents of a library folder, by symbol and language."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.entries: dict[tuple[str, str], StoredDocument] = {}
        self.records: dict[str, CatalogueRecord] = {}
        self._read()

    def _read(self) -> None:
        path = self.folder / MANIFEST
        if not path.is_file():
            return
        try:
            data: Any = json.loads(path.read_text(encoding="utf-8"))
            found = [_entry(entry) for entry in data["documents"]]
            records = [_record(entry) for entry in data.get("records", [])]
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise InputError(str(path), "is no manifest of a library", hint="move it away and fetch again") from error
        self.entries = {(e.symbol, e.language): e for e in found}
        self.records = {r.symbol: r for r in records}

    def whole(self, symbol: str, language: str) -> StoredDocument | None:
        """The entry of a document whose file is there with the checksum that the manifest gives; else None."""
        entry = self.entries.get((symbol, language))
        if entry is None:
            return None
        path = self.path_of(entry)
        try:
            content = path.read_bytes()
        except OSError:  # Not there, no file, or under a name that no file can have: it is fetched again.
            return None
        return entry if hashlib.sha256(content).hexdigest() == entry.sha256 else None

    def path_of(self, entry: StoredDocument) -> Path:
        """Where a document lies. Raises InputError for a manifest that leads out of the library."""
        path = (self.folder / entry.file).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            raise InputError(str(self.folder / MANIFEST), f"names a file outside the library: {entry.file}")
        return path

    def versions(self, symbol: str) -> dict[str, Path]:
        """The files of a document by language."""
        wanted = canonical_symbol(symbol)
        return {e.language: self.path_of(e) for (s, _), e in self.entries.items() if s == wanted}

    def file_of(self, symbol: str, language: str, suffix: str) -> str:
        """The path inside the library for a document: its symbol, with what file systems do not like as "_".

        Two symbols that would share a folder are told apart by a checksum.
        """
        folder = _NO_NAME.sub("_", symbol).strip("_.")
        taken = {e.file.partition("/")[0].lower() for e in self.entries.values() if e.symbol != symbol}
        if folder.lower() in taken:
            folder += "-" + hashlib.sha256(symbol.encode()).hexdigest()[:8]
        return f"{folder}/{language}{suffix}"

    def keep(self, entry: StoredDocument, content: bytes) -> None:
        """Write a document, then the manifest, each whole; what other processes wrote meanwhile stays in it."""
        write_whole(self.path_of(entry), content, hint=_ELSEWHERE)
        with locked(self.folder / f".{MANIFEST}.lock"):
            self._read()
            self.entries[entry.symbol, entry.language] = entry
            self._write()

    def keep_record(self, record: CatalogueRecord) -> None:
        """Write what the catalogue says of a symbol; what other processes wrote meanwhile stays in the manifest."""
        with locked(self.folder / f".{MANIFEST}.lock"):
            self._read()
            self.records[record.symbol] = record
            self._write()

    def _write(self) -> None:
        data = {
            "documents": [asdict(e) for _, e in sorted(self.entries.items())],
            "records": [asdict(r) for _, r in sorted(self.records.items())],
        }
        write_whole(self.folder / MANIFEST, json.dumps(data, ensure_ascii=False, indent=1) + "\n", hint=_ELSEWHERE)


def _entry(data: object) -> StoredDocument:
    """An entry of the manifest. Raises TypeError where a field is absent or of another kind, ValueError where it is no text."""
    if not isinstance(data, dict):
        raise TypeError("an entry is no object")
    entry = StoredDocument(**data)
    for name, value in asdict(entry).items():
        if not isinstance(value, int if name == "bytes" else str):
            raise TypeError(f"{name} is of another kind")
        # Half of a surrogate pair cannot be encoded, and a zero byte is in no file's name.
        if isinstance(value, str) and b"\0" in value.encode():
            raise ValueError(f"{name} holds a zero byte")
    return entry


_COUNTS = ("favour", "against", "abstaining")


def _record(data: object) -> CatalogueRecord:
    """What the catalogue said of a symbol. Raises TypeError where a field is absent, or of another kind."""
    if not isinstance(data, dict):
        raise TypeError("a record is no object")
    record = CatalogueRecord(**data)
    for name, value in asdict(record).items():
        if not isinstance(value, (int, type(None)) if name in _COUNTS else str):
            raise TypeError(f"{name} is of another kind")
    return record


def fetch(
    symbols: Sequence[str],
    languages: Sequence[str],
    folder: Path,
    *,
    addresses: Addresses | None = None,
    metadata: bool = False,
    politeness: RequestPolicy | None = None,
    on_progress: Callable[[str], object] | None = None,
) -> FetchOutcome:
    """Get documents into the library at ``folder``; what is there and whole is kept.

    ``addresses`` are asked in their order for each document, by default those of the Organization; with ``metadata`` the
    catalogue is asked for each symbol's title, date and vote. A document that cannot be had is a line in ``failed``, and the
    others go on. ``on_progress`` is told each one before it is asked for. Raises InputError where the folder cannot be written
    to or its manifest is broken.
    """
    politeness, tell = politeness or RequestPolicy(), on_progress or (lambda name: None)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(str(folder), f"cannot be made ({error.strerror})", hint=_ELSEWHERE) from error
    with open_client(politeness) as client:
        run = _Run(DocumentStore(folder), FetchOutcome(), OdsClient(client, politeness), addresses or Addresses())
        for given in symbols:
            try:
                _require_symbol(symbol := canonical_symbol(given))
            except FetchError as error:
                run.outcome.failed.append(f"{symbol}: {error}")
                continue
            wanted = {f"{symbol} {language}": partial(run.fetch_document, symbol, language) for language in languages}
            if metadata:
                wanted[f"{symbol} metadata"] = partial(run.fetch_record, symbol)
            for name, one in wanted.items():
                tell(name)
                try:
                    one()
                except FetchError as error:
                    run.outcome.failed.append(f"{name}: {error}")
    return run.outcome


@dataclass(frozen=True, slots=True)
class _Run:
    """One run: where it keeps documents, what came of it so far, whom it asks where."""

    store: DocumentStore
    outcome: FetchOutcome
    client: OdsClient
    addresses: Addresses

    def fetch_document(self, symbol: str, language: str) -> None:
        """One document into the library. Raises FetchError where it cannot be had, or is not what was asked for."""
        _require_symbol(symbol)
        entry = self.store.whole(symbol, language)
        if entry is not None:
            self.outcome.kept.append(entry)
            return

        def fault_of(answer: Answer) -> str:
            return unlike(answer.content, answer.suffix, symbol, language)

        answer = self.client.first(self.addresses.of(symbol, language), fault_of)
        entry = StoredDocument(
            symbol=symbol,
            language=language,
            file=self.store.file_of(symbol, language, answer.suffix),
            sha256=hashlib.sha256(answer.content).hexdigest(),
            bytes=len(answer.content),
            url=answer.url,
            date=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        )
        self.store.keep(entry, answer.content)
        self.outcome.fetched.append(entry)

    def fetch_record(self, symbol: str) -> None:
        """What the catalogue says of a symbol into the library. Raises FetchError where it says nothing."""
        _require_symbol(symbol)
        record = self.store.records.get(symbol)
        if record is None:
            url = self.addresses.of_metadata(symbol)
            answer = self.client.first([url])
            try:
                record = catalogue_record(answer.content, symbol, url)
            except InputError as error:
                raise FetchError(error.problem) from error
            self.store.keep_record(record)
        self.outcome.records.append(record)


def _require_symbol(symbol: str) -> None:
    if len(symbol) > _LONGEST_SYMBOL or not _SYMBOL.fullmatch(symbol):
        raise FetchError("is no document symbol; write it as A/RES/56/1")
