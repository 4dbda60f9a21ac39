"""A piece of work on one resolution: what it needs, its digest, and how it is done; the same in whatever process."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from align.encoders.threads import one_thread
from corpora.errors import InputError
from corpora.model import Resolution
from corpora.reading import read_resolution, split_path
from corpora.system.faults import FaultError, set_apart
from corpora.system.memory import give_back
from reports.decisions.decisions import Review
from reports.pipeline.corpus.drawer import Drawer
from reports.pipeline.corpus.facts import FileFacts, at, facts_of
from reports.pipeline.corpus.grouping import VersionSet, versions_of
from reports.pipeline.corpus.rows import Row, bead_rows, rows_of
from reports.pipeline.program import program_digest
from reports.pipeline.run_options import RunOptions


class Task(StrEnum):
    """What is done with each resolution: its versions checked, it compared with the one that it continues, or aligned."""

    CHECK = "check"
    COMPARE = "compare"
    ALIGN = "align"

    @property
    def has_pages(self) -> bool:
        """Whether a report can be written of each resolution."""
        return self is not Task.ALIGN


Contents = Mapping[Path, bytes]


@dataclass(frozen=True, slots=True)
class Job:
    """One resolution and what is to be done with it.

    ``digest`` changes with the texts, the program and what was asked. ``page`` says whether the report is wanted. ``contents``
    holds the files where who does the work may not see them; else they are read from their paths, or taken from ``kept``.
    """

    task: Task
    group: VersionSet
    before: VersionSet | None
    options: RunOptions
    ui: str
    digest: str
    page: bool = False
    review: Review | None = None
    contents: Contents | None = field(default=None, repr=False)
    kept: Drawer | None = None


@dataclass(frozen=True, slots=True)
class JobOutcome:
    """What a job came to: rows of its table, the languages that were used, its report, lines about texts that were not.

    ``problem`` says why there is nothing, and ``fault`` whether that is the program's; ``seconds`` is processor time.
    """

    rows: tuple[Row, ...] = ()
    languages: tuple[str, ...] = ()
    page: str = ""
    apart: tuple[str, ...] = ()
    problem: str = ""
    fault: bool = False
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class ReadJob:
    """One file that is to be read; ``content`` as with a job."""

    path: Path
    content: bytes | None = field(default=None, repr=False)
    kept: Drawer | None = None


def digest_of(job: Job) -> str:
    """Changes with the texts, the predecessor, the program, what was asked in full, and what a review says."""
    settings = replace(job.options.settings, baseline=None, adopted=None)
    asked = f"{job.task}|{program_digest()}|{job.ui}|{job.group.key}|{settings!r}|{job.options.baseline!r}|{job.options.about}"
    digest = hashlib.sha256(asked.encode("utf-8", "surrogateescape"))
    for one in (job.group, job.before):
        if one is None:
            continue
        for code, checksum in sorted(one.checksums.items()):
            digest.update(f"{code} {checksum} {split_path(one.files[code])[1] or ''}\n".encode())
        for code, text in sorted(one.misplaced.items()):
            digest.update(f"misplaced {code} {text.sha256} {text.path.name}\n".encode())
        digest.update(b"|")
    for event in job.review.events if job.review else ():
        digest.update(event.uuid.encode())
    return digest.hexdigest()[:32]


def with_contents(job: Job) -> Job:
    """The job with the files that it needs inside; one that cannot be read is left out, and said by who does the work."""
    files = [split_path(p)[0] for one in (job.group, job.before) if one for p in one.files.values()]
    files += [split_path(text.path)[0] for text in job.group.misplaced.values()]
    found = {path: content_of(path) for path in dict.fromkeys(files)}
    return replace(job, contents={path: content for path, content in found.items() if content is not None})


def file_with_content(job: ReadJob) -> ReadJob:
    """The same for a file that is to be read."""
    return replace(job, content=content_of(job.path))


def content_of(path: Path) -> bytes | None:
    """The bytes of a file; None where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def read_facts(job: ReadJob) -> FileFacts:
    """What is known of a file, as `facts_of`."""
    if job.content is None:
        return facts_of(job.path, job.kept)
    with tempfile.TemporaryDirectory(prefix="hexapla-") as name:
        copy = Path(name) / job.path.name
        copy.write_bytes(job.content)
        return at(facts_of(copy), job.path)


