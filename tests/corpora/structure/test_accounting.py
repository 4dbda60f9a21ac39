"""Every character belongs to a paragraph, a footnote or what was set aside."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.reading import read_text
from tests.support.specimens import FRENCH

pytestmark = pytest.mark.slow

PIECES = st.sampled_from(
    ["Rappelant sa résolution 1244 (1999),", "*Prie* le Secrétaire général", "1. ", "2. ", "a) ", "\n", "\n\n", "<sup>3</sup>", "**",
     "<!-- note -->", "l'État", "XXI<sup>e</sup> siècle", "—", "&amp;", "\t", "_x_", "[^1]", "[mot](http://x.y)", "\\*", "coopé-\nration", "；", "请"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_nothing_is_lost_whatever_the_text(pieces: list[str]) -> None:
    text = FRENCH + "".join(pieces)
    resolution = read_text(text, "fr")
    covered = [False] * len(text)
    for span in [p.span for p in resolution.all_paragraphs()] + [a.span for a in resolution.set_aside]:
        covered[span.start : span.end] = [True] * len(span)
    assert all(covered)
    ids = [p.id for p in resolution.all_paragraphs()]
    assert len(ids) == len(set(ids))
    for paragraph in resolution.all_paragraphs():
        assert list(paragraph.offsets) == sorted(paragraph.offsets)
        for span in [a.span for a in paragraph.anchors] + [v.span for v in paragraph.verbs]:
            assert 0 <= span.start <= span.end <= len(paragraph.text)
