"""A full disk: what was decided is shown, nothing is half written, and with room again the same decision is taken."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from corpora.errors import InputError
from reports.app.review_session import ReviewSession
from reports.decisions.decisions import decision_event
from reports.decisions.journal import Journal
from reports.pipeline.run_options import RunOptions
from tests.support.review import ONE, OTHER, decide

pytestmark = pytest.mark.slow


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """From now on no page is added to a journal: SQLite answers as on a full disk."""
    opened = sqlite3.connect

    def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection = opened(*arguments, **options)
        connection.execute("PRAGMA max_page_count = 1")  # as many as there are
        return connection

    monkeypatch.setattr("reports.decisions.journal.sqlite3.connect", connect)
    return monkeypatch


def test_nothing_is_lost_and_nothing_half_written(journal: Journal, request: pytest.FixtureRequest) -> None:
    decide(journal, ONE, "accept")
    monkeypatch = request.getfixturevalue("full")
    long = decision_event(OTHER, "dismiss", "one", "because " * 500, "Ana")
    with pytest.raises(InputError, match="cannot be written: the disk is full; make room there, then try again"):
        journal.add(long)
    with pytest.raises(InputError, match="the disk is full"):
        journal.add_all([long, long])
    assert [e.payload["fingerprint"] for e in journal.events()] == [ONE.fingerprint]
    monkeypatch.undo()
    assert journal.add(long).id == 2
    assert [e.payload["fingerprint"] for e in Journal(journal.path).events()] == [ONE.fingerprint, OTHER.fingerprint]


def test_a_disk_without_room_for_the_log_can_be_read(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not even the index of the log has room, SQLite says only that it cannot write."""
    decide(journal, ONE, "accept")
    opened = sqlite3.connect

    class NoRoom(sqlite3.Connection):
        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
            raise error

    def connect(address: Any, *arguments: Any, **options: Any) -> sqlite3.Connection:
        immutable = "immutable" in str(address)
        return opened(address, *arguments, **options) if immutable else opened(address, factory=NoRoom, **options)

    monkeypatch.setattr("reports.decisions.journal.sqlite3.connect", connect)
    with pytest.raises(InputError, match="disk I/O error"):  # there is room: it is another fault
        journal.events()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1000, 1000, 0))
    assert [e.payload["fingerprint"] for e in journal.events()] == [ONE.fingerprint] and journal.last() == 1
    with pytest.raises(InputError, match="the disk is full"):
        decide(journal, OTHER, "accept")
    journal.path.with_name(f"{journal.path.name}-wal").write_bytes(
        b"something"
    )  # what stands there alone is not left out
    with pytest.raises(InputError, match="the disk is full"):
        journal.events()


def test_a_review_goes_on_when_there_is_room_again(folder: Path, request: pytest.FixtureRequest) -> None:
    session = ReviewSession(folder, RunOptions(), "en", "Ana")
    first, *_ = session.subjects
    body = {"fingerprint": first.fingerprint, "decision": "dismiss", "reason": "because " * 499}
    pin = {"pair": "versions:en", "beads": [[[f"op{n}" for n in range(2, 6)], [f"op{n}" for n in range(2, 6)]]]}
    session.decide({"fingerprint": first.fingerprint, "decision": "accept"}, 0)
    before, page = session.state(), session.page()
    monkeypatch = request.getfixturevalue("full")
    for work in (
        lambda: session.decide(body, session.journal.last()),
        lambda: session.pin(pin, session.journal.last()),
    ):
        with pytest.raises(InputError, match="the disk is full"):
            work()
    assert session.state() == before and session.page() == page
    monkeypatch.undo()
    session.decide(body, session.journal.last())
    session.pin(pin, session.journal.last())
    assert 'class="cell pinned"' in session.page()