def perform(job: Job) -> JobOutcome:
    """Do a job; whatever goes wrong with it is said in its outcome."""
    begin = time.process_time()
    try:
        with set_apart(job.group.key), _readable(job) as reader, one_thread():
            outcome = _TASKS[job.task](job, reader)
    except InputError as error:
        said = str(error) if job.group.key in str(error) else f"{job.group.key}: {error}"
        outcome = JobOutcome(problem=said, fault=isinstance(error, FaultError))
    give_back()
    return replace(outcome, seconds=time.process_time() - begin)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the files of a job where they lie, or where its contents were laid out, under the names that they have at home."""

    copies: Mapping[Path, Path]
    kept: Drawer | None = None

    def read_all(self, group: VersionSet, pivot: str) -> dict[str, Resolution]:
        """The texts of a group by language, the pivot first."""
        return {code: self.read(path, group.checksums.get(code, "")) for code, path in group.ordered(pivot).items()}

    def read(self, path: Path, sha256: str) -> Resolution:
        """One text. Raises InputError where it cannot be read."""
        found = self.kept.take(path, sha256) if self.kept else None
        return found if found is not None else self._read(path)

    def _read(self, path: Path) -> Resolution:
        file, symbol = split_path(path)
        copy = self.copies.get(file)
        if copy is None:
            return read_resolution(path)
        try:
            resolution = read_resolution(f"{copy}#{symbol}" if symbol else copy)
        except InputError as error:
            source, home = str(error.source), str(file)
            raise InputError(
                source.replace(str(copy), home), error.problem, place=error.place, hint=error.hint
            ) from error
        return replace(resolution, name=resolution.name.replace(str(copy), str(file)))


@contextmanager
def _readable(job: Job) -> Iterator[_Reader]:
    if job.contents is None:
        yield _Reader({}, job.kept)
        return
    with tempfile.TemporaryDirectory(prefix="hexapla-") as name:
        copies = {}
        for number, (path, content) in enumerate(job.contents.items()):
            # The suffix tells the format; the folder keeps files of one name apart.
            copy = Path(name) / str(number) / path.name
            copy.parent.mkdir()
            copy.write_bytes(content)
            copies[path] = copy
        yield _Reader(copies)


def _documents(job: Job, reader: _Reader) -> tuple[dict[str, Resolution], tuple[str, ...]]:
    """The versions of the job's resolution, the pivot first; and lines about texts that are none."""
    pivot = job.group.pivot(job.options.settings.pivot)
    documents = reader.read_all(job.group, pivot)
    if not job.group.by_folder:
        return documents, ()
    documents, apart = versions_of(documents, pivot)
    return documents, tuple(apart)


def _checked(job: Job, reader: _Reader) -> JobOutcome:
    from reports.pipeline.case import Case, examine
    from reports.pipeline.files import reviewed

    documents, apart = _documents(job, reader)
    if len(documents) < 2:
        return JobOutcome(apart=apart)
    pivot = next(iter(documents))
    predecessor = reader.read_all(job.before, pivot) if job.before else {}
    misplaced = {code: reader.read(text.path, text.sha256) for code, text in job.group.misplaced.items()}
    case = Case(documents, pivot, predecessor=predecessor, options=job.options, misplaced=misplaced)
    result = examine(reviewed(case, job.review))
    page = ""
    if job.page:
        from reports.exporters.html import render_report

        page = render_report(result.versions, result.selection, [], job.ui)
    symbol = result.required_versions().pivot.symbol or job.group.key
    return JobOutcome(tuple(rows_of(symbol, result.selection.findings, job.ui)), tuple(documents), page, apart)


def _compared(job: Job, reader: _Reader) -> JobOutcome:
    from reports.pipeline.case import examine
    from reports.pipeline.files import related_case

    if job.before is None:
        raise ValueError("a comparison needs the earlier resolution")
    pivot = job.options.settings.pivot
    earlier, later = (reader.read(g.files[pivot], g.checksums[pivot]) for g in (job.before, job.group))
    result = examine(related_case(earlier, later, job.options))
    page = ""
    if job.page:
        from reports.exporters.html import render_report

        page = render_report(None, None, result.related, job.ui)
    _, selection = result.only_pair()
    found = rows_of(later.symbol or job.group.key, selection.findings, job.ui)
    rows = tuple({"earlier": earlier.symbol or job.before.key, **row} for row in found)
    return JobOutcome(rows, (pivot,), page)


def _aligned(job: Job, reader: _Reader) -> JobOutcome:
    from align.versions import align_versions

    documents, apart = _documents(job, reader)
    first, *others = documents.values()
    symbol = first.symbol or job.group.key
    rows = tuple(row for other in others for row in bead_rows(symbol, first, other, align_versions(first, other)))
    return JobOutcome(rows, tuple(documents), apart=apart)


_TASKS = {Task.CHECK: _checked, Task.COMPARE: _compared, Task.ALIGN: _aligned}


def why_nothing_to_do(task: Task, group: VersionSet, before: VersionSet | None, pivot: str) -> str | None:
    """Why there is nothing to do with a resolution; "" where that need not be said, None where there is something to do."""
    if task is Task.COMPARE:
        return None if before is not None and pivot in group.files and pivot in before.files else ""
    if len(group.files) < 2:
        # Whatever the one version is in, there is nothing to set beside it.
        return f"{group.key}: nothing to compare with its one version ({', '.join(group.files)})"
    return None


def largest_first(jobs: Sequence[Job]) -> list[Job]:
    """In the order in which workers are idle least: what takes longest begins first."""
    return sorted(jobs, key=lambda job: -(job.group.size + (job.before.size if job.before else 0)))
