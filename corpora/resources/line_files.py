"""A file as numbered lines: those of a text, or the paragraphs of a Word document or another format that readers know.

Lines without text are left out; the numbers are those of the file, from 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from corpora.errors import InputError
from corpora.readers import decode, is_binary, read_document

_ENDS = re.compile(r"\r\n|\r|\n")
"""Where editors begin a line; other marks of Unicode, as the form feed, stand inside one."""


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line with text: its place in the file, from 0, and its words."""

    number: int
    text: str


def read_lines(path: Path) -> list[NumberedLine]:
    """The lines of a file that hold text.

    Raises InputError where it cannot be read or holds none.
    """
    lines = [b.text for b in read_document(path).blocks] if is_binary(path) else _ENDS.split(decode(path))
    found = [NumberedLine(number, line) for number, line in enumerate(lines) if line.strip()]
    if not found:
        raise InputError(str(path), "holds no line with text", hint="check that it is the right file")
    return found
