"""Fuzz everything that is read besides documents, and the readers, with Hypothesis: used, or refused in one line.

    python -m benchmarks.fuzz_inputs [--cases 2000 | --minutes 60] [TARGET ...]

Each target takes whole inputs of its kind and changes them: a value anywhere in JSON or TOML is replaced by any other, text and
bytes are damaged as ``benchmarks.fuzz`` does. Anything but a result or an ``InputError`` is a fault; Hypothesis gives the
smallest input that shows it. ``tests/test_fuzz_inputs.py`` runs a few cases of each target. With ``--minutes`` each target has
its share of them, and goes on after a fault. Prints cases and minutes.
"""

from __future__ import annotations

import argparse
import copy
import json
import logging
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from benchmarks.fuzz import damaged, damaged_archive
from corpora.errors import InputError
from corpora.reading import read_resolution
from corpora.resources.adoption_dates import read_adoption_dates
from corpora.resources.document_store import MANIFEST, DocumentStore
from corpora.resources.glossary import read_glossary
from reports.app.review_session import ReviewSession
from reports.app.server import HOST, application
from reports.decisions.decisions import Subject, decision_event, review_of
from reports.decisions.journal import JOURNAL, Event, EventKind, Journal
from reports.decisions.merging import export_events, merge_file
from reports.decisions.payloads import DecisionScope, KeptParagraph
from reports.findings.baseline import read_baseline
from reports.pipeline.run_options import RunOptions
from reports.project.settings import read_settings
from tests.support.formats import FORMATS
from tests.support.review import open_folder_of, open_folders_in
from tests.support.sample import SAMPLE, sample_text

Target = Callable[[Path, st.DataObject], None]
_BATCH = 200
"""Cases of one target that Hypothesis makes at a time, where minutes are given."""

_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(["\ud800", "", 10**30]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path to every value inside a value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, inner in items for place in _places(inner, (*path, key)))]


def _changed(data: st.DataObject, value: Any) -> Any:
    """The value with one to three values inside it replaced, left out or renamed."""
    out = copy.deepcopy(value)
    for _ in range(data.draw(st.integers(1, 3))):
        *path, last = data.draw(st.sampled_from(_places(out)[1:] or [()])) or (None,)
        if last is None:
            return data.draw(_ANYTHING)
        holder = out
        for key in path:
            holder = holder[key]
        if data.draw(st.booleans()):
            holder[last] = data.draw(_ANYTHING)
        else:
            del holder[last]
    return out


def _json(data: st.DataObject, value: Any) -> bytes:
    """A JSON text of a changed value, or a damaged text of the value itself."""
    if data.draw(st.integers(0, 4)):
        return json.dumps(_changed(data, value)).encode()
    return _damaged(data, json.dumps(value).encode())


def _damaged(data: st.DataObject, content: bytes) -> bytes:
    return damaged(content, data.draw(st.randoms(use_true_random=False)))


# -- the review --------------------------------------------------------------------------------------------------------

ONE = Subject("aa", "D305", ("fr", "en"), "p1", "versions")
_WORDS: KeptParagraph = {"id": "op1", "words": "Notes the report"}


def _events() -> list[Event]:
    made = decision_event(ONE, "accept", DecisionScope.LIKE, "right", "Ana")
    return [
        made,
        decision_event(ONE, "dismiss", "one", "no", "Ben"),
        Event(EventKind.COMMENT, "Ana", {"fingerprint": "aa", "text": "look"}),
        Event(EventKind.PIN, "Ana", {"pair": "versions:en", "beads": [{"source": [_WORDS], "target": [_WORDS]}]}),
        Event(EventKind.UNDO, "Ana", {"event": made.uuid}),
        Event(EventKind.DISPUTE, "", {"fingerprint": "aa"}),
    ]


def _all_of(journal: Journal) -> None:
    """Everything that is made of a journal."""
    events = journal.events()
    review_of(events).decided(ONE)
    json.loads(export_events(events, [ONE]))


def merging(folder: Path, data: st.DataObject) -> None:
    """An export that is merged: taken in whole or not at all, and the journal can be read afterwards."""
    journal = Journal(folder / JOURNAL)
    path = folder / "export.json"
    path.write_bytes(_json(data, json.loads(export_events(_events(), [ONE]))))
    before = journal.last()
    try:
        merge_file(journal, path, [ONE], "Cem")
    except InputError:
        assert journal.last() == before
    _all_of(journal)


