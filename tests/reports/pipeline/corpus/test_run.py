"""``hexapla corpus``: the same results whoever does the work, a run that goes on, one bad text set aside."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from reports.pipeline.corpus import jobs, run
from reports.pipeline.corpus.commands import CorpusRequest, corpus_results
from reports.pipeline.corpus.engines.processes import Processes
from reports.pipeline.corpus.facts import FileFacts
from reports.pipeline.corpus.jobs import Job, ReadJob, Task, digest_of, perform, with_contents
from reports.pipeline.corpus.ledger import JobLedger, JobState, LedgerLine
from reports.pipeline.corpus.results import CorpusResult
from reports.pipeline.corpus.sharding import Shard
from reports.pipeline.run_options import RunOptions, load_options
from tests.support.command_line import refused
from tests.support.command_line import run as command
from tests.support.processes import SOON, children_of, lives, until
from tests.support.sample import ROOT
from tests.support.small_corpus import results_in, write_small_corpus

pytestmark = pytest.mark.slow


def _done(task: Task, place: Path, output: Path, **more: Any) -> CorpusResult:
    return corpus_results(CorpusRequest(task, place, output, RunOptions(), **more))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_small_corpus(tmp_path / "in", 2)
    return tmp_path / "in"


def test_check_leaves_tables_a_list_and_a_page_that_leads_to_each_report(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = _done(Task.CHECK, place, out)
    assert (result.checked, result.resumed, result.unusable) == (4, 0, ())
    found = pl.read_parquet(out / "findings" / "**" / "*.parquet", hive_partitioning=True)
    slips = found.filter(pl.col("code") == "D202")
    assert set(slips["symbol"]) == {"E/RES/2005/1", "E/RES/2005/2"}
    assert set(slips["organ"]) == {"E"} and {str(p) for p in slips["period"]} == {"2005"}
    listed = pl.read_csv(out / "list.csv")
    assert listed.height == found.height
    order = [("critical", "major", "minor", "neutral").index(s) for s in listed["severity"]]
    assert order == sorted(order)
    index = (out / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{page}"' in index and (out / page).is_file() for page in listed["report"])
    for page in listed.filter(pl.col("code") == "D202")["report"]:
        assert "2007" in (out / page).read_text(encoding="utf-8")
    assert json.loads((out / "run.json").read_text(encoding="utf-8"))["resolutions"] == 4


def test_a_second_run_repeats_nothing_and_reads_no_file_again(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    _done(Task.CHECK, place, out)
    before = results_in(out)

    def never(*_: object) -> object:
        raise AssertionError("done again")

    monkeypatch.setattr(run, "perform", never)
    monkeypatch.setattr(run, "read_facts", never)
    result = _done(Task.CHECK, place, out)
    assert (result.checked, result.resumed) == (0, 4) and results_in(out) == before


def test_compare_takes_each_resolution_with_the_one_that_it_continues(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert _done(Task.COMPARE, place, out).checked == 2
    found = pl.read_parquet(out / "findings" / "**" / "*.parquet")
    assert set(found.select("earlier", "symbol").iter_rows()) == {
        ("E/RES/2004/1", "E/RES/2005/1"),
        ("E/RES/2004/2", "E/RES/2005/2"),
    }
    assert sorted(p.name for p in (out / "reports").iterdir()) == ["E-RES-2005-1.html", "E-RES-2005-2.html"]


def test_align_leaves_beads_with_their_texts(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert _done(Task.ALIGN, place, out).checked == 4
    beads = pl.read_parquet(out / "beads" / "**" / "*.parquet")
    pairs = dict(beads.filter(pl.col("symbol") == "E/RES/2004/2").select("source_text", "target_text").iter_rows())
    report = next(source for source in pairs if "31 mars 2005" in source)
    assert "31 March 2005" in pairs[report]
    listed = pl.read_csv(out / "list.csv")
    assert listed["confidence"].is_sorted() and listed["beads"].sum() == beads.height


@pytest.mark.slow
def test_results_are_the_same_whoever_does_the_work(place: Path, tmp_path: Path) -> None:
    _done(Task.CHECK, place, tmp_path / "one")
    _done(Task.CHECK, place, tmp_path / "two", workers=2)
    wanted = results_in(tmp_path / "one")
    assert len(wanted) > 10 and results_in(tmp_path / "two") == wanted


@pytest.mark.slow
def test_shares_make_up_the_whole(place: Path, tmp_path: Path) -> None:
    _done(Task.CHECK, place, tmp_path / "whole")
    shared = tmp_path / "shared"
    results = [_done(Task.CHECK, place, shared, shard=Shard(number, 3)) for number in (1, 2, 3)]
    assert sum(result.checked for result in results) == 4
    assert results[0].elsewhere == 4 - results[0].checked and results[-1].elsewhere == 0
    together = _done(Task.CHECK, place, shared)
    assert (together.checked, together.resumed) == (0, 4)
    assert results_in(shared) == results_in(tmp_path / "whole")


def test_shares_read_each_file_once_between_them(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    read_facts = run.read_facts

    def noted(job: ReadJob) -> FileFacts:
        read.append(job.path)
        if len(read) == 2:
            # Another share begins while this one reads: it begins with its own part, and takes what was read.
            _done(Task.ALIGN, place, shared, shard=Shard(2, 2))
        return read_facts(job)

    monkeypatch.setattr(run, "_ROUND", 1)
    monkeypatch.setattr(run, "read_facts", noted)
    shared = tmp_path / "shared"
    _done(Task.ALIGN, place, shared, shard=Shard(1, 2))
    files = sorted(p for p in place.rglob("*") if p.is_file())
    assert set(read) == set(files) and read[2] == files[len(files) // 2]
    # The file that the first was at is read by both.
    assert len(read) == len(files) + 1
    read.clear()
    _done(Task.ALIGN, place, shared)
    assert read == []


def test_work_that_takes_its_files_along_comes_to_the_same(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[Job, object]] = []

    def noted(job: Job) -> object:
        done.append((job, perform(job)))
        return done[-1][1]

    monkeypatch.setattr(run, "perform", noted)
    _done(Task.CHECK, place, tmp_path / "out")
    sent = [with_contents(job) for job, _ in done]
    for job in sent:
        assert job.contents and all(path.read_bytes() == data for path, data in job.contents.items())
    place.rename(tmp_path / "gone")
    for (_, here), job in zip(done, sent, strict=True):
        there = perform(job)
        assert (there.rows, there.page, there.languages) == (here.rows, here.page, here.languages)  # type: ignore[attr-defined]


def test_bad_texts_are_set_aside_with_the_reason(place: Path, tmp_path: Path) -> None:
    (place / "2004-1" / "es.xml").write_text("<akomaNtoso>" + "<p>" * 5000 + "</p>" * 5000, encoding="utf-8")
    (place / "2004-2" / "es.md").write_text("", encoding="utf-8")
    (place / "2005-1" / "es.docx").write_bytes(b"PK\x03\x04 broken")
    result = _done(Task.CHECK, place, tmp_path / "out")
    assert result.checked == 4 and len(result.unusable) == 3
    said = (tmp_path / "out" / "not-used.log").read_text(encoding="utf-8")
    assert all(name in said for name in ("es.xml", "es.md", "es.docx"))


def test_the_digest_covers_program_texts_predecessor_and_rules_in_full(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[Job] = []
    monkeypatch.setattr(run, "perform", lambda job: found.append(job) or jobs.JobOutcome())
    _done(Task.CHECK, place, tmp_path / "out")
    job = next(job for job in found if job.before)
    assert digest_of(job) == job.digest
    (place / "hexapla.toml").write_text(
        '[[rule]]\ncode = "R901"\nlanguage = "fr"\npattern = "' + "x" * 300 + 'y"\nreason = { en = "x", fr = "x" }\n'
    )
    options = load_options(place)
    changed = [
        Job(job.task, job.group, None, job.options, job.ui, ""),
        Job(job.task, job.before, None, job.options, job.ui, ""),  # type: ignore[arg-type]
        Job(job.task, job.group, job.before, options, job.ui, ""),
        Job(job.task, job.group, job.before, job.options, "fr", ""),
        Job(Task.COMPARE, job.group, job.before, job.options, job.ui, ""),
    ]
    digests = {digest_of(other) for other in changed}
    monkeypatch.setattr(jobs, "program_digest", lambda: "another")
    digests |= {digest_of(job)}
    assert len(digests) == 6 and job.digest not in digests


def test_a_piece_that_was_lost_is_not_tried_again_unless_asked(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    found: list[Job] = []
    monkeypatch.setattr(run, "perform", lambda job: found.append(job) or perform(job))
    _done(Task.CHECK, place, out)
    job = found[0]
    (out / "parts" / f"{job.digest}.json").unlink()
    JobLedger(out / "ledger.jsonl").add(LedgerLine(job.digest, job.group.key, JobState.LOST, "ended its process"))
    result = _done(Task.CHECK, place, out)
    assert result.unusable == (f"{job.group.key}: ended its process; --retry tries it again",)
    assert (result.checked, result.faults) == (0, 1)
    assert _done(Task.CHECK, place, out, retry=True).checked == 1
    assert _done(Task.CHECK, place, out).unusable == ()


def test_a_suspect_is_done_in_a_process_of_its_own(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    found: list[Job] = []
    monkeypatch.setattr(run, "perform", lambda job: found.append(job) or jobs.JobOutcome(problem="not now"))
    _done(Task.ALIGN, place, out)
    for _ in range(2):
        JobLedger(out / "ledger.jsonl").add(LedgerLine(found[0].digest, found[0].group.key, JobState.BEGUN))
    alone: list[str] = []

    def run_alone(self: Processes, work: object, items: list[Job], **_: object) -> object:
        for job in items:
            alone.append(job.group.key)
            yield job, perform(job)

    monkeypatch.setattr(Processes, "run_alone", run_alone)
    found.clear()
    assert _done(Task.ALIGN, place, out).checked == 1
    assert len(alone) == 1 and alone[0] not in {job.group.key for job in found} and len(found) == 3


@pytest.mark.slow
@pytest.mark.parametrize(
    ("order", "status"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGTERM, 143), (signal.SIGINT, 130)]
)
def test_a_run_that_is_ended_leaves_no_process_and_goes_on(tmp_path: Path, order: signal.Signals, status: int) -> None:
    write_small_corpus(tmp_path / "in", 3)
    out, whole = tmp_path / "out", tmp_path / "whole"
    words = [
        sys.executable,
        "-m",
        "reports.cli",
        "corpus",
        "check",
        str(tmp_path / "in"),
        "--jobs",
        "2",
        "-o",
        str(out),
    ]
    process = subprocess.Popen(words, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE)
    assert until(lambda: list((out / "parts").glob("*.json")) or process.poll() is not None, 300)
    children = children_of(process.pid)
    process.send_signal(order)
    assert process.wait(timeout=SOON) == status
    assert len(children) >= 2 and until(lambda: not any(map(lives, children)), SOON)
    assert process.stderr is not None and b"Traceback" not in process.stderr.read()
    kept = {p: p.stat().st_mtime_ns for p in (out / "parts").glob("*.json")}
    states = Counter(json.loads(line)["state"] for line in (out / "ledger.jsonl").read_text().splitlines())
    assert kept and (order == signal.SIGKILL or states["begun"] == states["done"] + states["stopped"])
    _done(Task.CHECK, tmp_path / "in", out)
    assert all(p.stat().st_mtime_ns == when for p, when in kept.items())
    _done(Task.CHECK, tmp_path / "in", whole)
    assert results_in(out) == results_in(whole)


def test_what_a_killed_run_left_half_written_goes_and_what_is_others_stays(place: Path, tmp_path: Path) -> None:
    out, whole = tmp_path / "out", tmp_path / "whole"
    _done(Task.CHECK, place, whole)
    done = results_in(whole)
    part = next(name for name in done if name.startswith("parts/"))
    page = next(name for name in done if name.startswith("reports/"))
    for name in (part, page, "list.csv", "run.json"):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_name(f".{path.name}.a1b2c3d4").write_bytes(done[name][:40])
    others = out / "parts" / ".another-share.json.a1b2c3d4"
    others.write_bytes(b"{")
    _done(Task.CHECK, place, out)
    assert results_in(out) == {**done, "parts/.another-share.json.a1b2c3d4": b"{"}


@pytest.mark.slow
def test_the_command_says_what_it_came_to(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = command("corpus", "check", place, "-o", out, "--jobs", "1", "--fail-on", "major", expect=1)
    assert "4 resolutions checked, 0 taken from before" in said and said.split()[-1] == str(out / "index.html")
    assert "2 taken from before" in command(
        "corpus", "compare", place, "-o", tmp_path / "c", "--shard", "1/1"
    ) + command("corpus", "compare", place, "-o", tmp_path / "c")


def test_what_cannot_be_is_refused(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = str(tmp_path / "out")
    for words, said in (
        (("--engine", "spark"), "is no engine"),
        (("--engine", "dask"), "no scheduler is named"),
        (("--shard", "4/3"), "is no share"),
    ):
        assert said in refused(capsys, monkeypatch, "corpus", "check", str(place), "-o", out, *words)
    assert "no folder" in refused(capsys, monkeypatch, "corpus", "align", str(tmp_path / "absent"), "-o", out)
