"""Fetching from servers that lie, stall or send half: nothing wrong is kept, and every request comes to an end."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.resources.addresses import Addresses
from corpora.resources.document_store import MANIFEST, DocumentStore, StoredDocument, fetch
from corpora.resources.fetched import cut_off, unlike
from corpora.resources.ods_client import RequestPolicy
from corpora.system.locking import locked
from tests.support.formats import docx_of, html_of
from tests.support.pdfs import plain_pdf_of

pytestmark = pytest.mark.slow

SYMBOL = "E/RES/2002/19"
QUICK = RequestPolicy(interval=0.0, timeout=0.4, tries=2, pause=0.01, deadline=1.5)
Answer = Callable[[socket.socket, str], None]


class RawServer:
    """Answers each connection with a function of the socket and the path that was asked for."""

    def __init__(self, answer: Answer) -> None:
        self.answer, self.options = answer, 0
        self.ended = threading.Event()
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.base = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self.socket.accept()
                self.options += 1
                threading.Thread(target=self._one, args=(connection,), daemon=True).start()

    def _one(self, connection: socket.socket) -> None:
        # The other side ends connections as the test wants it to.
        with connection, suppress(OSError):
            head = connection.recv(65536).decode("latin-1")
            self.answer(connection, head.split(" ")[1] if " " in head else "")


@pytest.fixture
def serve() -> Iterator[Callable[[Answer], RawServer]]:
    made: list[RawServer] = []

    def start(answer: Answer) -> RawServer:
        made.append(RawServer(answer))
        return made[-1]

    yield start
    for server in made:
        server.ended.set()
        server.socket.close()


def body(content: bytes, *, length: bool = True, status: str = "200 OK") -> Answer:
    """An answer with this content, with or without its length."""
    head = f"HTTP/1.1 {status}\r\nConnection: close\r\n" + (f"Content-Length: {len(content)}\r\n" if length else "")
    return lambda connection, _: connection.sendall(head.encode() + b"\r\n" + content)


# -- what is no document -----------------------------------------------------------------------------------------------

NOT_FOUND = b"<html><head><title>Error</title></head><body><h1>Error: document not found</h1></body></html>"


def test_an_error_page_with_status_200_is_not_kept(serve: Callable[[Answer], RawServer], tmp_path: Path) -> None:
    outcome = fetch([SYMBOL], ["fr"], tmp_path, addresses=Addresses().at(serve(body(NOT_FOUND)).base), politeness=QUICK)
    assert not outcome.fetched and "cannot be used" in outcome.failed[0]
    assert not (tmp_path / MANIFEST).exists() and not list(tmp_path.rglob("*.html"))


@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.95])
def test_a_document_that_was_cut_off_is_not_kept(
    kind: str, share: float, serve: Callable[[Answer], RawServer], tmp_path: Path, sample: dict[str, Resolution]
) -> None:
    whole = {
        "pdf": lambda: plain_pdf_of(sample["fr"]),
        "docx": lambda: docx_of(sample["fr"]),
        "html": lambda: html_of(sample["fr"]).encode(),
    }[kind]()
    good = fetch(
        [SYMBOL],
        ["fr"],
        tmp_path / "a",
        addresses=Addresses().at(serve(body(whole, length=False)).base),
        politeness=QUICK,
    )
    assert [e.bytes for e in good.fetched] == [len(whole)], good.failed
    cut = whole[: int(len(whole) * share)]
    outcome = fetch(
        [SYMBOL],
        ["fr"],
        tmp_path / "b",
        addresses=Addresses().at(serve(body(cut, length=False)).base),
        politeness=QUICK,
    )
    assert len(outcome.failed) == 1 and not (tmp_path / "b" / MANIFEST).exists()


def test_what_is_another_document_is_not_kept(
    serve: Callable[[Answer], RawServer], tmp_path: Path, sample: dict[str, Resolution], specimen: Resolution
) -> None:
    outcome = fetch(
        [SYMBOL], ["en"], tmp_path, addresses=Addresses().at(serve(body(docx_of(sample["es"]))).base), politeness=QUICK
    )
    assert "the answer is in es" in outcome.failed[0]
    outcome = fetch(
        [SYMBOL], ["fr"], tmp_path, addresses=Addresses().at(serve(body(docx_of(specimen))).base), politeness=QUICK
    )
    assert "the answer is E/RES/2003/900" in outcome.failed[0]
    assert not (tmp_path / MANIFEST).exists()


@pytest.mark.parametrize("symbol", ["E/RES/2002/19", "E/RES/2002/19/REV.1"])
def test_symbols_are_compared_by_their_numbers(symbol: str, sample: dict[str, Resolution]) -> None:
    assert unlike(docx_of(sample["fr"]), ".docx", symbol, "fr") == ""
    assert unlike(docx_of(sample["fr"]), ".docx", "E/RES/2002/20", "fr") != ""


@pytest.mark.parametrize(
    ("content", "suffix", "cut"),
    [
        (b"%PDF-1.4 ... %%EOF\n", ".pdf", False), (b"%PDF-1.4 ... %%EO", ".pdf", True), (b"<html><p>x", ".html", True),
        (b"<HTML><p>x</HTML >", ".html", False), (b"<!DOCTYPE html><p>no more is needed", ".html", False),
    ],
)  # fmt: skip
def test_where_a_format_ends(content: bytes, suffix: str, cut: bool) -> None:
    assert cut_off(content, suffix) is cut


# -- time --------------------------------------------------------------------------------------------------------------


def _slow_header(connection: socket.socket, ended: threading.Event) -> None:
    for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 10_000:
        connection.sendall(bytes([byte]))
        if ended.wait(0.05):
            return


def _slow_body(connection: socket.socket, ended: threading.Event) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n")
    while not ended.wait(0.05):
        connection.sendall(b"x")


def _early_hints(connection: socket.socket, ended: threading.Event) -> None:
    while not ended.wait(0.005):
        connection.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: <a>; rel=preload\r\n\r\n")


@pytest.mark.parametrize("stall", [_slow_header, _slow_body, _early_hints])
def test_a_server_that_never_ends_is_given_up(
    stall: Callable[[socket.socket, threading.Event], None], serve: Callable[[Answer], RawServer], tmp_path: Path
) -> None:
    server = serve(lambda connection, _: stall(connection, server.ended))
    outcome = fetch([SYMBOL], ["fr"], tmp_path, addresses=Addresses().at(server.base), politeness=QUICK)
    assert outcome.failed == ["E/RES/2002/19 fr: not there after 1.5 seconds: given up"]


def test_a_server_that_asks_for_too_long_a_wait_is_given_up_at_once(
    serve: Callable[[Answer], RawServer], tmp_path: Path
) -> None:
    busy = b"HTTP/1.1 503 Busy\r\nRetry-After: 31536000\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    server = serve(lambda connection, _: connection.sendall(busy))
    outcome = fetch([SYMBOL], ["fr"], tmp_path, addresses=Addresses().at(server.base), politeness=QUICK)
    assert "the server answers 503; to wait 60 seconds more is too long" in outcome.failed[0] and server.options == 1


def test_the_deadline_goes_with_the_time_out() -> None:
    longest = (
        RequestPolicy().longest,
        RequestPolicy(timeout=2.0).longest,
        RequestPolicy(timeout=2.0, deadline=7.0).longest,
    )
    assert longest == (120.0, 8.0, 7.0)


# -- several at once ---------------------------------------------------------------------------------------------------


def test_runs_at_once_on_one_library_lose_no_entry(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom corpora.resources.document_store import DocumentStore, StoredDocument\n"
        "collection = DocumentStore(Path(sys.argv[1]))\n"
        "for n in range(12):\n"
        "    symbol = f'A/RES/{sys.argv[2]}/{n}'\n"
        "    file = collection.file_of(symbol, 'fr', '.html')\n"
        "    collection.keep(StoredDocument(symbol, 'fr', file, '', 1, '', ''), b'x')\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(n)]) for n in range(1, 5)]
    assert [run.wait(timeout=120) for run in runs] == [0, 0, 0, 0]
    assert len(DocumentStore(tmp_path).entries) == len(list(tmp_path.rglob("*.html"))) == 48


def test_a_lock_is_waited_for_and_given_up_in_a_line(tmp_path: Path) -> None:
    with (
        locked(tmp_path / "lock"),
        pytest.raises(InputError, match="held by another process"),
        locked(tmp_path / "lock", 0.05),
    ):
        pass
    with locked(tmp_path / "lock", 0.05):
        assert (tmp_path / "lock").exists()
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be written"), locked(tmp_path / "file" / "lock"):
        pass


# -- symbols and manifests ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bad",
    ["..", "@evil/", "CON", "A RES", "", "A/RES/56/1?x=1", "A_RES_56_1", "A/" + "9" * 300, "A/RES/../1/…", "\x00/1"],
)
def test_one_bad_symbol_is_a_line_and_the_others_go_on(
    bad: str, serve: Callable[[Answer], RawServer], tmp_path: Path, sample: dict[str, Resolution]
) -> None:  # fmt: skip
    server = serve(body(docx_of(sample["fr"])))
    outcome = fetch([bad, SYMBOL], ["fr"], tmp_path, addresses=Addresses().at(server.base), politeness=QUICK)
    assert len(outcome.failed) == 1 and "is no document symbol" in outcome.failed[0]
    assert [e.symbol for e in outcome.fetched] == [SYMBOL] and server.options == 1


@pytest.mark.parametrize(
    "good",
    ["A/RES/56/1", "S/RES/1373 (2001)", "A/C.3/56/L.2/Rev.1", "A/RES/217(III)A", "ST/SG/AC.10/1", "a/hrc/res/16/18"],
)
def test_symbols_of_all_kinds_are_asked_for(
    good: str, serve: Callable[[Answer], RawServer], tmp_path: Path
) -> None:  # fmt: skip
    server = serve(body(b"", status="404 Not Found"))
    outcome = fetch([good], ["fr"], tmp_path, addresses=Addresses().at(server.base), politeness=QUICK)
    assert "no version" in outcome.failed[0] and server.options == 3


def test_symbols_that_look_alike_do_not_share_a_file(tmp_path: Path) -> None:
    collection = DocumentStore(tmp_path)
    for symbol in ("S/RES/1373(2001)", "S/RES/1373/2001"):
        file = collection.file_of(symbol, "fr", ".pdf")
        collection.keep(StoredDocument(symbol, "fr", file, "", 1, "", ""), symbol.encode())
    again = DocumentStore(tmp_path)
    for symbol in ("S/RES/1373(2001)", "S/RES/1373/2001"):
        assert again.versions(symbol)["fr"].read_bytes() == symbol.encode()


ENTRY = {"symbol": "A/RES/1/1", "language": "fr", "file": "a/fr.pdf", "sha256": "", "bytes": 1, "url": "", "date": ""}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000, "{}", "[]", "null", '{"documents": 3}', '{"documents": [3]}', "\xff", "",
        *(json.dumps({"documents": [{**ENTRY, name: value}]}) for name in ENTRY for value in (None, ["a"], {"a": 1})),
        *(json.dumps({"documents": [{**ENTRY, name: value}]}) for name in ("symbol", "file", "url") for value in ("\ud800", "a\0b")),
        json.dumps({"documents": [{**ENTRY, "more": 1}]}), json.dumps({"documents": [{"symbol": "A/1"}]}),
    ],
)  # fmt: skip
def test_a_manifest_that_was_tampered_with_is_refused_in_a_line(text: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(text, encoding="latin-1")
    with pytest.raises(InputError, match="is no manifest of a library"):
        DocumentStore(tmp_path)


@pytest.mark.parametrize("file", ["a" * 300, "a/" * 3000 + "b", "a", "."])
def test_a_manifest_that_names_no_file_means_that_it_is_fetched_again(file: str, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / MANIFEST).write_text(json.dumps({"documents": [{**ENTRY, "file": file}]}), encoding="utf-8")
    assert DocumentStore(tmp_path).whole("A/RES/1/1", "fr") is None
