"""What a run over a corpus leaves for its reader: tables by organ and year, a list with the gravest first, a page that leads on.

Everything is made from the parts, one in memory at a time, in the order of the corpus: whoever did the work, and in what order,
the results are the same.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from corpora.io import sweep_unfinished, write_whole
from corpora.system.locking import locked
from reports.exporters.html.corpus_index import CorpusEntry, write_index
from reports.exporters.tables import write_table
from reports.findings.model import Severity
from reports.findings.order import DOUBTFUL
from reports.pipeline.corpus.grouping import period_of
from reports.pipeline.corpus.jobs import Job, Task
from reports.pipeline.corpus.naming import page_name
from reports.pipeline.corpus.parts import COLUMNS, PartialResult, Parts
from reports.pipeline.corpus.rows import Row, table_of
from reports.pipeline.corpus.run import CorpusRun, Layout, Plan
from reports.pipeline.program import program_digest

_LEVELS = tuple(s.label for s in sorted(Severity, reverse=True))
_LISTED = ("symbol", "code", "severity", "confidence", "odd_language", "address", "message", "fingerprint")
_TABLES = {Task.CHECK: "findings", Task.COMPARE: "findings", Task.ALIGN: "beads"}
_LIST, _INDEX, _ABOUT, _LOG = _SUMMARIES = ("list.csv", "index.html", "run.json", "not-used.log")
_OTHER = "other"
"""The folder of what has no symbol that says an organ, or none that says a year."""


@dataclass(frozen=True, slots=True)
class CorpusResult:
    """What a run gave: how many findings of each severity and code, how many resolutions were checked and taken from before, and
    what could not be used.
    """

    severities: Counter[str]
    codes: Counter[str]
    checked: int
    resumed: int
    unusable: tuple[str, ...]
    faults: int = 0
    """How many of those not used the program failed on, though it should not have."""
    log: Path | None = None
    """The file that lists what was not used and what lacks a version; None where nothing is to be said."""
    incomplete: tuple[str, ...] = ()
    """A line for each resolution that lacks a version which most have."""
    elsewhere: int = 0
    """How many fall to other shares and are not done yet; then there are no tables yet."""
    table: pl.DataFrame = field(default_factory=pl.DataFrame)
    """One row a finding, where all were asked for in one table."""


@dataclass
class _Sums:
    """Counts over all parts, and lines about texts that were not used."""

    severities: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    apart: list[str] = field(default_factory=list)

    def add(self, part: PartialResult) -> None:
        """Count one part."""
        self.severities.update(str(row["severity"]) for row in part.rows if "severity" in row)
        self.codes.update(str(row["code"]) for row in part.rows if "code" in row)
        self.apart += part.apart


def write_one_table(run: CorpusRun, layout: Layout, output: Path, ui: str) -> CorpusResult:
    """All findings in one file, .csv, .parquet or .json; the page that leads to the reports where there are any."""
    sums, rows, entries = _Sums(), list[Row](), list[CorpusEntry]()
    for job, part in Parts(layout.parts, Task.CHECK).of(run.jobs):
        sums.add(part)
        rows += part.rows
        if part.languages:
            entries.append(_entry(job, part, "" if layout.pages is None else page_name(job.group.key)))
    table = _gravest_first(table_of(rows, COLUMNS[Task.CHECK]))
    if output.suffix == ".json":
        write_whole(output, json.dumps(table.to_dicts(), ensure_ascii=False, indent=1) + "\n")
    else:
        write_table(table, output)
    unusable = [*run.unusable, *sums.apart]
    if layout.pages is not None:
        write_index(layout.pages / _INDEX, entries, unusable, ui)
    return _result(run, sums, output.with_name(output.name + ".log"), table)


def write_results(run: CorpusRun, plan: Plan, folder: Path) -> CorpusResult:
    """The tables by organ and year, the list and the page, in a folder; while shares are lacking, nothing but the log."""
    with locked(folder / ".results.lock"):  # Two shares may end at once.
        sweep_unfinished(folder, _SUMMARIES)
        return _write_results(run, plan, folder)


def _write_results(run: CorpusRun, plan: Plan, folder: Path) -> CorpusResult:
    log = folder / _LOG
    sums = _Sums()
    parts = Parts(plan.layout.parts, plan.task)
    if run.elsewhere:
        return _result(run, sums, log)
    table = folder / _TABLES[plan.task]
    _write_partitions(run.jobs, parts, table, plan.task)
    entries = []
    for job, part in parts.of(run.jobs):
        sums.add(part)
        if part.languages:
            page = f"reports/{page_name(job.group.key)}" if plan.layout.pages is not None else ""
            entries.append(_entry(job, part, page))
    if plan.task is Task.ALIGN:
        _write_bead_list(table, folder / _LIST)
    else:
        _write_list(table, folder / _LIST, {e.symbol: e.page for e in entries})
        write_index(folder / _INDEX, entries, [*run.unusable, *sums.apart], plan.ui)
    about = {"task": plan.task.value, "program": program_digest(), "pivot": plan.options.settings.pivot, "ui": plan.ui}
    write_whole(folder / _ABOUT, json.dumps({**about, "resolutions": len(entries)}, indent=1) + "\n")
    return _result(run, sums, log)


def _entry(job: Job, part: PartialResult, page: str) -> CorpusEntry:
    codes = tuple(sorted(part.languages, key=job.group.languages.index))
    return CorpusEntry.of(job.group.key, codes, page, part.rows if job.task is not Task.ALIGN else ())


def _write_partitions(jobs: Sequence[Job], parts: Parts, table: Path, task: Task) -> None:
    """One Parquet file an organ and year, in folders that Polars, DuckDB and Spark read as columns ("organ=S/period=2023").

    Written beside what is there and then put in its place, so that nothing of an earlier run stays.
    """
    fresh = table.with_name(f".{table.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    for (organ, period), these in _by_period(jobs).items():
        rows = [row for _, part in parts.of(these) for row in part.rows]
        place = fresh / f"organ={organ or _OTHER}" / f"period={period or _OTHER}" / "part.parquet"
        place.parent.mkdir(parents=True)
        found = table_of(rows, COLUMNS[task])
        write_table(found if task is Task.ALIGN else _gravest_first(found), place)
    shutil.rmtree(table, ignore_errors=True)
    if fresh.is_dir():
        fresh.replace(table)


def _by_period(jobs: Sequence[Job]) -> dict[tuple[str, str], list[Job]]:
    found: dict[tuple[str, str], list[Job]] = defaultdict(list)
    for job in jobs:
        found[period_of(job.group.key)].append(job)
    return found


def _scanned(table: Path) -> pl.LazyFrame | None:
    """The table's rows; None where there are none."""
    files = sorted(table.rglob("*.parquet"))
    return pl.scan_parquet(files) if files else None


