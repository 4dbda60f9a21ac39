"""k28: by when and by whom a report is to come, as six languages say it. The clauses are made up; adopted on 1 June 2031."""

from __future__ import annotations

import pytest

from corpora.mandates.deliverables import Deliverable, deliverables_of
from corpora.reading import read_text

ENDS = {
    "fr": ("L’Assemblée générale,", "51e séance plénière\n\n1er juin 2031"), "en": ("The General Assembly,", "51st plenary meeting\n\n1 June 2031"),
    "es": ("La Asamblea General,", "51ª sesión plenaria\n\n1 de junio de 2031"), "ru": ("Генеральная Ассамблея,", "51-е пленарное заседание\n\n1 июня 2031 года"),
    "ar": ("إن الجمعية العامة،", "الجلسة العامة 51\n\n1 حزيران/يونيه 2031"), "zh": ("大会，", "第51次全体会议\n\n2031年6月1日"),
}  # fmt: skip
# Clause, the day or None, the words that say when.
WHEN = [
    ("en", "Requests the Secretary-General to report, within five (5) months, on ports", "2031-11-01", "within five (5) months"),
    ("fr", "Prie le Secrétaire général de faire rapport, dans un délai de soixante jours, sur les ports", "2031-07-31", "dans un délai de soixante jours"),
    ("es", "Solicita al Secretario General que presente un informe en un plazo de sesenta días", "2031-07-31", "en un plazo de sesenta días"),
    ("ru", "просит Генерального секретаря доложить Совету через одиннадцать месяцев после принятия настоящей резолюции", "2032-05-01", "через одиннадцать месяцев"),
    ("ar", "يطلب إلى الأمين العام أن يقدم تقريرا في غضون ستين يوما", "2031-07-31", "في غضون ستين يوما"),
    ("zh", "请秘书长在六十天内提交报告", "2031-07-31", "在六十天内"),
    ("en", "Requests that the Panel of Experts submit a final report no later than 30 days before the expiry of its mandate", None, "no later than 30 days before the expiry of its mandate"),
    ("fr", "Prie le Groupe d’experts de présenter un rapport final au plus tard 30 jours avant l’expiration de son mandat", None, "au plus tard 30 jours avant l’expiration de son mandat"),
    ("es", "Solicita al Grupo de Expertos que presente un informe final a más tardar 30 días antes de que expire su mandato", None, "a más tardar 30 días antes de que expire su mandato"),
    ("ru", "просит Группу экспертов представить заключительный доклад не позднее чем за 30 дней до истечения срока действия ее мандата", None, "не позднее чем за 30 дней до истечения срока действия ее мандата"),
    ("ar", "يطلب إلى فريق الخبراء أن يقدم تقريرا نهائيا في موعد لا يتجاوز 30 يوما قبل انتهاء ولايته", None, "في موعد لا يتجاوز 30 يوما قبل انتهاء ولايته"),
    ("zh", "请专家小组至迟于任务期满前30天提交最后报告", None, "至迟于任务期满前30天"),
    ("en", "Requests the Secretary-General to submit a report on ports at its 2032 session", None, "2032 session"),
    ("fr", "Prie le Secrétaire général de présenter un rapport sur les ports à sa session de 2032", None, "à sa session de 2032"),
    ("es", "Solicita al Secretario General que presente un informe en su período de sesiones de 2032", None, "en su período de sesiones de 2032"),
    ("ru", "просит Генерального секретаря представить доклад на своей сессии 2032 года", None, "на своей сессии 2032 года"),
    ("ar", "يطلب إلى الأمين العام أن يقدم تقريرا في دورته لعام 2032", None, "في دورته لعام 2032"),
    ("zh", "请秘书长提交工作报告，供理事会2032年届会审议", None, "供理事会2032年届会"),
    ("zh", "请秘书长为公约缔约国第二十次会议作准备，并召开会议", None, "第二十次会议"),
]  # fmt: skip
WHO = [
    ("en", "Requests that the Panel of Experts submit a final report", "the Panel of Experts"),
    ("en", "Requests the Secretary-General in his next report on ports to continue to report on islands", "the Secretary-General"),
    ("fr", "Demande que le Groupe d’experts lui soumette un rapport final", "le Groupe d’experts"),
    ("es", "Solicita al Grupo Asesor Especial sobre Haití que le presente un informe", "al Grupo Asesor Especial sobre Haití"),
    ("es", "Pide que se convoque, cuanto antes, una conferencia internacional", None),
    ("ru", "просит Группу экспертов представить заключительный доклад", "Группу экспертов"),
    ("ru", "поручает ИДКТК доложить КТК не позднее 30 марта 2032 года", "ИДКТК"),
    ("ar", "يطلب إلى فريق الخبراء أن يقدم تقريرا نهائيا", "إلى فريق الخبراء"),
    ("zh", "请专家小组提交最后报告", "专家小组"),
]  # fmt: skip
NOTHING = [
    (
        "fr",
        "Exhorte tous les États à coopérer pleinement avec le Comité créé par la résolution 1718 (2006) et avec le Groupe d’experts",
    ),
    ("en", "Requests the Secretary-General to work through the established methods of the Committee"),
    ("es", "Decide nombrar a una persona Fiscal del Mecanismo con efecto a partir del 1 de julio de 2031"),
    ("ar", "يقرر أن يبقي المسألة قيد نظره الفعلي"),
    ("ar", "يقرر أن يمدد ولاية المكتب ومتطلبات الإبلاغ المحددة في القرار 70/1"),
]


def found_in(code: str, clause: str) -> list[Deliverable]:
    formula, closing = ENDS[code]
    first, second = ("1 -", "2 -") if code == "ar" else ("1.", "2.")
    text = f"{formula}\n\n{first} {clause}.\n\n{second} {clause}.\n\n{closing}\n"
    return [d for d in deliverables_of(read_text(text, code)) if d.mandate.paragraph == "op1"]


@pytest.mark.parametrize(("code", "clause", "day", "words"), WHEN)
def test_by_when(code: str, clause: str, day: str | None, words: str) -> None:
    assert [(d.due, d.due_words) for d in found_in(code, clause)] == [(day, words)]


@pytest.mark.parametrize(("code", "clause", "told"), WHO)
def test_by_whom(code: str, clause: str, told: str | None) -> None:
    assert [d.addressee for d in found_in(code, clause)] == [told]


@pytest.mark.parametrize(("code", "clause"), NOTHING)
def test_what_asks_for_no_report_and_no_panel(code: str, clause: str) -> None:
    assert found_in(code, clause) == []
