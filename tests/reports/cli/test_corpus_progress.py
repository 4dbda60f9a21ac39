"""Progress of a corpus run where standard error is no terminal: a line a minute, with the time left."""

from __future__ import annotations

import pytest

from reports.cli import corpus_run
from reports.cli.corpus_run import corpus_progress


def test_a_line_a_minute_says_how_long_is_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = [0.0]
    monkeypatch.setattr(corpus_run.time, "monotonic", lambda: clock[0])
    with corpus_progress() as tell:
        for done in range(0, 1001, 10):
            tell("check", done, 1000)
            clock[0] += 3.0
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "check 20 %, about 4 min left"
    assert len(lines) == 4 and lines[-1].startswith("check 80 %, about 1 min left")


def test_quick_work_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with corpus_progress() as tell:
        tell("read", 1, 2)
        tell("check", 2, 2)
    assert capsys.readouterr().err == ""


def test_a_stage_that_has_just_begun_promises_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = [0.0]
    monkeypatch.setattr(corpus_run.time, "monotonic", lambda: clock[0])
    with corpus_progress() as tell:
        clock[0] = 130.0
        tell("read", 9, 10)
        tell("read", 10, 10)
        # Its first piece is done after 50 seconds: as long as each of the other nine, since all take as long.
        for done in range(1, 10):
            clock[0] += 50.0
            tell("check", done, 10)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "read 90 %, less than a minute left"
    assert lines[1:3] == ["check 20 %, about 7 min left", "check 40 %, about 5 min left"]
