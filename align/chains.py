"""Chains of places that rise on both sides: what parts two texts, and what in them has moved."""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[int, int, int, int]


def longest_rising(spans: Sequence[Span]) -> list[Span]:
    """The longest chain of (start, start, end, end) in which each begins on both sides where the one before has ended.

    ``spans`` come sorted; of two chains as long as each other the one found first counts.
    """
    chains: list[list[Span]] = []
    for span in spans:
        before: list[Span] = []
        for chain in chains:
            last = chain[-1]
            if last[2] <= span[0] and last[3] <= span[1] and len(chain) > len(before):
                before = chain
        chains.append([*before, span])
    return max(chains, key=len, default=[])
