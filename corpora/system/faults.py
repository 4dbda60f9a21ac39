"""Faults of the program: written down where they can be sent from, and kept from stopping what is not at fault."""

from __future__ import annotations

import errno
import os
import platform
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from platformdirs import user_log_path

from corpora.errors import InputError

LOG = "faults.log"
_LARGEST = 1024 * 1024
"""Bytes of a log; beyond, it is put aside as ``faults.log.old`` and a new one begun."""
_REPORT_IT = "please report it with that file"


class FaultError(InputError):
    """Something that the program could not cope with, though it should: exit status 3.

    What takes input that may be bad, piece by piece, sets it aside as it does unusable input.
    """


def log_folder() -> Path:
    """Where faults are written down; ``HEXAPLA_LOG`` names another folder."""
    setting = os.environ.get("HEXAPLA_LOG", "")
    return Path(setting) if setting else user_log_path("hexapla")


def fault_of(error: BaseException, what: str) -> FaultError:
    """The line for a fault while ``what`` was worked on; its traceback goes into the log."""
    name = type(error).__name__
    words = " ".join(str(error).split())[:200]
    cause = f"{name}: {words}" if words else name
    log = _written(error, what)
    if log is None:
        return FaultError(what, f"the program failed ({cause})", hint="please report it")
    return FaultError(what, f"the program failed ({cause}); details in {log}", hint=_REPORT_IT)


@contextmanager
def set_apart(what: str) -> Iterator[None]:
    """Whatever goes wrong in the block is a FaultError about ``what``; unusable input and interrupts pass as they are.

    A file of the user's that is gone, locked or without room is no fault of the program: an InputError.
    """
    try:
        yield
    except InputError:
        raise
    except OSError as error:
        if error.errno in _OF_THE_SYSTEM and error.filename and not _ours(str(error.filename)):
            problem = (error.strerror or "cannot be used").lower()
            raise InputError(str(error.filename), problem, hint="check the path and its rights") from error
        raise fault_of(error, what) from error
    except Exception as error:
        raise fault_of(error, what) from error


_OF_THE_SYSTEM = {
    getattr(errno, name)
    for name in (
        "ENOENT",
        "EACCES",
        "EPERM",
        "ENOSPC",
        "EDQUOT",
        "EROFS",
        "EISDIR",
        "ENOTDIR",
        "ENAMETOOLONG",
        "ELOOP",
        "EIO",
    )
    if hasattr(errno, name)
}


def _ours(name: str) -> bool:
    """Whether a file belongs to the program: one that is missing there is a fault of the installation."""
    root = Path(__file__).parents[2]
    return any(Path(name).absolute().is_relative_to(root / package) for package in ("corpora", "align", "reports"))


def _written(error: BaseException, what: str) -> Path | None:
    """The log with the fault at its end; None where it cannot be written."""
    path = log_folder() / LOG
    try:
        program = version("hexapla")
    except PackageNotFoundError:
        program = "from its source"
    head = [
        f"==== {datetime.now(UTC).isoformat(timespec='seconds')}",
        f"while: {what}",
        f"hexapla {program}, Python {platform.python_version()}, {platform.platform()}",
        f"command: {sys.argv}",
    ]
    text = "\n".join([*head, *traceback.format_exception(error)]) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size > _LARGEST:
            path.replace(path.with_suffix(".log.old"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError:
        return None
    return path
