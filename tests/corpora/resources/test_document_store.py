"""Fetching by symbol, from a server on 127.0.0.1 that misbehaves; reports from the library."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.resources.addresses import Addresses
from corpora.resources.document_store import DocumentStore, StoredDocument, fetch
from corpora.resources.ods_client import RequestPolicy
from tests.support.command_line import LATER, refused, run
from tests.support.formats import docx_of

pytestmark = pytest.mark.slow

QUICK = RequestPolicy(interval=0.0, timeout=0.5, tries=3, pause=0.01)


class Server:
    """What was asked, and what to answer: a function of the path and how often it was asked before."""

    def __init__(self, documents: dict[str, bytes]) -> None:
        self.documents = documents
        self.asked: Counter[str] = Counter()
        self.times: list[float] = []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                owner.times.append(time.monotonic())
                owner.asked[self.path] += 1
                owner.answer(self, owner.asked[self.path])

            def log_message(self, *_: object) -> None:
                return

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.http.server_address[1]}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def answer(self, handler: BaseHTTPRequestHandler, times: int) -> None:
        path = handler.path
        document = next((d for known, d in self.documents.items() if path.endswith(known)), b"")
        if "/BUSY" in path and times == 1:
            self._send(handler, 429, b"", {"Retry-After": "0"})
        elif "/DOWN" in path:
            self._send(handler, 503, b"")
        elif "/LOOP" in path:
            self._send(handler, 302, b"", {"Location": path})
        elif "/SLOW" in path:
            time.sleep(1.0)
            self._send(handler, 200, b"%PDF")
        elif "/SHORT" in path and times == 1:
            handler.send_response(200)
            handler.send_header("Content-Length", "99999")
            handler.end_headers()
            handler.wfile.write(b"%PDF only the beginning")
        elif "/TYPE" in path:
            self._send(handler, 200, b"GIF89a not a document", {"Content-Type": "image/gif"})
        elif "/EMPTY" in path:
            self._send(handler, 200, b"")
        elif "/MOVED" in path:
            self._send(handler, 302, b"", {"Location": path.replace("/MOVED", "")})
        elif document:
            self._send(handler, 200, document)
        else:
            self._send(handler, 404, b"")

    @staticmethod
    def _send(handler: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        try:
            handler.send_response(status)
            for name, value in (headers or {}).items():
                handler.send_header(name, value)
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)
        except OSError:
            # The client gave up waiting, as the test wants it to.
            return


@pytest.fixture
def server(sample: dict[str, Resolution], specimen: Resolution) -> Iterator[Server]:
    documents = {f"/{c}/E/RES/2002/19": docx_of(sample[c]) for c in ("fr", "en", "es")}
    documents["/fr/E/RES/2003/900"] = docx_of(specimen)
    made = Server(documents)
    yield made
    made.http.shutdown()


def test_documents_are_kept_with_a_manifest(server: Server, tmp_path: Path) -> None:
    outcome = fetch(
        ["E/RES/2002/19"], ["fr", "en", "zh"], tmp_path, addresses=Addresses().at(server.base), politeness=QUICK
    )
    assert [e.language for e in outcome.fetched] == ["fr", "en"]
    assert outcome.failed == ["E/RES/2002/19 zh: there is no version in this language"]
    data = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert {(d["symbol"], d["language"], d["file"]) for d in data["documents"]} == {
        ("E/RES/2002/19", "fr", "E_RES_2002_19/fr.docx"), ("E/RES/2002/19", "en", "E_RES_2002_19/en.docx"),
    }  # fmt: skip
    asked = sum(server.asked.values())
    again = fetch(["E/RES/2002/19"], ["fr", "en"], tmp_path, addresses=Addresses().at(server.base), politeness=QUICK)
    assert len(again.kept) == 2 and sum(server.asked.values()) == asked
    # A file that was cut off is fetched again, the whole one is not.
    (tmp_path / "E_RES_2002_19" / "fr.docx").write_bytes(b"PK")
    mended = fetch(["E/RES/2002/19"], ["fr", "en"], tmp_path, addresses=Addresses().at(server.base), politeness=QUICK)
    assert [e.language for e in mended.fetched] == ["fr"]


@pytest.mark.parametrize(
    ("symbol", "said", "times"),
    [
        ("A/DOWN/1", "the server answers 503; tried 3 times", 3), ("A/LOOP/1", "leads in a circle", None), ("A/SLOW/1", "no answer in 0.5 seconds", 3),
        ("A/TYPE/1", "no document (image/gif)", 1), ("A/EMPTY/1", "empty", 1), ("A/ABSENT/1", "no version", 1),
    ],
)  # fmt: skip
def test_what_cannot_be_had_is_one_line(
    server: Server, tmp_path: Path, symbol: str, said: str, times: int | None
) -> None:
    outcome = fetch(
        [symbol, "E/RES/2002/19"], ["fr"], tmp_path, addresses=Addresses().at(server.base), politeness=QUICK
    )
    (line,) = outcome.failed
    assert said in line and symbol in line and "\n" not in line
    # What falters is asked again at one address; what says no is asked once at each of the three.
    asked = {path: count for path, count in server.asked.items() if symbol in path}
    assert times is None or (set(asked.values()) == {times} and len(asked) == (1 if times > 1 else 3))
    assert [e.symbol for e in outcome.fetched] == ["E/RES/2002/19"]


@pytest.mark.parametrize("way", ["BUSY", "SHORT"])
def test_what_falters_once_is_asked_again(server: Server, tmp_path: Path, way: str) -> None:
    outcome = fetch(
        ["E/RES/2002/19"], ["fr"], tmp_path, addresses=Addresses().at(f"{server.base}/{way}"), politeness=QUICK
    )
    assert len(outcome.fetched) == 1 and server.asked[f"/{way}/fr/E/RES/2002/19"] == 2
    assert (tmp_path / outcome.fetched[0].file).read_bytes() == server.documents["/fr/E/RES/2002/19"]


def test_a_redirect_is_followed_and_requests_keep_their_distance(server: Server, tmp_path: Path) -> None:
    polite = RequestPolicy(interval=0.2, timeout=2.0, tries=2, pause=0.01)
    moved = f"{server.base}/MOVED"
    outcome = fetch(["E/RES/2002/19"], ["fr", "en"], tmp_path, addresses=Addresses().at(moved), politeness=polite)
    assert len(outcome.fetched) == 2
    assert server.times[-1] - server.times[0] >= 0.1


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    outcome = fetch(["A/RES/56/1"], ["fr"], tmp_path, addresses=Addresses().at("http://127.0.0.1:9"), politeness=QUICK)
    assert "the connection broke" in outcome.failed[0]


def test_a_manifest_cannot_lead_out_of_the_library(tmp_path: Path) -> None:
    entry = {
        "symbol": "A/1",
        "language": "fr",
        "file": "../../etc/passwd",
        "sha256": "",
        "bytes": 1,
        "url": "",
        "date": "",
    }
    (tmp_path / "manifest.json").write_text(json.dumps({"documents": [entry]}), encoding="utf-8")
    with pytest.raises(InputError, match="outside the library"):
        DocumentStore(tmp_path).versions("A/1")
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="no manifest"):
        DocumentStore(tmp_path)


def test_report_from_symbols(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    options = ("--library", library, "--base", server.base, "--interval", "0")
    assert "E/RES/2002/19 fr: " in run("fetch", "E/RES/2002/19", "--languages", "fr,en,es", *options)
    assert "no version in this language" in run(
        "fetch", "E/RES/2002/19", "E/RES/2003/900", "--languages", "fr,zh", *options, expect=1
    )
    assert "there already" in run("fetch", "E/RES/2002/19", "--languages", "fr", *options)
    out = run("report", "E/RES/2002/19", "--related", "2003/900", "--library", library, "--output", tmp_path / "out")
    assert "(fr en es)" in out and "M203" in out and (tmp_path / "out" / "index.html").is_file()
    assert "hexapla fetch A/RES/1/1" in refused(capsys, monkeypatch, "report", "A/RES/1/1", "--library", library)
    assert "is no library" in refused(capsys, monkeypatch, "report", "A/RES/1/1", "--library", tmp_path / "absent")
    assert "--languages" in refused(capsys, monkeypatch, "fetch", "A/RES/1/1", "--languages", "de")
    assert LATER.exists()


def test_a_document_that_cannot_be_written_leaves_the_old_one_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = DocumentStore(tmp_path)
    entry = StoredDocument(
        "A/RES/56/1", "fr", "A_RES_56_1/fr.pdf", "0", 3, "http://127.0.0.1/", "2026-01-01T00:00:00+00:00"
    )
    collection.keep(entry, b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="choose another --library"):
        collection.keep(entry, b"new")
    assert [p.name for p in (tmp_path / "A_RES_56_1").iterdir()] == ["fr.pdf"]
    assert (tmp_path / "A_RES_56_1" / "fr.pdf").read_bytes() == b"old"
