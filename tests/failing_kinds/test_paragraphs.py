"""k06, k07, k08: headings, single operative paragraphs and draft resolutions are told from what stands around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.model import Kind
from tests.failing_kinds.texts import ACT, LANGUAGES, LAST, OPENING, SYMBOL, ids, in_every_format, numbered

HEADING = {
    "fr": "IV. Suite à donner à la présente résolution, à ses annexes et aux recommandations formulées par la réunion préparatoire tenue à Genève",
    "en": "IV. Follow-up to the present resolution, to the annexes thereto and to the recommendations made by the preparatory meeting held in Geneva",
    "es": "IV. Seguimiento de la presente resolución, de sus anexos y de las recomendaciones formuladas por la reunión preparatoria celebrada en Ginebra",
    "ru": "IV. Последующая деятельность в связи с настоящей резолюцией, приложениями к ней и рекомендациями подготовительного совещания в Женеве",
    "ar": "رابعا - متابعة هذا القرار ومرفقاته والتوصيات الصادرة عن الاجتماع التحضيري المعقود في جنيف في بداية العام الحالي",
    "zh": "四. 本决议及其附件的后续行动以及在日内瓦举行的筹备会议所提各项建议的后续行动和今后的工作安排",
}
ANNEXED = {
    "fr": ("Approuve la transformation de l’Institut en fondation, dont les statuts figurent en annexe.", "53e séance plénière", "24 juillet 2031", "Annexe", "Prie les membres de verser leur contribution;", "Invite le Conseil d’administration à se réunir deux fois par an."),
    "en": ("Approves the conversion of the Institute into a foundation, the statutes of which are contained in the annex.", "53rd plenary meeting", "24 July 2031", "Annex", "Requests the members to pay their contributions;", "Invites the Board to meet twice a year."),
    "es": ("Aprueba la transformación del Instituto en una fundación, cuyos estatutos figuran en el anexo.", "53ª sesión plenaria", "24 de julio de 2031", "Anexo", "Solicita a los miembros que abonen sus contribuciones;", "Invita a la Junta a reunirse dos veces al año."),
    "ru": ("одобряет преобразование Института в фонд, устав которого содержится в приложении.", "53-е пленарное заседание", "24 июля 2031 года", "Приложение", "просит членов внести взносы;", "предлагает Совету собираться два раза в год."),
    "ar": ("يوافق على تحويل المعهد إلى مؤسسة يرد نظامها الأساسي في المرفق.", "الجلسة العامة 53", "24 تموز/يوليه 2031", "المرفق", "يطلب إلى الأعضاء دفع اشتراكاتهم؛", "يدعو المجلس إلى الاجتماع مرتين في السنة."),
    "zh": ("核准将研究所改为基金会，其章程载于附件。", "第53次全体会议", "2031年7月24日", "附件", "请各成员缴纳会费；", "邀请董事会每年举行两次会议。"),
}  # fmt: skip
DRAFT = {
    "fr": ("Recommande à l’Assemblée générale d’adopter le projet de résolution suivant :", "« L’Assemblée générale,", "Rappelant sa résolution 85/174 du 17 décembre 2030,", "Prend note du rapport des 12 experts;", "Prie le Secrétaire général de lui faire rapport. »"),
    "en": ("Recommends to the General Assembly the adoption of the following draft resolution:", "“The General Assembly,", "Recalling its resolution 85/174 of 17 December 2030,", "Takes note of the report of the 12 experts;", "Requests the Secretary-General to report to it.”"),
    "es": ("Recomienda a la Asamblea General que apruebe el siguiente proyecto de resolución:", "“La Asamblea General,", "Recordando su resolución 85/174, de 17 de diciembre de 2030,", "Toma nota del informe de los 12 expertos;", "Solicita al Secretario General que la informe.”"),
    "ru": ("рекомендует Генеральной Ассамблее принять следующий проект резолюции:", "«Генеральная Ассамблея,", "ссылаясь на свою резолюцию 85/174 от 17 декабря 2030 года,", "принимает к сведению доклад 12 экспертов;", "просит Генерального секретаря представить ей доклад»."),
    "ar": ("يوصي الجمعية العامة باعتماد مشروع القرار التالي:", "”إن الجمعية العامة،", "إذ تشير إلى قرارها 85/174 المؤرخ 17 كانون الأول/ديسمبر 2030،", "تحيط علما بتقرير الخبراء الاثني عشر؛", "تطلب إلى الأمين العام أن يقدم إليها تقريرا.“"),
    "zh": ("建议大会通过以下决议草案：", "“大会，", "回顾其2030年12月17日第85/174号决议，", "表示注意到12名专家的报告；", "请秘书长向其提交报告。”"),
}  # fmt: skip


@pytest.mark.parametrize("code", LANGUAGES)
def test_k06_a_counted_heading_may_be_long(code: str, tmp_path: Path) -> None:
    lines = [SYMBOL, *OPENING[code], numbered(code, 1, ACT[code]), HEADING[code], numbered(code, 2, LAST[code])]
    for suffix, found in in_every_format(lines, tmp_path).items():
        assert ids(found) == ["pp1", "op1", "h1", "op2"], suffix


@pytest.mark.parametrize("code", LANGUAGES)
def test_k06_a_long_line_that_ends_as_a_sentence_goes_on(code: str, tmp_path: Path) -> None:
    text = HEADING[code].split(maxsplit=2 if code == "ar" else 1)[-1]
    if code == "zh":
        text *= 3  # Chinese says in forty characters what others say in a hundred and thirty
    # Without the stop it is a heading, in plain text: those of the record are as long.
    text += "。" if code == "zh" else "."
    lines = [SYMBOL, *OPENING[code], numbered(code, 1, ACT[code]), text, numbered(code, 2, LAST[code])]
    for suffix, found in in_every_format(lines, tmp_path).items():
        assert ids(found) == ["pp1", "op1", "op1.+1", "op2"], suffix


@pytest.mark.parametrize("code", LANGUAGES)
def test_k07_a_single_act_above_a_numbered_annex(code: str, tmp_path: Path) -> None:
    act, meeting, day, annex, *points = ANNEXED[code]
    lines = [SYMBOL, *OPENING[code], act, meeting, day, annex]
    lines += [numbered(code, place, text) for place, text in enumerate(points, 1)]
    for suffix, found in in_every_format(lines, tmp_path).items():
        assert ids(found) == ["pp1", "op1", "closing1", "closing2", "annex.1", "annex.1.op1", "annex.1.op2"], suffix


@pytest.mark.parametrize("quoted", [True, False], ids=["in quotation marks", "without"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_k08_a_draft_has_paragraphs_of_its_own(code: str, quoted: bool, tmp_path: Path) -> None:
    act, formula, recital, *acts = DRAFT[code]
    draft = [formula, recital, *(numbered(code, place, text) for place, text in enumerate(acts, 1))]
    if not quoted:
        draft = [line.strip("«»“” ") for line in draft]
    lines = [SYMBOL, *OPENING[code], numbered(code, 1, act), *draft, numbered(code, 2, LAST[code])]
    for suffix, found in in_every_format(lines, tmp_path).items():
        below = ["op1.draft.organ", "op1.draft.pp1", "op1.draft.op1", "op1.draft.op2"]
        kept = [p.id for p in found.paragraphs if p.kind not in (Kind.SYMBOL,) and p.id != "organ"]
        assert kept == ["pp1", "op1", *below, "op2"], suffix
