"""A sample of ``benchmarks/soak.py``: the same parts with small numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.soak import corpus, decisions, sharing

pytestmark = pytest.mark.slow


def test_decisions_of_four_clients_survive_kills(tmp_path: Path) -> None:
    assert decisions(tmp_path, number=80, kills=3).wrong == ()


# The ordinary suite kills a run once, in tests/reports/pipeline/corpus/test_run.py.
@pytest.mark.whole
def test_a_corpus_that_was_killed_gives_the_same_table(tmp_path: Path) -> None:
    assert corpus(tmp_path, kills=1, paragraphs=2).wrong == ()


def test_processes_share_one_cache_and_one_library(tmp_path: Path) -> None:
    assert sharing(tmp_path, count=2, clients=2).wrong == ()
