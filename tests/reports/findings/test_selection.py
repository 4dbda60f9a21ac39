"""Settings, baseline, rules, pipelines, the language of submission: what a user does with findings."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.reading import read_resolution
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.exporters.pipelines import junit, sarif
from reports.findings.baseline import read_baseline
from reports.findings.model import Severity
from reports.project.selection import select
from reports.project.settings import Settings, read_settings
from tests.conftest import LANGUAGES, SAMPLE
from tests.reports.cli.test_cli import DRIFT_EN, FR, refused, run, schema


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(FR, tmp_path / "fr.md")
    shutil.copy(DRIFT_EN, tmp_path / "en.md")
    return tmp_path


def settings(folder: Path, text: str) -> Path:
    path = folder / "hexapla.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_ignored_findings_are_counted_not_shown(folder: Path) -> None:
    settings(folder, 'ignore = ["D2"]\n[severity]\nD30 = "neutral"\n')
    out = run("check", folder / "fr.md", folder / "en.md", "--all")
    assert "D204" not in out.split("suppressed")[0] and "D101" in out
    assert "ignored (D201, D202, D203, D204)" in out
    data = json.loads(run("check", folder / "fr.md", folder / "en.md", "--json"))
    jsonschema.validate(data, schema("check"))
    assert {s["finding"]["code"] for s in data["suppressed"]} == {"D201", "D202", "D203", "D204"}
    assert {f["severity"] for f in data["findings"] if f["code"].startswith("D30")} == {"neutral"}


def test_select_narrows_and_extend_select_adds(folder: Path) -> None:
    settings(folder, 'select = ["D204"]\n')
    assert "1 critical, 0 major, 0 minor" in run("check", folder / "fr.md", folder / "en.md")
    settings(folder, 'extend-select = ["D603"]\n')
    assert "D603" in run("check", folder / "fr.md", folder / "en.md", "--all")
    assert (
        "D603"
        not in run("check", folder / "fr.md", folder / "en.md", "--all", "--ignore", "D603").split("suppressed")[0]
    )


def test_settings_per_path(folder: Path) -> None:
    settings(folder, '[per-path."en.*"]\nignore = ["D2"]\n')
    out = run("check", folder / "fr.md", folder / "en.md", "--all")
    assert "ignored for their path" in out and "D202 " not in out.split("suppressed")[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('colour = "red"', "unknown setting 'colour'"), ('ignore = ["the dates"]', "no finding code"), ('[severity]\nD201 = "grave"', "severities are"),
        ('submission = "de"', "no language"), ('[[rule]]\npattern = "x"', "lacks a pattern or a reason"), ('[[rule]]\npattern = "("\nreason = "r"', "no regular expression"),
        ('[[rule]]\npattern = "x"\nreason = "r"\nrequired = "y"', "names no language"), ('[[rule]]\ncode = "D1"\npattern = "x"\nreason = "r"', "choose a code"),
        ('glossary = "absent.csv"', "no such file"), ('select = 3', "write select"),
    ],
)  # fmt: skip
def test_settings_that_cannot_be_used_say_which_entry(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_settings(settings(tmp_path, text))


def test_a_baseline_keeps_findings_accepted_with_their_reason(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = folder / "fr.md", folder / "en.md"
    assert "no reason" in refused(capsys, monkeypatch, "check", *files, "--accept-all")
    out = run("check", *files, "--accept-all", "--reason", "agreed with the reviser", "--author", "A. Reviser")
    path = folder / "hexapla-baseline.json"
    assert str(path) in out
    entries = read_baseline(path).entries
    assert {e.reason for e in entries.values()} == {"agreed with the reviser"} and all(
        e.date and e.author == "A. Reviser" for e in entries.values()
    )
    settings(folder, "")
    again = run("check", *files, "--fail-on", "neutral")
    assert "no findings" in again and "by the baseline" in again
    # Another slip is not hidden by it.
    text = (folder / "en.md").read_text(encoding="utf-8").replace("19 December 2001", "18 December 2001")
    (folder / "en.md").write_text(text, encoding="utf-8")
    assert "D202" in run("check", *files, "--fail-on", "neutral", expect=1)
    path.write_text("[]", encoding="utf-8")
    assert "is no baseline" in refused(capsys, monkeypatch, "check", *files)


RULES = """
[[rule]]
code = "R7"
language = "fr"
pattern = "assistance technique"
in = "en"
required = "technical assistance"
severity = "major"
reason = { fr = "Terme convenu", en = "Agreed term" }

