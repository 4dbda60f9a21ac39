"""Progress of work that takes more than a second: a bar on standard error, where that is a terminal."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from reports.messages.screen import harmless

ProgressCallback = Callable[[str], None]
"""Called with what is begun now: a file's name, a stage."""
PATIENCE = 1.0
"""Seconds before anything is shown: quick work stays quiet."""


def silent(_: str) -> None:
    """A tick that shows nothing."""


@contextmanager
def working(total: int | None = None, console: Console | None = None) -> Iterator[ProgressCallback]:
    """A bar for ``total`` steps (None: how many is not known), shown once the work has taken more than a second."""
    shown = console or Console(stderr=True)
    if console is None and not sys.stderr.isatty():
        yield silent
        return
    progress = Progress(
        TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn(), console=shown, transient=True
    )
    task = progress.add_task("", total=total)
    begun = False

    def on_progress(what: str) -> None:
        nonlocal begun
        progress.update(task, description=harmless(what), advance=1 if begun else 0)
        begun = True

    timer = threading.Timer(PATIENCE, progress.start)
    timer.daemon = True
    timer.start()
    try:
        yield on_progress
    finally:
        timer.cancel()
        progress.stop()
