"""How often the lines into which the page cuts long rows agree with an alignment of their clauses by meaning.

    python -m benchmarks.line_cuts ../shared/record/akn4un/sc [ROWS]

The page cuts by links of words (`reports.exporters.html.clause_lines`), since an alignment of the clauses by vectors
(`align.clauses.align_clauses`) of a whole long resolution takes minutes. Rows are taken by a seeded draw from resolutions of the
Council in six languages; in each the cuts of French beside every other version are counted: those where a bead of clauses ends in both,
those that lie inside one bead in both (the aligner joined clauses that the page parts), and those that part what the aligner joins.
"""

from __future__ import annotations

import itertools
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from align.clauses import Clause, align_clauses
from corpora.languages import language
from corpora.reading import read_resolution
from reports.comparison.rows import VersionRow, compare_versions
from reports.exporters.html.clause_lines import Stretches, clause_lines
from training.record import FOLDERS

ROWS, RESOLUTIONS, SEED = 60, 12, 2709
"""Rows that are looked at, resolutions that they are drawn from, and the seed of both draws."""
NEAR = 3
"""Characters within which two ends are one: the space between clauses counts with either."""
Ends = tuple[int, int]


def sets_of(record: Path) -> list[dict[str, Path]]:
    """The files of a resolution by language, for all that the record has in six; by year and name."""
    known: dict[tuple[str, str], dict[str, Path]] = {}
    for code, folder in FOLDERS.items():
        for path in sorted(record.glob(f"*/{folder}/*.xml")):
            known.setdefault((path.parts[-3], path.stem[:-1]), {})[code] = path
    return [known[key] for key in sorted(known) if len(known[key]) == len(FOLDERS)]


def rows_of(paths: Mapping[str, Path]) -> Iterator[tuple[VersionRow, list[Mapping[str, Stretches]]]]:
    """The rows of a resolution that are cut, with their lines."""
    pivot, *others = (read_resolution(paths[code], code) for code in FOLDERS)
    for row in compare_versions(pivot, others).rows:
        if len(row.cells) < len(FOLDERS):
            continue
        lines = clause_lines({c: (cell.paragraphs, cell.language) for c, cell in row.cells.items()}, row.column)
        if len(lines) > 1:
            yield row, lines


def ends_of(lines: Sequence[Mapping[str, Stretches]], code: str) -> list[int]:
    """Where the lines of a version end, in characters of its paragraphs one behind the other; that of the last is left out."""
    lengths = (sum(len(span) for _, span in line[code]) for line in lines)
    return list(itertools.accumulate(lengths))[:-1]


def beads_of(row: VersionRow, code: str) -> list[Ends]:
    """Where the beads of clauses of French and another version end in both, in the same count."""
    cells = row.cells["fr"], row.cells[code]
    beads = align_clauses(cells[0].paragraphs, cells[1].paragraphs, language("fr"), language(code))
    sizes = [(_size(mine), _size(theirs)) for mine, theirs in beads]
    return list(zip(*(itertools.accumulate(side) for side in zip(*sizes, strict=True)), strict=True))


def _size(side: Sequence[Clause]) -> int:
    return sum(len(clause.span) for clause in side)


def verdict_on(cut: Ends, beads: Sequence[Ends]) -> str:
    """What the aligner says of a cut: "same", "inside" one bead, or "parted" (it parts what the aligner joins)."""
    if any(abs(a - cut[0]) <= NEAR and abs(b - cut[1]) <= NEAR for a, b in beads):
        return "same"
    at = [next((k for k, end in enumerate(beads) if cut[side] <= end[side] + NEAR), len(beads)) for side in (0, 1)]
    return "inside" if at[0] == at[1] else "parted"


def main() -> None:
    """Print the counts by language, and the seconds of either way."""
    record, wanted = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ROWS
    draw = random.Random(SEED)
    sets = sets_of(record)
    rows = [row for paths in draw.sample(sets, min(RESOLUTIONS, len(sets))) for row in rows_of(paths)]
    looked = draw.sample(rows, min(wanted, len(rows)))
    counts: dict[str, Counter[str]] = {code: Counter() for code in FOLDERS if code != "fr"}
    spent = -time.process_time()
    for row, lines in looked:
        for code, counted in counts.items():
            beads = beads_of(row, code)
            counted.update(
                verdict_on(cut, beads) for cut in zip(ends_of(lines, "fr"), ends_of(lines, code), strict=True)
            )
    spent += time.process_time()
    for code, counted in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        total = sum(counted.values())
        shares = ", ".join(f"{name} {counted[name] / max(1, total):.2f}" for name in ("same", "inside", "parted"))
        print(f"fr-{code}: {total} cuts: {shares}")
    again = -time.process_time()
    for row, _ in looked:
        clause_lines({c: (cell.paragraphs, cell.language) for c, cell in row.cells.items()}, row.column)
    again += time.process_time()
    print(f"{len(looked)} of {len(rows)} rows; by meaning {spent:.1f} s of the processor, by links {again:.2f} s")


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    main()
