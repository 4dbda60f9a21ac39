"""Manners that hold for every command: help and version, the interface's language, refusals before the work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer import rich_utils
from typer.main import get_command

from reports import __version__
from reports.cli import _FRAME, app, main
from tests.support.command_line import EN, FR, LATER, refused, run
from tests.support.sample import SAMPLE

pytestmark = pytest.mark.slow

_LANGUAGE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def _installed(*arguments: object, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, as it is run from a folder, without a language of the interface unless one is given."""
    kept = {k: v for k, v in os.environ.items() if k not in ("HEXAPLA_UI", *_LANGUAGE_VARIABLES)}
    code = "from reports.start import main; main()"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    root = str(SAMPLE.parents[2])
    return subprocess.run(
        command,
        cwd=folder,
        env={**kept, "PYTHONPATH": root, **environment},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_the_version_is_said() -> None:
    assert run("--version") == f"hexapla {__version__}\n"


@pytest.mark.parametrize("command", ["", *sorted(get_command(app).commands)])  # type: ignore[attr-defined]
def test_short_help_is_help(command: str) -> None:
    arguments = [command] if command else []
    assert run(*arguments, "-h") == run(*arguments, "--help")


@pytest.mark.parametrize(
    ("environment", "language_of_settings", "words"),
    [
        ({}, "", "no such file"),
        ({"LANG": "fr_FR.UTF-8"}, "", "introuvable"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "", "no such file"),
        ({"LANG": "xx"}, "", "no such file"),
        ({}, "fr", "introuvable"),
        ({"HEXAPLA_UI": "en"}, "fr", "no such file"),
    ],
)
def test_the_interface_follows_settings_and_locale(
    environment: dict[str, str],
    language_of_settings: str,
    words: str,
    *,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in (*_LANGUAGE_VARIABLES, "HEXAPLA_UI"):
        monkeypatch.setenv(name, "")  # set, so that what the command sets is taken back
        monkeypatch.delenv(name)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    below = tmp_path / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    if language_of_settings:
        (tmp_path / "hexapla.toml").write_text(f'ui = "{language_of_settings}"\n', encoding="utf-8")
    assert words in refused(capsys, monkeypatch, "read", "a.md")


@pytest.mark.slow
def test_help_in_french_has_a_french_frame(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _FRAME:
        monkeypatch.setattr(rich_utils, name, getattr(rich_utils, name))  # so that what the command sets is taken back
    monkeypatch.setenv("HEXAPLA_UI", "fr")
    for arguments in ((), ("base",), ("library", "add")):
        monkeypatch.setattr("sys.argv", ["hexapla", *arguments, "-h"])
        with pytest.raises(SystemExit) as ended:
            main()
        shown = capsys.readouterr().out
        assert ended.value.code == 0 and "Montrer cette aide" in shown and "-h" in shown
        assert "[required]" not in shown and "default" not in shown and "Commands ─" not in shown


@pytest.mark.slow
def test_a_process_of_its_own_speaks_the_language_of_the_locale(tmp_path: Path) -> None:
    done = _installed("read", "a.md", folder=tmp_path, LANG="fr_FR.UTF-8")
    assert done.returncode == 2 and "introuvable" in done.stderr


def test_a_code_that_no_check_has_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for option in ("--select", "--ignore"):
        line = refused(capsys, monkeypatch, "check", FR, EN, option, "Z9")
        assert line == "hexapla: --select/--ignore: 'Z9' is no finding code; docs/findings.md lists them"
    assert run("check", FR, EN, "--ignore", "D3,M1")


def test_what_is_no_symbol_is_not_fetched(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    line = refused(capsys, monkeypatch, "fetch", "foo", "--library", tmp_path / "library")
    assert line == "hexapla: foo: is no document symbol; write it as A/RES/56/1"
    assert not (tmp_path / "library").exists()


@pytest.mark.slow
def test_a_folder_that_is_made_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    page = tmp_path / "neuf" / "a.json"
    done = _installed("read", FR, "-o", page, folder=tmp_path, HEXAPLA_UI="fr")
    assert done.stderr.splitlines() == [f"hexapla: dossier {page.parent} créé"]
    assert page.is_file()
    # Where it is there, nothing is said.
    assert _installed("read", FR, "-o", page, folder=tmp_path).stderr == ""
    other = tmp_path / "not-there" / "a.json"
    run("read", FR, "-o", other)
    assert caplog.messages == [f"made the folder {other.parent}"]


def test_a_folder_stands_for_its_versions() -> None:
    assert run("check", SAMPLE).splitlines()[0] == "E/RES/2002/19 (fr en es ru ar zh)"


@pytest.mark.parametrize(("ui", "words"), [("en", "two versions of E/RES/2002/19, in French and in English"),
                                           ("fr", "deux versions de E/RES/2002/19, en français et en anglais")])  # fmt: skip
def test_comparing_two_versions_says_what_they_are(ui: str, words: str) -> None:
    assert words in run("compare", FR, EN, "--ui", ui).splitlines()[0]
    assert "English" not in run("compare", FR, LATER).splitlines()[0]


@pytest.mark.slow
def test_related_texts_are_read_in_the_language_that_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("compare", FR, LATER, "--language", "fr") == run("compare", FR, LATER)
    assert run("series", FR, LATER, "--language", "fr") == run("series", FR, LATER)
    for command in ("compare", "series"):
        assert "'xx' is no language that is covered" in refused(
            capsys, monkeypatch, command, FR, LATER, "--language", "xx"
        )
