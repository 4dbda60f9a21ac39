"""The ledger: a torn last line is passed over, what was under way too often is suspected, what was lost is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.errors import InputError
from reports.pipeline.corpus.appending import append_lines, whole_lines
from reports.pipeline.corpus.ledger import JobLedger, JobState, LedgerLine
from reports.pipeline.corpus.sharding import Shard, shard_of


def _begun(work: str) -> LedgerLine:
    return LedgerLine(work, work.upper(), JobState.BEGUN)


def test_what_was_under_way_at_two_ends_is_suspected(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    for suspected in (False, True):
        ledger = JobLedger(path)
        ledger.add(_begun("a"), _begun("b"), LedgerLine("b", "B", JobState.DONE, seconds=1.5))
        assert JobLedger(path).suspected("a") is suspected
        assert not JobLedger(path).suspected("b")
    JobLedger(path).add(LedgerLine("a", "A", JobState.DONE))
    assert not JobLedger(path).suspected("a")


def test_what_a_user_interrupted_is_not_suspected(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    for _ in range(3):
        JobLedger(path).add(_begun("a"), LedgerLine("a", "A", JobState.STOPPED))
        assert not JobLedger(path).suspected("a")
    JobLedger(path).add(_begun("a"), LedgerLine("a", "A", JobState.LOST, "ended its process"))
    JobLedger(path).add(_begun("a"), LedgerLine("a", "A", JobState.STOPPED))
    assert JobLedger(path).lost("a") == "ended its process"


def test_what_was_lost_is_remembered_until_it_is_done(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    JobLedger(path).add(_begun("a"), LedgerLine("a", "A", JobState.LOST, "ended its process"))
    assert JobLedger(path).lost("a") == "ended its process" and JobLedger(path).lost("b") is None
    JobLedger(path).add(LedgerLine("a", "A", JobState.DONE))
    assert JobLedger(path).lost("a") is None


@pytest.mark.parametrize("torn", ['{"work": "c", "key": "C", "sta', "null", "[1]", '{"work": 3}', "\x00\x00"])
def test_a_line_that_is_none_of_ours_costs_no_other(tmp_path: Path, torn: str) -> None:
    path = tmp_path / "ledger.jsonl"
    JobLedger(path).add(_begun("a"))
    with path.open("a", encoding="utf-8") as file:
        file.write(torn)
    ledger = JobLedger(path)
    ledger.add(_begun("a"), _begun("b"))
    again = JobLedger(path)
    assert again.suspected("a") and not again.suspected("b")
    assert len(list(whole_lines(path))) == 4


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        append_lines(tmp_path / "file" / "ledger.jsonl", ["x"])
    assert list(whole_lines(tmp_path / "absent")) == []


def test_each_piece_falls_to_one_share() -> None:
    digests = [f"{n * 7919:012x}{'0' * 20}" for n in range(200)]
    shares = [Shard(k, 3) for k in (1, 2, 3)]
    assert all(sum(share.takes(d) for share in shares) == 1 for d in digests)
    assert all(any(share.takes(d) for d in digests) for share in shares)
    assert shard_of(" 2/3 ") == Shard(2, 3)


@pytest.mark.parametrize("text", ["0/3", "4/3", "3", "a/b", "1/0", "-1/3", "1/3/5"])
def test_what_names_no_share_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is no share"):
        shard_of(text)
