"""The journal of a review: what revisers did, one event a line of an SQLite table, never changed and never removed.

Every change is one transaction with write-ahead logging and full synchronisation, so that a killed process loses nothing that
was acknowledged (SQLite documentation, "Write-Ahead Logging" and "PRAGMA synchronous"). Undoing is an event of its own.

The order is the journal's own: each event's place is one above the highest that the journal held (Lamport, "Time, Clocks, and
the Ordering of Events in a Distributed System", 1978), so that a later decision stands above an earlier one whatever the
clocks of two machines say. Each line carries a checksum; what cannot be read is left out and said.
"""

from __future__ import annotations

import hashlib
import json
import logging
import random
import shutil
import sqlite3
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from corpora.errors import InputError
from corpora.io import write_whole
from reports.decisions.payloads import Payload, half_character_in, problem_in

JOURNAL = "hexapla-review.sqlite"
_VERSION = 2
"""The version of the journal's tables; a program that knows only earlier ones leaves the file alone."""
FORMAT = "hexapla-review"
EXPORT_VERSION = 2
"""Of an export's shape: 1 had no sequence."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  time TEXT NOT NULL,
  reviser TEXT NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  sequence INTEGER NOT NULL DEFAULT 0,
  checksum TEXT NOT NULL DEFAULT ''
)
"""
_PATIENCE = 20.0
"""Seconds to wait while others write; SQLite lets waiting writers in by chance, not in turn."""
_PRIMARY = 0xFF
"""The bits of an extended result code of SQLite that say the kind of error (sqlite.org/rescode.html)."""
_ROOM = 128 * 1024
"""Bytes of free space under which an error of writing is a full disk: four times what SQLite's shared index takes."""
_log = logging.getLogger(__name__)


class EventKind(StrEnum):
    """What an event does."""

    DECIDE = "decide"
    COMMENT = "comment"
    PIN = "pin"
    UNDO = "undo"
    DISPUTE = "dispute"


@dataclass(frozen=True, slots=True)
class Event:
    """One entry. ``time`` is UTC, ISO 8601; ``id`` counts entries of this journal, ``uuid`` is the same in every copy.

    ``sequence`` is its place among all that its writer knew, from 1; 0 where no journal has given it one yet.
    """

    kind: EventKind
    reviser: str
    payload: Payload
    time: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="microseconds"))
    uuid: str = field(default_factory=lambda: uuid.uuid4().hex)
    id: int = 0
    sequence: int = 0

    def data(self) -> dict[str, object]:
        """The event as JSON data, without its place in this journal."""
        return {
            "uuid": self.uuid,
            "time": self.time,
            "reviser": self.reviser,
            "kind": str(self.kind),
            "payload": dict(self.payload),
            "sequence": self.sequence,
        }


def event_of(data: object) -> Event:
    """The event in JSON data. Raises ValueError where it is none, or says nothing that its kind can mean."""
    if not isinstance(data, Mapping):
        raise ValueError("an event is no object")
    try:
        kind, reviser, uid = (str(data[name]) for name in ("kind", "reviser", "uuid"))
        time = datetime.fromisoformat(str(data["time"]))
        if time.tzinfo is None:
            raise ValueError("the time has no zone")
        when = time.astimezone(UTC).isoformat(timespec="microseconds")
    except KeyError as error:
        raise ValueError(f"an event has no {error}") from error
    except OverflowError as error:
        raise ValueError(f"no such time: {data['time']}") from error
    sequence = data.get("sequence", 0)
    if not isinstance(sequence, int) or isinstance(sequence, bool) or sequence < 0:
        raise ValueError(f"no sequence: {sequence!r}")
    problem = problem_in(kind, data.get("payload")) or half_character_in([reviser, uid])
    if problem or not uid:
        raise ValueError(problem or "an event has no uuid")
    payload: Payload = data["payload"]
    return Event(EventKind(kind), reviser, payload, when, uid, sequence=sequence)


