"""The benchmark of memory: what a process holds, and whether it goes on growing."""

from __future__ import annotations

import math
import os
import subprocess
import sys

from benchmarks.corpus_memory import Look, family_of, size_of, slope


def test_a_process_has_a_size_until_it_has_ended() -> None:
    assert 5 < (size_of(os.getpid()) or 0) < 50_000
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert size_of(ended.pid) is None


def test_the_processes_that_one_has_begun_belong_to_it() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as begun:
        family = family_of(os.getpid())
        begun.communicate(b"\n")
    assert family[0] == os.getpid() and begun.pid in family
    assert begun.pid not in family_of(os.getpid())


def test_the_slope_is_that_of_the_last_half() -> None:
    rising = [Look(n, n, 100.0 * n, 0.0) for n in (1, 2, 3)]
    flat = [Look(n, n, 350.0, 0.0) for n in (4, 5, 6)]
    assert abs(slope([*rising, *flat])) < 1e-9
    assert math.isclose(slope([Look(5, 0, 10, 0), Look(10, 0, 20, 0), Look(15, 0, 30, 0)]), 2.0)
    assert math.isnan(slope(rising[:1]))
