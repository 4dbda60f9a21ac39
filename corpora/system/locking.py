"""One writer at a time on a file that several processes change: a lock that ends with its process."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from corpora.errors import InputError

_PAUSE = 0.02
"""Seconds between two looks at a lock: chosen, shorter than anybody notices, and too long for looking to cost anything."""


@contextmanager
def locked(path: Path, seconds: float = 30.0) -> Iterator[None]:
    """Hold ``path`` (made where it is absent, left behind empty) while no other process does.

    The system lets go of it when a process dies. Raises InputError where the file cannot be made, or where another
    process holds it for longer than ``seconds``.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError as error:
        raise InputError(
            str(path), f"cannot be written ({error.strerror})", hint="choose a folder that can be written to"
        ) from error
    with file:
        end = time.monotonic() + seconds
        while not _taken(file):
            if time.monotonic() > end:
                raise InputError(str(path), "is held by another process", hint="wait for it to end")
            time.sleep(_PAUSE)
        try:
            yield
        finally:
            _let_go(file)


if sys.platform == "win32":
    import msvcrt

    def _taken(file: BinaryIO) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_go(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _taken(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
