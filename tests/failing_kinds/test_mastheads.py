"""k01, k04, k05: one document with its masthead is one resolution, whose symbol and title are its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.model import Kind
from corpora.structure.adoption import adoption_date
from corpora.values import Date
from tests.failing_kinds.texts import ACT, FORMATS, LANGUAGES, LAST, OPENING, ids, in_every_format, numbered

COUNCIL = {
    "fr": ("Nations Unies", "S/RES/2951 (2031)", "Conseil de sécurité", "Distr. générale", "14 février 2031", "Résolution 2951 (2031)", "Adoptée par le Conseil de sécurité à sa 9871e séance, le 14 février 2031", "Le Conseil de sécurité,", "Rappelant toutes ses résolutions antérieures sur la question,", "Décide que l’élection aura lieu le 3 juin 2031."),
    "en": ("United Nations", "S/RES/2951 (2031)", "Security Council", "Distr.: General", "14 February 2031", "Resolution 2951 (2031)", "Adopted by the Security Council at its 9871st meeting, on 14 February 2031", "The Security Council,", "Recalling all its previous resolutions on the matter,", "Decides that the election shall be held on 3 June 2031."),
    "es": ("Naciones Unidas", "S/RES/2951 (2031)", "Consejo de Seguridad", "Distr. general", "14 de febrero de 2031", "Resolución 2951 (2031)", "Aprobada por el Consejo de Seguridad en su 9871ª sesión, celebrada el 14 de febrero de 2031", "El Consejo de Seguridad,", "Recordando todas sus resoluciones anteriores sobre la cuestión,", "Decide que la elección se celebre el 3 de junio de 2031."),
    "ru": ("Организация Объединенных Наций", "S/RES/2951 (2031)", "Совет Безопасности", "Distr.: General", "14 February 2031", "Резолюция 2951 (2031),", "принятая Советом Безопасности на его 9871-м заседании 14 февраля 2031 года", "Совет Безопасности,", "ссылаясь на все свои предыдущие резолюции по данному вопросу,", "постановляет, что выборы состоятся 3 июня 2031 года."),
    "ar": ("الأمم المتحدة", "S/RES/2951 (2031)", "مجلس الأمن", "Distr.: General", "14 February 2031", "القرار 2951 (2031)", "الذي اتخذه مجلس الأمن في جلسته 9871، المعقودة في 14 شباط/فبراير 2031", "إن مجلس الأمن،", "إذ يشير إلى جميع قراراته السابقة بشأن هذه المسألة،", "يقرر أن يجرى الانتخاب في 3 حزيران/يونيه 2031."),
    "zh": ("联合国", "S/RES/2951 (2031)", "安全理事会", "Distr.: General", "14 February 2031", "第2951(2031)号决议", "2031年2月14日安全理事会第9871次会议通过", "安全理事会，", "回顾安理会以往关于这一问题的各项决议，", "决定选举于2031年6月3日举行。"),
}  # fmt: skip
COVER = {
    "fr": ("Conseil économique et social", "Distr. générale", "19 juillet 2031", "Session de 2031", "Point 14 de l’ordre du jour", "Résolution adoptée par le Conseil économique et social le 3 juillet 2031", "[sur proposition examinée en séance plénière (E/2031/L.17)]", "2031/18. Appui aux territoires"),
    "en": ("Economic and Social Council", "Distr.: General", "19 July 2031", "2031 session", "Agenda item 14", "Resolution adopted by the Economic and Social Council on 3 July 2031", "[on a proposal considered in plenary meeting (E/2031/L.17)]", "2031/18. Support to the territories"),
    "es": ("Consejo Económico y Social", "Distr. general", "19 de julio de 2031", "Período de sesiones de 2031", "Tema 14 del programa", "Resolución aprobada por el Consejo Económico y Social el 3 de julio de 2031", "[sobre la base de una propuesta examinada en sesión plenaria (E/2031/L.17)]", "2031/18. Apoyo a los territorios"),
    "ru": ("Экономический и Социальный Совет", "Distr.: General", "19 July 2031", "Сессия 2031 года", "Пункт 14 повестки дня", "Резолюция, принятая Экономическим и Социальным Советом 3 июля 2031 года", "[по предложению, рассмотренному на пленарном заседании (E/2031/L.17)]", "2031/18. Поддержка территорий"),
    "ar": ("المجلس الاقتصادي والاجتماعي", "Distr.: General", "19 July 2031", "دورة عام 2031", "البند 14 من جدول الأعمال", "قرار اتخذه المجلس الاقتصادي والاجتماعي في 3 تموز/يوليه 2031", "[بناء على مقترح نظر فيه في جلسة عامة (E/2031/L.17)]", "2031/18 - تقديم الدعم إلى الأقاليم"),
    "zh": ("经济及社会理事会", "Distr.: General", "19 July 2031", "2031年会议", "议程项目14", "2031年7月3日经济及社会理事会决议", "[根据全体会议审议的一项提案(E/2031/L.17)通过]", "2031/18. 对各领土的支持"),
}  # fmt: skip


@pytest.mark.parametrize("code", LANGUAGES)
def test_k01_a_council_masthead_and_its_heading_are_one_resolution(code: str, tmp_path: Path) -> None:
    for suffix, found in in_every_format(COUNCIL[code], tmp_path).items():
        assert (found.symbol, found.language, ids(found)) == ("S/RES/2951(2031)", code, ["pp1", "op1"]), suffix
        assert adoption_date(found) == Date(2031, 2, 14), suffix


@pytest.mark.parametrize("stated", [True, False], ids=["with its symbol", "by its heading alone"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_k04_the_symbol_is_the_documents_own_and_so_is_the_day(code: str, stated: bool, tmp_path: Path) -> None:
    body = [*OPENING[code], numbered(code, 1, ACT[code]), numbered(code, 2, LAST[code])]
    lines = [*(["E/RES/2031/18"] if stated else []), *COVER[code], *body]
    for suffix, found in in_every_format(lines, tmp_path).items():
        assert (found.symbol, found.title) == ("E/RES/2031/18", COVER[code][-1]), suffix
        assert ids(found) == ["pp1", "op1", "op2"], suffix
        # Adopted on the day of the adoption line, not on that on which the document was issued.
        assert [p.text for p in found.paragraphs if p.kind is Kind.ADOPTION] == [COVER[code][5]], suffix
        assert adoption_date(found) == Date(2031, 7, 3), suffix


@pytest.mark.parametrize("code", LANGUAGES)
def test_k05_a_title_may_be_of_any_length(code: str, tmp_path: Path) -> None:
    *cover, heading = COVER[code]
    title = heading + "".join(f"{' ' if code != 'zh' else '和'}{heading[8:].strip(' -')}" for _ in range(18))
    body = [*OPENING[code], numbered(code, 1, ACT[code]), numbered(code, 2, LAST[code])]
    assert len(title) > 150
    for suffix, found in in_every_format([*cover, title, *body], tmp_path).items():
        assert (found.symbol, found.title) == ("E/RES/2031/18", title), suffix
    assert set(in_every_format([*cover, title, *body], tmp_path)) == set(FORMATS)
