"""The application's first page without a browser: files of any name, text, a symbol of the library, recent work; and who is refused."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from corpora.errors import InputError
from reports.app import desk as desks
from reports.app import home_routes
from reports.app.desk import Desk, clean_name
from reports.app.open_folders import OpenFolders
from reports.app.places import Recent, RecentWork, name_of_login
from reports.app.server import address_of, application, own_place
from reports.library.adding import add
from reports.library.inputs import inputs_of
from reports.library.manifest import Signature
from reports.library.place import signature_of
from reports.library.store import writing
from tests.support.command_line import run
from tests.support.library_texts import LATER, TEXTS, write_texts
from tests.support.review import HOME, PORT, TOKEN, open_folders_in

OCTETS = {"Content-Type": "application/octet-stream"}
SHORT = "# A/RES/79/{n}\n\n# Petits ports\n\nL'Assemblée générale,\n\n1. Prie le Secrétaire général de lui présenter un rapport ;\n"


@pytest.fixture
def open_folders(tmp_path: Path) -> OpenFolders:
    return open_folders_in(tmp_path / "work", reviser="")


@pytest.fixture
def client(open_folders: OpenFolders) -> Iterator[TestClient]:
    with TestClient(application(open_folders, TOKEN, PORT), base_url=HOME, headers={"Origin": HOME}) as made:
        yield made


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "mail"
    folder.mkdir()
    write_texts(folder)
    return sorted(p for p in folder.rglob("*") if p.is_file())


def begun(client: TestClient) -> str:
    return f"/{TOKEN}/api/desk/{client.post(f'/{TOKEN}/api/desk', json={}).json()['desk']}"


def put(client: TestClient, desk: str, name: str, content: bytes, ui: str = "en") -> Any:
    return client.put(f"{desk}/files", params={"name": name, "ui": ui}, content=content, headers=OCTETS)


@pytest.mark.slow
def test_dropped_files_are_told_apart_and_opened(
    client: TestClient, texts: list[Path], open_folders: OpenFolders
) -> None:
    desk = begun(client)
    for number, path in enumerate(texts):
        answer = put(client, desk, f"Pièce jointe {number}{path.suffix}", path.read_bytes())
        assert answer.status_code == 200
    found = answer.json()
    assert found["files"] == len(texts) and found["ready"]
    assert {text["language"] for text in found["texts"]} == {"fr", "en", "es", "ru", "ar", "zh"}
    assert len(found["symbols"]) > 1 and found["missing"] == []
    other = next(s["symbol"] for s in found["symbols"] if s["symbol"] != found["symbol"])
    assert client.get(desk, params={"symbol": other}).json()["symbol"] == other
    opened = client.post(f"{desk}/open", json={"symbol": other}).json()["address"]
    state = client.get(f"/{TOKEN}/{opened}api/state").json()
    assert state["findings"]
    page = client.get(f"/{TOKEN}/{opened}").text
    assert f"<h1>{other}</h1>" in page and 'href="../../"' in page
    recent = client.get(f"/{TOKEN}/api/home").json()["recent"]
    assert [(r["symbol"], r["address"], r["findings"]) for r in recent] == [(other, opened, len(state["findings"]))]
    # The same address on the next start.
    again = TestClient(
        application(OpenFolders(open_folders.memory, open_folders.options, "en", ""), TOKEN, PORT), base_url=HOME
    )
    assert again.get(f"/{TOKEN}/{opened}api/state").json()["findings"].keys() == state["findings"].keys()


def test_what_is_refused_is_said_in_the_language_shown_and_the_rest_stays(client: TestClient) -> None:
    desk = begun(client)
    assert put(client, desk, "fr.md", SHORT.format(n=1).encode()).status_code == 200
    refused = put(client, desk, "virus.exe", b"MZ", "fr")
    assert refused.status_code == 422 and "n’est d’aucun format" in refused.json()["refused"]
    assert refused.json()["files"] == 1
    assert client.post(f"{desk}/paste", json={"text": " \n"}).status_code == 422
    assert client.post(f"{desk}/open", json={}).status_code == 422
    broken = put(client, desk, "scan.pdf", b"no pdf", "fr").json()
    assert [t["problem"] != "" for t in broken["texts"]] == [False, True]
    gone = client.post(f"{desk}/remove", json={"name": "scan.pdf"}).json()
    assert [t["file"] for t in gone["texts"]] == ["fr.md"]
    assert client.post(f"{desk}/remove", json={"name": "../../application.json"}).status_code == 422


def test_a_pasted_text_is_a_text(client: TestClient) -> None:
    desk = begun(client)
    found = client.post(f"{desk}/paste", json={"text": SHORT.format(n=7)}).json()
    assert [(t["file"], t["symbol"], t["language"]) for t in found["texts"]] == [("text.txt", "A/RES/79/7", "fr")]
    assert not found["ready"] and found["missing"] == ["en", "es", "ru", "ar", "zh"]


def test_a_symbol_is_taken_from_the_library(
    client: TestClient, texts: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEXAPLA_LIBRARY", str(tmp_path / "library"))
    desk = begun(client)
    assert client.post(f"{desk}/take", json={"symbol": "A/RES/78/902"}).status_code == 422
    signature: Signature = signature_of("program-of-the-tests")
    with writing(tmp_path / "library", signature) as writer:
        add(writer, inputs_of(texts), workers=1)
    assert "A/RES/78/902" in client.get(f"/{TOKEN}/api/home").json()["symbols"]
    found = client.post(f"{desk}/take", json={"symbol": "a/res/78/902"}).json()
    assert found["symbol"] == "A/RES/78/902" and len(found["versions"]) == 6 and found["ready"]
    none = client.post(f"{desk}/take", json={"symbol": "A/RES/78/903"})
    assert none.status_code == 422 and "near are" in none.json()["refused"]


@pytest.mark.parametrize("where", ["files?name=fr.md", "paste", "take", "remove", "open"])
@pytest.mark.parametrize("odd", ["", "..", "../x", "0123456789a", "0123456789AB", "%2e%2e%2f", "0123456789ab/.."])
def test_a_desk_that_is_none_is_refused(client: TestClient, where: str, odd: str, open_folders: OpenFolders) -> None:
    path = f"/{TOKEN}/api/desk/{odd}/{where}"
    answer = (
        client.put(path, content=b"x", headers=OCTETS)
        if where.startswith("files")
        else client.post(path, json={"text": "x"} if where == "paste" else {})
    )
    assert answer.status_code in (404, 405, 422)
    assert not open_folders.memory.home.exists() or not any(p.is_dir() for p in open_folders.memory.home.iterdir())


def test_no_other_page_puts_files_here(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = begun(client)
    bare = TestClient(client.app, base_url=HOME)
    assert bare.put(f"{desk}/files?name=a.md", content=b"x", headers=OCTETS).status_code == 403
    assert put(client, desk.replace(TOKEN, "wrong"), "a.md", b"x").status_code == 404
    plain = {"Content-Type": "text/plain"}
    assert client.put(f"{desk}/files?name=a.md", content=b"x", headers=plain).status_code == 415
    assert client.post(f"{desk}/paste", content=b"x", headers=plain).status_code == 415
    monkeypatch.setattr(home_routes, "LARGEST_BINARY", 100)
    assert put(client, desk, "a.md", b"x" * 101).status_code == 413
    assert client.get(desk).json()["files"] == 0


def test_a_desk_has_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "MOST_FILES", 3)
    desk = Desk(tmp_path / "desk")
    names = [desk.put("fr.md", text).name for text in (b"one", b"two", b"one", b"three")]
    assert names == ["fr.md", "fr (2).md", "fr.md", "fr (3).md"]
    with pytest.raises(InputError, match="3 files already"):
        desk.put("en.md", b"four")


def zipped(files: dict[str, bytes]) -> bytes:
    """An archive of some files by name."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def test_an_archive_is_opened_one_document_each(client: TestClient, tmp_path: Path) -> None:
    desk = begun(client)
    texts = {code: TEXTS[LATER][code].encode() for code in ("fr", "en")}
    content = zipped(
        {"S/RES/fr.md": texts["fr"], "en.md": texts["en"], "other/en.md": texts["en"] + b"\n", "logo.png": b"x"}
    )
    refused = put(client, desk, "S_RES.zip", content)
    told = refused.json()
    assert {text["file"] for text in told["texts"]} == {"fr.md", "en.md", "en (2).md"}
    assert told["refused"] == ("S_RES.zip: left out: logo.png (is of no format that is read); 3 documents were taken")
    assert told["symbol"] == LATER and told["versions"][:2] == ["fr", "en"]
    clean = put(
        client, begun(client), "two.ZIP", zipped({"fr.md": texts["fr"], "en.md": texts["en"], "__MACOSX/._x.png": b"y"})
    )
    assert clean.status_code == 200 and clean.json()["files"] == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no archive", "the archive is broken"),
        (zipped({"a.png": b"x"}), "left out: a.png"),
        (zipped({}), "holds no document"),
        (zipped({"../../../etc/cron.md": b"evil"}), ""),
    ],
)
def test_an_archive_that_is_none_or_leads_elsewhere(
    client: TestClient, tmp_path: Path, content: bytes, said: str
) -> None:
    desk = begun(client)
    told = put(client, desk, "a.zip", content).json()
    assert said in told["refused"] and (bool(told["refused"]) is bool(said))
    assert not [path for path in tmp_path.rglob("*cron*") if "work" not in str(path)]
    french = client.put(f"{desk}/files?name=a.zip&ui=fr", content=content, headers=OCTETS).json()["refused"]
    assert not said or "archive" in french or "laissé de côté" in french


