"""A run over a corpus from its place to its parts: what was done before is not done again, what is bad is set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType

from corpora.io import sweep_unfinished, write_whole
from corpora.system.locking import locked
from reports.pipeline.corpus.drawer import Drawer, drawer, fits
from reports.pipeline.corpus.engines.base import Engine, Lost
from reports.pipeline.corpus.engines.processes import Processes, SameProcess, cores
from reports.pipeline.corpus.facts import KEPT_FACTS, FileFacts, KeptFacts
from reports.pipeline.corpus.grouping import Predecessors, VersionSet, grouped, lacking
from reports.pipeline.corpus.jobs import (
    Job,
    JobOutcome,
    ReadJob,
    Task,
    digest_of,
    file_with_content,
    largest_first,
    perform,
    read_facts,
    why_nothing_to_do,
    with_contents,
)
from reports.pipeline.corpus.ledger import JobLedger, JobState, LedgerLine
from reports.pipeline.corpus.naming import page_name
from reports.pipeline.corpus.parts import Parts
from reports.pipeline.corpus.places import PlaceFiles
from reports.pipeline.corpus.sharding import Shard
from reports.pipeline.files import review_of_files
from reports.pipeline.program import program_digest
from reports.pipeline.run_options import RunOptions

_FEW = 8
"""Pieces of work for which no further process is started: that takes as long as two or three of them."""
_MANY = 64
"""Pieces of work for which even one worker is a process of its own: it begins anew now and then, so that its memory is bounded."""
_FILES = 4
"""Files that are read in the time of one piece of work."""

Progress = Callable[[str, int, int], object]
"""Told of the stage ("read", or the task), and of the work done and in all, in bytes of text."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a run keeps what it has done: parts, reports (None where none are wanted), the ledger, what was read of files."""

    parts: Path
    pages: Path | None
    ledger: Path
    facts: Path

    @staticmethod
    def of_folder(folder: Path, task: Task, shard: Shard | None = None) -> Layout:
        """In a folder of its own; a shard has its own ledger, so that shards can share the folder."""
        mark = f"-{shard.number}-of-{shard.count}" if shard else ""
        return Layout(
            folder / "parts",
            folder / "reports" if task.has_pages else None,
            folder / f"ledger{mark}.jsonl",
            folder / KEPT_FACTS.format(mark),
        )


@dataclass(frozen=True)
class Plan:
    """What is asked of a run. ``engine`` None: as many processes as ``workers`` (None: cores) where there is enough to do."""

    task: Task
    options: RunOptions
    ui: str
    layout: Layout
    engine: Engine | None = None
    workers: int | None = None
    shard: Shard | None = None
    retry: bool = False
    on_progress: Progress = lambda stage, done, total: None


class _Engines:
    """Where the pieces of a run are done; processes that were started serve to its end."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._processes: Processes | None = None

    def for_pieces(self, count: int) -> Engine:
        """Where so many pieces of work are done."""
        plan = self._plan
        if plan.engine is not None:
            return plan.engine
        if self._processes is not None:
            return self._processes
        workers = plan.workers if plan.workers is not None else cores()
        if count < _MANY and (workers < 2 or count < 2 or (plan.workers is None and count < _FEW)):
            return SameProcess()
        self._processes = Processes(workers)
        return self._processes

    def __enter__(self) -> _Engines:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes that were started here: where the run was interrupted, in the middle of their work."""
        if self._processes is None:
            return
        if kind is None:
            self._processes.close()
        else:
            self._processes.end()


@dataclass
class CorpusRun:
    """A run as far as it has come. ``jobs`` are all that there is to do, in the order of the corpus."""

    jobs: list[Job] = field(default_factory=list)
    unusable: list[str] = field(default_factory=list)
    incomplete: list[str] = field(default_factory=list)
    checked: int = 0
    resumed: int = 0
    faults: int = 0
    elsewhere: int = 0
    """How many are another shard's, and are not done yet."""
    seconds: float = 0.0
    """Processor time of the work that was done."""


def run_corpus(place: PlaceFiles, plan: Plan) -> CorpusRun:
    """Read the files, and do what is asked with each resolution; parts and reports lie as the plan's layout says.

    Raises InputError where the folder cannot be written to, or another run is at work in it.
    """
    with locked(plan.layout.ledger.with_name(f".{plan.layout.ledger.name}.lock"), seconds=2):
        run = CorpusRun()
        with drawer() as kept, _Engines(plan) as engines:
            facts = read_files(place.files, plan, run, engines, kept)
            groups, unusable = grouped(facts, plan.options.settings.pivot)
            run.unusable = [*place.problems, *unusable]
            _Work(plan, run, engines, kept).do(groups)
        return run