def journals(folder: Path, data: st.DataObject) -> None:
    """A journal with its rows changed, or its bytes: read without what is damaged, or refused."""
    path = folder / JOURNAL
    Journal(path).add_all(_events())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        if data.draw(st.booleans()):
            column = data.draw(st.sampled_from(["kind", "payload", "time", "reviser", "sequence", "uuid", "checksum"]))
            value = data.draw(
                st.none() | st.text(max_size=20) | st.binary(max_size=9) | st.integers(-(2**63), 2**63 - 1)
            )
            with suppress(sqlite3.Error, UnicodeEncodeError):
                connection.execute(f"UPDATE events SET {column} = ? WHERE id = 2", (value,))
    if data.draw(st.booleans()):
        path.write_bytes(_damaged(data, path.read_bytes()))
    for reading in (True, False):
        _all_of(Journal(path, reading=reading))


@cache
def _folder() -> Path:
    """The sample with a changed English version, cut short."""
    folder = Path(tempfile.mkdtemp(prefix="hexapla-fuzz-"))
    for code, source in (("fr", SAMPLE / "fr.md"), ("en", SAMPLE / "drift" / "en.md")):
        text = source.read_text(encoding="utf-8").partition("\n3. ")[0]
        (folder / f"{code}.md").write_text(text, encoding="utf-8")
    return folder


@cache
def _open_review() -> ReviewSession:
    return ReviewSession(_folder(), RunOptions(), "en", "Ana")


@cache
def _workbook() -> bytes:
    return _open_review().decisions_workbook()


def workbooks(folder: Path, data: st.DataObject) -> None:
    """A workbook that is merged, one of its parts damaged."""
    path = folder / "a.xlsx"
    rng = data.draw(st.randoms(use_true_random=False))
    path.write_bytes(damaged_archive(_workbook(), rng) if rng.random() < 0.8 else damaged(_workbook(), rng))
    journal = Journal(folder / JOURNAL)
    try:
        merge_file(journal, path, _open_review().subjects, "Cem")
    finally:
        _all_of(journal)


def bodies(folder: Path, data: st.DataObject) -> None:
    """A request's body: answered, never with status 500."""
    open_folders = open_folders_in(folder / "own")
    entry, review_session = open_folder_of(open_folders, _folder())
    client = TestClient(application(open_folders, "token", 4242), base_url=f"http://{HOST}:4242")
    subject = review_session.subjects[0]
    good: dict[str, dict[str, Any]] = {
        "decide": {"fingerprint": subject.fingerprint, "decision": "accept", "scope": "one", "reason": "", "seen": 0},
        "comment": {"fingerprint": subject.fingerprint, "text": "x", "seen": 0},
        "undo": {"seen": 0},
    }
    action = data.draw(st.sampled_from(sorted(good)))
    headers = {"Origin": f"http://{HOST}:4242", "Content-Type": "application/json"}
    answer = client.post(f"/token/w/{entry.key}/api/{action}", content=_json(data, good[action]), headers=headers)
    assert answer.status_code in (200, 400, 409, 413, 422), answer.text


# -- files beside documents ---------------------------------------------------------------------------------------------

_ENTRY = {"symbol": "A/RES/1/1", "language": "fr", "file": "a/fr.pdf", "sha256": "0", "bytes": 1, "url": "", "date": ""}


def manifests(folder: Path, data: st.DataObject) -> None:
    """A library's manifest."""
    (folder / MANIFEST).write_bytes(_json(data, {"documents": [_ENTRY, {**_ENTRY, "language": "en"}]}))
    collection = DocumentStore(folder)
    collection.versions("A/RES/1/1")
    collection.whole("A/RES/1/1", "fr")


_SETTINGS = """pivot = "fr"
select = ["D2", "D305"]
ignore = ["D6"]
[severity]
D305 = "minor"
[per-path."*.md"]
ignore = ["D201"]
[[rule]]
code = "R001"
language = "fr"
pattern = '\\bétats?\\b'
in = "en"
required = "(?:States|Members){1,2}"
reason = { fr = "terme", en = "term" }
"""


def configurations(folder: Path, data: st.DataObject) -> None:
    """A hexapla.toml."""
    path = folder / "hexapla.toml"
    path.write_bytes(_damaged(data, _SETTINGS.encode()))
    read_settings(path)


