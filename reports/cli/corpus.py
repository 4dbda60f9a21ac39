"""corpus: every resolution of a folder checked, compared with the one that it continues, or aligned; on all cores or a cluster."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from corpora.errors import InputError
from reports.cli import options as o
from reports.cli.corpus_run import corpus_progress, end_corpus

if TYPE_CHECKING:
    from reports.pipeline.corpus.engines.base import Engine
    from reports.pipeline.corpus.jobs import Task
    from reports.pipeline.run_options import RunOptions

app = typer.Typer(
    no_args_is_help=True, help="Work on a whole corpus: check, compare or align every resolution of a place."
)

Place = Annotated[
    Path,
    typer.Argument(
        metavar="PLACE", help="A folder of texts, an archive of them, what hexapla fetch keeps, or a library."
    ),
]
Output = Annotated[
    Path, typer.Option("--output", "-o", help="Folder for the results; a run that was cut off goes on there.")
]
Workers = Annotated[
    int | None, typer.Option("--jobs", min=1, help="How many processes; by default as many as there are cores.")
]
EngineName = Annotated[
    str,
    typer.Option(
        "--engine", metavar="local|dask", help="Where the work is done: here, or by a Dask scheduler's workers."
    ),
]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", help="With --engine dask: tcp://HOST:8786, or the scheduler's file.")
]
ShardText = Annotated[
    str | None,
    typer.Option("--shard", metavar="K/N", help="Do the K-th of N shares only; then once without, for the results."),
]
Retry = Annotated[bool, typer.Option("--retry", help="Try again what ended the process that worked on it.")]


@app.command()
def check(
    place: Place,
    output: Output = Path("corpus-check"),
    workers: Workers = None,
    engine: EngineName = "local",
    scheduler: Scheduler = None,
    shard: ShardText = None,
    retry: Retry = False,
    ui: o.Ui = "en",
    fail_on: o.FailOn = None,
    config: o.Config = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    baseline: o.BaselineFile = None,
) -> None:
    """Check the versions of every resolution, each with the resolution that it continues where that is at hand.

    The folder then holds the findings as Parquet by organ and year, list.csv with the gravest first, and index.html, which leads to
    a report of each resolution.

    Example: hexapla corpus check akn4un -o checked
    """
    from reports.pipeline.corpus.jobs import Task

    asked = _Asked(
        task=Task.CHECK,
        place=place,
        output=output,
        workers=workers,
        engine=engine,
        scheduler=scheduler,
        shard=shard,
        retry=retry,
    )
    asked.run(ui, fail_on, _options(place, config, select, ignore, baseline))


@app.command()
def compare(
    place: Place,
    output: Output = Path("corpus-compare"),
    workers: Workers = None,
    engine: EngineName = "local",
    scheduler: Scheduler = None,
    shard: ShardText = None,
    retry: Retry = False,
    ui: o.Ui = "en",
    fail_on: o.FailOn = None,
    config: o.Config = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    baseline: o.BaselineFile = None,
) -> None:
    """Compare every resolution with the one that it continues: what was kept, moved, dropped, and which mandates changed.

    Example: hexapla corpus compare akn4un -o compared
    """
    from reports.pipeline.corpus.jobs import Task

    asked = _Asked(
        task=Task.COMPARE,
        place=place,
        output=output,
        workers=workers,
        engine=engine,
        scheduler=scheduler,
        shard=shard,
        retry=retry,
    )
    asked.run(ui, fail_on, _options(place, config, select, ignore, baseline))


@app.command()
def align(
    place: Place,
    output: Output = Path("corpus-align"),
    workers: Workers = None,
    engine: EngineName = "local",
    scheduler: Scheduler = None,
    shard: ShardText = None,
    retry: Retry = False,
    ui: o.Ui = "en",
    config: o.Config = None,
) -> None:
    """Align the versions of every resolution with its pivot: beads with their texts as Parquet by organ and year.

    Example: hexapla corpus align akn4un -o aligned
    """
    from reports.pipeline.corpus.jobs import Task

    asked = _Asked(
        task=Task.ALIGN,
        place=place,
        output=output,
        workers=workers,
        engine=engine,
        scheduler=scheduler,
        shard=shard,
        retry=retry,
    )
    asked.run(ui, None, _options(place, config, None, None, None))


def _options(
    place: Path, config: Path | None, select: list[str] | None, ignore: list[str] | None, baseline: Path | None
) -> RunOptions:
    from reports.pipeline.run_options import load_options

    return load_options(place, config=config, select=select or (), ignore=ignore or (), baseline=baseline)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a command of the group was given."""

    task: Task
    place: Path
    output: Path
    workers: int | None
    engine: str
    scheduler: str | None
    shard: str | None
    retry: bool

    def run(self, ui: str, fail_on: str | None, options: RunOptions) -> NoReturn:
        """Do it with progress, say what it came to, and end."""
        from corpora.system.workers import ended_in_order
        from reports.pipeline.corpus.commands import CorpusRequest, corpus_results
        from reports.pipeline.corpus.sharding import shard_of

        level = o.level_of(fail_on)
        request = CorpusRequest(
            task=self.task,
            place=self.place,
            output=self.output,
            options=options,
            ui=o.ui_of(ui),
            engine=self._engine(),
            workers=self.workers,
            shard=shard_of(self.shard) if self.shard else None,
            retry=self.retry,
        )
        with ended_in_order(), corpus_progress() as tell:
            result = corpus_results(request, tell)
        end_corpus(result, (self.output / "list.csv", self.output / "index.html"), level)

    def _engine(self) -> Engine | None:
        """The cluster that was named; None for this machine. Raises InputError for another engine, or one without address."""
        if self.engine == "local":
            return None
        if self.engine != "dask":
            raise InputError("--engine", f"{self.engine!r} is no engine", hint="use local or dask")
        if not self.scheduler:
            raise InputError("--engine dask", "no scheduler is named", hint="give --scheduler tcp://HOST:8786")
        from reports.pipeline.corpus.engines.cluster import DaskCluster

        return DaskCluster(self.scheduler)
