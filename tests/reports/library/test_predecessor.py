"""``check`` and ``report`` find the resolution that a text continues in the library by themselves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpora.text.symbols import parse_symbol
from corpora.values import Date
from reports.cli import app
from reports.library.place import VARIABLE, library_at_hand, library_folder
from reports.library.store import Library
from reports.pipeline.files import open_adoption_dates
from reports.project.settings import Settings, read_settings
from tests.reports.library.conftest import put
from tests.support.library_texts import EARLIER, LATER, write_texts


def written(folder: Path) -> list[str]:
    """The later text in three languages; in French the fund of the others is still the assistance of the year before."""
    paths = write_texts(folder, LATER, languages=("fr", "en", "es"))
    french = paths[0]
    text = french.read_text(encoding="utf-8").replace("Prie le Secrétaire général de lui présenter à sa soixante-dix-neuvième", "Prie le Secrétaire général de lui présenter à sa soixante-dix-huitième")  # fmt: skip
    french.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def test_check_finds_what_was_not_brought_up_to_date(library: Library, tmp_path: Path) -> None:
    paths = written(tmp_path)
    alone = CliRunner().invoke(app, ["check", *paths, "--all"])
    assert "D405" not in alone.output
    beside = CliRunner().invoke(app, ["check", *paths, "--all", "--library", str(library.folder)])
    assert "D405" in beside.output
    assert f"Compared with {EARLIER} (fr en es)" in " ".join(beside.output.split())


@pytest.mark.slow
def test_report_on_files_and_on_a_symbol(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(library.folder))
    monkeypatch.chdir(tmp_path)
    files = CliRunner().invoke(app, ["report", *written(tmp_path / "in"), "-o", str(tmp_path / "out")])
    assert "D405" in files.output
    symbol = CliRunner().invoke(app, ["report", LATER, "-o", str(tmp_path / "two")])
    assert f"{EARLIER} → {LATER}" in symbol.output
    assert "(fr ar en es ru zh)" in symbol.output
    assert (tmp_path / "two" / "index.html").is_file()
    named = CliRunner().invoke(app, ["report", EARLIER, "--related", "78/902", "--library", str(library.folder)])
    assert f"{EARLIER} → {LATER}" in named.output


def test_a_library_that_cannot_be_used_does_not_stop_a_check(tmp_path: Path, library: Library) -> None:
    broken = tmp_path / "lib"
    shutil.copytree(library.folder, broken)
    (broken / "library.json").write_text("{", encoding="utf-8")
    paths = [str(p) for p in write_texts(tmp_path / "in", LATER, languages=("fr", "en"))]
    done = CliRunner().invoke(app, ["check", *paths, "--library", str(broken)])
    assert done.exit_code == 0
    assert "Compared with" not in done.output


def test_where_the_library_is(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert library_at_hand(None, Settings(adopted=library.folder)) is None  # the tests say "off"
    monkeypatch.delenv(VARIABLE)
    assert library_folder(tmp_path, Settings()) == tmp_path
    assert library_at_hand(None, Settings(adopted=library.folder)) == library.folder
    dates = tmp_path / "dates.csv"
    dates.write_text("symbol,date\nA/RES/1/1,1946-01-24\n", encoding="utf-8")
    assert library_folder(None, Settings(adopted=dates)) != dates
    settings = tmp_path / "hexapla.toml"
    settings.write_text('library = "record"\n', encoding="utf-8")
    assert library_folder(None, read_settings(settings)) == tmp_path / "record"
    monkeypatch.setenv(VARIABLE, str(tmp_path / "other"))
    assert library_folder(None, read_settings(settings)) == tmp_path / "other"


def test_lint_takes_the_dates_of_cited_resolutions_from_a_library(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = "# E/RES/2023/905\n\nAdopted at the 12th meeting, on 7 June 2023\n\n# Kites\n\nThe Economic and Social Council,\n\n1. Invites all to fly kites.\n"  # fmt: skip
    (folder / "905.md").write_text(text, encoding="utf-8")
    put(tmp_path / "lib", folder)
    assert open_adoption_dates(tmp_path / "lib").date_of(parse_symbol("E/RES/2023/905")) == Date(2023, 6, 7)