def read_files(files: Sequence[Path], plan: Plan, run: CorpusRun, engines: _Engines, drawn: Drawer) -> list[FileFacts]:
    """What is known of each file, in the order of ``files``; what an earlier run or another share has read is taken from there.

    What is read now is put into ``drawn`` while there is room, where the workers share this machine's files.
    """
    reading = _Reading(plan, engines, drawn, len(files))
    for some in _rounds(files, plan.shard):
        reading.read(some)
    run.faults += sum(facts.fault for facts in reading.known.values())
    return [reading.known[path] for path in files]


_KEPT_AT_ONCE = 50
"""Facts of files that are gathered before they are written: chosen; after a kill at most so many files are read again."""
_ROUND = 4 * _KEPT_AT_ONCE
"""Files between two looks at what other shares have read meanwhile: chosen, some ten seconds of one core."""


def _rounds(files: Sequence[Path], shard: Shard | None) -> list[Sequence[Path]]:
    """All files at once; those of a share in rounds that begin at its own part of them, so that shares that run side by side each
    read another part first, and find the rest read."""
    if shard is None:
        return [files]
    begin = len(files) * (shard.number - 1) // shard.count
    mine = [*files[begin:], *files[:begin]]
    return [mine[low : low + _ROUND] for low in range(0, len(mine), _ROUND)]


