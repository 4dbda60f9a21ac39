"""Learn which words render which, and how long renderings are, from adopted resolutions in six languages.

Reads a folder laid out as ``<year or session>/<Language>/*.xml`` (Akoma Ntoso), aligns the paragraphs of every two
versions, and writes ``align/data/lexicons/``: translation probabilities of stems (IBM Model 1 with fast_align's diagonal prior),
counts of stems, and how many characters each stem adds to a rendering (ridge regression).

    python -m training.lexicon RECORD [RECORD …] [--by-address] [--half 0|1 --out FOLDER]

With ``--half`` only every other resolution is read, so that what is built with the lexicon can be judged on the rest. With
``--by-address`` nothing is aligned: versions are set side by side whose paragraphs have the same addresses. That reads a thousand
resolutions in the time in which some dozens are aligned, and nearly all adopted texts are alike in that.
"""

from __future__ import annotations

import argparse
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import lsqr

from align.lexicon.tokenization import stemmed
from align.lexicon.translation_tables import FOLDER, SCALE
from corpora.languages import Language, language
from corpora.model import Kind
from reports.comparison.rows import compare_versions
from training.manifest import enter
from training.record import groups_of, read_versions, rows_by_address, source_of

LANGUAGES = ("fr", "en", "es", "ru", "ar", "zh")
ROUNDS = 5
DIAGONAL = 4.0
"""Tension of the diagonal prior, as fast_align starts with."""
NULL = 0.08
"""Probability that a word renders none, as in fast_align."""
LEAST = 0.01
LONGEST = 150
"""Words of a paragraph from which it is left out: a table or an annex, and its cells are as many as its words squared."""
BATCH = 400
"""Pairs of paragraphs whose cells are counted together: chosen, so that they stay in the processor's caches."""
RIDGE = 2.0
STEP = 0.09
"""Variance of what a stem adds, as a share of the squared scale; with RIDGE the damping of the regression."""
Row = dict[str, str]
Words = Sequence[str]


def rows_of(paths: Sequence[Path]) -> list[Row]:
    """The rows of one resolution: the text of each language that has the row."""
    documents = read_versions(list(paths))
    if "fr" not in documents or len(documents) < 2:
        return []
    found = compare_versions(documents["fr"], [d for c, d in documents.items() if c != "fr"])
    return [
        {code: cell.text for code, cell in row.cells.items()}
        for row in found.rows
        if row.kind.is_body or row.kind is Kind.TITLE
    ]


def bitext(rows: Sequence[Row], first: str, second: str) -> Iterator[tuple[str, str]]:
    """Aligned paragraphs of two languages, each pair once."""
    seen = set()
    for row in rows:
        if first in row and second in row:
            pair = row[first], row[second]
            if pair not in seen:
                seen.add(pair)
                yield pair


@dataclass(frozen=True, slots=True)
class _Batch:
    """Cells of some pairs: each source word and no word (the first row) beside each target word, pair after pair.

    ``keys``: source and target words as numbers, each couple once, ascending; ``places`` (cells,): which of them a cell has;
    ``prior`` (cells,): how likely the one stands for the other by where they stand; ``targets`` (cells,): which of the batch's
    target words.
    """

    keys: NDArray[np.int64]
    places: NDArray[np.int32]
    prior: NDArray[np.float32]
    targets: NDArray[np.int32]


def _batch_of(pairs: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]], width: int) -> _Batch:
    parts: list[tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.int32]]] = []
    first = 0
    for mine, theirs in pairs:
        n, m = len(mine), len(theirs)
        off = np.abs((np.arange(n)[:, None] + 0.5) / n - (np.arange(m)[None] + 0.5) / m)
        prior = np.exp(-DIAGONAL * off)
        prior *= (1 - NULL) / prior.sum(axis=0, keepdims=True)
        parts.append(
            (
                np.concatenate([[0], mine]).repeat(m) * width + np.tile(theirs, n + 1),
                np.concatenate([np.full(m, NULL), prior.ravel()]).astype(np.float32),
                np.tile(np.arange(first, first + m, dtype=np.int32), n + 1),
            )
        )
        first += m
    keys, priors, targets = (np.concatenate([part[k] for part in parts]) for k in range(3))
    distinct, places = np.unique(keys, return_inverse=True)
    return _Batch(distinct, places.astype(np.int32), priors, targets)


