"""The baseline: findings accepted with their reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.findings.baseline import read_baseline
from tests.support.command_line import refused, run
from tests.support.folders import settings

pytestmark = pytest.mark.slow


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
