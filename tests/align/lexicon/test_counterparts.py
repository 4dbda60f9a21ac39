"""The words that render a phrase. The sentences are ours."""

from __future__ import annotations

import pytest

from align.lexicon.counterparts import counterpart
from corpora.languages import language
from corpora.model import Span

SENTENCES = {
    "fr": "Prie le Secrétaire général de prêter une assistance technique aux petits ports et aux phares ;",
    "en": "Requests the Secretary-General to provide technical assistance to small ports and lighthouses;",
    "es": "Solicita al Secretario General que preste asistencia técnica a los puertos pequeños y a los faros;",
    "ru": "просит Генерального секретаря оказать техническую помощь малым портам и маякам;",
    "ar": "تطلب إلى الأمين العام أن يقدم المساعدة التقنية إلى الموانئ الصغيرة والمنارات؛",
    "zh": "请秘书长向小港口和灯塔提供技术援助；",
}
ASSISTANCE = {
    "fr": "assistance technique",
    "en": "technical assistance",
    "es": "asistencia técnica",
    "ru": "техническую помощь",
    "ar": "المساعدة التقنية",
    "zh": "技术援助",
}
SECRETARY = {
    "fr": "Secrétaire général",
    "en": "Secretary-General",
    "es": "Secretario General",
    "ru": "Генерального секретаря",
    "ar": "الأمين العام",
    "zh": "秘书长",
}


@pytest.mark.parametrize("words", [ASSISTANCE, SECRETARY], ids=["assistance", "secretary"])
@pytest.mark.parametrize("source", SENTENCES)
def test_a_phrase_is_marked_in_the_other_five_languages(source: str, words: dict[str, str]) -> None:
    text = SENTENCES[source]
    start = text.index(words[source])
    span = Span(start, start + len(words[source]))
    for target, other in SENTENCES.items():
        if target != source:
            found = counterpart(text, span, other, language(source), language(target))
            assert found is not None, target
            assert words[target] in other[found.span.start : found.span.end]
            assert found.span.end - found.span.start <= len(words[target]) + 12


def test_what_is_not_rendered_has_no_counterpart() -> None:
    text = SENTENCES["en"]
    start = text.index("technical assistance")
    span = Span(start, start + len("technical assistance"))
    other = "Encourage les États Membres à ouvrir leurs écoles ;"
    assert counterpart(text, span, other, language("en"), language("fr")) is None
    assert counterpart(text, span, "", language("en"), language("fr")) is None
