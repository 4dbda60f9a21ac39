"""Fixtures: the sample, read once; a cache folder of the tests' own."""

from __future__ import annotations

import os
from pathlib import Path

# Before anything is imported: tests neither read nor fill the user's cache, and workers side by side do not fight os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"
os.environ["POLARS_MAX_THREADS"] = "1"

import pytest

from corpora.model import Resolution
from corpora.reading import read_resolution
from tests.support.sample import LANGUAGES, RECORD, SAMPLE, sample_text


@pytest.fixture(scope="session")
def sample() -> dict[str, Resolution]:
    return {code: sample_text(code) for code in LANGUAGES}


@pytest.fixture(scope="session")
def specimen() -> Resolution:
    return read_resolution(SAMPLE / "2003-900.fr.md")


@pytest.fixture(scope="session")
def record() -> Path:
    if not RECORD.is_dir():
        pytest.skip("../shared/record is not here: the real record is not checked")
    return RECORD
