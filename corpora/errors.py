"""The one error that bad input raises."""

from __future__ import annotations


class InputError(Exception):
    """Input that cannot be used: says which file, where in it, and what to do.

    The command line prints it as one line and ends with exit status 2.
    """

    def __init__(self, source: str, problem: str, *, place: str = "", hint: str = "") -> None:
        self.source, self.problem, self.place, self.hint = source, problem, place, hint
        where = f"{source}, {place}" if place else source
        super().__init__(f"{where}: {problem}" + (f"; {hint}" if hint else ""))


class NoResolutionError(InputError):
    """A text that can be read and is no resolution, or none in a language that is covered."""
