"""Folders and files as people have them: names that say nothing, several resolutions together, a version that is missing."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from corpora.errors import InputError, SeveralResolutionsError
from corpora.model import Resolution
from reports.cli.options import say_not_read
from reports.pipeline.corpus.facts import facts_of
from reports.pipeline.corpus.grouping import grouped
from reports.project.discovery import folder_line, left_out, texts_in
from reports.project.layout import open_project, project_of_files
from tests.corpora.structure.test_mastheads import MASTHEADS
from tests.corpora.test_other_documents import LETTERS
from tests.failing_kinds.texts import written
from tests.support.command_line import refused, run
from tests.support.formats import docx_of
from tests.support.pdfs import plain_pdf_of

NAMES = {
    "fr": "A_RES_98_7-F.txt", "en": "7 anglais.txt", "es": "N3049725.txt", "ru": "Копия резолюции.txt", "ar": "final (2).txt", "zh": "决议.TXT",
}  # fmt: skip


def _folder(folder: Path, codes: tuple[str, ...] = tuple(NAMES), symbol: str = "98/7", prefix: str = "") -> list[Path]:
    """Versions of one specimen under the names that people give them."""
    written = []
    for code in codes:
        text = "\n\n".join(MASTHEADS[code]).replace("98/7", symbol)
        path = folder / f"{prefix}{NAMES[code]}"
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def test_language_and_symbol_come_from_the_texts(tmp_path: Path) -> None:
    _folder(tmp_path)
    (tmp_path / "notes.png").write_bytes(b"\x89PNG")
    found = open_project(tmp_path).versions
    assert {code: path.name for code, path in found.items()} == NAMES
    assert {(t.symbol, t.language) for t in texts_in(tmp_path)} == {("A/RES/98/7", code) for code in NAMES}


@pytest.mark.slow
def test_word_and_pdf_beside_each_other(tmp_path: Path, sample: dict[str, Resolution]) -> None:
    (tmp_path / "E_RES_2002_19-F.docx").write_bytes(docx_of(sample["fr"]))
    (tmp_path / "N0249725.pdf").write_bytes(plain_pdf_of(sample["en"]))
    (tmp_path / "E_RES_2002_19-F.pdf").write_bytes(plain_pdf_of(sample["fr"]))
    found = open_project(tmp_path).versions
    assert {code: path.name for code, path in found.items()} == {"fr": "E_RES_2002_19-F.docx", "en": "N0249725.pdf"}
    assert "(fr en)" in run("report", tmp_path, "--output", tmp_path / "out")


def test_several_resolutions_are_told_apart_and_offered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _folder(tmp_path, ("fr", "en"))
    _folder(tmp_path, ("fr", "en", "es"), symbol="97/4", prefix="old ")
    with pytest.raises(SeveralResolutionsError) as several:
        open_project(tmp_path)
    assert several.value.symbols == ("A/RES/97/4", "A/RES/98/7")
    line = refused(capsys, monkeypatch, "report", tmp_path)
    assert "A/RES/97/4 (fr en es)" in line and f"{tmp_path.name}#A/RES/97/4" in line
    assert "A/RES/98/7 (fr en)" in run("report", f"{tmp_path}#A/RES/98/7", "--output", tmp_path / "out")
    with pytest.raises(InputError, match=r"holds no A/RES/1/1; 5 files seen"):
        open_project(Path(f"{tmp_path}#A/RES/1/1"))


def test_what_is_missing_is_said_with_what_was_seen(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no fr version .the pivot.; 0 files seen; add fr\.md"):
        open_project(tmp_path)
    _folder(tmp_path, ("en", "es"))
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(InputError) as missing:
        open_project(tmp_path)
    line = str(missing.value)
    assert "no fr version (the pivot); 3 files seen: " in line and "7 anglais.txt (A/RES/98/7, en)" in line
    assert "scan.pdf (" in line and "\n" not in line
    for path in _folder(tmp_path, ("en", "es")):
        path.unlink()
    _folder(tmp_path, ("fr",))
    with pytest.raises(InputError, match=r"only A_RES_98_7-F.txt is there; 2 files seen: "):
        open_project(tmp_path)


def test_texts_without_a_symbol_are_one_only_where_nothing_says_otherwise(tmp_path: Path) -> None:
    for code in ("fr", "en"):
        text = "\n\n".join(line for line in MASTHEADS[code] if "98/7" not in line)
        (tmp_path / f"{code} draft.txt").write_text(text, encoding="utf-8")
    assert set(open_project(tmp_path).versions) == {"fr", "en"}
    shutil.copy(tmp_path / "en draft.txt", tmp_path / "another.txt")
    with pytest.raises(InputError, match="3 files seen"):
        open_project(tmp_path)


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    _folder(tmp_path, ("fr", "en"))
    assert len(open_project(tmp_path).versions) == 2
    text = "\n\n".join(MASTHEADS["en"]).replace("98/7", "98/71")
    (tmp_path / NAMES["en"]).write_text(text, encoding="utf-8")
    with pytest.raises(SeveralResolutionsError):
        open_project(tmp_path)


@pytest.mark.slow
def test_report_takes_files_in_any_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    english, french, spanish = _folder(tmp_path, ("en", "fr", "es"))
    out = run("report", english, french, spanish, "--output", tmp_path / "out")
    assert "A/RES/98/7 (fr en es)" in out and (tmp_path / "out" / "index.html").is_file()
    assert "(en es)" in run("report", english, spanish, "--output", tmp_path / "out2"), "without French the first leads"
    assert "1 file seen" in refused(capsys, monkeypatch, "report", french)
    assert "no such file" in refused(capsys, monkeypatch, "report", french, tmp_path / "absent.txt")
    twin = tmp_path / "twin.txt"
    shutil.copy(english, twin)
    assert "no version of its own" in refused(capsys, monkeypatch, "report", french, english, twin)


def test_files_of_another_symbol_are_related_resolutions(tmp_path: Path) -> None:
    files = _folder(tmp_path, ("fr", "en"))
    earlier = _folder(tmp_path, ("fr",), symbol="97/4", prefix="old ")
    project = project_of_files([*files, *earlier], "fr")
    assert [(r.path.name, r.place) for r in project.related] == [("old A_RES_98_7-F.txt", "earlier")]
    out = run("report", *files, *earlier, "--output", tmp_path / "out")
    assert "A/RES/97/4 → A/RES/98/7" in out
    with pytest.raises(InputError, match="no fr version of A/RES/97/4"):
        project_of_files([*files, *_folder(tmp_path, ("en",), symbol="97/4", prefix="old ")], "fr")


def test_a_corpus_never_pairs_texts_that_only_lack_a_symbol(tmp_path: Path) -> None:
    def write(name: str, code: str) -> Path:
        text = "\n\n".join(line for line in MASTHEADS[code] if "98/7" not in line)
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    loose = [write("ports.txt", "fr"), write("bridges.txt", "en")]
    groups, _ = grouped([facts_of(path) for path in loose])
    assert [len(group.files) for group in groups] == [1, 1]
    named = [write("fr.txt", "fr"), write("en.txt", "en"), write("97.fr.txt", "fr"), write("97.EN.txt", "en")]
    groups, _ = grouped([facts_of(path) for path in named])
    assert [sorted(p.name for p in g.files.values()) for g in groups] == [
        ["en.txt", "fr.txt"],
        ["97.EN.txt", "97.fr.txt"],
    ]


def _archive(place: Path, files: list[Path]) -> None:
    with zipfile.ZipFile(place, "w") as packed:
        for file in files:
            packed.write(file, file.name)
            file.unlink()


@pytest.mark.parametrize(
    ("ui", "said"), [("en", "not looked into: rest.zip; give the archive itself"), ("fr", "pas ouverts : rest.zip; donnez l’archive elle-même")]
)  # fmt: skip
def test_an_archive_beside_texts_that_are_enough_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ui: str, said: str
) -> None:
    _archive(tmp_path / "rest.zip", _folder(tmp_path, ("es", "ru")))
    _folder(tmp_path, ("fr", "en"))
    say_not_read(tmp_path, ui)
    assert said in capsys.readouterr().err.replace("\n", " ")


def test_an_archive_that_is_looked_into_and_folders_are_no_news(tmp_path: Path) -> None:
    _archive(tmp_path / "rest.zip", _folder(tmp_path, ("es", "ru")))
    _folder(tmp_path, ("fr",))
    assert left_out(tmp_path) == []
    assert left_out(tmp_path / "rest.zip") == []
    (tmp_path / "report").mkdir()
    _folder(tmp_path / "report", ("en",))
    assert left_out(tmp_path) == []
    (tmp_path / "more.rar").write_bytes(b"Rar!")  # no reader for it
    assert [error.problem for error in left_out(tmp_path)] == ["not looked into: more.rar"]


def test_documents_beyond_the_most_that_are_read_are_counted(tmp_path: Path) -> None:
    below = tmp_path / "texts"
    below.mkdir()
    _folder(below, ("fr", "en"), prefix="0 ")
    for number in range(205):
        (below / f"note {number}.txt").write_text("note", "utf-8")
    said = "the first 200 of 207 documents are read: 7 are left out"
    assert [error.problem for error in left_out(tmp_path)] == [said]
    assert folder_line(tmp_path, texts_in(tmp_path)).endswith(said)


def test_a_letter_without_symbol_is_no_version_of_a_resolution(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _folder(tmp_path, ("fr", "en"))
    written(LETTERS["es"][1:], tmp_path / "carta.txt")
    assert list(open_project(tmp_path).versions) == ["fr", "en"]
    assert "left out: carta.txt (no resolution, as the others are)" in caplog.messages
