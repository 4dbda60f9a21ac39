"""The journal of a review: what revisers did, one event a line of an SQLite table, never changed and never removed.

Every change is one transaction with write-ahead logging and full synchronisation, so that a killed process loses nothing that
was acknowledged (SQLite documentation, "Write-Ahead Logging" and "PRAGMA synchronous"). Undoing is an event of its own.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from corpora.errors import InputError

JOURNAL = "hexapla-review.sqlite"
_VERSION = 1
"""The version of the journal's tables; a program that knows only earlier ones leaves the file alone."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  time TEXT NOT NULL,
  reviser TEXT NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL
)
"""


class EventKind(StrEnum):
    """What an event does."""

    DECIDE = "decide"
    COMMENT = "comment"
    PIN = "pin"
    UNDO = "undo"
    DISPUTE = "dispute"


@dataclass(frozen=True, slots=True)
class Event:
    """One entry. ``time`` is UTC, ISO 8601; ``id`` counts entries of this journal, ``uuid`` is the same in every copy."""

    kind: EventKind
    reviser: str
    payload: Mapping[str, Any]
    time: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="microseconds"))
    uuid: str = field(default_factory=lambda: uuid.uuid4().hex)
    id: int = 0

    def data(self) -> dict[str, Any]:
        """The event as JSON data, without its place in this journal."""
        return {
            "uuid": self.uuid,
            "time": self.time,
            "reviser": self.reviser,
            "kind": str(self.kind),
            "payload": dict(self.payload),
        }


def event_of(data: Mapping[str, Any]) -> Event:
    """The event in JSON data. Raises ValueError where it is none."""
    try:
        kind, payload = EventKind(data["kind"]), data["payload"]
        if not isinstance(payload, Mapping):
            raise ValueError("the payload is no object")
        time = datetime.fromisoformat(str(data["time"]))
        if time.tzinfo is None:
            raise ValueError("the time has no zone")
        when = time.astimezone(UTC).isoformat(timespec="microseconds")
        return Event(kind, str(data["reviser"]), payload, when, str(data["uuid"]))
    except (KeyError, TypeError) as error:
        raise ValueError(f"no event: {error}") from error


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
        with self._connection() as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > _VERSION:
                raise InputError(str(path), "was written by a later version of Hexapla", hint="update Hexapla")
            if reading:
                return
            connection.execute(_SCHEMA)
            connection.execute(f"PRAGMA user_version = {_VERSION}")

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection: sqlite3.Connection | None = None
        try:
            connection = self._opened()
            yield connection
        except sqlite3.OperationalError as error:
            raise InputError(
                str(self.path), f"cannot be used ({error})", hint="check that the folder can be written to"
            ) from error
        except sqlite3.Error as error:
            raise InputError(str(self.path), f"is no journal of a review ({error})", hint="move it away") from error
        finally:
            if connection is not None:
                connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """A connection on which nobody else writes meanwhile; what is done on it is kept whole or not at all."""
        with self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise

    def _opened(self) -> sqlite3.Connection:
        if not self.reading:
            connection = sqlite3.connect(self.path, timeout=10, isolation_level=None)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            return connection
        address = self.path.resolve().as_uri()
        try:
            connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=10, isolation_level=None)
            connection.execute("SELECT 1 FROM events LIMIT 1")
        except sqlite3.OperationalError:
            # Where nothing may be written SQLite cannot share a log; nobody else writes there either.
            connection = sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None)
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
        """Write an event; returns it with its id.

        ``seen`` is the id of the last event that the writer knew. Raises ConflictError where an event after it
        ``clashes``; the look and the writing are one transaction.
        """
        with self._transaction() as connection:
            if seen is not None:
                others = [e for e in self._events(connection, seen) if clashes(e)]
                if others:
                    raise ConflictError(others)
            number = self._insert(connection, event)
        return replace(event, id=number)

    def add_all(self, events: Iterable[Event]) -> int:
        """Write the events that are not here yet, all of them or none; returns how many were new."""
        with self._transaction() as connection:
            known = {row[0] for row in connection.execute("SELECT uuid FROM events")}
            fresh = [e for e in events if e.uuid not in known]
            for event in fresh:
                self._insert(connection, event)
        return len(fresh)

    @staticmethod
    def _events(connection: sqlite3.Connection, after: int) -> list[Event]:
        rows = connection.execute(
            "SELECT kind, reviser, payload, time, uuid, id FROM events WHERE id > ? ORDER BY id", (after,)
        ).fetchall()
        return [
            Event(EventKind(kind), reviser, json.loads(payload), time, uid, number)
            for kind, reviser, payload, time, uid, number in rows
        ]

    @staticmethod
    def _insert(connection: sqlite3.Connection, event: Event) -> int:
        cursor = connection.execute(
            "INSERT INTO events (uuid, time, reviser, kind, payload) VALUES (?, ?, ?, ?, ?)",
            (
                event.uuid,
                event.time,
                event.reviser,
                str(event.kind),
                json.dumps(dict(event.payload), ensure_ascii=False),
            ),
        )
        return int(cursor.lastrowid or 0)


def journal_beside(folder: Path) -> Journal | None:
    """The journal of a folder, None where nobody has reviewed it yet."""
    path = folder / JOURNAL
    return Journal(path, reading=True) if path.is_file() else None
