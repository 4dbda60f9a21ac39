"""What a run has read is at hand for the rest of the run, and gone with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.reading import read_resolution
from reports.pipeline.corpus import drawer as drawers
from reports.pipeline.corpus import jobs, run
from reports.pipeline.corpus.commands import CorpusRequest, corpus_results
from reports.pipeline.corpus.drawer import drawer
from reports.pipeline.corpus.jobs import Task
from reports.pipeline.run_options import RunOptions
from tests.support.small_corpus import results_in, write_small_corpus


def test_a_text_is_known_by_path_and_content(tmp_path: Path) -> None:
    write_small_corpus(tmp_path / "in", 1)
    path = tmp_path / "in" / "2004-1" / "fr.md"
    resolution = read_resolution(path)
    with drawer() as kept:
        kept.put(path, "a", resolution)
        assert kept.take(path, "a") == resolution
        assert kept.take(path, "b") is None and kept.take(path.with_name("en.md"), "a") is None
        assert kept.folder.stat().st_mode & 0o077 == 0
    assert not kept.folder.exists()
    kept.put(path, "a", resolution)
    assert kept.take(path, "a") is None


def test_no_file_is_read_twice_and_results_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_small_corpus(tmp_path / "in", 1)

    def done(name: str) -> dict[str, bytes]:
        corpus_results(CorpusRequest(Task.CHECK, tmp_path / "in", tmp_path / name, RunOptions()))
        return results_in(tmp_path / name)

    monkeypatch.setattr(drawers, "MOST", 0)
    wanted = done("without")
    monkeypatch.undo()
    monkeypatch.setattr(jobs, "read_resolution", lambda path: pytest.fail(f"{path} is read again"))
    assert done("with") == wanted
    assert run.fits(0) and not run.fits(2 * drawers.MOST)
