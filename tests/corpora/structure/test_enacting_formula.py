"""The enacting formula, damaged, missing or on the line of the first act."""

from __future__ import annotations

import pytest

from corpora.reading import read_text


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
