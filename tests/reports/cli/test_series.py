"""The command ``hexapla series``."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from tests.support.command_line import FR, LATER, refused, run

pytestmark = pytest.mark.slow


def test_series_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    table, page = tmp_path / "lineage.csv", tmp_path / "series.html"
    out = run("series", FR, LATER, "-o", table, "--html", page)
    assert "op10 created" in out and "adapted" in out
    assert pl.read_csv(table).height >= 10
    assert 'id="lineage"' in page.read_text(encoding="utf-8")
    assert "reconduit" in run("series", FR, FR, "--ui", "fr")
    assert "two or more" in refused(capsys, monkeypatch, "series", FR)