_CSV = "fr,en,es\nÉtat,State,Estado\nrapport,report,informe\n"
_TBX = """<?xml version="1.0"?><tbx><text><body><conceptEntry><langSec xml:lang="fr"><termSec><term>État</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>State</term></termSec></langSec></conceptEntry></body></text></tbx>"""
_DATES = "symbol,date\nA/RES/1/1,1946-01-24\n"


def glossaries(folder: Path, data: st.DataObject) -> None:
    """A glossary as CSV or TBX, a table of dates."""
    name, text = data.draw(st.sampled_from([("a.csv", _CSV), ("a.tbx", _TBX), ("dates.csv", _DATES)]))
    (folder / name).write_bytes(_damaged(data, text.encode()))
    if name == "dates.csv":
        read_adoption_dates(folder / name)
    else:
        read_glossary(folder / name)


def baselines(folder: Path, data: st.DataObject) -> None:
    """A baseline of accepted findings."""
    entry = {"code": "D305", "reason": "r", "author": "Ana", "date": "2026-01-01", "place": "op1: words"}
    (folder / "a.json").write_bytes(_json(data, {"accepted": {"aa": entry, "bb": entry}}))
    read_baseline(folder / "a.json")


@cache
def _documents() -> dict[str, bytes]:
    french = sample_text("fr")
    return {**{suffix: make(french) for suffix, make in FORMATS.items()}, ".md": french.source.encode()}


def readers(folder: Path, data: st.DataObject) -> None:
    """A document in any format but PDF, which ``benchmarks.fuzz`` takes."""
    suffix = data.draw(st.sampled_from(sorted(s for s in _documents() if s != ".pdf")))
    rng = data.draw(st.randoms(use_true_random=False))
    make = damaged_archive if suffix == ".docx" and rng.random() < 0.9 else damaged
    (folder / f"a{suffix}").write_bytes(make(_documents()[suffix], rng))
    read_resolution(folder / f"a{suffix}")


TARGETS: dict[str, Target] = {
    f.__name__: f
    for f in (merging, journals, workbooks, bodies, manifests, configurations, glossaries, baselines, readers)
}


def attempt(target: Target, data: st.DataObject) -> None:
    """One case. Raises whatever is neither a result nor a refusal in one line."""
    with tempfile.TemporaryDirectory(prefix="hexapla-fuzz-") as folder:
        try:
            target(Path(folder), data)
        except InputError as error:
            assert len(str(error)) < 5000


def fuzz(name: str, cases: int, *, fixed: bool) -> int:
    """Run cases of a target, the same ones each time where ``fixed``; returns how many ran. Raises what is found."""
    ran = 0

    @settings(
        max_examples=cases,
        deadline=None,
        derandomize=fixed,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(st.data())
    def one(data: st.DataObject) -> None:
        nonlocal ran
        ran += 1
        attempt(TARGETS[name], data)

    one()
    return ran


def _faults(name: str, cases: int, minutes: float) -> tuple[int, list[str]]:
    """How many cases of a target ran, in batches until the minutes are over where there are some, and the different faults."""
    ran = 0
    faults: list[str] = []
    start = time.monotonic()
    while not ran or time.monotonic() - start < minutes * 60:
        try:
            ran += fuzz(name, _BATCH if minutes else cases, fixed=False)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            ran += 1
            notes = "; ".join(getattr(error, "__notes__", []))[:600]
            place = traceback.extract_tb(error.__traceback__)[-1]
            said = f"{type(error).__name__} in {place.name}: {str(error)[:300]}; {notes}"
            if not any(said.partition(":")[0] == old.partition(":")[0] for old in faults):
                faults.append(said)
    return ran, faults


def main(arguments: Sequence[str]) -> int:
    """A line a target and a line a fault; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--minutes", type=float, default=0.0)
    given = parser.parse_args(arguments)
    logging.disable()  # What is left out of a journal is said for every case.
    names = given.targets or list(TARGETS)
    all_faults = total = 0
    begin = time.monotonic()
    for name in names:
        start = time.monotonic()
        ran, faults = _faults(name, given.cases, given.minutes / len(names))
        minutes = (time.monotonic() - start) / 60
        print(f"{name:15} {minutes:.1f} min  {ran} cases, {len(faults)} faults", flush=True)
        for fault in faults:
            print(f"  {fault}", flush=True)
        all_faults, total = all_faults + len(faults), total + ran
    print(f"{total} cases in {(time.monotonic() - begin) / 3600:.2f} hours, {all_faults} faults")
    return 1 if all_faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
