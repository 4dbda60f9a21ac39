"""Sentence alignment on gold, beside public aligners with the same vectors, from one run.

    python -m benchmarks.alignment ../shared/gold/text-berg-dev ../shared/gold/transread-dev [--record ../shared/record]

Strict and lax F1 by the published definition (``benchmarks.beads``), CPU seconds of the search alone; the encoding, which is the
same for all, has a line of its own. ``as shipped`` is the command, which asks the lexicon where it knows the words of both sides
(the Organization's texts), ``fitted`` the search by margin with the weights in use, ``left out`` the same with weights learned
without the corpus and all that is made of it (``benchmarks.fit_margin``).

"Bertalign" is the search of Liu and Zhu (2023) as published: the kernels of its PyPI package where that and numba are installed
(``pip install --no-deps --ignore-requires-python bertalign numba llvmlite``; it asks for a newer Python, its kernels do not), else
our own writing of it, which has no CPU seconds worth stating. "Vecalign" is our own writing of the cost of Thompson and Koehn
(2019): (1 - cosine) * n * m over its mean against random partners, no other term. Gale-Church sees lengths only.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import sys
import time
import types
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from align.encoders.span_vectors import Spans
from align.encoders.universal import UniversalEncoder
from align.lines import align_by_margin, align_lines
from align.search.band import anchors, around, whole
from align.search.dynamic_programming import Step, best_chain
from align.search.margin import MarginScores, MarginWeights
from align.search.margin_search import Skip, best_beads
from benchmarks.beads import Counts, as_beads
from benchmarks.fit_margin import LEFT_OUT, OUT
from benchmarks.line_corpora import LineText, declaration_texts, folder_texts, record_texts
from benchmarks.resolutions import read_folder

Sides = tuple[Spans, Spans]
Search = Callable[[LineText, Sides], list[Step]]

BERTALIGN = MarginWeights(
    neighbours=1.0, idle=0.0, gain=0.0, wide=0.0, square=0.0, growth=0.0, smooth=0.0, skip_base=-0.1, skip_slope=0.0,
    run=1.0,
)  # fmt: skip
BERTALIGN_WIDEST, BERTALIGN_REACH = 5, 5


def bertalign_search(text: LineText, sides: Sides) -> list[Step]:
    """Bertalign's search in our writing: the margin of all neighbours, a fixed price of a segment left alone."""
    n, m = len(text.source), len(text.target)
    lengths = [np.array([len(t.encode()) for t in side], dtype=np.float32) for side in (text.source, text.target)]
    scores = MarginScores(*sides, (lengths[0], lengths[1]), BERTALIGN, widest=BERTALIGN_WIDEST)
    pairs = anchors(sides[0].vectors(1), sides[1].vectors(1))
    band = around(pairs, n, m, BERTALIGN_REACH) if pairs else whole(n, m)
    return best_beads(scores, band, Skip(BERTALIGN.skip_base, BERTALIGN.skip_base))


def bertalign_kernels() -> Any | None:
    """The module of Bertalign's own kernels, None where it is not installed.

    Only its look-up of the likest partners uses torch; that part is done here, so that an empty module stands for torch.
    """
    package = importlib.util.find_spec("bertalign")
    if package is None or not package.submodule_search_locations or importlib.util.find_spec("numba") is None:
        return None
    spec = importlib.util.spec_from_file_location(
        "bertalign_kernels", f"{package.submodule_search_locations[0]}/corelib.py"
    )
    if spec is None or spec.loader is None:
        return None
    kernels = importlib.util.module_from_spec(spec)
    absent = "torch" not in sys.modules
    if absent:
        sys.modules["torch"] = types.ModuleType("torch")
    sys.modules[spec.name] = kernels  # Where numba looks for what it has compiled before.
    spec.loader.exec_module(kernels)
    if absent:
        del sys.modules["torch"]
    return kernels


