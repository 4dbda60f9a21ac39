"""Drafts from files: alone, with tracked changes beside another text, three texts."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import jsonschema
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from corpora.errors import InputError
from reports.pipeline.drafts import case_of_texts, has_tracked_changes
from tests.support.command_line import refused, run, schema
from tests.support.three_texts import ADOPTED, DRAFT, LAST

pytestmark = pytest.mark.slow


def word_draft(text: str, edits: dict[str, str]) -> bytes:
    """A Word file of a text; ``edits`` maps words to what a tracked change puts in their place."""
    document = docx.Document()
    for line in text.strip().split("\n\n"):
        paragraph = document.add_paragraph()
        was = next((words for words in edits if words in line), None)
        head, _, tail = line.partition(was) if was else (line, "", "")
        paragraph.add_run(head)
        for tag, holds, words in (("w:del", "w:delText", was), ("w:ins", "w:t", edits.get(was or ""))):
            if words:
                change, piece, held = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(holds)
                held.text = words
                held.set(qn("xml:space"), "preserve")
                piece.append(held)
                change.append(piece)
                paragraph._p.append(change)
        paragraph.add_run(tail)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("last", LAST), ("draft", DRAFT), ("adopted", ADOPTED)):
        (tmp_path / f"{name}.fr.md").write_text(text, encoding="utf-8")
    return tmp_path


def paths(folder: Path) -> list[Path]:
    return [folder / f"{name}.fr.md" for name in ("last", "draft", "adopted")]


def test_three_texts_as_json_keep_to_their_schema(folder: Path) -> None:
    data = json.loads(run("compare", *paths(folder), "--json"))
    jsonschema.validate(data, schema("three"))
    assert data["states"]["came_back"] == 2
    assert [row["state"] for row in data["rows"]].count("came_back") == 2
    (row,) = (row for row in data["rows"] if row["adopted"] == ["op3"])
    assert [(c["author"], c["before"][0]["quote"]) for c in row["changes"]] == [("negotiation", "et du matériel")]
    source = (folder / "draft.fr.md").read_text(encoding="utf-8")
    start, end = row["changes"][0]["before"][0]["span"]
    assert source[start:end] == "et du matériel"


@pytest.mark.parametrize(
    ("ui", "words"),
    [("en", "para. 4  came back"), ("fr", "par. 4   rétabli"), ("fr", "Négociation, modifié : « et du matériel » → –")],
)
def test_three_texts_on_the_terminal(folder: Path, ui: str, words: str) -> None:
    out = run("compare", *paths(folder), "--ui", ui)
    assert words in out.replace("\u00a0", " ").replace("\u202f", " ")


def test_three_texts_are_in_one_language(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    english = folder / "other.md"
    english.write_text("The Security Council,\n\nRecalling its resolutions,\n\n1. Decides to remain seized of the matter.", encoding="utf-8")  # fmt: skip
    line = refused(capsys, monkeypatch, "compare", *paths(folder)[:2], english)
    assert "one language" in line


def test_no_concordance_of_three(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    assert "--concordance" in refused(capsys, monkeypatch, "compare", *paths(folder), "--concordance")


def test_a_word_file_with_changes_counts_as_two(folder: Path) -> None:
    negotiated = folder / "negotiated.docx"
    negotiated.write_bytes(word_draft(DRAFT, {"toutes les parties armées": "les parties"}))
    assert has_tracked_changes(negotiated)
    data = json.loads(run("compare", folder / "last.fr.md", negotiated, "--json"))
    jsonschema.validate(data, schema("three"))
    (row,) = (row for row in data["rows"] if row["adopted"] == ["op4"])
    assert row["state"] == "came_back"


def test_a_word_file_before_what_was_adopted(folder: Path) -> None:
    draft = folder / "draft.docx"
    draft.write_bytes(word_draft(LAST, {"12 mars 2024": "12 mars 2025"}))
    case, search = case_of_texts([draft, folder / "adopted.fr.md"])
    assert case.three and search is None
    assert case.series[0].name.endswith("(before)")


def test_a_word_file_made_on_the_earlier_text_makes_two(folder: Path) -> None:
    draft = folder / "draft.docx"
    draft.write_bytes(word_draft(LAST, {"12 mars 2024": "12 mars 2025"}))
    case, _ = case_of_texts([folder / "last.fr.md", draft])
    assert not case.three


def test_a_draft_alone_says_what_it_stands_on(folder: Path) -> None:
    (folder / "adopted.fr.md").unlink()
    out = run("compare", folder / "draft.fr.md", "--all")
    assert out.startswith("Based on last.fr.md")
    assert "% of the words" in out.splitlines()[0]
    data = json.loads(run("compare", folder / "draft.fr.md", "--json"))
    jsonschema.validate(data, schema("check"))
    assert data["based_on"]["document"]["name"].endswith("last.fr.md")


def test_a_draft_alone_is_looked_for_elsewhere_where_asked(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:  # fmt: skip
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    draft = elsewhere / "draft.docx"
    draft.write_bytes(word_draft(LAST, {"12 mars 2024": "12 mars 2025"}))
    assert "was not found (0 resolutions" in run("compare", draft)
    assert run("compare", draft, "--among", folder, "--ui", "fr").startswith("Se fonde sur last.fr.md")


def test_a_draft_that_stands_on_nothing_is_refused(folder: Path) -> None:
    (folder / "last.fr.md").unlink()
    (folder / "adopted.fr.md").unlink()
    with pytest.raises(InputError, match="stands on none of the 0 resolutions"):
        case_of_texts([folder / "draft.fr.md"])


@pytest.mark.slow
def test_base_on_another_resolution_is_said_in_one_line(folder: Path) -> None:
    issued = folder / "2390.fr.md"
    issued.write_text(
        "Résolution 2390 (2023)\n\nLe Conseil de sécurité,\n\nNotant le rapport,\n\n1. Condamne les attaques;\n\n"
        "2. Prie le Comité des sanctions d'examiner la liste;\n\n3. Invite les banques à étudier les moyens d'un appui.",
        encoding="utf-8",
    )
    draft = folder / "draft.docx"
    draft.write_bytes(word_draft(LAST, {"12 mars 2024": "12 mars 2025"}))
    out = run("base", draft, issued, expect=1)
    assert out.startswith("Based on last.fr.md") and "not on S/RES/2390(2023)" in out
    assert len(out.strip().splitlines()) == 1
    data = json.loads(run("base", draft, issued, "--json", expect=1))
    assert [f["code"] for f in data["findings"]] == ["B101"]
    assert data["based_on"]["share"] == 1.0


def test_base_on_an_unknown_resolution_is_one_finding(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    alone = tmp_path_factory.mktemp("alone")
    issued, draft = alone / "issued.fr.md", alone / "draft.docx"
    issued.write_text(ADOPTED.replace("Mission", "Force").replace("Décide", "Souligne"), encoding="utf-8")
    draft.write_bytes(word_draft("Le Conseil de sécurité,\n\nNotant le rapport,\n\n1. Condamne les attaques;\n\n2. Prie le Comité d'examiner la liste;", {"le rapport": "les rapports"}))  # fmt: skip
    out = run("base", draft, issued, expect=1)
    assert out.count("B101") == 1
    assert "was not made on issued.fr.md" in out
