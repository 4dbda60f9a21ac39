"""Language data are checked whole when they are read: what is wrong is named by file, section and key."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from corpora.languages import LanguageDataError, available, built_in, language
from corpora.languages.fields import LazyPattern
from corpora.languages.loader import FOLDERS_VARIABLE
from corpora.languages.schema import language_from
from reports.cli import main

SAMPLE = Path(__file__).parents[3] / "corpora" / "samples" / "e-res-2002-19"
BUILT_IN = Path(__file__).parents[3] / "corpora" / "languages"

Write = Callable[[str], None]


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a French data file that stands for the one of the program."""

    def write(text: str) -> None:
        (tmp_path / "fr.toml").write_text(text, encoding="utf-8")

    monkeypatch.setenv(FOLDERS_VARIABLE, str(tmp_path))
    return write


def changed(old: str, new: str) -> str:
    text = (BUILT_IN / "fr.toml").read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


def without_section(name: str) -> str:
    text = (BUILT_IN / "fr.toml").read_text(encoding="utf-8")
    start = text.index(f"\n[{name}]\n")
    return text[:start] + text[text.index("\n[", start + 1) :]


def with_first_negation(pattern: str) -> str:
    text = (BUILT_IN / "fr.toml").read_text(encoding="utf-8")
    place = text.index("patterns = [", text.index("\n[negation]\n")) + len("patterns = [")
    return f"{text[:place]}'{pattern}', {text[place:]}"


SLIPS = {
    "a misspelt key": (lambda: changed("\ninfinitive =", "\ninfinitve ="), "fr.toml, [drafting] infinitive: missing; infinitve may be"),
    "a section left out": (lambda: without_section("drafting"), "fr.toml, drafting: missing"),
    "another section left out": (lambda: without_section("strength"), "fr.toml, strength: missing"),
    "a key too many": (lambda: changed("[drafting]\n", '[drafting]\nadverb = ""\n'), "fr.toml, [drafting] adverb: unknown key"),
    "a section too many": (lambda: changed("[formula]\n", "[formulas]\n[formula]\n"), "fr.toml, formulas: unknown key; is formula meant?"),
    "a bad pattern in a list": (lambda: with_first_negation("("), "fr.toml, [negation] patterns[0]: missing ), unterminated subpattern"),
    "a bad pattern": (lambda: changed("half = 'semestr'", "half = 'semestr)'"), "fr.toml, [cycle_units] half: unbalanced parenthesis"),
    "a pattern without its group": (lambda: changed("(?P<told>", "(?:"), "fr.toml, [drafting] subject: must have the group (?P<told>…)"),
    "a bad pattern of a phrase": (lambda: changed('"(?:urgente?s?)"', '"(?:urgente?s?"'), "fr.toml, [qualifiers] soonest["),
    "a thirteenth month": (lambda: changed("\n12 = [", "\n13 = ["), "fr.toml, [months] 13: is no month"),
    "a month without a name": (lambda: changed("\n12 = [", "\n# ["), "fr.toml, [months] 12: missing"),
    "a list that is a string": (lambda: changed('allowed = ["nous", "vous"]', 'allowed = "nous"'), "fr.toml, [repetition] allowed: must be a list, is a string"),
    "a flag that is a string": (lambda: changed("curly_apostrophe = true", 'curly_apostrophe = "yes"'), "fr.toml, [typography] curly_apostrophe: must be true or false"),
    "an unknown concept": (lambda: changed("\ndecide = {", "\ndecides = {"), "fr.toml, [verbs] decides: unknown key; is decide meant?"),
    "an unknown name": (lambda: changed("\nsecretary_general =", "\nsecretary_genral ="), "fr.toml, [names] secretary_genral: unknown key; is secretary_general meant?"),
    "an unknown qualifier": (lambda: changed("[loose_qualifiers]\nexisting_resources", "[loose_qualifiers]\nexisting_resourses"), "fr.toml, [loose_qualifiers] existing_resourses: unknown key"),
    "an unknown organ": (lambda: changed("\nSC = [", "\nCS = ["), "fr.toml, [organs] CS: unknown key"),
    "an unknown currency": (lambda: changed("\nUSD = [", "\nusd = ["), "fr.toml, [currencies] usd: unknown key"),
    "an unknown stemmer": (lambda: changed('stemmer = "french"', 'stemmer = "frensh"'), "fr.toml, [writing] stemmer: 'frensh' is no Snowball algorithm"),
    "a direction that is none": (lambda: changed('direction = "ltr"', 'direction = "left"'), "fr.toml, direction: must be one of ltr, rtl, is 'left'"),
    "the code of another language": (lambda: changed('code = "fr"', 'code = "en"'), "fr.toml, code: must be 'fr'"),
    "a sentence with an unknown word in braces": (lambda: changed('other = "résolution {number}"', 'other = "résolution {nombre}"'), "fr.toml, [symbols] other: may hold {number} only"),
    "no TOML": (lambda: "code = \n", "fr.toml: is no TOML"),
}  # fmt: skip


@pytest.mark.parametrize("code", built_in())
def test_every_pattern_that_comes_with_the_program_compiles(code: str) -> None:
    """They are not compiled when a language is loaded."""
    data = tomllib.loads((BUILT_IN / f"{code}.toml").read_text(encoding="utf-8"))
    assert language_from(data, f"{code}.toml", code).code == code


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    lazy = LazyPattern("(?P<year>[0-9]{4})", 0)
    assert "search" not in vars(lazy)
    assert lazy.fullmatch("2024")["year"] == "2024" and lazy.sub("now", "in 2024") == "in now"
    assert "search" in vars(lazy) and lazy.pattern == "(?P<year>[0-9]{4})" and lazy.groupindex == {"year": 1}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_named_by_file_section_and_key(french: Write, slip: str) -> None:
    text, said = SLIPS[slip]
    french(text())
    with pytest.raises(LanguageDataError) as error:
        language("fr")
    assert str(error.value).startswith(said)


@pytest.mark.parametrize("code", available())
def test_the_files_of_the_program_are_whole(code: str) -> None:
    assert language(code).code == code


def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path) -> tuple[object, str]:
    """Exit status and error output of ``hexapla read`` with the data files of a folder."""
    monkeypatch.setenv(FOLDERS_VARIABLE, str(folder))
    monkeypatch.setattr("sys.argv", ["hexapla", "read", str(SAMPLE / "fr.md")])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code, capsys.readouterr().err


@pytest.mark.parametrize("slip", ["a misspelt key", "a bad pattern in a list"])
def test_a_file_that_is_not_whole_ends_a_command_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, slip: str
) -> None:
    """A misspelt key lost addressees without a word, and a bad pattern ended ``check`` in a traceback."""
    text, said = SLIPS[slip]
    (tmp_path / "fr.toml").write_text(text(), encoding="utf-8")
    status, error = run(capsys, monkeypatch, tmp_path)
    assert status == 2
    assert error.startswith(f"hexapla: {said}")
    assert error.count("\n") == 1


def test_a_folder_that_is_none_ends_a_command_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, error = run(capsys, monkeypatch, tmp_path / "none")
    assert (status, error.count("\n")) == (2, 1)
    assert f"{FOLDERS_VARIABLE} names folders" in error
