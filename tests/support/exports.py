"""Schemas that exports are held to."""

from __future__ import annotations

from pathlib import Path

from tests.support.sample import ROOT, SAMPLE

SCHEMAS = ROOT / "tests" / "reports" / "exporters" / "schemas"


PUBLISHED = ROOT / ".cache" / "schemas"


FR, EN, LATER = SAMPLE / "fr.md", SAMPLE / "drift" / "en.md", SAMPLE / "2003-900.fr.md"


def schemas(own: str, published: str) -> list[Path]:
    """The schema of our own, and the published one where ``.ci/schemas`` has fetched it."""
    return [SCHEMAS / own, *(p for p in [PUBLISHED / published] if p.is_file())]
