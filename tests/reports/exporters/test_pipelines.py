"""Output for pipelines: SARIF and JUnit."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from reports.exporters.pipelines import junit, sarif
from tests.support.command_line import run
from tests.support.folders import settings


def test_sarif_and_junit(folder: Path) -> None:
    settings(folder, 'ignore = ["D1"]\n')
    log, cases = folder / "out.sarif", folder / "out.xml"
    run("check", folder / "fr.md", folder / "en.md", "--sarif", log, "--junit", cases)
    data = json.loads(log.read_text(encoding="utf-8"))
    (sarif_run,) = data["runs"]
    rules = [r["id"] for r in sarif_run["tool"]["driver"]["rules"]]
    for result in sarif_run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"] and result["message"]["text"]
        region = result["locations"][0]["physicalLocation"]["region"]
        source = Path(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]).read_text(encoding="utf-8")
        assert source[region["charOffset"] :].startswith(region["snippet"]["text"][:3])
    hidden = [r for r in sarif_run["results"] if "suppressions" in r]
    assert {r["ruleId"] for r in hidden} == {"D101", "D102", "D103"}
    root = ElementTree.fromstring(cases.read_bytes())
    suite = root.find("testsuite")
    assert suite is not None and int(suite.get("failures", "0")) == len(suite.findall("testcase/failure"))
    assert len(suite.findall("testcase/skipped")) == len(hidden)


def test_pipelines_with_nothing_to_say() -> None:
    assert json.loads(sarif([], [], "en"))["runs"][0]["results"] == []
    assert "no finding" in junit("clean \x00 title", [], [], "en") and "\x00" not in junit("\x00", [], [], "en")
