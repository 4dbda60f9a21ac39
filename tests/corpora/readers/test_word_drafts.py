"""Word drafts with tracked changes, and what was changed in silence."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from corpora.model import Kind
from corpora.reading import read_resolution
from tests.support.command_line import FR, refused, run

LINES = (
    "Le Conseil de sécurité,", "Décide de proroger le mandat de la Mission pour une période de six mois;",
    "Prie le Secrétaire général de lui rendre compte tous les six mois;", "Demande aux parties de coopérer pleinement avec la Mission;",
)  # fmt: skip


def tracked(edits: dict[str, str], *, gone: str = "", numbered: bool = True) -> bytes:
    """A draft on LINES: ``edits`` maps words to what a tracked change puts in their place; ``gone`` names a line taken away."""
    document = docx.Document()
    for i, line in enumerate(LINES):
        paragraph = document.add_paragraph(style="List Number" if numbered and i else None)
        was = next((w for w in edits if w in line), None)
        if line == gone:
            _change(paragraph, "w:del", line)
            mark = OxmlElement("w:rPr")
            mark.append(OxmlElement("w:del"))
            paragraph._p.get_or_add_pPr().append(mark)
        elif was is None:
            paragraph.add_run(line)
        else:
            head, _, tail = line.partition(was)
            paragraph.add_run(head)
            _change(paragraph, "w:del", was)
            _change(paragraph, "w:ins", edits[was])
            paragraph.add_run(tail)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _change(paragraph: object, tag: str, text: str) -> None:
    change, run_, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement("w:delText" if tag == "w:del" else "w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run_.append(words)
    change.append(run_)
    paragraph._p.append(change)  # type: ignore[attr-defined]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(tracked({"une période de six mois": "une période de douze mois"}, gone=LINES[3]))
    return path


@pytest.fixture
def issued(tmp_path: Path) -> Path:
    path = tmp_path / "issued.md"
    path.write_text(
        f"{LINES[0]}\n\n" + "".join(f"{i}. {line}\n\n" for i, line in enumerate(LINES[1:], 1)), encoding="utf-8"
    )
    return path


def test_numbers_that_word_counts(draft: Path) -> None:
    resolution = read_resolution(draft)
    assert [p.number for p in resolution.paragraphs if p.kind is Kind.OPERATIVE] == ["1", "2"]


def test_a_tracked_draft_before_and_after(draft: Path, issued: Path) -> None:
    after, before = read_resolution(draft), read_resolution(draft, before=True)
    assert "douze mois" in after.paragraph("op1").text and "six mois" in before.paragraph("op1").text
    assert [p.text for p in before.paragraphs] == [p.text for p in read_resolution(issued).paragraphs]
    out = run("compare", draft, "--all")
    assert "M210" in out and "M102" in out


@pytest.mark.slow
def test_base_flags_silent_differences(
    draft: Path, issued: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no findings" in run("base", draft, issued)
    issued.write_text(issued.read_text(encoding="utf-8").replace("pleinement", "sans réserve"), encoding="utf-8")
    out = run("base", draft, issued, expect=1)
    assert "B101" in out and "sans réserve" in out and "pleinement" in out
    assert "no tracked changes" in refused(capsys, monkeypatch, "compare", FR)
    draft.write_bytes(tracked({}))
    assert run("compare", draft).startswith("Based on issued.md")
    issued.unlink()
    assert "no tracked changes" in refused(capsys, monkeypatch, "compare", draft)