class ConflictError(Exception):
    """Another window or reviser has changed the same thing since it was looked at; ``events`` are theirs."""

    def __init__(self, events: Sequence[Event]) -> None:
        super().__init__("changed meanwhile")
        self.events = list(events)


class Journal:
    """The journal in a file. Every call opens its own connection, so that threads and processes may share the file.

    ``reading`` only looks at a journal that is there, in a folder that may not be written to.
    """

    def __init__(self, path: Path, *, reading: bool = False) -> None:
        self.path = path
        self.reading = reading
        self._said: set[int] = set()
        with self._connection() as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > _VERSION:
                raise InputError(str(path), "was written by a later version of Hexapla", hint="update Hexapla")
            if reading and not _columns(connection):
                raise InputError(str(path), "is no journal of a review", hint="move it away")
            state = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if state != "ok":
                raise sqlite3.DatabaseError(state.splitlines()[-1])
        if not reading and version < _VERSION:
            self._brought_up()

    def _brought_up(self) -> None:
        """The table made, or that of an earlier version given its sequence: then, time was the order."""
        with self._transaction() as connection:
            connection.execute(_SCHEMA)
            if "sequence" not in _columns(connection):
                connection.execute("ALTER TABLE events ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0")
                connection.execute("ALTER TABLE events ADD COLUMN checksum TEXT NOT NULL DEFAULT ''")
            rows = connection.execute("SELECT id FROM events WHERE sequence = 0 ORDER BY time, uuid").fetchall()
            for sequence, (number,) in enumerate(rows, 1):
                connection.execute("UPDATE events SET sequence = ? WHERE id = ?", (sequence, number))
            connection.execute(f"PRAGMA user_version = {_VERSION}")

    @contextmanager
    def _connection(self, *, writes: bool = False) -> Iterator[sqlite3.Connection]:
        connection: sqlite3.Connection | None = None
        try:
            connection = self._opened(writes=writes)
            connection.text_factory = _text
            yield connection
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                # Deleted while it was in use: SQLite has opened an empty one in its place.
                raise InputError(
                    str(self.path), "is gone or was replaced", hint="put it back, or start hexapla review again"
                ) from error
            if _is_full(error, self.path.parent):
                hint = "make room there, then try again: what was decided before is kept"
                raise InputError(str(self.path), "cannot be written: the disk is full", hint=hint) from error
            # What Python finds wrong itself has no code.
            busy = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
            mend = "try again" if busy else "check that the folder can be written to"
            problem = "is being written to by other programs" if busy else f"cannot be used ({error})"
            raise InputError(str(self.path), problem, hint=mend) from error
        except sqlite3.Error as error:
            raise self._damaged(error) from error
        finally:
            if connection is not None:
                connection.close()

    def _damaged(self, error: sqlite3.Error) -> InputError:
        """What to say of a journal that SQLite cannot read; what can still be read is saved beside it."""
        found = salvaged(self.path)
        if not found:
            return InputError(str(self.path), f"is no journal of a review ({error})", hint="move it away")
        saved = self.path.with_suffix(".saved.json")
        data = {"format": FORMAT, "version": EXPORT_VERSION, "events": [e.data() for e in found]}
        hint = f"hexapla review {self.path.parent} saves them"
        if not self.reading:
            write_whole(saved, json.dumps(data, ensure_ascii=False, indent=1) + "\n", hint="make room there")
            hint = f"they are saved in {saved}: move the journal away, then hexapla review {self.path.parent} --merge {saved}"
        return InputError(str(self.path), f"is damaged ({error}); {len(found)} of its events can be read", hint=hint)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """A connection on which nobody else writes meanwhile; what is done on it is kept whole or not at all."""
        with self._connection(writes=True) as connection:
            _begin(connection)
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # A full disk has ended the transaction already; its own words are to be heard.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _opened(self, *, writes: bool) -> sqlite3.Connection:
        if not self.reading:
            try:
                return self._shared()
            except sqlite3.OperationalError as error:
                # On a full disk there is no room for the log, which reading wants as well; without one, all is in the file.
                if writes or not _is_full(error, self.path.parent) or _has_log(self.path):
                    raise
            return sqlite3.connect(f"{self.path.resolve().as_uri()}?immutable=1", uri=True, isolation_level=None)
        address = self.path.resolve().as_uri()
        try:
            connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=_PATIENCE, isolation_level=None)
            connection.execute("SELECT 1 FROM events LIMIT 1")
        except sqlite3.OperationalError:
            # Where nothing may be written SQLite cannot share a log; nobody else writes there either.
            connection = sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None)
        return connection

    def _shared(self) -> sqlite3.Connection:
        """A connection as every window and program has one."""
        connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")
        except BaseException:
            connection.close()
            raise
        return connection

    def events(self, after: int = 0) -> list[Event]:
        """The events with an id above ``after``, in the order in which they came."""
        with self._connection() as connection:
            return self._events(connection, after)

    def last(self) -> int:
        """The id of the latest event, 0 where there is none."""
        with self._connection() as connection:
            return int(connection.execute("SELECT COALESCE(MAX(id), 0) FROM events").fetchone()[0])

    def add(
        self, event: Event, *, seen: int | None = None, clashes: Callable[[Event], bool] = lambda _: False
    ) -> Event:
        """Write an event; returns it with its id and its place in the sequence.

        ``seen`` is the id of the last event that the writer knew. Raises ConflictError where an event after it
        ``clashes``; the look and the writing are one transaction. Raises InputError for an event that means nothing,
        or a ``seen`` that this journal has never come to.
        """
        _refuse_meaningless(event)
        with self._transaction() as connection:
            last, top = connection.execute(_HIGHEST).fetchone()
            if seen is not None:
                if seen > last:
                    raise InputError("request", "has seen what is not in the journal", hint="load the page anew")
                others = [e for e in self._events(connection, max(0, seen)) if clashes(e)]
                if others:
                    raise ConflictError(others)
            event = replace(event, sequence=top + 1)
            number = self._insert(connection, event)
        return replace(event, id=number)

    def add_all(self, events: Iterable[Event]) -> int:
        """Write the events that are not here yet, all of them or none; returns how many were new.

        Those that bring a place in the sequence keep it; the others come after all, in the order given.
        """
        events = list(events)
        for event in events:
            _refuse_meaningless(event)
        with self._transaction() as connection:
            known = {row[0] for row in connection.execute("SELECT uuid FROM events")}
            fresh = list({e.uuid: e for e in events if e.uuid not in known}.values())
            top = max([connection.execute(_HIGHEST).fetchone()[1], *(e.sequence for e in fresh)])
            for event in fresh:
                top += not event.sequence
                self._insert(connection, event if event.sequence else replace(event, sequence=top))
        return len(fresh)

    def _events(self, connection: sqlite3.Connection, after: int) -> list[Event]:
        rows = connection.execute(_select(connection, "WHERE id > ? ORDER BY id"), (after,)).fetchall()
        found = []
        for row in rows:
            try:
                found.append(_event_in(row))
            except ValueError as error:
                if row[5] not in self._said:
                    self._said.add(row[5])
                    _log.warning("%s: event %s is left out (%s)", self.path, row[5], error)
        return found if all(e.sequence for e in found) else _by_time(found)

    @staticmethod
    def _insert(connection: sqlite3.Connection, event: Event) -> int:
        payload = json.dumps(dict(event.payload), ensure_ascii=False)
        values = (event.uuid, event.time, event.reviser, str(event.kind), payload, event.sequence)
        cursor = connection.execute(
            "INSERT INTO events (uuid, time, reviser, kind, payload, sequence, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*values, _checksum(*values)),
        )
        return int(cursor.lastrowid or 0)


