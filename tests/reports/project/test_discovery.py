"""What a folder gives: the predecessor."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpora.errors import InputError
from reports.project.discovery import texts_in
from reports.project.layout import open_project
from tests.support.command_line import FR, run
from tests.support.folders import settings
from tests.support.sample import SAMPLE

pytestmark = pytest.mark.slow


def test_related_folder_gives_the_predecessor(tmp_path: Path) -> None:
    """The sample is the earlier resolution; in the later one only French moved to another session."""
    (tmp_path / "2002").mkdir()
    for code in ("fr", "en", "es"):
        shutil.copy(SAMPLE / f"{code}.md", tmp_path / "2002" / f"{code}.md")
        text = (SAMPLE / f"{code}.md").read_text(encoding="utf-8")
        moved = text.replace("douzième session", "quatorzième session").replace("12º período", "14º período")
        (tmp_path / f"{code}.md").write_text(moved, encoding="utf-8")
    settings(tmp_path, '[[related]]\nfolder = "2002"\nplace = "earlier"\n')
    out = run("report", tmp_path, "--output", tmp_path / "out")
    assert "D405" in out and "English repeats the earlier resolution" in out
    files = [tmp_path / "2002" / f"{c}.md" for c in ("fr", "en", "es")]
    earlier = [x for f in files for x in ("--earlier", f)]
    assert "D405" in run("check", tmp_path / "fr.md", tmp_path / "en.md", tmp_path / "es.md", *earlier)


def test_related_that_is_no_list_is_one_line(tmp_path: Path) -> None:
    shutil.copy(FR, tmp_path / "fr.md")
    settings(tmp_path, "related = 3\n")
    with pytest.raises(InputError, match=r"hexapla.toml: related is no list; write \[\[related\]\]"):
        open_project(tmp_path)


def test_a_link_to_nothing_is_no_text_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "en.md").symlink_to(tmp_path / "nowhere.md")
    (tmp_path / "en.png").symlink_to(tmp_path / "nowhere.png")
    assert [str(text) for text in texts_in(tmp_path)] == ["en.md (a link to a file that is not there)"]
