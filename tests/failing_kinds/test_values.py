"""k22, k23, k24, k27, k31: values that languages write each in their own way are the same, and others are found."""

from __future__ import annotations

import pytest

from tests.reports.checks.test_values_differ import HEAD, checked

VALUES = ("D201", "D202", "D203", "D204")
SAME = {
    "k22 three or four": {"fr": "de nommer trois ou quatre experts;", "en": "to appoint three or four experts;", "es": "nombrar a tres o cuatro expertos;", "ru": "назначить трех-четырех экспертов;", "ar": "تعيين ثلاثة أو أربعة خبراء؛", "zh": "任命三四名专家；"},
    "k22 two hundred": {"fr": "de tenir deux cents séances;", "en": "to hold 200 meetings;", "es": "celebrar 200 sesiones;", "ru": "провести 200 заседаний;", "ar": "عقد 200 جلسة؛", "zh": "举行两百次会议；"},
    "k23 marks": {"fr": "de réduire de 12,5 pour cent les 1 250 000 tonnes;", "en": "to reduce by 12.5 per cent the 1,250,000 tons;", "es": "reducir en un 12,5 % las 1.250.000 toneladas;", "ru": "сократить на 12,5 процента 1 250 000 тонн;", "ar": "خفض ١٬٢٥٠٬٠٠٠ طن بنسبة ١٢٫٥ في المائة؛", "zh": "将1 250 000吨减少12.5％；"},
    "k23 words": {"fr": "de réduire de 12,5 pour cent les 1 250 000 tonnes;", "es": "reducir en un 12,5 por ciento las 1 250 000 toneladas;", "ru": "сократить на 12,5% 1,25 млн тонн;", "ar": "خفض 000 250 1 طن بنسبة 12.5 في المائة؛", "zh": "将125万吨减少百分之十二点五；"},
    "k24 in words": {"fr": "d'examiner la question à sa vingt-troisième session;", "en": "to consider the matter at its XXIII session;", "es": "examinar la cuestión en su XXIII período de sesiones;", "ru": "рассмотреть вопрос на своей XXIII сессии;", "ar": "النظر في المسألة في دورته الثالثة والعشرين؛", "zh": "在第二十三届会议上审议此事；"},
    "k24 in figures": {"fr": "d'examiner la question à sa XXIIIe session;", "en": "to consider the matter at its twenty-third session;", "es": "examinar la cuestión en su 23º período de sesiones;", "ru": "рассмотреть вопрос на своей 23-й сессии;", "ar": "النظر في المسألة في دورته 23؛", "zh": "在第23届会议上审议此事；"},
    "k27 every two years": {"fr": "d'examiner la question tous les deux ans;", "en": "to consider the matter every two years;", "es": "examinar la cuestión cada dos años;", "ru": "рассматривать этот вопрос каждые два года;", "ar": "النظر في المسألة كل سنتين؛", "zh": "每两年审议此事；"},
    "k31 terms": {"fr": "que les juges exercent deux mandats de quatre ans;", "en": "that the judges shall serve two four-year terms;", "es": "que los magistrados desempeñarán dos mandatos de cuatro años;", "ru": "что судьи избираются на два четырехлетних срока;", "ar": "أن يشغل القضاة مناصبهم لولايتين مدة كل منهما أربع سنوات؛", "zh": "法官任两届，每届四年；"},
    "k31 sessions": {"fr": "de tenir trois sessions de cinq jours;", "en": "to hold three five-day sessions;", "es": "celebrar tres períodos de sesiones de cinco días;", "ru": "провести три пятидневные сессии;", "ar": "عقد ثلاث دورات مدة كل منها خمسة أيام؛", "zh": "举行三届为期五天的会议；"},
}  # fmt: skip
OTHER = {
    "k22 three or four": {"fr": "de nommer quatre ou cinq experts;", "en": "to appoint four or five experts;", "es": "nombrar a cuatro o cinco expertos;", "ru": "назначить четырех-пяти экспертов;", "ar": "تعيين أربعة أو خمسة خبراء؛", "zh": "任命四五名专家；"},
    "k22 two hundred": {"fr": "de tenir trois cents séances;", "en": "to hold 300 meetings;", "es": "celebrar trescientas sesiones;", "ru": "провести триста заседаний;", "ar": "عقد ثلاثمائة جلسة؛", "zh": "举行三百次会议；"},
    "k23 marks": {"fr": "de réduire de 1,25 pour cent les 1 250 000 tonnes;", "en": "to reduce by 1.25 per cent the 1,250,000 tons;", "es": "reducir en un 1,25 % las 1.250.000 toneladas;", "ru": "сократить на 1,25 процента 1 250 000 тонн;", "ar": "خفض ١٬٢٥٠٬٠٠٠ طن بنسبة ١٫٢٥ في المائة؛", "zh": "将1 250 000吨减少百分之十二点六；"},
    "k24 in words": {"fr": "d'examiner la question à sa XXIIe session;", "en": "to consider the matter at its XXII session;", "es": "examinar la cuestión en su XXII período de sesiones;", "ru": "рассмотреть вопрос на своей XXII сессии;", "ar": "النظر في المسألة في دورته الثانية والعشرين؛", "zh": "在第二十二届会议上审议此事；"},
    "k27 every two years": {"fr": "d'examiner la question chaque année;", "en": "to consider the matter annually;", "es": "examinar la cuestión anualmente;", "ru": "рассматривать этот вопрос ежегодно;", "ar": "النظر في المسألة سنويا؛", "zh": "每年审议此事；"},
    "k31 sessions": {"fr": "de tenir trois sessions de six jours;", "en": "to hold three six-day sessions;", "es": "celebrar tres períodos de sesiones de seis días;", "ru": "провести три шестидневные сессии;", "ar": "عقد ثلاث دورات مدة كل منها ستة أيام؛", "zh": "举行三届为期六天的会议；"},
}  # fmt: skip


@pytest.mark.parametrize("kind", SAME)
def test_all_that_say_the_same_agree(kind: str) -> None:
    assert [f.message("en") for f in checked(SAME[kind], *VALUES)] == []


@pytest.mark.parametrize("code", HEAD)
@pytest.mark.parametrize("kind", OTHER)
def test_another_value_is_found_in_whichever_language_it_stands(kind: str, code: str) -> None:
    other = "en" if code == "fr" else "fr"
    assert checked({other: SAME[kind][other], code: OTHER[kind][code]}, *VALUES)
    found = checked(SAME[kind] | {code: OTHER[kind][code]}, *VALUES)
    assert code in {f.facts.get("outlier") for f in found}


def test_the_part_of_a_list_of_sessions_behind_and_is_a_session() -> None:
    texts = {
        "fr": "de se réunir à ses soixante-quinzième et soixante-seizième sessions;",
        "zh": "在第七十五届和七十六届会议上开会；",
    }
    assert checked(texts, "D204") == []
