"""Words that the command line cannot use are one line in the language of the interface; help is none of them."""

from __future__ import annotations

import pytest

from reports.cli import main
from tests.support.command_line import refused


@pytest.mark.parametrize(
    ("words", "ui", "line"),
    [
        (("check", "--nope"), "en", "hexapla check: no such option: --nope"),
        (("check", "--nope"), "fr", "hexapla check: pas d’option --nope"),
        (("chek",), "fr", "hexapla: pas de commande 'chek'"),
        (("align",), "fr", "hexapla align: l’argument "),
        (("library", "nope"), "fr", "hexapla library: pas de commande 'nope'"),
        (("explain", "D101", "--ui"), "en", "hexapla explain: option '--ui' requires an argument"),
        (("explain", "D101", "D102", "D103"), "fr", "hexapla explain: argument"),
        (("fetch", "A", "--tries", "x"), "fr", "hexapla fetch, --tries: doit être un nombre entier"),
        (("fetch", "A", "--tries", "99"), "fr", "hexapla fetch, --tries: doit être d’au plus 10"),
    ],
)
def test_a_command_line_that_is_no_use_is_one_line(
    words: tuple[str, ...],
    ui: str,
    line: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HEXAPLA_UI", ui)
    said = refused(capsys, monkeypatch, *words)
    assert said.startswith(line)
    assert "--help " + ("dit ce qu’il accepte" if ui == "fr" else "lists what it takes") in said


def test_help_and_no_words_are_no_errors(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for words, status in (["hexapla", "--help"], 0), (["hexapla", "check", "--help"], 0), (["hexapla"], 2):
        monkeypatch.setattr("sys.argv", words)
        with pytest.raises(SystemExit) as end:
            main()
        assert end.value.code == status
        shown = capsys.readouterr()
        assert "hexapla" in shown.out + shown.err and "Error" not in shown.out + shown.err
