"""Output for pipelines: SARIF and JUnit."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

from reports.exporters.pipelines import junit, sarif
from tests.support.command_line import run
from tests.support.folders import settings

ID = re.compile(r"\b(?:op|pp|fn)\d+")
"""An id as programs are given it."""


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


def test_people_are_told_where_in_words_and_programs_by_id(folder: Path) -> None:
    log, cases = folder / "out.sarif", folder / "out.xml"
    run("check", folder / "fr.md", folder / "en.md", "--sarif", log, "--junit", cases, "--ui", "fr")
    (sarif_run,) = json.loads(log.read_text(encoding="utf-8"))["runs"]
    locations = [result["locations"][0] for result in sarif_run["results"]]
    named = {place["logicalLocations"][0]["name"]: place["message"]["text"] for place in locations}
    assert named["op2"] in ("par. 2 (français)", "par. 2 (anglais)")
    for result, place in zip(sarif_run["results"], locations, strict=True):
        assert result["message"]["text"].startswith(f"{place['message']['text']} : ")
    suite = ElementTree.fromstring(cases.read_bytes()).find("testsuite")
    assert suite is not None
    names = [case.get("name", "") for case in suite.findall("testcase")]
    said = [case.text or "" for case in suite.findall("testcase/failure")]
    assert names and not any(ID.search(text) for text in (*names, *said))
    assert all(name.split(", ")[0] and "(" in name for name in names)


def test_pipelines_with_nothing_to_say() -> None:
    assert json.loads(sarif([], [], "en"))["runs"][0]["results"] == []
    assert "no finding" in junit("clean \x00 title", [], [], "en") and "\x00" not in junit("\x00", [], [], "en")
