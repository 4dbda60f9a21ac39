"""The command line: ``hexapla`` and its commands."""

from __future__ import annotations

import sys
from typing import Any, NoReturn

import typer
from typer.main import get_command

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
    library,
    lint,
    open,
    read,
    report,
    review,
    series,
)
from reports.messages.lines import REFERENCE, error_line, help_text, interface_asked
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
app.command("open")(open.open_application)
app.add_typer(library.app, name="library")


def main() -> None:
    """The ``hexapla`` command: bad input is one line and exit status 2; a fault of the program, one line, a log and 3."""
    speak()
    try:
        with set_apart(" ".join(["hexapla", *sys.argv[1:2]])):
            if not sys.argv[1:] and open.has_display():
                sys.argv.append("open")
            command = get_command(app)
            if (ui := interface_asked()) != REFERENCE:
                _in_language_asked(command, ui)
            command(standalone_mode=True)
    except FaultError as error:
        _end(error, 3)
    except InputError as error:
        _end(error, 2)


def _end(error: InputError, status: int) -> NoReturn:
    echo(f"hexapla: {error_line(error, interface_asked())}".replace("\n", " "), err=True)
    sys.exit(status)


def _in_language_asked(command: Any, ui: str) -> None:
    """Put the help of a command of Typer's, of its options and of its own commands in the language of the interface."""
    for shown in (command, *command.params):
        if english := getattr(shown, "help", None):
            shown.help = help_text(english, ui)
    for inner in getattr(command, "commands", {}).values():
        _in_language_asked(inner, ui)


if __name__ == "__main__":
    main()
