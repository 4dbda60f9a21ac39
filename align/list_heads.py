"""The head of a list goes with its points: "Encourage :" and "Prie instamment :" share no word, their lists say they are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpora.model import Paragraph

_MOST = 0.5
"""Share of a head's points that must stand below the other head."""


def paired_by_lists(
    source: Sequence[Paragraph],
    target: Sequence[Paragraph],
    pairs: Sequence[tuple[int, int]],
    held: tuple[set[int], set[int]],
) -> list[tuple[int, int]]:
    """Pairs of places of heads that are in no pair, and not ``held``, more than half of whose points are paired with each other."""
    taken = {i for i, _ in pairs} | held[0], {j for _, j in pairs} | held[1]
    heads = _heads(source), _heads(target)
    points = Counter(head for head in heads[0] if head is not None)
    below = Counter((heads[0][i], heads[1][j]) for i, j in pairs)
    found: list[tuple[int, int]] = []
    for (i, j), shared in below.most_common():
        if i is None or j is None or i in taken[0] or j in taken[1]:
            continue
        if source[i].kind is target[j].kind and shared > _MOST * points[i]:
            found.append((i, j))
            taken[0].add(i)
            taken[1].add(j)
    return found


def _heads(paragraphs: Sequence[Paragraph]) -> list[int | None]:
    """For each paragraph the place of the one that its list stands under, None for one that stands in no list."""
    places = {p.id: k for k, p in enumerate(paragraphs)}
    return [places.get(p.parent) if p.parent is not None else None for p in paragraphs]
