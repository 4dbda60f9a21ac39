"""How surely words are lost in a version by what the network reads in all of them. Specimens, not UN documents."""

from __future__ import annotations

import pytest

from align.lexicon.column_votes import RowTexts, Word
from align.lexicon.sentence_losses import how_surely_lost
from align.lexicon.tokenization import stemmed
from corpora.languages import language

SIX = {
    "fr": "Prie le Secrétaire général de renforcer la protection des civils et la sécurité du personnel ;",
    "en": "Requests the Secretary-General to strengthen the protection of civilians and the security of personnel;",
    "es": "Solicita al Secretario General que refuerce la protección de los civiles y la seguridad del personal;",
    "ru": "просит Генерального секретаря усилить защиту гражданских лиц и безопасность персонала;",
    "ar": "يطلب إلى الأمين العام أن يعزز حماية المدنيين وأمن الأفراد؛",
    "zh": "请秘书长加强保护平民和人员安全；",
}
LESS = {
    "fr": ("la protection des civils et ", ""), "en": ("the protection of civilians and ", ""),
    "es": ("la protección de los civiles y ", ""), "ru": ("защиту гражданских лиц и ", ""),
    "ar": ("حماية المدنيين وأمن", "أمن"), "zh": ("保护平民和", ""),
}  # fmt: skip
CIVILIANS = {"fr": "civils", "en": "civilians", "es": "civiles", "ru": "гражданских", "ar": "المدنيين", "zh": "平民"}
SURE = 1.0


def column(texts: dict[str, str]) -> RowTexts:
    return RowTexts(texts, {code: language(code) for code in texts})


def civilians(row: RowTexts, *without: str) -> list[Word]:
    return [
        row.word(
            code,
            next(
                k
                for k, span in enumerate(stemmed(text, language(code)).spans)
                if span.start >= text.index(CIVILIANS[code])
            ),
        )
        for code, text in row.texts.items()
        if code not in without
    ]


@pytest.mark.parametrize("code", SIX)
def test_a_word_that_a_version_lacks_is_surely_lost_and_one_that_it_has_is_not(code: str) -> None:
    less = column({**SIX, code: SIX[code].replace(*LESS[code])})
    found = how_surely_lost(less, civilians(less, code), [code], SURE)
    assert found is not None and found >= SURE
    whole = column(SIX)
    assert how_surely_lost(whole, civilians(whole, code), [code], -5.0) is None


@pytest.mark.parametrize("code", SIX)
def test_a_word_that_one_version_has_alone_is_surely_added(code: str) -> None:
    row = column({c: text if c == code else text.replace(*LESS[c]) for c, text in SIX.items()})
    word = civilians(row, *(c for c in SIX if c != code))
    assert how_surely_lost(row, word, [c for c in SIX if c != code], SURE) is not None


def test_another_word_in_the_place_makes_it_less_sure() -> None:
    lost = column({**SIX, "en": SIX["en"].replace(*LESS["en"])})
    instead = column({**SIX, "en": SIX["en"].replace("civilians", "bystanders from the street")})
    sure = how_surely_lost(lost, civilians(lost, "en"), ["en"], -5.0)
    less_sure = how_surely_lost(instead, civilians(instead, "en"), ["en"], -5.0)
    assert sure is not None and (less_sure is None or less_sure < sure - 1)
