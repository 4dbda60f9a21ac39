"""Words that changed between successive resolutions, and whether each is in a hunk (``reports/comparison/hunks.py``).

    python -m benchmarks.changes ../shared/record/changes

Takes the pairs that the gold tables (``*.tsv``) name. Printed for each: hunks, those of no word, words gone and new.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from corpora.reading import read_resolution
from reports.comparison.hunks import hunks_of
from reports.comparison.rows import compare_related


def main(folder: Path) -> None:
    """A line a pair."""
    for table in sorted(folder.glob("*.tsv")):
        rows = list(csv.DictReader(table.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
        if not rows or "words_before" not in rows[0]:
            continue
        earlier, later = (read_resolution(folder / rows[0][side].replace(" ", "_")) for side in ("earlier", "later"))
        found = hunks_of(compare_related(earlier, later).alignment, earlier, later)
        gone, come = sum(h.removed for h in found), sum(h.added for h in found)
        wordless = sum(h.wordless for h in found)
        print(f"{table.stem}: {len(found)} hunks, {wordless} of no word; {gone} words gone, {come} new")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
