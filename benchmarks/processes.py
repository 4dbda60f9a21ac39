"""What whole processes cost: seconds, memory, and what they said."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Took:
    """What a run took: seconds of the wall and of the processor, the largest process in MiB, and what it printed on both ways."""

    wall: float
    processor: float
    largest: float
    said: str


def timed(words: Sequence[str], environment: Mapping[str, str], folder: Path | None = None) -> Took:
    """Run a program and its children, in ``folder``, with more in the environment. Raises CalledProcessError where it fails; findings are no failure."""
    before, begin = seconds_of_children(), time.perf_counter()
    done = subprocess.run(
        words, env={**os.environ, **environment}, cwd=folder, capture_output=True, text=True, check=True
    )
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Took(time.perf_counter() - begin, seconds_of_children() - before, largest, done.stdout + done.stderr)


def seconds_of_children() -> float:
    """Seconds of the processor of all processes that this one has begun, and theirs, as far as they have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
