"""Long texts: what is worked out for each finding is not worked out from the whole text again. Made texts, not UN documents."""

from __future__ import annotations

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.comparison.hunks import words_of
from reports.comparison.rows import compare_related


def _resolution(words: str) -> Resolution:
    acts = [f"{i}. Engage les États à {words} numéro {i} :\n\n(a) l'un ;\n\n(b) l'autre ;" for i in range(1, 5)]
    return read_text("\n\n".join(["Le Conseil de sécurité,", "Rappelant ses résolutions,", *acts]), "fr", words)


def _in_letters(number: int) -> str:
    """A number as a word: figures behind a word would be a footnote mark."""
    return "".join("abcdefghij"[int(figure)] for figure in str(number))


def test_what_stands_below_paragraphs_is_all_their_lists() -> None:
    text = _resolution("publier la liste")
    assert text.with_those_below({"op2", "op4.a"}) == {"op2", "op2.a", "op2.b", "op4.a"}
    assert text.with_those_below(()) == set()
    for paragraph in text.paragraphs:
        assert all(paragraph.id in text.with_those_below({above}) for above in text.ids_above(paragraph.id))


@pytest.mark.slow
def test_words_beyond_what_paragraphs_hold_are_compared_all_the_same() -> None:
    long = " ".join(f"mot chose{_in_letters(i)}" for i in range(1100))
    first, second = f"chose{_in_letters(500)}", f"chose{_in_letters(900)}"
    earlier, later = (
        read_text(f"Le Conseil de sécurité,\n\n1. Décide que {words} ;\n", "fr", name)
        for name, words in (("a", long), ("b", long.replace(f"{first} ", "autre ").replace(f"{second} ", "")))
    )
    pair = compare_related(earlier, later)
    changed = [(e.hunk.words_before, e.hunk.words_after) for e in pair.entries]
    assert changed == [((first,), ("autre",)), ((second,), ())]
    assert len(words_of(later.paragraph("op1").text)) > 2000
