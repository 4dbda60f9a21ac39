"""Folders as people are sent them: texts in archives and folders below, several resolutions. The texts are made up."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest

from corpora.errors import InputError
from corpora.readers.packed import archive_of, packed_bytes, packed_names
from corpora.reading import read_resolution
from reports.project.discovery import texts_in
from tests.corpora.structure.test_one_sentence import DRAFTS, PAST
from tests.support.command_line import refused, run


def _text(lines: tuple[str, ...]) -> bytes:
    return "\n\n".join(lines).encode()


def _zip(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def _tar(path: Path, files: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """Two languages of one decision in an archive, two of another in folders, a third of it in a tar."""
    folder = tmp_path / "sent"
    (folder / "mail" / "attached").mkdir(parents=True)
    (folder / "mail" / "attached" / "one.txt").write_bytes(_text(DRAFTS["fr"]))
    (folder / "mail" / "two.txt").write_bytes(_text(DRAFTS["en"]))
    _tar(folder / "more.tgz", {"./three.txt": _text(DRAFTS["es"])})
    _zip(folder / "past.zip", {"a/fr.txt": _text(PAST["fr"]), "a/en.txt": _text(PAST["en"]), "a/picture.png": b"x"})
    return folder


def test_texts_in_archives_and_folders_are_found(sent: Path) -> None:
    seen = texts_in(sent)
    assert {text.place for text in seen} == {"mail/attached/one.txt", "mail/two.txt", "more.tgz/three.txt", "past.zip/a/en.txt", "past.zip/a/fr.txt"}  # fmt: skip
    assert {text.symbol for text in seen} == {"E/2031/L.19", "E/DEC/2031/324"}
    assert "past.zip/a/en.txt (E/DEC/2031/324, en)" in {str(text) for text in seen}
    assert read_resolution(sent / "past.zip" / "a" / "fr.txt").symbol == "E/DEC/2031/324"


@pytest.mark.slow
def test_commands_look_into_them(sent: Path, tmp_path: Path) -> None:
    shown = run("check", sent)
    assert "E/2031/L.19 (fr en es)" in shown and "E/DEC/2031/324 (fr en)" in shown
    assert "E/DEC/2031/324 (fr en)" in run("check", sent / "past.zip")
    assert "E/DEC/2031/324" in run("read", sent / "past.zip", "--language", "en")
    run("report", sent, "--all", "--output", tmp_path / "out")
    assert {path.parent.name for path in (tmp_path / "out").rglob("index.html")} == {"E_2031_L.19", "E_DEC_2031_324"}
    files = tmp_path / "all.sarif", tmp_path / "all.xml"
    run("report", sent, "--all", "--output", tmp_path / "out", "--sarif", files[0], "--junit", files[1])
    written = json.loads(files[0].read_text(encoding="utf-8"))["runs"][0]["results"]
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("findings.csv")]
    assert len(written) == sum(len(page.splitlines()) - 1 for page in pages)
    assert files[1].is_file()
    run("report", sent / "past.zip", "--output", tmp_path / "one")
    assert (tmp_path / "one" / "index.html").is_file()


def test_several_are_still_offered(
    sent: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "holds 2 resolutions; name one of them" in refused(capsys, monkeypatch, "report", sent)
    line = refused(capsys, monkeypatch, "report", sent / "mail" / "two.txt", "--all")
    assert "--each: is of one folder" in line
    line = refused(capsys, monkeypatch, "report", sent, "--all", "--pdf", "out.pdf")
    assert "--pdf: is of one report; leave --each out" in line


def test_a_folder_with_versions_of_its_own_is_those(sent: Path) -> None:
    for code in ("fr", "en"):
        (sent / f"{code}.txt").write_bytes(_text(PAST[code]))
    assert [text.place for text in texts_in(sent)] == ["", ""]


@pytest.mark.slow
def test_an_archive_that_is_not_looked_into_is_said_by_export_and_review(sent: Path, tmp_path: Path) -> None:
    for code in ("fr", "en"):
        (sent / f"{code}.txt").write_bytes(_text(PAST[code]))
    for arguments in (
        ("export", sent, "-o", tmp_path / "memory.tmx"),
        ("review", sent, "--export", tmp_path / "a.json"),
    ):
        assert "not looked into: more.tgz, past.zip" in run(*arguments)


def test_own_pages_below_are_no_texts(sent: Path) -> None:
    page = (
        '<html><head><meta name="generator" content="Hexapla"></head><body><p>The General Assembly,</p></body></html>'
    )
    (sent / "mail" / "index.html").write_text(page, encoding="utf-8")
    assert not any("index" in text.place for text in texts_in(sent))


def test_names_that_lead_elsewhere_and_broken_archives(tmp_path: Path) -> None:
    hostile = _zip(tmp_path / "hostile.zip", {"../out.txt": b"x", "/etc/out.txt": b"x", "in.txt": _text(DRAFTS["fr"])})
    assert packed_names(hostile) == ["in.txt"]
    (tmp_path / "out.txt").write_text("outside", encoding="utf-8")
    with pytest.raises(InputError):
        packed_bytes(hostile / ".." / "out.txt", 10**6)
    (tmp_path / "broken.zip").write_bytes(b"PK\3\4 and nothing more")
    (tmp_path / "broken.tar.gz").write_bytes(b"\x1f\x8b and nothing more")
    said = {text.path.name: text.problem for text in texts_in(tmp_path)}
    assert "the archive is broken" in said["broken.zip"] and "the archive is broken" in said["broken.tar.gz"]


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    bomb = _zip(tmp_path / "bomb.zip", {"en.txt": b"\0" * (60 * 1024 * 1024)})
    with pytest.raises(InputError, match="refused"):
        packed_bytes(bomb / "en.txt", 10**6)
    tar = _tar(tmp_path / "large.tgz", {"en.txt": b" " * 2_000_000})
    with pytest.raises(InputError, match="too large"):
        packed_bytes(tar / "en.txt", 10**6)


def test_a_path_of_the_disk_leads_into_no_archive(tmp_path: Path) -> None:
    (tmp_path / "folder.zip").mkdir()
    assert archive_of(tmp_path / "folder.zip" / "en.txt") is None
    assert archive_of(tmp_path / "en.txt") is None


@pytest.mark.slow
def test_status_2_where_no_report_of_one_could_be_made(sent: Path, tmp_path: Path) -> None:
    for code in ("es", "ru"):
        (sent / "mail" / f"{code}.txt").write_bytes(_text(PAST[code]).replace(b"324", b"325"))
    shown = run("report", sent, "--all", "--output", tmp_path / "out", expect=2)
    assert "no fr version" in shown
    assert {path.parent.name for path in (tmp_path / "out").rglob("index.html")} == {"E_2031_L.19", "E_DEC_2031_324"}


def test_what_is_beyond_the_most_that_are_read_is_said_by_each_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reports.project.discovery._MOST_BELOW", 2)
    folder = tmp_path / "many"
    (folder / "below").mkdir(parents=True)
    for name, lines in {"a": PAST["fr"], "b": PAST["en"], "c": DRAFTS["fr"]}.items():
        (folder / "below" / f"{name}.txt").write_bytes(_text(lines))
    for command in ("read", "lint", "deliverables", "check"):
        assert "the first 2 of 3 documents are read: 1 are left out" in run(command, folder), command
    (folder / "below" / "b.txt").write_bytes(_text(DRAFTS["en"]))
    for command in ("read", "report"):
        line = refused(capsys, monkeypatch, command, folder)
        assert "holds 2 resolutions" in line and "the first 2 of 3 documents are read" in line, command
