"""Whole records: ``--corpus`` of check and report."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import polars as pl
import pytest

from reports.findings.model import Severity
from reports.findings.order import is_doubtful, shown_before
from tests.support.command_line import DRIFT_EN, EN, refused, run
from tests.support.sample import SAMPLE

pytestmark = pytest.mark.slow


def test_corpus_one_row_a_finding_and_resume(tmp_path: Path) -> None:
    akn = tmp_path / "in"
    for folder, code in (("French", "fr"), ("English", "en"), ("Spanish", "es")):
        (akn / "2002" / folder).mkdir(parents=True)
        source = DRIFT_EN if code == "en" else SAMPLE / f"{code}.md"
        shutil.copy(source, akn / "2002" / folder / f"E_RES_2002_19-{code}.md")
    (akn / "2002" / "English" / "letter.md").write_text(
        "Dear all, this is no resolution of any kind, thank you.\n", encoding="utf-8"
    )
    for suffix in ("csv", "parquet", "json"):
        target = tmp_path / f"findings.{suffix}"
        out = run("check", "--corpus", akn, "--output", target)
        assert "1 resolutions checked" in out and "1 not used" in out
        rows = (
            json.loads(target.read_text())
            if suffix == "json"
            else (pl.read_csv(target) if suffix == "csv" else pl.read_parquet(target)).to_dicts()
        )
        assert {"D202", "D204"} <= {row["code"] for row in rows}
        dated = next(row for row in rows if row["code"] == "D202")
        assert (dated["odd_language"], dated["address"]) == ("en", "preambular para. 1")
        places = [
            (is_doubtful(r["confidence"]), shown_before(Severity[r["severity"].upper()], r["confidence"])) for r in rows
        ]
        assert places == sorted(places) and len(set(places)) > 2
        again = run("check", "--corpus", akn, "--output", target)
        assert "0 resolutions checked, 1 taken from before" in again
    shutil.copy(EN, akn / "2002" / "English" / "E_RES_2002_19-en.md")
    assert "1 resolutions checked" in run("check", "--corpus", akn, "--output", tmp_path / "findings.csv")


def test_corpus_report_has_a_page_a_resolution(tmp_path: Path) -> None:
    akn = tmp_path / "akn" / "2002"
    for code, name in (("fr", "French"), ("en", "English")):
        (akn / name).mkdir(parents=True)
        source = SAMPLE / ("drift/en.md" if code == "en" else "fr.md")
        run("read", source, "-o", akn / name / "E_RES_2002_19.xml")
    out = run("report", "--corpus", tmp_path / "akn", "--output", tmp_path / "out").split()
    assert out[-2:] == [str(tmp_path / "out" / "findings.csv"), str(tmp_path / "out" / "index.html")]
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert 'href="E-RES-2002-19.html"' in index and "Content-Security-Policy" in index
    page = (tmp_path / "out" / "E-RES-2002-19.html").read_text(encoding="utf-8")
    assert "21 September 2001" in page
    (tmp_path / "out" / "E-RES-2002-19.html").unlink()
    assert "1 resolutions checked" in run("report", "--corpus", tmp_path / "akn", "--output", tmp_path / "out")
    again = run("report", "--corpus", tmp_path / "akn", "--output", tmp_path / "out", "--fail-on", "major", expect=1)
    assert "0 resolutions checked, 1 taken from before" in again


def test_corpus_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no folder" in refused(capsys, monkeypatch, "check", "--corpus", tmp_path / "absent")
    assert "holds no file" in refused(capsys, monkeypatch, "check", "--corpus", tmp_path)
    for command, option in (("report", "--sarif"), ("report", "--pdf"), ("check", "--junit"), ("check", "--html")):
        said = refused(capsys, monkeypatch, command, "--corpus", tmp_path, option, tmp_path / "out")
        assert f"{option}: is of one resolution; leave it out with --corpus" in said
    assert "no versions given" in refused(capsys, monkeypatch, "check")
