"""Work in this process, or in several of this machine: a worker that dies takes nothing with it but its own piece of work."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.util import Finalize
from typing import TypeVar

from corpora.system.collection import collect_seldom
from corpora.system.threads import keep_to_one_thread
from corpora.system.workers import Workers
from corpora.text.patterns import keep_compiled
from reports.pipeline.corpus.engines.base import Lost

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 2
"""Pieces of work a worker that are handed out ahead, so that none waits; more would only be held in memory."""
_SERVED, _SECONDS = 32, 120.0
"""Pieces of work a worker, and seconds, after which the processes begin anew, so that what libraries and caches gather is bounded whatever
the size of the corpus. Chosen: a worker grew by some 10 MiB a resolution in six languages, and to begin anew takes a second or two."""
_DIED = "ended the process that worked on it, twice and alone at last (out of memory, or a fault of a library)"


class SameProcess:
    """One piece after the other, here: for a few pieces, and where nothing may be started."""

    sees_files = True
    workers = 1

    def run(
        self,
        work: Callable[[T], R],
        items: Sequence[T],
        *,
        on_begun: Callable[[T], None] = lambda item: None,
        prepare: Callable[[T], T] = lambda item: item,
    ) -> Iterator[tuple[T, R | Lost]]:
        """As `Engine.run`; a piece that ends this process ends the run, and the next run knows by the ledger."""
        for item in items:
            on_begun(item)
            yield item, work(prepare(item))

    def close(self) -> None:
        """Nothing is held."""


class Processes:
    """Several processes of this machine, each with one thread for linear algebra; they serve from run to run until closed."""

    sees_files = True

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._pool: Workers | None = None
        self._begun, self._served = 0.0, 0

    def run(
        self,
        work: Callable[[T], R],
        items: Sequence[T],
        *,
        on_begun: Callable[[T], None] = lambda item: None,
        prepare: Callable[[T], T] = lambda item: item,
    ) -> Iterator[tuple[T, R | Lost]]:
        """As `Engine.run`. Where a worker dies, what was under way is done again, each piece alone, and the rest goes on."""
        left = list(reversed(items))
        under_way: dict[Future[R], T] = {}
        while left or under_way:
            try:
                while left or under_way:
                    if self._is_tired() and not under_way:
                        self.close()
                    while left and len(under_way) < self.workers * _AHEAD and not self._is_tired():
                        item = left.pop()
                        on_begun(item)
                        under_way[self._started().submit(work, prepare(item))] = item
                    done, _ = wait(under_way, return_when=FIRST_COMPLETED)
                    for future in done:
                        # Not taken out before its result is there: of a broken pool all are suspects.
                        found = future.result()
                        self._served += 1
                        yield under_way.pop(future), found
            except BrokenProcessPool:
                # What others ended in the same moment is done again too: it costs one piece of work a worker.
                suspects = list(under_way.values())
                under_way = {}
                self.close()
                yield from self.run_alone(work, suspects, prepare=prepare)

    def run_alone(
        self, work: Callable[[T], R], items: Sequence[T], *, prepare: Callable[[T], T] = lambda item: item
    ) -> Iterator[tuple[T, R | Lost]]:
        """Each piece with nothing beside it: what dies now is what is at fault. A process serves until one dies in it."""
        left = list(items)
        while left:
            with _pool_of(1) as pool:
                try:
                    while left:
                        found = pool.submit(work, prepare(left[0])).result()
                        yield left.pop(0), found
                except BrokenProcessPool:
                    yield left.pop(0), Lost(_DIED)

    def _started(self) -> Workers:
        if self._pool is None:
            self._pool = _pool_of(self.workers)
            self._begun, self._served = time.monotonic(), 0
        return self._pool

    def _is_tired(self) -> bool:
        """Whether the processes have served for so long that they should begin anew."""
        served = self._served >= _SERVED * self.workers and time.monotonic() - self._begun >= _SECONDS
        return self._pool is not None and served

    def close(self) -> None:
        """Let the processes end; what was not begun is not done."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None

    def end(self) -> None:
        """End the processes at once, whatever they are at."""
        if self._pool is not None:
            self._pool.end()
            self._pool = None


def _pool_of(workers: int) -> Workers:
    """New processes that inherit nothing."""
    # Read by libraries as they are loaded, so before there is a worker; this process has loaded its own.
    keep_to_one_thread("POLARS_MAX_THREADS")
    return Workers(workers, _begin)


def _begin() -> None:
    """What a new worker does first. Its end runs no ``atexit``: what it keeps for later processes is told to ``multiprocessing``."""
    collect_seldom()
    Finalize(None, keep_compiled, exitpriority=0)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
