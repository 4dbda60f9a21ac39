"""Units of translation: clauses that lose nothing."""

from __future__ import annotations

import pytest

from reports.comparison.rows import Versions
from reports.exporters.units import version_units

pytestmark = pytest.mark.slow


def test_segments_are_clauses_and_lose_nothing(three: Versions) -> None:
    whole = version_units(three, [])
    parts = version_units(three, [], "segment")
    assert len(parts) > 1.5 * len(whole)
    for code in ("fr", "en", "ar"):
        first, second = (
            "".join("".join(u.parts[code].text.split()) for u in units if code in u.parts) for units in (whole, parts)
        )
        assert sorted(first) == sorted(second)
