"""Losses planted in pairs of adopted texts: what the network of word losses learns to see.

A stretch of one text is deleted, put in place of another, or added, and the word links of the two texts say which words of the other
have lost their rendering by it. What is deleted from both is no loss, so that a text that does not read well says nothing by itself. What is not
known stays out of the reckoning: a word whose link is in doubt, and one without any beside a lost one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Labels = NDArray[np.int8]
LOST, KEPT, UNKNOWN = 1, 0, -1
_LONG = (5, 13)
"""Words of the longest stretches, from and up to."""
_LENGTHS = ((0.45, 1), (0.68, 2), (0.8, 3), (0.87, 4))
"""Shares of stretches that are at most so long."""
_COUNTS = ((0.1, 0), (0.4, 1), (0.7, 2), (0.9, 3))
"""Shares of pairs with at most so many stretches; the others have five."""
_ADDED, _BOTH, _DELETED = 0.12, 0.3, 0.65
"""Shares of stretches that are added, deleted from both, and deleted from one; the others are put in place of another."""
_MOST = 0.5
"""Share of a text that may be deleted at once."""
Other = Callable[[int], Ints]
"""Gives so many words of another text of a language, or none."""


@dataclass
class Text:
    """The words of one text of a pair, those that are kept, what is put in, and what is known of each word."""

    words: Ints
    kept: NDArray[np.bool_] = field(init=False)
    labels: Labels = field(init=False)
    added: list[tuple[int, Ints]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.kept = np.ones(len(self.words), dtype=bool)
        self.labels = np.full(len(self.words), KEPT, dtype=np.int8)

    def built(self) -> tuple[Ints, Labels]:
        """The words with what was planted, and the label of each."""
        words, labels, at = [], [], 0
        for place, more in [*sorted(self.added, key=lambda pair: pair[0]), (len(self.words), np.zeros(0, np.int64))]:
            kept = self.kept[at:place]
            words += [self.words[at:place][kept], more]
            labels += [self.labels[at:place][kept], np.full(len(more), LOST, dtype=np.int8)]
            at = place
        return np.concatenate(words), np.concatenate(labels)


def planted(
    first: Text, second: Text, there: Ints, back: Ints, others: Sequence[Other], random: np.random.Generator
) -> None:
    """Plant losses in two texts.

    ``there`` and ``back`` are for each word of the first and of the second the place of the one that renders it, -1 where none does; ``others``
    gives words of other texts in the language of the first and of the second.
    """
    gone = np.zeros(len(second.words), dtype=bool)
    for _ in range(_drawn(_COUNTS, 5, random)):
        kind, length = random.random(), _drawn(_LENGTHS, int(random.integers(*_LONG)), random)
        if kind < _ADDED:
            first.added.append((int(random.integers(0, len(first.words) + 1)), others[0](length)))
        elif length < len(second.words) * _MOST:
            at = int(random.integers(0, len(second.words) - length + 1))
            stretch = np.arange(at, at + length)
            if kind < _BOTH:
                _delete_from_both(first, second, there, back, stretch)
                continue
            gone[stretch] = True
            second.kept[stretch] = False
            more = others[1](max(1, length + int(random.integers(-1, 2)))) if kind >= _DELETED else stretch[:0]
            if len(more) and not np.isin(more, second.words[stretch]).all():
                second.added.append((at, more))
    _label(first, there, back, gone)


def _drawn(shares: Sequence[tuple[float, int]], rest: int, random: np.random.Generator) -> int:
    drawn = random.random()
    return next((value for share, value in shares if drawn < share), rest)


def _delete_from_both(first: Text, second: Text, there: Ints, back: Ints, stretch: Ints) -> None:
    """Delete a stretch of the second text and what it renders, where nothing else is touched."""
    rendered = np.flatnonzero(np.isin(there, stretch))
    alone = all(back[j] < 0 or back[j] in rendered for j in stretch)
    if len(rendered) and alone and len(rendered) < len(first.words) * _MOST:
        second.kept[stretch] = False
        first.kept[rendered] = False


def _label(first: Text, there: Ints, back: Ints, gone: NDArray[np.bool_]) -> None:
    """Label the words of the first text whose rendering is gone."""
    if not gone.any():
        return
    lost = (there >= 0) & gone[np.maximum(there, 0)]
    by_gone, by_kept = (np.isin(np.arange(len(there)), back[(back >= 0) & side]) for side in (gone, ~gone))
    labels = first.labels
    labels[lost & ~by_kept] = LOST
    labels[lost & by_kept] = UNKNOWN
    labels[(there < 0) & by_gone & ~by_kept] = LOST
    labels[~lost & by_gone & (labels == KEPT) & (there >= 0)] = UNKNOWN
    beside = np.convolve(labels == LOST, np.ones(3), "same") > 0
    labels[(there < 0) & (labels == KEPT) & beside] = UNKNOWN
