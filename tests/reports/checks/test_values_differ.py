"""Fractions, currencies, signs, times of day, frequencies and small words that differ, or are the same in other words.

The clauses are written for these tests; none is from a UN document.
"""

from __future__ import annotations

import pytest

from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Finding, Severity

from corpora.reading import read_text  # isort: skip

HEAD = {
    "fr": "Le Conseil de sécurité,\n\n1. Décide ", "en": "The Security Council,\n\n1. Decides ",
    "es": "El Consejo de Seguridad,\n\n1. Decide ", "ru": "Совет Безопасности,\n\n1. постановляет ",
    "ar": "إن مجلس الأمن،\n\n1 - يقرر ", "zh": "安全理事会，\n\n1. 决定",
}  # fmt: skip


def checked(texts: dict[str, str], *codes: str) -> list[Finding]:
    pivot, *others = (read_text(HEAD[code] + text, code, f"{code}.md") for code, text in texts.items())
    return [f for f in check_versions(compare_versions(pivot, others)) if f.code in codes]


SAME = {
    "time": {
        "fr": "de se réunir de 10 h 30 à 17 heures;", "en": "to meet from 10.30 a.m. to 5 p.m.;",
        "es": "reunirse de las 10.30 a las 17.00 horas;", "ru": "заседать с 10 ч. 30 м. до 17 ч. 00 м.;",
        "ar": "الاجتماع من الساعة 10:30 إلى الساعة 17:00؛", "zh": "于上午10时30分至下午5时举行会议；",
    },
    "fraction": {
        "fr": "que deux tiers des membres forment le quorum;", "en": "that two thirds of the members are a quorum;",
        "es": "que dos tercios de los miembros forman el quórum;", "ru": "что две трети членов составляют кворум;",
        "ar": "أن ثلثي الأعضاء يشكلون النصاب؛", "zh": "三分之二成员构成法定人数；",
    },
    "money": {
        "fr": "d'allouer 1 250 000 euros au programme;", "en": "to allot 1,250,000 euros to the programme;",
        "es": "asignar 1.250.000 euros al programa;", "ru": "выделить 1 250 000 евро на программу;",
        "ar": "تخصيص ١٬٢٥٠٬٠٠٠ يورو للبرنامج؛", "zh": "为方案拨款125万欧元；",
    },
    "sign": {
        "fr": "de prévoir une croissance de moins 2 pour cent;", "en": "to expect growth of minus 2 per cent;",
        "es": "prever un crecimiento de menos 2 por ciento;", "ru": "ожидать рост в минус 2 процента;",
        "ar": "توقع نمو بنسبة ناقص 2 في المائة؛", "zh": "预期增长为负2%；",
    },
    "frequency": {
        "fr": "de publier un rapport semestriel;", "en": "to publish a semi-annual report;",
        "es": "publicar un informe semestral;", "ru": "издавать полугодовой доклад;",
        "ar": "إصدار تقرير نصف سنوي؛", "zh": "每半年发表报告；",
    },
    "small word": {
        "fr": "de nommer deux experts au Groupe;", "en": "to appoint two experts to the Group;",
        "es": "nombrar dos expertos del Grupo;", "ru": "назначить двух экспертов Группы;",
        "ar": "تعيين خبيرين اثنين في الفريق؛", "zh": "任命两名专家参加专家组；",
    },
}  # fmt: skip
CHANGED = {
    "time": ("D202", {"fr": ("17 heures", "18 heures"), "en": ("5 p.m.", "6 p.m."), "es": ("17.00 horas", "18.00 horas"),
                      "ru": ("17 ч. 00", "18 ч. 00"), "ar": ("17:00", "18:00"), "zh": ("下午5时", "下午6时")}),
    "fraction": ("D201", {"fr": ("deux tiers", "trois quarts"), "en": ("two thirds", "three quarters"),
                          "es": ("dos tercios", "tres cuartas partes"), "ru": ("две трети", "три четверти"),
                          "ar": ("ثلثي", "ثلاثة أرباع"), "zh": ("三分之二", "四分之三")}),
    "money": ("D201", {"fr": ("euros", "dollars"), "en": ("euros", "dollars"), "es": ("euros", "dólares"),
                       "ru": ("евро", "долл. США"), "ar": ("يورو", "دولار"), "zh": ("欧元", "美元")}),
    "sign": ("D201", {"fr": ("moins 2", "2"), "en": ("minus 2", "2"), "es": ("menos 2", "2"), "ru": ("минус 2", "2"),
                      "ar": ("ناقص 2", "2"), "zh": ("负2", "2")}),
    "frequency": ("D201", {"fr": ("semestriel", "biennal"), "en": ("semi-annual", "biennial"), "es": ("semestral", "bienal"),
                           "ru": ("полугодовой", "ежегодный"), "ar": ("نصف سنوي", "سنوي"), "zh": ("每半年", "每两年")}),
    "small word": ("D201", {"fr": ("deux", "cinq"), "en": ("two", "five"), "es": ("dos", "cinco"), "ru": ("двух", "пяти"),
                            "ar": ("خبيرين اثنين", "خمسة خبراء"), "zh": ("两名", "五名")}),
}  # fmt: skip
CASES = [(name, code) for name in CHANGED for code in HEAD]


@pytest.mark.parametrize("name", SAME)
def test_six_versions_that_agree_have_no_finding(name: str) -> None:
    assert checked(SAME[name], "D201", "D202", "D204") == []


@pytest.mark.parametrize(("name", "code"), CASES)
def test_the_odd_one_of_six_is_named(name: str, code: str) -> None:
    wanted, changes = CHANGED[name]
    old, new = changes[code]
    assert old in SAME[name][code]
    findings = checked(SAME[name] | {code: SAME[name][code].replace(old, new)}, wanted)
    assert [f.facts["outlier"] for f in findings] == [code]
    assert findings[0].severity in (Severity.CRITICAL, Severity.MAJOR)


@pytest.mark.parametrize(("name", "code"), CASES)
def test_two_versions_that_differ_are_found(name: str, code: str) -> None:
    wanted, changes = CHANGED[name]
    other = "en" if code == "fr" else "fr"
    texts = {other: SAME[name][other], code: SAME[name][code].replace(*changes[code])}
    assert [f.code for f in checked(texts, wanted)] == [wanted]


def test_a_fraction_may_be_a_percentage() -> None:
    texts = {"fr": "d'attribuer la moitié des sièges;", "en": "to allot 50 per cent of the seats;"}
    assert checked(texts, "D201") == []


def test_both_versions_may_use_words_that_are_often_no_quantity() -> None:
    assert checked({"fr": "de nommer deux experts;", "ar": "تعيين ثلاثة خبراء؛"}, "D201")
    assert checked({"fr": "de nommer deux experts;", "en": "to appoint both experts;"}, "D201") == []
