"""What a corpus run takes for one resolution, what it says of groups that are not whole, and when it checks anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reports.pipeline.corpus import jobs
from reports.pipeline.corpus.commands import check_corpus
from reports.pipeline.corpus.results import summary_lines
from reports.pipeline.program import program_digest
from reports.pipeline.run_options import load_options
from tests.support.command_line import run
from tests.support.sample import ROOT, SAMPLE

WATER = """L'Assemblée générale,

Rappelant sa résolution sur l'eau potable et l'assainissement,

1. Prie le Secrétaire général de lui faire rapport sur la qualité de l'eau des rivières;

2. Décide de rester saisie de la question.
"""
WATER_EN = """The General Assembly,

Recalling its resolution on drinking water and sanitation,

1. Requests the Secretary-General to report to it on the quality of the water of rivers;

2. Decides to remain seized of the matter.
"""
CHILDREN = """The General Assembly,

Deeply concerned at the situation of children in armed conflict,

1. Condemns the recruitment of child soldiers by armed groups;

2. Urges all States to ratify the Convention without delay;

3. Invites the Commission on Human Rights to consider the matter at its next session.
"""


def _beginning(source: Path, symbol: str = "2002/19") -> str:
    return source.read_text(encoding="utf-8").replace("2002/19", symbol).partition("\n4. ")[0]


def test_texts_without_symbol_in_one_folder_are_versions_only_where_they_say_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "fr.txt").write_text(WATER, encoding="utf-8")
    (folder / "en.txt").write_text(CHILDREN, encoding="utf-8")
    result = check_corpus(folder, tmp_path / "out.json", ui="en")
    assert result.table.height == 0 and result.checked == 0
    assert result.unusable == (f"{folder / 'en.txt'}: states no symbol, and is no version of fr.txt beside it",)
    (folder / "en.txt").write_text(WATER_EN, encoding="utf-8")
    result = check_corpus(folder, tmp_path / "out.json", ui="en")
    assert result.checked == 1 and not result.unusable


@pytest.mark.slow
def test_a_resolution_that_lacks_a_usual_version_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for number in range(3):
        home = folder / str(number)
        home.mkdir(parents=True)
        for code in ("fr", "en", "es"):
            if (number, code) != (1, "es"):
                text = _beginning(SAMPLE / f"{code}.md", f"2004/{number + 1}")
                (home / f"{code}.md").write_text(text, encoding="utf-8")
    result = check_corpus(folder, tmp_path / "out.json", ui="en")
    line = "E/RES/2004/2: no es version, which most resolutions here have; checked without"
    assert result.checked == 3 and result.incomplete == (line,)
    assert list(summary_lines(result))[-1].endswith(line)
    assert result.log is not None and line in result.log.read_text(encoding="utf-8")


def test_reports_below_the_corpus_are_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for code in ("fr", "en"):
        (folder / f"{code}.md").write_text(_beginning(SAMPLE / f"{code}.md"), encoding="utf-8")
    for _ in range(2):
        out = run("report", "--corpus", folder, "--output", folder / "report")
        assert "not used" not in out


def test_another_program_checks_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for code in ("fr", "en"):
        (folder / f"{code}.md").write_text(_beginning(SAMPLE / f"{code}.md"), encoding="utf-8")
    assert check_corpus(folder, tmp_path / "out.json", ui="en").checked == 1
    assert check_corpus(folder, tmp_path / "out.json", ui="en").resumed == 1
    monkeypatch.setattr(jobs, "program_digest", lambda: "another")
    assert check_corpus(folder, tmp_path / "out.json", ui="en").checked == 1


def test_the_program_is_known_by_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = program_digest()
    home = tmp_path / "corpora"
    shutil.copytree(ROOT / "corpora" / "system", home / "system")
    monkeypatch.setattr("reports.pipeline.program.corpora.__file__", str(home / "__init__.py"))
    program_digest.cache_clear()
    other = program_digest()
    (home / "system" / "faults.py").write_text("changed", encoding="utf-8")
    program_digest.cache_clear()
    assert len({before, other, program_digest()}) == 3
    program_digest.cache_clear()


def test_rules_that_differ_late_are_told_apart(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for code in ("fr", "en"):
        (folder / f"{code}.md").write_text(_beginning(SAMPLE / f"{code}.md"), encoding="utf-8")
    never = "|".join(f"zz{number:03d}zz" for number in range(60))
    found = []
    for last in ("conseil", "zzzz"):
        (folder / "hexapla.toml").write_text(
            f'[[rule]]\ncode = "R901"\nlanguage = "fr"\npattern = \'{never}|{last}\'\nreason = {{ en = "x", fr = "x" }}\n',
            encoding="utf-8",
        )
        result = check_corpus(folder, tmp_path / "out.json", ui="en", options=load_options(folder))
        assert result.checked == 1
        found.append("R901" in result.table["code"].to_list())
    assert found == [True, False]
