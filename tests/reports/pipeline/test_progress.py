"""Progress: quick work stays quiet, slow work shows what it is at, and the bar is gone afterwards."""

from __future__ import annotations

import io
import time

import pytest
from rich.console import Console

from reports.pipeline import progress


def shown(patience: float, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(progress, "PATIENCE", patience)
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=80)
    with progress.working(2, console) as on_progress:
        for name in ("fr.md", "en.md"):
            on_progress(name)
            time.sleep(0.25)
    return out.getvalue()


def test_quick_work_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "fr.md" not in shown(60.0, monkeypatch)


def test_slow_work_says_what_it_is_at(monkeypatch: pytest.MonkeyPatch) -> None:
    output = shown(0.01, monkeypatch)
    assert "fr.md" in output and "en.md" in output


def test_nothing_where_errors_go_to_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.working() as on_progress:
        on_progress("fr.md")
    assert capsys.readouterr() == ("", "")