def translation_probabilities(pairs: Sequence[tuple[Words, Words]]) -> dict[tuple[str, str], float]:
    """The probability of each target word given a source word, over pairs of texts as lists of words.

    IBM Model 1 with the diagonal prior, ``ROUNDS`` of it. A cell takes twelve bytes: a thousand resolutions have a hundred million.
    """
    sources: dict[str, int] = {"": 0}
    targets: dict[str, int] = {}
    numbers = [
        (
            np.array([sources.setdefault(w, len(sources)) for w in mine], dtype=np.int64),
            np.array([targets.setdefault(w, len(targets)) for w in theirs], dtype=np.int64),
        )
        for mine, theirs in pairs
    ]
    batches = [_batch_of(numbers[k : k + BATCH], len(targets)) for k in range(0, len(numbers), BATCH)]
    unique = np.unique(np.concatenate([batch.keys for batch in batches]))
    rows = [np.searchsorted(unique, batch.keys) for batch in batches]
    of_source = unique // len(targets)
    probability = np.full(len(unique), 1 / len(targets), dtype=np.float32)
    for _ in range(ROUNDS):
        counts = np.zeros(len(unique))
        for batch, row in zip(batches, rows, strict=True):
            weight = probability[row][batch.places] * batch.prior
            share = weight / np.bincount(batch.targets, weights=weight).astype(np.float32)[batch.targets]
            counts[row] += np.bincount(batch.places, weights=share, minlength=len(row))
        probability = (counts / np.bincount(of_source, weights=counts, minlength=len(sources))[of_source]).astype(
            np.float32
        )
    names, others = list(sources), list(targets)
    kept = np.flatnonzero((probability >= LEAST) & (of_source > 0))
    return {(names[of_source[k]], others[unique[k] % len(targets)]): float(probability[k]) for k in kept}


def lengths(pairs: Sequence[tuple[str, str]], language: Language) -> tuple[float, dict[str, float]]:
    """Characters of the target for one of the source, and what each source stem adds to that."""
    stems: dict[str, int] = {}
    rows, columns = [], []
    for r, (mine, _) in enumerate(pairs):
        for w in stemmed(mine, language).stems:
            rows.append(r)
            columns.append(stems.setdefault(w, len(stems)))
    own = np.array([len(mine) for mine, _ in pairs], dtype=float)
    theirs = np.array([len(other) for _, other in pairs], dtype=float)
    scale = float(theirs.sum() / own.sum())
    matrix = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(pairs), len(stems)))
    # The spread of a length grows with its root, so that rows are weighed by it.
    weights = 1 / np.sqrt(own)
    found = lsqr(
        sparse.diags_array(weights) @ matrix, (theirs - scale * own) * weights, damp=np.sqrt(RIDGE * STEP) * scale
    )[0]
    return scale, {w: float(found[i]) for w, i in stems.items()}


def numbered(out: Path, code: str) -> dict[str, int]:
    """The numbers of a language's stems, from 1, as its vocabulary lists them."""
    return {w: i for i, w in enumerate(pl.read_parquet(out / f"words-{code}.parquet")["stem"], 1)}


