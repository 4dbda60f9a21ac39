"""Corpus runs: time before and after, one and two workers, an engine beside them, what recurrence saves, and the whole record.

    git worktree add /tmp/before a6aeaa4
    python -m benchmarks.corpus_scale ../shared/record/akn4un --every 25 --before /tmp/before

A sample is drawn evenly from the resolutions that the record has in six languages, and each part below runs in processes of its
own on a cache of its own. Seconds are of the wall and of the processor, children included. "Alone" is the same commit with
nothing shared: no memory of encodings, no cache of vectors, no text kept after it was read, one worker; its findings must be those of
all other runs, and those of the engine. "Now, as before" is the command of the old program with this one, in as many processes as there
are cores. Byte code is compiled beforehand, as an installation does. Where the machine does other work meanwhile only seconds of the processor can be compared, and
those of several threads that wait for each other not even then: "before, one thread" is the fair measure of the old program.
"""

from __future__ import annotations

import argparse
import compileall
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from benchmarks.processes import Took, seconds_of_children, timed
from benchmarks.same_output import LANGUAGES, six_of

ROOT = Path(__file__).parents[1]
_RECORD = 86_000 / 6
"""Resolutions of the whole public record, from the number of its documents in six languages."""
_MACHINE = 16
"""Cores of a machine that the estimate is for."""
_COMMAND = "from reports.start import main; main()"
_OLD = "from reports.cli import main; main()"
_ALONE = """
import align.encoders as encoders
import align.encoders.cached as cached
from align.encoders.universal import bundled_encoder
from reports.pipeline.corpus import drawer
drawer.MOST = 0
plain = cached.CachedEncoder(bundled_encoder())
for module in ("align.versions", "align.related", "align.clauses", "align.lines", "align.encoders"):
    __import__(module)
    import sys
    setattr(sys.modules[module], "default_encoder", lambda: plain)
from reports.start import main; main()
"""
_COUNTED = """
import atexit, sys
from collections import Counter
from align.encoders.cached import CachedEncoder
from align.encoders.remembered import RememberingEncoder
from align.encoders.universal import UniversalEncoder
from reports.pipeline.corpus.drawer import Drawer
counts = Counter()
def counted(owner, name, key, size):
    plain = getattr(owner, name)
    def call(self, *given):
        counts[key] += size(*given)
        return plain(self, *given)
    setattr(owner, name, call)
counted(RememberingEncoder, "encode", "paragraphs asked for in lists", len)
counted(RememberingEncoder, "vectors_alone", "paragraphs asked for alone", len)
counted(UniversalEncoder, "sums", "paragraphs encoded", len)
counted(Drawer, "take", "texts asked for", lambda *given: 1)
counted(Drawer, "put", "texts read", lambda *given: 1)
atexit.register(lambda: print("COUNTS", dict(counts), file=sys.stderr))
from reports.start import main; main()
"""


def sample(record: Path, every: int, place: Path) -> int:
    """Copy each ``every``-th resolution of the record, and those of it that stand next to it in the series; returns how many."""
    whole = [six for french in sorted(record.rglob("French/*.xml")) if (six := six_of(french))]
    chosen = whole[:: max(1, every)]
    for number, six in enumerate(chosen):
        for path, language in zip(six, LANGUAGES, strict=True):
            home = place / f"{number:05}" / language
            home.mkdir(parents=True)
            shutil.copy(path, home / path.name)
    return len(chosen)


def findings_of(folder: Path) -> str:
    """A checksum of all findings of a run, whatever the order of its files."""
    files = sorted((folder / "findings").rglob("*.parquet"))
    rows = pl.concat([pl.read_parquet(f) for f in files]).sort("symbol", "fingerprint", "message")
    return hashlib.sha256(rows.write_csv().encode()).hexdigest()[:16]


