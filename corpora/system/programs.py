"""Other programs, run so that nothing of them is left when their time is up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress


class TimeIsUpError(Exception):
    """A program that went on past its limit; it and all that it started have been ended."""


def run_bounded(command: Sequence[str], seconds: float, environment: Mapping[str, str] | None = None) -> int:
    """Run a program with its output thrown away; returns its exit status.

    The program and every child of it are ended when it ends, when ``seconds`` have passed (then TimeIsUpError is raised), and
    when the run is interrupted: LibreOffice and browsers are wrappers that start the real program.
    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=None if environment is None else dict(environment),
        start_new_session=True,
    )
    try:
        return process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise TimeIsUpError(f"{command[0]} took more than {seconds:g} seconds") from error
    finally:
        _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it has started; where the group is gone already, nothing is to be done."""
    if sys.platform == "win32":
        kill = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(kill, capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            # The program leads a session of its own, so that its number is that of the group.
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
