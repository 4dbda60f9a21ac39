"""How many findings of each sort people judged right: what the confidence of findings is made of.

    python -m training.judged_shares ../shared/record/judged benchmarks/words_judged.tsv > reports/findings/judged.toml

Reads ``grave.tsv`` (every finding of severity major and critical) and ``minor-sample.tsv`` (a sample of the minor ones) of a
folder of judgements, and tables of minor findings alone (symbol, code, verdict). A finding is right where the verdict is "genuine"; a fault of the copy at hand counts as right only where
the finding says so, which none of the judged ones did.
"""

from __future__ import annotations

import csv
import itertools
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpora.errors import InputError

_TABLES = {"grave.tsv": "grave", "minor-sample.tsv": "minor"}
RIGHT = "genuine"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One finding that was read: of which resolution, its sort ("D201.grave"), and whether it was right."""

    symbol: str
    sort: str
    right: bool


def judgements(folder: Path) -> Iterator[Judgement]:
    """The judgements of a folder. Raises InputError where it lacks a table."""
    for name, level in _TABLES.items():
        path = folder / name
        if not path.is_file():
            raise InputError(str(folder), f"holds no {name}", hint="give a folder of judgements")
        yield from of_table(path, level)


def of_table(path: Path, level: str) -> Iterator[Judgement]:
    """The judgements of one table of findings of a level."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield Judgement(row["symbol"], f"{row['code']}.{level}", row["verdict"] == RIGHT)


def main(folder: Path, *tables: Path) -> None:
    """Print the table."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    further = (judgement for table in tables for judgement in of_table(table, "minor"))
    for judgement in itertools.chain(judgements(folder), further):
        counts[judgement.sort][0] += judgement.right
        counts[judgement.sort][1] += 1
    print("# How many findings of a sort people judged right, and how many they judged: [right, judged].")
    print(
        "# Made by training/judged_shares.py from the Council's resolutions of 2022 and 2023; another year shows what it is worth."
    )
    print("[shares]")
    for sort, (right, judged) in sorted(counts.items()):
        print(f'"{sort}" = [{right}, {judged}]')


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
