"""The command line: ``hexapla`` and its commands."""

from __future__ import annotations

import sys
from typing import NoReturn

import typer

from corpora.errors import InputError
from corpora.system.faults import FaultError, set_apart
from reports.cli import (
    align,
    base,
    check,
    compare,
    deliverables,
    explain,
    export,
    fetch,
    lint,
    read,
    report,
    review,
    series,
)
from reports.messages.screen import echo, speak

app = typer.Typer(
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Sets the versions of a UN resolution side by side, paragraph by paragraph, and flags wording drift and changed mandates.",
)

for command in (
    read.read,
    align.align,
    check.check,
    compare.compare,
    base.base,
    series.series,
    report.report,
    export.export,
    review.review,
    lint.lint,
    deliverables.deliverables,
    fetch.fetch,
    explain.explain,
):
    app.command()(command)


def main() -> None:
    """The ``hexapla`` command: bad input is one line and exit status 2; a fault of the program, one line, a log and 3."""
    speak()
    try:
        with set_apart(" ".join(["hexapla", *sys.argv[1:2]])):
            app(standalone_mode=True)
    except FaultError as error:
        _end(error, 3)
    except InputError as error:
        _end(error, 2)


def _end(error: InputError, status: int) -> NoReturn:
    echo(f"hexapla: {error}".replace("\n", " "), err=True)
    sys.exit(status)


if __name__ == "__main__":
    main()