def build_pair(task: tuple[str, str, list[Row], Path]) -> tuple[str, str, float, float]:
    """Write the tables of two languages; their names and the scales both ways."""
    first, second, rows, out = task
    texts = [(a, b) for a, b in bitext(rows, first, second)]
    cut = [(stemmed(a, language(first)).stems, stemmed(b, language(second)).stems) for a, b in texts]
    usable = [i for i, (a, b) in enumerate(cut) if 0 < len(a) <= LONGEST and 0 < len(b) <= LONGEST]
    texts, cut = [texts[i] for i in usable], [cut[i] for i in usable]
    forward = translation_probabilities(cut)
    backward = translation_probabilities([(b, a) for a, b in cut])
    numbers = {c: numbered(out, c) for c in (first, second)}
    keys = sorted(forward.keys() | {(a, b) for b, a in backward})
    pl.DataFrame(
        {
            "first": [numbers[first][a] for a, _ in keys],
            "second": [numbers[second][b] for _, b in keys],
            "forward": [round(SCALE * forward.get(k, 0.0)) for k in keys],
            "backward": [round(SCALE * backward.get((k[1], k[0]), 0.0)) for k in keys],
        },
        schema_overrides={"first": pl.Int32, "second": pl.Int32, "forward": pl.UInt8, "backward": pl.UInt8},
    ).write_parquet(out / f"{first}-{second}.parquet", compression="zstd", compression_level=19)
    scales = []
    for a, b, ordered in ((first, second, texts), (second, first, [(y, x) for x, y in texts])):
        scale, extra = lengths(ordered, language(a))
        scales.append(scale)
        words = sorted(w for w, v in extra.items() if round(10 * v))
        pl.DataFrame(
            {"stem": [numbers[a][w] for w in words], "tenths": [round(10 * extra[w]) for w in words]},
            schema_overrides={"stem": pl.Int32, "tenths": pl.Int16},
        ).write_parquet(out / f"lengths-{a}-{b}.parquet", compression="zstd", compression_level=19)
    return first, second, scales[0], scales[1]


def build(rows: list[Row], out: Path, processes: int = 2) -> None:
    """Write the tables of every pair of languages."""
    out.mkdir(parents=True, exist_ok=True)
    for code in LANGUAGES:
        texts = {row[code] for row in rows if code in row}
        counts = Counter(w for t in sorted(texts) for w in stemmed(t, language(code)).stems)
        pl.DataFrame({"stem": sorted(counts), "count": [counts[w] for w in sorted(counts)]}).write_parquet(
            out / f"words-{code}.parquet", compression="zstd", compression_level=19
        )
    pairs = (sorted(pair) for pair in itertools.combinations(LANGUAGES, 2))
    tasks = [(first, second, rows, out) for first, second in pairs]
    # Polars keeps threads of its own, which a forked process would lack.
    with get_context("spawn").Pool(processes) as pool:
        scales = []
        for first, second, there, back in pool.imap_unordered(build_pair, tasks):
            scales += [(first, second, there), (second, first, back)]
            print(first, second, flush=True)
    pl.DataFrame(sorted(scales), schema=["first", "second", "scale"], orient="row").write_parquet(
        out / "scales.parquet"
    )


def pointed_into(out: Path) -> dict[Path, dict[Path, int]]:
    """The vocabularies, with their rows, that each table's numbers point into."""
    rows = {
        p.stem.removeprefix("words-"): (p, pl.scan_parquet(p).select(pl.len()).collect().item())
        for p in out.glob("words-*")
    }
    tables = [p for p in out.glob("*-*.parquet") if not p.name.startswith("words-")]
    # A pair's table points into both vocabularies, a table of lengths into that of its first language.
    codes = {p: p.stem.split("-")[1:2] if p.name.startswith("lengths-") else p.stem.split("-") for p in tables}
    return {p: dict(rows[code] for code in found) for p, found in codes.items()}


def main() -> None:
    """Read, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path, nargs="+")
    parser.add_argument("--source", default="", help="what the record is, for the manifest")
    parser.add_argument(
        "--by-address", action="store_true", help="align nothing: take paragraphs of the same addresses"
    )
    parser.add_argument("--half", type=int, choices=(0, 1), default=None)
    parser.add_argument("--out", type=Path, default=FOLDER)
    arguments = parser.parse_args()
    groups = [paths for record in arguments.records for paths in groups_of(record)]
    chosen = groups if arguments.half is None else groups[arguments.half :: 2]
    read = rows_by_address if arguments.by_address else rows_of
    build([row for paths in chosen for row in read(paths)], arguments.out)
    enter(
        sorted(arguments.out.glob("*.parquet")),
        source=source_of(
            arguments.records[0], chosen, arguments.source or ", ".join(r.resolve().name for r in arguments.records)
        ),
        builder="training/lexicon.py",
        belongs_to=pointed_into(arguments.out),
    )


if __name__ == "__main__":
    main()
