"""Clauses inside paragraphs."""

from __future__ import annotations

from align.clauses import align_clauses, clauses
from corpora.languages import language
from corpora.model import Resolution
from corpora.reading import read_text


def test_clauses_show_what_was_left_out(sample: dict[str, Resolution]) -> None:
    source = sample["en"].source
    assert source.count(" including at the regional and bilateral levels,") == 1
    copy = read_text(source.replace(" including at the regional and bilateral levels,", ""), "en")
    inside = align_clauses([sample["fr"].paragraph("op5")], [copy.paragraph("op5")], language("fr"), language("en"))
    alone = [c.paragraph.text[c.span.start : c.span.end] for mine, theirs in inside if not theirs for c in mine]
    assert len(alone) == 1 and alone[0].startswith("y compris aux niveaux")


def test_clauses_are_cut_before_the_organ_s_verbs(sample: dict[str, Resolution]) -> None:
    paragraph = sample["fr"].paragraph("op2")
    cut = [paragraph.text[s.start : s.end] for s in clauses(paragraph.text, language("fr"), paragraph.verbs)]
    assert any(c.startswith("prie de nouveau") for c in cut)
    assert "".join(cut) == paragraph.text


def test_no_clause_ends_inside_of_a_number() -> None:
    text = "Encourage les pays développés à consacrer 0,7 % de leur revenu national brut à l’aide, et 1,414,700 dollars au fonds."
    assert [text[c.start : c.end].rstrip()[-3:] for c in clauses(text, language("fr"))] == ["de,", "ds."]
