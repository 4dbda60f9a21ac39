"""Items of one list in another order: languages sort acronyms and names each by its own alphabet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.encoders.span_vectors import Floats
from align.search.assignment import best_assignment
from corpora.model import Kind, Paragraph, Part
from corpora.values import AnchorKind

Step = tuple[int, int, int, int]
Vectors = tuple[Floats, Floats]
"""Unit vectors of the paragraphs of either side: (paragraphs, dimension) each."""

_ALIKE = 0.45
"""Cosine from which two items may say the same; items of one list are on one subject, and lie nearer than other paragraphs."""
_GAIN = 0.25
"""What another order must bring, as a sum of cosines over ``_ALIKE``: a half of what one item brings that had no counterpart."""
_LARGEST = 200
"""Items of a list that are looked at: an assignment takes the cube of their number."""


def with_lists_reordered(
    steps: Sequence[Step], source: Sequence[Paragraph], target: Sequence[Paragraph], vectors: Vectors
) -> tuple[list[Step], set[Step]]:
    """The steps of an alignment that goes forward, and those of them that cross others.

    Items of two lists whose heads are aligned are paired by what they say where that fits better by ``_GAIN`` than their order
    does. Lists in which an item is divided stay as they are.
    """
    lists = _lists(source), _lists(target)
    if not all(lists):
        return list(steps), set()
    heads = {p.id: k for k, p in enumerate(source)}, {p.id: k for k, p in enumerate(target)}
    aligned = {(a, c) for a, b, c, d in steps if b > a and d > c}
    out = list(steps)
    moved: set[Step] = set()
    for head, items in lists[0].items():
        for other, others in lists[1].items():
            if (heads[0].get(head), heads[1].get(other)) in aligned:
                worth = _worth([source[i] for i in items], [target[j] for j in others], items, others, vectors)
                found = _reordered(out, items, others, worth)
                if found is not None:
                    old, new, crossing = found
                    out = _in_order([s for s in out if s not in old] + new)
                    moved |= crossing
    return out, moved


def _lists(paragraphs: Sequence[Paragraph]) -> dict[str, list[int]]:
    """The places of the items of each list of two and more, lines without a mark too, by the id of the paragraph that they stand below."""
    found: dict[str, list[int]] = {}
    for place, paragraph in enumerate(paragraphs):
        # Lines of an annex may be those of a table, whose cells say the same over and over.
        line = paragraph.kind is Kind.CONTINUATION and paragraph.part is not Part.ANNEX
        if (paragraph.kind is Kind.ITEM or line) and paragraph.parent is not None:
            found.setdefault(paragraph.parent, []).append(place)
    return {head: places for head, places in found.items() if 1 < len(places) <= _LARGEST}


def _worth(
    source: Sequence[Paragraph],
    target: Sequence[Paragraph],
    items: Sequence[int],
    others: Sequence[int],
    vectors: Vectors,
) -> Floats:
    """How well each item of one list goes with each of the other, (items, others): by what they say, and by the names that they say.

    Of a bare acronym the vectors know little; that two items name the same bodies, or other ones, is known.
    """
    worth = np.maximum(0.0, vectors[0][items] @ vectors[1][others].T - _ALIKE)
    named = [
        [frozenset(a.form for a in p.anchors if a.kind is AnchorKind.NAME) for p in side] for side in (source, target)
    ]
    for row, here in enumerate(named[0]):
        for column, there in enumerate(named[1]):
            if here and there and (here == there or here.isdisjoint(there)):
                worth[row, column] = (1.0 - _ALIKE) * (here == there)
    return np.asarray(worth, dtype=np.float32)


def _reordered(
    steps: Sequence[Step], items: Sequence[int], others: Sequence[int], worth: Floats
) -> tuple[set[Step], list[Step], set[Step]] | None:
    """The steps of two lists, what stands for them, and which of these cross others; None where the order fits as well."""
    mine, theirs = set(items), set(others)
    old = {s for s in steps if mine & {*range(s[0], s[1])} or theirs & {*range(s[2], s[3])}}
    if any(b - a > 1 or d - c > 1 for a, b, c, d in old):
        return None
    pairs = {(a, c) for a, b, c, d in old if b > a and d > c}
    if any(a not in mine or c not in theirs for a, c in pairs):
        return None
    best = [(items[row], others[column]) for row, column in best_assignment(worth)]
    if not _crosses(best):
        return None
    at = {i: k for k, i in enumerate(items)}, {j: k for k, j in enumerate(others)}
    gain = sum(worth[at[0][i], at[1][j]] for i, j in best) - sum(worth[at[0][i], at[1][j]] for i, j in pairs)
    if gain < _GAIN:
        return None
    kept = {(i, j) for i, j in best if not any((i < a) != (j < c) for a, c in best if (a, c) != (i, j))}
    new = [(i, i + 1, j, j + 1) for i, j in best]
    new += [(i, i + 1, others[0], others[0]) for i in items if i not in {a for a, _ in best}]
    new += [(items[-1] + 1, items[-1] + 1, j, j + 1) for j in others if j not in {c for _, c in best}]
    return old, new, {(i, i + 1, j, j + 1) for i, j in best if (i, j) not in kept}


def _crosses(pairs: Sequence[tuple[int, int]]) -> bool:
    targets = [j for _, j in sorted(pairs)]
    return targets != sorted(targets)


def _in_order(steps: Sequence[Step]) -> list[Step]:
    """In the order of the source; what stands in the target alone behind the last step of the source before it."""
    return sorted(steps, key=lambda s: (s[0], s[1] == s[0], s[2]))
