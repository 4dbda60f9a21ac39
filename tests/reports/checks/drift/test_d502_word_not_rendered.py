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
# Of the other three no word is so surely lost in a text of one sentence: their habits are looser.
CUTS = {
    "en": ("{} and ", "", EDUCATION), "ar": ("{} والمساواة", "المساواة", TERRORISM), "zh": ("{}和", "", TERRORISM),
}  # fmt: skip


def whole(words: dict[str, str]) -> dict[str, str]:
    return {c: text.format(words[c]) for c, text in SIX.items()}


def without(code: str) -> dict[str, str]:
    was, now, words = CUTS[code]
    texts = whole(words)
    was = was.format(words[code])
    assert texts[code].count(was) == 1
    return {**texts, code: texts[code].replace(was, now)}


class TestD502(VersionsCase):
    code = "D502"
    good = [documents(whole(words)) for words in (TERRORISM, EDUCATION, SECURITY)]
    failing = [(documents(without(cut)), ["D502"]) for cut in CUTS]


@pytest.mark.parametrize("code", CUTS)
def test_the_version_without_the_word_is_named(code: str) -> None:
    finding, *_ = checked(without(code))
    assert finding.code == "D502"
    assert finding.odd == code and finding.source is not None and finding.source.language != code


def test_fewer_than_four_versions_do_not_vote_on_words() -> None:
    texts = without("en")
    assert [f for f in checked({c: texts[c] for c in ("fr", "en", "es")}) if f.code == "D502"] == []
