"""What of a folder was not read, in the page of its review; archives that change under it. The texts are made up."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from corpora.text_documents import noting_left_out, say_left_out
from reports.app.review_session import ReviewSession
from reports.pipeline.run_options import RunOptions
from tests.corpora.structure.test_one_sentence import PAST

pytestmark = pytest.mark.slow


def _session(folder: Path) -> ReviewSession:
    return ReviewSession(folder, RunOptions(), "en", "A. Reviser")


def _packed(archive: Path, *codes: str) -> None:
    with zipfile.ZipFile(archive, "w") as packed:
        for code in codes:
            packed.writestr(f"{code}.txt", "\n\n".join(PAST[code]))


def test_the_page_says_what_was_not_read(tmp_path: Path) -> None:
    for code in ("fr", "en"):
        (tmp_path / f"{code}.txt").write_text("\n\n".join(PAST[code]), encoding="utf-8")
    assert 'class="left-out"' not in _session(tmp_path).page()
    (tmp_path / "es.txt").write_bytes(b"")
    _packed(tmp_path / "more.zip", "ru")
    page = _session(tmp_path).page()
    assert "left out: es.txt (" in page and "laissé de côté : es.txt (" in page
    assert "not looked into: more.zip" in page and "pas ouverts : more.zip" in page


def test_a_changed_archive_is_noticed(tmp_path: Path) -> None:
    archive = tmp_path / "texts.zip"
    _packed(archive, "fr", "en")
    session = _session(tmp_path)
    assert session.state()["changed"] is False
    os.utime(archive, ns=(1, 1))
    assert session.state()["changed"] is True


def test_lines_are_kept_only_while_they_are_asked_for() -> None:
    with noting_left_out() as noted:
        say_left_out(["a.docx (the file is empty)"])
        say_left_out(["a.docx (the file is empty)"])
    say_left_out(["b.docx (the file is empty)"])
    assert noted == ["left out: a.docx (the file is empty)"]
