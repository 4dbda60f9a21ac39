"""Work on a whole corpus with progress: what ``corpus`` does, and ``check --corpus`` and ``report --corpus``."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from reports.cli import options as o
from reports.messages.screen import echo

if TYPE_CHECKING:
    from reports.pipeline.corpus.results import CorpusResult
    from reports.pipeline.corpus.run import Progress
    from reports.pipeline.run_options import RunOptions

_BETWEEN_LINES = 60.0
"""Seconds between two lines of progress where standard error is no terminal: a batch system's log."""


def check_whole_corpus(
    folder: Path,
    output: Path,
    ui: str,
    options: RunOptions,
    level: str | None,
    pages: Path | None = None,
    workers: int | None = None,
) -> NoReturn:
    """Check a folder with progress; what was done is kept when interrupted."""
    from corpora.system.workers import ended_in_order
    from reports.pipeline.corpus.commands import check_corpus

    with ended_in_order(), corpus_progress() as tell:
        result = check_corpus(
            folder,
            output,
            options=options,
            ui=ui,
            on_progress=lambda done, total: tell("check", done, total),
            pages=pages,
            workers=workers,
        )
    end_corpus(result, (output, pages / "index.html") if pages else (output,), level)


def end_corpus(result: CorpusResult, written: tuple[Path, ...], level: str | None) -> NoReturn:
    """Print what a run came to and where it lies, and end with its status."""
    from reports.pipeline.corpus.results import summary_lines

    for line in summary_lines(result):
        if line:
            echo(line)
    for path in written:
        if path.exists():
            echo(path)
    if result.faults:
        raise typer.Exit(3)
    o.end_at(list(result.severities), level)


@contextmanager
def corpus_progress() -> Iterator[Progress]:
    """A bar with the time left on a terminal; elsewhere a line a minute."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
        TextColumn("/"),
        # By bytes of text; pieces that take long begin first, so a short look back would promise too little.
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=600) as bar:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield show


class _Lines:
    """A line of progress now and then: "check 41 %, about 12 min left"."""

    def __init__(self) -> None:
        self._heard = self._said = time.monotonic()
        self._begun: dict[str, float] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        # A stage is first heard of when its first piece is done: it began where the one before was heard of last.
        begun = self._begun.setdefault(stage, self._heard)
        self._heard = now
        # Of a stage that has just begun nothing is known yet.
        if min(now - self._said, now - begun) < _BETWEEN_LINES or not 0 < done < total:
            return
        self._said = now
        left = (now - begun) * (total - done) / done / 60
        about = f"about {left:.0f} min left" if left >= 1 else "less than a minute left"
        echo(f"{stage} {100 * done // total} %, {about}", err=True)
