"""Regular expressions that a user writes: bounded in length, in repetitions and in time.

The engine is ``regex`` (PyPI), which stops a search at a time limit; Python's own cannot be stopped. Patterns in a settings file
may come with documents from elsewhere, and a catastrophic one would hang the program (CWE-1333).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from corpora.errors import InputError
from corpora.model import Span

SECONDS = 0.5
"""For one search in one paragraph; honest patterns take less than a millisecond."""
_LONGEST = 1000
_MOST_REPETITIONS = 100_000
"""Product of all counts in braces: counts inside each other are written out by the engine, and compiling has no time limit."""
_COUNT = re.compile(r"\{(\d*)(?:,(\d*))?\}")


@dataclass(frozen=True)
class UserPattern:
    """A pattern and where it was written; two are equal where their words are."""

    pattern: str
    source: str
    _compiled: Any = field(repr=False, compare=False)

    def search(self, text: str) -> Span | None:
        """The first place where it stands. Raises InputError where finding it takes too long."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[Span]:
        """Every place where it stands. Raises InputError where finding one takes too long."""
        try:
            for match in self._compiled.finditer(text, timeout=SECONDS):
                yield Span(match.start(), match.end())
        except TimeoutError as error:
            raise InputError(
                self.source,
                f"the pattern {self.pattern!r} takes more than {SECONDS:g} seconds on a paragraph",
                place=f"“{text[:40]}…”",
                hint="write it without repetitions inside repetitions",
            ) from error


def user_pattern(text: str, source: str) -> UserPattern:
    """The pattern, without regard to case. Raises ValueError where it is none, or too large to be compiled."""
    if len(text) > _LONGEST:
        raise ValueError(f"longer than {_LONGEST:,} characters")
    counts = [max(int(n[:9] or 0) for n in found.groups("0")) for found in _COUNT.finditer(text)]
    if math.prod(max(1, count) for count in counts) > _MOST_REPETITIONS:
        raise ValueError(f"repetitions of more than {_MOST_REPETITIONS:,} in all")
    import regex  # here, since few settings have a pattern

    try:
        return UserPattern(text, source, regex.compile(text, regex.IGNORECASE))
    except (regex.error, OverflowError, RecursionError) as error:
        raise ValueError(str(error) or type(error).__name__) from error
