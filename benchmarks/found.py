"""docs/found.md: differences between versions of adopted texts that the program found, each with its quotes.

    python -m benchmarks.found ../shared/record [--list SYMBOL ...]

``found.tsv`` names findings that a reader chose: symbol, code, paragraph. Each resolution's versions are checked anew, and what is said
of the difference is what the program says today; a finding that it does not report any more ends the run with status 1, and the
page stays as it is. ``--list`` prints the grave findings of other resolutions to choose from.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from corpora.io import write_whole
from corpora.model import Resolution
from reports.findings.model import Finding, Place, Severity
from reports.messages.catalogue import breakable, language_name, say_addresses
from reports.messages.wording import shortened
from reports.pipeline.case import Result, examine
from reports.pipeline.files import case_of_files
from training.record import FOLDERS, files_of, versions

CHOSEN = Path(__file__).parent / "found.tsv"
PAGE = Path(__file__).parents[1] / "docs" / "found.md"
_QUOTED = 200
"""Characters of a quote at most."""
_AROUND = 90
"""Characters of the paragraph on either side of it."""

_HEAD = """# What the program found

{count} differences between the language versions of adopted resolutions that `hexapla check` found in unofficial copies of the
texts (github.com/UNxml, made from the official electronic files). They were chosen by reading among what it found, as one would
choose examples; docs/figures.md says how many of all its findings are right. **Each is to be checked against the official document**
before anything is made of it: the copy may differ from it. Made by `python -m benchmarks.found`.
"""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A finding that was chosen."""

    symbol: str
    code: str
    paragraph: str


def chosen(path: Path = CHOSEN) -> list[Chosen]:
    """The findings that a reader chose, those of one resolution together."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Chosen(**row) for row in csv.DictReader(file, delimiter="\t")]


def version_files(record: Path, symbol: str) -> list[Path]:
    """The files of a resolution's six versions, French first. Raises InputError where none is there, FileNotFoundError where one is not."""
    by_folder = {path.parent.name: path for path in files_of(symbol, versions(record / "akn4un"))}
    if set(by_folder) != set(FOLDERS.values()):
        raise FileNotFoundError(f"{symbol}: not all six versions stand below {record / 'akn4un'}")
    return [by_folder[folder] for folder in FOLDERS.values()]


def result_of(record: Path, symbol: str) -> Result:
    """What the program makes of a resolution's six versions."""
    pivot, *others = version_files(record, symbol)
    return examine(case_of_files(pivot, others))


def entry(number: int, symbol: str, finding: Finding, texts: Mapping[str, Resolution]) -> Iterator[str]:
    """The lines of the page for one finding; ``texts`` are the versions by language."""
    yield f"\n## {number}. {symbol}, {breakable(say_addresses(finding.addresses, 'en'))}"
    yield f"{finding.code}, {finding.severity.label}: {_plain(finding.message('en'))}\n"
    for place in (finding.source, finding.target):
        if place is not None:
            yield f"- {language_name(place.language, 'en')}: “{_in_context(place, texts[place.language])}”"


def _in_context(place: Place, text: Resolution) -> str:
    """The words of a finding in bold, in those of the paragraph that stand around them."""
    words, inside = text.paragraph(place.paragraph).text, place.inside
    start, end = max(0, inside.start - _AROUND), min(len(words), inside.end + _AROUND)
    before, after = words[start : inside.start], words[inside.end : end]
    if start > 0:
        before = "…" + before[before.find(" ") :] if " " in before else "…" + before
    if end < len(words):
        after = after[: after.rfind(" ")] + " …" if " " in after else after + "…"
    quote = shortened(words[inside.start : inside.end], _QUOTED)
    return f"{_plain(before)}**{_plain(quote.strip())}**{_plain(after)}"


def _plain(text: str) -> str:
    """Text without what Markdown would read as its own, and without marks that steer the direction of writing."""
    bare = "".join(c for c in text if c not in "\u2066\u2067\u2068\u2069")
    return re.sub(r"([*_`<>\[\]])", r"\\\1", bare)


def page(record: Path, wanted: Sequence[Chosen]) -> tuple[str, list[Chosen]]:
    """The page, and what of the chosen findings the program does not report."""
    lines: list[str] = []
    lost: list[Chosen] = []
    number = 0
    for symbol, group in groupby(wanted, key=lambda one: one.symbol):
        result = result_of(record, symbol)
        texts = {document.language: document for document in result.required_versions().documents}
        for one in group:
            found = next((f for f in result.findings if f.code == one.code and one.paragraph in f.paragraphs), None)
            if found is None:
                lost.append(one)
                continue
            number += 1
            lines += entry(number, symbol, found, texts)
    return _HEAD.format(count=number) + "\n".join(lines) + "\n", lost


def main(arguments: Sequence[str]) -> int:
    """Write the page, or list what there is to choose from; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--list", nargs="+", default=[], metavar="SYMBOL")
    given = parser.parse_args(arguments)
    for symbol in given.list:
        for finding in result_of(given.record, symbol).findings:
            if finding.severity >= Severity.MAJOR:
                print(
                    symbol,
                    finding.code,
                    "/".join(finding.paragraphs),
                    finding.message("en")[:300],
                    sep="\t",
                    flush=True,
                )
    if given.list:
        return 0
    text, lost = page(given.record, chosen())
    for one in lost:
        print(f"not reported any more: {one.symbol} {one.code} {one.paragraph}", file=sys.stderr)
    if lost:
        return 1
    write_whole(PAGE, text)
    print(PAGE)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
