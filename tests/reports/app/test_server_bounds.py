"""The review's server against odd requests, silent connections and a journal that is gone."""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from corpora.system.faults import LOG
from reports.app import connections, requests
from reports.app.open_folders import key_of
from reports.app.review_session import ReviewSession
from reports.app.server import HOST, application, bound_socket, serve
from reports.decisions.journal import JOURNAL
from tests.support.review import open_folder_of, open_folders_in
from tests.support.sample import SAMPLE

pytestmark = pytest.mark.slow

TOKEN, PORT = "token", 4242
HOME = f"http://{HOST}:{PORT}"
ROOMS = open_folders_in(Path(os.environ["HEXAPLA_WORK"]) / "bounds")


@pytest.fixture(scope="module")
def review_session(tmp_path_factory: pytest.TempPathFactory) -> ReviewSession:
    folder = tmp_path_factory.mktemp("entry")
    for code, source in (("fr", SAMPLE / "fr.md"), ("en", SAMPLE / "drift" / "en.md")):
        (folder / f"{code}.md").write_text(source.read_text(encoding="utf-8").partition("\n5. ")[0], encoding="utf-8")
    return open_folder_of(ROOMS, folder)[1]


@pytest.fixture
def client(review_session: ReviewSession) -> TestClient:
    return TestClient(application(ROOMS, TOKEN, PORT), base_url=HOME, raise_server_exceptions=False)


def entry() -> str:
    """The path of the one folder."""
    work = ROOMS.memory.recent()[0]
    return f"/{TOKEN}/w/{key_of(Path(work.folder), work.chosen)}"


def post(client: TestClient, action: str, body: object) -> int:
    headers = {"Origin": HOME, "Content-Type": "application/json"}
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(f"{entry()}/api/{action}", content=content, headers=headers).status_code


UNEXPECTED: list[Any] = [
    "\ud800", 10**30, -(10**30), 1e400, float("nan"), True, None, [], {}, [["\udfff"]], {"a": "\ud800"}, "x" * 9000, "\x00", 2**63,
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("action", ["decide", "comment", "undo", "pin"])
def test_odd_values_in_any_field_are_refused(action: str, client: TestClient, review_session: ReviewSession) -> None:
    subject = review_session.subjects[0]
    good = {
        "decide": {"fingerprint": subject.fingerprint, "decision": "accept", "scope": "one", "reason": "", "seen": 0},
        "comment": {"fingerprint": subject.fingerprint, "text": "x", "seen": 0},
        "undo": {"seen": 0},
        "pin": {"pair": "versions:en", "beads": [[["op1"], ["op1"]]], "seen": 0},
    }[action]
    for field in good:
        if (action, field) == ("comment", "seen"):
            continue  # Comments never clash: what a window has seen does not matter.
        for value in UNEXPECTED:
            allowed = {"reason": ("\x00",), "text": ("\x00",), "seen": (-(10**30),)}.get(field, ())
            if value not in allowed:
                assert post(client, action, {**good, field: value}) in (400, 409, 422), (field, value)
    assert post(client, action, {**good, "scoope": "like"}) == 422
    assert post(client, action, {**good, "\ud800": 1}) == 422


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"1",
        b"null",
        b"{",
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b'{"seen":' + b"9" * 5000 + b"}",
        b"\xff",
        b'{"seen": NaN}',
    ],
)
def test_bodies_that_are_no_request_are_refused(body: bytes, client: TestClient) -> None:
    assert post(client, "undo", body) in (400, 422)


def test_a_journal_that_is_gone_or_broken_is_said(client: TestClient, review_session: ReviewSession) -> None:
    path = review_session.folder / JOURNAL
    kept = path.read_bytes()
    rests = [review_session.folder / f"{JOURNAL}{end}" for end in ("", "-wal", "-shm")]
    try:
        for content in (b"this is no journal" * 200, None):
            for rest in rests:
                rest.unlink(missing_ok=True)
            if content is not None:
                path.write_bytes(content)
            for get in ("", "api/state", "export.json"):
                answer = client.get(f"{entry()}/{get}")
                assert answer.status_code == 503 and JOURNAL in answer.json()["error"], (content, get)
            body = {"fingerprint": review_session.subjects[0].fingerprint, "decision": "accept", "seen": 0}
            assert post(client, "decide", body) in (422, 503)
    finally:
        for rest in rests:
            rest.unlink(missing_ok=True)
        path.write_bytes(kept)
    assert client.get(f"{entry()}/api/state").status_code == 200


def test_a_fault_is_a_line_and_a_log(
    client: TestClient, review_session: ReviewSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEXAPLA_LOG", str(tmp_path))
    monkeypatch.setattr(review_session, "state", lambda: 1 / 0)
    answer = client.get(f"{entry()}/api/state")
    assert answer.status_code == 500 and "ZeroDivisionError" in answer.json()["error"]
    assert "Traceback" in (tmp_path / LOG).read_text(encoding="utf-8")
    assert TOKEN not in (tmp_path / LOG).read_text(encoding="utf-8").partition("Traceback")[0]


@pytest.fixture
def served(review_session: ReviewSession, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server on a port of its own whose patience is short."""
    monkeypatch.setattr(connections, "PATIENCE", 0.4)
    monkeypatch.setattr(requests, "SECONDS", 0.4)
    made = bound_socket(0)
    ready = threading.Event()
    thread = threading.Thread(target=serve, args=(ROOMS, made, TOKEN, ready.set), daemon=True)
    thread.start()
    assert ready.wait(60)
    yield made.getsockname()[1]


@pytest.mark.parametrize(
    "sent",
    [
        b"", b"GET /", b"GET /token/ HTTP/1.1\r\nHost: x",
        b"POST /token/api/desk HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1:%d\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{",
    ],
)  # fmt: skip
def test_a_connection_that_says_nothing_more_is_closed(sent: bytes, served: int) -> None:
    with socket.create_connection((HOST, served), timeout=60) as connection:
        connection.sendall(sent % ((served,) * sent.count(b"%d")))
        answer = b""
        with suppress(ConnectionResetError):
            while piece := connection.recv(4096):
                answer += piece
    assert not answer or b" 408 " in answer.splitlines()[0]


def test_a_connection_that_asks_is_answered(served: int) -> None:
    request = f"GET {entry()}/api/state HTTP/1.1\r\nHost: {HOST}:{served}\r\n"
    with socket.create_connection((HOST, served), timeout=60) as connection:
        connection.sendall(request.encode())
        time.sleep(0.05)
        connection.sendall(b"\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 200")
