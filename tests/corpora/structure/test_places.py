"""Every paragraph knows its part, what it stands below, and its language. The texts are our own."""

from __future__ import annotations

from corpora.model import NumberingFault, Part
from corpora.reading import read_text

TEXT = """Le Conseil de sécurité,

Rappelant ses résolutions,

a) sur la paix,

1. Décide de créer une mission qui devra :

a) Surveiller la frontière ;

i) au nord ;

ii) au sud ;

b) Faire rapport ;

2. Demande aux parties :

a) De coopérer ;

2. Prie le Secrétaire général :

a) De faire rapport ;

Annexe

Mandat de la mission

1. La mission surveille la frontière :

a) Au nord ;
"""


def test_part_parent_label_and_language() -> None:
    document = read_text(TEXT, "fr", "fr.md")
    places = {p.id: (p.part, p.parent, p.label) for p in document.paragraphs}
    assert places["pp1"] == (Part.PREAMBLE, None, None)
    assert places["pp1.a"] == (Part.PREAMBLE, "pp1", "a") and document.paragraph("pp1.a").recital
    assert places["op1"] == (Part.OPERATIVE, None, None)
    assert places["op1.a.ii"] == (Part.OPERATIVE, "op1.a", "ii")
    assert places["annex.1"] == (Part.ANNEX, None, None)
    assert places["annex.1.op1"] == (Part.ANNEX, "annex.1", None)
    assert places["annex.1.op1.a"] == (Part.ANNEX, "annex.1.op1", "a")
    assert {p.language for p in document.paragraphs} == {"fr"}
    assert list(document.ids_above("annex.1.op1.a")) == ["annex.1.op1", "annex.1"]


def test_the_list_of_a_number_that_stands_twice_stands_below_the_paragraph_before_it() -> None:
    document = read_text(TEXT, "fr", "fr.md")
    assert document.faults == (NumberingFault(2, 2, "op2"),)
    parents = [p.parent for p in document.paragraphs if p.text.startswith(("De coopérer", "De faire rapport"))]
    assert parents == ["op2", "op2-2"]
