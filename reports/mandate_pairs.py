"""Pairing the mandates of two related resolutions, inside the beads of their paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from align.model import Alignment, Bead
from corpora.mandates import Mandate

_SAME_ACT = 35.0
"""Likeness (0 to 100) under which two clauses of one bead are not the same mandate."""


@dataclass(frozen=True)
class MandateChange:
    """A mandate before and after; one of them is None where it is new or retired.

    ``relation`` is that of the paragraphs' bead; ``moved`` says that the paragraph changed its place.
    """

    before: Mandate | None
    after: Mandate | None
    relation: str
    moved: bool


def pair_mandates(
    alignment: Alignment, before: Sequence[Mandate], after: Sequence[Mandate]
) -> tuple[MandateChange, ...]:
    """Each mandate once: paired where bead and wording say so, else new or retired."""
    changes: list[MandateChange] = []
    for bead in alignment.beads:
        old = [m for m in before if m.paragraph in bead.source]
        new = [m for m in after if m.paragraph in bead.target]
        changes.extend(_pair(bead, old, new))
    return tuple(changes)


def _pair(bead: Bead, old: list[Mandate], new: list[Mandate]) -> list[MandateChange]:
    changes = []
    ranked = sorted(
        ((_likeness(a, b), i, j) for i, a in enumerate(old) for j, b in enumerate(new)),
        key=lambda t: (-t[0], t[1], t[2]),
    )
    left, right = set(range(len(old))), set(range(len(new)))
    only = len(old) == 1 and len(new) == 1
    for score, i, j in ranked:
        if i in left and j in right and (score >= _SAME_ACT or only):
            left.discard(i)
            right.discard(j)
            changes.append((i, MandateChange(old[i], new[j], str(bead.relation), bead.moved)))
    changes += [(i, MandateChange(old[i], None, str(bead.relation), bead.moved)) for i in left]
    changes += [(len(old) + j, MandateChange(None, new[j], str(bead.relation), bead.moved)) for j in right]
    return [change for _, change in sorted(changes, key=lambda pair: pair[0])]


def _likeness(a: Mandate, b: Mandate) -> float:
    same_kind = 10.0 if a.kind == b.kind else 0.0
    return fuzz.token_sort_ratio(a.text, b.text) * 0.9 + same_kind
