"""The command line as tests call it."""

from __future__ import annotations

import json
import sys

import pytest
from typer.testing import CliRunner

from reports.cli import app, main
from tests.support.sample import ROOT, SAMPLE

FR, EN, ES = SAMPLE / "fr.md", SAMPLE / "en.md", SAMPLE / "es.md"


DRIFT_EN = SAMPLE / "drift" / "en.md"


LATER = SAMPLE / "2003-900.fr.md"


def run(*arguments: object, expect: int = 0) -> str:
    """Run the command in this process; returns standard output."""
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == expect, result.output
    return result.output


def refused(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: object) -> str:
    """Run the command as installed; returns its one line on standard error, after checking status 2."""
    monkeypatch.setattr(sys, "argv", ["hexapla", *map(str, arguments)])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 2
    err = capsys.readouterr().err.strip()
    assert "Traceback" not in err
    assert err.count("\n") == 0
    return err


def schema(name: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(
        (ROOT / "docs" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    )
    return loaded