def bertalign_itself(kernels: Any) -> Search:
    """Bertalign's two passes, by its kernels, with its default settings."""
    wide = BERTALIGN_WIDEST - 1

    def tables(lines: list[str], spans: Spans) -> tuple[Any, Any]:
        vectors = np.zeros((wide, len(lines), spans.vectors(1).shape[1]), dtype=np.float32)
        lengths = np.zeros((wide, len(lines)), dtype=np.int64)
        sizes = np.concatenate([[0], np.cumsum([len(line.encode()) for line in lines])])
        for width in range(1, min(wide, len(lines)) + 1):
            vectors[width - 1, width - 1 :] = spans.vectors(width)
            lengths[width - 1, width - 1 :] = sizes[width:] - sizes[:-width]
        return vectors, lengths

    def search(text: LineText, sides: Sides) -> list[Step]:
        (x, of_x), (y, of_y) = tables(text.source, sides[0]), tables(text.target, sides[1])
        n, m = len(text.source), len(text.target)
        likeness = x[0] @ y[0].T
        likest = np.argsort(-likeness, axis=1)[:, :3]
        first, path = kernels.find_first_search_path(n, m)
        types_of_first = kernels.get_alignment_types(2)
        pointers = kernels.first_pass_align(
            n, m, first, path, types_of_first, np.take_along_axis(likeness, likest, axis=1), likest.astype(np.int64)
        )
        pairs = kernels.first_back_track(n, m, pointers, path, types_of_first)
        all_types = kernels.get_alignment_types(BERTALIGN_WIDEST)
        width, path = kernels.find_second_search_path(pairs, BERTALIGN_REACH, n, m)
        ratio = float(of_x[0].sum() / of_y[0].sum())
        settings = (width, path, all_types, ratio, BERTALIGN.skip_base)
        pointers = kernels.second_pass_align(x, y, of_x, of_y, *settings, margin=True, len_penalty=True)
        found = kernels.second_back_track(n, m, pointers, path, all_types)
        return list(_as_steps(found))

    return search


def _as_steps(beads: Sequence[tuple[list[int], list[int]]]) -> Iterator[Step]:
    i = j = 0
    for xs, ys in beads:
        yield i, i + len(xs), j, j + len(ys)
        i, j = i + len(xs), j + len(ys)


def vecalign_search(text: LineText, sides: Sides) -> list[Step]:
    """Vecalign's cost, over vectors of spans as all here have them."""
    n, m = len(text.source), len(text.target)
    x = {k: sides[0].vectors(k) for k in range(1, min(6, n + 1))}
    y = {k: sides[1].vectors(k) for k in range(1, min(6, m + 1))}
    random = np.random.default_rng(0)
    shapes = [(a, b) for a in x for b in y if a + b <= 6]
    costs = {}
    for a, b in shapes:
        sx = 1 - x[a] @ y[b][random.choice(len(y[b]), 20)].T
        sy = 1 - y[b] @ x[a][random.choice(len(x[a]), 20)].T
        costs[a, b] = 2 * (1 - x[a] @ y[b].T) * a * b / (sx.mean(1)[:, None] + sy.mean(1)[None, :])
    # The price of a skip is the 20 % quantile of random one-to-one costs, Vecalign's default.
    some = costs[1, 1][random.integers(0, n, 20000), random.integers(0, m, 20000)]
    skip = np.float32(np.quantile(some, 0.2))
    alone = np.full(n, skip), np.full(m, skip)
    return best_chain(n, m, shapes, lambda a, b, i, j0, j1: costs[a, b][i, j0 : j1 + 1], *alone)


