"""How sure the signs of an omission are: their weights, and the scores that clean paragraphs reach.

Reads a folder laid out as ``<year or session>/<Language>/*.xml`` (Akoma Ntoso), halves its resolutions, and judges each half
with a lexicon learned from the other (``training.lexicon --half``). In every pair of languages a clause inside a
paragraph is left out of one version; logistic regression tells such paragraphs from clean ones. Writes
``align/data/omissions.json`` and prints, for weights of the one half, what is found in the other.

    python -m training.lexicon FOLDER --half 0 --out HALF0 && python -m training.lexicon FOLDER --half 1 --out HALF1
    python -m training.omissions FOLDER HALF0 HALF1
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import align.lexicon.translation_tables
from align.clauses import clauses
from align.lexicon import links
from align.lexicon.tokenization import stemmed
from align.lexicon.word_evidence import word_evidence
from align.omissions import length_model
from align.omissions.detection import FLOOR, signs, votes_against, votes_for_addition
from align.omissions.length_model import AlignedPair, LengthBaseline, length_baseline
from align.omissions.model import FILE as OUT
from benchmarks.plants import reread
from corpora.languages import language
from corpora.model import Paragraph
from reports.comparison.rows import VersionRow, compare_versions
from training.manifest import enter
from training.record import read_versions, source_of, versions

RATES = (0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005)
SAMPLE = 0.5
"""Share of the rows that are taken for each ordered pair of languages."""
LEAST = 40
"""Characters of the shortest clause that is left out; a third of it in Chinese."""
LONGEST = 4000
RIDGE = 0.01
Table = NDArray[np.float64]


@dataclass
class Signs:
    """The signs of clean and of damaged paragraphs of one ordered pair: a table of passages a paragraph."""

    clean: list[Table] = field(default_factory=list)
    damaged: list[tuple[Table, int]] = field(default_factory=list)


def use_lexicon(folder: Path) -> None:
    """Read the lexicon from another folder from now on."""
    align.lexicon.translation_tables.FOLDER = folder
    for cached in (
        align.lexicon.translation_tables.lexicon,
        align.lexicon.translation_tables._pairs,
        align.lexicon.translation_tables.numbered,
        align.lexicon.translation_tables._scales,
        align.lexicon.translation_tables.vocabulary,
        links.kept_tables,
        word_evidence,
        length_model._short_share,
        length_model._expected_length,
    ):
        cached.cache_clear()


def without_clause(paragraph: Paragraph, code: str, rng: random.Random) -> Paragraph | None:
    """The paragraph without one of its inner clauses; None where it has none that is long enough."""
    spans = clauses(paragraph.text, language(code), paragraph.verbs)
    inner = [s for s in spans[1:-1] if len(s) >= (LEAST // 3 if code == "zh" else LEAST)]
    if not inner:
        return None
    gone = rng.choice(inner)
    return reread(paragraph, paragraph.text[: gone.start] + paragraph.text[gone.end :], code)


def rows_of(paths: Sequence[Path]) -> list[VersionRow]:
    """The rows of one resolution in which every version has one paragraph."""
    documents = read_versions(list(paths))
    if "fr" not in documents or len(documents) < 2:
        return []
    found = compare_versions(documents["fr"], [d for c, d in documents.items() if c != "fr"])
    return [
        row
        for row in found.rows
        if row.kind.is_body
        and len(row.cells) > 1
        and all(
            len(c.paragraphs) == 1 and c.length < LONGEST and stemmed(c.first.text, c.language).stems
            for c in row.cells.values()
        )
    ]


def baselines_of(rows: Sequence[VersionRow]) -> dict[tuple[str, str], LengthBaseline]:
    """The habit of every ordered pair of versions."""
    codes = {code for row in rows for code in row.cells}
    return {
        (a, b): length_baseline(
            [(r.cells[a].first.text, r.cells[b].first.text) for r in rows if a in r.cells and b in r.cells],
            language(a),
            language(b),
        )
        for a, b in itertools.permutations(codes, 2)
    }


def gather(task: tuple[list[Path], Path]) -> dict[tuple[str, str], Signs]:
    """The signs of every ordered pair in these files, read with the lexicon of a folder."""
    files, folder = task
    use_lexicon(folder)
    found: dict[tuple[str, str], Signs] = {}
    rows = rows_of(files)
    baselines = baselines_of(rows)
    for row in rows:
        for a, b in itertools.permutations(row.cells, 2):
            rng = random.Random(f"{row.cells[a].resolution.symbol}{row.cells[a].first.id}{a}{b}")
            if rng.random() > SAMPLE:
                continue
            source, target = row.cells[a].first, row.cells[b].first
            clean = signs(AlignedPair([source], [target], language(a), language(b), baselines[a, b]))
            pair = found.setdefault((a, b), Signs())
            pair.clean.append(_table(clean))
            damaged = without_clause(target, b, rng)
            if damaged is None:
                continue
            before = signs(AlignedPair([source], [target], language(a), language(b), baselines[a, b]), least=-math.inf)
            after = signs(AlignedPair([source], [damaged], language(a), language(b), baselines[a, b]))
            # The passage whose evidence fell most is the one that was left out.
            fall = [(x[2][0] - y[2][0]) * x[2][3] for x, y in zip(before, after, strict=False)]
            pair.damaged.append((_table(after), int(np.argmax(fall)) if fall else 0))
    return found


def _table(found: Sequence[tuple[Paragraph, object, list[float]]]) -> Table:
    return np.array([f for _, _, f in found], dtype=np.float64)


def fit(parts: Sequence[Signs]) -> tuple[Table, Table, Table, float]:
    """Mean and spread of the signs, weights and bias: logistic regression with hard negatives (the clean paragraph's
    likeliest passage stands for it), three rounds."""
    positive = np.array([table[k] for p in parts for table, k in p.damaged if len(table)])
    clean = [table for p in parts for table in p.clean if len(table)]
    everything = np.concatenate([*clean, positive])
    mean, spread = everything.mean(axis=0), everything.std(axis=0) + 1e-9
    negative = np.concatenate(clean)
    weights = np.zeros(len(mean) + 1)
    for _ in range(4):
        x = (np.concatenate([negative, positive]) - mean) / spread
        y = np.concatenate([np.zeros(len(negative)), np.ones(len(positive))])
        weights = _logistic(np.column_stack([x, np.ones(len(x))]), y)
        negative = np.array([t[int(np.argmax((t - mean) / spread @ weights[:-1]))] for t in clean])
    return mean, spread, weights[:-1], float(weights[-1])


def _logistic(x: Table, y: Table) -> Table:
    """Newton's method, both classes with the same weight."""
    weights = np.zeros(x.shape[1])
    share = np.where(y == 1, len(y) / (2 * y.sum()), len(y) / (2 * (1 - y).sum()))
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (share * (p - y)) / len(y) + RIDGE * weights
        curvature = (x.T * (share * p * (1 - p))) @ x / len(y) + RIDGE * np.eye(x.shape[1])
        weights -= np.linalg.solve(curvature, gradient)
    return weights


