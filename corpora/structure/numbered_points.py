"""Lists below an act whose points have numbers as the acts have: "11. Approves the following agenda: 1. Opening … 2. …" before "12."."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.readers.base import Block
from corpora.structure.block_facts import DocumentFacts
from corpora.text.punctuation import COLONS


def numbered_points(
    blocks: Sequence[Block], start: int, end: int, numbers: Sequence[int | None], facts: DocumentFacts
) -> frozenset[int]:
    """The places between ``start`` and ``end`` of numbered blocks that are points of a list below a numbered act.

    The act ends with a colon, the block behind it counts from 1 and does no act of the organ itself, and the count goes on to where
    the acts go on with the number that follows theirs, or to the end. Where both counts go on with the same number, it is the act
    that opens with its verb, unless the block behind it has that number as well.
    """
    points: set[int] = set()
    act: int | None = None
    i = start
    while i < end:
        opens = act is not None and numbers[i] == 1 and blocks[i - 1].ending in COLONS and not _acts(blocks[i], facts)
        if opens and act is not None and (run := _run(blocks, i, end, numbers, act, facts)):
            points.update(run)
            i = max(run) + 1
            continue
        if numbers[i] is not None:
            act = numbers[i]
        i += 1
    return frozenset(points)


def _run(
    blocks: Sequence[Block], first: int, end: int, numbers: Sequence[int | None], act: int, facts: DocumentFacts
) -> list[int]:
    """The places of the points that count from 1 at ``first`` below the act with that number; empty where they are no list."""
    run: list[int] = []
    for i in range(first, end):
        number = numbers[i]
        if number is None:
            continue
        following = next((n for n in numbers[i + 1 : end] if n is not None), None)
        is_act = number == act + 1 and following != number and _acts(blocks[i], facts)
        goes_on = number == len(run) + 1 and not is_act
        if goes_on:
            run.append(i)
        elif number == act + 1:
            return run
        else:
            return []
    return run if len(run) > 1 else []


def _acts(block: Block, facts: DocumentFacts) -> bool:
    """Whether a numbered block opens with a verb of the organ."""
    own = facts.of(block)
    if block.number is None and own.number is not None:
        own = facts.of_text(block.text[own.number.end :])
    return own.opens_with_verb
