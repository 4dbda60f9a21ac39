"""Compilations: how many of the resolutions of each yearly volume are found, and how whole they are.

    python -m benchmarks.volumes ../shared/record/sc-fr-volumes

Resolutions of the Security Council are numbered without gaps: within a volume every number from the first to the last found
is expected once. Beside it: resolutions whose operative numbers run in sequence, footnote marks that lead to a footnote,
paragraphs whose opening verb is not known, and seconds a volume.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from pathlib import Path

from corpora.reading import read_resolutions

_REACH = 70
"""Resolutions a year at most on either side of the middle one: the Council's busiest year of these had 93."""


def main(folder: Path) -> None:
    """A line a volume, then the sums."""
    sums = [0, 0, 0, 0, 0, 0, 0]
    for path in sorted(folder.glob("*.html")):
        begin = time.perf_counter()
        found = read_resolutions(path)
        seconds = time.perf_counter() - begin
        year = path.stem
        numbers = [int(m.group(1)) for r in found if (m := re.fullmatch(rf"S/RES/(\d+)\({year}\)", r.symbol or ""))]
        # A misread number ("9109" for 909) lies far from the others: it is counted as not found.
        middle = statistics.median(numbers)
        numbers = [n for n in numbers if abs(n - middle) <= _REACH]
        expected = set(range(min(numbers), max(numbers) + 1))
        missing = sorted(expected - set(numbers))
        sequence = sum(not r.faults for r in found)
        marks = tied = 0
        openings = unknown = 0
        for resolution in found:
            notes = {n.mark for n in resolution.footnotes}
            for paragraph in resolution.paragraphs:
                marks += len(paragraph.marks)
                tied += sum(m.mark in notes for m in paragraph.marks)
                if paragraph.kind.is_main:
                    openings += 1
                    unknown += paragraph.verb is None
        row = [len(set(numbers)), len(expected), sequence, len(found), tied, marks, unknown]
        sums = [a + b for a, b in zip(sums, row, strict=True)]
        print(
            f"{year}  found {row[0]}/{row[1]}  in sequence {sequence}/{len(found)}  notes tied {tied}/{marks}  "
            f"unknown openings {unknown}/{openings}  {seconds:.1f} s  missing {missing}"
        )
    print(f"all: found {sums[0]}/{sums[1]}, in sequence {sums[2]}/{sums[3]}, notes tied {sums[4]}/{sums[5]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