@contextmanager
def workers_of_a_scheduler(home: Path, count: int) -> Iterator[str]:
    """A Dask scheduler and its workers on this machine; gives the scheduler's file."""
    address = home / "scheduler.json"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HEXAPLA_CACHE": str(home / "cache")}
    common = ["--scheduler-file", str(address)]
    scheduler = [sys.executable, "-m", "distributed.cli.dask_scheduler", *common, "--port", "0", "--no-dashboard"]
    worker = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        *common,
        "--nthreads",
        "1",
        "--no-nanny",
        "--no-dashboard",
    ]
    begun = [
        subprocess.Popen(words, env=environment, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for words in (scheduler, *[worker] * count)
    ]
    try:
        while not address.is_file():
            time.sleep(0.1)
        # Until the workers have come to the scheduler, the program would say that there are none.
        time.sleep(10)
        yield str(address)
    finally:
        for process in begun:
            process.terminate()
            process.wait()


class Benchmark:
    """The parts of the benchmark on one sample."""

    def __init__(self, place: Path, home: Path, count: int) -> None:
        self.place, self.home, self.count = place, home, count
        self.findings: dict[str, str] = {}

    def environment(self, name: str, tree: Path = ROOT) -> dict[str, str]:
        """A cache of its own, with nothing but the weights of the encoder in it."""
        cache = self.home / f"cache-{name}"
        # A command given with -c looks into the folder one stands in first: both trees would be the one that the benchmark is run from.
        return {"PYTHONPATH": str(tree), "PYTHONSAFEPATH": "1", "HEXAPLA_CACHE": str(cache)}

    def run(self, name: str, code: str, *more: str, **environment: str) -> Took:
        """One run of ``corpus check``; prints its line."""
        out = self.home / name.replace(" ", "-").replace(",", "")
        words = [sys.executable, "-c", code, "corpus", "check", str(self.place), "-o", str(out), *more]
        took = timed(words, {**self.environment(name.replace(" ", "-")), **environment})
        self.findings[name] = findings_of(out)
        self.say(name, took, self.findings[name])
        return took

    def before(self, tree: Path, name: str, **environment: str) -> Took:
        """The same sample by a tree's ``check --corpus``, which is all that older ones have."""
        out = self.home / f"{name.replace(' ', '-').replace(',', '')}.csv"
        words = [sys.executable, "-c", _OLD, "check", "--corpus", str(self.place), "-o", str(out)]
        took = timed(words, {**self.environment(name.replace(" ", "-"), tree), **environment})
        self.say(name, took, f"{pl.read_csv(out).height} findings")
        return took

    def say(self, name: str, took: Took, more: str) -> None:
        """A line."""
        each = took.processor / self.count
        print(
            f"{name:24} {took.wall:8.1f} s wall {took.processor:8.1f} s processor {each:6.2f} s each"
            f" {took.largest:6.0f} MiB  {more}",
            flush=True,
        )


def estimate(each: float, share: float) -> None:
    """The whole record, from the processor's seconds a resolution and how evenly two workers shared the work."""
    hours = _RECORD * each / 3600
    print(f"whole record: {_RECORD:,.0f} resolutions x {each:.2f} s = {hours:,.0f} hours of one core")
    for machines in (1, 10):
        cores = machines * _MACHINE
        print(
            f"  {machines:2} machines of {_MACHINE} cores: {hours / cores / share:6.2f} h, at {share:.0%} of the cores' time"
        )


def main(arguments: Sequence[str]) -> None:
    """Print a line a run, what recurrence saved, and the estimate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--every", type=int, default=25)
    parser.add_argument("--before", type=Path, help="a working tree of an older commit")
    parser.add_argument("--without-engine", action="store_true")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="hexapla-scale-") as name:
        home = Path(name)
        count = sample(given.record, given.every, home / "in")
        print(f"{count} resolutions in six languages")
        bench = Benchmark(home / "in", home, count)
        for tree in (ROOT, given.before) if given.before else (ROOT,):
            for package in ("align", "corpora", "reports"):
                compileall.compile_dir(tree / package, quiet=2)
        if given.before:
            bench.before(given.before, "before")
            old = bench.before(given.before, "before, one thread", OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
            new = bench.before(ROOT, "now, as before")
            print(
                f"{old.wall / new.wall:.1f} times faster by the wall, {old.processor / new.processor:.1f} by the processor"
            )
        bench.run("alone", _ALONE, "--jobs", "1", HEXAPLA_CACHE="off")
        one = bench.run("one worker", _COUNTED, "--jobs", "1")
        two = bench.run("two workers", _COMMAND, "--jobs", "2")
        if not given.without_engine:
            used = seconds_of_children()
            with workers_of_a_scheduler(home, 2) as address:
                bench.run("two workers of an engine", _COMMAND, "--engine", "dask", "--scheduler", address)
            # The workers are no children of the run: what they took is known when they have ended.
            print(f"{'the engine in all':24} {seconds_of_children() - used:29.1f} s processor")
        print("findings", "are the same" if len(set(bench.findings.values())) == 1 else f"differ: {bench.findings}")
        print(next((line for line in one.said.splitlines() if line.startswith("COUNTS")), ""))
        estimate(one.processor / count, min(1.0, one.wall / two.wall / 2))


if __name__ == "__main__":
    main(sys.argv[1:])
