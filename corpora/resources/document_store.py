"""Getting documents by symbol from the Official Document System's public symbol access into a local library.

A library is a folder with a ``manifest.json``: for each symbol and language the file, its checksum, where and when it came
from. What is there and whole is not asked for again; a run that was cut off goes on where it stopped. Nothing is kept that
was not read as the document asked for.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import httpx

from corpora.errors import InputError
from corpora.io import write_whole
from corpora.resources.addresses import BASE
from corpora.resources.fetched import cut_off, unlike
from corpora.system.deadlines import Deadline
from corpora.system.locking import locked
from corpora.text.symbols import canonical_symbol

_NO_NAME = re.compile(r"[^A-Za-z0-9.-]+")
"""What the name of a stored file may not hold."""
MANIFEST = "manifest.json"
_ELSEWHERE = "choose another --library"
_LARGEST = 64 * 1024 * 1024
"""Bytes of a document; see LARGEST_BINARY of the readers."""
_REDIRECTS = 6
"""Redirects that are followed; chosen, to end circles."""
_RETRIED = frozenset({408, 425, 429, 500, 502, 503, 504})
_LONGEST_WAIT = 60.0
"""Seconds that are waited before a server is asked again, whatever it says."""
_SYMBOL = re.compile(r"(?=.*\d)[A-Z][A-Z0-9]*(?:/[A-Z0-9][A-Z0-9.()-]*)+")
"""A document symbol as an address takes it: parts between strokes, a number in one of them."""
_LONGEST_SYMBOL = 100
_KINDS = {
    b"%PDF": ".pdf",
    b"PK\x03\x04": ".docx",
    b"\xd0\xcf\x11\xe0": ".doc",
    b"<?xm": ".xml",
    b"<!DO": ".html",
    b"<!do": ".html",
    b"<htm": ".html",
}


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


@dataclass(frozen=True, slots=True)
class RequestPolicy:
    """Seconds between two requests, seconds to wait for an answer, tries, and the first pause before another try.

    ``deadline`` is the most seconds that a document may take, all tries and pauses together; None is four times ``timeout``.
    """

    interval: float = 1.0
    timeout: float = 30.0
    tries: int = 4
    pause: float = 1.0
    deadline: float | None = None

    @property
    def longest(self) -> float:
        """Seconds after which a document is given up."""
        return 4 * self.timeout if self.deadline is None else self.deadline


@dataclass
class Outcome:
    """What a run fetched, found there already, and could not get (a line each)."""

    fetched: list[StoredDocument] = field(default_factory=list)
    kept: list[StoredDocument] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


class DocumentStore:
    """The documents of a library folder, by symbol and language."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.entries: dict[tuple[str, str], StoredDocument] = {}
        self._read()

    def _read(self) -> None:
        path = self.folder / MANIFEST
        if not path.is_file():
            return
        try:
            data: Any = json.loads(path.read_text(encoding="utf-8"))
            found = [_entry(entry) for entry in data["documents"]]
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise InputError(str(path), "is no manifest of a library", hint="move it away and fetch again") from error
        self.entries = {(e.symbol, e.language): e for e in found}

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
            data = {"documents": [asdict(e) for _, e in sorted(self.entries.items())]}
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


def fetch(
    symbols: Sequence[str],
    languages: Sequence[str],
    folder: Path,
    *,
    base: str = BASE,
    politeness: RequestPolicy | None = None,
    on_progress: Callable[[str], object] | None = None,
) -> Outcome:
    """Get documents into the library at ``folder``; what is there and whole is kept.

    A document that cannot be had is a line in ``failed``, and the others go on. ``on_progress`` is told each one before it is
    asked for. Raises InputError where the folder cannot be written to or its manifest is broken.
    """
    politeness = politeness or RequestPolicy()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(str(folder), f"cannot be made ({error.strerror})", hint=_ELSEWHERE) from error
    store, outcome = DocumentStore(folder), Outcome()
    with _client(politeness) as client:
        asker = OdsClient(client, politeness)
        for given in symbols:
            symbol = canonical_symbol(given)
            for language in languages:
                if on_progress:
                    on_progress(f"{symbol} {language}")
                try:
                    _fetch_one(store, outcome, asker, symbol, language, base)
                except FetchError as error:
                    outcome.failed.append(f"{symbol} {language}: {error}")
    return outcome


def _client(politeness: RequestPolicy) -> httpx.Client:
    # No connection is used twice: the deadline of a request ends the connection that it made.
    return httpx.Client(
        follow_redirects=True,
        max_redirects=_REDIRECTS,
        timeout=politeness.timeout,
        headers=_HEADERS,
        limits=httpx.Limits(max_keepalive_connections=0),
    )


