"""Work in a thread of its own, beside the answers of the server: the stage that it is at, how far it is, and a way to stop it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from corpora.errors import InputError
from corpora.system.faults import set_apart
from reports.pipeline.progress import ProgressCallback


class StoppedError(BaseException):
    """A user stopped the work. Like an interrupt it passes by what sets faults apart: it is none."""


class BackgroundWork:
    """Work under way, done, stopped, or not possible: ``problem`` says why then.

    ``subject`` names it in faults, ``steps`` is in how many it is told (0: not known).
    """

    def __init__(self, subject: str, steps: int = 0) -> None:
        self.subject, self.steps = subject, steps
        self.stage, self._told = "", 0
        self.began = time.monotonic()
        self.problem: InputError | None = None
        self.is_stopped = False
        self._done = threading.Event()

    def _begin(self, work: Callable[[ProgressCallback], None], name: str) -> None:
        """Do ``work`` in a thread of a ``name``; it is told how to tell its steps."""
        threading.Thread(target=self._do, args=(work,), daemon=True, name=name).start()

    def _do(self, work: Callable[[ProgressCallback], None]) -> None:
        try:
            with set_apart(self.subject):
                work(self.tell)
        except InputError as error:
            self.problem = error
        except StoppedError:
            self.problem = self._problem_of_stopping()
        finally:
            self._done.set()

    def _problem_of_stopping(self) -> InputError | None:
        """What is wrong with work that was stopped; None where that is known otherwise."""
        return None

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
        return min((self._told - 1) / self.steps, 1.0) if self.steps and self._told else None

    @property
    def seconds(self) -> float:
        """How long it has been under way."""
        return time.monotonic() - self.began

    def far(self) -> dict[str, object]:
        """How far it is, as windows ask for it."""
        return {"done": self.is_done, "stage": self.stage, "share": self.share, "seconds": round(self.seconds)}

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it has ended, ``seconds`` at most; returns whether it has."""
        return self._done.wait(seconds)
