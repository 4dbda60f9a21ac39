"""How sure the signs are that a version leaves out what all others show: their weights.

Reads folders laid out as ``<year or session>/<Language>/*.xml`` (Akoma Ntoso), of years that the network of word losses was not learned
from. In every row of six versions a clause inside a paragraph is left out of two of the versions, one at a time; logistic regression
tells what the others then show from what they show of clean rows: once by the cheap signs, which say where the network is to be asked, and of
those rows by all. Writes ``align/data/losses.json`` and prints, for weights of other resolutions, how many of the clauses are
found at how many clean rows. ``--judge`` folders teach nothing: what the weights find in them is printed.

    python -m training.losses FOLDER... [--judge FOLDER...] [--resolutions 80]
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from align.omissions.loss_signs import FILE as OUT
from align.omissions.loss_signs import CheapSigns, LossSigns
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
ASKED = 0.05
"""Share of the clean versions of rows of which the network is asked."""
ALARMS = (0.0005, 0.001, 0.002, 0.004, 0.008)
"""Shares of the clean versions of rows at which it is printed how many clauses are found."""
Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """What the versions of a row show against one of them: whether a clause was left out of it, and in which resolution."""

    asked: CheapSigns | None
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
            yield Example(*signs_of_loss(versions_, row, code, always=True), False, name)
        for code in rng.sample(sorted(row.cells), IN_VERSIONS):
            damaged = _damaged(row, code, rng)
            if damaged is not None:
                yield Example(*signs_of_loss(versions_, damaged, code, always=True), True, name)


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


@dataclass(frozen=True)
class Models:
    """The model that says of which versions the network is asked, whose log odds are then above 0, and the model of all signs."""

    asked: Mapping[str, list[float] | float]
    told: Mapping[str, list[float] | float]

    def scores(self, examples: Sequence[Example]) -> Table:
        """The log odds of each example; none, a number below all others, where the network is not asked or shows nothing."""
        found = np.full(len(examples), -np.inf)
        known = np.array([k for k, e in enumerate(examples) if e.asked is not None and e.signs is not None])
        open_ = known[odds(self.asked, _table([examples[k].asked for k in known])) >= 0]
        found[open_] = odds(self.told, _table([examples[k].signs for k in open_]))
        return found


def learned(examples: Sequence[Example]) -> Models:
    """Both models of some examples."""
    known = [e for e in examples if e.asked is not None]
    left_out = np.array([e.left_out for e in known])
    asked = fitted(_table([e.asked for e in known]), left_out)
    edge = np.quantile(odds(asked, _table([e.asked for e in known]))[~left_out], 1 - ASKED)
    asked["bias"] = round(float(np.array(asked["bias"]) - edge), 4)
    open_ = odds(asked, _table([e.asked for e in known])) >= 0
    shown = [e for e, is_open in zip(known, open_, strict=True) if is_open and e.signs is not None]
    return Models(asked, fitted(_table([e.signs for e in shown]), np.array([e.left_out for e in shown])))


def _table(signs: Sequence[CheapSigns | LossSigns | None]) -> Table:
    return np.array([astuple(s) for s in signs if s is not None])


def judge(examples: Sequence[Example]) -> None:
    """Print what weights of other resolutions find."""
    names = sorted({e.resolution for e in examples})
    scores = np.zeros(len(examples))
    fold = np.array([names.index(e.resolution) % FOLDS for e in examples])
    for held in range(FOLDS):
        rest = learned([e for e, of in zip(examples, fold, strict=True) if of != held])
        scores[fold == held] = rest.scores([e for e, of in zip(examples, fold, strict=True) if of == held])
    print_found(examples, scores)


def print_found(examples: Sequence[Example], scores: Table) -> None:
    """Print how many clauses have scores above those of all but so many clean versions of rows."""
    left_out = np.array([e.left_out for e in examples])
    clean = np.sort(scores[~left_out])[::-1]
    resolutions = len({e.resolution for e in examples})
    print(f"{left_out.sum()} clauses left out, {len(clean)} clean versions of rows, {resolutions} resolutions")
    for share in ALARMS:
        edge = clean[int(share * len(clean))]
        found = (scores[left_out] > edge).mean()
        print(f"  {int(share * len(clean)):3} clean ones: {found:.3f} found, log odds above {edge:.2f}")


def gathered(folder: Path, most: int) -> tuple[list[list[Path]], list[Example]]:
    """The files of so many resolutions of a folder, drawn by chance, and their examples."""
    groups = [list(g) for g in versions(folder).values() if len(g) == SIX]
    random.Random(folder.name).shuffle(groups)
    found: list[Example] = []
    for paths in groups[:most]:
        documents = read_versions(paths)
        if len(documents) == SIX:
            compared = compare_versions(documents["fr"], [d for c, d in documents.items() if c != "fr"])
            found += examples_of(compared, random.Random(compared.pivot.symbol))
    return groups[:most], found


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--judge", type=Path, nargs="*", default=[])
    parser.add_argument("--resolutions", type=int, default=80, help="of each folder (default: 80)")
    arguments = parser.parse_args()
    known: list[Example] = []
    chosen: list[list[Path]] = []
    for folder in arguments.folders:
        paths, found = gathered(folder, arguments.resolutions)
        chosen += paths
        known += found
    judge(known)
    models = learned(known)
    for folder in arguments.judge:
        _, found = gathered(folder, arguments.resolutions)
        print(folder)
        print_found(found, models.scores(found))
    note = "Weights of the signs that a version leaves out what others show. Made by training/losses.py."
    OUT.write_text(
        json.dumps({"note": note, "asked": models.asked, "told": models.told}, indent=1) + "\n", encoding="utf-8"
    )
    enter(
        [OUT], source=source_of(arguments.folders[0], chosen, "unofficial AKN4UN copies"), builder="training/losses.py"
    )


if __name__ == "__main__":
    main()
