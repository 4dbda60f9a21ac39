"""Judged findings looked up in what the program reports today.

    python -m benchmarks.judged_again TABLE FOLDER... > NEW_TABLE

``TABLE`` holds judged findings (``benchmarks/judged_findings.tsv``), the folders below ``FOLDER`` six versions of their resolutions as
Akoma Ntoso. Each resolution is checked anew. A finding is known again by its fingerprint, else by code, paragraph and odd version where
one finding alone has these. What it is judged alike by (``Sort``) is written beside the judgement; a false finding that is not reported
any more becomes one of the sample "mended". A genuine one that is not reported, and a
resolution that cannot be checked, is named on standard error, and stays as it was.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from corpora.errors import InputError
from reports.findings.judged import sort_of
from reports.findings.model import Finding
from reports.pipeline.case import examine
from reports.pipeline.files import case_of_files
from training.judged_shares import MENDED, RIGHT
from training.record import files_of, versions

COLUMNS = (
    "sample",
    "symbol",
    "code",
    "severity",
    "level",
    "odd",
    "paragraph",
    "fingerprint",
    "verdict",
    "against",
    "sentence",
    "note",
    "words",
)


def found_again(row: Mapping[str, str], findings: Sequence[Finding]) -> Finding | None:
    """The finding that a judgement is of; None where it is not reported, or where two might be meant."""
    same = [f for f in findings if f.code == row["code"]]
    exactly = [f for f in same if f.fingerprint == row["fingerprint"]]
    alike = [f for f in same if row["paragraph"] in f.paragraphs and (f.odd or "") == row["odd"]]
    found = exactly or alike
    return found[0] if len(found) == 1 or exactly else None


def judged_again(rows: Sequence[Mapping[str, str]], findings: Sequence[Finding]) -> Iterator[dict[str, str]]:
    """The judgements of one resolution, by what is reported of it."""
    for row in rows:
        finding = found_again(row, findings)
        out = {name: row.get(name) or "" for name in COLUMNS}
        if finding is not None:
            sort = sort_of(finding)
            out |= {"level": sort.level, "sentence": sort.sentence, "note": sort.note, "words": sort.words}
        elif row["verdict"] != RIGHT:
            out["sample"] = MENDED
        else:
            print(f"not reported: {row['symbol']} {row['code']} {row['paragraph']} {row['odd']}", file=sys.stderr)
        yield out


def main(table: Path, *folders: Path) -> None:
    """Print the table anew."""
    groups = {name: paths for folder in folders for name, paths in versions(folder).items()}
    with table.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file, delimiter="\t"), key=lambda row: row["symbol"])
    writer = csv.DictWriter(sys.stdout, COLUMNS, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    for symbol, judged in groupby(rows, key=lambda row: row["symbol"]):
        read = list(judged)
        try:
            pivot, *others = files_of(symbol, groups)
            findings = examine(case_of_files(pivot, others)).findings
        except InputError as error:
            print(f"left as it was: {error}", file=sys.stderr)
            writer.writerows({name: row.get(name) or "" for name in COLUMNS} for row in read)
            continue
        writer.writerows(judged_again(read, findings))


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
