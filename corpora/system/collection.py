"""How often the interpreter looks for objects that hold each other and nothing else holds."""

from __future__ import annotations

import atexit
import gc
from functools import cache

_NEW_OBJECTS = 100_000
"""Objects made from which the youngest are looked through. Python's own 700 look through all that live dozens of times a document."""
_YOUNG, _MIDDLE = 50, 100
"""So many collections of one generation come before one of the next: whole looks are rare, since documents and tables stay."""


@cache
def collect_seldom() -> None:
    """Let few collections be made in this process, and none of all that lives when it ends.

    What is read and learned is held to the end, and little is ever part of a cycle: to look for it was a seventh of the time of a check
    of six versions.
    """
    gc.set_threshold(_NEW_OBJECTS, _YOUNG, _MIDDLE)
    atexit.register(gc.freeze)
