"""``hexapla explain`` and the help of every command."""

from __future__ import annotations

import pytest

from tests.support.command_line import run


def test_explain() -> None:
    assert "D201" in run("explain") and "M209" in run("explain")
    text = run("explain", "m209")
    assert "Why:" in text and "MQM" in text


def test_the_table_of_settings_is_named_in_brackets() -> None:
    # Without a stroke before it, "[fetch]" is a style, and is swallowed.
    assert "stand in [fetch] of hexapla.toml" in " ".join(run("fetch", "--help").split())


@pytest.mark.slow
def test_every_command_has_help_with_an_example() -> None:
    for command in (
        "read",
        "align",
        "check",
        "compare",
        "base",
        "series",
        "report",
        "lint",
        "deliverables",
        "fetch",
        "explain",
    ):
        assert "Example" in run(command, "--help")
