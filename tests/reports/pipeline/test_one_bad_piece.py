"""One bad piece never stops the rest; a fault of the program has a line, a log and a status of its own."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from corpora.errors import InputError
from corpora.system.faults import LOG, FaultError, log_folder, set_apart
from corpora.text.symbols import parse_symbol
from reports.app.review_session import ReviewSession
from reports.cli import read as reading
from reports.decisions.decisions import decision_event
from reports.decisions.merging import export_events
from reports.pipeline.corpus import facts, jobs
from reports.pipeline.corpus import run as corpus_run
from reports.pipeline.corpus.commands import check_corpus
from reports.pipeline.corpus.jobs import Job, Task
from reports.pipeline.corpus.naming import page_name
from reports.pipeline.corpus.parts import Parts
from reports.pipeline.files import open_adoption_dates
from reports.pipeline.run_options import RunOptions
from tests.support.command_line import refused, run
from tests.support.sample import SAMPLE


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HEXAPLA_LOG", str(tmp_path / "log"))
    return tmp_path / "log" / LOG


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two resolutions of two versions each; the second is the first under another symbol."""
    made = tmp_path / "corpus"
    for name, symbol in (("first", "2002/19"), ("second", "2004/77")):
        (made / name).mkdir(parents=True)
        for code, source in (("fr", SAMPLE / "fr.md"), ("en", SAMPLE / "drift" / "en.md")):
            # Only the beginning: these tests are about what becomes of pieces, not of findings.
            text = source.read_text(encoding="utf-8").replace("2002/19", symbol).partition("\n5. ")[0]
            (made / name / f"{code}.md").write_text(text, encoding="utf-8")
    return made


def symbols(path: Path) -> set[str]:
    return {row["symbol"] for row in json.loads(path.read_text(encoding="utf-8"))}