def _write_list(table: Path, path: Path, pages: dict[str, str]) -> None:
    """Every finding with its report, the gravest and likeliest first, and those that are doubtful last."""
    rows = _scanned(table)
    columns = [*_LISTED, "report"]
    if rows is None:
        write_table(pl.DataFrame(schema=dict.fromkeys(columns, pl.String)), path)
        return
    found = _gravest_first(rows.select(_LISTED).collect())
    report = pl.col("symbol").replace_strict(pages, default="", return_dtype=pl.String)
    write_table(found.with_columns(report.alias("report")).select(columns), path)


def _gravest_first(found: pl.DataFrame) -> pl.DataFrame:
    """Rows of many resolutions in the order of a list: what is not doubtful, the gravest and likeliest first, then what is.

    Rows alike in all of that stay in the order of the corpus and of the text.
    """
    rank = pl.col("severity").replace_strict(list(_LEVELS), list(range(len(_LEVELS))), return_dtype=pl.Int8)
    return found.sort(pl.col("confidence") < DOUBTFUL, rank, -pl.col("confidence"), "symbol", maintain_order=True)


def _write_bead_list(table: Path, path: Path) -> None:
    """Each two versions with their beads, those first that are aligned with least confidence."""
    rows = _scanned(table)
    keys = ["symbol", "source_language", "target_language"]
    if rows is None:
        write_table(pl.DataFrame(schema=dict.fromkeys([*keys, "beads"], pl.String)), path)
        return
    one_sided = (pl.col("source") == "") | (pl.col("target") == "")
    figures = [
        pl.len().alias("beads"),
        one_sided.sum().alias("one_sided"),
        pl.col("confidence").mean().round(4).alias("confidence"),
    ]
    write_table(rows.group_by(keys).agg(figures).sort("confidence", *keys).collect(), path)


def _result(run: CorpusRun, sums: _Sums, log: Path, table: pl.DataFrame | None = None) -> CorpusResult:
    unusable = (*run.unusable, *sums.apart)
    lines = [*unusable, *run.incomplete]
    if lines:
        write_whole(log, "".join(f"{line}\n" for line in lines))
    else:
        # A list of an earlier run goes.
        log.unlink(missing_ok=True)
    return CorpusResult(
        severities=sums.severities,
        codes=sums.codes,
        checked=run.checked,
        resumed=run.resumed,
        unusable=unusable,
        faults=run.faults,
        log=log if lines else None,
        incomplete=tuple(run.incomplete),
        elsewhere=run.elsewhere,
        table=pl.DataFrame() if table is None else table,
    )


def summary_lines(result: CorpusResult) -> Iterator[str]:
    """Counts by severity, then by code, then how many files could not be used."""
    yield f"{result.checked} resolutions checked, {result.resumed} taken from before"
    if result.elsewhere:
        yield f"{result.elsewhere} fall to other shares; run the command without --shard once they are done"
    else:
        yield ", ".join(f"{result.severities[level]} {level}" for level in _LEVELS)
        yield "  ".join(f"{code} {count}" for code, count in sorted(result.codes.items()))
    if result.unusable:
        yield f"{len(result.unusable)} not used, listed in {result.log}; the first: {result.unusable[0]}"
    if result.incomplete:
        yield f"{len(result.incomplete)} lack a version, listed in {result.log}; the first: {result.incomplete[0]}"
