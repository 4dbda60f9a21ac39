"""The command line: ``hexapla`` and its commands."""

from __future__ import annotations

import os
import sys
from copy import copy
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from typer.main import get_command, get_command_name
from typer.models import CommandInfo

from corpora.errors import InputError
from corpora.system.collection import collect_seldom
from corpora.system.faults import FaultError, set_apart
from reports.cli import (
    align,
    base,
    check,
    compare,
    corpus,
    deliverables,
    explain,
    export,
    fetch,
    find,
    library,
    lint,
    mandates,
    open,
    read,
    related,
    report,
    review,
    series,
)
from reports.cli.options import Ui, ui_of
from reports.cli.usage import PROGRAM, run_command
from reports.messages.lines import OPTION, REFERENCE, VARIABLE, error_line, help_text, interface_asked, locale_language
from reports.messages.screen import echo, speak


def _print_version(wanted: bool) -> None:
    if wanted:
        from reports import __version__

        echo(f"hexapla {__version__}")
        raise typer.Exit(0)


app = typer.Typer(
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Sets the versions of a UN resolution side by side, paragraph by paragraph, and flags wording drift and changed mandates.",
)


@app.callback()
def _hexapla(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", is_eager=True, callback=_print_version)
    ] = False,
    ui: Ui = "",
) -> None:
    """What is asked of the program itself; the language of the interface may be said before the command as well."""
    if ui:
        os.environ[VARIABLE] = ui_of(ui)


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
    find.find,
    related.related,
    related.lineage,
    mandates.mandates,
    explain.explain,
):
    app.command()(command)
app.command("open")(open.open_application)
app.add_typer(corpus.app, name="corpus")
app.add_typer(library.app, name="library")


def main() -> None:
    """The ``hexapla`` command: bad input is one line and exit status 2; a fault of the program, one line, a log and 3."""
    collect_seldom()
    speak()
    try:
        with set_apart(" ".join(["hexapla", *sys.argv[1:2]])):
            if not _but_ui(sys.argv[1:]):
                if open.has_display():
                    sys.argv.append("open")
                elif sys.argv[1:]:
                    sys.argv.append("--help")
            command = get_command(_asked_for(sys.argv[1:]))
            _mind_settings()
            if (ui := interface_asked()) != REFERENCE:
                _in_language_asked(command, ui)
                _frame_help(ui)
            status = run_command(command)
    except FaultError as error:
        _end(error, 3)
    except InputError as error:
        _end(error, 2)
    sys.exit(status)


def _asked_for(words: list[str]) -> typer.Typer:
    """The program with the command alone that the first word names; with all of them where it names none.

    Typer makes every option of every command that it knows before it looks at the words.
    """
    asked = copy(app)
    asked.registered_commands = [c for c in app.registered_commands if words and words[0] == _name_of(c)]
    asked.registered_groups = [group for group in app.registered_groups if words and words[0] == group.name]
    return asked if asked.registered_commands or asked.registered_groups else app


def _name_of(command: CommandInfo) -> str:
    return command.name or (get_command_name(command.callback.__name__) if command.callback else "")


def _but_ui(words: list[str]) -> list[str]:
    """What a command line asks for besides the language of the interface."""
    named, own = OPTION, f"{OPTION}="
    return [
        w for before, w in zip(("", *words), words, strict=False) if named not in (before, w) and not w.startswith(own)
    ]


_SETTINGS = "hexapla.toml"
"""SETTINGS of reports.project.settings, which is not loaded for its name."""


def _mind_settings() -> None:
    """Let ``ui`` in the nearest ``hexapla.toml``, or the locale, stand for the variable of the environment where it is not set."""
    if not os.environ.get(VARIABLE) and (named := _ui_of_settings() or locale_language()):
        os.environ[VARIABLE] = named


def _ui_of_settings() -> str:
    """What ``ui`` says in the settings of the current folder, or of one above it; "" where it says nothing."""
    here = Path.cwd()
    place = next((folder / _SETTINGS for folder in (here, *here.parents) if (folder / _SETTINGS).is_file()), None)
    if place is None:
        return ""
    from reports.project.settings import load_toml  # here, since it loads the languages, for which help must not wait

    named = load_toml(place).get("ui")
    return named if isinstance(named, str) else ""


def _end(error: InputError, status: int) -> NoReturn:
    line = error_line(error, interface_asked()).replace("\n", " ")
    of_usage = error.source.split(" ", 1)[0] == PROGRAM
    echo(line if of_usage else f"{PROGRAM}: {line}", err=True)
    sys.exit(status)


def _in_language_asked(command: Any, ui: str, above: Any = None) -> None:
    """Put the help of a command of Typer's, of its options and of its own commands in the language of the interface.

    The option that shows the help is made once and kept with its command, as Click does.
    """
    here = command.context_class(command, parent=above, **command.context_settings)
    asking = command.get_help_option(here)
    for shown in (command, *command.params, *((asking,) if asking else ())):
        if english := getattr(shown, "help", None):
            shown.help = help_text(english, ui)
    for inner in getattr(command, "commands", {}).values():
        _in_language_asked(inner, ui, here)


_FRAME = (
    "ARGUMENTS_PANEL_TITLE",
    "COMMANDS_PANEL_TITLE",
    "DEFAULT_STRING",
    "DEPRECATED_STRING",
    "ENVVAR_STRING",
    "OPTIONS_PANEL_TITLE",
    "REQUIRED_LONG_STRING",
)
"""What Typer writes around the help of a command: names of panels, marks of what is required or stands where nothing is given."""


def _frame_help(ui: str) -> None:
    """Put what Typer writes around every help in the language of the interface."""
    from typer import rich_utils

    for name in _FRAME:
        setattr(rich_utils, name, help_text(getattr(rich_utils, name), ui))


if __name__ == "__main__":
    main()
