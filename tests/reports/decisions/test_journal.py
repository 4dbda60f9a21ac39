"""The journal: several windows, files that are none, later versions."""

from __future__ import annotations

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from corpora.errors import InputError
from reports.app.review_session import ReviewSession
from reports.decisions.decisions import clashes_with, decision_event
from reports.decisions.journal import JOURNAL, ConflictError, Journal, event_of
from reports.pipeline.run_options import RunOptions
from tests.support.command_line import run
from tests.support.review import ONE, OTHER

pytestmark = pytest.mark.slow


def test_two_windows_do_not_overwrite_each_other(journal: Journal) -> None:
    seen = journal.last()
    clashes = clashes_with([ONE])
    journal.add(decision_event(ONE, "accept", "one", "", "Ana"), seen=seen, clashes=clashes)
    with pytest.raises(ConflictError) as conflict:
        journal.add(decision_event(ONE, "dismiss", "one", "no", "Ben"), seen=seen, clashes=clashes)
    assert [e.reviser for e in conflict.value.events] == ["Ana"]
    journal.add(decision_event(OTHER, "dismiss", "one", "no", "Ben"), seen=seen, clashes=clashes_with([OTHER]))
    assert len(journal.events()) == 2


def test_of_many_at_once_one_wins(journal: Journal) -> None:
    def attempt(number: int) -> bool:
        try:
            journal.add(decision_event(ONE, "accept", "one", str(number), "Ana"), seen=0, clashes=clashes_with([ONE]))
        except ConflictError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(attempt, range(24)))
    assert won.count(True) == 1 and len(journal.events()) == 1


def test_a_file_that_is_no_journal(tmp_path: Path) -> None:
    path = tmp_path / JOURNAL
    path.write_text("this is not SQLite" * 100)
    with pytest.raises(InputError, match="no journal"):
        Journal(path)


def test_a_report_only_reads_the_journal(folder: Path, tmp_path: Path) -> None:
    review_session = ReviewSession(folder, RunOptions(), "en", "Ana")
    review_session.decide(
        {"fingerprint": review_session.subjects[0].fingerprint, "decision": "dismiss", "reason": "no"}, 0
    )
    before = {p.name: p.stat().st_mtime_ns for p in folder.iterdir() if not p.name.endswith(("-shm", "-wal"))}
    folder.chmod(0o555)
    try:
        run("report", folder, "-o", tmp_path / "out")
    finally:
        folder.chmod(0o755)
    report = json.loads((tmp_path / "out" / "findings.json").read_text(encoding="utf-8"))["versions"]
    assert [s["why"] for s in report["suppressed"]] == ["review"]
    after = {p.name: p.stat().st_mtime_ns for p in folder.iterdir() if not p.name.endswith(("-shm", "-wal"))}
    assert after == before


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can be written to"):
        Journal(tmp_path / "absent" / JOURNAL)


def test_a_journal_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / JOURNAL) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(InputError, match="later version"):
        Journal(tmp_path / JOURNAL)


@pytest.mark.parametrize(
    "data",
    [{}, {"kind": "decide"}, {"kind": "x", "payload": {}, "time": "2026-01-01T00:00:00+00:00", "reviser": "", "uuid": "1"},
     {"kind": "decide", "payload": {}, "time": "today", "reviser": "", "uuid": "1"}],
)  # fmt: skip
def test_what_is_no_event(data: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        event_of(data)
