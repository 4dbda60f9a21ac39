"""Decisions and presidential statements: paragraphs, and the acts that they report. The texts are specimens, not UN documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.annotation.verbs import main_concept
from corpora.errors import NoResolutionError
from corpora.model import Kind, Resolution
from corpora.reading import read_text
from corpora.text_documents import read_versions

# Heading, the paragraph that reports, two items, a second decision's paragraph.
DECISIONS = {
    "en": (
        "2031/324. Dates of the meetings on bridges", "At its 25th plenary meeting, on 5 June 2031, the Economic and Social Council, having considered the proposal of its President:",
        "(a) Decided to hold its meetings on bridges in New York;", "(b) Took note of the report of the Secretary-General on ports.",
        "At its 26th plenary meeting, on 6 June 2031, the Economic and Social Council took note of the report of its Bureau.",
    ),
    "fr": (
        "2031/324. Dates des réunions sur les ponts", "À sa 25e séance plénière, le 5 juin 2031, le Conseil économique et social, ayant examiné la proposition de son Président :",
        "a) A décidé de tenir à New York ses réunions sur les ponts;", "b) A pris note du rapport du Secrétaire général sur les ports.",
        "À sa 26e séance plénière, le 6 juin 2031, le Conseil économique et social a pris note du rapport de son bureau.",
    ),
    "es": (
        "2031/324. Fechas de las reuniones sobre los puentes", "En su 25ª sesión plenaria, celebrada el 5 de junio de 2031, el Consejo Económico y Social, habiendo examinado la propuesta de su Presidente:",
        "a) Decidió celebrar en Nueva York sus reuniones sobre los puentes;", "b) Tomó nota del informe del Secretario General sobre los puertos.",
        "En su 26ª sesión plenaria, celebrada el 6 de junio de 2031, el Consejo Económico y Social tomó nota del informe de su Mesa.",
    ),
    "ru": (
        "2031/324. Сроки проведения заседаний по вопросу о мостах", "На своем 25-м пленарном заседании 5 июня 2031 года Экономический и Социальный Совет, рассмотрев предложение своего Председателя:",
        "a) постановил провести свои заседания по вопросу о мостах в Нью-Йорке;", "b) принял к сведению доклад Генерального секретаря о портах.",
        "На своем 26-м пленарном заседании 6 июня 2031 года Экономический и Социальный Совет принял к сведению доклад своего Бюро.",
    ),
    "ar": (
        "2031/324 - مواعيد الاجتماعات المتعلقة بالجسور", "في جلسته العامة 25، المعقودة في 5 حزيران/يونيه 2031، قام المجلس الاقتصادي والاجتماعي، وقد نظر في اقتراح رئيسه، بما يلي:",
        "(أ) قرر أن يعقد اجتماعاته المتعلقة بالجسور في نيويورك؛", "(ب) أحاط علما بتقرير الأمين العام عن الموانئ.",
        "في جلسته العامة 26، المعقودة في 6 حزيران/يونيه 2031، أحاط علما المجلس الاقتصادي والاجتماعي بتقرير مكتبه.",
    ),
    "zh": (
        "2031/324. 关于桥梁的会议日期", "2031年6月5日，经济及社会理事会第25次全体会议审议了其主席的提议，经济及社会理事会：",
        "(a) 决定在纽约举行关于桥梁的会议；", "(b) 表示注意到秘书长关于港口的报告。",
        "2031年6月6日，经济及社会理事会第26次全体会议上，经济及社会理事会表示注意到其主席团的报告。",
    ),
}  # fmt: skip


def _acts(found: Resolution) -> list[str]:
    return [main_concept(p.verb).id for p in found.paragraphs if p.verb is not None]


@pytest.mark.parametrize("code", DECISIONS)
def test_a_decision_with_one_act(code: str) -> None:
    heading, *_, act = DECISIONS[code]
    found = read_text(f"{heading}\n\n{act}", code)
    assert (found.organ, found.title) == ("ECOSOC", heading)
    assert [(p.id, p.kind) for p in found.paragraphs if p.kind is not Kind.TITLE] == [("op1", Kind.OPERATIVE)]
    assert _acts(found) == ["take_note"]


STATEMENTS = {
    "en": ("Statement by the President of the Security Council", "“The Security Council reaffirms its commitment to the bridges of the region.", "“The Security Council condemns the attacks on bridges in all their forms.", "“The Security Council requests the Secretary-General to report within thirty days.”"),
    "fr": ("Déclaration du Président du Conseil de sécurité", "« Le Conseil de sécurité réaffirme son attachement aux ponts de la région.", "« Le Conseil de sécurité condamne les attaques contre les ponts sous toutes leurs formes.", "« Le Conseil de sécurité prie le Secrétaire général de faire rapport dans un délai de trente jours. »"),
    "es": ("Declaración del Presidente del Consejo de Seguridad", "“El Consejo de Seguridad reafirma su compromiso con los puentes de la región.", "“El Consejo de Seguridad condena los ataques contra los puentes en todas sus formas.", "“El Consejo de Seguridad solicita al Secretario General que informe en un plazo de treinta días.”"),
    "ru": ("Заявление Председателя Совета Безопасности", "«Совет Безопасности вновь подтверждает свою приверженность делу мостов региона.", "«Совет Безопасности осуждает нападения на мосты во всех их формах и проявлениях.", "«Совет Безопасности просит Генерального секретаря представить доклад в течение тридцати дней»."),
    "ar": ("بيان من رئيس مجلس الأمن", "”يؤكد مجلس الأمن من جديد التزامه بالجسور في المنطقة وبسلامة جميع العاملين فيها.", "”ويدين مجلس الأمن الهجمات على الجسور بجميع أشكالها ومظاهرها أينما وقعت.", "”ويطلب مجلس الأمن إلى الأمين العام أن يقدم تقريرا في غضون ثلاثين يوما.“"),
    "zh": ("安全理事会主席声明", "“安全理事会重申对该区域桥梁的承诺，并强调所有会员国均有责任保护桥梁以及在桥梁上工作的人员的安全，不论他们来自哪里，也不论他们身在何处。", "“安全理事会谴责以一切形式对桥梁发动的袭击，并强调必须追究对这些袭击负有责任的人的责任，不论这些袭击发生在何处，也不论由何人所为，动机为何。", "“安全理事会请秘书长在三十天内提交一份报告，说明为保护该区域桥梁而采取的步骤，并就今后如何更好地保护桥梁以及桥梁上的所有人员提出具体建议。”"),
}  # fmt: skip


@pytest.mark.parametrize("code", STATEMENTS)
def test_a_presidential_statement_has_acts_that_the_organ_does(code: str) -> None:
    found = read_text("\n\n".join(("S/PRST/2031/4", *STATEMENTS[code])), code)
    assert (found.symbol, found.organ, found.title) == ("S/PRST/2031/4", "SC", STATEMENTS[code][0])
    assert [p.id for p in found.paragraphs if p.kind is Kind.OPERATIVE] == ["op1", "op2", "op3"]
    assert _acts(found) == ["reaffirm", "condemn", "request"]


@pytest.mark.parametrize("code", DECISIONS)
def test_the_items_of_a_decision_report_acts(code: str) -> None:
    heading, opening, one, other, last = DECISIONS[code]
    found = read_text("\n\n".join((heading, last, opening, one, other)), code)
    items = [p for p in found.paragraphs if p.kind is Kind.ITEM]
    assert [main_concept(p.verb).id for p in items if p.verb] == ["decide", "take_note"]


def test_a_report_that_cites_decisions_is_none() -> None:
    paragraph = (
        "At its 25th plenary meeting, on 5 June 2031, the Economic and Social Council decided to meet again in July."
    )
    report = ["Report of the Secretary-General on bridges", f"1. {paragraph}", "2. The bridges of the region were closed for repairs in the winter.",
              "3. The Security Council reaffirmed its commitment in its statement.", "4. More remains to be done by all concerned in the region."]  # fmt: skip
    with pytest.raises(NoResolutionError):
        read_text("\n\n".join(report), "en")


def test_two_versions_of_a_statement_are_compared(tmp_path: Path) -> None:
    for code in ("en", "fr"):
        (tmp_path / f"{code}.txt").write_text("\n\n".join(("S/PRST/2031/4", *STATEMENTS[code])), encoding="utf-8")
    french, english = read_versions([tmp_path / "fr.txt", tmp_path / "en.txt"])
    assert [p.id for p in french.paragraphs] == [p.id for p in english.paragraphs]
