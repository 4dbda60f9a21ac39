"""Which files of a folder are versions, whatever the case of their names. The texts are made for these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.errors import InputError
from reports.project.layout import open_project, versions_in

NAMES = ("fr.MD", "en.DOCX", "ES.pdf", "Ru.Html", "AR.XML", "zh.txt")


def test_suffix_and_language_may_be_in_capitals(tmp_path: Path) -> None:
    for name in (*NAMES, "notes.DOCX", "N1822420.DOC"):
        (tmp_path / name).write_text("x")
    assert {code: path.name for code, path in versions_in(tmp_path).items()} == {
        name[:2].lower(): name for name in NAMES
    }
    assert set(open_project(tmp_path).versions) == {"fr", "en", "es", "ru", "ar", "zh"}


def test_related_versions_may_be_in_capitals(tmp_path: Path) -> None:
    for name in ("2001-9.FR.MD", "2001-9.en.DOCX", "2002-9.fr.md"):
        (tmp_path / name).write_text("x")
    assert {code: path.name for code, path in versions_in(tmp_path, "2001-9").items()} == {
        "fr": "2001-9.FR.MD",
        "en": "2001-9.en.DOCX",
    }


def test_two_files_of_one_language_are_refused_in_whatever_case(tmp_path: Path) -> None:
    for name in ("fr.md", "FR.DOCX"):
        (tmp_path / name).write_text("x")
    with pytest.raises(InputError, match="several files for one language"):
        versions_in(tmp_path)
