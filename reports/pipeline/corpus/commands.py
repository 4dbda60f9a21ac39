"""What the commands ask for: a corpus in one table (``check --corpus``), or in a folder of results (``corpus``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpora.errors import InputError
from reports.pipeline.corpus.engines.base import Engine
from reports.pipeline.corpus.facts import KEPT_FACTS
from reports.pipeline.corpus.jobs import Task
from reports.pipeline.corpus.places import files_at
from reports.pipeline.corpus.results import CorpusResult, write_one_table, write_results
from reports.pipeline.corpus.run import Layout, Plan, Progress, run_corpus
from reports.pipeline.corpus.sharding import Shard
from reports.pipeline.run_options import RunOptions


def check_corpus(
    folder: Path,
    output: Path,
    *,
    ui: str,
    options: RunOptions | None = None,
    on_progress: Callable[[int, int], object] | None = None,
    pages: Path | None = None,
    workers: int | None = 1,
) -> CorpusResult:
    """Check every resolution below ``folder`` and write one row a finding to ``output`` (.parquet, .csv or .json).

    Results are kept a resolution in ``OUTPUT.parts`` as they come; a later run takes from there what has not changed.
    What cannot be used, or makes the program fail, is set aside with the reason, and listed in ``OUTPUT.log``. ``on_progress`` is
    called with the bytes of text that are done and those in all. With ``pages`` a report of each resolution is written into
    that folder, and a page that leads to them. ``workers``: processes, None for as many as there are cores.
    """
    if output.suffix not in (".parquet", ".csv", ".json"):
        raise InputError(str(output), f"no table format {output.suffix!r}", hint="use .parquet, .csv or .json")
    parts = output.with_name(output.name + ".parts")
    layout = Layout(parts, pages, parts / "ledger.jsonl", parts / KEPT_FACTS.format(""))
    tell = on_progress or (lambda done, total: None)
    plan = Plan(
        task=Task.CHECK,
        options=options or RunOptions(),
        ui=ui,
        layout=layout,
        workers=workers,
        on_progress=lambda stage, done, total: tell(done, total) if stage != "read" else None,
    )
    run = run_corpus(files_at(folder, parts / "texts"), plan)
    return write_one_table(run, layout, output, ui)


@dataclass(frozen=True)
class CorpusRequest:
    """What ``hexapla corpus`` is asked: a task, a place, the folder of the results, and who does the work."""

    task: Task
    place: Path
    output: Path
    options: RunOptions
    ui: str = "en"
    engine: Engine | None = None
    workers: int | None = 1
    shard: Shard | None = None
    retry: bool = False


def corpus_results(request: CorpusRequest, on_progress: Progress = lambda stage, done, total: None) -> CorpusResult:
    """Do what is asked with every resolution of a place, and write the results into its folder.

    A run that was cut off goes on; a share of the work writes its parts, and a run without share that finds all of them writes
    the results. Raises InputError where the place holds nothing, or the folder cannot be written to.
    """
    plan = Plan(
        task=request.task,
        options=request.options,
        ui=request.ui,
        layout=Layout.of_folder(request.output, request.task, request.shard),
        engine=request.engine,
        workers=request.workers,
        shard=request.shard,
        retry=request.retry,
        on_progress=on_progress,
    )
    run = run_corpus(files_at(request.place, request.output / "texts"), plan)
    return write_results(run, plan, request.output)
