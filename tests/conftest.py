"""Fixtures: the sample, read once; a cache folder of the tests' own."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path

# Before anything is imported: tests neither read nor fill the user's cache.
os.environ["HEXAPLA_CACHE"] = tempfile.mkdtemp(prefix="hexapla-tests-")

import pytest

from corpora.model import Resolution
from corpora.reading import read_resolution

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "corpora" / "samples" / "e-res-2002-19"
RECORD = ROOT.parent / "shared" / "record"
LANGUAGES = ("fr", "en", "es", "ru", "ar", "zh")


@cache
def sample_text(code: str) -> Resolution:
    return read_resolution(SAMPLE / f"{code}.md")


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
