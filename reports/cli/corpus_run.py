"""What ``check --corpus`` and ``report --corpus`` do: a whole folder, with progress."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from reports.cli import options as o
from reports.messages.screen import echo

if TYPE_CHECKING:
    from reports.pipeline.run_options import RunOptions


def check_whole_corpus(
    folder: Path, output: Path, ui: str, options: RunOptions, level: str | None, pages: Path | None = None
) -> NoReturn:
    """Check a folder with progress; what was done is kept when interrupted."""
    from rich.console import Console
    from rich.progress import Progress

    from reports.pipeline.corpus import check_corpus, summary_lines

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("check", total=None)
        result = check_corpus(
            folder,
            output,
            options=options,
            ui=ui,
            on_progress=lambda done, total: progress.update(task, completed=done, total=total),
            pages=pages,
        )
    for line in summary_lines(result):
        echo(line)
    for path in (output, pages / "index.html") if pages else (output,):
        echo(path)
    if result.faults:
        raise typer.Exit(3)
    o.end_at(result.table["severity"].to_list(), level)
