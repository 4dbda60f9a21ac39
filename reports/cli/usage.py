"""What is wrong with a command line as the user's one line, in the language of the interface: Typer says it in a box, in English."""

from __future__ import annotations

import sys
from typing import Any

import typer

from corpora.errors import InputError

PROGRAM = "hexapla"
REFUSED: type[Exception] = next(base for base in typer.BadParameter.__mro__ if base.__name__ == "ClickException")
"""What Typer raises for a command line that it cannot use; the class lies in Click or in Typer, whichever the version brings."""


def run_command(command: Any) -> int:
    """Run a command of Typer's on the words of the command line; returns the exit status.

    Raises InputError for words that it cannot use: an unknown option or command, a value that is missing or of no use.
    """
    try:
        status = command(standalone_mode=False, prog_name=PROGRAM)
    except REFUSED as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            return _shown(error)
        raise usage_error(error, sys.argv[1:]) from error
    except typer.Abort:
        return 1
    return status if isinstance(status, int) else 0


def _shown(error: Any) -> int:
    """The help that stands for an error where no command was named."""
    error.show()
    return int(error.exit_code)


def usage_error(error: Any, words: list[str]) -> InputError:
    """A refusal of Typer's: the command (of ``words`` where the refusal names none), the option, what is wrong, where to look."""
    context = getattr(error, "ctx", None)
    named = [PROGRAM, *(word for word in words[:1] if not word.startswith("-"))]
    command = context.command_path if context is not None else " ".join(named)
    # Of a value, Typer says the option and what is wrong with it; of what is missing, in one.
    of_value = isinstance(error, typer.BadParameter) and error.message and error.param is not None
    option = ", ".join(error.param.opts) if of_value else ""
    problem = " ".join((error.message if option else error.format_message()).split()).rstrip(".")
    hint = f"{command} --help lists what it takes"
    return InputError(command, problem[:1].lower() + problem[1:], place=option, hint=hint)
