"""Footnotes: damaged marks, notes in one block, superscripts that are none. Specimens, not UN documents."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from corpora.model import Resolution
from corpora.reading import read_resolutions, read_text
from tests.support.scans import PARAGRAPHS
from tests.support.specimens import AKN, FRENCH


def volume(notes: str) -> list[Resolution]:
    head = "<p>Résolution {n} (1998)</p><p>du 3 mars 1998</p><p>Le Conseil de sécurité,</p>"
    first = f"<p>Ayant examiné le rapport du Secrétaire général en date du 26 janvier 19981,</p><p>1. {PARAGRAPHS[0]}</p><p>2. Prend note du rapport<sup>2</sup> et de la lettre<sup>3</sup>;</p>"
    second = f"<p>Rappelant sa résolution 1150 (1998),</p><p>1. {PARAGRAPHS[2]}</p><p>2. {PARAGRAPHS[3]}</p>"
    body = head.format(n=1151) + first + notes + head.format(n=1152) + second
    return [r for r in _read(body) if r.symbol == "S/RES/1151(1998)"]


def _read(body: str) -> list[Resolution]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "volume.html"
        path.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
        return read_resolutions(path)


@pytest.mark.parametrize(
    "notes",
    [
        "<p><sup>1</sup> S/1998/1. <sup>2</sup> S/1998/2. <sup>3</sup> S/1998/3.</p>",
        "<p><sup>I</sup> S/1998/1.</p><p><sup>2</sup> S/1998/2. '3 S/1998/3.</p>",
    ],
)
def test_notes_in_one_block_and_damaged_marks(notes: str) -> None:
    (found,) = volume(notes)
    assert [(n.mark, n.paragraph.text, n.referred_from) for n in found.footnotes] == [
        ("1", "S/1998/1.", ("pp1",)), ("2", "S/1998/2.", ("op2",)), ("3", "S/1998/3.", ("op2",)),
    ]  # fmt: skip
    # The mark is no part of the year.
    assert "1998-01-26" in {a.form for a in found.paragraphs[2].anchors} | {a.form for a in found.paragraphs[3].anchors}


def test_footnote_digits_glued_by_ocr_become_marks() -> None:
    text = FRENCH.replace("la Mission :", "la Mission (l'Accord général)253;")
    first = read_text(text, "fr").paragraph("op1")
    assert [m.mark for m in first.marks] == ["253"]
    assert "253" not in first.text


def test_a_superscript_inside_a_footnote_is_no_mark() -> None:
    note = "Documents officiels, Supplément n<sup>o</sup> 27 (A/76/27)."
    wanted = ["Documents officiels, Supplément no 27 (A/76/27)."]
    found = read_text(AKN.replace("Voir S/2020/1.", note))
    assert [n.paragraph.text for n in found.footnotes] == wanted
    found = read_text(
        "Le Conseil de sécurité,\n\n1. Prie le Secrétaire général d'examiner le rapport<sup>1</sup>;\n\n"
        f"2. Décide de rester saisi de la question.\n\n<sup>1</sup> {note}\n"
    )
    assert [n.paragraph.text for n in found.footnotes] == wanted
