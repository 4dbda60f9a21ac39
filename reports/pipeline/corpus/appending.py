"""Files of lines that are only added to: a line that a kill cut short is passed over, and never runs into the next."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpora.errors import InputError


def whole_lines(path: Path) -> Iterator[str]:
    """The lines of a file that end with a line break; none where there is no file. Raises InputError where it cannot be read."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            for line in file:
                if line.endswith("\n"):
                    yield line
    except FileNotFoundError:
        return
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})") from error


def lines_from(path: Path, place: int) -> tuple[list[str], int]:
    """The whole lines of a file from a byte on, and the byte behind them; none where there is no file.

    Raises InputError where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            file.seek(place)
            content = file.read()
    except FileNotFoundError:
        return [], place
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})") from error
    whole = content[: content.rfind(b"\n") + 1]
    return whole.decode("utf-8", "replace").split("\n")[:-1], place + len(whole)


def append_lines(path: Path, lines: Iterable[str]) -> None:
    """Add lines, each in one write that reaches the disk's cache before this returns.

    Raises InputError where the file cannot be written.
    """
    content = "".join(f"{line}\n" for line in lines).encode("utf-8")
    if not content:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    content = b"\n" + content
            file.write(content)
    except OSError as error:
        raise InputError(
            str(path), f"cannot be written ({error.strerror})", hint="choose a folder that can be written to"
        ) from error
