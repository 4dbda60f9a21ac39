"""What two lists of paragraphs say of each pair, before any word is compared: kinds, numbers, ids, opening verbs.

Each fact is one table for all pairs, since lists of some thousand paragraphs make millions of them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from corpora.annotation.verbs import equivalent
from corpora.model import Paragraph, VerbPhrase

Bools = NDArray[np.bool_]
Paragraphs = Sequence[Paragraph]


def alike(source: Paragraphs, target: Paragraphs, of: Callable[[Paragraph], Hashable]) -> Bools:
    """Which pairs have the same of something: (n, m)."""
    numbers: dict[Hashable, int] = {}
    first, second = (
        np.array([numbers.setdefault(of(p), len(numbers)) for p in side], dtype=np.int64) for side in (source, target)
    )
    return np.asarray(first[:, None] == second[None, :])


def both(source: Paragraphs, target: Paragraphs, holds: Callable[[Paragraph], bool]) -> Bools:
    """Which pairs something holds of on both sides: (n, m)."""
    return _crossed(source, target, holds, np.logical_and)


def either(source: Paragraphs, target: Paragraphs, holds: Callable[[Paragraph], bool]) -> Bools:
    """Which pairs something holds of on one side at least: (n, m)."""
    return _crossed(source, target, holds, np.logical_or)


def same_verbs(source: Paragraphs, target: Paragraphs) -> tuple[Bools, Bools]:
    """Which pairs open with verbs that can express one concept, and which with verbs that cannot: (n, m) each.

    A pair without a verb on either side is neither. Verbs of the same concepts are compared once.
    """
    verbs: list[list[VerbPhrase]] = []
    rows = []
    for side in (source, target):
        known: dict[tuple[tuple[str, ...], bool], int] = {}
        kept: list[VerbPhrase] = []
        row = np.full(len(side), -1, dtype=np.int64)
        for place, paragraph in enumerate(side):
            verb = paragraph.verb
            if verb is None:
                continue
            row[place] = known.setdefault((verb.concepts, verb.repeated), len(known))
            if row[place] == len(kept):
                kept.append(verb)
        verbs.append(kept)
        rows.append(row)
    # One more row and column, for paragraphs without a verb.
    table = np.zeros((len(verbs[0]) + 1, len(verbs[1]) + 1), dtype=bool)
    for i, a in enumerate(verbs[0]):
        for j, b in enumerate(verbs[1]):
            table[i, j] = equivalent(a, b)
    have = (rows[0] >= 0)[:, None] & (rows[1] >= 0)[None, :]
    agree = table[rows[0][:, None], rows[1][None, :]] & have
    return agree, have & ~agree


def _crossed(source: Paragraphs, target: Paragraphs, holds: Callable[[Paragraph], bool], joined: np.ufunc) -> Bools:
    first, second = (np.array([holds(p) for p in side], dtype=bool) for side in (source, target))
    return np.asarray(joined(first[:, None], second[None, :]), dtype=bool)
