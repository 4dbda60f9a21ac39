"""Long use under rough treatment: nothing that was acknowledged is lost, and results are those of an undisturbed run.

    python -m benchmarks.soak [--decisions 10000] [--kills 20] [--documents 50]

Three parts, each with processes that are killed (SIGKILL) in the midst of their work:

- decisions: four clients write decisions into one journal; one after another is killed and started again;
- corpus: a run over a corpus is killed, started again, and so on, and then compared with a run that nobody disturbed;
- sharing: four processes at once encode with one cache and keep documents in one library.

Prints what was done and exits with status 1 where anything was lost or differs.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.resources.document_store import DocumentStore
from reports.decisions.journal import JOURNAL, Journal

ROOT = Path(__file__).parents[1]
CLIENTS = 4

_CLIENT = """
import sys
from pathlib import Path
from corpora.errors import InputError
from reports.decisions.decisions import Subject, decision_event
from reports.decisions.journal import Journal
path, name, first, last = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
journal = Journal(path)
for number in range(first, last):
    subject = Subject(f"{name}-{number}", "D305", ("fr", "en"), "p", "versions")
    event = decision_event(subject, "dismiss", "one", f"because {number}", name)
    while True:
        try:
            made = journal.add(event)
            break
        except InputError as error:
            # Others were let in again and again: nothing was written, so that it can be tried again.
            assert "other programs" in str(error), error
    print(number, made.id, made.uuid, flush=True)
"""

_SHARE = """
import hashlib, sys
from pathlib import Path
from align.encoders.cached import CachedEncoder
from align.encoders.universal import bundled_encoder
from corpora.resources.document_store import DocumentStore, StoredDocument
library, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
encoder, digest = CachedEncoder(bundled_encoder()), hashlib.sha256()
collection = DocumentStore(library)
for number in range(count):
    texts = [f"The committee notes the report on item {number}.{i}, and asks that it be issued." for i in range(25)]
    digest.update(encoder.encode(texts).vectors(1).tobytes())
    symbol = f"A/RES/{name}/{number}"
    file = collection.file_of(symbol, "en", ".html")
    content = f"{name} {number}".encode()
    entry = StoredDocument(symbol, "en", file, hashlib.sha256(content).hexdigest(), len(content), "", "")
    collection.keep(entry, content)
