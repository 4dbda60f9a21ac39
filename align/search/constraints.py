"""Pins: beads that a reviser has corrected. They are hard constraints; only what lies between them is aligned anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from align.model import Bead, Relation
from align.search.monotone_chain import Interval, longest_rising
from corpora.model import Paragraph

Aligner = Callable[[Sequence[Paragraph], Sequence[Paragraph]], list[Bead]]


@dataclass(frozen=True, slots=True)
class Pin:
    """Paragraph ids that correspond by a reviser's word; one side may be empty (left out, or added)."""

    source: tuple[str, ...]
    target: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.source and not self.target:
            raise ValueError("a pin holds a paragraph at least")

    @property
    def relation(self) -> Relation:
        """What the pin says of its two sides, as a bead of language versions does."""
        if self.source and self.target:
            return Relation.ALIGNED
        return Relation.DROPPED if self.source else Relation.NEW


def usable(pins: Sequence[Pin], source: Sequence[Paragraph], target: Sequence[Paragraph]) -> list[Pin]:
    """The pins whose paragraphs all stand here; of two that hold the same paragraph the later one counts."""
    here = {p.id for p in source}, {p.id for p in target}
    taken: tuple[set[str], set[str]] = (set(), set())
    out: list[Pin] = []
    for pin in reversed(pins):
        if not (set(pin.source) <= here[0] and set(pin.target) <= here[1]):
            continue
        if set(pin.source) & taken[0] or set(pin.target) & taken[1]:
            continue
        taken[0].update(pin.source)
        taken[1].update(pin.target)
        out.append(pin)
    return out[::-1]


def align_between(
    source: Sequence[Paragraph], target: Sequence[Paragraph], pins: Sequence[Pin], align: Aligner
) -> list[Bead]:
    """Beads of two lists of paragraphs: the pins as they are, ``align`` for what lies between two of them.

    Pins that cross others, or that leave out a paragraph between their own, part nothing; their paragraphs are taken out
    all the same.
    """
    held = usable(pins, source, target)
    if not held:
        return align(source, target)
    first = {p.id: i for i, p in enumerate(source)}
    second = {p.id: i for i, p in enumerate(target)}
    pinned = {i for pin in held for i in pin.source}, {i for pin in held for i in pin.target}
    beads = [Bead(p.source, p.target, 1.0, p.relation, confidence=1.0, pinned=True) for p in held]
    i = j = 0
    for i_end, j_end, i_next, j_next in _walls(held, first, second, len(source), len(target)):
        gap = (
            [p for p in source[i:i_end] if p.id not in pinned[0]],
            [p for p in target[j:j_end] if p.id not in pinned[1]],
        )
        if gap[0] or gap[1]:
            beads += align(*gap)
        i, j = i_next, j_next
    return in_reading_order(beads, first, second)


def _walls(pins: Sequence[Pin], first: dict[str, int], second: dict[str, int], n: int, m: int) -> Iterator[Interval]:
    """Where each pin that parts both texts begins and ends, then the ends of the texts."""
    spans = sorted(
        (
            min(first[k] for k in pin.source),
            min(second[k] for k in pin.target),
            max(first[k] for k in pin.source) + 1,
            max(second[k] for k in pin.target) + 1,
        )
        for pin in pins
        if _unbroken(pin.source, first) and _unbroken(pin.target, second)
    )
    yield from longest_rising(spans)
    yield n, m, n, m


def _unbroken(ids: Sequence[str], places: dict[str, int]) -> bool:
    found = sorted(places[k] for k in ids)
    return bool(found) and found[-1] - found[0] == len(found) - 1


def in_reading_order(beads: Sequence[Bead], first: dict[str, int], second: dict[str, int]) -> list[Bead]:
    """Beads in the order of the source; additions after the bead that holds the paragraph before them."""
    both = sorted((b for b in beads if b.source), key=lambda b: min(first[k] for k in b.source))
    added = sorted((b for b in beads if not b.source), key=lambda b: min(second[k] for k in b.target))
    out = list(both)
    for bead in added:
        place = min(second[k] for k in bead.target) - 1
        index = next((k + 1 for k in range(len(out) - 1, -1, -1) if _holds(out[k], place, second)), 0)
        out.insert(index, bead)
    return out


def _holds(bead: Bead, place: int, second: dict[str, int]) -> bool:
    return any(second[k] == place for k in bead.target)
