"""The enacting formula, damaged, missing or on the line of the first act."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.model import Kind
from corpora.reading import read_resolution, read_text
from tests.failing_kinds.texts import ACT, OPENING


@pytest.mark.parametrize(
    "text",
    [
        "Le Conseil de ,sécurité,\nAyant examiné le rapport,\nDécide de proroger le mandat.\nAdoptée à l'unanimité.\n",
        "Le Conseil de sécurité.\nAyant examiné le rapport,\nDécide de proroger le mandat.\n",
        "Ayant examiné le rapport,\nDécide de proroger le mandat.\n",
        "Le Conseil de sécurité Exige le retrait immédiat de toutes les forces.\nAdoptée à la 1537e séance.\n",
    ],
)
def test_enacting_formula_damaged_missing_or_on_the_same_line(text: str) -> None:
    resolution = read_text(text, "fr")
    assert "op1" in [p.id for p in resolution.paragraphs]
    covered = {i for p in resolution.all_paragraphs() for i in range(p.span.start, p.span.end)}
    covered |= {i for a in resolution.set_aside for i in range(a.span.start, a.span.end)}
    assert covered == set(range(len(text)))


@pytest.mark.parametrize("code", OPENING)
def test_a_marked_title_heads_a_text_that_lost_its_formula(code: str, tmp_path: Path) -> None:
    recitals = "".join(f"<p>{line}</p>" for line in (OPENING[code][1],) * 3)
    title, acts = "A. Bridges", f"<paragraph><num>1.</num><content><p>{ACT[code]}</p></content></paragraph>"
    namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    preface = f'<preface><p><docTitle refersTo="#resolutionTitle">{title}</docTitle></p></preface>'
    body = f"{preface}<preamble>{recitals}</preamble><mainBody>{acts}</mainBody>"
    file = tmp_path / "text.xml"
    file.write_text(f'<akomaNtoso xmlns="{namespace}"><statement>{body}</statement></akomaNtoso>', encoding="utf-8")
    found = read_resolution(file, code)
    assert found.title == title and found.paragraphs[0].kind is Kind.TITLE
    assert [p.id for p in found.paragraphs[1:]] == ["pp1", "pp2", "pp3", "op1"]
