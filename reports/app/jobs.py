"""Work behind a page: done in a thread of its own, with the stage that it is at, how far it is, and a way to stop it.

A job is known by a key that says what is asked for and of which state of the files: asked again, it is the same job, and what it came
to is at hand. A server that is killed loses nothing by it, since the address says what to do again.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from corpora.errors import InputError
from corpora.system.faults import set_apart
from reports.pipeline.progress import ProgressCallback

_KEPT = 12
"""PageJobs that are done and remembered; a page of one holds some 2 MB, what it was made of some 20 MB. Chosen."""
_UNDER_WAY = 6
"""PageJobs that may be under way at once; they take turns where the work is heavy. Chosen."""
_LOOK = 0.2
"""Seconds between two looks whether a job that waits its turn has been stopped."""
CHECKING = threading.Lock()
"""Held by whoever aligns and checks: two at once would take twice as long each, and the limits on threads are the process's."""


class StoppedError(BaseException):
    """A user stopped the work. Like an interrupt it passes by what sets faults apart: it is none."""


@dataclass(frozen=True)
class Made:
    """What a job came to: a page, and the files that it offers by name, each made when it is asked for, in a language of the interface."""

    page: str
    files: Mapping[str, Callable[[str], bytes]] = field(default_factory=dict)


@dataclass(frozen=True)
class PagePlan:
    """Work to be done: its key, what it is called, the work itself, and in how many steps it is told (0: not known)."""

    key: str
    title: str
    work: Callable[[ProgressCallback], Made]
    steps: int = 0


def key_of_job(*parts: object) -> str:
    """The key of a job, from all that it depends on."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogateescape")).hexdigest()[:20]


class PageJob:
    """Work under way, done, stopped, or not possible: ``problem`` says why then."""

    def __init__(self, plan: PagePlan) -> None:
        self.plan = plan
        self.stage, self._told = "", 0
        self._began = time.monotonic()
        self.problem: InputError | None = None
        self.made: Made | None = None
        self.is_stopped = False
        self._done = threading.Event()

    def begin(self) -> None:
        """Do it in a thread of its own."""
        threading.Thread(target=self._do, daemon=True, name=f"job {self.plan.key}").start()

    def _do(self) -> None:
        try:
            with set_apart(self.plan.title):
                self.made = self.plan.work(self.tell)
        except InputError as error:
            self.problem = error
        except StoppedError:
            self.is_stopped = True
        finally:
            self._done.set()

    def tell(self, stage: str) -> None:
        """The next step has begun, or the same goes on. Raises StoppedError where a user stopped the work."""
        if self.is_stopped:
            raise StoppedError
        if stage != self.stage:
            self.stage = stage
            self._told += 1

    def stop(self) -> None:
        """Stop it before its next step."""
        self.is_stopped = True

    @property
    def is_done(self) -> bool:
        """Whether it has ended, however it did."""
        return self._done.is_set()

    @property
    def share(self) -> float | None:
        """How much of it is done, from 0 to 1; None where that is not known."""
        return min((self._told - 1) / self.plan.steps, 1.0) if self.plan.steps and self._told else None

    @property
    def seconds(self) -> float:
        """How long it has been under way."""
        return time.monotonic() - self._began

    def wait(self, seconds: float) -> bool:
        """Wait until it has ended, ``seconds`` at most; returns whether it has."""
        return self._done.wait(seconds)


class PageJobs:
    """The jobs of one server."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, PageJob] = OrderedDict()
        self._lock = threading.Lock()

    def ask(self, plan: PagePlan) -> PageJob:
        """The job of a plan; begun where it is not there, or was stopped, or was not possible.

        Raises InputError where too many are under way.
        """
        with self._lock:
            job = self._jobs.get(plan.key)
            if job is None or job.is_stopped or job.problem is not None:
                if sum(not j.is_done for j in self._jobs.values()) >= _UNDER_WAY:
                    raise InputError(plan.title, "must wait: too much is under way", hint="stop some of it, or wait")
                job = self._jobs[plan.key] = PageJob(plan)
                job.begin()
            self._jobs.move_to_end(plan.key)
            self._forget()
            return job

    def _forget(self) -> None:
        done = [key for key, job in self._jobs.items() if job.is_done]
        for key in done[: max(len(done) - _KEPT, 0)]:
            del self._jobs[key]

    def job(self, key: str) -> PageJob | None:
        """The job of a key; None where there is none."""
        return self._jobs.get(key)

    def forget(self, key: str) -> None:
        """Leave out a job whose end has been told."""
        with self._lock:
            self._jobs.pop(key, None)


@contextmanager
def turn(on_progress: ProgressCallback, stage: str) -> Iterator[None]:
    """Wait for the turn to align and check, told as ``stage``; a job that is stopped meanwhile gives its place up."""
    on_progress(stage)
    while not CHECKING.acquire(timeout=_LOOK):
        on_progress(stage)
    try:
        yield
    finally:
        CHECKING.release()