print(digest.hexdigest())
"""


def _environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1", **more}


def _started(code: str, *arguments: object, **environment: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=_environment(**environment))


@dataclass(frozen=True, slots=True)
class Told:
    """What a part did, in words, and what was wrong; empty where nothing was."""

    done: str
    wrong: tuple[str, ...] = ()


# -- decisions ---------------------------------------------------------------------------------------------------------


def _drain(process: subprocess.Popen[str]) -> list[tuple[int, int, str]]:
    """What a client was told was written; a line that a kill cut short was not."""
    assert process.stdout is not None
    lines = process.stdout.read().splitlines(keepends=True)
    whole = [line.split() for line in lines if line.endswith("\n")]
    return [(int(number), int(place), uid) for number, place, uid in whole]


def decisions(folder: Path, number: int, kills: int, seed: int = 1) -> Told:
    """Write decisions by four clients, killing one now and then; every one that was acknowledged must be there, once."""
    rng = random.Random(seed)
    path = folder / JOURNAL
    Journal(path)
    share = number // CLIENTS
    running = {c: _started(_CLIENT, path, f"client{c}", 0, share) for c in range(CLIENTS)}
    acknowledged: dict[str, tuple[int, str]] = {}
    killed = 0
    while running:
        client = rng.choice(sorted(running))
        process = running[client]
        if killed < kills and process.poll() is None:
            time.sleep(rng.uniform(0.5, 2.0))
            process.kill()
            killed += 1
        told = _drain(process)
        process.wait()
        acknowledged.update({uid: (place, f"client{client}-{n}") for n, place, uid in told})
        done = 1 + max(
            (int(f.split("-")[1]) for _, f in acknowledged.values() if f.startswith(f"client{client}-")), default=-1
        )
        if done < share:
            running[client] = _started(_CLIENT, path, f"client{client}", done, share)
        else:
            del running[client]
    return Told(
        f"{len(acknowledged)} decisions acknowledged, {killed} kills", tuple(_missing(path, acknowledged, share))
    )


def _missing(path: Path, acknowledged: dict[str, tuple[int, str]], share: int) -> list[str]:
    """What is wrong with a journal after the clients have ended."""
    events = Journal(path).events()
    found = {e.uuid: (e.id, str(e.payload["fingerprint"])) for e in events}
    wrong = [f"lost: {uid}" for uid, told in acknowledged.items() if found.get(uid) != told]
    if [e.sequence for e in events] != list(range(1, len(events) + 1)):
        wrong.append("the sequence has a hole or a double")
    # A kill between writing and telling may leave a decision that was not acknowledged: more is allowed, less is not.
    wanted = {f"client{c}-{n}" for c in range(CLIENTS) for n in range(share)}
    wrong += [f"never written: {f}" for f in sorted(wanted - {f for _, f in found.values()})]
    return wrong


# -- a corpus ----------------------------------------------------------------------------------------------------------


def make_corpus(folder: Path, resolutions: int, paragraphs: int) -> None:
    """A corpus of so many resolutions in two languages, the beginning of the sample under other symbols."""
    sample = ROOT / "corpora" / "samples" / "e-res-2002-19"
    for number in range(resolutions):
        home = folder / f"{number:03d}"
        home.mkdir(parents=True, exist_ok=True)
        for code, source in (("fr", sample / "fr.md"), ("en", sample / "drift" / "en.md")):
            text = source.read_text(encoding="utf-8").partition(f"\n{paragraphs + 1}. ")[0]
            (home / f"{code}.md").write_text(text.replace("2002/19", f"2004/{number + 1}"), encoding="utf-8")


def corpus(folder: Path, kills: int, resolutions: int = 12, paragraphs: int = 8, seed: int = 1) -> Told:
    """Run a corpus with kills until it ends; the table must be that of an undisturbed run, byte for byte."""
    rng = random.Random(seed)
    make_corpus(folder / "corpus", resolutions, paragraphs)

    def run(output: Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "reports.cli", "check", "--corpus", str(folder / "corpus"), "-o", str(output)]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment())

    start = time.monotonic()
    status = run(folder / "whole.csv").wait()
    took = time.monotonic() - start
    killed = 0
    for _ in range(kills):
        process = run(folder / "broken.csv")
        try:
            process.wait(timeout=rng.uniform(0.2, 1.0) * took)
        except subprocess.TimeoutExpired:
            process.kill()
            killed += 1
        process.wait()
    status = status or run(folder / "broken.csv").wait()
    wrong = [f"exit status {status}"] if status else []
    if (folder / "whole.csv").read_bytes() != (folder / "broken.csv").read_bytes():
        wrong.append("the table differs from that of the undisturbed run")
    wrong += [f"left behind: {p}" for p in folder.glob(".*")]
    return Told(f"{resolutions} resolutions, {killed} kills", tuple(wrong))


# -- sharing -----------------------------------------------------------------------------------------------------------


def sharing(folder: Path, count: int, clients: int = CLIENTS) -> Told:
    """Processes on one cache and one library: equal vectors, every entry in the manifest, every file whole."""
    library, cache = folder / "library", str(folder / "cache")
    processes = [_started(_SHARE, library, f"{56 + n}", count, HEXAPLA_CACHE=cache) for n in range(clients)]
    digests = {process.communicate()[0].strip() for process in processes}
    again = _started(_SHARE, library, "99", count, HEXAPLA_CACHE="off").communicate()[0].strip()
    wrong = [] if digests == {again} else [f"vectors differ: {sorted(digests)} and {again}"]
    collection = DocumentStore(library)
    wanted = {f"A/RES/{name}/{n}" for name in (*range(56, 56 + clients), 99) for n in range(count)}
    wrong += [f"not in the manifest, or not whole: {s}" for s in sorted(wanted) if collection.whole(s, "en") is None]
    digest = hashlib.sha256(again.encode()).hexdigest()[:8]
    return Told(f"{clients} processes, {len(wanted)} documents, vectors {digest}", tuple(wrong))


def main(arguments: Sequence[str]) -> int:
    """A line a part; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--decisions", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--documents", type=int, default=50)
    given = parser.parse_args(arguments)
    wrong = 0
    for part in ("decisions", "corpus", "sharing"):
        start = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="hexapla-soak-") as name:
            if part == "decisions":
                told = decisions(Path(name), given.decisions, given.kills)
            elif part == "corpus":
                told = corpus(Path(name), given.kills)
            else:
                told = sharing(Path(name), given.documents)
        print(f"{part:10} {time.monotonic() - start:6.0f} s  {told.done}  {len(told.wrong)} wrong", flush=True)
        for line in told.wrong[:20]:
            print(f"  {line}")
        wrong += len(told.wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
