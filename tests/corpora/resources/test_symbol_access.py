"""Asking the documents system by symbol: Word first, then PDF, then the older address; the catalogue's record.

The server on 127.0.0.1 answers as those of the Organization do: Word under the old name, pages that say "not found" with
status 200, another language where there is none.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.resources.addresses import DOCUMENTS, METADATA, Addresses, address_fault
from corpora.resources.catalogue_records import CatalogueRecord, catalogue_record
from corpora.resources.document_store import MANIFEST, DocumentStore, fetch
from corpora.resources.ods_client import RequestPolicy
from corpora.text.symbols import parse_symbol
from corpora.values import Date
from reports.pipeline.files import open_adoption_dates
from reports.project.settings import read_settings
from tests.failing_kinds.texts import written
from tests.support.command_line import refused, run
from tests.support.formats import docx_of
from tests.support.pdfs import plain_pdf_of

pytestmark = pytest.mark.slow

SYMBOL = "E/RES/2002/19"
QUICK = RequestPolicy(interval=0.0, timeout=0.5, tries=2, pause=0.01)
NOT_FOUND = (
    b"<!DOCTYPE html><html><head><title>Document not found</title></head><body><p>No such document.</p></body></html>"
)
MARC = """<?xml version="1.0" encoding="UTF-8"?>
<collection xmlns="http://www.loc.gov/MARC21/slim">
<record>
  <controlfield tag="001">471234</controlfield>
  <datafield tag="191" ind1=" " ind2=" "><subfield code="a">E/RES/2002/19</subfield><subfield code="b">E/</subfield></datafield>
  <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Strengthening cooperation :</subfield>
    <subfield code="b">resolution /</subfield><subfield code="c">adopted by the Council</subfield></datafield>
  <datafield tag="269" ind1=" " ind2=" "><subfield code="a">2002-08-01</subfield></datafield>
  <datafield tag="992" ind1=" " ind2=" "><subfield code="a">2002-07-24</subfield></datafield>
  <datafield tag="996" ind1=" " ind2=" "><subfield code="a">Adopted 31-2-19, 37th plenary meeting</subfield></datafield>
</record>
<record>
  <datafield tag="191" ind1=" " ind2=" "><subfield code="a">E/RES/2002/190</subfield></datafield>
  <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Another matter</subfield></datafield>
