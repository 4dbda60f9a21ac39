"""One pass over a paragraph: the folded text, what is already taken, the anchors found so far."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpora.languages import Language
from corpora.model import Anchor
from corpora.text.folding import Folded, fold
from corpora.values import Value


@dataclass(slots=True)
class Scan:
    """The folded text, and what finders have taken of it, which is blanked out so that nothing is read twice."""

    text: str
    language: Language
    folded: Folded = field(init=False)
    _free: str = field(init=False)
    _taken: list[tuple[int, int]] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folded = fold(self.text)
        self._free = self.folded.text

    def add(self, value: Value, start: int, end: int, *, firm: bool = True, take: bool = True) -> None:
        """Record an anchor at ``start`` to ``end`` of the folded text, and take its characters."""
        span = self.folded.span(start, end)
        self.anchors.append(Anchor(value, self.text[span.start : span.end], span, firm))
        if take:
            self.take(start, end)

    def place(self, anchor: Anchor) -> tuple[int, int]:
        """Where an anchor stands in the folded text."""
        return self.located(anchor.span.start, anchor.span.end)

    def located(self, start: int, end: int) -> tuple[int, int]:
        """Where ``start`` to ``end`` of the text itself stands in the folded text."""
        offsets = self.folded.offsets
        return (start, end) if offsets is None else (bisect_left(offsets, start), bisect_left(offsets, end))

    def printed(self, start: int, end: int) -> str:
        """The text itself from ``start`` to ``end`` of the folded text, with its capitals."""
        span = self.folded.span(start, end)
        return self.text[span.start : span.end]

    def take(self, start: int, end: int) -> None:
        """Blank out characters, so that later finders pass over them."""
        self._taken.append((start, end))

    @property
    def free(self) -> str:
        """The folded text without what was taken; written anew once for all that was taken since it was last asked for."""
        if self._taken:
            parts, place = [], 0
            for start, end in sorted(self._taken):
                parts += [self._free[place:start], "\x00" * (end - max(start, place))]
                place = max(place, end)
            self._free = "".join([*parts, self._free[place:]])
            self._taken.clear()
        return self._free

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches in what is still free, as it was when the search began."""
        return iter(list(pattern.finditer(self.free)))
