"""Bad input is one line and status 2; a failed write loses nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.command_line import EN, FR, LATER, refused

pytestmark = pytest.mark.slow


def test_bad_input_is_one_line_and_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    empty, letter = tmp_path / "empty.md", tmp_path / "letter.md"
    empty.write_text("", encoding="utf-8")
    letter.write_text("Bonjour à tous et merci de la part de nous tous.\n", encoding="utf-8")
    greek = tmp_path / "greek.md"
    greek.write_bytes("Η Γενική Συνέλευση ζητά από τον Γενικό Γραμματέα να υποβάλει έκθεση.\n".encode("iso-8859-7"))
    assert "empty" in refused(capsys, monkeypatch, "read", empty)
    assert "no resolution" in refused(capsys, monkeypatch, "read", letter)
    assert "UTF-8" in refused(capsys, monkeypatch, "read", greek) and "line" in refused(
        capsys, monkeypatch, "read", greek
    )
    assert "no such file" in refused(capsys, monkeypatch, "check", FR, tmp_path / "absent.md")
    assert "is in fr" in refused(capsys, monkeypatch, "check", FR, LATER)
    assert "not covered" in refused(capsys, monkeypatch, "read", FR, "--language", "de")
    assert "no severity" in refused(capsys, monkeypatch, "check", FR, EN, "--fail-on", "grave")
    assert "no finding code" in refused(capsys, monkeypatch, "explain", "X999")
    assert "format" in refused(capsys, monkeypatch, "align", FR, EN, "-o", tmp_path / "beads.doc")
    assert "fr" in refused(capsys, monkeypatch, "check", FR, EN, "--ui", "de")


def test_nothing_written_is_lost_when_writing_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "beads.json"
    target.write_text("earlier work", encoding="utf-8")
    refused(capsys, monkeypatch, "align", FR, tmp_path / "absent.md", "-o", target)
    assert target.read_text(encoding="utf-8") == "earlier work"

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", broken)
    monkeypatch.setattr(os, "replace", broken)
    assert "cannot be written" in refused(capsys, monkeypatch, "align", FR, EN, "-o", target)
    monkeypatch.undo()
    assert target.read_text(encoding="utf-8") == "earlier work"
    assert [p.name for p in tmp_path.iterdir()] == ["beads.json"]
