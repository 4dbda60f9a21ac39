"""The command line as a user meets it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import polars as pl
import pytest
from typer.testing import CliRunner

from reports.cli import app, main
from tests.conftest import ROOT, SAMPLE

FR, EN, ES = SAMPLE / "fr.md", SAMPLE / "en.md", SAMPLE / "es.md"
DRIFT_EN = SAMPLE / "drift" / "en.md"
LATER = SAMPLE / "2003-900.fr.md"


def run(*arguments: object, expect: int = 0) -> str:
    """Run the command in this process; returns standard output."""
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == expect, result.output
    return result.output


def refused(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: object) -> str:
    """Run the command as installed; returns its one line on standard error, after checking status 2."""
    monkeypatch.setattr(sys, "argv", ["hexapla", *map(str, arguments)])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 2
    err = capsys.readouterr().err.strip()
    assert "Traceback" not in err
    assert err.count("\n") == 0
    return err


def schema(name: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(
        (ROOT / "docs" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    )
    return loaded


def test_a_pdf_needs_chromium(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    line = refused(
        capsys, monkeypatch, "report", SAMPLE, "--output", tmp_path / "out", "--pdf", tmp_path / "report.pdf"
    )
    assert "Chromium" in line and (tmp_path / "out" / "index.html").is_file()


def test_read_json_keeps_to_its_schema() -> None:
    data = json.loads(run("read", FR, "--json"))
    jsonschema.validate(data, schema("read"))
    assert data["symbol"] == "E/RES/2002/19"
    paragraph = next(p for p in data["paragraphs"] if p["id"] == "op10")
    source = FR.read_text(encoding="utf-8")
    start, end = paragraph["span"]
    assert source[start:end].startswith("10. *Prie*")
    session = next(a for a in paragraph["anchors"] if a["kind"] == "session")
    assert source[session["span"][0] : session["span"][1]] == "douzième session"


def test_read_shows_the_structure() -> None:
    out = run("read", EN)
    assert "E/RES/2002/19" in out and "op10" in out and "fn82" in out


@pytest.mark.parametrize("suffix", [".json", ".csv", ".parquet"])
def test_align_writes_by_suffix(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"beads{suffix}"
    run("align", FR, EN, "--output", target)
    if suffix == ".json":
        data = json.loads(target.read_text(encoding="utf-8"))
        jsonschema.validate(data, schema("align"))
        assert len(data["beads"]) == 25
    else:
        table = pl.read_csv(target) if suffix == ".csv" else pl.read_parquet(target)
        assert table.height == 25 and table["source"].to_list() == table["target"].to_list()


def test_align_several_versions_in_one_file(tmp_path: Path) -> None:
    target = tmp_path / "beads.json"
    run("align", FR, EN, ES, "-o", target)
    data = json.loads(target.read_text(encoding="utf-8"))
    jsonschema.validate(data, schema("align"))
    assert len(data["alignments"]) == 2


def test_align_lines(tmp_path: Path) -> None:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("Das Haus ist alt.\nEs regnet heute. Wir bleiben zu Hause.\n", encoding="utf-8")
    b.write_text("La maison est vieille.\nIl pleut aujourd'hui.\nNous restons à la maison.\n", encoding="utf-8")
    assert run("align", "--lines", a, b).splitlines() == ["[0]:[0]", "[1]:[1, 2]"]
    run("align", "--lines", "--related", a, a, "-o", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text() == "[0]:[0]\n[1]:[1]\n"


def test_align_related_resolutions() -> None:
    assert "merged" in run("align", "--related", FR, LATER)


def test_check_clean_and_drifted() -> None:
    assert "no findings" in run("check", FR, EN, ES, "--fail-on", "neutral")
    assert "D204" in run("check", FR, DRIFT_EN)
    run("check", FR, DRIFT_EN, "--fail-on", "critical", expect=1)
    run("check", FR, SAMPLE / "drift" / "es.md", "--fail-on", "critical", expect=1)


def test_check_json_keeps_to_its_schema() -> None:
    data = json.loads(run("check", FR, DRIFT_EN, "--json"))
    jsonschema.validate(data, schema("check"))
    finding = next(f for f in data["findings"] if f["code"] == "D204")
    source = DRIFT_EN.read_text(encoding="utf-8")
    start, end = finding["target"]["span"]
    assert source[start:end] == finding["target"]["quote"] == "eleventh session"


def test_compare_json_keeps_to_its_schema_and_to_the_language_asked() -> None:
    data = json.loads(run("compare", FR, LATER, "--json", "--ui", "fr"))
    jsonschema.validate(data, schema("check"))
    assert any("devient" in f["message"] for f in data["findings"])
    assert any(m["before"] is None for m in data["mandates"])
    run("compare", FR, LATER, "--fail-on", "major", expect=1)
    run("compare", FR, FR, "--fail-on", "minor")


def test_report_writes_page_json_and_csv(tmp_path: Path) -> None:
    out = run("report", SAMPLE, "--output", tmp_path)
    assert out.rstrip().endswith(str(tmp_path / "index.html"))
    assert "M203" in out
    data = json.loads((tmp_path / "findings.json").read_text(encoding="utf-8"))
    jsonschema.validate(data["versions"], schema("check"))
    mandates = pl.read_csv(tmp_path / "mandates.csv")
    assert mandates.filter(pl.col("before_id") == "op10")["after_report_to"].to_list() == ["Assemblée générale"]
    assert pl.read_csv(tmp_path / "findings.csv").height == len(data["related"][0]["findings"])


def test_summary_fits_a_screen(tmp_path: Path) -> None:
    lines = run("report", SAMPLE, "--output", tmp_path).splitlines()
    assert len(lines) <= 24


def test_explain() -> None:
    assert "D201" in run("explain") and "M209" in run("explain")
    text = run("explain", "m209")
    assert "Why:" in text and "MQM" in text


def test_every_command_has_help_with_an_example() -> None:
    for command in (
        "read",
        "align",
        "check",
        "compare",
        "base",
        "series",
        "report",
        "lint",
        "deliverables",
        "fetch",
        "explain",
    ):
        assert "Example" in run(command, "--help")


def test_bad_input_is_one_line_and_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    empty, letter = tmp_path / "empty.md", tmp_path / "letter.md"
    empty.write_text("", encoding="utf-8")
    letter.write_text("Bonjour à tous et merci de la part de nous tous.\n", encoding="utf-8")
    latin = tmp_path / "latin.md"
    latin.write_bytes(FR.read_text(encoding="utf-8").encode("latin-1"))
    assert "empty" in refused(capsys, monkeypatch, "read", empty)
    assert "no resolution" in refused(capsys, monkeypatch, "read", letter)
    assert "UTF-8" in refused(capsys, monkeypatch, "read", latin) and "line" in refused(
        capsys, monkeypatch, "read", latin
    )
    assert "no such file" in refused(capsys, monkeypatch, "check", FR, tmp_path / "absent.md")
    assert "is in fr" in refused(capsys, monkeypatch, "check", FR, LATER)
    assert "not covered" in refused(capsys, monkeypatch, "read", FR, "--language", "de")
    assert "no severity" in refused(capsys, monkeypatch, "check", FR, EN, "--fail-on", "grave")
    assert "no finding code" in refused(capsys, monkeypatch, "explain", "X999")
    assert "format" in refused(capsys, monkeypatch, "align", FR, EN, "-o", tmp_path / "beads.doc")
    assert "fr" in refused(capsys, monkeypatch, "check", FR, EN, "--ui", "de")


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


def test_output_is_plain_when_piped() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reports.cli", "check", str(FR), str(DRIFT_EN)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert "\x1b[" not in done.stdout and "D204" in done.stdout


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
        assert next(row for row in rows if row["code"] == "D202")["odd_language"] == "en"
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


def test_report_wants_something(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no folder given" in refused(capsys, monkeypatch, "report")


def test_corpus_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no folder" in refused(capsys, monkeypatch, "check", "--corpus", tmp_path / "absent")
    assert "holds no file" in refused(capsys, monkeypatch, "check", "--corpus", tmp_path)
    assert "no versions given" in refused(capsys, monkeypatch, "check")
