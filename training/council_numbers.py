"""Between which numbers the Security Council's resolutions of each year lie, from how a record cites them.

    python -m training.council_numbers ../shared/record/akn4un/sc ../shared/record/archives/ga-75-78.tar.xz > corpora/resources/council_numbers.toml

Every "1373 (2001)" of the record's texts is a vote for the year of that number. A number counts where it was cited often enough
and nearly always with one year, so that slips of single texts teach nothing; a year's span runs from its least to its greatest.
"""

from __future__ import annotations

import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

_CITED = re.compile(r"(?<![\d/.,(])(\d{1,4})\s?\(((?:19|20)\d\d)\)")
_FEWEST = 3
"""Citations from which a number counts."""
_AGREED = 0.9
"""Share of the citations of a number that must give one year."""


def texts_of(path: Path) -> Iterator[str]:
    """The texts of the XML files of a folder, or of an archive (.tar.xz)."""
    if path.is_dir():
        for file in sorted(path.rglob("*.xml")):
            yield file.read_text(encoding="utf-8", errors="replace")
        return
    with tarfile.open(path) as archive:
        for member in archive:
            held = archive.extractfile(member) if member.name.endswith(".xml") else None
            if held is not None:
                yield held.read().decode("utf-8", errors="replace")


def spans(votes: Mapping[int, Counter[int]]) -> dict[int, tuple[int, int]]:
    """The least and the greatest number of each year, of the numbers whose year is sure; a number out of its order is left out."""
    sure: list[tuple[int, int]] = []
    for number, years in sorted(votes.items()):
        year, count = years.most_common(1)[0]
        if count >= _FEWEST and count >= _AGREED * years.total():
            sure.append((number, year))
    in_order = _longest_in_order(sure)
    found: dict[int, tuple[int, int]] = {}
    for number, year in in_order:
        least, _ = found.get(year, (number, number))
        found[year] = least, number
    return found


def _longest_in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of numbers whose years never fall: one wrong year among many right ones is dropped."""
    best: list[tuple[int, int | None]] = []
    for i, (_, year) in enumerate(pairs):
        before = [(best[j][0], j) for j in range(max(0, i - 200), i) if pairs[j][1] <= year]
        length, place = max(before, default=(0, -1))
        best.append((length + 1, place if place >= 0 else None))
    if not best:
        return []
    at: int | None = max(range(len(best)), key=lambda i: best[i][0])
    chain = []
    while at is not None:
        chain.append(pairs[at])
        at = best[at][1]
    return chain[::-1]


def main(paths: list[Path]) -> None:
    """Print the table."""
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for path in paths:
        for text in texts_of(path):
            for number, year in _CITED.findall(re.sub(r"<[^>]+>", "", text)):
                votes[int(number)][int(year)] += 1
    sources = ", ".join(path.name for path in paths)
    print("# The least and the greatest number of a resolution of the Security Council that a record cites, by year.")
    print(
        f"# Made by training/council_numbers.py from {sources}. A number that is not cited may lie between two years' spans."
    )
    print("[years]")
    for year, (least, greatest) in sorted(spans(votes).items()):
        print(f"{year} = [{least}, {greatest}]")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
