"""Values in the forms that texts have, as a user would meet them: the same in other words is no finding, another is one."""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions

FRAMES = {
    "fr": "Le Conseil de sécurité,\n\nRappelant la Charte des Nations Unies,\n\n1. Décide {} ;\n",
    "en": "The Security Council,\n\nRecalling the Charter of the United Nations,\n\n1. Decides {};\n",
    "es": "El Consejo de Seguridad,\n\nRecordando la Carta de las Naciones Unidas,\n\n1. Decide {};\n",
    "ru": "Совет Безопасности,\n\nссылаясь на Устав Организации Объединенных Наций,\n\n1. постановляет {};\n",
    "ar": "إن مجلس الأمن،\n\nإذ يشير إلى ميثاق الأمم المتحدة،\n\n1 - يقرر {}؛\n",
    "zh": "安全理事会，\n\n回顾《联合国宪章》，\n\n1. 决定{}；\n",
}
VALUES = ("D201", "D202", "D203", "D204")

SAME: dict[str, dict[str, str]] = {
    "small numbers": {"fr": "de nommer deux experts", "en": "to appoint two experts", "es": "nombrar a dos expertos", "ru": "назначить двух экспертов", "ar": "تعيين خبيرين", "zh": "任命两名专家"},
    "terms of years": {"fr": "que les juges font deux mandats de quatre ans", "en": "that the judges serve two four-year terms", "es": "que los magistrados cumplen dos mandatos de cuatro años", "ru": "что судьи избираются на два четырехлетних срока", "zh": "法官任两个四年任期"},
    "two numbers, one noun": {"fr": "de siéger pendant six et onze mois", "en": "to sit for 6 and 11 months", "ar": "الاجتماع لمدة 6 أشهر و 11 شهرا"},
    "three or four": {"fr": "de nommer trois ou quatre experts", "en": "to appoint three or four experts", "zh": "任命三四名专家"},
    "three hundred": {"fr": "de tenir 300 séances", "en": "to hold 300 meetings", "zh": "举行三百次会议"},
    "Arabic marks": {"fr": "d’allouer 3,5 millions de dollars et 1 500 soldats", "en": "to allocate $3.5 million and 1,500 troops", "ar": "تخصيص ٣٫٥ ملايين دولار و ١٬٥٠٠ جندي"},
    "trillions": {"fr": "de mobiliser 2 000 milliards de dollars", "en": "to mobilize $2 trillion", "es": "movilizar 2 billones de dólares", "ru": "мобилизовать 2 трлн долл. США", "ar": "تعبئة تريليوني دولار", "zh": "调集2万亿美元"},
    "days in English": {"fr": "de se réunir le 30 juin 2024 et le 21 novembre", "en": "to meet on June 30th 2024 and on November 21", "zh": "于2024年6月30日和11月21日开会"},
    "Roman sessions": {"fr": "d’examiner la question à la vingt-quatrième session extraordinaire", "en": "to consider the matter at the twenty-fourth special session", "ru": "рассмотреть вопрос на XXIV специальной сессии"},
    "decades": {"fr": "de revoir les accords des années 90", "en": "to review the agreements of the 1990s", "es": "revisar los acuerdos del decenio de 1990", "ru": "пересмотреть соглашения 1990-х годов", "ar": "استعراض اتفاقات التسعينات", "zh": "审查1990年代的协定"},
    "years of accounts": {"fr": "d’ouvrir les crédits de l’exercice 2025/2026", "en": "to appropriate the funds for the period 2025–2026", "zh": "批款2025-2026年期间"},
    "a committee by numbers": {"fr": "de saisir le Comité créé par les résolutions 1267 (1999), 1989 (2011) et 2253 (2015)", "en": "to seize the 1267/1989/2253 Committee"},
    "a number in words, a resolution without its year": {"fr": "de faire rapport sur l’application de la résolution 1701 (2006) tous les quatre mois, et sur les violations de la résolution 1701 (2006)", "ar": "تقديم تقارير عن تنفيذ القرار 1701 (2006) كل أربعة أشهر، وعن انتهاكات القرار 1701"},
    "sections in parts": {"fr": "d’appliquer le paragraphe 3.2.2 du chapitre V de l’Accord", "en": "to apply paragraph 3.2.2 of Chapter V of the Agreement", "es": "aplicar el párrafo 3.2.2 del capítulo V del Acuerdo", "ru": "применять пункт 3.2.2 главы V Соглашения", "zh": "执行《协议》第五章第3.2.2段"},
}  # fmt: skip

OTHER: dict[str, dict[str, str]] = {
    "small numbers": {"fr": "de nommer deux experts", "en": "to appoint three experts"},
    "small numbers in Arabic": {"ar": "تعيين ثلاثة خبراء", "en": "to appoint four experts"},
    "terms of years": {"fr": "que les juges font deux mandats de quatre ans", "en": "that the judges serve two three-year terms"},
    "terms of years in Russian": {"fr": "que les juges font deux mandats de quatre ans", "ru": "что судьи избираются на два трехлетних срока"},
    "two numbers, one noun": {"fr": "de siéger pendant six et onze mois", "en": "to sit for 6 and 12 months"},
    "three hundred": {"en": "to hold 200 meetings", "zh": "举行三百次会议"},
    "Arabic marks": {"en": "to allocate $35 million", "ar": "تخصيص ٣٫٥ ملايين دولار"},
    "trillions": {"en": "to mobilize $3 trillion", "ar": "تعبئة تريليوني دولار"},
    "days in English": {"fr": "de se réunir le 22 novembre", "en": "to meet on November 21"},
    "Roman sessions": {"en": "to consider the matter at the twenty-third special session", "ru": "рассмотреть вопрос на XXIV специальной сессии"},
    "decades": {"fr": "de revoir les accords des années 80", "en": "to review the agreements of the 1990s"},
    "years of accounts": {"fr": "d’ouvrir les crédits de l’exercice 2025/2026", "en": "to appropriate the funds for the period 2024–2025"},
    "a committee by numbers": {"fr": "de saisir le Comité créé par les résolutions 1267 (1999), 1989 (2011) et 2253 (2015)", "en": "to seize the 1267/1988/2253 Committee"},
    "currency": {"fr": "d’allouer 2 millions d’euros", "en": "to allocate $2 million"},
    "fractions": {"fr": "que les deux tiers des membres votent", "en": "that one third of the members vote"},
    "frequencies": {"fr": "de recevoir un rapport semestriel", "en": "to receive an annual report"},
    "times of day": {"fr": "de se réunir à 10 h 30", "en": "to meet at 10.30 p.m."},
    "sections in parts": {"fr": "d’appliquer le paragraphe 3.2.2 du chapitre V de l’Accord", "en": "to apply paragraph 3.2.4 of Chapter V of the Agreement"},
    "signs": {"fr": "de viser moins 5 pour cent", "zh": "以5%为目标"},
}  # fmt: skip


def _codes(said: dict[str, str]) -> set[str]:
    pivot, *others = (read_text(FRAMES[c].format(text), c, f"{c}.md") for c, text in said.items())
    return {f.code for f in check_versions(compare_versions(pivot, others)) if f.code in VALUES}


@pytest.mark.parametrize("kind", SAME)
def test_the_same_in_other_words_is_no_finding(kind: str) -> None:
    assert _codes(SAME[kind]) == set()


@pytest.mark.parametrize("kind", OTHER)
def test_another_value_is_a_finding(kind: str) -> None:
    assert _codes(OTHER[kind])
