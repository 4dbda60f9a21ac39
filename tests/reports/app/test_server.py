"""The review's server without a browser: who gets an answer, what changes, what survives."""

from __future__ import annotations

import io
import json
import re
import signal
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import httpx
import openpyxl
import pytest
from starlette.testclient import TestClient

from reports.app.review_session import ReviewSession
from reports.app.server import HOST, application, bound_socket
from reports.decisions.decisions import Decision
from reports.decisions.journal import JOURNAL, Journal
from reports.pipeline.run_options import RunOptions
from tests.support.command_line import refused
from tests.support.review import HOME, PORT, TOKEN, open_folder_of, open_folders_in, started

pytestmark = pytest.mark.slow


ROOM = ""


@pytest.fixture
def client(folder: Path, tmp_path: Path) -> Iterator[TestClient]:
    global ROOM
    open_folders = open_folders_in(tmp_path / "work")
    entry, _ = open_folder_of(open_folders, folder)
    ROOM = f"/{TOKEN}/w/{entry.key}"
    with TestClient(application(open_folders, TOKEN, PORT), base_url=HOME, headers={"Origin": HOME}) as made:
        yield made


def post(client: TestClient, path: str, body: object, **headers: str) -> httpx.Response:
    return client.post(f"{ROOM}/api/{path}", json=body, headers=headers)


def test_the_page_and_its_policy(client: TestClient) -> None:
    answer = client.get(f"{ROOM}/")
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
        (f"/{TOKEN}/w/0123456789abcdef/", {}, 404),
        (f"/{TOKEN}/w/0123456789abcdef/api/state", {}, 404),
    ],
)
def test_nobody_else_gets_an_answer(client: TestClient, path: str, headers: dict[str, str], status: int) -> None:
    assert client.get(path, headers=headers).status_code == status


