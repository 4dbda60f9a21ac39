"""What was made of things that stay as they are, kept for the next time: documents are aligned and checked again with one pin more."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

_T = TypeVar("_T")
_MOST = 20_000
"""Entries of one store; the least recently used go first. Rows and paragraphs of a long resolution are some hundreds: chosen."""


class Same:
    """A thing by itself: equal to itself alone, whatever it holds. It is held, so that no other takes its place in memory."""

    __slots__ = ("_thing",)

    def __init__(self, thing: object) -> None:
        self._thing = thing

    def __hash__(self) -> int:
        return id(self._thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other._thing is self._thing


class Kept:
    """Results by what they were made of. Who asks must name everything that a result depends on."""

    def __init__(self, most: int = _MOST) -> None:
        self._known: OrderedDict[Hashable, Any] = OrderedDict()
        self._most = most

    def of(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """What ``make`` gave for this key before, or gives now. It must be a pure function of what the key names."""
        if key in self._known:
            self._known.move_to_end(key)
        else:
            self._known[key] = make()
            while len(self._known) > self._most:
                self._known.popitem(last=False)
        return cast(_T, self._known[key])

    def same(self, key: Hashable, given: object, make: Callable[[], _T]) -> _T:
        """What ``make`` gave for this key last, as long as what it is made of equals what was given then.

        For what cannot be told by a key: it is compared. ``given`` must not be changed afterwards.
        """
        known = self._known.get(key)
        if known is None or known[0] != given:
            known = self._known[key] = given, make()
        return cast(_T, known[1])

    def under(self, *names: Hashable) -> Kept:
        """The store of its own of something that these names tell: what is in it is forgotten together."""
        return self.of(("under", names), Kept)
