"""Processes of one machine: a worker that dies costs its own piece of work and no other; none is done for nothing."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reports.pipeline.corpus.engines import processes
from reports.pipeline.corpus.engines.base import Lost
from reports.pipeline.corpus.engines.processes import Processes, SameProcess
from tests.support.pieces import (
    doubled,
    doubled_unless_beside,
    groups_of,
    noted,
    own_process,
    threads_of_linear_algebra,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def two() -> Iterator[Processes]:
    with closing(Processes(2)) as engine:
        yield engine


@pytest.mark.parametrize("several", [False, True])
def test_every_piece_comes_back_with_its_result(several: bool, two: Processes) -> None:
    engine = two if several else SameProcess()
    begun: list[int] = []
    found = dict(engine.run(doubled, range(9), on_begun=begun.append))
    assert found == {n: 2 * n for n in range(9)}
    assert sorted(begun) == list(range(9))


def test_a_piece_that_ends_its_process_is_named_and_the_rest_is_done(two: Processes) -> None:
    found = dict(two.run(doubled_unless_beside, [1, 2, 13, 3, 4, 5]))
    assert isinstance(found.pop(13), Lost)
    assert found == {n: 2 * n for n in (1, 2, 3, 4, 5)}


def test_alone_each_death_costs_one_piece() -> None:
    found = list(Processes(1).run_alone(doubled, [13, 1, 13, 2]))
    assert [isinstance(result, Lost) for _, result in found] == [True, False, True, False]


def test_each_piece_is_done_once(tmp_path: Path, two: Processes) -> None:
    paths = [str(tmp_path / str(n)) for n in range(7)]
    assert len(list(two.run(noted, paths))) == 7
    assert {Path(p).read_text(encoding="utf-8") for p in paths} == {"x"}


def test_processes_serve_from_run_to_run(two: Processes) -> None:
    first = {pid for _, pid in two.run(own_process, range(8))}
    again = {pid for _, pid in two.run(own_process, range(8))}
    assert len(first | again) <= 2 and os.getpid() not in first


def test_processes_that_have_served_long_begin_anew_and_nothing_is_done_twice(
    two: Processes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_SERVED", 2)
    monkeypatch.setattr(processes, "_SECONDS", 0.0)
    with closing(Processes(1)) as one:
        served = [pid for _, pid in one.run(own_process, range(9))]
    # Two pieces are handed out ahead, so that a process does three at most before the next one begins.
    assert len(served) == 9 and max(Counter(served).values()) <= 3
    paths = [str(tmp_path / str(n)) for n in range(7)]
    assert len(list(two.run(noted, paths))) == 7
    assert {Path(p).read_text(encoding="utf-8") for p in paths} == {"x"}


def test_a_worker_has_one_thread_for_linear_algebra() -> None:
    assert [said for _, said in Processes(1).run_alone(threads_of_linear_algebra, [1])] == ["1"]


def test_what_is_sent_is_made_as_it_is_handed_out() -> None:
    assert dict(Processes(1).run_alone(doubled, [1, 2], prepare=lambda n: n + 10)) == {1: 22, 2: 24}


def test_what_workers_compile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEXAPLA_CACHE", str(tmp_path))
    with closing(Processes(1)) as engine:
        assert dict(engine.run(groups_of, ["a(b)", "(c)(d)"])) == {"a(b)": 1, "(c)(d)": 2}
    (kept,) = tmp_path.rglob("*.patterns")
    assert b'"(c)(d)"' in kept.read_bytes()
