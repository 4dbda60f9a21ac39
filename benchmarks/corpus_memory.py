"""Memory of a corpus run with one worker: how large it is after every few resolutions, and whether it goes on growing.

    python -m benchmarks.corpus_memory ../shared/record/akn4un --every 5 [--step 5]

A sample is drawn evenly from the resolutions that the record has in six languages and checked by one worker, reports included, on a
cache of its own. The run, with the processes that it has begun, is looked at from outside ten times a second (Linux: /proc). A line each ``--step`` resolutions: the
seconds of the processor so far, the size now, and the largest since the last line, in MiB. The longest resolutions come first, as in
any run: what a document needs while it is worked on falls with the lines, what is held for the next ones is what is left. At the end
the line through the sizes of the last half, least squares: MiB a resolution.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.corpus_scale import ROOT, sample
from reports.pipeline.corpus.ledger import JobState

_COMMAND = "from reports.start import main; main()"
_PAUSE = 0.1
"""Seconds between two looks: chosen, a short resolution takes a second."""


@dataclass(frozen=True, slots=True)
class Look:
    """The process when so many resolutions were done: seconds of the processor, its size, the largest since the look before (MiB)."""

    done: int
    seconds: float
    size: float
    largest: float


def size_of(pid: int) -> float | None:
    """MiB of a process that are in memory; None where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    found = next((line for line in lines if line.startswith("VmRSS:")), None)
    return int(found.split()[1]) / 1024 if found else None


def _fields(pid: int) -> list[str]:
    """What /proc/PID/stat says behind the name of the program (proc(5), from the third field on); empty where it has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    except OSError:
        return []


def family_of(pid: int) -> list[int]:
    """A process and those that it has begun."""
    others = (int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit())
    return [pid, *(other for other in others if (fields := _fields(other)) and int(fields[1]) == pid)]


def _seconds_of(pid: int) -> float:
    """Processor time of a process, of those that it has begun, and of those of them that have ended."""
    own = sum(map(int, _fields(pid)[11:15]))
    return (own + sum(int(f) for other in family_of(pid)[1:] for f in _fields(other)[11:13])) / os.sysconf("SC_CLK_TCK")


def _done(ledger: Path) -> int:
    try:
        return ledger.read_text(encoding="utf-8").count(f'"{JobState.DONE}"')
    except FileNotFoundError:
        return 0


def looks(place: Path, out: Path, cache: Path, step: int) -> list[Look]:
    """Run ``corpus check`` with one worker, and look at it. Raises CalledProcessError where it fails."""
    words = [sys.executable, "-c", _COMMAND, "corpus", "check", str(place), "-o", str(out), "--jobs", "1"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HEXAPLA_CACHE": str(cache)}
    found: list[Look] = []
    with subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        largest, next_look = 0.0, step
        while process.poll() is None:
            size = sum(size_of(pid) or 0.0 for pid in family_of(process.pid))
            if size:
                largest = max(largest, size)
                done = _done(out / "ledger.jsonl")
                if done >= next_look:
                    found.append(Look(done, _seconds_of(process.pid), size, largest))
                    print(
                        f"{done:5} done {found[-1].seconds:8.1f} s {size:7.0f} MiB, at most {largest:7.0f}", flush=True
                    )
                    largest, next_look = 0.0, done + step
            time.sleep(_PAUSE)
    if process.returncode not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, words)
    return found


def slope(found: Sequence[Look]) -> float:
    """MiB that a resolution adds in the last half of a run, by least squares; nan where there are fewer than two looks."""
    half = found[len(found) // 2 :]
    if len(half) < 2:
        return float("nan")
    return float(np.polyfit([look.done for look in half], [look.size for look in half], 1)[0])


def main(arguments: Sequence[str]) -> None:
    """Print a line each few resolutions, and what one adds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--every", type=int, default=5)
    parser.add_argument("--step", type=int, default=5)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="hexapla-memory-") as name:
        home = Path(name)
        count = sample(given.record, given.every, home / "in")
        print(f"{count} resolutions in six languages")
        found = looks(home / "in", home / "out", home / "cache", given.step)
        print(f"last half: {slope(found):+.2f} MiB a resolution; at most {max(look.largest for look in found):.0f} MiB")


if __name__ == "__main__":
    main(sys.argv[1:])
