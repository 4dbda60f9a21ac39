"""Pairing the mandates of two related resolutions, inside the beads of their paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from align.model import Alignment, Bead
from corpora.mandates.extraction import Mandate

_SAME_ACT = 35.0
"""Likeness (0 to 100) under which two clauses of one bead are not the same mandate."""
_SAME_WORDS = 75.0
"""Likeness of words (0 to 100) from which acts of two paragraphs are one act that moved."""
MOVED_ACT = "moved"
_REPLACED = 45.0
"""Likeness of words (0 to 100) from which a new mandate to the same addressee takes the place of one that is gone."""


@dataclass(frozen=True)
class MandateChange:
    """A mandate before and after; one of them is None where it is new or retired.

    ``relation`` is that of the paragraphs' bead, or "replaced"; ``moved`` says that the paragraph changed its place.
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
    return tuple(_replaced(_moved(changes)))


def _moved(changes: Sequence[MandateChange]) -> list[MandateChange]:
    """The changes, with an act that is gone here and one that came elsewhere joined where they are nearly the same words.

    Acts that stand in other paragraphs of the two texts are in no bead together: an act that was taken out of a compound paragraph.
    """
    gone = [c for c in changes if c.before and not c.after]
    come = [c for c in changes if c.after and not c.before]
    ranked = sorted(
        (-fuzz.token_sort_ratio(old.before.text, new.after.text), i, k)
        for i, old in enumerate(gone)
        for k, new in enumerate(come)
        if old.before and new.after and old.before.kind == new.after.kind
    )
    partner: dict[int, int] = {}
    for likeness, i, k in ranked:
        if -likeness >= _SAME_WORDS and i not in partner and k not in partner.values():
            partner[i] = k
    joined = {id(gone[i]): come[k] for i, k in partner.items()}
    taken = {id(come[k]) for k in partner.values()}
    return [
        MandateChange(change.before, joined[id(change)].after, MOVED_ACT, moved=True)
        if id(change) in joined
        else change
        for change in changes
        if id(change) not in taken
    ]


def _replaced(changes: Sequence[MandateChange]) -> list[MandateChange]:
    """The changes, with a mandate that is gone and one that is new joined where the later takes the earlier's place.

    They must speak to the same addressee by an act of the same kind, and be more alike than any other such two. Points of a
    list all speak to one addressee: none takes another's place.
    """
    gone = [c for c in changes if c.before and not c.after and _addressed(c.before) and c.relation == "dropped"]
    come = [c for c in changes if c.after and not c.before and _addressed(c.after) and c.relation == "new"]
    ranked = sorted(
        (
            (-fuzz.token_set_ratio(old.before.text, new.after.text), i, k)
            for i, old in enumerate(gone)
            for k, new in enumerate(come)
            if old.before and new.after and _same_duty(old.before, new.after)
        ),
    )
    partner: dict[int, int] = {}
    for likeness, i, k in ranked:
        if -likeness >= _REPLACED and i not in partner and k not in partner.values():
            partner[i] = k
    joined = {id(gone[i]): come[k] for i, k in partner.items()}
    taken = {id(come[k]) for k in partner.values()}
    out = []
    for change in changes:
        if id(change) in joined:
            out.append(MandateChange(change.before, joined[id(change)].after, "replaced", moved=False))
        elif id(change) not in taken:
            out.append(change)
    return out


def _addressed(mandate: Mandate) -> bool:
    return mandate.addressee is not None and mandate.under is None


def _same_duty(old: Mandate, new: Mandate) -> bool:
    return (
        old.kind == new.kind
        and old.addressee is not None
        and new.addressee is not None
        and old.addressee.value == new.addressee.value
    )


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