</record>
</collection>"""


class Access:
    """What the three addresses hold, by language; ``asked`` is every path in the order in which it was asked for."""

    def __init__(self, word: dict[str, bytes], pdf: dict[str, bytes], older: dict[str, bytes]) -> None:
        self.word, self.pdf, self.older = word, pdf, older
        self.asked: list[str] = []
        self.record = MARC.encode()
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                owner.asked.append(self.path)
                owner.answer(self)

            def log_message(self, *_: object) -> None:
                return

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.addresses = Addresses().at(f"http://127.0.0.1:{self.http.server_address[1]}")
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path == "/search":
            found = "191__a" in unquote(parts.query) and SYMBOL in query["p"]
            self.send(handler, self.record if found else b"<?xml version='1.0'?><collection/>", "text/xml")
        elif parts.path == "/api/symbol/access":
            held, kind = (self.word, "application/msword") if query["t"] == "doc" else (self.pdf, "application/pdf")
            content = held.get(query["l"])
            self.send(handler, content or NOT_FOUND, kind if content else "text/html")
        else:
            content = self.older.get(parts.path.split("/")[1])
            self.send(handler, content or b"", "application/pdf", 200 if content else 404)

    @staticmethod
    def send(handler: BaseHTTPRequestHandler, body: bytes, kind: str, status: int = 200) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Disposition", "inline; filename=N0249725.doc")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)


@pytest.fixture
def access(sample: dict[str, Resolution]) -> Iterator[Access]:
    made = Access(
        word={"fr": docx_of(sample["fr"]), "ar": docx_of(sample["en"])},
        pdf={"en": plain_pdf_of(sample["en"]), "fr": plain_pdf_of(sample["fr"])},
        older={"es": docx_of(sample["es"])},
    )
    yield made
    made.http.shutdown()


def test_word_then_pdf_then_the_older_address(access: Access, tmp_path: Path) -> None:
    languages = ["fr", "en", "es", "ar", "zh"]
    outcome = fetch([SYMBOL], languages, tmp_path, addresses=access.addresses, politeness=QUICK)
    assert [(e.language, e.file) for e in outcome.fetched] == [
        ("fr", "E_RES_2002_19/fr.docx"), ("en", "E_RES_2002_19/en.pdf"), ("es", "E_RES_2002_19/es.docx"),
    ]  # fmt: skip
    page, absent = "the answer cannot be used: a page “Document not found”", "there is no version in this language"
    assert outcome.failed == [f"{SYMBOL} ar: the answer is in en; {page}; {absent}", f"{SYMBOL} zh: {page}; {absent}"]
    french = [path for path in access.asked if "l=fr" in path or path.startswith("/fr/")]
    assert french == [f"/api/symbol/access?s={SYMBOL}&l=fr&t=doc"], "where Word is there, nothing else is asked for"
    english = [path for path in access.asked if "l=en" in path]
    assert english == [f"/api/symbol/access?s={SYMBOL}&l=en&t={kind}" for kind in ("doc", "pdf")]
    assert f"/es/{SYMBOL}" in access.asked
    assert [e.url.rpartition("=")[2] for e in outcome.fetched[:2]] == ["doc", "pdf"]
    assert not list(tmp_path.rglob("ar.*")) and not list(tmp_path.rglob("*.html"))


def test_a_server_that_is_down_is_not_asked_at_its_other_addresses(access: Access, tmp_path: Path) -> None:
    dead = "http://127.0.0.1:9/{language}/{symbol}"
    addresses = Addresses([dead, dead + "?t=pdf", access.addresses.documents[2]])
    outcome = fetch([SYMBOL], ["es", "zh"], tmp_path, addresses=addresses, politeness=QUICK)
    assert [e.language for e in outcome.fetched] == ["es"]
    assert outcome.failed[0].count("the connection broke") == 1 and "no version" in outcome.failed[0]


def test_the_time_of_a_document_is_that_of_all_addresses(tmp_path: Path) -> None:
    patterns = [f"http://127.0.0.{n}:9/{{symbol}}" for n in range(2, 9)]
    patient = RequestPolicy(interval=0.0, timeout=0.5, tries=3, pause=0.4, deadline=1.0)
    outcome = fetch([SYMBOL], ["fr"], tmp_path, addresses=Addresses(patterns), politeness=patient)
    assert "given up" in outcome.failed[0] and outcome.failed[0].count("the connection broke") <= 3


def test_the_catalogue_gives_title_date_and_vote(access: Access, tmp_path: Path) -> None:
    wanted = [SYMBOL, "E/RES/2001/1"]
    outcome = fetch(wanted, [], tmp_path, addresses=access.addresses, metadata=True, politeness=QUICK)
    record = CatalogueRecord(
        SYMBOL, "Strengthening cooperation", "2002-07-24", "Adopted 31-2-19, 37th plenary meeting", 31, 2, 19
    )
    assert outcome.records == [record]
    assert outcome.failed == ["E/RES/2001/1 metadata: the catalogue holds no record of E/RES/2001/1"]
    asked = len(access.asked)
    fetch([SYMBOL], [], tmp_path, addresses=access.addresses, metadata=True, politeness=QUICK)
    assert len(access.asked) == asked, "what is known is not asked for again"
    assert DocumentStore(tmp_path).records == {SYMBOL: record}
    assert fetch([SYMBOL], ["fr"], tmp_path, addresses=access.addresses, politeness=QUICK).fetched
    assert DocumentStore(tmp_path).records == {SYMBOL: record}, "a document that comes later leaves it there"
    assert open_adoption_dates(tmp_path).date_of(parse_symbol(SYMBOL)) == Date(2002, 7, 24)


@pytest.mark.parametrize(
    ("fields", "vote", "counts"),
    [
        ({"a": "Adopted without vote, 5th plenary meeting"}, "Adopted without vote, 5th plenary meeting", (None,) * 3),
        ({"b": "120", "c": "4", "d": "31", "e": "38"}, "120-4-31", (120, 4, 31)), ({"b": "15"}, "15-0-0", (15, 0, 0)),
        ({}, "", (None,) * 3),
    ],
)  # fmt: skip
def test_votes_as_the_catalogue_words_them(
    fields: dict[str, str], vote: str, counts: tuple[int | None, int | None, int | None]
) -> None:
    parts = "".join(f'<subfield code="{code}">{text}</subfield>' for code, text in fields.items())
    ballot = f'<record><datafield tag="791"><subfield code="a">A/RES/72/1</subfield></datafield><datafield tag="996">{parts}</datafield></record>'
    text = '<record><datafield tag="191"><subfield code="a">A/RES/72/1</subfield></datafield><datafield tag="245"><subfield code="a">A title /</subfield></datafield><datafield tag="269"><subfield code="a">201709</subfield></datafield></record>'
    found = catalogue_record(f"<collection>{text}{ballot}</collection>".encode(), "A/RES/72/1", "test")
    assert (found.title, found.date, found.vote) == ("A title", "2017-09", vote)
    assert (found.favour, found.against, found.abstaining) == counts


@pytest.mark.parametrize(
    ("given", "day"), [("[2023]", "2023"), ("20231002", "2023-10-02"), ("2023-10-02", "2023-10-02"), ("n.d.", "")]
)
def test_dates_as_the_catalogue_gives_them(given: str, day: str) -> None:
    record = f'<record><datafield tag="191"><subfield code="a">S/RES/2699 (2023)</subfield></datafield><datafield tag="269"><subfield code="a">{given}</subfield></datafield></record>'
    assert catalogue_record(f"<collection>{record}</collection>".encode(), "S/RES/2699(2023)", "test").date == day


@pytest.mark.parametrize("content", [NOT_FOUND, b"<collection><record/></collection>", b"\xff\xfe", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])  # fmt: skip
def test_what_is_no_record_is_one_line(content: bytes) -> None:
    with pytest.raises(InputError) as caught:
        catalogue_record(content, SYMBOL, "address")
    assert "\n" not in str(caught.value)


def test_a_manifest_from_before_catalogue_records_is_read(access: Access, tmp_path: Path) -> None:
    fetch([SYMBOL], ["fr"], tmp_path, addresses=access.addresses, politeness=QUICK)
    manifest = json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))
    del manifest["records"]
    (tmp_path / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    assert DocumentStore(tmp_path).whole(SYMBOL, "fr") is not None
    manifest["records"] = [{"symbol": SYMBOL, "favour": "many"}]
    (tmp_path / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(InputError, match="no manifest"):
        DocumentStore(tmp_path)


def test_addresses_are_settings(
    access: Access, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = [str(pattern) for pattern in access.addresses.documents]
    settings = tmp_path / "hexapla.toml"
    settings.write_text(
        f"[fetch]\ndocuments = {json.dumps(own[2:])}\nmetadata = {json.dumps(access.addresses.metadata)}\n", "utf-8"
    )
    options = ("--languages", "es", "--library", tmp_path / "library", "--interval", "0", "--metadata")
    out = run("fetch", SYMBOL, *options)
    assert "E_RES_2002_19/es.docx" in out and f"{SYMBOL}: Strengthening cooperation, 2002-07-24, Adopted 31-2-19" in out
    assert not any("/api/" in path for path in access.asked)
    settings.write_text('[fetch]\nbase = "http://127.0.0.1:8/mirror/"\n', "utf-8")
    found = read_settings(settings).addresses
    assert found.of(SYMBOL, "ru")[0] == f"http://127.0.0.1:8/mirror/api/symbol/access?s={SYMBOL}&l=ru&t=doc"
    assert found.of_metadata(SYMBOL).startswith("http://127.0.0.1:8/mirror/search?")
    for table, said in (
        ('documents = ["ftp://a/{symbol}"]', "http"),
        ('metadata = "https://a/b"', "{symbol}"),
        ("x = 1", "'x'"),
    ):
        settings.write_text(f"[fetch]\n{table}\n", "utf-8")
        assert said in refused(capsys, monkeypatch, "fetch", SYMBOL, *options)


def test_the_usual_addresses_are_whole() -> None:
    assert not any(address_fault(pattern) for pattern in (*DOCUMENTS, METADATA))
    assert [("t=doc" in p, "t=pdf" in p) for p in DOCUMENTS] == [(True, False), (False, True), (False, False)]


REPORT = (
    "A/86/321", "Assemblée générale", "Distr. générale", "12 août 2031", "La sécurité routière dans les États insulaires", "Rapport du Secrétaire général",
    "1. Des informations ont été reçues de 24 États Membres. Trois d’entre eux n’ont pas envoyé de données.", "2. Le nombre d’accidents a diminué de 12 pour cent.",
)  # fmt: skip


def test_a_report_is_fetched_as_well(tmp_path: Path) -> None:
    held = {"fr": written(REPORT, tmp_path / "report.docx").read_bytes()}
    access = Access(word=held, pdf={}, older={})
    try:
        outcome = fetch(["A/86/321"], ["fr"], tmp_path / "library", addresses=access.addresses, politeness=QUICK)
        assert [(e.symbol, e.language) for e in outcome.fetched] == [("A/86/321", "fr")], outcome.failed
        other = fetch(["A/86/322"], ["fr"], tmp_path / "library", addresses=access.addresses, politeness=QUICK)
        assert "the answer is A/86/321" in other.failed[0]
    finally:
        access.http.shutdown()


def test_what_could_not_be_had_is_said_in_french(access: Access, tmp_path: Path) -> None:
    base = access.addresses.documents[0].partition("/api")[0]
    command = ["fetch", SYMBOL, "--base", base, "--interval", "0", "--tries", "1", "--library", tmp_path, "--ui", "fr"]
    out = run(*command, "--languages", "fr,zh,ar", expect=1)
    assert " octets)" in out
    assert f"{SYMBOL} zh: la réponse est inutilisable : une page « Document not found »" in out
    assert "il n’y a pas de version dans cette langue" in out
    assert f"{SYMBOL} ar: la langue de la réponse est « en »" in out
    assert f"{SYMBOL} fr: déjà là" in run(*command, "--languages", "fr")


def test_a_run_that_was_ended_goes_on_where_it_was(access: Access, tmp_path: Path) -> None:
    def end_at_english(name: str) -> None:
        if name.endswith(" en"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(
            [SYMBOL],
            ["fr", "en", "es"],
            tmp_path,
            addresses=access.addresses,
            politeness=QUICK,
            on_progress=end_at_english,
        )
    assert set(DocumentStore(tmp_path).versions(SYMBOL)) == {"fr"}
    before = len(access.asked)
    outcome = fetch([SYMBOL], ["fr", "en", "es"], tmp_path, addresses=access.addresses, politeness=QUICK)
    assert [e.language for e in outcome.kept] == ["fr"] and [e.language for e in outcome.fetched] == ["en", "es"]
    assert not any("l=fr" in path for path in access.asked[before:])


@pytest.mark.parametrize("base", ["localhost:8000", "ftp://127.0.0.1", "http://"])
def test_a_base_that_is_no_address_is_refused_before_anything_is_asked(
    base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = f"{base!r} begins with neither http:// nor https://; write it as http://127.0.0.1:8000/mirror"
    line = refused(capsys, monkeypatch, "fetch", SYMBOL, "--base", base, "--library", tmp_path / "library")
    assert problem in line
    (tmp_path / "hexapla.toml").write_text(f'[fetch]\nbase = "{base}"\n', "utf-8")
    with pytest.raises(InputError) as fault:
        read_settings(tmp_path / "hexapla.toml")
    assert problem in str(fault.value)


@pytest.mark.parametrize("form", ["mark", "bare"])
def test_a_record_behind_a_byte_order_mark_or_without_a_declaration_is_taken(tmp_path: Path, form: str) -> None:
    body = MARC.encode().partition(b"?>")[2].strip() if form == "bare" else b"\xef\xbb\xbf" + MARC.encode()
    served = Access({}, {}, {})
    served.record = body
    outcome = fetch([SYMBOL], [], tmp_path, addresses=served.addresses, metadata=True, politeness=QUICK)
    served.http.shutdown()
    assert [record.title for record in outcome.records] == ["Strengthening cooperation"]
