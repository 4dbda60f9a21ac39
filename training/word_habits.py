"""Count how often adopted texts leave each word unrendered, and write ``align/data/word_habits.parquet``.

    python -m training.word_habits RECORD [RECORD …] [--every 2] [--rows FILE]

Each RECORD is laid out as ``<year or session>/<Language>/*.xml`` (Akoma Ntoso), or a file of rows that ``--rows`` has written:
comparing six versions takes a second a resolution, counting a fifth of one. The years should be others than the lexicons were
learned from, or what is counted is better than what new texts have; what is judged later must be in neither.

For each ordered pair of languages and each stem the table holds the share of occurrences whose evidence lies at a level or below
it (``align.lexicon.word_habits``). Stems that were seen seldom lean on those seen as seldom: the share of the class is worth
``PRIOR`` occurrences.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from align.lexicon.paired_words import paired_words
from align.lexicon.tokenization import stemmed
from align.lexicon.translation_tables import FOLDER, vocabulary
from align.lexicon.word_habits import FILE, LEVELS, levels_of, packed
from corpora.languages import language
from reports.comparison.rows import compare_versions
from training.manifest import enter
from training.record import groups_of, read_versions

LANGUAGES = ("fr", "en", "es", "ru", "ar", "zh")
PRIOR = 4.0
"""Occurrences that the share of the class is worth."""
FEWEST = 5
"""Occurrences from which a stem has a habit."""
LONGEST = 400
"""Words of a cell from which it is left out: a table or an annex, not a sentence."""
Row = Mapping[str, str]
Counts = dict[tuple[str, str], NDArray[np.int64]]


def rows_of(folder: Path, every: int) -> Iterator[list[Row]]:
    """The rows of each resolution of a record that are compared: the text of each language that has the row."""
    for paths in groups_of(folder)[::every]:
        documents = read_versions(paths)
        if "fr" not in documents or len(documents) < 2:
            continue
        found = compare_versions(documents["fr"], [d for c, d in documents.items() if c != "fr"])
        yield [{code: cell.text for code, cell in row.cells.items()} for row in found.rows if row.checked]


def count(rows: Sequence[Row], counts: Counts) -> None:
    """Add the words of some rows to the counts: (stems + 1, LEVELS) for each ordered pair of languages.

    Like rows are counted once by their first language in each call, since a text repeats itself.
    """
    for row in rows:
        for first, second in itertools.combinations(sorted(c for c in row if c in LANGUAGES), 2):
            languages = language(first), language(second)
            cut = [stemmed(row[c], language(c)).stems for c in (first, second)]
            if min(map(len, cut)) == 0 or max(map(len, cut)) > LONGEST:
                continue
            found = paired_words(row[first], row[second], *languages)
            if found is None:
                continue
            for way, stems, evidence in (
                ((first, second), cut[0], found.there),
                ((second, first), cut[1], found.back),
            ):
                table = counts.setdefault(way, np.zeros((len(vocabulary(way[0]).counts), LEVELS), dtype=np.int64))
                np.add.at(table, (vocabulary(way[0]).of(stems), levels_of(evidence)), 1)


def shares(counts: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The stems that have a habit, and the share of their occurrences at each level or below, (stems, LEVELS)."""
    seen = counts.sum(axis=1)
    seen[0] = 0
    stems = np.flatnonzero(seen >= FEWEST)
    below = np.cumsum(counts[stems], axis=1).astype(np.float64)
    total = seen[stems][:, None]
    classes = np.log2(seen[stems]).astype(int)
    usual = np.zeros_like(below)
    for k in set(classes.tolist()):
        inside = classes == k
        usual[inside] = below[inside].sum(axis=0) / total[inside].sum()
    return stems, (below + PRIOR * usual) / (total + PRIOR)


def write(counts: Counts, source: str) -> None:
    """Write the table and its entry in the manifest."""
    parts = []
    for (first, second), table in sorted(counts.items()):
        stems, found = shares(table)
        parts.append(
            pl.DataFrame(
                {
                    "first": [first] * len(stems),
                    "second": [second] * len(stems),
                    "stem": stems,
                    "shares": packed(found),
                },
                schema={
                    "first": pl.String,
                    "second": pl.String,
                    "stem": pl.Int32,
                    "shares": pl.Array(pl.UInt8, LEVELS),
                },
            )
        )
    pl.concat(parts).write_parquet(FILE, compression="zstd", compression_level=19)
    codes = sorted({first for first, _ in counts})
    vocabularies = {FOLDER / f"words-{c}.parquet": len(vocabulary(c).numbers) for c in codes}
    enter([FILE], source=source, builder="training/word_habits.py", belongs_to={FILE: vocabularies})


def main() -> None:
    """Read, count, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=1, help="read every so many resolutions of a folder")
    parser.add_argument("--rows", type=Path, help="write the rows to this file and count nothing")
    parser.add_argument("--source", required=True, help="what the record is, for the manifest")
    arguments = parser.parse_args()
    counts: Counts = {}
    kept: list[list[Row]] = []
    documents: Iterator[list[Row]]
    for record in arguments.records:
        if record.is_file():
            documents = (json.loads(line) for line in record.read_text(encoding="utf-8").splitlines())
        else:
            documents = rows_of(record, arguments.every)
        for number, rows in enumerate(documents):
            if arguments.rows:
                kept.append(rows)
            else:
                count(rows, counts)
            if number % 50 == 0:
                print(record, number, flush=True)
    if arguments.rows:
        arguments.rows.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in kept), encoding="utf-8")
    else:
        write(counts, arguments.source)


if __name__ == "__main__":
    main()
