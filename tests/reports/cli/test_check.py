"""The command ``hexapla check``."""

from __future__ import annotations

import json
import subprocess
import sys

import jsonschema
import pytest

from tests.support.command_line import DRIFT_EN, EN, ES, FR, run, schema
from tests.support.sample import ROOT, SAMPLE


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
