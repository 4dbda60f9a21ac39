"""Findings of severity major and above on real pairs, each read and judged by hand: true, or false and why.

    python -m benchmarks.judgements ../shared/record

The pairs are the record's English-French pairs of the Council and ten pairs of successive renewals in French. Judgements
stand in ``benchmarks/judgements.json`` by fingerprint, so that a finding that comes back is judged already; a new one is
printed as not judged. Prints the table and, for each half, how many of the judged findings are true.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpora.reading import read_resolution
from reports.checks.runner import check_related, check_versions
from reports.comparison.rows import compare_related, compare_versions
from reports.findings.model import Finding, Severity

TABLE = Path(__file__).with_name("judgements.json")
ENGLISH_FRENCH = ("948", "991", "1020", "1124", "1236", "1267")
RENEWALS = (
    "renewals/1525_2004 renewals/1553_2004", "renewals/1541_2004 renewals/1570_2004", "renewals/1648_2005 renewals/1685_2006",
    "sc-fr/0610_1988 sc-fr/0615_1988", "sc-fr/1038_1996 sc-fr/1066_1996", "sc-fr/1066_1996 sc-fr/1119_1997", "sc-fr/1096_1997 sc-fr/1124_1997",
    "sc-fr/1147_1998 sc-fr/1183_1998", "sc-fr/1174_1998 sc-fr/1247_1999", "sc-fr/1225_1999 sc-fr/1255_1999",
)  # fmt: skip


def versions_of(record: Path) -> Iterator[tuple[str, list[Finding]]]:
    """The findings of each English-French pair."""
    for number in ENGLISH_FRENCH:
        french, english = (read_resolution(record / "sc-en-fr" / f"{number}.{c}.txt", c) for c in ("fr", "en"))
        yield number, check_versions(compare_versions(french, [english]))


def renewals_of(record: Path) -> Iterator[tuple[str, list[Finding]]]:
    """The findings of each pair of renewals."""
    for pair in RENEWALS:
        earlier, later = (read_resolution(record / f"{name}.txt", "fr") for name in pair.split())
        yield pair, check_related(compare_related(earlier, later))


def show(title: str, pairs: Iterator[tuple[str, list[Finding]]], table: dict[str, str]) -> None:
    """A line a finding, then the sums."""
    counts: Counter[str] = Counter()
    for name, findings in pairs:
        for finding in findings:
            if finding.severity < Severity.MAJOR:
                continue
            judgement = table.get(finding.fingerprint, "not judged")
            counts[judgement.split(":")[0]] += 1
            print(f"{name}  {finding.code} {'/'.join(finding.paragraphs)} [{finding.fingerprint}] {judgement}")
            print(f"    {finding.message('en')}")
    judged = counts["true"] + counts["false"]
    print(f"{title}: {counts['true']} true of {judged} judged, {counts['not judged']} not judged")


def main(record: Path) -> None:
    """Both halves."""
    table: dict[str, str] = json.loads(TABLE.read_text(encoding="utf-8"))
    show("English-French pairs", versions_of(record), table)
    show("renewals", renewals_of(record), table)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
