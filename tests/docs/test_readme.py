"""The README: its commands, run from the folder that it names, print what it shows; its links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reports.cli import app
from tests.support.sample import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
_FROM = re.compile(r"From `([^`]+)`:\n\n```\n(.*?)```", re.DOTALL)


def shown() -> Iterator[tuple[Path, str, list[str]]]:
    """Folder, command and the lines that it is said to print."""
    for folder, block in _FROM.findall(README):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *lines = part.strip().splitlines()
            yield ROOT / folder, command, lines


COMMANDS = list(shown())


def test_there_are_five_commands() -> None:
    assert len(COMMANDS) == 5 and all(lines for _, _, lines in COMMANDS)


@pytest.mark.parametrize(
    ("folder", "command", "lines"), COMMANDS, ids=[command.split()[1] for _, command, _ in COMMANDS]
)
def test_a_command_prints_what_the_readme_shows(
    folder: Path, command: str, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    name, *arguments = command.split()
    assert name == "hexapla"
    result = CliRunner().invoke(app, arguments)
    assert [line.rstrip() for line in result.output.strip().splitlines()] == lines


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "training/README.md", "benchmarks/README.md"])
def test_links_lead_to_files(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#]+)", text) if "://" not in t]
    assert [t for t in targets if not ((ROOT / page).parent / t).exists()] == []


def test_make_targets_that_are_named_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for page in ("README.md", "CONTRIBUTING.md"):
        for target in re.findall(r"`make ([a-z]+)`", (ROOT / page).read_text(encoding="utf-8")):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
