"""The report of the sample, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import run
from tests.support.sample import SAMPLE


@pytest.fixture(scope="session")
def sample_report(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """What ``hexapla report`` prints for the sample, and the folder that it writes."""
    folder = tmp_path_factory.mktemp("report")
    return run("report", SAMPLE, "--output", folder), folder
