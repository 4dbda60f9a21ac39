"""How sure the signs are that a version leaves out what all others show: their weights.

Reads folders laid out as ``<year or session>/<Language>/*.xml`` (Akoma Ntoso). In every row of six versions a clause inside a
paragraph is left out of two of the versions, one at a time; logistic regression tells what the others then show from what they show of clean
rows. Writes ``align/data/losses.json`` and prints, for weights of other resolutions, how many of the clauses are found at how many clean rows.

    python -m training.losses FOLDER... [--resolutions 80]
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from align.omissions.loss_signs import FILE as OUT
from align.omissions.loss_signs import LossSigns
from reports.checks.support.passages import signs_of_loss
from reports.comparison.rows import Cell, VersionRow, Versions, compare_versions
from training.manifest import enter
from training.omissions import without_clause
from training.record import read_versions, source_of, versions

SIX = 6
"""Versions of a row that is learned from."""
IN_VERSIONS = 2
"""Versions of a row from which a clause is left out."""
LONGEST = 18_000
"""Characters of a row of six versions that is looked at: longer ones take most of the time."""
FOLDS = 5
RIDGE = 1.0
"""The precision of the weights' prior: with some thousand examples it only holds what they do not tell."""
ALARMS = (10, 20, 30, 40, 60)
"""Clean rows at which it is printed how many clauses are found."""
Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """What the versions of a row show against one of them: whether a clause was left out of it, and in which resolution."""

    signs: LossSigns | None
    left_out: bool
    resolution: str


def examples_of(versions_: Versions, rng: random.Random) -> Iterator[Example]:
    """The examples of one resolution in six languages."""
    name = versions_.pivot.symbol or versions_.pivot.name
    for row in versions_.rows:
        if not row.checked or not row.kind.is_body or len(row.cells) < SIX:
            continue
        if sum(len(cell.text) for cell in row.cells.values()) > LONGEST:
            continue
        for code in row.cells:
            yield Example(signs_of_loss(versions_, row, code), False, name)
        for code in rng.sample(sorted(row.cells), IN_VERSIONS):
            damaged = _damaged(row, code, rng)
            if damaged is not None:
                yield Example(signs_of_loss(versions_, damaged, code), True, name)


def _damaged(row: VersionRow, code: str, rng: random.Random) -> VersionRow | None:
    cell = row.cells[code]
    paragraph = without_clause(cell.first, code, rng) if len(cell.paragraphs) == 1 else None
    return VersionRow({**row.cells, code: Cell(cell.resolution, (paragraph,))}, row.absent) if paragraph else None


def fitted(signs: Table, left_out: NDArray[np.bool_]) -> dict[str, list[float] | float]:
    """Centres, spreads, weights and bias of a logistic regression with a ridge, by Newton's method. ``signs``: (examples, signs)."""
    mean, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-9
    table = np.column_stack([(signs - mean) / spread, np.ones(len(signs))])
    held = np.array([RIDGE] * signs.shape[1] + [1e-6])
    weights = np.zeros(len(held))
    for _ in range(50):
        share = 1 / (1 + np.exp(-table @ weights))
        gradient = table.T @ (left_out - share) - held * weights
        step = np.linalg.solve((table.T * (share * (1 - share))) @ table + np.diag(held), gradient)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return {
        "mean": mean.round(4).tolist(),
        "spread": spread.round(4).tolist(),
        "weights": weights[:-1].round(4).tolist(),
        "bias": round(float(weights[-1]), 4),
    }


def odds(model: Mapping[str, list[float] | float], signs: Table) -> Table:
    """The log odds of some signs by a model."""
    mean, spread, weights = (np.array(model[name]) for name in ("mean", "spread", "weights"))
    return np.asarray((signs - mean) / spread @ weights + model["bias"])


def judge(known: list[Example]) -> None:
    """Print what weights of other resolutions find."""
    signs = np.array([astuple(e.signs) for e in known if e.signs is not None])
    left_out = np.array([e.left_out for e in known if e.signs is not None])
    names = sorted({e.resolution for e in known})
    fold = np.array([names.index(e.resolution) % FOLDS for e in known if e.signs is not None])
    scores = np.zeros(len(signs))
    for held in range(FOLDS):
        rest = fold != held
        scores[~rest] = odds(fitted(signs[rest], left_out[rest]), signs[~rest])
    planted = sum(e.left_out for e in known)
    clean = np.sort(scores[~left_out])[::-1]
    print(f"{planted} clauses left out, {len(known) - planted} clean versions of rows, {len(names)} resolutions")
    for count in ALARMS:
        edge = clean[min(count, len(clean) - 1)]
        print(
            f"  {count:3} clean ones: {(scores[left_out] > edge).sum() / planted:.3f} found, log odds above {edge:.2f}"
        )


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--resolutions", type=int, default=80, help="of each folder (default: 80)")
    arguments = parser.parse_args()
    known: list[Example] = []
    chosen: list[list[Path]] = []
    for folder in arguments.folders:
        groups = [list(g) for g in versions(folder).values() if len(g) == SIX]
        random.Random(folder.name).shuffle(groups)
        chosen += groups[: arguments.resolutions]
        for paths in groups[: arguments.resolutions]:
            documents = read_versions(paths)
            if len(documents) == SIX:
                compared = compare_versions(documents["fr"], [d for c, d in documents.items() if c != "fr"])
                known += examples_of(compared, random.Random(compared.pivot.symbol))
    judge(known)
    signs = [e for e in known if e.signs is not None]
    model = fitted(np.array([astuple(e.signs) for e in signs if e.signs]), np.array([e.left_out for e in signs]))
    note = "Weights of the signs that a version leaves out what all others show. Made by training/losses.py."
    OUT.write_text(json.dumps({"note": note, **model}, indent=1) + "\n", encoding="utf-8")
    enter(
        [OUT], source=source_of(arguments.folders[0], chosen, "unofficial AKN4UN copies"), builder="training/losses.py"
    )


if __name__ == "__main__":
    main()
