"""What stands elsewhere on the other side: captions, footnotes, blocks that changed places.

The search goes forward on both sides, and leaves such segments alone or gives them to a neighbour that they hardly fit. Here
beads whose parts fit better crosswise are parted, and pairs of segments that are each other's likest are taken out of where
the search had put them, where the whole is worth more so. A bead that crosses others costs ``_CROSSING``.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.search.band import Ints
from align.search.dynamic_programming import Step
from align.search.margin import MarginScores

_CROSSING = 0.3
"""What a bead that crosses others must be worth beyond what it displaces."""
_SURE = 0.6
"""Share of the median score from which on a bead of one segment a side is left as it is."""
_ROWS = 256
"""Rows of the table of scores that are made at a time: 256 rows of ten thousand columns are some ten MB."""


def with_moves(steps: Sequence[Step], scores: MarginScores, usual: float, skip: float) -> list[Step]:
    """The beads, those that had to go forward taken apart where they are worth more across others.

    ``usual`` is the median score of a first pass, ``skip`` what a segment left alone is worth. In order of the source.
    """
    beads = [part for step in steps for part in _parted(step, scores)]
    source, target = _doubtful(beads, scores, _SURE * usual)
    for _, i, j in sorted(_likest(source, target, scores), reverse=True):
        moved = _moved(beads, i, j, scores, skip)
        if moved is not None:
            beads = moved
    return sorted(_grown(beads, scores, skip), key=lambda bead: (bead[0], bead[2]))


def _parted(step: Step, scores: MarginScores) -> list[Step]:
    """A bead of several segments a side as the two beads that cross inside it, where these are worth more."""
    i, i_end, j, j_end = step
    if i_end - i < 2 or j_end - j < 2:
        return [step]
    best, parts = scores.of(step), [step]
    for a in range(i + 1, i_end):
        for b in range(j + 1, j_end):
            crossed = [(i, a, b, j_end), (a, i_end, j, b)]
            worth = sum(map(scores.of, crossed)) - _CROSSING
            if worth > best:
                best, parts = worth, crossed
    return parts


def _doubtful(beads: Sequence[Step], scores: MarginScores, sure: float) -> tuple[Ints, Ints]:
    """The segments of both sides that are left alone, in a bead of several, or in one that is worth little."""
    single = [bead for bead in beads if bead[1] - bead[0] == 1 and bead[3] - bead[2] == 1]
    known = scores.of_pairs([(bead[0], bead[2]) for bead in single]) if single else ()
    kept = {bead for bead, score in zip(single, known, strict=True) if score >= sure}
    source = [i for bead in beads if bead not in kept for i in range(bead[0], bead[1])]
    target = [j for bead in beads if bead not in kept for j in range(bead[2], bead[3])]
    return np.array(source, dtype=np.int64), np.array(target, dtype=np.int64)


def _likest(source: Ints, target: Ints, scores: MarginScores) -> list[tuple[float, int, int]]:
    """The pairs of segments that are each other's best among those given, with their scores."""
    if not len(source) or not len(target):
        return []
    by_row: list[tuple[float, int]] = []
    best_of_column = np.full(len(target), -np.inf, dtype=np.float32)
    row_of_column = np.zeros(len(target), dtype=np.int64)
    for first in range(0, len(source), _ROWS):
        table = scores.table(source[first : first + _ROWS], target)
        best = table.argmax(axis=1)
        by_row.extend(zip(table.max(axis=1).tolist(), best.tolist(), strict=True))
        better = table.max(axis=0) > best_of_column
        row_of_column[better] = first + table.argmax(axis=0)[better]
        best_of_column = np.maximum(best_of_column, table.max(axis=0))
    return [
        (score, int(source[row]), int(target[column]))
        for row, (score, column) in enumerate(by_row)
        if row_of_column[column] == row and score > _CROSSING
    ]


def _moved(beads: list[Step], i: int, j: int, scores: MarginScores, skip: float) -> list[Step] | None:
    """The beads with ``i`` and ``j`` as one of their own, None where that is worth less or a segment stands inside a bead."""
    old = [bead for bead in beads if bead[0] <= i < bead[1] or bead[2] <= j < bead[3]]
    if len(old) != 2:
        return None  # They are in one bead already.
    left = [part for bead in old for part in _without(bead, i, j)]
    if (
        sum(b - a for a, b, _, _ in left) != sum(b - a for a, b, _, _ in old) - 1
        or sum(d - c for _, _, c, d in left) != sum(d - c for _, _, c, d in old) - 1
    ):
        return None
    new = [(i, i + 1, j, j + 1), *left]

    def worth(some: Sequence[Step]) -> float:
        return sum(scores.of(bead) if bead[1] > bead[0] and bead[3] > bead[2] else skip for bead in some)

    if worth(new) - _CROSSING <= worth(old):
        return None
    return [bead for bead in beads if bead not in old] + new


def _without(bead: Step, i: int, j: int) -> list[Step]:
    """What is left of a bead without a source or a target segment at one of its ends; as it is where there is none."""
    a, b, c, d = bead
    if a <= i < b:
        a, b = (a + 1, b) if i == a else (a, b - 1) if i == b - 1 else (a, b)
    elif c <= j < d:
        c, d = (c + 1, d) if j == c else (c, d - 1) if j == d - 1 else (c, d)
    if a == b and c == d:
        return []
    if a == b:
        return [(a, a, k, k + 1) for k in range(c, d)]
    if c == d:
        return [(k, k + 1, c, c) for k in range(a, b)]
    return [(a, b, c, d)]


def _grown(beads: list[Step], scores: MarginScores, skip: float) -> list[Step]:
    """The beads, those next to a segment left alone grown by it where that is worth more."""
    for alone in [bead for bead in beads if bead[0] == bead[1] or bead[2] == bead[3]]:
        side = 0 if alone[1] > alone[0] else 2
        for old in beads:
            if old[0] == old[1] or old[2] == old[3] or not {alone[side], alone[side + 1]} & {old[side], old[side + 1]}:
                continue
            wider = list(old)
            wider[side : side + 2] = [min(old[side], alone[side]), max(old[side + 1], alone[side + 1])]
            grown = (wider[0], wider[1], wider[2], wider[3])
            if scores.fits(grown) and scores.of(grown) > scores.of(old) + skip:
                beads = [bead for bead in beads if bead not in (alone, old)] + [grown]
                break
    return beads
