"""Whether processes that tests start have ended."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

SOON = 5.0
"""Seconds within which a process that was told to end must be gone, on a machine that does much else."""


def until(true: Callable[[], object], seconds: float = 120.0) -> bool:
    """Whether something comes to be true in so many seconds."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def lives(pid: int) -> bool:
    """Whether a process is at work; one that has ended and was not waited for yet is not. Reads Linux's /proc."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rsplit(")", 1)[1].split()[0] != "Z"


def children_of(pid: int) -> list[int]:
    """The processes that a process has begun. Reads Linux's /proc."""
    return [int(n) for task in Path(f"/proc/{pid}/task").iterdir() for n in (task / "children").read_text().split()]
