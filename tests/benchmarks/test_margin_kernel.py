"""The compiled search finds the beads of the one that is shipped; here it runs as plain Python where numba is absent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.encoders import default_encoder
from align.lines import align_by_margin
from align.search.margin import LINE_MARGIN, MarginWeights
from benchmarks.margin_kernel import PreparedText
from corpora.model import Resolution

WEIGHTS = {
    "in use": LINE_MARGIN,
    "other": MarginWeights(0.5, 0.3, 0.03, 0.01, 0.01, 0.2, 0.1, -0.1, 0.1, 0.5),
    "nothing is left alone": replace(LINE_MARGIN, skip_base=-5.0),
    "all is left alone": replace(LINE_MARGIN, skip_base=0.05, skip_slope=0.0),
}


@pytest.mark.parametrize("weights", WEIGHTS.values(), ids=list(WEIGHTS))
def test_the_beads_are_those_of_the_search_in_use(sample: dict[str, Resolution], weights: MarginWeights) -> None:
    source = [p.text for p in sample["fr"].paragraphs]
    target = [p.text for p in sample["en"].paragraphs if p.id not in ("pp3", "op2", "op7")]
    target[4:6] = [" ".join(target[4:6])]
    spans = default_encoder().encode(source), default_encoder().encode(target)
    found = PreparedText(source, target, spans).align(weights)
    assert set(found) == set(align_by_margin(source, target, spans, weights))