def gale_church(text: LineText, sides: Sides) -> list[Step]:
    """Length only: Gale and Church (1993), priors and variance as published."""
    priors = {(1, 1): 0.89, (1, 2): 0.089, (2, 1): 0.089, (2, 2): 0.011}
    a_sum = np.concatenate([[0], np.cumsum([len(s) for s in text.source])])
    b_sum = np.concatenate([[0], np.cumsum([len(t) for t in text.target])])
    ratio = b_sum[-1] / a_sum[-1]

    def price(a: int, b: int, i: int, j0: int, j1: int) -> np.ndarray:
        left = a_sum[i + a] - a_sum[i]
        right = b_sum[j0 + b : j1 + b + 1] - b_sum[j0 : j1 + 1]
        mean = (left + right / ratio) / 2
        delta = (right - left * ratio) / np.sqrt(np.maximum(mean, 1) * 6.8)
        tail = np.array([max(math.erfc(abs(d) / math.sqrt(2)), 1e-300) for d in delta])
        return np.asarray(-100 * (np.log(tail) + math.log(priors[a, b])), dtype=np.float32)

    skip = np.float32(-100 * math.log(0.0099) + 400)
    n, m = len(text.source), len(text.target)
    return best_chain(n, m, list(priors), price, np.full(n, skip), np.full(m, skip))


def ours(weights: MarginWeights) -> Search:
    """Our search with some weights."""
    return lambda text, sides: align_by_margin(text.source, text.target, sides, weights)


class _Given:
    """Stands for an encoder where the vectors are known: gives the source's, then the target's."""

    signature = "given"

    def __init__(self, sides: Sides) -> None:
        self._sides = list(sides)

    def encode(self, segments: Sequence[str]) -> Spans:
        """The vectors of the next side."""
        return self._sides.pop(0)


def shipped(text: LineText, sides: Sides) -> list[Step]:
    """As ``hexapla align --lines`` does: by the lexicon where it knows the words of both sides."""
    return align_lines(text.source, text.target, _Given(sides))


def searches(corpus: str, weights: dict[str, MarginWeights]) -> dict[str, Search]:
    """What is compared on a corpus, by name."""
    without = next((name for name, leave in LEFT_OUT.items() if corpus in leave), None)
    found = {"hexapla, as shipped": shipped, "hexapla, fitted": ours(weights["none"])}
    if without:
        found["hexapla, left out"] = ours(weights[without])
    kernels = bertalign_kernels()
    found["Bertalign" if kernels else "Bertalign, our writing"] = (
        bertalign_itself(kernels) if kernels else bertalign_search
    )
    return found | {"Vecalign, our writing": vecalign_search, "Gale-Church": gale_church}


def main(texts: Sequence[LineText]) -> None:
    """A line a corpus and search."""
    weights = {name: MarginWeights(**w) for name, w in json.loads(OUT.read_text(encoding="utf-8")).items()}
    encoder = UniversalEncoder()
    encoder.encode(["warm up"])
    for corpus in dict.fromkeys(text.corpus for text in texts):
        here = [text for text in texts if text.corpus == corpus]
        begin = time.process_time()
        sides = [(encoder.encode(text.source), encoder.encode(text.target)) for text in here]
        for side in (side for pair in sides for side in pair):
            for width in range(1, min(8, len(side) + 1)):
                side.vectors(width)
        seconds = time.process_time() - begin
        lines = sum(len(text.source) + len(text.target) for text in here)
        print(f"{corpus}: {len(here)} texts, {lines} lines, encoding {seconds:.1f} s CPU")
        for name, search in searches(corpus, weights).items():
            search(here[0], sides[0])  # Compiles what has to be compiled.
            counts = Counts()
            begin = time.process_time()
            found = [search(text, pair) for text, pair in zip(here, sides, strict=True)]
            seconds = time.process_time() - begin
            for text, steps in zip(here, found, strict=True):
                counts.add(as_beads(steps), text.gold)
            strict, lax = counts.f1()
            print(f"  {name:24} strict F1 {strict:.4f}  lax F1 {lax:.4f}  search {seconds:.2f} s CPU")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--record", type=Path)
    asked = parser.parse_args()
    wanted = [text for folder in asked.folders for text in folder_texts(folder)]
    if asked.record:
        wanted += declaration_texts(*read_folder(asked.record / "udhr"), range(2))
        wanted += record_texts(asked.record)
    main(wanted)
