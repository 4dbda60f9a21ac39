"""What is wrong with an input, and the help of commands, in French as in English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from corpora.errors import InputError
from reports.cli import app
from reports.messages.lines import error_line, help_text, interface_asked, lines_of
from tests.support.command_line import FR, refused
from tests.support.source import called_name, nodes_of_modules, reads_source

ERRORS = {"InputError", "SeveralResolutionsError", "NoResolutionError", "FaultError"}


def lines_in(node: ast.expr) -> Iterator[str]:
    """The lines that an expression makes, with tokens for what they name; none for what is worked out elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            str(value.value) if isinstance(value, ast.Constant) else f"#{number}#"
            for number, value in enumerate(node.values)
        )
    elif isinstance(node, ast.IfExp):
        yield from lines_in(node.body)
        yield from lines_in(node.orelse)


def lines_of_errors() -> Iterator[tuple[str, str]]:
    """Every line of an error in the code with its place: problem, place in the input, hint."""
    for name, nodes in nodes_of_modules():
        for node in nodes:
            if not isinstance(node, ast.Call) or called_name(node) not in ERRORS:
                continue
            said = [*node.args[1:2], *(k.value for k in node.keywords if k.arg in ("problem", "place", "hint"))]
            for line in (line for expression in said for line in lines_in(expression)):
                yield f"{name}:{node.lineno}", line


def is_said_in_words(line: str) -> bool:
    return re.search(r"[a-z]{2}", re.sub(r"#\d+#|\bhexapla [a-z]+|--\w+|pip install", "", line)) is not None


@reads_source
def test_every_error_has_its_line_in_french_with_all_that_it_names() -> None:
    lines = lines_of("fr", "errors")
    assert lines is not None
    found = list(lines_of_errors())
    assert len(found) > 200
    lacking = []
    for place, line in found:
        named = sorted(re.findall(r"#\d+#", line))
        french = lines.find(line)
        if is_said_in_words(line) and (french is None or sorted(re.findall(r"#\d+#", french)) != named):
            lacking.append(f"{place}: {line}")
    assert not lacking, "add these to reports/messages/lines/fr.toml:\n" + "\n".join(lacking)


def commands_below(command: Any) -> Iterator[Any]:
    """A command and all below it, in groups of groups too."""
    yield command
    for inner in getattr(command, "commands", {}).values():
        yield from commands_below(inner)


def test_every_help_has_its_line_in_french() -> None:
    lacking = []
    commands = [get_command(app)]
    commands += commands[0].commands.values()  # type: ignore[attr-defined]
    commands += [below for group in commands[1:] for below in getattr(group, "commands", {}).values()]
    for command in commands:
        for shown in (command, *command.params):
            english = getattr(shown, "help", None) or ""
            for part in filter(None, english.split("\n\n")):
                line = " ".join(part.split())
                if help_text(line, "fr") == line and not line.startswith((".json", ".csv", ".tmx")):
                    lacking.append(line)
    assert not lacking, "add these to reports/messages/lines/fr.toml"


@pytest.mark.parametrize(
    ("arguments", "environment", "ui"),
    [
        (["check", "a.md", "--ui", "fr"], "", "fr"),
        (["check", "--ui=fr", "a.md"], "", "fr"),
        (["read", "a.md"], "fr", "fr"),
        (["check", "a.md", "--ui", "en"], "fr", "en"),
        (["read", "a.md"], "", "en"),
        (["check", "--ui"], "", "en"),
        ([], "", "en"),
    ],
)
def test_the_option_goes_before_the_environment(
    arguments: list[str], environment: str, ui: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEXAPLA_UI", environment)
    assert interface_asked(arguments) == ui


def test_an_error_is_said_in_the_language_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    line = refused(capsys, monkeypatch, "check", FR, tmp_path / "not-there.md", "--ui", "fr")
    assert line.endswith("not-there.md: fichier ou dossier introuvable; vérifiez le chemin")
    monkeypatch.setenv("HEXAPLA_UI", "fr")
    assert "pas de format '.odt'; prenez .xml ou .json" in refused(capsys, monkeypatch, "read", FR, "-o", "a.odt")


def test_a_language_without_lines_has_the_english_ones() -> None:
    error = InputError("a.md", "is no folder", place="line 3", hint="give a file")
    assert error_line(error, "fr") == "a.md, ligne 3: n’est pas un dossier; donnez un fichier"
    assert error_line(InputError("library", "there is none yet"), "fr") == "bibliothèque: il n’y en a pas encore"
    assert error_line(error, "eo") == error_line(error, "../fr") == str(error)
    assert error_line(InputError("a.md", "is odd in a way of its own"), "fr") == "a.md: is odd in a way of its own"