def top(table: Table, model: tuple[Table, Table, Table, float]) -> float:
    """The score of a paragraph's likeliest passage."""
    mean, spread, weights, bias = model
    return float(((table - mean) / spread @ weights + bias).max()) if len(table) else FLOOR


def thresholds(scores: Sequence[float]) -> dict[str, float]:
    """The score that a share of clean paragraphs reaches, for each rate."""
    return {f"{rate:g}": round(float(np.quantile(scores, 1 - rate)), 3) for rate in RATES}


def print_found(
    model: tuple[Table, Table, Table, float], judged: dict[tuple[str, str], Signs], edges: dict[str, dict[str, float]]
) -> None:
    """What is found in damaged paragraphs of each ordered pair at each rate."""
    for (a, b), part in sorted(judged.items()):
        scores = np.array([top(t, model) for t, _ in part.damaged])
        row = "  ".join(f"{rate:g}: {np.mean(scores > edges[f'{a}-{b}'][f'{rate:g}']):.3f}" for rate in RATES)
        print(f"{a}-{b}  {len(part.clean)} clean, {len(part.damaged)} damaged; found at a rate of  {row}")


def votes(task: tuple[list[Path], Path]) -> list[tuple[str, str, bool, float]]:
    """Language, sort of vote, whether damaged, and score: clean rows of six versions, and rows with a clause left out."""
    files, folder = task
    use_lexicon(folder)
    out = []
    rows = rows_of(files)
    baselines = baselines_of(rows)
    for row in rows:
        texts = {code: list(cell.paragraphs) for code, cell in row.cells.items()}
        if len(texts) < 6:
            continue
        for code, own in texts.items():
            rest = {c: p for c, p in texts.items() if c != code}
            rng = random.Random(f"{row.cells[code].resolution.symbol}{row.cells[code].first.id}{code}")
            lacking = [AlignedPair(p, own, language(c), language(code), baselines[c, code]) for c, p in rest.items()]
            adding = [AlignedPair(own, p, language(code), language(c), baselines[code, c]) for c, p in rest.items()]
            out.append((code, "left out", False, votes_against(lacking)[0]))
            out.append((code, "added", False, votes_for_addition(adding)[0]))
            damaged = without_clause(own[0], code, rng)
            if damaged is not None and rng.random() < SAMPLE:
                hurt = [
                    AlignedPair(p, [damaged], language(c), language(code), baselines[c, code]) for c, p in rest.items()
                ]
                out.append((code, "left out", True, votes_against(hurt)[0]))
    return out


