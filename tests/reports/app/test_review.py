"""The review without a browser: the journal, decisions and their scopes, pins, merging, the server's gate."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import openpyxl
import pytest
from starlette.testclient import TestClient

from corpora.errors import InputError
from corpora.reading import read_text
from reports.app.server import HOST, application, bound_socket
from reports.app.session import ReviewSession
from reports.decisions.decisions import Decision, Subject, clashes_with, decision_event, review_of
from reports.decisions.journal import JOURNAL, ConflictError, Event, EventKind, Journal, event_of
from reports.decisions.merging import merge, merge_file
from reports.decisions.pins import Pair, pin_event, placed
from reports.pipeline.case import examine
from reports.pipeline.project import case_of_project
from reports.pipeline.run_options import RunOptions
from reports.project.layout import open_project
from tests.conftest import SAMPLE, sample_text
from tests.reports.cli.test_cli import refused, run

ONE = Subject("aa", "D305", ("fr", "en"), "p1", "versions")
SAME_WORDS = Subject("bb", "D305", ("fr", "es"), "p1", "versions")
SAME_CODE = Subject("cc", "D305", ("fr", "en"), "p2", "versions")
LATER = Subject("dd", "D305", ("fr", "fr"), "p1", "related:E/RES/2003/900")
OTHER = Subject("ee", "D201", ("fr", "en"), "p1", "versions")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """French and the two drift copies: a folder with findings, small enough to check often."""
    made = tmp_path / "docs"
    made.mkdir()
    shutil.copy(SAMPLE / "fr.md", made)
    for code in ("en", "es"):
        shutil.copy(SAMPLE / "drift" / f"{code}.md", made)
    return made


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / JOURNAL)


def decide(journal: Journal, subject: Subject, decision: str, scope: str = "one", who: str = "Ana") -> Event:
    return journal.add(decision_event(subject, decision, scope, "because", who))


# -- decisions ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scope", "reached"),
    [
        ("one", {"aa"}),
        ("like", {"aa", "cc"}),
        ("phrase", {"aa", "bb"}),
        ("series", {"aa", "bb", "dd"}),
    ],
)
def test_a_scope_reaches_what_it_says(journal: Journal, scope: str, reached: set[str]) -> None:
    decide(journal, ONE, "dismiss", scope)
    review = review_of(journal.events())
    everything = (ONE, SAME_WORDS, SAME_CODE, LATER, OTHER)
    assert {s.fingerprint for s in everything if review.dismissed(s)} == reached


def test_the_latest_decision_holds_and_can_be_undone_and_redone(journal: Journal) -> None:
    decide(journal, ONE, "dismiss", "series")
    accepted = decide(journal, ONE, "accept")

    def word(subject: Subject) -> str:
        found = review_of(journal.events()).decided(subject)
        return str(found.decision) if found else ""

    assert (word(ONE), word(SAME_WORDS)) == ("accept", "dismiss")
    undone = journal.add(Event(EventKind.UNDO, "Ana", {"event": accepted.uuid}))
    assert word(ONE) == "dismiss"
    journal.add(Event(EventKind.UNDO, "Ana", {"event": undone.uuid}))
    assert word(ONE) == "accept"
    decide(journal, ONE, "open")
    assert word(ONE) == ""


@pytest.mark.parametrize(
    ("decision", "scope", "reason"), [("perhaps", "one", "x"), ("accept", "all", "x"), ("dismiss", "one", " ")]
)
def test_what_is_no_decision_is_refused(decision: str, scope: str, reason: str) -> None:
    with pytest.raises(InputError):
        decision_event(ONE, decision, scope, reason, "Ana")


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


# -- pins --------------------------------------------------------------------------------------------------------------


def test_pins_survive_a_revised_file_and_are_lost_with_their_paragraph(journal: Journal) -> None:
    french, english = sample_text("fr"), sample_text("en")
    pair = Pair("versions:en", french, english)
    journal.add(pin_event(pair, [(["op4", "op5"], ["op4", "op5"]), (["op8"], ["op8"])], "Ana"))
    first = english.paragraph("op1").text
    revised = english.source.replace(
        f"1. *{first.split()[0]}*", f"1. *Notes* a new paragraph;\n\n2. *{first.split()[0]}*"
    )
    for number in range(10, 1, -1):
        revised = revised.replace(f"\n{number}. ", f"\n{number + 1}. ", 1)
    later = read_text(revised, "en", "en.md")
    words = english.paragraph("op5").text
    found = placed(review_of(journal.events()), Pair("versions:en", french, later))
    assert not found.lost
    target = next(p.target for p in found.pins if p.source == ("op4", "op5"))
    assert [later.paragraph(i).text for i in target] == [english.paragraph("op4").text, words]
    without = read_text(english.source.replace(english.paragraph("op8").text[20:], "gone;"), "en", "en.md")
    found = placed(review_of(journal.events()), Pair("versions:en", french, without))
    assert [p.source for p in found.pins] == [("op4", "op5")] and len(found.lost) == 1


@pytest.mark.parametrize("beads", [[([], [])], [(["op99"], [])], [(["op1"], ["op1"]), (["op2"], ["op1"])]])
def test_pins_that_cannot_be(beads: list[tuple[list[str], list[str]]]) -> None:
    with pytest.raises(InputError):
        pin_event(Pair("versions:en", sample_text("fr"), sample_text("en")), beads, "Ana")


# -- merging -----------------------------------------------------------------------------------------------------------


def copies(tmp_path: Path) -> tuple[Journal, Journal]:
    ours = Journal(tmp_path / "ours.sqlite")
    decide(ours, ONE, "accept")
    theirs = Journal(tmp_path / "theirs.sqlite")
    theirs.add_all(ours.events())
    return ours, theirs


def test_two_revisers_decisions_merge_and_what_they_disagree_on_is_disputed(tmp_path: Path) -> None:
    ours, theirs = copies(tmp_path)
    subjects = [ONE, SAME_WORDS, OTHER]
    decide(ours, OTHER, "accept")
    decide(theirs, SAME_WORDS, "dismiss", who="Ben")
    decide(theirs, OTHER, "dismiss", who="Ben")
    merged = merge(ours, theirs.events(), subjects)
    assert merged.new == 2 and merged.disputed == ("ee",)
    review = review_of(ours.events())
    assert review.disputes == {"ee"} and review.dismissed(SAME_WORDS)
    assert merge(ours, theirs.events(), subjects).new == 0
    decide(ours, OTHER, "accept", who="Ana")
    assert review_of(ours.events()).disputes == frozenset()


def test_merging_is_the_same_from_both_sides(tmp_path: Path) -> None:
    ours, theirs = copies(tmp_path)
    decide(ours, OTHER, "accept")
    decide(theirs, OTHER, "dismiss", who="Ben")
    mine, his = ours.events(), theirs.events()
    merge(ours, his, [ONE, OTHER])
    merge(theirs, mine, [ONE, OTHER])
    words = []
    for journal in (ours, theirs):
        found = review_of(journal.events()).decided(OTHER)
        assert found is not None
        words.append((found.decision, found.reviser))
    assert words[0] == words[1]


def test_a_workbook_goes_out_and_comes_back(folder: Path, tmp_path: Path) -> None:
    review_session = ReviewSession(folder, RunOptions(), "en", "Ana")
    first, second, third, *_ = review_session.subjects
    review_session.decide({"fingerprint": first.fingerprint, "decision": "accept"}, 0)
    path = tmp_path / "review.xlsx"
    path.write_bytes(review_session.decisions_workbook())
    book = openpyxl.load_workbook(path)
    sheet = book["Findings"]
    rows = {row[10].value: row for row in sheet.iter_rows(min_row=2)}
    assert rows[first.fingerprint][7].value == "accept" and rows[first.fingerprint][9].value == "Ana"
    rows[second.fingerprint][7].value, rows[second.fingerprint][8].value = "Dismiss", "house style"
    rows[second.fingerprint][9].value = "Ben"
    rows[third.fingerprint][8].value = "to be asked"
    book.save(path)
    # What was decided meanwhile and left alone in the workbook stays.
    review_session.decide(
        {"fingerprint": first.fingerprint, "decision": "dismiss", "reason": "no"}, review_session.journal.last()
    )
    merged = merge_file(review_session.journal, path, review_session.subjects, "Cem")
    assert (merged.new, merged.disputed, merged.unknown) == (2, (), ())
    review = review_session.review()
    assert [str(d.decision) for d in (review.decided(first), review.decided(second)) if d] == ["dismiss", "dismiss"]
    held = review.decided(second)
    assert held is not None and (held.reviser, held.reason) == ("Ben", "house style")
    assert [(c.text, c.reviser) for c in review.comments(third.fingerprint)] == [("to be asked", "Cem")]
    assert merge_file(review_session.journal, path, review_session.subjects, "Cem").new == 0


def test_a_workbook_and_the_journal_disagree(folder: Path, tmp_path: Path) -> None:
    review_session = ReviewSession(folder, RunOptions(), "fr", "Ana")
    first = review_session.subjects[0]
    path = tmp_path / "review.xlsx"
    path.write_bytes(review_session.decisions_workbook())
    book = openpyxl.load_workbook(path)
    sheet = book["Constats"]
    row = next(r for r in sheet.iter_rows(min_row=2) if r[10].value == first.fingerprint)
    row[7].value, row[8].value = "accept", "right"
    book.save(path)
    review_session.decide({"fingerprint": first.fingerprint, "decision": "dismiss", "reason": "no"}, 0)
    assert merge_file(review_session.journal, path, review_session.subjects, "Ben").disputed == (first.fingerprint,)
    assert first.fingerprint in review_session.review().disputes
    row[7].value = "maybe"
    book.save(path)
    with pytest.raises(InputError, match=r"row \d+.*'maybe'"):
        merge_file(review_session.journal, path, review_session.subjects, "Ben")


def test_the_command_merges_and_exports(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = shutil.copytree(folder, tmp_path / "other")
    review_session = ReviewSession(other, RunOptions(), "en", "Ben")
    subject = review_session.subjects[0]
    review_session.decide({"fingerprint": subject.fingerprint, "decision": "dismiss", "reason": "fine"}, 0)
    exported = tmp_path / "decisions.json"
    run("review", other, "--export", exported)
    data = json.loads(exported.read_text(encoding="utf-8"))
    assert data["decisions"][0]["reason"] == "fine"
    assert "1 new" in run("review", folder, "--merge", exported)
    assert "0 new" in run("review", folder, "--merge", other / JOURNAL)
    # The report no longer shows it, and says why.
    before = len(examine(case_of_project(open_project(folder), RunOptions())).selection.findings)
    run("report", folder, "-o", tmp_path / "out")
    report = json.loads((tmp_path / "out" / "findings.json").read_text(encoding="utf-8"))["versions"]
    assert len(report["findings"]) == before - 1
    assert [(s["why"], s["reason"], s["author"]) for s in report["suppressed"]] == [("review", "fine", "Ben")]
    for name, words in (("x.json", "no such file"), ("fr.md", "no format")):
        assert words in refused(capsys, monkeypatch, "review", str(folder), "--merge", str(folder / name))
    (tmp_path / "bad.json").write_text('{"format": "hexapla-review", "events": [{"kind": 1}]}')
    assert "no export" in refused(capsys, monkeypatch, "review", str(folder), "--merge", str(tmp_path / "bad.json"))
    (tmp_path / "bad.xlsx").write_bytes(b"PK not a workbook")
    assert "no workbook" in refused(capsys, monkeypatch, "review", str(folder), "--merge", str(tmp_path / "bad.xlsx"))


def test_decisions_hold_when_a_document_is_revised(folder: Path) -> None:
    review_session = ReviewSession(folder, RunOptions(), "en", "Ana")
    subject = next(s for s in review_session.subjects if s.code == "D202")
    review_session.decide({"fingerprint": subject.fingerprint, "decision": "dismiss", "reason": "no"}, 0)
    english = folder / "en.md"
    text = english.read_text(encoding="utf-8")
    english.write_text(text.replace("plan of action against terrorism", "plan of action to counter terrorism"))
    assert review_session.state()["changed"]
    review_session.recheck()
    state = review_session.state()
    assert not state["changed"] and state["findings"][subject.fingerprint]["decision"] == "dismiss"


# -- the server --------------------------------------------------------------------------------------------------------

TOKEN, PORT = "t0ken-of-a-test", 4711
HOME = f"http://{HOST}:{PORT}"


@pytest.fixture
def client(folder: Path) -> Iterator[TestClient]:
    review_session = ReviewSession(folder, RunOptions(), "en", "Ana")
    with TestClient(application(review_session, TOKEN, PORT), base_url=HOME, headers={"Origin": HOME}) as made:
        yield made


def post(client: TestClient, path: str, body: object, **headers: str) -> httpx.Response:
    return client.post(f"/{TOKEN}/api/{path}", json=body, headers=headers)


def test_the_page_and_its_policy(client: TestClient) -> None:
    answer = client.get(f"/{TOKEN}/")
    assert answer.status_code == 200 and 'data-mode="review"' in answer.text
    assert "connect-src &#39;self&#39;" in answer.text
    assert answer.headers["referrer-policy"] == "no-referrer" and answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {}, 404),
        ("/wrong/", {}, 404),
        (f"/{TOKEN}x/", {}, 404),
        (f"/{TOKEN}/", {"Host": "evil.example"}, 421),
        (f"/{TOKEN}/", {"Host": f"{HOST}:1"}, 421),
        (f"/{TOKEN}/", {"Origin": "http://evil.example"}, 403),
        (f"/{TOKEN}/", {"Sec-Fetch-Site": "cross-site"}, 403),
        (f"/{TOKEN}/../etc/passwd", {}, 404),
    ],
)
def test_nobody_else_gets_an_answer(client: TestClient, path: str, headers: dict[str, str], status: int) -> None:
    assert client.get(path, headers=headers).status_code == status


def test_changes_want_an_origin_json_and_sense(client: TestClient, folder: Path) -> None:
    fingerprint = next(iter(client.get(f"/{TOKEN}/api/state").json()["findings"]))
    good = {"fingerprint": fingerprint, "decision": "accept", "seen": 0}
    bare = TestClient(client.app, base_url=HOME)
    assert bare.post(f"/{TOKEN}/api/decide", json=good).status_code == 403
    assert client.post(f"/{TOKEN}/api/decide", content=json.dumps(good)).status_code == 415
    assert client.post(
        f"/{TOKEN}/api/decide", content=b"{", headers={"Content-Type": "application/json"}
    ).status_code == 400  # fmt: skip
    assert post(client, "decide", [1]).status_code == 400
    assert post(client, "decide", {**good, "reason": "x" * 300_000}).status_code == 413
    for wrong in ({"seen": "0"}, {"fingerprint": "none"}, {"decision": "x"}, {"scope": "x"}, {"reason": "x" * 5000}):
        assert post(client, "decide", {**good, **wrong}).status_code == 422
    for beads in (None, [], [["op1"]], [[["op1"], [3]]], [[["op77"], []]]):
        assert post(client, "pin", {"pair": "versions:en", "beads": beads, "seen": 0}).status_code == 422
    assert post(client, "undo", {"seen": 0}).status_code == 422
    assert Journal(folder / JOURNAL).events() == []


def test_decide_conflict_undo(client: TestClient) -> None:
    fingerprint = next(iter(client.get(f"/{TOKEN}/api/state").json()["findings"]))
    body = {"fingerprint": fingerprint, "decision": "accept", "seen": 0}
    first = post(client, "decide", body)
    assert first.json()["findings"][fingerprint]["decision"] == "accept"
    second = post(client, "decide", {**body, "decision": "dismiss", "reason": "no"})
    assert second.status_code == 409
    assert second.json()["state"]["findings"][fingerprint]["decision"] == "accept"
    undone = post(client, "undo", {"seen": first.json()["last"]}).json()
    assert undone["findings"][fingerprint]["decision"] == "" and not undone["undoable"]


def test_a_pin_is_checked_at_once_and_undone(client: TestClient) -> None:
    before = client.get(f"/{TOKEN}/api/state").json()
    body = {"pair": "versions:en", "beads": [[["op4", "op5"], ["op4", "op5"]]], "seen": 0}
    after = post(client, "pin", body).json()
    assert after["generation"] == before["generation"] + 1
    page = client.get(f"/{TOKEN}/").text
    assert 'class="cell pinned"' in page and 'data-ids="op4 op5"' in page
    undone = post(client, "undo", {"seen": after["last"]}).json()
    assert undone["generation"] == after["generation"] + 1
    assert 'class="cell pinned"' not in client.get(f"/{TOKEN}/").text


def test_a_bead_of_related_resolutions_is_pinned(folder: Path) -> None:
    shutil.copy(SAMPLE / "2003-900.fr.md", folder)
    shutil.copy(SAMPLE / "hexapla.toml", folder)
    review_session = ReviewSession(folder, RunOptions(), "en", "Ana")
    body = {"pair": "related:E/RES/2003/900", "beads": [[["op1"], ["op7", "op8"]], [["op9"], []]]}
    review_session.pin(body, 0)
    (pair, _), *_ = examine(case_of_project(open_project(folder), RunOptions(), review_session.review())).related
    beads = {b.source: b for b in pair.alignment.beads if b.source}
    assert beads[("op1",)].target == ("op7", "op8") and beads[("op1",)].pinned
    assert beads[("op9",)].target == ()
    assert 'class="cell pinned"' in review_session.page()


def test_a_version_added_later_leaves_pins_and_decisions_alone(folder: Path) -> None:
    review_session = ReviewSession(folder, RunOptions(), "en", "Ana")
    subject = next(s for s in review_session.subjects if s.code == "D202" and "en" in s.languages)
    review_session.decide({"fingerprint": subject.fingerprint, "decision": "accept"}, 0)
    review_session.pin(
        {"pair": "versions:en", "beads": [[["op4", "op5"], ["op4", "op5"]]]}, review_session.journal.last()
    )
    shutil.copy(SAMPLE / "ru.md", folder)
    assert review_session.state()["changed"]
    review_session.recheck()
    state = review_session.state()
    assert state["findings"][subject.fingerprint]["decision"] == "accept" and not state["lost_pins"]
    found = examine(case_of_project(open_project(folder), RunOptions(), review_session.review()))
    assert found.versions is not None
    pinned = {c: [b.source for b in a.beads if b.pinned] for c, a in found.versions.alignments.items()}
    assert pinned == {"en": [("op4", "op5")], "es": [], "ru": []}


def test_exports_over_the_server(client: TestClient) -> None:
    assert client.get(f"/{TOKEN}/export.json").json()["format"] == "hexapla-review"
    assert client.get(f"/{TOKEN}/export.xlsx").content[:2] == b"PK"


def test_a_taken_port_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    taken = bound_socket(0)
    port = taken.getsockname()[1]
    with taken:
        assert f"port {port}" in refused(capsys, monkeypatch, "review", str(folder), "--port", str(port), "--no-open")
    assert "port 99999" in refused(capsys, monkeypatch, "review", str(folder), "--port", "99999", "--no-open")


def started(folder: Path) -> tuple[subprocess.Popen[str], str]:
    """The command as a process of its own; returns it with the address that it prints."""
    process = subprocess.Popen(
        [sys.executable, "-m", "reports.cli", "review", str(folder), "--no-open", "--reviser", "Ana"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    assert address.startswith(f"http://{HOST}:")
    return process, address


def test_a_killed_server_loses_nothing(folder: Path) -> None:
    process, address = started(folder)
    origin = address.rsplit("/", 2)[0]
    state = httpx.get(f"{address}api/state").json()
    done = []
    try:
        for fingerprint in list(state["findings"])[:5]:
            body = {"fingerprint": fingerprint, "decision": "dismiss", "reason": "no", "seen": 0}
            answer = httpx.post(f"{address}api/decide", json=body, headers={"Origin": origin})
            assert answer.status_code == 200
            done.append(fingerprint)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    process, address = started(folder)
    try:
        findings = httpx.get(f"{address}api/state").json()["findings"]
        assert [f for f in findings if findings[f]["decision"] == Decision.DISMISS] == done
    finally:
        process.terminate()
        process.wait(timeout=20)
