"""Work by the workers of a Dask scheduler, on whatever machines they run.

The scheduler gives a piece of work to another worker where one dies, and gives up what was under way at several deaths. It is a
single point, so it remembers nothing for us: the ledger and the parts, here, are the memory. Files travel with the work, so that
the workers need no file system in common with this machine; what they need is this same version of Hexapla, which is asked first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any, TypeVar

from corpora.errors import InputError
from reports.pipeline.corpus.engines.base import Lost
from reports.pipeline.program import program_digest

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 2
_SECONDS = "20s"
"""How long to wait for the scheduler's answer."""
_GIVEN_UP = "ended each of the {0} workers that it was given to"


class DaskCluster:
    """The workers of a scheduler at an address ("tcp://host:8786"), or a file that it wrote its address to.

    Raises InputError where Dask is not installed, the scheduler does not answer or has no worker, or a worker has another
    version of the program.
    """

    sees_files = False

    def __init__(self, scheduler: str) -> None:
        try:
            dask: Any = import_module("distributed")
        except ImportError as error:
            raise InputError("--engine dask", "Dask is not installed", hint="pip install 'hexapla[cluster]'") from error
        try:
            named = {"scheduler_file": scheduler} if scheduler.endswith(".json") else {"address": scheduler}
            self._client: Any = dask.Client(timeout=_SECONDS, set_as_default=False, **named)
        except (OSError, ValueError) as error:
            raise InputError(
                scheduler, "no scheduler answers there", hint="start one with dask scheduler, and give its address"
            ) from error
        self._same_program(scheduler)

    def _same_program(self, scheduler: str) -> None:
        found = self._client.run(program_digest, on_error="return")
        if not found:
            self.close()
            raise InputError(scheduler, "the scheduler has no worker", hint=f"start some with dask worker {scheduler}")
        others = sorted(worker for worker, digest in found.items() if digest != program_digest())
        if others:
            self.close()
            raise InputError(
                scheduler,
                f"has workers with another version of Hexapla, or none ({', '.join(others)})",
                hint="install the same files there: results would differ",
            )

    @property
    def workers(self) -> int:
        """The threads of all workers that are there now."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def run(
        self,
        work: Callable[[T], R],
        items: Sequence[T],
        *,
        on_begun: Callable[[T], None] = lambda item: None,
        prepare: Callable[[T], T] = lambda item: item,
    ) -> Iterator[tuple[T, R | Lost]]:
        """As `Engine.run`. Pieces are handed out a few at a time: neither here nor there are all held at once."""
        dask: Any = import_module("distributed")
        left = list(reversed(items))
        under_way: dict[Any, T] = {}
        ended: Any = dask.as_completed(loop=self._client.loop)

        def hand_out() -> None:
            while left and len(under_way) < self.workers * _AHEAD:
                item = left.pop()
                on_begun(item)
                future = self._client.submit(work, prepare(item), pure=False)
                under_way[future] = item
                ended.add(future)

        hand_out()
        while under_way:
            future = next(ended)
            item = under_way.pop(future)
            try:
                found: R | Lost = future.result()
            except dask.scheduler.KilledWorker as error:
                found = Lost(_GIVEN_UP.format(error.allowed_failures + 1))
            future.release()
            hand_out()
            yield item, found

    def close(self) -> None:
        """Let go of the scheduler; it and its workers go on."""
        self._client.close()