class _Reading:
    """The reading of a run's files; ``known`` is what has been found so far."""

    def __init__(self, plan: Plan, engines: _Engines, drawn: Drawer, total: int) -> None:
        self.known: dict[Path, FileFacts] = {}
        self._plan, self._engines, self._drawn, self._total = plan, engines, drawn, total
        self._kept = KeptFacts(plan.layout.facts, program_digest())
        self._size = 0

    def read(self, files: Sequence[Path]) -> None:
        """Read those of some files that nobody has read yet."""
        self._kept.look()
        self.known |= {path: facts for path in files if (facts := self._kept.find(path))}
        unread = [path for path in files if path not in self.known]
        engine = self._engines.for_pieces(len(unread) // _FILES)
        fresh: list[FileFacts] = []
        prepare = _as_is if engine.sees_files else file_with_content
        for job, found in engine.run(read_facts, list(self._jobs(unread, engine.sees_files)), prepare=prepare):
            facts = _lost_file(job, found) if isinstance(found, Lost) else found
            self.known[job.path] = facts
            fresh.append(facts)
            self._plan.on_progress("read", len(self.known), self._total)
            if len(fresh) >= _KEPT_AT_ONCE:
                self._kept.keep(fresh)
                fresh = []
        self._kept.keep(fresh)

    def _jobs(self, files: Sequence[Path], here: bool) -> Iterator[ReadJob]:
        for path in files:
            with suppress(OSError):
                # One that vanished takes no room; who reads it says so.
                self._size += path.stat().st_size
            yield ReadJob(path, kept=self._drawn if here and fits(self._size) else None)


def _lost_file(job: ReadJob, lost: Lost) -> FileFacts:
    return FileFacts(job.path, problem=f"{job.path}: {lost.reason}", fault=True)


def _as_is(job: ReadJob) -> ReadJob:
    return job


class _Work:
    """The pieces of work of a run, from the groups to the parts."""

    def __init__(self, plan: Plan, run: CorpusRun, engines: _Engines, kept: Drawer) -> None:
        self.plan, self.run, self.engines, self.kept = plan, run, engines, kept
        self.ledger = JobLedger(plan.layout.ledger)
        self.parts = Parts(plan.layout.parts, plan.task)
        self.pages = plan.layout.pages
        self._under_way: dict[str, Job] = {}

    def do(self, groups: Sequence[VersionSet]) -> None:
        """Everything that is not done yet and falls to this run."""
        self.run.incomplete = lacking(groups) if self.plan.task is not Task.COMPARE else []
        self.run.jobs = list(self._jobs(groups))
        left = [job for job in self.run.jobs if not self._is_done(job)]
        mine = [job for job in left if self.plan.shard is None or self.plan.shard.takes(job.digest)]
        self.run.elsewhere = len(left) - len(mine)
        self._sweep(mine)
        lost = [job for job in mine if not self.plan.retry and self.ledger.lost(job.digest) is not None]
        for job in lost:
            self._set_aside(job, f"{job.group.key}: {self.ledger.lost(job.digest)}; --retry tries it again", fault=True)
        mine = [job for job in mine if job not in lost]
        suspects = [job for job in mine if self.ledger.suspected(job.digest)]
        trusted = [job for job in mine if not self.ledger.suspected(job.digest)]
        total = sum(job.group.size for job in mine)
        with self._no_suspects():
            for done, (job, outcome) in _summed(self._outcomes(trusted, suspects)):
                self._take(job, outcome)
                self.plan.on_progress(self.plan.task.value, done, total)

    @contextmanager
    def _no_suspects(self) -> Iterator[None]:
        """What is under way as the run is interrupted did not end it, and is not suspected of it."""
        try:
            yield
        except (KeyboardInterrupt, SystemExit):
            # Of a piece that has just been done the ledger says so already.
            open_ones = [job for job in self._under_way.values() if self.ledger.is_open(job.digest)]
            self.ledger.add(*(LedgerLine(job.digest, job.group.key, JobState.STOPPED) for job in open_ones))
            raise

    def _outcomes(self, trusted: Sequence[Job], suspects: Sequence[Job]) -> Iterator[tuple[Job, JobOutcome | Lost]]:
        engine = self.engines.for_pieces(len(trusted))
        prepare = _job_as_is if engine.sees_files else with_contents
        yield from engine.run(perform, largest_first(trusted), on_begun=self._begin, prepare=prepare)
        if suspects:
            # They were under way whenever a run ended. Beside nothing else, and not in this process.
            yield from Processes(1).run_alone(perform, suspects)

    def _sweep(self, mine: Sequence[Job]) -> None:
        """Remove what a run that was killed left half written of this run's own pieces of work."""
        self.parts.sweep(mine)
        if self.pages is not None:
            sweep_unfinished(self.pages, {page_name(job.group.key) for job in mine})

    def _jobs(self, groups: Sequence[VersionSet]) -> Iterator[Job]:
        plan, pivot = self.plan, self.plan.options.settings.pivot
        predecessors = Predecessors(groups)
        for group in groups:
            before = predecessors.of(group) if plan.task is not Task.ALIGN else None
            why_not = why_nothing_to_do(plan.task, group, before, pivot)
            if why_not is not None:
                self.run.unusable += [why_not] if why_not else []
                continue
            own = group.pivot(pivot)
            review = review_of_files(group.ordered(own), own) if plan.task is Task.CHECK else None
            job = Job(
                task=plan.task,
                group=group,
                before=before,
                options=plan.options,
                ui=plan.ui,
                digest="",
                page=self.pages is not None,
                review=review,
            )
            yield replace(job, digest=digest_of(job), kept=self.kept)

    def _is_done(self, job: Job) -> bool:
        """Whether its part is there and whole, and its report, where one is wanted and it came to anything."""
        part = self.parts.find(job.digest)
        if part is None:
            return False
        if part.languages and self.pages is not None and not (self.pages / page_name(job.group.key)).is_file():
            return False
        self.run.resumed += bool(part.languages)
        return True

    def _begin(self, job: Job) -> None:
        self._under_way[job.digest] = job
        self.ledger.add(LedgerLine(job.digest, job.group.key, JobState.BEGUN))

    def _take(self, job: Job, outcome: JobOutcome | Lost) -> None:
        self._keep(job, outcome)
        self._under_way.pop(job.digest, None)

    def _keep(self, job: Job, outcome: JobOutcome | Lost) -> None:
        if isinstance(outcome, Lost):
            self.ledger.add(LedgerLine(job.digest, job.group.key, JobState.LOST, outcome.reason))
            self._set_aside(job, f"{job.group.key}: {outcome.reason}", fault=True)
            return
        self.run.seconds += outcome.seconds
        if outcome.problem:
            self.ledger.add(LedgerLine(job.digest, job.group.key, JobState.FAILED, outcome.problem, outcome.seconds))
            self._set_aside(job, outcome.problem, fault=outcome.fault)
            return
        if self.pages is not None and outcome.page:
            write_whole(self.pages / page_name(job.group.key), outcome.page, tell=False)
        # The part comes after the report: it tells that the report is whole as well.
        self.parts.keep(job, outcome)
        self.ledger.add(LedgerLine(job.digest, job.group.key, JobState.DONE, seconds=outcome.seconds))
        self.run.checked += bool(outcome.languages)

    def _set_aside(self, job: Job, line: str, *, fault: bool) -> None:
        self.run.unusable.append(line)
        self.run.faults += fault


def _job_as_is(job: Job) -> Job:
    return job


def _summed(found: Iterator[tuple[Job, JobOutcome | Lost]]) -> Iterator[tuple[int, tuple[Job, JobOutcome | Lost]]]:
    """Each with the bytes of text that are done with it."""
    done = 0
    for job, outcome in found:
        done += job.group.size
        yield done, (job, outcome)
