"""The documentation: it builds without a warning, its catalogue is that of the checks, its commands exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from reports.cli import app
from tests.support.sample import ROOT

pytestmark = pytest.mark.slow

DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
_BLOCK = re.compile(r"```\n(.*?)```", re.DOTALL)


def test_it_builds(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-b",
        "html",
        str(DOCS),
        str(tmp_path / "site"),
    ]
    done = subprocess.run([*command, "-d", str(tmp_path / "trees")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "read_resolution" in (tmp_path / "site" / "python.html").read_text(encoding="utf-8")


def test_the_catalogues_are_those_of_the_checks() -> None:
    sys.path.insert(0, str(DOCS))
    try:
        from make_catalogue import pages
    finally:
        sys.path.remove(str(DOCS))
    made = pages()
    assert {path.name for path in made} == {"findings.md", "findings.fr.md"}
    for path, text in made.items():
        assert path.read_text(encoding="utf-8") == text, "run make docs"


def commands() -> list[str]:
    found: set[str] = set()
    for page in PAGES:
        for block in _BLOCK.findall(page.read_text(encoding="utf-8")):
            lines = (line.removeprefix("$ ").partition("#")[0].strip() for line in block.splitlines())
            found |= {line for line in lines if line.startswith("hexapla ")}
    return sorted(found)


@pytest.mark.parametrize("line", commands())
def test_commands_and_options_exist(line: str) -> None:
    name, below = [*line.split(), ""][1:3]
    group = get_command(app).commands[name]  # type: ignore[attr-defined]
    words = [name, below] if below in getattr(group, "commands", {}) else [name]
    result = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "240", "TERM": "dumb"})
    assert result.exit_code == 0, f"no command {words}"
    for option in re.findall(r"(?<![\w-])--[a-z-]+", line):
        assert option in result.output, f"{words} has no {option}"
