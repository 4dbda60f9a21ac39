"""The command line: ``hexapla`` and its commands."""

from __future__ import annotations

import sys

import typer

from corpora.errors import InputError
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
    """The ``hexapla`` command: bad input is one line and exit status 2."""
    try:
        app(standalone_mode=True)
    except InputError as error:
        typer.echo(f"hexapla: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