def _is_full(error: sqlite3.OperationalError, folder: Path) -> bool:
    """Whether there is no room on the disk: SQLite says so, or only that it cannot write where hardly a byte is left."""
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if code == sqlite3.SQLITE_IOERR:
        return shutil.disk_usage(folder).free < _ROOM
    return code == sqlite3.SQLITE_FULL


def _has_log(path: Path) -> bool:
    """Whether events may stand in the write-ahead log alone, beside the file."""
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def _begin(connection: sqlite3.Connection) -> None:
    """Begin a transaction that writes. Raises sqlite3.OperationalError where others write for longer than ``_PATIENCE``.

    SQLite itself looks again every tenth of a second, and can miss every gap that busy writers leave; this looks oftener.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("BEGIN IMMEDIATE")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
        time.sleep(random.uniform(0.001, 0.02))


_HIGHEST = "SELECT COALESCE(MAX(id), 0), COALESCE(MAX(sequence), 0) FROM events"


def _columns(connection: sqlite3.Connection) -> set[str]:
    return {row[1] for row in connection.execute("PRAGMA table_info(events)")}


def _select(connection: sqlite3.Connection, rest: str) -> str:
    """The query for rows as ``_event_in`` takes them; a journal of version 1 that is only read has neither column."""
    newer = "sequence, checksum" if "sequence" in _columns(connection) else "0, ''"
    return f"SELECT kind, reviser, payload, time, uuid, id, {newer} FROM events {rest}"


def _event_in(row: Sequence[object]) -> Event:
    """The event in a row. Raises ValueError where it is not what was written, or means nothing."""
    kind, reviser, payload, time, uid, number, sequence, checksum = row
    if checksum and checksum != _checksum(uid, time, reviser, kind, payload, sequence):
        raise ValueError("its checksum is wrong")
    if not isinstance(payload, str):
        raise ValueError("its payload is no text")
    try:
        content = json.loads(payload)
    except RecursionError as error:
        raise ValueError("its payload is nested too deeply") from error
    data = {"kind": kind, "reviser": reviser, "payload": content, "time": time, "uuid": uid, "sequence": sequence}
    if not isinstance(number, int):
        raise ValueError("its number is none")
    return replace(event_of(data), id=number)


def _checksum(*values: object) -> str:
    return hashlib.sha256("\x1f".join(map(str, values)).encode()).hexdigest()[:16]


def _by_time(events: Sequence[Event]) -> list[Event]:
    """Events of a journal of version 1 with the places that they would get if it were brought up to date."""
    order = {e.uuid: i for i, e in enumerate(sorted(events, key=lambda e: (e.time, e.uuid)), 1)}
    return [replace(e, sequence=order[e.uuid]) for e in events]


def _refuse_meaningless(event: Event) -> None:
    problem = problem_in(str(event.kind), event.payload) or half_character_in([event.reviser, event.uuid])
    if problem:
        raise InputError(str(event.kind), problem, hint="write it again")


def _text(stored: bytes) -> str:
    """A text of the journal; bytes that are none make a text whose checksum fails, which costs one event and not all."""
    return stored.decode("utf-8", errors="replace")


def salvaged(path: Path) -> list[Event]:
    """What can be read of a damaged journal: rows from the front until one cannot be had, then from the back."""
    found: dict[str, Event] = {}
    for direction in ("ASC", "DESC"):
        try:
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
                # Lets SQLite open a file that is shorter than its own first page says.
                connection.execute("PRAGMA writable_schema = ON")
                connection.text_factory = _text
                for row in connection.execute(_select(connection, f"ORDER BY id {direction}")):
                    with suppress(ValueError):
                        event = _event_in(row)
                        found.setdefault(event.uuid, event)
        except sqlite3.Error as error:
            _log.debug("%s read %s: %s", path, direction, error)
    return sorted(found.values(), key=lambda e: e.id)


def journal_beside(folder: Path) -> Journal | None:
    """The journal of a folder, None where nobody has reviewed it yet."""
    path = folder / JOURNAL
    return Journal(path, reading=True) if path.is_file() else None
