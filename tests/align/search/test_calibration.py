"""The probability of a bead."""

from __future__ import annotations

from align.search.calibration import bead_probability
from align.versions import align_versions
from corpora.model import Resolution
from tests.support.sample import LANGUAGES


def test_confidence_is_high_where_beads_are_right(sample: dict[str, Resolution]) -> None:
    for code in LANGUAGES[1:]:
        assert min(b.confidence for b in align_versions(sample["fr"], sample[code]).beads) > 0.9


def test_confidence_falls_with_likeness_and_margin() -> None:
    good, doubtful, bad = (0.85, 0.6, 0.1, 0.0), (0.35, 0.0, 0.3, 0.0), (0.2, -0.2, 1.0, 1.0)
    assert bead_probability(good) > 0.99 > bead_probability(doubtful) > bead_probability(bad)
    assert bead_probability((-0.5,)) > bead_probability((-2.0,))
