"""Lineage: one mandate through a series, points of lists too."""

from __future__ import annotations

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.comparison.lineage import lineage_table, trace
from tests.support.mandates import FIRST, read
from tests.support.series import LATER_TEXT


def test_a_series_is_followed(pair: tuple[Resolution, Resolution]) -> None:
    third = read_text(LATER_TEXT.replace("2005;", "2006;", 1), "fr", "third")
    lineage = trace([*pair, third])
    states = {t.steps[0].mandate.id: [s.state for s in t.steps] for t in lineage.threads if t.steps[0].mandate}
    assert states["op3"] == ["first_seen", "renewed", "renewed"] and states["op2"] == [
        "first_seen",
        "adapted",
        "renewed",
    ]
    assert states["op4"] == ["first_seen", "replaced", "renewed"] and states["op5"][:2] == ["first_seen", "retired"]
    late = [[s.state for s in t.steps] for t in lineage.threads if t.steps[0].mandate is None]
    assert late == [["", "created", "renewed"]]
    with pytest.raises(ValueError, match="two resolutions"):
        trace([pair[0]])


def test_lineage_follows_points() -> None:
    later = FIRST.replace("12 000", "9 000")
    table = lineage_table(trace([read(FIRST), read(later)]), "en")
    states = dict(zip(table.to_series(1), table.to_series(4), strict=True))
    assert (states["op2.b"], states["op1.a"]) == ("adapted", "renewed")
