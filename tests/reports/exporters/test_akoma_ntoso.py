"""Akoma Ntoso as it is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command_line import FR, refused, run


def test_a_resolution_is_written_as_akoma_ntoso(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("read", FR, "--output", tmp_path / "fr.xml")
    assert "para. 10" in run("read", tmp_path / "fr.xml")
    run("read", FR, "--output", tmp_path / "fr.json")
    assert json.loads((tmp_path / "fr.json").read_text(encoding="utf-8"))["symbol"] == "E/RES/2002/19"
    assert "no format" in refused(capsys, monkeypatch, "read", FR, "--output", tmp_path / "fr.doc")