[[rule]]
language = "en"
pattern = "Secretary-General"
reason = "not to be named"
severity = "neutral"

[[rule]]
language = "fr"
pattern = "terrorisme"
in = "en"
forbidden = "terror attacks"
reason = "house style"
"""


def test_rules_without_python(folder: Path) -> None:
    settings(folder, RULES)
    text = (
        (folder / "en.md")
        .read_text(encoding="utf-8")
        .replace("technical assistance in the prevention", "technical help in the prevention")
    )
    (folder / "en.md").write_text(text, encoding="utf-8")
    data = json.loads(run("check", folder / "fr.md", folder / "en.md", "--json"))
    mine = [f for f in data["findings"] if f["code"].startswith("R")]
    assert [(f["code"], f["severity"]) for f in mine if f["code"] == "R7"] == [("R7", "major")]
    assert "Agreed term" in next(f["message"] for f in mine if f["code"] == "R7")
    named = [f for f in mine if f["code"] == "R002"]
    assert named and all(f["source"]["quote"] == "Secretary-General" for f in named)
    assert not [f for f in mine if f["code"] == "R003"]
    assert "R002" in run("lint", folder / "en.md", "--all")


def test_the_language_of_submission_weighs_in_the_reason(sample: dict[str, Resolution]) -> None:
    copy = read_resolution(DRIFT_EN)
    others = [copy, *(sample[c] for c in LANGUAGES[2:])]
    for submission, said in (("es", "speaks against English"), ("en", "may be behind it")):
        versions = compare_versions(sample["fr"], others, settings=Settings(submission=submission))
        date = next(f for f in check_versions(versions) if f.code == "D202")
        assert said in date.message("en")
    plain = next(f for f in check_versions(compare_versions(sample["fr"], others)) if f.code == "D202")
    assert "submitted" not in plain.message("en")


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


def test_a_longer_select_beats_an_ignored_family() -> None:
    chosen = Settings(extend_select=("D201",), ignore=("D2",))
    assert chosen.shows("D201") and not chosen.shows("D202") and chosen.shows("D305")
    assert not Settings().shows("D601", default=False)
    assert (
        Settings(severity={"D2": Severity.MINOR, "D201": Severity.NEUTRAL}).severity_of("D201", ["x"])
        is Severity.NEUTRAL
    )
    assert select([], Settings()).findings == []


def test_related_folder_gives_the_predecessor(tmp_path: Path) -> None:
    """The sample is the earlier resolution; in the later one only French moved to another session."""
    (tmp_path / "2002").mkdir()
    for code in ("fr", "en", "es"):
        shutil.copy(SAMPLE / f"{code}.md", tmp_path / "2002" / f"{code}.md")
        text = (SAMPLE / f"{code}.md").read_text(encoding="utf-8")
        moved = text.replace("douzième session", "quatorzième session").replace("12º período", "14º período")
        (tmp_path / f"{code}.md").write_text(moved, encoding="utf-8")
    settings(tmp_path, '[[related]]\nfolder = "2002"\nplace = "earlier"\n')
    out = run("report", tmp_path, "--output", tmp_path / "out")
    assert "D405" in out and "English repeats the earlier resolution" in out
    files = [tmp_path / "2002" / f"{c}.md" for c in ("fr", "en", "es")]
    earlier = [x for f in files for x in ("--earlier", f)]
    assert "D405" in run("check", tmp_path / "fr.md", tmp_path / "en.md", tmp_path / "es.md", *earlier)


def test_command_line_of_the_settings(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = folder / "fr.md", folder / "en.md"
    assert "no finding code" in refused(capsys, monkeypatch, "check", *files, "--select", "the dates")
    assert "no language" in refused(capsys, monkeypatch, "check", *files, "--submission", "de")
    assert "no such file" in refused(capsys, monkeypatch, "check", *files, "--config", folder / "absent.toml")
    assert sys.argv[0] == "hexapla"
