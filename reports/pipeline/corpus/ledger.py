"""The ledger of a run: what was begun, what was done, what ended the process that worked on it.

The ledger and the parts are the memory of a run, whatever did the work: a run that was killed goes on from them. What was begun
and never ended, more than once, may be what ended the run: it is a suspect and is done alone, so that it takes nothing with it.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reports.pipeline.corpus.appending import append_lines, whole_lines

_TRUST = 2
"""How often a piece of work may be under way as a run ends before it is suspected: a machine that is switched off is no crime of its."""


class JobState(StrEnum):
    """What a line of the ledger says of a piece of work."""

    BEGUN = "begun"
    DONE = "done"
    FAILED = "failed"
    LOST = "lost"
    STOPPED = "stopped"
    """The run was interrupted while it was under way: begun, but no suspect."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line: the digest of the work, what it is about, what became of it, why, and the seconds that it took."""

    work: str
    key: str
    state: JobState
    reason: str = ""
    seconds: float = 0.0


class JobLedger:
    """The lines so far, and their sum by piece of work."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: Counter[str] = Counter()
        self._lost: dict[str, str] = {}
        for text in whole_lines(path):
            line = _line(text)
            if line is not None:
                self._count(line)

    def add(self, *lines: LedgerLine) -> None:
        """Write lines down. Raises InputError where that cannot be done."""
        append_lines(self._path, (_text(line) for line in lines))
        for line in lines:
            self._count(line)

    def suspected(self, work: str) -> bool:
        """Whether a piece of work was under way whenever a run ended too often."""
        return self._open[work] >= _TRUST

    def is_open(self, work: str) -> bool:
        """Whether a piece of work was begun, and nothing was said of what became of it."""
        return self._open[work] > 0

    def lost(self, work: str) -> str | None:
        """Why a piece of work was given up in an earlier run; None where it was not."""
        return self._lost.get(work)

    def _count(self, line: LedgerLine) -> None:
        if line.state is JobState.BEGUN:
            self._open[line.work] += 1
            return
        if line.state is JobState.STOPPED:
            self._open[line.work] -= 1
            return
        self._open.pop(line.work, None)
        if line.state is JobState.LOST:
            self._lost[line.work] = line.reason
        else:
            self._lost.pop(line.work, None)


def _text(line: LedgerLine) -> str:
    data = {"work": line.work, "key": line.key, "state": line.state.value}
    more = {"reason": line.reason, "seconds": round(line.seconds, 3)}
    return json.dumps({**data, **{k: v for k, v in more.items() if v}}, ensure_ascii=True)


def _line(text: str) -> LedgerLine | None:
    """A line of the file; None where it is none of ours."""
    try:
        data = json.loads(text)
        return LedgerLine(str(data["work"]), str(data["key"]), JobState(data["state"]), str(data.get("reason", "")))
    except (ValueError, KeyError, TypeError):
        return None
