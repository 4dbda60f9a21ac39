"""The sample: every bead, the listed drift, and the cost of the whole.

    python benchmarks/sample.py

Prints beads right of all with and without numbers, drift found and missed, false findings on the clean working
translations by code, and wall seconds, CPU seconds and peak memory of ``hexapla report`` as a process of its own, with
the loading of the model on a line of its own.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path

from align.versions import align_versions
from corpora.reading import read_resolution
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "corpora" / "samples" / "e-res-2002-19"
OTHERS = ("en", "es", "ru", "ar", "zh")


def beads() -> None:
    """Beads right of all, French with each version."""
    french = read_resolution(SAMPLE / "fr.md")
    for code in OTHERS:
        other = read_resolution(SAMPLE / f"{code}.md")
        bare = replace(other, paragraphs=tuple(replace(p, number=None) for p in other.paragraphs))
        for name, version in (("as it is", other), ("numbers stripped", bare)):
            found = align_versions(french, version).beads
            right = sum(b.source == b.target and len(b.source) == 1 for b in found)
            print(f"beads fr-{code} {name}: {right} right of {len(found)}")


def drift() -> None:
    """Listed drift found and missed; findings on the clean versions."""
    french = read_resolution(SAMPLE / "fr.md")
    listed = tomllib.loads((SAMPLE / "drift" / "drift.toml").read_text(encoding="utf-8"))["drift"]
    missed = []
    for code in sorted({d["language"] for d in listed}):
        findings = check_versions(compare_versions(french, [read_resolution(SAMPLE / "drift" / f"{code}.md")]))
        for d in listed:
            if d["language"] == code and not any(
                f.code == d["code"] and d["paragraph"] in f.paragraphs for f in findings
            ):
                missed.append(f"{code} {d['code']} {d['paragraph']}: {d['was'][:60]!r}")
    print(f"drift: {len(listed) - len(missed)} found of {len(listed)}; missed: {missed or 'none'}")
    clean = [read_resolution(SAMPLE / f"{code}.md") for code in OTHERS]
    alone: Counter[str] = Counter()
    for version in clean:
        alone.update(f.code for f in check_versions(compare_versions(french, [version])))
    together = Counter(f.code for f in check_versions(compare_versions(french, clean)))
    print(f"false findings on clean versions: pairs {dict(alone) or 'none'}, six together {dict(together) or 'none'}")


def cost() -> None:
    """The whole process, from a warm installation; then the model alone."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("OPENBLAS_")}
    with tempfile.TemporaryDirectory() as cache:
        environment["HEXAPLA_CACHE"] = cache
        for name in ("first run (weights unpacked)", "weights and vectors cached"):
            start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(
                [sys.executable, "-m", "reports.cli", "report", str(SAMPLE), "--output", f"{cache}/out"],
                check=True,
                cwd=ROOT,
                env=environment,
                stdout=subprocess.DEVNULL,
            )
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            wall = time.perf_counter() - start
            print(f"report, {name}: wall {wall:.2f} s, CPU {cpu:.2f} s, peak {after.ru_maxrss / 1024:.0f} MiB")
        code = (
            "import time, json; t, c = time.perf_counter(), time.process_time();"
            "from align.encoders.universal import UniversalEncoder; UniversalEncoder().encode(['a']).vectors(1);"
            "print(json.dumps([time.perf_counter() - t, time.process_time() - c]))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], check=True, cwd=ROOT, env=environment, capture_output=True, text=True
        )
        wall, cpu = json.loads(done.stdout)
        print(f"of which loading the model: wall {wall:.2f} s, CPU {cpu:.2f} s")


if __name__ == "__main__":
    beads()
    drift()
    cost()