def main() -> None:
    """Gather, fit, judge, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("halves", type=Path, nargs=2)
    parser.add_argument("--source", default="", help="what the record is, for the manifest")
    arguments = parser.parse_args()
    groups = [g for g in versions(arguments.folder).values() if len(g) > 1]
    # A half is judged with what was learned from the other.
    tasks = [(group, arguments.halves[1 - half].resolve(), half) for half in (0, 1) for group in groups[half::2]]
    halves: list[dict[tuple[str, str], Signs]] = [{}, {}]
    with get_context("spawn").Pool(2) as pool:
        gathered = pool.imap(gather, [(files, folder) for files, folder, _ in tasks], chunksize=4)
        for (_, _, half), found in zip(tasks, gathered, strict=True):
            for pair, part in found.items():
                whole = halves[half].setdefault(pair, Signs())
                whole.clean += part.clean
                whole.damaged += part.damaged
    for half in (0, 1):
        model = fit(list(halves[half].values()))
        edges = {f"{a}-{b}": thresholds([top(t, model) for t in p.clean]) for (a, b), p in halves[half].items()}
        print(f"weights and rates of half {half}, judged on the other")
        print_found(model, halves[1 - half], edges)
    both = {k: Signs(halves[0][k].clean + halves[1][k].clean, []) for k in halves[0]}
    mean, spread, weights, bias = fit([*halves[0].values(), *halves[1].values()])
    scores = {k: [top(t, (mean, spread, weights, bias)) for t in p.clean] for k, p in both.items()}
    edges = {f"{a}-{b}": thresholds(found) for (a, b), found in sorted(scores.items())}
    edges["any"] = thresholds([s for found in scores.values() for s in found])
    source = source_of(arguments.folder, groups, arguments.source)
    note = (
        "Weights of the signs of a passage left out, and the score that a share of clean paragraphs reaches; "
        f"{source}. "
        "Made by training/omissions.py."
    )
    data = {
        "note": note,
        **{
            name: [round(float(v), 4) for v in values]
            for name, values in (("mean", mean), ("spread", spread), ("weights", weights))
        },
        "bias": round(bias, 4),
        "thresholds": edges,
    }
    OUT.write_text(json.dumps(data, indent=0) + "\n", encoding="utf-8")
    with get_context("spawn").Pool(2) as pool:
        cast = [v for part in pool.imap(votes, [(f, d) for f, d, _ in tasks], chunksize=4) for v in part]
    for sort in ("left out", "added"):
        for code in sorted({v[0] for v in cast}):
            clean = [v[3] for v in cast if v[:3] == (code, sort, False)]
            edges[f"{code} {sort}"] = thresholds(clean)
            hurt = np.array([v[3] for v in cast if v[:3] == (code, sort, True)])
            row = (
                "  ".join(f"{r}: {np.mean(hurt > e):.3f}" for r, e in edges[f"{code} {sort}"].items())
                if len(hurt)
                else ""
            )
            print(f"six versions, {code} {sort}: {len(clean)} clean, {len(hurt)} damaged; found at a rate of  {row}")
    OUT.write_text(json.dumps(data, indent=0) + "\n", encoding="utf-8")
    enter([OUT], source=source, builder="training/omissions.py")


if __name__ == "__main__":
    main()
