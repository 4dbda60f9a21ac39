"""Warnings as lines on standard error."""

from __future__ import annotations

import logging

import pytest

from reports.messages.screen import _Lines


def test_a_warning_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    log = logging.getLogger("tests.said_once")
    handler = _Lines()
    log.addHandler(handler)
    try:
        for name in ("ru.md", "ru.md", "zh.md", "ru.md"):
            log.warning("left out: %s (the file is empty)", name)
    finally:
        log.removeHandler(handler)
    said = capsys.readouterr().err.splitlines()
    assert [line.partition("left out: ")[2].split()[0] for line in said] == ["ru.md", "zh.md"]
