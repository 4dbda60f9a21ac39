"""A folder with findings and its settings."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.command_line import DRIFT_EN, FR


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(FR, tmp_path / "fr.md")
    shutil.copy(DRIFT_EN, tmp_path / "en.md")
    return tmp_path


def settings(folder: Path, text: str) -> Path:
    path = folder / "hexapla.toml"
    path.write_text(text, encoding="utf-8")
    return path