@pytest.mark.slow
def test_a_file_that_vanishes_during_a_run_costs_its_own_resolution(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_corpus(folder, tmp_path / "out.json", ui="en")
    for part in (tmp_path / "out.json.parts").glob("*.json"):
        part.unlink()
    read_files = corpus_run.read_files

    def then_gone(*arguments: Any) -> object:
        found = read_files(*arguments)
        (folder / "first" / "en.md").unlink()
        return found

    monkeypatch.setattr(corpus_run, "read_files", then_gone)
    result = check_corpus(folder, tmp_path / "out.json", ui="en")
    assert symbols(tmp_path / "out.json") == {"E/RES/2004/77"} and result.checked == 1 and result.faults == 0
    (line,) = result.unusable
    assert line.startswith("E/RES/2002/19: ") and "first/en.md: no such file" in line
    assert (tmp_path / "out.json.log").read_text(encoding="utf-8") == line + "\n"


@pytest.mark.slow
def test_what_the_program_fails_on_is_set_aside_with_a_log(
    folder: Path, tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    checked = jobs._TASKS[Task.CHECK]

    def fails(job: Job, *rest: Any) -> object:
        if job.group.key == "E/RES/2002/19":
            raise RecursionError("too deep")
        return checked(job, *rest)

    monkeypatch.setitem(jobs._TASKS, Task.CHECK, fails)
    out = run("check", "--corpus", folder, "-o", tmp_path / "out.json", expect=3)
    assert "1 resolutions checked" in out and "1 not used" in out
    assert symbols(tmp_path / "out.json") == {"E/RES/2004/77"}
    text = log.read_text(encoding="utf-8")
    assert "RecursionError: too deep" in text and "while: E/RES/2002/19" in text and "Traceback" in text
    monkeypatch.setitem(jobs._TASKS, Task.CHECK, checked)
    run("check", "--corpus", folder, "-o", tmp_path / "out.json")
    assert symbols(tmp_path / "out.json") == {"E/RES/2002/19", "E/RES/2004/77"}
    assert not (tmp_path / "out.json.log").exists()


def test_a_file_that_the_readers_fail_on_is_set_aside(
    folder: Path, tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = facts.read_resolution

    def fails(path: Path, *rest: object) -> object:
        if path.name == "fr.md" and path.parent.name == "second":
            raise KeyError("unforeseen")
        return read(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(facts, "read_resolution", fails)
    result = check_corpus(folder, tmp_path / "out.json", ui="en")
    assert symbols(tmp_path / "out.json") == {"E/RES/2002/19"}
    assert any("KeyError" in line and str(log) in line for line in result.unusable)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "{}",
        "null",
        "3",
        '["x"]',
        '{"rows": [{"symbol": "x"}], "languages": [], "apart": []}',
        '{"rows": [], "languages": [3], "apart": []}',
        '[{"symbol": "x"}]',
        "[" * 100_000,
        "\x00" * 50,
    ],
)
def test_a_kept_part_that_is_damaged_is_not_taken(text: str, tmp_path: Path) -> None:
    (tmp_path / "part.json").write_text(text, encoding="utf-8")
    parts = Parts(tmp_path, Task.CHECK)
    assert parts.find("part") is None and parts.find("absent") is None


@pytest.mark.slow
def test_kept_parts_that_are_damaged_are_made_again(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    check_corpus(folder, output, ui="en")
    wanted = output.read_bytes()
    first, second = sorted((tmp_path / "out.json.parts").glob("*.json"))
    parts = first.read_bytes(), second.read_bytes()
    assert all(len(data) > 10 for data in parts)
    first.write_bytes(parts[0][: len(parts[0]) // 2])
    data = json.loads(parts[1])
    data["rows"][0]["message"] = ["x"]
    second.write_text(json.dumps(data), encoding="utf-8")
    result = check_corpus(folder, output, ui="en")
    assert (result.checked, result.resumed) == (2, 0)
    assert output.read_bytes() == wanted and (first.read_bytes(), second.read_bytes()) == parts


def test_pages_of_long_symbols_have_names_that_can_be() -> None:
    long = ["A/RES/" + "9" * 400, "A/RES/" + "9" * 400 + "A", "决议" * 200]
    names = [page_name(key) for key in long]
    assert len(set(names)) == 3 and all(len(name.encode()) < 160 for name in names)
    assert page_name("E/RES/2002/19") == "E-RES-2002-19.html"


def test_of_several_merges_the_good_ones_are_taken_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for code, source in (("fr", SAMPLE / "fr.md"), ("en", SAMPLE / "drift" / "en.md")):
        (docs / f"{code}.md").write_text(source.read_text(encoding="utf-8").partition("\n5. ")[0], encoding="utf-8")
    room = ReviewSession(docs, RunOptions(), "en", "Ana")
    first, second, *_ = room.subjects
    for number, subject in enumerate((first, second)):
        event = decision_event(subject, "accept", "one", "", "Ben")
        (tmp_path / f"good{number}.json").write_text(export_events([event], []), encoding="utf-8")
    (tmp_path / "bad.json").write_text("{}")
    files = [f for name in ("good0", "bad", "good1") for f in ("--merge", str(tmp_path / f"{name}.json"))]
    assert "bad.json: is no export" in refused(capsys, monkeypatch, "review", str(docs), *files)
    assert len(room.journal.events()) == 2


def test_a_library_leaves_out_what_the_program_fails_on(
    tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import reports.pipeline.files as session

    shutil.copy(SAMPLE / "fr.md", tmp_path / "a.md")
    shutil.copy(SAMPLE / "2003-900.fr.md", tmp_path / "b.md")
    read = session.read_resolution
    monkeypatch.setattr(session, "read_resolution", lambda path: 1 / 0 if path.name == "a.md" else read(path))
    found = open_adoption_dates(tmp_path)
    assert parse_symbol("E/RES/2002/19") not in found.dates and "ZeroDivisionError" in log.read_text(encoding="utf-8")


# -- exit status -------------------------------------------------------------------------------------------------------


def _ends(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    from reports.cli import main

    monkeypatch.setattr(sys, "argv", ["hexapla", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    return int(str(end.value.code))


@pytest.mark.parametrize(
    "error", [KeyError("x"), RecursionError(), MemoryError(), ValueError("two\nlines"), OSError(5, "broken")]
)
def test_a_fault_of_the_program_is_a_line_a_log_and_status_3(
    error: Exception, log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(reading, "_show", fails)
    assert _ends(["read", str(SAMPLE / "fr.md")], monkeypatch) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and str(log) in said and "Traceback" not in said
    text = log.read_text(encoding="utf-8")
    assert type(error).__name__ in text and "while: hexapla read" in text


def test_where_no_log_can_be_written_the_line_still_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("HEXAPLA_LOG", str(tmp_path / "file" / "log"))
    monkeypatch.setattr(reading, "_show", lambda *_: 1 / 0)
    assert _ends(["read", str(SAMPLE / "fr.md")], monkeypatch) == 3
    assert "the program failed (ZeroDivisionError" in capsys.readouterr().err


def test_bad_input_stays_status_2_and_a_missing_file_is_no_fault(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _ends(["read", "absent.md"], monkeypatch) == 2
    assert not log.exists()
    with pytest.raises(InputError) as caught, set_apart("x"):
        Path("absent").read_bytes()
    assert not isinstance(caught.value, FaultError) and "absent: no such file" in str(caught.value)
    with pytest.raises(FaultError), set_apart("x"):
        (Path(facts.__file__).parent / "absent.json").read_bytes()
    with pytest.raises(KeyboardInterrupt), set_apart("x"):
        raise KeyboardInterrupt
    assert log_folder() == log.parent


def test_a_log_that_grows_large_is_put_aside(log: Path) -> None:
    log.parent.mkdir()
    log.write_text("x" * 2_000_000)
    with pytest.raises(FaultError), set_apart("y"):
        raise KeyError
    assert log.stat().st_size < 20_000 and log.with_suffix(".log.old").is_file()
