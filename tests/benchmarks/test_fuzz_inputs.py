"""A few fuzzed cases of everything that is read; ``benchmarks/fuzz_inputs.py`` runs thousands."""

from __future__ import annotations

import pytest

from benchmarks.fuzz_inputs import TARGETS, fuzz

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("target", TARGETS)
def test_whatever_is_read_is_used_or_refused_in_a_line(target: str) -> None:
    assert fuzz(target, 20, fixed=True) >= 20
