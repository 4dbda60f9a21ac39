"""What each piece of work came to, in a file of its own: written whole, taken again by a later run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.io import sweep_unfinished, write_whole
from reports.pipeline.corpus.jobs import Job, JobOutcome, Task
from reports.pipeline.corpus.rows import BEAD_COLUMNS, COMPARED_COLUMNS, FINDING_COLUMNS, Row, are_rows

COLUMNS = {Task.CHECK: FINDING_COLUMNS, Task.COMPARE: COMPARED_COLUMNS, Task.ALIGN: BEAD_COLUMNS}
"""The columns of each task's table."""


@dataclass(frozen=True, slots=True)
class PartialResult:
    """The rows of a piece of work, the languages that were used, and lines about texts that were not."""

    rows: tuple[Row, ...]
    languages: tuple[str, ...]
    apart: tuple[str, ...] = ()


class Parts:
    """The parts of a run, by the digest of the work."""

    def __init__(self, folder: Path, task: Task) -> None:
        self._folder, self._columns = folder, COLUMNS[task]

    def path(self, digest: str) -> Path:
        """Where a part lies."""
        return self._folder / f"{digest}.json"

    def keep(self, job: Job, outcome: JobOutcome) -> None:
        """Write a part. Raises InputError where that cannot be done."""
        data = {"rows": outcome.rows, "languages": outcome.languages, "apart": outcome.apart}
        write_whole(self.path(job.digest), json.dumps(data, ensure_ascii=False), tell=False)

    def sweep(self, jobs: Sequence[Job]) -> None:
        """Remove what was left half written of the parts of ``jobs``, which nobody else is writing."""
        sweep_unfinished(self._folder, {self.path(job.digest).name for job in jobs})

    def find(self, digest: str) -> PartialResult | None:
        """A part; None where there is none, or it is empty, half written or of another shape: it is made again."""
        try:
            data = json.loads(self.path(digest).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(data, dict) or not are_rows(data.get("rows"), self._columns):
            return None
        languages, apart = _texts(data.get("languages")), _texts(data.get("apart"))
        if languages is None or apart is None:
            return None
        return PartialResult(tuple(data["rows"]), languages, apart)

    def of(self, jobs: Sequence[Job]) -> Iterator[tuple[Job, PartialResult]]:
        """The parts that are there, in the order of the jobs, one in memory at a time."""
        for job in jobs:
            part = self.find(job.digest)
            if part is not None:
                yield job, part


def _texts(data: object) -> tuple[str, ...] | None:
    if not isinstance(data, list) or not all(isinstance(entry, str) for entry in data):
        return None
    return tuple(data)
