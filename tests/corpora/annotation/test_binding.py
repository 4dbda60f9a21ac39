"""Binding words are found word by word where they are words, and are those that the patterns of the data file find in the whole text."""

from __future__ import annotations

import pytest

from corpora.annotation.binding import binding_words
from corpora.languages import built_in, language
from corpora.text.folding import fold
from tests.support.sample import sample_text

OWN = {
    "fr": "Demande à toutes les parties, dans l'ensemble du territoire, de coopérer pleinement et sans tarder l'une avec l'autre, "
    "en particulier d'autres États concernés, et toute autre partie",
    "en": "Calls upon all parties throughout the country to cooperate fully and immediately with each other and any other relevant actors",
    "es": "Insta a todas las partes a que cooperen plenamente y sin demora entre sí, en todo el territorio, y a los demás interesados",
    "ru": "призывает все стороны в полной мере и незамедлительно сотрудничать друг с другом и с любыми другими соответствующими сторонами",
    "ar": "يهيب بجميع الأطراف في جميع أنحاء البلد أن تتعاون تعاونا كاملا وعلى الفور مع سائر الجهات ذات الصلة",
    "zh": "促请所有各方在全国各地充分合作，并立即与其他有关各方进一步协调",
}


def one_by_one(text: str, code: str, *, loose: bool) -> set[tuple[int, int, str]]:
    """What each pattern by itself finds in the text."""
    data = language(code).binding
    assert data is not None
    folded = fold(text)
    patterns = data.renders if loose else data.classes
    found = (
        (folded.span(*m.span()), name) for name, pattern in patterns.items() for m in pattern.finditer(folded.text)
    )
    return {(span.start, span.end, name) for span, name in found}


@pytest.mark.parametrize("code", built_in())
def test_words_and_phrases_are_those_that_each_pattern_finds_in_the_whole_text(code: str) -> None:
    texts = [OWN[code], *(p.text for p in sample_text(code).all_paragraphs())]
    for loose in (False, True):
        found = 0
        for text in texts:
            words = binding_words(text, language(code), loose=loose)
            assert {(w.span.start, w.span.end, w.name) for w in words} == one_by_one(text, code, loose=loose)
            found += len(words)
        assert found > 5
