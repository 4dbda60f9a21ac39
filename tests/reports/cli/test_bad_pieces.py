"""One bad piece of a folder never stops the rest; what stands before the command; the language of the pivot."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest

from reports.app.review_session import ReviewSession
from reports.cli import main
from reports.messages.screen import console_for
from reports.pipeline.run_options import RunOptions
from tests.support.command_line import DRIFT_EN, EN, ES, FR, refused, run

Capture, Patch = pytest.CaptureFixture[str], pytest.MonkeyPatch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two versions that can be read, and two that cannot: one is empty, one a broken archive."""
    made = tmp_path / "texts"
    made.mkdir()
    for path in (FR, EN):
        shutil.copy(path, made)
    (made / "ru.md").write_text("", encoding="utf-8")
    (made / "zh.docx").write_bytes(b"PK\x03\x04" + b"\x00\x07" * 400)
    return made


def left_out(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was said to be left out since this was asked last."""
    said = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    caplog.clear()
    return [line for line in said if line.startswith("left out: ")]


@pytest.mark.slow
def test_a_folder_goes_on_without_what_cannot_be_read(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    for command in (
        ("report", folder, "-o", folder.parent / "out"),
        ("check", folder),
        ("align", folder, "-o", folder.parent / "beads.csv"),
        ("export", folder, "-o", folder.parent / "memory.tmx"),
    ):
        out = run(*command)
        (line,) = left_out(caplog)
        assert "ru.md (the file is empty)" in line and "zh.docx (" in line and "fr.md" not in line, command
        assert "(fr en)" in out or command[0] in ("align", "export")
    assert run("check", folder) == run("check", folder / "fr.md", folder / "en.md")
    assert "ru.md" in run("align", FR.parent) and "zh.docx" not in run("align", folder)


def test_a_text_in_no_language_does_not_make_the_others_plain_texts(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "zh.docx").unlink()
    (folder / "zh.txt").write_text("Ἐν ἀρχῇ ἦν ὁ λόγος, καὶ ὁ λόγος ἦν πρὸς τὸν θεόν.\n", encoding="utf-8")
    assert run("check", folder) == run("check", folder / "fr.md", folder / "en.md")
    assert any("zh.txt (in none of the languages covered)" in line for line in left_out(caplog))


@pytest.mark.slow
def test_names_that_say_nothing_are_left_out_aloud(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    for before, after in (("fr.md", "vf.md"), ("en.md", "ve.md"), ("ru.md", "vr.md")):
        (folder / before).rename(folder / after)
    assert "(fr en)" in run("check", folder)
    (line,) = left_out(caplog)
    assert "vr.md (the file is empty)" in line


@pytest.mark.slow
def test_a_folder_opens_without_what_cannot_be_read(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    session = ReviewSession(folder, RunOptions(), "en", "A. Reviser")
    assert session.page()
    (line,) = left_out(caplog)
    assert "ru.md (the file is empty)" in line


@pytest.mark.slow
def test_what_is_named_or_needed_is_refused(folder: Path, capsys: Capture, monkeypatch: Patch) -> None:
    assert "the file is empty" in refused(capsys, monkeypatch, "check", folder / "fr.md", folder / "ru.md")
    assert "the file is empty" in refused(capsys, monkeypatch, "report", folder / "fr.md", folder / "ru.md")
    (folder / "en.md").write_text("", encoding="utf-8")
    for command in ("check", "report", "align"):
        assert refused(capsys, monkeypatch, command, folder).endswith("only fr.md can be read; add another version")
    (folder / "fr.md").write_text("", encoding="utf-8")
    assert "fr.md: the file is empty" in refused(capsys, monkeypatch, "check", folder)


@pytest.mark.slow
def test_a_related_resolution_that_cannot_be_read_is_left_out(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    (folder / "later.md").write_text("", encoding="utf-8")
    (folder / "hexapla.toml").write_text('[[related]]\nfile = "later.md"\n', encoding="utf-8")
    assert "(fr en)" in run("report", folder, "-o", folder.parent / "out")
    assert "left out: later.md (the file is empty)" in left_out(caplog)


def test_the_interface_may_be_named_before_the_command(capsys: Capture, monkeypatch: Patch) -> None:
    monkeypatch.setenv("HEXAPLA_UI", "en")  # set, so that what the command sets is taken back
    assert "introuvable" in refused(capsys, monkeypatch, "--ui", "fr", "read", "a.md")
    assert "no such file" in refused(capsys, monkeypatch, "--ui", "fr", "read", "a.md", "--ui", "en")
    assert "fr or en" in refused(capsys, monkeypatch, "--ui=de", "read", "a.md")
    monkeypatch.setattr("sys.argv", ["hexapla", "--ui", "fr", "explain", "D301"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0 and "majeure" in capsys.readouterr().out


@pytest.mark.slow
def test_the_language_of_the_pivot_may_be_named(
    folder: Path, tmp_path: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    assert "(en fr)" in run("check", folder, "--language", "en")
    assert "(es fr)" in run("check", ES, FR, "-l", "es")
    assert "en.md – " in run("align", folder, "--language", "en")
    run("export", folder, "-l", "en", "-o", tmp_path / "memory.tmx")
    assert 'srclang="en"' in (tmp_path / "memory.tmx").read_text(encoding="utf-8")
    assert "no es version" in refused(capsys, monkeypatch, "check", folder, "-l", "es")
    assert "no language that is covered" in refused(capsys, monkeypatch, "check", FR, EN, "-l", "de")
    assert "--language" in refused(capsys, monkeypatch, "align", "--lines", FR, EN, "-l", "fr")
    assert "not covered" in refused(capsys, monkeypatch, "base", FR, FR, "-l", "de")


@pytest.mark.slow
def test_a_title_stands_beside_its_code_where_there_is_room(monkeypatch: Patch) -> None:
    told = {"en": "D204 Session or ordinal", "fr": "D101 Paragraphe "}
    for ui, words in told.items():
        assert words in run("check", FR, DRIFT_EN, "--ui", ui)
    monkeypatch.setattr("reports.cli.options.console", lambda: console_for(100))
    narrow = run("check", FR, DRIFT_EN)
    assert "D204 critical" in narrow and told["en"] not in narrow
