"""What the cover says of a document: session, agenda item and its title, language of the original, date, who submitted a draft.

The texts are specimens, not UN documents.
"""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from corpora.model import Kind
from corpora.reading import read_resolution, read_text
from corpora.structure.adoption import adoption_of
from corpora.structure.cover import AGENDA_TITLE
from tests.corpora.structure.test_mastheads import MASTHEADS

DRAFTS = {
    "en": (
        "United Nations", "E/2031/L.7", "Economic and Social Council", "Distr.: Limited 4 June 2031", "Original: English", "2031 session",
        "25 July 2030–30 July 2031", "Item 13 (c) of the provisional agenda*", "Bridges, ports and other questions",
        "Draft resolution submitted by the Vice-President of the Council, Ana Ruiz (Nauru), on the basis of informal consultations",
        "Bridges between the ports", "The Economic and Social Council,", "Recalling its resolution 2030/1 of 1 May 2030,", "Decides to meet every five years.",
        "Vice-President of the Council, Ana Ruiz (Nauru)",
    ),
    "fr": (
        "Nations Unies", "E/2031/L.7", "Conseil économique et social", "Distr. limitée 4 juin 2031", "Original : anglais", "Session de 2031",
        "25 juillet 2030-30 juillet 2031", "Point 13 c) de l’ordre du jour provisoire*", "Ponts, ports et autres questions",
        "Projet de résolution présenté par la Vice-Présidente du Conseil, Ana Ruiz (Nauru), sur la base de consultations",
        "Des ponts entre les ports", "Le Conseil économique et social,", "Rappelant sa résolution 2030/1 du 1er mai 2030,", "Décide de se réunir tous les cinq ans.",
        "la Vice-Présidente du Conseil, Ana Ruiz (Nauru)",
    ),
    "es": (
        "Naciones Unidas", "E/2031/L.7", "Consejo Económico y Social", "Distr. limitada 4 de junio de 2031", "Original: inglés", "Período de sesiones de 2031",
        "25 de julio de 2030 a 30 de julio de 2031", "Tema 13 c) del programa provisional*", "Puentes, puertos y otras cuestiones",
        "Proyecto de resolución presentado por la Vicepresidenta del Consejo, Ana Ruiz (Nauru), sobre la base de consultas",
        "Puentes entre los puertos", "El Consejo Económico y Social,", "Recordando su resolución 2030/1, de 1 de mayo de 2030,", "Decide reunirse cada cinco años.",
        "la Vicepresidenta del Consejo, Ana Ruiz (Nauru)",
    ),
    "ru": (
        "Организация Объединенных Наций", "E/2031/L.7", "Экономический и Социальный Совет", "Distr.: Limited 4 June 2031", "Original: English", "Сессия 2031 года",
        "25 июля 2030 года — 30 июля 2031 года", "Пункт 13 c) предварительной повестки дня*", "Мосты, порты и другие вопросы",
        "Проект резолюции, представленный заместителем Председателя Совета Аной Руис (Науру), на основе консультаций",
        "Мосты между портами", "Экономический и Социальный Совет,", "ссылаясь на свою резолюцию 2030/1 от 1 мая 2030 года,", "постановляет собираться каждые пять лет.",
        "заместителем Председателя Совета Аной Руис (Науру)",
    ),
    "ar": (
        "الأمم المتحدة", "E/2031/L.7", "المجلس الاقتصادي والاجتماعي", "Distr.: Limited 4 June 2031", "Original: English", "دورة عام 2031",
        "25 تموز/يوليه 2030 - 30 تموز/يوليه 2031", "البند 13 (ج) من جدول الأعمال المؤقت*", "الجسور والموانئ ومسائل أخرى",
        "مشروع قرار مقدم من نائبة رئيس المجلس، آنا رويس (ناورو)، على أساس مشاورات",
        "جسور بين الموانئ", "إن المجلس الاقتصادي والاجتماعي،", "إذ يشير إلى قراره 2030/1 المؤرخ 1 أيار/مايو 2030،", "يقرر أن يجتمع كل خمس سنوات.",
        "نائبة رئيس المجلس، آنا رويس (ناورو)",
    ),
    "zh": (
        "联合国", "E/2031/L.7", "经济及社会理事会", "Distr.: Limited 4 June 2031", "Original: English", "2031年届会",
        "2030年7月25日至2031年7月30日", "临时议程项目13(c)*", "桥梁、港口和其他问题",
        "理事会副主席安娜·鲁伊斯(瑙鲁)在非正式协商基础上提交的决议草案",
        "港口之间的桥梁", "经济及社会理事会，", "回顾其2030年5月1日第2030/1号决议，", "决定每五年举行一次会议。",
        "理事会副主席安娜·鲁伊斯(瑙鲁)",
    ),
}  # fmt: skip
ITEMS = {"en": "13 (c)", "fr": "13 c)", "es": "13 c)", "ru": "13 c)", "ar": "13 (ج)", "zh": "13(c)"}
SESSIONS = {code: MASTHEADS[code][5] for code in MASTHEADS}
AGENDAS = {"en": "14 and 15", "fr": "14 et 15", "es": "14 y 15", "ru": "14 и 15", "ar": "14 و 15", "zh": "14和15"}