def test_an_archive_that_unpacks_to_too_much_is_cut(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(desks, "_LARGEST_UNPACKED", 1000)
    desk = Desk(tmp_path / "desk")
    with pytest.raises(InputError, match="more is in the archive"):
        desk.unpack("a.zip", zipped({"a.md": b"x" * 600, "b.md": b"y" * 600, "c.md": b"z"}))
    assert [path.name for path in desk.files()] == ["a.md"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Users\\me\\S_RES_2699(2023)-F.docx", "S_RES_2699(2023)-F.docx"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..hidden.md", "hidden.md"),
        ("a\x00\n\u202egnp.md", "agnp.md"),
        ("Résolution – été.pdf", "Résolution – été.pdf"),
        ("x" * 500 + ".docx", "x" * 116 + ".docx"),
        ("", "text"),
    ],
)
def test_a_name_is_kept_as_far_as_it_is_one(given: str, kept: str) -> None:
    assert clean_name(given) == kept


def test_who_decides_is_said_once(client: TestClient, open_folders: OpenFolders) -> None:
    for odd in ("", "  ", "x" * 81, "a\x00b"):
        assert client.post(f"/{TOKEN}/api/name", json={"name": odd}).status_code == 422
    assert client.post(f"/{TOKEN}/api/name", json={"name": "  Anne  Dupont "}).json() == {"name": "Anne Dupont"}
    assert (
        open_folders.reviser == "Anne Dupont" and RecentWork(open_folders.memory.home).own("reviser") == "Anne Dupont"
    )
    assert [name_of_login(n) for n in ("root", "Administrator", "adupont")] == ["", "", "adupont"]


