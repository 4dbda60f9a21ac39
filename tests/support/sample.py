"""The shipped sample, read once, and where things lie."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from corpora.model import Resolution
from corpora.reading import read_resolution

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpora" / "samples" / "e-res-2002-19"
RECORD = ROOT.parent / "shared" / "record"
LANGUAGES = ("fr", "en", "es", "ru", "ar", "zh")


@cache
def sample_text(code: str) -> Resolution:
    """A version of the sample."""
    return read_resolution(SAMPLE / f"{code}.md")


SAMPLE_TEXTS = {code: (SAMPLE / f"{code}.md").read_text(encoding="utf-8") for code in LANGUAGES}
"""The sample as it stands in its files, by language."""
