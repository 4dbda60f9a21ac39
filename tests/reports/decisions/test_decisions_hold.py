"""Decisions hold: whatever the clocks say, whatever is merged, and whatever happened to the file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from corpora.errors import InputError
from reports.decisions.decisions import Subject, decision_event, review_of
from reports.decisions.journal import JOURNAL, ConflictError, Event, EventKind, Journal
from reports.decisions.merging import export_events, in_sequence, merge, merge_file, read_events
from tests.support.sample import ROOT

ONE = Subject("aa", "D305", ("fr", "en"), "p1", "versions")
OTHER = Subject("ee", "D201", ("fr", "en"), "p1", "versions")
ATTACK = ROOT.parent / "shared" / "attack"


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / JOURNAL)


def at(event: Event, **ahead: float) -> Event:
    """The event as a machine would write it whose clock goes wrong by this much."""
    return replace(event, time=(datetime.now(UTC) + timedelta(**ahead)).isoformat(timespec="microseconds"))


def word(journal: Journal, subject: Subject = ONE) -> str:
    found = review_of(journal.events()).decided(subject)
    return str(found.decision) if found else ""


# -- clocks ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hours", [-20000, -1, 0, 36, 20000])
def test_the_later_decision_holds_whatever_the_clock_of_the_earlier_said(journal: Journal, hours: float) -> None:
    journal.add(at(decision_event(ONE, "dismiss", "one", "first", "Ana"), hours=hours))
    journal.add(decision_event(ONE, "accept", "one", "", "Ana"))
    assert word(journal) == "accept"
    journal.add(at(decision_event(ONE, "open", "one", "", "Ana"), hours=-hours))
    assert word(journal) == ""


def test_a_colleagues_clock_that_runs_ahead_makes_no_later_decision_void(tmp_path: Path) -> None:
    ours, theirs = Journal(tmp_path / "ours.sqlite"), Journal(tmp_path / "theirs.sqlite")
    theirs.add(replace(decision_event(ONE, "dismiss", "one", "no", "Ben"), time="9999-12-31T23:59:59.999999+00:00"))
    merge(ours, theirs.events(), [ONE])
    assert word(ours) == "dismiss"
    ours.add(decision_event(ONE, "open", "one", "", "Ana"))
    assert word(ours) == ""
    merge(theirs, ours.events(), [ONE])
    assert word(theirs) == ""


def test_an_undo_holds_when_the_clock_stepped_back(journal: Journal) -> None:
    made = journal.add(at(decision_event(ONE, "accept", "one", "", "Ana"), hours=5))
    undone = journal.add(Event(EventKind.UNDO, "Ana", {"event": made.uuid}))
    assert word(journal) == ""
    journal.add(at(Event(EventKind.UNDO, "Ana", {"event": undone.uuid}), hours=-5))
    assert word(journal) == "accept"


def test_a_dispute_ends_with_the_next_decision_whatever_the_clocks(tmp_path: Path) -> None:
    ours, theirs = Journal(tmp_path / "ours.sqlite"), Journal(tmp_path / "theirs.sqlite")
    ours.add(decision_event(ONE, "accept", "one", "", "Ana"))
    theirs.add(at(decision_event(ONE, "dismiss", "one", "no", "Ben"), days=400))
    assert merge(ours, theirs.events(), [ONE]).disputed == ("aa",)
    ours.add(at(decision_event(ONE, "accept", "one", "", "Ana"), days=-400))
    assert word(ours) == "accept" and not review_of(ours.events()).disputes


def test_copies_that_merged_both_ways_agree(tmp_path: Path) -> None:
    ours, theirs = Journal(tmp_path / "ours.sqlite"), Journal(tmp_path / "theirs.sqlite")
    for number in range(6):
        who, hours = ("Ana", -3) if number % 2 else ("Ben", 3)
        side = (ours, theirs)[number % 2]
        side.add(at(decision_event(ONE, ("accept", "dismiss")[number % 2], "one", f"{number}", who), hours=hours))
    mine, his = ours.events(), theirs.events()
    merge(ours, his, [ONE])
    merge(theirs, mine, [ONE])
    assert word(ours) == word(theirs) != ""


def test_decisions_of_a_page_without_a_journal_are_placed_by_their_time(journal: Journal) -> None:
    journal.add(at(decision_event(ONE, "accept", "one", "", "Ana"), hours=-2))
    journal.add(at(decision_event(OTHER, "accept", "one", "", "Ana"), hours=2))
    page = [decision_event(s, "dismiss", "one", "no", "reader") for s in (ONE, OTHER)]
    merged = merge(journal, page, [ONE, OTHER])
    assert merged.new == 2 and set(merged.disputed) == {"aa", "ee"}
    assert (word(journal, ONE), word(journal, OTHER)) == ("dismiss", "dismiss")


def test_places_far_beyond_the_events_are_closed_up() -> None:
    events = [replace(decision_event(ONE, "accept", "one", "", "Ana"), sequence=n) for n in (10**30, 3, 10**40)]
    assert [e.sequence for e in in_sequence(events, [])] == [2, 1, 3]


# -- what is merged ----------------------------------------------------------------------------------------------------

_GOOD = decision_event(ONE, "accept", "one", "", "Ana").data()
_WORDS = {"id": "op1", "words": "Notes"}


def _event(kind: str, payload: Any, **other: Any) -> dict[str, Any]:
    return {**_GOOD, "uuid": "bad", "kind": kind, "payload": payload, **other}


MALFORMED: dict[str, Any] = {
    "no object": 7,
    "empty": {},
    "unknown kind": _event("approve", {}),
    "decision without its word": _event("decide", {"fingerprint": "aa"}),
    "unknown word": _event("decide", {"fingerprint": "aa", "decision": "perhaps"}),
    "word that is a list": _event("decide", {"fingerprint": "aa", "decision": ["accept"]}),
    "unknown scope": _event("decide", {"fingerprint": "aa", "decision": "accept", "scope": "world"}),
    "no fingerprint": _event("decide", {"decision": "accept"}),
    "number for a fingerprint": _event("decide", {"fingerprint": 7, "decision": "accept"}),
    "dismissal without a reason": _event("decide", {"fingerprint": "aa", "decision": "dismiss", "reason": " "}),
    "reason that is an object": _event("decide", {"fingerprint": "aa", "decision": "accept", "reason": {}}),
    "languages that are a word": _event("decide", {"fingerprint": "aa", "decision": "accept", "languages": 3}),
    "payload that is a list": _event("decide", []),
    "comment without text": _event("comment", {"fingerprint": "aa"}),
    "half a character": _event("comment", {"fingerprint": "aa", "text": "\ud800"}),
    "half a character in a name": _event("comment", {"fingerprint": "aa", "text": "x"}, reviser="\udc00"),
    "undo of nothing": _event("undo", {}),
    "undo of a list": _event("undo", {"event": ["x"]}),
    "dispute of nothing": _event("dispute", {}),
    "pin without a pair": _event("pin", {"beads": [{"source": [_WORDS], "target": []}]}),
    "pin without beads": _event("pin", {"pair": "versions:en"}),
    "bead that is a word": _event("pin", {"pair": "versions:en", "beads": ["x"]}),
    "bead of nothing": _event("pin", {"pair": "versions:en", "beads": [{"source": [], "target": []}]}),
    "bead of words": _event("pin", {"pair": "versions:en", "beads": [{"source": ["op1"], "target": []}]}),
    "paragraph without words": _event("pin", {"pair": "versions:en", "beads": [{"source": [{"id": "op1"}]}]}),
    "no time": _event("undo", {"event": "x"}, time="yesterday"),
    "time without a zone": _event("undo", {"event": "x"}, time="2026-01-01T00:00:00"),
    "time beyond all years": _event("undo", {"event": "x"}, time="9999-12-31T23:59:00-23:59"),
    "no uuid": _event("undo", {"event": "x"}, uuid=""),
    "sequence below zero": _event("undo", {"event": "x"}, sequence=-1),
    "sequence that is a word": _event("undo", {"event": "x"}, sequence="first"),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_an_export_with_one_malformed_event_is_refused_whole(name: str, journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps({"format": "hexapla-review", "version": 2, "events": [_GOOD, MALFORMED[name]]}))
    with pytest.raises(InputError, match="event 2: is no export"):
        merge_file(journal, path, [ONE], "Ana")
    assert journal.events() == []
    review_of(journal.events()).decided(ONE)


def test_the_shared_malformed_exports_are_refused(journal: Journal) -> None:
    if not ATTACK.is_dir():
        pytest.skip("../shared/attack is not here")
    for path in sorted(ATTACK.glob("merge-*.json")):
        with pytest.raises(InputError, match="event 1"):
            merge_file(journal, path, [ONE], "Ana")
    assert journal.events() == []


def test_an_export_goes_out_and_comes_back_with_its_sequence(journal: Journal, tmp_path: Path) -> None:
    journal.add(at(decision_event(ONE, "accept", "one", "", "Ana"), hours=9))
    journal.add(decision_event(ONE, "dismiss", "one", "no", "Ana"))
    path = tmp_path / "export.json"
    path.write_text(export_events(journal.events(), [ONE]), encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8"))["version"] == 2
    assert read_events(path) == [replace(e, id=0) for e in journal.events()]
    copy = Journal(tmp_path / "copy.sqlite")
    assert merge_file(copy, path, [ONE], "Ben").new == 2 and word(copy) == "dismiss"


@pytest.mark.parametrize("version", [3, "2", None, []])
def test_an_export_of_a_later_version_is_refused(version: object, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps({"format": "hexapla-review", "version": version, "events": []}))
    with pytest.raises(InputError, match="later version"):
        read_events(path)


def test_an_event_that_stands_twice_in_an_export_is_taken_once(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps({"format": "hexapla-review", "events": [_GOOD, _GOOD]}))
    assert merge_file(journal, path, [ONE], "Ana").new == 1


def test_json_nested_deeply_is_no_export(tmp_path: Path, journal: Journal) -> None:
    path = tmp_path / "export.json"
    path.write_text("[" * 100_000)
    with pytest.raises(InputError, match="no export"):
        merge_file(journal, path, [ONE], "Ana")


def test_what_means_nothing_is_not_written(journal: Journal) -> None:
    for event in (
        Event(EventKind.COMMENT, "Ana", {"fingerprint": "aa", "text": "\ud800"}),
        Event(EventKind.UNDO, "\ud800", {"event": "x"}),
        Event(EventKind.DECIDE, "Ana", {"fingerprint": "aa"}),
    ):
        with pytest.raises(InputError):
            journal.add(event)
        with pytest.raises(InputError):
            journal.add_all([decision_event(ONE, "accept", "one", "", "Ana"), event])
    assert journal.last() == 0


@pytest.mark.parametrize("seen", [1, 10**30])
def test_a_window_cannot_have_seen_what_is_not_there(journal: Journal, seen: int) -> None:
    with pytest.raises(InputError, match="load the page anew"):
        journal.add(decision_event(ONE, "accept", "one", "", "Ana"), seen=seen)
    assert journal.add(decision_event(ONE, "accept", "one", "", "Ana"), seen=-(10**30)).id == 1
    with pytest.raises(ConflictError):
        journal.add(decision_event(ONE, "open", "one", "", "Ana"), seen=-(10**30), clashes=lambda _: True)


# -- damage ------------------------------------------------------------------------------------------------------------


def _raw(path: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(path, isolation_level=None))


def _filled(path: Path, number: int = 400) -> Journal:
    journal = Journal(path)
    journal.add_all(
        decision_event(replace(ONE, fingerprint=f"f{i}"), "accept", "one", "", "Ana") for i in range(number)
    )
    with _raw(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    return journal


@pytest.mark.parametrize(
    "change",
    [
        "kind = 'approve'",
        "payload = '{'",
        "payload = '[]'",
        "payload = '{}'",
        "payload = x'00ff'",
        "kind = CAST(x'303080' AS TEXT)",
        "uuid = CAST(x'ff' AS TEXT)",
        "payload = replace(payload, 'accept', 'dismis')",
        "time = 'later'",
        "reviser = 'Ben'",
        "sequence = 99",
    ],
)
def test_an_event_that_was_changed_is_left_out_and_said(
    change: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    journal = _filled(tmp_path / JOURNAL, 3)
    with _raw(journal.path) as connection:
        connection.execute(f"UPDATE events SET {change} WHERE id = 2")
    assert [e.id for e in journal.events()] == [1, 3]
    assert [e.id for e in Journal(journal.path, reading=True).events()] == [1, 3]
    assert "event 2 is left out" in caplog.text
    assert journal.add(decision_event(ONE, "accept", "one", "", "Ana")).id == 4


@pytest.fixture(params=["a page in the middle", "cut to a half", "the last page"])
def damaged(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    path = _filled(tmp_path / JOURNAL).path
    data = bytearray(path.read_bytes())
    pages = len(data) // 4096
    assert pages > 20
    if request.param == "cut to a half":
        data = data[: pages // 2 * 4096]
    else:
        page = pages // 2 if "middle" in request.param else pages - 1
        data[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    yield path


def test_a_damaged_journal_is_said_to_be_damaged_and_what_can_be_read_is_saved(damaged: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is damaged .*of its events can be read"):
        Journal(damaged, reading=True).events()
    assert not list(tmp_path.glob("*.json"))
    with pytest.raises(InputError, match=r"saved in .*--merge"):
        Journal(damaged).events()
    (saved,) = tmp_path.glob("*.saved.json")
    fresh = Journal(tmp_path / "fresh.sqlite")
    new = merge_file(fresh, saved, [ONE], "Ana").new
    assert 100 < new <= 400
    held = [e for e in fresh.events() if e.kind is EventKind.DECIDE]
    assert {e.payload["fingerprint"] for e in held} <= {f"f{i}" for i in range(400)}


def test_a_full_disk_says_so(journal: Journal) -> None:
    class Full(Journal):
        def _opened(self, *, writes: bool) -> sqlite3.Connection:
            made = super()._opened(writes=writes)
            made.execute("PRAGMA max_page_count = 6")
            return made

    full = Full(journal.path)
    with pytest.raises(InputError, match="full"):
        for _ in range(300):
            full.add(decision_event(ONE, "accept", "one", "x" * 200, "Ana"))
    assert all(e.kind is EventKind.DECIDE for e in journal.events())


def test_a_journal_that_others_write_to_says_so(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.decisions.journal._PATIENCE", 0.1)
    with _raw(journal.path) as connection:
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(InputError, match="is being written to by other programs; try again"):
            journal.add(decision_event(ONE, "accept", "one", "", "Ana"))
    journal.add(decision_event(ONE, "accept", "one", "", "Ana"))


# -- a journal of version 1 --------------------------------------------------------------------------------------------

_FIRST_SCHEMA = """
CREATE TABLE events (id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, time TEXT NOT NULL,
  reviser TEXT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL)
"""


@pytest.mark.parametrize("reading", [True, False])
def test_a_journal_of_version_1_keeps_its_order_by_time(tmp_path: Path, reading: bool) -> None:
    path = tmp_path / JOURNAL
    with _raw(path) as connection:
        connection.execute(_FIRST_SCHEMA)
        connection.execute("PRAGMA user_version = 1")
        for uid, day, decision in (("b", 2, "dismiss"), ("a", 1, "accept")):
            payload = decision_event(ONE, decision, "one", "no", "Ana").payload
            connection.execute(
                "INSERT INTO events (uuid, time, reviser, kind, payload) VALUES (?, ?, 'Ana', 'decide', ?)",
                (uid, f"2026-01-0{day}T00:00:00.000000+00:00", json.dumps(dict(payload))),
            )
    journal = Journal(path, reading=reading)
    assert word(journal) == "dismiss"
    assert sorted(e.sequence for e in journal.events()) == [1, 2]
    if not reading:
        journal.add(at(decision_event(ONE, "open", "one", "", "Ana"), days=-4000))
        assert word(journal) == ""
