"""Deliverables asked for in a clause ("Requests that the Panel submit …"), in six languages. The texts are made for these tests."""

from __future__ import annotations

import pytest

from corpora.mandates.deliverables import deliverables_of
from corpora.reading import read_text

TEXTS = {
    "en": ("The Security Council,", "Recalling its resolution 2990 (2030),", "Requests that the Secretary-General reports to the Council every three months;", "Requests that the Panel of Experts submit a final report by 30 June 2032;", "Requests that the Secretary-General report to it within sixty days."),
    "fr": ("Le Conseil de sécurité,", "Rappelant sa résolution 2990 (2030),", "Demande que le Secrétaire général fasse rapport au Conseil tous les trois mois;", "Demande que le Groupe d’experts présente un rapport final le 30 juin 2032 au plus tard;", "Demande que le Secrétaire général lui rende compte dans les soixante jours."),
    "es": ("El Consejo de Seguridad,", "Recordando su resolución 2990 (2030),", "Solicita que el Secretario General informe al Consejo cada tres meses;", "Solicita que el Grupo de Expertos presente un informe final a más tardar el 30 de junio de 2032;", "Pide que el Secretario General le informe en un plazo de sesenta días."),
    "ru": ("Совет Безопасности,", "ссылаясь на свою резолюцию 2990 (2030),", "просит, чтобы Генеральный секретарь докладывал Совету каждые три месяца;", "просит, чтобы Группа экспертов представила заключительный доклад к 30 июня 2032 года;", "просит, чтобы Генеральный секретарь представил доклад в течение шестидесяти дней."),
    "ar": ("إن مجلس الأمن،", "إذ يشير إلى قراره 2990 (2030)،", "يطلب أن يقدم الأمين العام تقريرا إلى المجلس كل ثلاثة أشهر؛", "يطلب أن يقدم فريق الخبراء تقريرا نهائيا بحلول 30 حزيران/يونيه 2032؛", "يطلب أن يقدم الأمين العام تقريرا في غضون ستين يوما."),
    "zh": ("安全理事会，", "回顾其第2990(2030)号决议，", "请秘书长每三个月向安理会报告有关情况；", "请专家小组至迟于2032年6月30日提交最后报告；", "请秘书长在六十天内向安理会报告。"),
}  # fmt: skip
TOLD = {
    "en": ("the Secretary-General", "the Panel of Experts"),
    "fr": ("le Secrétaire général", "le Groupe d’experts"),
    "es": ("el Secretario General", "el Grupo de Expertos"),
    "ru": ("Генеральный секретарь", "Группа экспертов"),
    "ar": ("الأمين العام", "فريق الخبراء"),
    "zh": ("秘书长", "专家小组"),
}
WITHIN = {
    "en": "within sixty days",
    "fr": "dans les soixante jours",
    "es": "en un plazo de sesenta días",
    "ru": "в течение шестидесяти дней",
    "ar": "في غضون ستين يوما",
    "zh": "在六十天内",
}


@pytest.mark.parametrize("code", TEXTS)
def test_clause_names_report_addressee_and_time(code: str) -> None:
    formula, recital, *acts = TEXTS[code]
    numbered = [f"{number}. {act}" for number, act in enumerate(acts, 1)]
    found = deliverables_of(read_text("\n\n".join([formula, recital, *numbered]), code))
    assert [(item.mandate.paragraph, item.kind) for item in found] == [
        ("op1", "report"),
        ("op2", "report"),
        ("op3", "report"),
    ]
    secretary, panel = TOLD[code]
    assert [item.addressee for item in found] == [secretary, panel, secretary]
    assert (found[0].every_months, found[1].due) == (3, "2032-06-30")
    assert (found[2].due, found[2].due_words) == (None, WITHIN[code])


def test_time_that_runs_from_the_adoption_gives_a_day() -> None:
    formula, recital, *_, act = TEXTS["en"]
    adoption = "Adopted by the Security Council at its 9999th meeting, on 24 January 2031"
    (found,) = deliverables_of(read_text("\n\n".join([adoption, formula, recital, f"1. {act}"]), "en"))
    assert found.due == "2031-03-25"


def test_a_report_that_is_only_spoken_of_is_none() -> None:
    formula, recital, *_ = TEXTS["en"]
    text = "1. Requests that the Secretary-General study the matter;"
    assert deliverables_of(read_text("\n\n".join([formula, recital, text]), "en")) == ()
