"""Contrastive conditioning with a model that misses a word where its rendering stands. Specimens, not UN documents."""

from __future__ import annotations

from collections.abc import Sequence

from align.lexicon.column_votes import RowTexts
from align.lexicon.lost_words import LostWord
from align.translation import Translated
from align.translation.contrast import RowContrast
from corpora.languages import Language, language

TEXTS = {
    "en": "urges all relevant parties",
    "fr": "exhorte toutes les parties",
    "es": "insta a todas las partes pertinentes",
    "ru": "призывает все соответствующие стороны",
}
RENDERED = {"relevant": {"es": "pertinentes", "ru": "соответствующие", "fr": "concernées"}}
COST = 5.0


class Dictionary:
    """Takes COST nats off a version for each word of it whose source is not there."""

    def log_likelihoods(self, pairs: Sequence[Translated], source: Language, target: Language) -> list[float]:
        del source
        return [
            -COST * sum(said[target.code] in pair.target and word not in pair.source for word, said in RENDERED.items())
            for pair in pairs
        ]


def column() -> RowTexts:
    return RowTexts(TEXTS, {code: language(code) for code in TEXTS})


def lost(lacking: tuple[str, ...]) -> LostWord:
    row = column()
    word = row.word("en", 2)
    assert TEXTS["en"][word.span.start : word.span.end] == "relevant"
    return LostWord(word, (word,), lacking, 0.1, (), False)


def test_a_word_is_missed_where_it_is_rendered_and_not_where_it_is_not() -> None:
    assert RowContrast(column(), Dictionary()).of(lost(("fr",))) == COST
    assert RowContrast(column(), Dictionary()).of(lost(("es",))) == -COST / 2


def test_without_another_version_nothing_can_be_said() -> None:
    assert RowContrast(column(), Dictionary()).of(lost(("fr", "es", "ru"))) is None
