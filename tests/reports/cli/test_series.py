"""The command ``hexapla series``."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest

from tests.support.command_line import FR, LATER, refused, run

pytestmark = pytest.mark.slow


def test_series_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    table, page = tmp_path / "lineage.csv", tmp_path / "series.html"
    out = run("series", FR, LATER, "-o", table, "--html", page)
    assert "para. 10 first seen" in out and "adapted" in out
    assert pl.read_csv(table).height >= 10
    assert 'id="lineage"' in page.read_text(encoding="utf-8")
    assert "reconduit" in run("series", FR, FR, "--ui", "fr")
    assert "two or more" in refused(capsys, monkeypatch, "series", FR)


def test_findings_of_a_series_name_their_pair(tmp_path: Path) -> None:
    page = tmp_path / "series.html"
    run("series", FR, LATER, FR, "--html", page)
    text = page.read_text(encoding="utf-8")
    pairs = re.findall(r'<small class="pair">([^<]+)</small>', text)
    assert set(pairs) == {"E/RES/2002/19 → E/RES/2003/900", "E/RES/2003/900 → E/RES/2002/19"}
    assert len(pairs) == len(re.findall(r'<tr class="entry"', text))
