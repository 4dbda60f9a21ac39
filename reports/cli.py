"""The command line: ``hexapla`` and its commands."""

from __future__ import annotations

import sys

import typer

from corpora.errors import UnusableInputError
from reports.commands import aligning, checking, explaining, exporting, fetching, reading, reviewing

app = typer.Typer(
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Sets the versions of a UN resolution side by side, paragraph by paragraph, and flags wording drift and changed mandates.",
)

for command in (
    reading.read,
    aligning.align,
    checking.check,
    checking.compare,
    checking.base,
    checking.series,
    checking.report,
    exporting.export,
    reviewing.review,
    reading.lint,
    reading.deliverables,
    fetching.fetch,
    explaining.explain,
):
    app.command()(command)


def main() -> None:
    """The ``hexapla`` command: bad input is one line and exit status 2."""
    try:
        app(standalone_mode=True)
    except UnusableInputError as error:
        typer.echo(f"hexapla: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
