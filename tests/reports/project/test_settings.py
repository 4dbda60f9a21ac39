"""Settings: selecting, ignoring, per path, on the command line, and those that cannot be used."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jsonschema
import pytest

from corpora.errors import InputError
from reports.checks import version_checks
from reports.checks.runner import is_enabled
from reports.findings.model import Severity
from reports.pipeline.run_options import load_options
from reports.project.selection import select
from reports.project.settings import TERM_CHECKS, Settings, read_settings
from tests.support.command_line import refused, run, schema
from tests.support.folders import settings

pytestmark = pytest.mark.slow


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


def test_consistency_of_terms_runs_where_it_is_asked_for(tmp_path: Path) -> None:
    terms = [check for check in version_checks() if check.code in TERM_CHECKS]
    assert [check.code for check in terms] == list(TERM_CHECKS) and not any(check.default for check in terms)
    (tmp_path / "hexapla.toml").write_text("terms = true\n", encoding="utf-8")
    for options in (load_options(tmp_path), load_options(tmp_path.parent, terms=True)):
        assert all(is_enabled(check, options.settings) for check in terms)
    assert not any(is_enabled(check, load_options(tmp_path.parent).settings) for check in terms)
    (tmp_path / "hexapla.toml").write_text('terms = "yes"\n', encoding="utf-8")
    with pytest.raises(InputError, match="write true or false"):
        load_options(tmp_path)


def test_a_longer_select_beats_an_ignored_family() -> None:
    chosen = Settings(extend_select=("D201",), ignore=("D2",))
    assert chosen.shows("D201") and not chosen.shows("D202") and chosen.shows("D305")
    assert not Settings().shows("D601", default=False)
    assert (
        Settings(severity={"D2": Severity.MINOR, "D201": Severity.NEUTRAL}).severity_of("D201", ["x"])
        is Severity.NEUTRAL
    )
    assert select([], Settings()).findings == []


def test_command_line_of_the_settings(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = folder / "fr.md", folder / "en.md"
    assert "no finding code" in refused(capsys, monkeypatch, "check", *files, "--select", "the dates")
    assert "no language" in refused(capsys, monkeypatch, "check", *files, "--submission", "de")
    assert "no such file" in refused(capsys, monkeypatch, "check", *files, "--config", folder / "absent.toml")
    assert sys.argv[0] == "hexapla"
