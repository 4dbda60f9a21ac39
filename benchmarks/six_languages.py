"""Findings over adopted resolutions in six languages, counted; the grave ones of the Council's 2020 and 2021, each judged.

    python -m benchmarks.six_languages ../shared/record/akn4un [findings.parquet]

Runs ``hexapla check --corpus`` (or takes its Parquet file), then prints findings for a thousand operative paragraphs of all
versions, by code and severity and by the language that stands alone. Then every finding of severity major and above of the
Council's resolutions, with its judgement from ``six_languages.json``: genuine (to be checked against the official document),
house style, the reader's fault, the alignment's, the check's. A finding that is not in the table is printed as not judged.
Beads against the numbering, with numbers and with numbers hidden, are printed by ``benchmarks.record``.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import polars as pl

from corpora.errors import InputError
from corpora.model import Kind
from corpora.reading import read_resolution
from reports.pipeline.corpus.commands import check_corpus
from reports.pipeline.files import readable_files
from reports.pipeline.run_options import RunOptions

TABLE = Path(__file__).with_name("six_languages.json")
GRAVE = ("major", "critical")


def operative_paragraphs(folder: Path) -> Counter[str]:
    """How many numbered operative paragraphs each language has, over all resolutions."""
    counts: Counter[str] = Counter()
    for path in readable_files(folder):
        try:
            document = read_resolution(path)
        except InputError:
            continue
        counts[document.language] += sum(p.kind is Kind.OPERATIVE for p in document.paragraphs)
    return counts


def findings_of(folder: Path) -> pl.DataFrame:
    """The findings of the whole folder; prints seconds and memory."""
    with tempfile.TemporaryDirectory() as place:
        output = Path(place) / "findings.parquet"
        start = time.perf_counter()
        result = check_corpus(folder, output, options=RunOptions(), ui="en")
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{result.checked} resolutions in {seconds:.0f} s, {result.checked / seconds:.2f} a second, {memory:.0f} MiB"
        )
        return pl.read_parquet(output)


def rates(table: pl.DataFrame, paragraphs: Counter[str]) -> None:
    """Findings for a thousand operative paragraphs."""
    thousand = sum(paragraphs.values()) / 1000
    print(f"{sum(paragraphs.values())} operative paragraphs: {dict(paragraphs)}")
    counts = table.group_by("code", "severity").len().sort("code", "severity")
    for code, severity, number in counts.iter_rows():
        print(f"  {code} {severity:8} {number:5}  {number / thousand:.2f} for a thousand")
    grave = table.filter(pl.col("severity").is_in(GRAVE))
    print(f"major and above: {len(grave)}, {len(grave) / thousand:.2f} for a thousand operative paragraphs")
    for language, number in grave.group_by("odd_language").len().sort("odd_language").iter_rows():
        if language:
            print(f"  {language}: {number}, {1000 * number / paragraphs[language]:.2f} for a thousand of its own")


def judged(table: pl.DataFrame) -> None:
    """Each grave finding of the Council with its judgement, then the sums, and those of judged findings that are less grave."""
    known: dict[str, str] = json.loads(TABLE.read_text(encoding="utf-8"))
    sums: Counter[str] = Counter()
    council = table.filter(pl.col("symbol").str.starts_with("S/RES/"))
    grave = council.filter(pl.col("severity").is_in(GRAVE))
    for row in grave.sort("code", "symbol", "fingerprint").iter_rows(named=True):
        judgement = known.get(f"{row['symbol']} {row['fingerprint']}", "not judged")
        sums[judgement.partition(":")[0]] += 1
        place = row["target_paragraph"] or row["source_paragraph"]
        print(f"{row['code']} {row['symbol']} {row['odd_language'] or ''} {place} [{row['fingerprint']}] {judgement}")
        print(f"    {row['message']}")
    for judgement, number in sums.most_common():
        print(f"{judgement}: {number} of {len(grave)}")
    others = council.filter(~pl.col("severity").is_in(GRAVE)).select("symbol", "fingerprint").rows()
    lesser = Counter(known[f"{s} {f}"].partition(":")[0] for s, f in others if f"{s} {f}" in known)
    print("reported as less grave, by their effect: " + ", ".join(f"{n} {j}" for j, n in lesser.most_common()))


def main(folder: Path, findings: Path | None) -> None:
    """Everything, in that order."""
    table = pl.read_parquet(findings) if findings else findings_of(folder)
    rates(table, operative_paragraphs(folder))
    judged(table)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
