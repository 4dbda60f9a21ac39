"""One pass over a paragraph: the folded text, what is already taken, the anchors found so far."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from corpora.languages import Language
from corpora.model import Anchor
from corpora.text.folding import Folded, fold
from corpora.values import Value


@dataclass(slots=True)
class Scan:
    """``free`` is the folded text with what finders have taken blanked out, so that nothing is read twice."""

    text: str
    language: Language
    folded: Folded = field(init=False)
    free: str = field(init=False)
    anchors: list[Anchor] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folded = fold(self.text)
        self.free = self.folded.text

    def add(self, value: Value, start: int, end: int, *, firm: bool = True, take: bool = True) -> None:
        """Record an anchor at ``start`` to ``end`` of the folded text, and take its characters."""
        span = self.folded.span(start, end)
        self.anchors.append(Anchor(value, self.text[span.start : span.end], span, firm))
        if take:
            self.take(start, end)

    def place(self, anchor: Anchor) -> tuple[int, int]:
        """Where an anchor stands in the folded text."""
        offsets = self.folded.offsets
        if offsets is None:
            return anchor.span.start, anchor.span.end
        return bisect_left(offsets, anchor.span.start), bisect_left(offsets, anchor.span.end)

    def take(self, start: int, end: int) -> None:
        """Blank out characters, so that later finders pass over them."""
        self.free = self.free[:start] + "\x00" * (end - start) + self.free[end:]

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches in what is still free, as it was when the search began."""
        return iter(list(pattern.finditer(self.free)))


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))
