"""Words on the terminal: never a control character of a document, never a character that the output cannot carry.

A document's escape sequences would change the terminal's title, colours or contents (CWE-150).
"""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Iterable
from io import TextIOWrapper

import typer
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""All control characters (Unicode category Cc) but tabs and line ends."""


def harmless(text: str) -> str:
    """``text`` with its control characters spelled as JSON spells them: JSON stays the same data.

    >>> harmless("a\\x1b[31m\\tb")
    'a\\\\u001b[31m\\tb'
    """
    return _CONTROL.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def echo(message: object = "", *, nl: bool = True, err: bool = False) -> None:
    """Print a line as it is, but for control characters."""
    typer.echo(harmless(str(message)), nl=nl, err=err)


class SafeConsole(Console):
    """A console that spells the control characters of what it prints; its own colours are made after that."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """As ``Console.render``."""
        for segment in super().render(renderable, options):
            if segment.control is None and _CONTROL.search(segment.text):
                yield Segment(harmless(segment.text), segment.style)
            else:
                yield segment


def console_for(width: int | None) -> SafeConsole:
    """A console for standard output that takes words as words: no markup in them, nothing guessed to be highlighted."""
    return SafeConsole(highlight=False, markup=False, emoji=False, width=width, soft_wrap=False)


def speak() -> None:
    """Make standard output and error carry every character, and say in a line what the program logs as a warning.

    What is piped or written to a file is UTF-8 unless PYTHONIOENCODING says otherwise; a character that the encoding lacks is
    spelled, as a broken one in a file's name is.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    logging.basicConfig(level=logging.WARNING, handlers=[_Lines()])


class _Lines(logging.Handler):
    """A warning as one line on standard error, in the language of the interface, once: a folder is looked through for each of its
    resolutions, and what it holds beside them is the same each time."""

    def __init__(self) -> None:
        super().__init__()
        self._said: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        from reports.messages.lines import interface_asked, line_text

        if (line := record.getMessage()) in self._said:
            return
        self._said.add(line)
        echo(f"hexapla: {line_text(line, interface_asked())}", err=True)
