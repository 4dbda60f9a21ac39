"""What a careful reading of seven resolutions found, and what the program says of it: reported, shaded, or missed with the reason.

    python -m benchmarks.reading ../shared/record/akn4un/sc [--list]

``reading_words.tsv`` holds the differences by symbol and paragraph, the words by which each shows (``en:relevant``: a word of the
English version that the version in question does not render; ``fr:toutes``: one that the French has too many or instead), and why it
is out of reach of word counts, where it is. A difference is reported where a finding of its row that concerns the version shows one
of these words, and shaded where the comparison shades one.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from align.lexicon.column_votes import Word
from align.lexicon.lost_words import doubtful_words, shaded_words
from reports.checks.runner import check_versions
from reports.comparison.rows import VersionRow, Versions, compare_versions
from reports.findings.model import Finding
from training.record import read_versions, versions

TABLE = Path(__file__).with_name("reading_words.tsv")
_SHORT = 90
"""Characters of a quote that shows a word."""
UNEXPLAINED = "not unusual enough"


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference that reading found: where, of which versions, of what kind, by which words it shows, and why it may be missed."""

    symbol: str
    paragraphs: tuple[str, ...]
    languages: tuple[str, ...]
    kind: str
    words: tuple[tuple[str, str], ...]
    reason: str


def differences() -> list[Difference]:
    """The differences of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [
            Difference(
                row["symbol"],
                tuple(row["paragraph"].split("/")),
                tuple(row["languages"].split(",")),
                row["kind"],
                tuple((w.partition(":")[0], w.partition(":")[2]) for w in row["words"].split()),
                row["reason"],
            )
            for row in csv.DictReader(file, delimiter="\t")
        ]


def row_of(found: Versions, paragraph: str) -> VersionRow | None:
    """The row of a paragraph of the French version, "op2.2" for item 2 of paragraph 2."""
    wanted = {paragraph, paragraph.partition(".")[0]}
    rows = [r for r in found.rows if "fr" in r.cells and any(p.id in wanted for p in r.cells["fr"].paragraphs)]
    return rows[-1] if rows else None


def said_of(row: VersionRow, findings: Sequence[Finding], difference: Difference) -> str:
    """The code of a finding that shows one of the words of a difference, "" where none does."""
    ids = {p.id for cell in row.cells.values() for p in cell.paragraphs}
    for finding in findings:
        if not ids.intersection(finding.paragraphs) or not _concerns(finding, difference):
            continue
        said = [(place.language, place.quote) for place in (finding.source, finding.target) if place]
        said += [*finding.votes, *((code, group.says) for group in finding.groups for code in group.versions)]
        for code, word in difference.words:
            if any(c == code and _holds(quote, word) for c, quote in said):
                return finding.code
    return ""


def _holds(quote: str, word: str) -> bool:
    """Whether a short quote has a word that begins so; a whole clause shows no word in particular."""
    return len(quote) < _SHORT and any(w.startswith(word.casefold()) for w in quote.casefold().split())


def _concerns(finding: Finding, difference: Difference) -> bool:
    languages = {place.language for place in (finding.source, finding.target) if place}
    languages |= {code for group in finding.groups for code in group.versions}
    return bool(languages & set(difference.languages))


def is_shaded(row: VersionRow, difference: Difference) -> bool:
    """Whether the comparison shades one of the words of a difference."""

    doubtful = doubtful_words(row.column)
    return any(shows(row, word, difference) for found in doubtful for word in shaded_words(row.column, found))


def shows(row: VersionRow, word: Word, difference: Difference) -> bool:
    """Whether a word of a version is one by which a difference shows."""
    text = row.cells[word.code].text[word.span.start : word.span.end].casefold()
    return any(word.code == code and text.startswith(said.casefold()) for code, said in difference.words)


def symbol_in_table(path: Path, symbols: Iterable[str]) -> str:
    """Which of the symbols of the table the name of a file states; "" for none."""
    numbers = {symbol.partition("(")[0].rpartition("/")[2]: symbol for symbol in symbols}
    stated = (s for number, s in numbers.items() if f"RES_{number}" in path.name or f"RES-{number}" in path.name)
    return next(stated, "")


def results(folder: Path) -> Iterator[tuple[Difference, str]]:
    """Each difference with the code that reports it, "shaded", or "missed: why"."""
    wanted: Mapping[str, list[Difference]] = defaultdict(list)
    for difference in differences():
        wanted[difference.symbol].append(difference)
    for paths in versions(folder).values():
        symbol = symbol_in_table(paths[0], wanted)
        if not symbol:
            continue
        documents = read_versions(paths)
        found = compare_versions(documents["fr"], [d for c, d in documents.items() if c != "fr"])
        findings = check_versions(found)
        words = Counter({"cells": sum(len(r.cells) for r in found.rows if r.checked)})
        words["D307"] = sum(f.code == "D307" for f in findings)
        words["D502"] = sum(f.code == "D502" for f in findings)
        places = [
            (w.code, w.place, n)
            for n, r in enumerate(found.rows)
            if r.checked
            for doubtful in doubtful_words(r.column)
            for w in shaded_words(r.column, doubtful)
        ]
        words["shaded"] = len(set(places))
        words["words"] = sum(len(text.spans) for r in found.rows if r.checked for text in r.column.words.values())
        print(symbol, dict(words), flush=True)
        for difference in wanted[symbol]:
            rows = [row for p in difference.paragraphs if (row := row_of(found, p))]
            code = next((c for row in rows if (c := said_of(row, findings, difference))), "")
            shaded = any(is_shaded(row, difference) for row in rows)
            yield difference, code or ("shaded" if shaded else f"missed: {difference.reason or UNEXPLAINED}")


def main() -> None:
    """The counts, and with ``--list`` each difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    for difference, result in results(arguments.folder):
        counts[result] += 1
        if arguments.list:
            print(
                *difference.paragraphs, ",".join(difference.languages), difference.kind, difference.words, "→", result
            )
    total = sum(counts.values())
    reported = sum(n for result, n in counts.items() if result.startswith("D"))
    print(f"{total} differences: {reported} reported, {counts['shaded']} shaded")
    for result, number in counts.most_common():
        print(f"  {number:3} {result}")


if __name__ == "__main__":
    main()
