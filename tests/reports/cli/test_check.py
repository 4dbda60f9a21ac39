"""The command ``hexapla check``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.support.command_line import DRIFT_EN, EN, ES, FR, run, schema
from tests.support.sample import ROOT, SAMPLE

pytestmark = pytest.mark.slow


def test_check_clean_and_drifted() -> None:
    assert "no findings" in run("check", FR, EN, ES, "--fail-on", "neutral")
    assert "D204" in run("check", FR, DRIFT_EN)
    run("check", FR, DRIFT_EN, "--fail-on", "critical", expect=1)
    run("check", FR, SAMPLE / "drift" / "es.md", "--fail-on", "critical", expect=1)


def test_consistency_of_terms_is_checked_with_terms(tmp_path: Path) -> None:
    text = EN.read_text(encoding="utf-8")
    line = next(x for x in text.splitlines() if x.startswith("9. "))
    odd = tmp_path / "en.md"
    odd.write_text(text.replace(line, line.replace("technical assistance", "technical backstopping")), "utf-8")
    assert "D401" not in run("check", FR, odd) and "D401" in run("check", FR, odd, "--terms")
    assert "--terms" in run("explain", "D401")


def test_check_json_keeps_to_its_schema() -> None:
    data = json.loads(run("check", FR, DRIFT_EN, "--json"))
    jsonschema.validate(data, schema("check"))
    finding = next(f for f in data["findings"] if f["code"] == "D204")
    source = DRIFT_EN.read_text(encoding="utf-8")
    start, end = finding["target"]["span"]
    assert source[start:end] == finding["target"]["quote"] == "eleventh session"


@pytest.mark.slow
def test_output_is_plain_when_piped() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reports.cli", "check", str(FR), str(DRIFT_EN)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert "\x1b[" not in done.stdout and "D204" in done.stdout


def _two_resolutions(folder: Path) -> list[Path]:
    """Files with two specimens each, in French and English; the second differs in a number."""
    texts = {
        "fr": ("1. Résolution", "L’Assemblée générale,", "Rappelant le passé,", "1. Décide de tenir {n} réunions;", "2. Prie le Secrétaire général de faire rapport."),
        "en": ("1. Resolution", "The General Assembly,", "Recalling the past,", "1. Decides to hold {n} meetings;", "2. Requests the Secretary-General to report."),
    }  # fmt: skip
    files = []
    for code, (_, *lines) in texts.items():
        numbers = {"98/7": "12", "98/8": "12" if code == "fr" else "14"}
        parts = [f"{symbol}. Title\n\n" + "\n\n".join(lines).format(n=n) for symbol, n in numbers.items()]
        files.append(folder / f"{code}.txt")
        files[-1].write_text("\n\n".join(parts), encoding="utf-8")
    return files


def test_several_resolutions_have_schema_pages_and_files_for_pipelines(tmp_path: Path) -> None:
    files = _two_resolutions(tmp_path)
    data = json.loads(run("check", *files, "--json"))
    jsonschema.validate(data, schema("check"))
    assert [r["documents"][0]["symbol"] for r in data["resolutions"]] == ["A/RES/98/7", "A/RES/98/8"]
    assert [f["code"] for f in data["findings"]] == ["D201"]
    page, sarif, junit = tmp_path / "page.html", tmp_path / "found.sarif", tmp_path / "found.xml"
    out = run("check", *files, "--html", page, "--sarif", sarif, "--junit", junit, "--fail-on", "major", expect=1)
    assert "A/RES/98/7 (fr en)" in out and "A/RES/98/8 (fr en)" in out
    index = page.read_text(encoding="utf-8")
    for symbol in ("A-RES-98-7", "A-RES-98-8"):
        assert f"page-{symbol}.html" in index and (tmp_path / f"page-{symbol}.html").is_file()
    assert "D201" in sarif.read_text(encoding="utf-8") and "D201" in junit.read_text(encoding="utf-8")


def test_findings_of_several_resolutions_are_accepted_together(tmp_path: Path) -> None:
    files = _two_resolutions(tmp_path)
    known = ("--baseline", tmp_path / "known.json")
    assert "1 accepted" in run("check", *files, *known, "--accept-all", "--reason", "agreed", "--author", "reviser")
    assert "1 suppressed" in run("check", *files, *known, "--fail-on", "minor")


def test_a_file_with_one_of_them_is_checked_against_that_one(tmp_path: Path) -> None:
    french, english = _two_resolutions(tmp_path)
    one = tmp_path / "one.txt"
    one.write_text(french.read_text(encoding="utf-8").partition("98/8")[0], encoding="utf-8")
    out = run("check", one, english)
    assert "A/RES/98/7 (fr en)" in out and "A/RES/98/8" not in out


def test_the_earlier_resolution_may_be_a_folder(tmp_path: Path) -> None:
    texts = {
        "fr": "A/RES/{s}/7\n\nL’Assemblée générale,\n\n1. Prie le Secrétaire général de présenter un rapport avant le 1er juin {y};\n\n2. Décide de rester saisie de la question.",
        "en": "A/RES/{s}/7\n\nThe General Assembly,\n\n1. Requests the Secretary-General to submit a report before 1 June {e};\n\n2. Decides to remain seized of the matter.",
    }
    for name, session, year, english in (("old", 97, 2031, 2031), ("new", 98, 2032, 2031)):
        (tmp_path / name).mkdir()
        for code, text in texts.items():
            (tmp_path / name / f"{code}.md").write_text(text.format(s=session, y=year, e=english))
    found = json.loads(run("check", tmp_path / "new", "--earlier", tmp_path / "old", "--json"))
    assert "D405" in {finding["code"] for finding in found["findings"]}, "English has the date of the year before"
