"""D502: a word that one version does not render, in six languages. Specimens, not UN documents."""

from __future__ import annotations

import pytest

from tests.reports.checks.drift.test_d307_word_of_scope import documents
from tests.support.check_case import VersionsCase
from tests.support.one_paragraph import checked

SIX = {
    "fr": "Réaffirme l’importance de {} et de l’égalité des sexes pour le développement durable de tous les États ;",
    "en": "Reaffirms the importance of {} and gender equality for the sustainable development of all States;",
    "es": "Reafirma la importancia de {} y la igualdad de género para el desarrollo sostenible de todos los Estados;",
    "ru": "вновь подтверждает важность {} и гендерного равенства для устойчивого развития всех государств;",
    "ar": "يؤكد من جديد أهمية {} والمساواة بين الجنسين للتنمية المستدامة لجميع الدول؛",
    "zh": "重申{}和性别平等对所有国家可持续发展的重要性；",
}  # fmt: skip
TERRORISM = {
    "fr": "la lutte contre le terrorisme", "en": "the fight against terrorism", "es": "la lucha contra el terrorismo",
    "ru": "борьбы с терроризмом", "ar": "مكافحة الإرهاب", "zh": "打击恐怖主义",
}  # fmt: skip
EDUCATION = {
    "fr": "l’éducation",
    "en": "education",
    "es": "la educación",
    "ru": "образования",
    "ar": "التعليم",
    "zh": "教育",
}
SECURITY = {
    "fr": "la sécurité",
    "en": "security",
    "es": "la seguridad",
    "ru": "безопасности",
    "ar": "الأمن",
    "zh": "安全",
}
CUTS = {
    "fr": ("{} et de l’égalité", "l’égalité"), "en": ("{} and ", ""), "es": ("{} y la igualdad", "la igualdad"),
    "ru": ("{} и гендерного", "гендерного"), "ar": ("{} والمساواة", "المساواة"), "zh": ("{}和", ""),
}  # fmt: skip
THREE = (TERRORISM, EDUCATION, SECURITY)


def whole(words: dict[str, str]) -> dict[str, str]:
    return {c: text.format(words[c]) for c, text in SIX.items()}


def without(*codes: str, words: dict[str, str] = EDUCATION) -> dict[str, str]:
    """The six texts, without the words in some versions."""
    texts = whole(words)
    for code in codes:
        was, now = CUTS[code]
        was = was.format(words[code])
        assert texts[code].count(was) == 1
        texts[code] = texts[code].replace(was, now)
    return texts


def only_in(code: str, words: dict[str, str] = EDUCATION) -> dict[str, str]:
    return without(*(other for other in CUTS if other != code), words=words)


class TestD502(VersionsCase):
    code = "D502"
    good = [documents(whole(words)) for words in THREE]
    failing = [(documents(without(cut, words=words)), ["D502"]) for cut in CUTS for words in THREE]


@pytest.mark.parametrize("code", CUTS)
def test_the_version_without_the_word_is_named(code: str) -> None:
    (finding,) = checked(without(code))
    assert finding.code == "D502" and finding.sentence == "D502.lost"
    assert finding.odd == code and finding.source is not None and finding.source.language != code


@pytest.mark.parametrize("code", CUTS)
def test_the_version_that_has_a_word_alone_is_named(code: str) -> None:
    (finding,) = checked(only_in(code))
    assert finding.code == "D502" and finding.sentence == "D502.added"
    assert finding.odd == code and finding.source is not None and finding.source.language == code
    assert finding.source.quote.casefold() in EDUCATION[code]


@pytest.mark.parametrize("code", CUTS)
def test_words_beside_each_other_are_one_finding(code: str) -> None:
    assert [f.code for f in checked(without(code, words=TERRORISM))] == ["D502"]


def test_fewer_than_four_versions_do_not_vote_on_words() -> None:
    texts = without("en")
    assert [f for f in checked({c: texts[c] for c in ("fr", "en", "es")}) if f.code == "D502"] == []