def test_the_address_stays_and_is_for_its_user_alone(tmp_path: Path) -> None:
    memory = RecentWork(tmp_path / "work")
    first, token = own_place(memory, 0)
    address = address_of(first, token)
    second, same = own_place(memory, 0)  # while the first runs
    assert same == token and second.getsockname()[1] != first.getsockname()[1]
    first.close()
    second.close()
    third, token = own_place(RecentWork(tmp_path / "work"), 0)
    assert address_of(third, token) == address
    third.close()
    kept = tmp_path / "work" / "application.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_damaged_memory_is_an_empty_one(tmp_path: Path) -> None:
    memory = RecentWork(tmp_path)
    (tmp_path / "recent.json").write_text(
        '{"recent": [{"folder": 3}, {"folder": "/x", "unknown": 1}, 7]', encoding="utf-8"
    )
    assert memory.recent() == []
    (tmp_path / "recent.json").write_text(
        '{"recent": [{"folder": 3}, {"folder": "/x", "unknown": 1}, 7]}', encoding="utf-8"
    )
    assert memory.recent() == [Recent("/x")]
    memory.remember(Recent("/y", symbol="S/RES/1"))
    memory.remember(Recent("/x", symbol="S/RES/2"))
    assert [(r.folder, r.symbol) for r in memory.recent()] == [("/x", "S/RES/2"), ("/y", "S/RES/1")]
    memory.forget("/x")
    assert [r.folder for r in memory.recent()] == ["/y"]


def test_without_a_display_help_is_printed(tmp_path: Path) -> None:
    assert "drop files of any name" in " ".join(run("open").split())


def test_a_folder_that_cannot_be_opened_says_why(client: TestClient, open_folders: OpenFolders, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    entry = open_folders.open(tmp_path / "empty")
    with pytest.raises(InputError, match="no fr version"):
        entry.session()
    place = f"/{TOKEN}/w/{entry.key}"
    assert 'id="waiting"' in client.get(f"{place}/").text
    told = client.get(f"{place}/api/progress", params={"ui": "fr"}).json()
    assert told["done"] and "pas de version fr" in told["problem"]
    assert client.get(f"{place}/api/state").status_code == 503
