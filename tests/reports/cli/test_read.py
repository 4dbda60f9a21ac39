"""The command ``hexapla read``."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.support.command_line import EN, FR, refused, run, schema


def test_read_json_keeps_to_its_schema() -> None:
    data = json.loads(run("read", FR, "--json"))
    jsonschema.validate(data, schema("read"))
    assert data["symbol"] == "E/RES/2002/19"
    paragraph = next(p for p in data["paragraphs"] if p["id"] == "op10")
    source = FR.read_text(encoding="utf-8")
    start, end = paragraph["span"]
    assert source[start:end].startswith("10. *Prie*")
    session = next(a for a in paragraph["anchors"] if a["kind"] == "session")
    assert source[session["span"][0] : session["span"][1]] == "douzième session"


def test_read_shows_the_structure_as_people_find_it() -> None:
    out = run("read", EN)
    assert "E/RES/2002/19  ECOSOC  English" in out
    assert all(f"\n{where} " in out for where in ("preambular para. 1", "para. 10", "footnote 82", "title"))
    assert "op10" not in out and "pp1" not in out and "take_note" not in out
    french = run("read", EN, "--ui", "fr")
    assert "anglais" in french and all(
        f"\n{where} " in french for where in ("1er alinéa du préambule", "par. 10", "note 82", "titre")
    )
    assert "rappel" in french.splitlines()[4]


def test_faults_of_the_numbering_are_said_in_words(tmp_path: Path) -> None:
    paragraphs = "\n\n".join(f"{n}. *Requests* the Secretary-General to report on point {n};" for n in (1, 2, 4))
    path = tmp_path / "a.en.md"
    path.write_text(f"# 2002/19. A title\n\n*The Economic and Social Council,*\n\n{paragraphs}\n", encoding="utf-8")
    assert "The numbering goes from 2 to 4." in run("read", path)
    assert "La numérotation passe de 2 à 4" in run("read", path, "--ui", "fr")


def test_a_format_that_is_not_written_is_refused_before_the_work(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    line = refused(capsys, monkeypatch, "read", tmp_path / "absent.md", "-o", tmp_path / "a.docx")
    assert "no format '.docx'" in line
