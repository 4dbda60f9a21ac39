"""Pieces of work for processes that are started by tests: functions that a worker finds by their module."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from corpora.text.patterns import compiled


def doubled(number: int) -> int:
    """Twice the number; 13 ends the process as the system does where memory runs out."""
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def doubled_unless_beside(number: int) -> int:
    """As ``doubled``, and slow enough that another piece is under way when 13 ends its process."""
    time.sleep(0.2 if number != 13 else 0.05)
    return doubled(number)


def threads_of_linear_algebra(number: int) -> str:
    """What the process was told of threads."""
    return os.environ.get("OPENBLAS_NUM_THREADS", "")


def noted(path: str) -> str:
    """Leaves a mark of each time that it was done."""
    with Path(path).open("a", encoding="utf-8") as file:
        file.write("x")
    return path


def slept(mark: str) -> str:
    """Leaves its process's number in a file, then takes longer than any test waits."""
    path = Path(mark)
    aside = path.with_suffix(".new")
    aside.write_text(str(os.getpid()), encoding="utf-8")
    aside.replace(path)
    time.sleep(600)
    return mark


def own_process(number: int) -> int:
    """The process that does it."""
    return os.getpid()


def groups_of(pattern: str) -> int:
    """Groups of an expression, compiled where this is done."""
    return compiled(pattern).groups
