"""What is dear to make and the same for every test: made once, by the first of the workers that asks."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

PLACE = "HEXAPLA_TESTS"
"""The variable of the environment that names the folder of the tests' own, which parallel workers share."""


@cache
def _home() -> Path:
    return Path(os.environ.get(PLACE) or tempfile.mkdtemp(prefix="hexapla-tests-"))


def made_once(name: str, make: Callable[[Path], object]) -> Path:
    """The folder of this name, filled by ``make`` where nobody has filled it yet; others wait until it is whole.

    Who changes what lies there takes a copy.
    """
    folder = _home() / name
    with (_home() / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.is_dir():
            with tempfile.TemporaryDirectory(dir=_home()) as part:
                made = Path(part) / name
                made.mkdir()
                make(made)
                made.rename(folder)
    return folder
