"""Which cuts between clauses of two texts correspond, by links of their words: those that the fewest links cross.

`align.clauses` aligns clauses by what they mean, which takes an encoding of each run of clauses; where only lines are to be drawn through
versions that correspond anyway, the links of words, which the checks need as well, say it in a thousandth of the time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

Link = tuple[int, int]
"""Where a word begins in one text, and where the word that renders it begins in the other."""


def corresponding_cuts(links: Sequence[Link], mine: Sequence[int], theirs: Sequence[int]) -> Mapping[int, int]:
    """For cuts of one text (places of characters, in order) the cut of the other that corresponds, for those that have one.

    Two cuts correspond where of all cuts of either text the other is crossed by the fewest links with it: links that lead from
    before the one to behind the other, or back. Cuts that would cross each other are left out.
    """
    if not links or not mine or not theirs:
        return {}
    ends = np.array(links)
    before_mine = ends[:, 0][None, :] < np.array(mine)[:, None]
    before_theirs = ends[:, 1][None, :] < np.array(theirs)[:, None]
    crossing = (before_mine[:, None, :] != before_theirs[None, :, :]).sum(axis=2)
    best, back = crossing.argmin(axis=1), crossing.argmin(axis=0)
    found: dict[int, int] = {}
    last = 0
    for i, j in enumerate(best.tolist()):
        if back[j] == i and theirs[j] > last:
            found[mine[i]] = last = theirs[j]
    return found


def proportional_cuts(mine: Sequence[int], theirs: Sequence[int], lengths: tuple[int, int]) -> Mapping[int, int]:
    """The same where no words are known to be linked: the cuts that lie at the same share of the texts' ``lengths``, one each."""
    scale = lengths[1] / max(1, lengths[0])
    found: dict[int, int] = {}
    last = 0
    for cut in mine:
        nearest = min(theirs, key=lambda other: abs(other - cut * scale), default=0)
        if nearest > last:
            found[cut] = last = nearest
    return found
