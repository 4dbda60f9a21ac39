"""A volume in Russian, whose acts begin with small letters: no recital is taken for the end of a cut line. The text is made for this."""

from __future__ import annotations

from corpora.languages import language
from corpora.readers import document_from_text
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.builder import build_resolution
from corpora.structure.compilations import split_compilation

RESOLUTION = """Резолюция {} (2031)

Совет Безопасности,

ссылаясь на доклад,

отмечая трудности,

1. просит стороны провести переговоры и

представить доклад;

2. постановляет собраться вновь.
"""


def test_small_letters_begin_recitals_and_go_on_with_cut_lines() -> None:
    facts = DocumentFacts(language("ru"))
    document = document_from_text("text", RESOLUTION.format(2999) + "\n" + RESOLUTION.format(3000))
    for part in split_compilation(document, facts):
        resolution = build_resolution(part, facts)
        assert [p.id for p in resolution.paragraphs if p.kind.is_main] == ["pp1", "pp2", "op1", "op2"]
        assert next(p.text for p in resolution.paragraphs if p.id == "op1").endswith("представить доклад;")
