"""The line below the title: when, how, in which session and under which item a text was adopted, in both languages."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from corpora.reading import read_text
from reports.exporters.particulars import particulars_line
from tests.corpora.structure.test_cover import DRAFTS
from tests.corpora.structure.test_mastheads import MASTHEADS
from tests.support.command_line import run, schema

BODY = "The Security Council,\n\nRecalling its resolution 2000 (2011),\n\n1. Decides to meet.\n\n2. Decides to remain seized of the matter."


@pytest.mark.parametrize(
    ("closing", "line"),
    [
        ("Adopted unanimously at the 9000th meeting, on 3 May 2030.", "adopted 2030-05-03 · unanimously"),
        (
            "Adopted at the 9000th meeting, on 3 May 2030, by 12 votes to 1, with 2 abstentions.",
            "adopted 2030-05-03 · 12 in favour, 1 against, 2 abstaining",
        ),
        ("Adopted at the 9000th meeting, on 3 May 2030, without a vote.", "adopted 2030-05-03 · without a vote"),
    ],
)
def test_how_a_text_was_adopted(closing: str, line: str) -> None:
    assert particulars_line(read_text(f"{BODY}\n\n{closing}", "en"), "en") == line


def test_the_line_is_in_the_language_of_the_interface() -> None:
    draft = read_text("\n\n".join(DRAFTS["fr"][:-1]), "fr")
    assert (
        particulars_line(draft, "en") == "issued 2031-06-04 · Session de 2031 · agenda item 13 c) · original: English"
    )
    line = "publiée le 2031-06-04 · Session de 2031 · point 13 c) de l'ordre du jour · original : anglais"
    assert particulars_line(draft, "fr") == line
    assert particulars_line(read_text(BODY, "en"), "fr") == ""


@pytest.mark.slow
def test_it_stands_in_the_head_of_every_report(tmp_path: Path) -> None:
    for code in ("fr", "en"):
        (tmp_path / f"{code}.txt").write_text("\n\n".join(MASTHEADS[code]), encoding="utf-8")
    files = (tmp_path / "fr.txt", tmp_path / "en.txt")
    # The specimen's session would be that of 2043.
    line = "adopted 2030-12-19 (doubtful as printed) · Quatre-vingt-dix-huitième session · agenda item 14 et 15"
    page = tmp_path / "page.html"
    assert line in run("check", *files, "--html", page)
    assert line in page.read_text(encoding="utf-8") and "point 14 et 15 de l" in page.read_text(encoding="utf-8")
    data = json.loads(run("check", *files, "--json"))
    jsonschema.validate(data, schema("check"))
    assert [d["particulars"]["agenda_item"] for d in data["documents"]] == ["14 et 15", "14 and 15"]
    assert data["documents"][0]["adoption"]["date"] == "2030-12-19"
    assert line in run("report", tmp_path, "--output", tmp_path / "out")
    assert line in run("read", files[0]) and line in run("lint", files[0])
    read = json.loads(run("read", files[0], "--json"))
    jsonschema.validate(read, schema("read"))
    assert read["particulars"]["session"] == "Quatre-vingt-dix-huitième session"
