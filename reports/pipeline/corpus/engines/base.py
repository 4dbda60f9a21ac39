"""What an engine does: it takes pieces of work and gives back what each came to, in whatever order they end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Lost:
    """A piece of work that ended the process that did it, and how."""

    reason: str


class Engine(Protocol):
    """Work done somewhere; one piece never takes another with it."""

    @property
    def sees_files(self) -> bool:
        """Whether the workers read files by their paths here; else they are sent what they need."""
        ...

    @property
    def workers(self) -> int:
        """How many pieces are done at one time, as far as is known."""
        ...

    def run(
        self,
        work: Callable[[T], R],
        items: Sequence[T],
        *,
        on_begun: Callable[[T], None] = lambda item: None,
        prepare: Callable[[T], T] = lambda item: item,
    ) -> Iterator[tuple[T, R | Lost]]:
        """Each item with what ``work`` made of it, as it ends.

        ``work`` is a function of a module, and raises nothing. ``on_begun`` is told of each item before a worker gets it;
        ``prepare`` makes of an item what is sent.
        """
        ...

    def close(self) -> None:
        """Let go of what does the work."""
        ...
