"""A Dask scheduler with three workers, one of which is ended in the middle: the same results as those of one process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from corpora.errors import InputError
from reports.pipeline.corpus.commands import CorpusRequest, corpus_results
from reports.pipeline.corpus.engines.base import Lost
from reports.pipeline.corpus.engines.cluster import DaskCluster
from reports.pipeline.corpus.jobs import Task
from reports.pipeline.run_options import RunOptions
from tests.support.pieces import doubled
from tests.support.sample import ROOT
from tests.support.small_corpus import results_in, write_small_corpus

pytest.importorskip("distributed", reason="pip install 'hexapla[cluster]' for the tests of a cluster")
pytestmark = pytest.mark.slow
_PATIENCE = 180.0


def _started(folder: Path, module: str, *words: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    argv = [
        sys.executable,
        "-m",
        f"distributed.cli.{module}",
        "--scheduler-file",
        str(folder / "scheduler.json"),
        *words,
    ]
    with (folder / f"{module}.log").open("ab") as log:
        return subprocess.Popen(argv, cwd=folder, env=environment, stdout=log, stderr=log)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[Path, list[subprocess.Popen[bytes]]]]:
    """The scheduler's file, and three workers of one thread; no nanny starts a worker again that was ended."""
    home = tmp_path / "cluster"
    home.mkdir()
    scheduler = _started(home, "dask_scheduler", "--port", "0", "--no-dashboard", "--host", "127.0.0.1")
    words = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1", "--local-directory", str(home))
    workers = [_started(home, "dask_worker", *words) for _ in range(3)]
    address = home / "scheduler.json"
    until = time.monotonic() + _PATIENCE
    try:
        while not address.is_file() and time.monotonic() < until:
            time.sleep(0.1)
        with _Connected(address) as engine:
            while engine.workers < 3 and time.monotonic() < until:
                time.sleep(0.1)
            assert engine.workers == 3
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            with suppress(ProcessLookupError):
                process.kill()
            process.wait()


class _Connected:
    """A cluster that is let go of; its first worker may take a moment."""

    def __init__(self, address: Path) -> None:
        self.address = address

    def __enter__(self) -> DaskCluster:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                self.engine = DaskCluster(str(self.address))
                return self.engine
            except InputError as error:
                if "no worker" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(0.2)

    def __exit__(self, *_: object) -> None:
        self.engine.close()


# Each worker loads the whole program; the next test, whose pieces need none of it, ends workers in the ordinary suite.
@pytest.mark.whole
def test_a_worker_that_is_ended_in_the_middle_changes_nothing(
    cluster: tuple[Path, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    address, workers = cluster
    write_small_corpus(tmp_path / "in", 6)
    whole, shared = tmp_path / "whole", tmp_path / "shared"
    assert corpus_results(CorpusRequest(Task.CHECK, tmp_path / "in", whole, RunOptions())).checked == 12
    killed: list[int] = []

    def end_one() -> None:
        until = time.monotonic() + _PATIENCE
        while not list((shared / "parts").glob("*.json")) and time.monotonic() < until:
            time.sleep(0.01)
        os.kill(workers[0].pid, signal.SIGKILL)
        killed.append(len(list((shared / "parts").glob("*.json"))))

    ending = threading.Thread(target=end_one)
    ending.start()
    with _Connected(address) as engine:
        request = CorpusRequest(Task.CHECK, tmp_path / "in", shared, RunOptions(), engine=engine)
        result = corpus_results(request)
    ending.join()
    assert killed[0] < 12 and workers[0].wait() == -signal.SIGKILL
    assert (result.checked, result.unusable) == (12, ())
    assert results_in(shared) == results_in(whole)


def test_a_piece_that_ends_every_worker_is_named(cluster: tuple[Path, list[subprocess.Popen[bytes]]]) -> None:
    address, _ = cluster
    with _Connected(address) as engine:
        found = dict(engine.run(doubled, [1, 13, 2]))
    assert isinstance(found[13], Lost) and "2 workers" in found[13].reason
    # Three workers, two of them ended: the third did the rest.
    assert (found[1], found[2]) == (2, 4)


def test_no_scheduler_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.pipeline.corpus.engines.cluster._SECONDS", 1)
    for address in ("tcp://127.0.0.1:1", "no such address"):
        with pytest.raises(InputError, match="no scheduler answers there"):
            DaskCluster(address)