def _fetch_one(store: DocumentStore, outcome: Outcome, asker: OdsClient, symbol: str, language: str, base: str) -> None:
    """One document into the library. Raises FetchError where it cannot be had, or is not what was asked for."""
    if len(symbol) > _LONGEST_SYMBOL or not _SYMBOL.fullmatch(symbol):
        raise FetchError("is no document symbol; write it as A/RES/56/1")
    entry = store.whole(symbol, language)
    if entry is not None:
        outcome.kept.append(entry)
        return
    url = f"{base.rstrip('/')}/{language}/{_in_address(symbol)}"
    content, suffix = asker.get(url)
    if problem := unlike(content, suffix, symbol, language):
        raise FetchError(problem)
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    digest = hashlib.sha256(content).hexdigest()
    file = store.file_of(symbol, language, suffix)
    entry = StoredDocument(
        symbol=symbol, language=language, file=file, sha256=digest, bytes=len(content), url=url, date=now
    )
    store.keep(entry, content)
    outcome.fetched.append(entry)


_HEADERS = {
    "User-Agent": "hexapla (reads public documents by symbol)",
    "Accept": "application/pdf, application/vnd.openxmlformats-officedocument.wordprocessingml.document, text/html, application/xml",
}


def _in_address(symbol: str) -> str:
    """A symbol as the address wants it: S/RES/1373(2001) with its brackets."""
    return symbol.replace(" ", "")


class FetchError(Exception):
    """A document that could not be had: one line that says why."""


class OdsClient:
    """Asks one address at a time, with pauses."""

    def __init__(self, client: httpx.Client, politeness: RequestPolicy) -> None:
        self.client, self.politeness = client, politeness
        self.last = 0.0

    def get(self, url: str) -> tuple[bytes, str]:
        """The document at an address and the suffix of its format. Raises FetchError where it cannot be had."""
        problem, end = "", time.monotonic() + self.politeness.longest
        for attempt in range(self.politeness.tries):
            wait = 0.0
            deadline = Deadline(end - time.monotonic())
            try:
                with deadline.running():
                    content, suffix = self._once(url, deadline)
                if not deadline.expired:
                    return content, suffix
            except _TryAgainError as again:
                problem, wait = str(again), again.wait
            except httpx.TooManyRedirects as error:
                raise FetchError("the address leads in a circle") from error
            except httpx.TimeoutException:
                problem = f"no answer in {self.politeness.timeout:g} seconds"
            except httpx.HTTPError as error:
                problem = f"the connection broke ({type(error).__name__})"
            except (httpx.InvalidURL, ValueError) as error:
                raise FetchError(f"no such address ({error})") from error
            if deadline.expired:
                raise FetchError(f"not there after {self.politeness.longest:g} seconds: given up")
            if attempt + 1 < self.politeness.tries:
                pause = min(_LONGEST_WAIT, max(wait, self.politeness.pause * 2**attempt))
                if time.monotonic() + pause > end:
                    raise FetchError(f"{problem}; to wait {pause:g} seconds more is too long: given up")
                time.sleep(pause)
        raise FetchError(f"{problem}; tried {self.politeness.tries} times")

    def _once(self, url: str, deadline: Deadline) -> tuple[bytes, str]:
        time.sleep(max(0.0, self.last + self.politeness.interval - time.monotonic()))
        self.last = time.monotonic()
        with self.client.stream("GET", url, extensions=deadline.extensions) as response:
            if response.status_code in _RETRIED:
                raise _TryAgainError(f"the server answers {response.status_code}", _retry_after(response))
            if response.status_code in (404, 410):
                raise FetchError("there is no version in this language")
            if response.status_code != 200:
                raise FetchError(f"the server answers {response.status_code}")
            content = _bounded(response)
        suffix = _suffix(content, response.headers.get("content-type", ""))
        if cut_off(content, suffix):
            raise _TryAgainError("the document is cut off")
        return content, suffix


def _bounded(response: httpx.Response) -> bytes:
    """The body of an answer. Raises FetchError where it is larger than any document."""
    chunks, size = [], 0
    for chunk in response.iter_bytes():
        size += len(chunk)
        if size > _LARGEST:
            raise FetchError(f"larger than {_LARGEST:,} bytes: refused")
        chunks.append(chunk)
    return b"".join(chunks)


class _TryAgainError(Exception):
    def __init__(self, problem: str, wait: float = 0.0) -> None:
        super().__init__(problem)
        self.wait = wait


def _retry_after(response: httpx.Response) -> float:
    """Seconds that the server asks to wait (RFC 9110, 10.2.3), 0 where it does not."""
    value = response.headers.get("retry-after", "")
    if value.isdecimal():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return 0.0
    return max(0.0, (when - datetime.datetime.now(when.tzinfo)).total_seconds())


def _suffix(content: bytes, content_type: str) -> str:
    """The suffix of a document's format, by its bytes. Raises FetchError where it is empty or nothing that can be read."""
    if not content.strip():
        raise FetchError("the answer is empty")
    suffix = _KINDS.get(content.lstrip()[:4])
    if suffix is None:
        raise FetchError(f"the answer is no document ({content_type.split(';')[0] or 'unknown type'})")
    return suffix