def test_changes_want_an_origin_json_and_sense(client: TestClient, folder: Path) -> None:
    fingerprint = next(iter(client.get(f"{ROOM}/api/state").json()["findings"]))
    good = {"fingerprint": fingerprint, "decision": "accept", "seen": 0}
    bare = TestClient(client.app, base_url=HOME)
    assert bare.post(f"{ROOM}/api/decide", json=good).status_code == 403
    assert client.post(f"{ROOM}/api/decide", content=json.dumps(good)).status_code == 415
    assert client.post(
        f"{ROOM}/api/decide", content=b"{", headers={"Content-Type": "application/json"}
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
    fingerprint = next(iter(client.get(f"{ROOM}/api/state").json()["findings"]))
    body = {"fingerprint": fingerprint, "decision": "accept", "seen": 0}
    first = post(client, "decide", body)
    assert first.json()["findings"][fingerprint]["decision"] == "accept"
    second = post(client, "decide", {**body, "decision": "dismiss", "reason": "no"})
    assert second.status_code == 409
    assert second.json()["state"]["findings"][fingerprint]["decision"] == "accept"
    undone = post(client, "undo", {"seen": first.json()["last"]}).json()
    assert undone["findings"][fingerprint]["decision"] == "" and not undone["undoable"]


def test_a_pin_is_checked_at_once_and_undone(client: TestClient) -> None:
    before = client.get(f"{ROOM}/api/state").json()
    body = {"pair": "versions:en", "beads": [[["op4", "op5"], ["op4", "op5"]]], "seen": 0}
    after = post(client, "pin", body).json()
    assert after["generation"] != before["generation"]
    page = client.get(f"{ROOM}/").text
    assert 'class="cell pinned"' in page and 'data-ids="op4 op5"' in page
    undone = post(client, "undo", {"seen": after["last"]}).json()
    assert undone["generation"] == before["generation"]
    assert 'class="cell pinned"' not in client.get(f"{ROOM}/").text


def test_own_corrections_are_known_again_after_a_restart(client: TestClient, folder: Path) -> None:
    body = {"pair": "versions:en", "beads": [[["op4", "op5"], ["op4", "op5"]]], "seen": 0}
    after = post(client, "pin", body).json()
    page = client.get(f"{ROOM}/").text
    assert f'data-generation="{after["generation"]}" data-pins="{after["pins"]}"' in page
    begun_again = ReviewSession(folder, RunOptions(), "en", "Ana")
    state = begun_again.state()
    assert (state["generation"], state["pins"]) == (after["generation"], after["pins"])
    # A correction of another window is none of those that the page shows.
    other = post(client, "pin", {**body, "beads": [[["op1"], ["op1"]]], "seen": after["last"]}).json()
    assert other["pins"] != after["pins"] and begun_again.state()["pins"] == other["pins"]
    (folder / "en.md").write_text((folder / "en.md").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    begun_again.recheck()
    state = begun_again.state()
    assert state["pins"] == other["pins"] and state["generation"] != other["generation"]


def test_exports_over_the_server(client: TestClient) -> None:
    assert client.get(f"{ROOM}/export.json").json()["format"] == "hexapla-review"
    assert client.get(f"{ROOM}/export.xlsx").content[:2] == b"PK"


def test_a_review_is_saved_as_what_colleagues_work_in(tmp_path: Path, folder: Path) -> None:
    word = docx.Document()
    for block in (folder / "en.md").read_text(encoding="utf-8").split("\n\n"):
        word.add_paragraph(" ".join(block.replace("*", "").replace("#", "").split()))
    (folder / "en.md").unlink()
    word.save(str(folder / "en.docx"))
    open_folders = open_folders_in(tmp_path / "work")
    entry, session = open_folder_of(open_folders, folder)
    assert session.subjects
    place = f"/{TOKEN}/w/{entry.key}"
    with TestClient(application(open_folders, TOKEN, PORT), base_url=HOME, headers={"Origin": HOME}) as client:
        page = client.get(f"{place}/").text
        offered = re.findall(r'href="export/([^"]+)" download', page)
        assert offered == ["comments.zip", "versions.tmx", "versions-xliff.zip", "versions.docx"]
        content = {name: client.get(f"{place}/export/{name}?ui=fr").content for name in offered}
        with zipfile.ZipFile(io.BytesIO(content["comments.zip"])) as archive:
            (copy,) = archive.namelist()
            comments = docx.Document(io.BytesIO(archive.read(copy))).comments
        assert copy == "en.docx" and any("anglais" in c.text or "français" in c.text for c in comments)
        with zipfile.ZipFile(io.BytesIO(content["versions-xliff.zip"])) as archive:
            assert len(archive.namelist()) == 2
        assert content["versions.tmx"].count(b"<tu ") > 10 and content["versions.docx"][:2] == b"PK"
        refused = client.get(f"{place}/export/changes.docx?ui=fr")
        assert refused.status_code == 404 and "ne peut être fait" in refused.text
        assert client.get(f"{place}/export/..%2F..%2Fetc").status_code == 404
        # What is dismissed is no comment.
        before = len(list(comments))
        for subject in session.subjects:
            body = {
                "fingerprint": subject.fingerprint,
                "decision": "dismiss",
                "reason": "no",
                "seen": session.journal.last(),
            }
            assert client.post(f"{place}/api/decide", json=body).status_code == 200
        with zipfile.ZipFile(io.BytesIO(client.get(f"{place}/export/comments.zip").content)) as archive:
            assert before > 0 and not list(docx.Document(io.BytesIO(archive.read(copy))).comments)


def test_a_taken_port_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    taken = bound_socket(0)
    port = taken.getsockname()[1]
    with taken:
        assert f"port {port}" in refused(capsys, monkeypatch, "review", str(folder), "--port", str(port), "--no-open")
    assert "port 99999" in refused(capsys, monkeypatch, "review", str(folder), "--port", "99999", "--no-open")


def test_a_killed_server_loses_nothing(folder: Path) -> None:
    process, address = started(folder)
    origin = address.partition("/w/")[0].rpartition("/")[0]
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


def test_a_colleagues_workbook_is_taken_in_over_the_page(client: TestClient) -> None:
    fingerprints = list(client.get(f"{ROOM}/api/state").json()["findings"])[:2]
    book = openpyxl.Workbook()
    for row in (
        ["Fingerprint", "Decision", "Reviser"],
        *zip(fingerprints, ["accepted difference", "later"], ["Ben"] * 2, strict=True),
        ["feed", "not an error", "Ben"],
    ):
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)

    def take_in(content: bytes, name: str, ui: str = "en") -> httpx.Response:
        headers = {"Content-Type": "application/octet-stream"}
        return client.post(f"{ROOM}/api/merge?name={name}&ui={ui}", content=content, headers=headers)

    answer = take_in(made.getvalue(), "from Ben.xlsx", "fr").json()
    assert answer["findings"][fingerprints[0]]["decision"] == "tolerate"
    assert answer["findings"][fingerprints[0]]["reviser"] == "Ben"
    counts = {"new": 1, "disputed": 0, "unknown": 1}
    (line,) = answer["merged"].pop("unread")
    assert answer["merged"] == counts and line.startswith("from Ben.xlsx, sheet Sheet, row 3: ") and "later" in line
    # The export of a copy of this review brings nothing new; what is none is refused by its own name.
    export = client.get(f"{ROOM}/export.json").content
    assert take_in(export, "decisions.json").json()["merged"]["new"] == 0
    refusal = take_in(b"nothing", "notes.xlsx")
    assert refusal.status_code == 422 and refusal.json()["error"].startswith("notes.xlsx: is no workbook")
    assert take_in(b"nothing", "notes.txt").status_code == 422
    assert client.post(f"{ROOM}/api/merge?name=a.xlsx", json={}).status_code == 415
