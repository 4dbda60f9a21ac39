"""Chains of places that rise on both sides: what parts two texts, and what in them has moved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from heapq import heappop, heappush

Interval = tuple[int, int, int, int]


def longest_rising(spans: Sequence[Interval]) -> list[Interval]:
    """The longest chain of (start, start, end, end) in which each begins on both sides where the one before has ended.

    ``spans`` come sorted; of two chains as long as each other the one found first counts. In n log n.
    """
    ends = sorted({span[3] for span in spans})
    # The longest chain, and of those the one found first, that ends at or before each place of the second side.
    best = [(0, 0)] * (len(ends) + 1)
    before: list[int] = []
    ended: list[tuple[int, int, int]] = []
    top = (0, 0)
    for number, (start, other, end, _) in enumerate(spans):
        while ended and ended[0][0] <= start:
            _, done, length = heappop(ended)
            place = bisect_left(ends, spans[done][3]) + 1
            while place <= len(ends):
                best[place] = max(best[place], (length, -done))
                place += place & -place
        place, longest = bisect_right(ends, other), (0, 0)
        while place:
            longest = max(longest, best[place])
            place -= place & -place
        before.append(-longest[1] if longest[0] else -1)
        heappush(ended, (end, number, longest[0] + 1))
        top = max(top, (longest[0] + 1, -number))
    chain, number = [], -top[1] if spans else -1
    while number >= 0:
        chain.append(spans[number])
        number = before[number]
    return chain[::-1]


def heaviest_monotone_pairs(fits: Sequence[Sequence[bool]]) -> list[tuple[int, int]]:
    """The most pairs that fit and do not cross (the longest common subsequence); ``fits`` is (n, m), the result in order."""
    n, m = len(fits), len(fits[0]) if fits else 0
    best = [[0] * (m + 1) for _ in range(n + 1)]
    for i in reversed(range(n)):
        for j in reversed(range(m)):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + 1 if fits[i][j] else 0)
    pairs = []
    i = j = 0
    while i < n and j < m:
        if fits[i][j] and best[i][j] == best[i + 1][j + 1] + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def heaviest_rising(hits: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The chain of (row, column, weight) that rises in both and weighs most in all, without its weights.

    ``hits`` come sorted by row, with weights above 0. In n log n: of the chains that end at or before a column only the
    heaviest is kept, so that their ends and weights rise together.
    """
    ends: list[int] = []
    weights: list[float] = []
    last: list[int] = []
    before: list[int] = []
    begin = 0
    while begin < len(hits):
        row = hits[begin][0]
        stop = begin
        found: list[tuple[int, float, int]] = []
        while stop < len(hits) and hits[stop][0] == row:
            # Of one row one hit at most: all look for what came before the row.
            _, column, weight = hits[stop]
            place = bisect_left(ends, column) - 1
            before.append(last[place] if place >= 0 else -1)
            found.append((column, weight + (weights[place] if place >= 0 else 0.0), stop))
            stop += 1
        for column, weight, hit in found:
            place = bisect_left(ends, column)
            kept = place < len(ends) and ends[place] == column
            if (place and weights[place - 1] >= weight) or (kept and weights[place] >= weight):
                continue
            until = place
            while until < len(ends) and weights[until] <= weight:
                until += 1
            ends[place:until], weights[place:until], last[place:until] = [column], [weight], [hit]
        begin = stop
    chain = []
    hit = last[-1] if last else -1
    while hit >= 0:
        chain.append(hits[hit][:2])
        hit = before[hit]
    return chain[::-1]