@pytest.mark.parametrize("code", MASTHEADS)
def test_session_agenda_item_and_date_of_a_resolution(code: str) -> None:
    found = read_text("\n\n".join(MASTHEADS[code]), code).particulars
    assert (found.session, found.agenda_item) == (SESSIONS[code], AGENDAS[code])
    assert str(found.date) == "2030-12-19", "the day of adoption, not that of issue"


@pytest.mark.parametrize("code", DRAFTS)
def test_a_draft_has_the_title_below_who_submitted_it(code: str) -> None:
    *lines, submitted = DRAFTS[code]
    found = read_text("\n\n".join(lines), code)
    assert found.title == lines[10] and found.symbol == "E/2031/L.7"
    assert [p.id for p in found.paragraphs if p.kind is Kind.TITLE] == ["title"]
    stated = found.particulars
    assert (stated.session, stated.agenda_item, stated.agenda_title) == (lines[5], ITEMS[code], lines[8])
    assert (stated.original, str(stated.date)) == ("en", "2031-06-04"), "no day of adoption: that of issue"
    assert adoption_of(found).sponsors == (submitted,)
    aside = {found.source[a.span.start : a.span.end].strip(): a.reason for a in found.set_aside}
    assert aside[lines[8]] == AGENDA_TITLE and aside[lines[6]] == "masthead"


@pytest.mark.parametrize("code", DRAFTS)
def test_the_heads_of_a_word_file_say_it_too(code: str, tmp_path: Path) -> None:
    *lines, _ = DRAFTS[code]
    document = docx.Document()
    head = document.sections[0].header
    head.paragraphs[0].text = lines[1]
    cells = head.add_table(2, 2, width=document.sections[0].page_width).rows
    cells[0].cells[0].text, cells[0].cells[1].text = lines[0], lines[4]
    cells[1].cells[0].text, cells[1].cells[1].text = lines[2], lines[3]
    for line in lines[5:]:
        document.add_paragraph(line)
    document.save(str(tmp_path / "draft.docx"))
    found = read_resolution(tmp_path / "draft.docx", code)
    assert (found.symbol, found.title) == ("E/2031/L.7", lines[10])
    stated = found.particulars
    assert (stated.session, stated.agenda_item, stated.original) == (lines[5], ITEMS[code], "en")
    assert str(stated.date) == "2031-06-04"


def test_without_a_title_of_its_own_the_lines_stay_the_title() -> None:
    *lines, _ = DRAFTS["en"]
    found = read_text("\n\n".join(lines[:10] + lines[11:]), "en")
    assert found.title == lines[8] and found.particulars.agenda_title == ""


def test_a_text_without_a_cover_states_nothing() -> None:
    found = read_text("The General Assembly,\n\nRecalling the past session,\n\n1. Decides to meet.", "en").particulars
    assert (found.date, found.session, found.agenda_item, found.agenda_title, found.original) == (None, "", "", "", "")


def test_a_letter_below_the_title_is_that_of_the_symbol() -> None:
    text = "A/RES/98/7 B\n\n98/7. Bridges between ports\n\nB\n\nThe General Assembly,\n\n1. Decides to meet."
    found = read_text(text, "en")
    assert (found.symbol, found.title) == ("A/RES/98/7B", "98/7. Bridges between ports")
