"""What one correction of an alignment costs in the review: CPU seconds from the click to the parts of the page that change.

    python -m benchmarks.corrections FOLDER [--corrections 8]

FOLDER holds language versions, as ``hexapla review`` takes it (a copy is reviewed; aim: 164 rows in six languages, each correction
under a second). Prints the seconds to open it, then of each correction (two beads joined, now of a version, now of a related
resolution), each undone again, with what is sent to the window; last the same correction as a full run.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TypeVar

from reports.app.review_session import ReviewSession
from reports.exporters.html.page_changes import PageChanges
from reports.pipeline.run_options import RunOptions

_T = TypeVar("_T")


def timed(work: Callable[[], _T]) -> tuple[float, _T]:
    """CPU seconds of some work, and what it came to."""
    begin = time.process_time()
    made = work()
    return time.process_time() - begin, made


def beads_of(session: ReviewSession, pair: str) -> list[tuple[list[str], list[str]]]:
    """The beads of a pair as they stand."""
    found = session.examined
    kind, _, name = pair.partition(":")
    if kind == "versions":
        alignment = found.required_versions().alignments[name]
    else:
        alignment = next(p.alignment for p, _ in found.related if name in (p.earlier.label, p.later.label))
    return [(list(b.source), list(b.target)) for b in alignment.beads if b.source and b.target]


def corrected(session: ReviewSession, pair: str, beads: list[list[list[str]]], generation: int) -> PageChanges | None:
    """A correction and what is sent for it."""
    session.pin({"pair": pair, "beads": beads}, session.journal.last())
    return session.changes_since(generation)[1]


def taken_back(session: ReviewSession, generation: int) -> PageChanges | None:
    """The latest correction undone, and what is sent for it."""
    session.undo(session.journal.last())
    return session.changes_since(generation)[1]


def told(what: str, seconds: float, sent: PageChanges | None) -> None:
    """Print what a correction took, and how much is sent for it."""
    size = len(json.dumps(asdict(sent), ensure_ascii=False)) if sent is not None else 0
    print(f"{what} in {seconds:.2f} s, {size / 1000:.0f} kB sent")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--corrections", type=int, default=8)
    arguments = parser.parse_args()
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "docs"
        shutil.copytree(arguments.folder, folder)
        seconds, session = timed(lambda: ReviewSession(folder, RunOptions(), "en", "bench"))
        rows = len(session.examined.rows)
        print(f"{rows} rows, {len(session.subjects)} findings; opened in {seconds:.1f} s")
        pairs = session.pair_names
        for number in range(arguments.corrections):
            pair = pairs[number % len(pairs)]
            beads = beads_of(session, pair)
            at = chance.randrange(len(beads) - 1)
            (s, t), (s2, t2) = beads[at], beads[at + 1]
            shown = session.generation
            told(f"{pair}: joined", *timed(partial(corrected, session, pair, [[s + s2, t + t2]], shown)))
            shown = session.generation
            told(f"{pair}: undone", *timed(partial(taken_back, session, shown)))
        seconds, _ = timed(session.recheck)
        print(f"a full run: {seconds:.2f} s")


if __name__ == "__main__":
    main()
