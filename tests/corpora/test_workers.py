"""Workers end with the process that began them, at once, whatever they are at and however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from corpora.system.workers import Workers, ended_in_order
from tests.support.pieces import doubled, own_process, slept
from tests.support.processes import SOON, lives, until
from tests.support.sample import ROOT

_PARENT = """
import sys
from corpora.system.workers import Workers, ended_in_order
from tests.support.pieces import slept
if __name__ == "__main__":
    with ended_in_order(), Workers(2) as workers:
        for future in [workers.submit(slept, mark) for mark in sys.argv[1:]]:
            future.result()
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("order", "status"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, -signal.SIGINT), (signal.SIGKILL, -signal.SIGKILL)],
)
def test_workers_end_at_once_with_their_parent(tmp_path: Path, order: signal.Signals, status: int) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT, encoding="utf-8")
    marks = [tmp_path / "1", tmp_path / "2"]
    parent = subprocess.Popen(
        [sys.executable, str(script), *map(str, marks)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
    )
    assert until(lambda: all(mark.exists() for mark in marks) or parent.poll() is not None)
    workers = [int(mark.read_text(encoding="utf-8")) for mark in marks]
    parent.send_signal(order)
    assert parent.wait(timeout=SOON) == status
    assert until(lambda: not any(map(lives, workers)), SOON)


@pytest.mark.slow
def test_the_end_of_the_block_lets_workers_finish_and_an_exception_ends_them(tmp_path: Path) -> None:
    with Workers(1) as workers:
        done = workers.submit(doubled, 4)
        assert done.result() == 8
    mark = tmp_path / "mark"
    begin = time.monotonic()
    with pytest.raises(ZeroDivisionError), Workers(1) as workers:
        lost = workers.submit(slept, str(mark))
        assert until(mark.exists)
        begin = time.monotonic()
        raise ZeroDivisionError
    assert time.monotonic() - begin < SOON
    with pytest.raises(BrokenProcessPool):
        lost.result()


@pytest.mark.slow
def test_a_worker_does_not_hear_ctrl_c() -> None:
    with Workers(1) as workers:
        pid = workers.submit(own_process, 1).result()
        os.kill(pid, signal.SIGINT)
        assert workers.submit(own_process, 1).result() == pid


def test_an_order_to_end_unwinds_the_block_and_what_was_set_for_a_signal_stays() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with ended_in_order():
            assert signal.getsignal(signal.SIGTERM) == signal.SIG_IGN
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        with pytest.raises(SystemExit) as ended, ended_in_order():
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(SOON)
        assert ended.value.code == 143
        assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    finally:
        signal.signal(signal.SIGTERM, before)
