"""How many findings of each sort people judged right: what the confidence of findings is made of.

    python -m training.judged_shares ../shared/record/judged benchmarks/judged_findings.tsv > reports/findings/judged.toml

The tables hold findings (symbol, code, verdict, and severity where they are not all minor). The folder
holds judgements of an earlier program: ``grave.tsv`` (every finding of severity major and critical) and ``minor-sample.tsv`` (a sample
of the minor ones). What was false there has been mended since, so a sort counts them only where no table has a finding of it.

A row of the sample "mended" is a false finding that the program of today does not report; it counts for half a finding.

A finding is right where the verdict is "genuine"; a fault of the copy at hand counts as right only where the finding says so, and its
verdict is "genuine" then.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

from corpora.errors import InputError
from reports.findings.judged import Sort, counted

_TABLES = {"grave.tsv": "grave", "minor-sample.tsv": "minor"}
RIGHT = "genuine"
MENDED = "mended"
"""The sample of false findings that are not reported any more."""
MENDED_COUNTS = 0.5
"""For how many findings a mended one counts: what misled a check does not come again, but others of its sort do, and texts that taught
nothing have more false findings than those whose were mended. Of 0, 0.15, 0.3, 0.5 and 1 the log loss on 21 grave findings of 33 resolutions
that were read last and taught nothing was .471, .429, .416, .406 and .395."""
_LEARNED = re.compile(r"A/RES/7[567]/|E/RES/202[12]/|S/RES/\d+\s*\(202[01]\)")
"""The resolutions that the network of ``align.lexicon.word_losses`` was learned from."""
_SAY_THEIR_SHARE = "D5"
"""The family of the checks of single words, whose confidence is measured already, and of other texts (D501), of which one was judged."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One finding that was read: of which resolution, its sort, whether it was right, and for how many it counts."""

    symbol: str
    sort: Sort
    right: bool
    weight: float = 1.0


def judgements(folder: Path) -> Iterator[Judgement]:
    """The judgements of a folder. Raises InputError where it lacks a table."""
    for name, level in _TABLES.items():
        path = folder / name
        if not path.is_file():
            raise InputError(str(folder), f"holds no {name}", hint="give a folder of judgements")
        yield from of_table(path, level)


def of_table(path: Path, level: str) -> Iterator[Judgement]:
    """The judgements of one table of findings, which are of a level where no column says which each is of."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            weight = MENDED_COUNTS if row.get("sample") == MENDED else 1.0
            yield Judgement(row["symbol"], _sort(row, level), row["verdict"] == RIGHT, weight)


def _sort(row: Mapping[str, str], level: str) -> Sort:
    # The folder's tables say less: neither how many versions stood against the odd one, nor what the finding said.
    against, sentence, note = (row.get(name) or "" for name in ("against", "sentence", "note"))
    # Between two versions none stands alone.
    # Of what the network learned from it says too little: it took what adopted texts have for rendered.
    words = "" if _LEARNED.match(row["symbol"]) else row.get("words") or ""
    return Sort(
        row["code"],
        row.get("level") or level,
        against,
        row["odd"] if against else "",
        sentence=sentence,
        note=note,
        words=words,
    )


def of_today(tables: Iterable[Path]) -> Iterator[Judgement]:
    """The judgements of the tables; those of checks that say by themselves how often they are right left out."""
    for table in tables:
        yield from (j for j in of_table(table, "minor") if j.sort.family != _SAY_THEIR_SHARE)


def in_use(folder: Path, tables: Iterable[Path]) -> list[Judgement]:
    """The judgements that confidence is made of: those of today, and of codes and levels that none of these has those of the folder."""
    today = list(of_today(tables))
    levels = {(j.sort.code, j.sort.level) for j in today}
    # The folder does not say how many versions stood against one.
    return [*today, *(j for j in judgements(folder) if (j.sort.code, j.sort.level) not in levels)]


def main(folder: Path, *tables: Path) -> None:
    """Print the table."""
    print(
        "# How many findings of a sort people judged right, and how many they judged: [right, judged], a mended one as half. A sort is a"
    )
    print(
        "# code, how grave, how many versions stood against the odd one, which one that was, the sentence, a note that counts, and how"
    )
    print("# surely the words that it quotes are missing.")
    print(
        "# Made by training/judged_shares.py from resolutions of the Council of 2020 to 2023, the Assembly's sessions 75 to 78 and ECOSOC."
    )
    print("[counts]")
    for sort, (right, judged) in counted((j.sort, j.right, j.weight) for j in in_use(folder, tables)).items():
        print(f'"{"|".join(astuple(sort))}" = [{right:g}, {judged:g}]')


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
