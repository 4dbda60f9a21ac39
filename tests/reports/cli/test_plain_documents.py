"""Reports and letters given to the commands that are about resolutions. The texts are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpora.test_other_documents import LETTERS, REPORTS
from tests.failing_kinds.texts import LANGUAGES, written
from tests.support.command_line import refused, run

NEXT = {"fr": "accidents a diminué de 9", "en": "accidents fell by 9", "es": "accidentes se redujo en un 9", "ru": "аварий сократилось на 9", "ar": "الحوادث بنسبة 9", "zh": "减少了9"}  # fmt: skip


def next_year(code: str) -> tuple[str, ...]:
    """The report of the year after: another symbol, another number, and a sentence more in its third paragraph."""
    lines = list(REPORTS[code])
    lines[0] = "A/87/321"
    lines[14] = lines[14].replace(NEXT[code].replace("9", "12"), NEXT[code])
    assert lines[14] != REPORTS[code][14]
    return tuple(lines)


@pytest.mark.slow
@pytest.mark.parametrize("code", LANGUAGES)
def test_two_reports_are_compared_by_paragraph_and_sentence(code: str, tmp_path: Path) -> None:
    one, other = written(REPORTS[code], tmp_path / "2031.txt"), written(next_year(code), tmp_path / "2032.txt")
    shown = run("compare", one, other)
    assert "A/86/321 → A/87/321" in shown
    assert "1 number, date or name; nothing else changed" in shown
    assert "para. 2, 1st sentence" in shown
    assert "what is asked" not in shown
    assert "A/86/321 → A/87/321" in run("series", one, other)


def test_what_a_report_gains_is_wording_and_no_action(tmp_path: Path) -> None:
    lines = list(REPORTS["en"])
    lines[17] = "3. A new bridge was opened. " + lines[17].removeprefix("3. ")
    one, other = written(REPORTS["en"], tmp_path / "2031.txt"), written(lines, tmp_path / "2032.txt")
    shown = run("compare", one, other)
    assert "R105" in shown and "M204" not in shown


@pytest.mark.parametrize("code", LANGUAGES)
def test_one_report_or_letter_alone_is_looked_at(code: str, tmp_path: Path) -> None:
    letter = written((*LETTERS[code], "(("), tmp_path / "letter.txt")
    assert "S/2031/77" in run("lint", letter)
    assert "L104" in run("lint", letter)
    assert "nothing is asked for" in run("deliverables", letter)


def test_a_text_in_no_language_that_is_covered_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Sehr geehrte Frau Präsidentin, ich habe die Ehre, Ihnen dieses Schreiben zu übermitteln.", "utf-8")
    for command in ("lint", "deliverables"):
        assert "the language is none of those covered" in refused(capsys, monkeypatch, command, file)
