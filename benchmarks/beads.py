"""Beads of lines, their files, and the published scores.

Strict and lax precision, recall and F1 as score.py of Vecalign has them (Sennrich and Volk 2010; Thompson and Koehn 2019): a bead
counts strictly where it is equal to a gold bead, laxly where it shares a pair of segments with one. Precision is of every bead
that was found, segments left alone too; recall is of the gold beads with segments on both sides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from align.search.dynamic_programming import Step

Bead = tuple[tuple[int, ...], tuple[int, ...]]


def read_gold(path: Path) -> list[Bead]:
    """Beads of a file of ``[0]:[0, 1]`` lines."""
    beads = []
    for line in path.read_text(encoding="utf-8").splitlines():
        left, _, right = line.partition(":")
        beads.append((tuple(map(int, re.findall(r"\d+", left))), tuple(map(int, re.findall(r"\d+", right)))))
    return beads


def as_beads(steps: Iterable[Step]) -> list[Bead]:
    """Steps of the search as beads."""
    return [(tuple(range(a, b)), tuple(range(c, d))) for a, b, c, d in steps]


@dataclass
class Counts:
    """Strict and lax hits, and how many beads there were, summed over texts: of those found and of those wanted."""

    found: list[int] = field(default_factory=lambda: [0, 0, 0])
    wanted: list[int] = field(default_factory=lambda: [0, 0, 0])

    def add(self, found: Sequence[Bead], gold: Sequence[Bead]) -> None:
        """Count one text."""
        for sums, beads, others in (
            (self.found, found, gold),
            (self.wanted, [b for b in gold if b[0] and b[1]], [b for b in found if b[0] and b[1]]),
        ):
            strict, lax, all_of_them = _hits(beads, others)
            sums[0] += strict
            sums[1] += lax
            sums[2] += all_of_them

    def f1(self) -> tuple[float, float]:
        """Strict and lax F1."""
        precision = [hits / max(1, self.found[2]) for hits in self.found[:2]]
        recall = [hits / max(1, self.wanted[2]) for hits in self.wanted[:2]]
        strict, lax = (2 * p * r / (p + r) if p + r else 0.0 for p, r in zip(precision, recall, strict=True))
        return strict, lax


def _hits(beads: Sequence[Bead], others: Sequence[Bead]) -> tuple[int, int, int]:
    equal = set(others)
    targets: dict[int, set[int]] = defaultdict(set)
    for xs, ys in others:
        for x in xs:
            targets[x] |= set(ys)
    distinct = {bead for bead in beads if bead[0] or bead[1]}
    strict = {bead for bead in distinct if bead in equal}
    lax = {bead for bead in distinct - strict if any(targets[x] & set(bead[1]) for x in bead[0] if x in targets)}
    return len(strict), len(strict) + len(lax), len(distinct)
