"""Work behind a page: done in a thread of its own, with the stage that it is at, how far it is, and a way to stop it.

A job is known by a key that says what is asked for and of which state of the files: asked again, it is the same job, and what it came
to is at hand. A server that is killed loses nothing by it, since the address says what to do again.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from corpora.errors import InputError
from reports.app.background import BackgroundWork
from reports.pipeline.progress import ProgressCallback

_KEPT = 12
"""Jobs that are done and remembered; a page of one holds some 2 MB, what it was made of some 20 MB. Chosen."""
_UNDER_WAY = 6
"""Jobs that may be under way at once; they take turns where the work is heavy. Chosen."""
_LOOK = 0.2
"""Seconds between two looks whether a job that waits its turn has been stopped."""
CHECKING = threading.Lock()
"""Held by whoever aligns and checks: two at once would take twice as long each, and the limits on threads are the process's."""


@dataclass(frozen=True)
class Made:
    """What a job came to: a page, and the files that it offers by name, each made when it is asked for, in a language of the interface.

    ``leads_to`` is the address of the page where that is another one.
    """

    page: str
    files: Mapping[str, Callable[[str], bytes]] = field(default_factory=dict)
    leads_to: str = ""


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


class PageJob(BackgroundWork):
    """The work of a plan."""

    def __init__(self, plan: PagePlan) -> None:
        super().__init__(plan.title, plan.steps)
        self.plan = plan
        self.made: Made | None = None

    def begin(self) -> None:
        """Do it in a thread of its own."""
        self._begin(self._make, f"job {self.plan.key}")

    def _make(self, tell: ProgressCallback) -> None:
        self.made = self.plan.work(tell)


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
