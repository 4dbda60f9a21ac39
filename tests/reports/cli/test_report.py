"""The command ``hexapla report``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import polars as pl
import pytest

from tests.support.command_line import EN, FR, refused, run, schema
from tests.support.sample import SAMPLE

pytestmark = pytest.mark.slow


def test_a_pdf_needs_chromium(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    line = refused(
        capsys, monkeypatch, "report", SAMPLE, "--output", tmp_path / "out", "--pdf", tmp_path / "report.pdf"
    )
    assert "Chromium" in line and (tmp_path / "out" / "index.html").is_file()


def test_report_writes_page_json_and_csv(sample_report: tuple[str, Path]) -> None:
    out, folder = sample_report
    assert out.rstrip().endswith(str(folder / "index.html"))
    assert "M203" in out
    data = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    jsonschema.validate(data["versions"], schema("check"))
    mandates = pl.read_csv(folder / "mandates.csv")
    assert mandates.filter(pl.col("before_id") == "op10")["after_report_to"].to_list() == ["Assemblée générale"]
    assert pl.read_csv(folder / "findings.csv").height == len(data["related"][0]["findings"])


def test_summary_fits_a_screen(sample_report: tuple[str, Path]) -> None:
    assert len(sample_report[0].splitlines()) <= 24


def test_folder_without_french(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(EN, tmp_path / "en.md")
    assert "no fr version" in refused(capsys, monkeypatch, "report", tmp_path)
    assert "is no folder" in refused(capsys, monkeypatch, "report", tmp_path / "nowhere")
    shutil.copy(FR, tmp_path / "fr.md")
    (tmp_path / "hexapla.toml").write_text("pivot = ", encoding="utf-8")
    assert "TOML" in refused(capsys, monkeypatch, "report", tmp_path)
    (tmp_path / "hexapla.toml").write_text('[[related]]\nfile = "absent.md"\n', encoding="utf-8")
    assert "absent.md" in refused(capsys, monkeypatch, "report", tmp_path)


def test_another_pivot(tmp_path: Path) -> None:
    for path in (FR, EN):
        shutil.copy(path, tmp_path / path.name)
    (tmp_path / "hexapla.toml").write_text('pivot = "en"\n', encoding="utf-8")
    assert "(en fr)" in run("report", tmp_path, "--output", tmp_path / "out")


def test_the_pivot_is_named_for_one_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (FR, EN):
        shutil.copy(path, tmp_path / path.name)
    out = tmp_path / "out"
    assert "(fr en)" in run("report", tmp_path, "--output", out)
    assert "(en fr)" in run("report", tmp_path, "--output", out, "--language", "en")
    assert "(en fr)" in run("report", tmp_path / "fr.md", tmp_path / "en.md", "-o", out, "-l", "en")
    assert "no es version" in refused(capsys, monkeypatch, "report", tmp_path, "-l", "es", "-o", out)
    assert "'xx' is no language" in refused(capsys, monkeypatch, "report", tmp_path, "-l", "xx", "-o", out)
    line = refused(capsys, monkeypatch, "report", "--corpus", tmp_path, "-l", "en", "-o", out)
    assert "is of one resolution" in line


def test_report_wants_something(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no folder given" in refused(capsys, monkeypatch, "report")
