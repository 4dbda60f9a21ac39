"""What the documents service prints around a resolution: masthead and job number are set aside, the title is the title.

The texts are specimens, not UN documents.
"""

from __future__ import annotations

import pytest

from corpora.model import Kind
from corpora.reading import read_text

MASTHEADS = {
    "en": (
        "United Nations", "A/RES/98/7", "General Assembly", "Distr.: General", "23 January 2031", "Ninety-eighth session", "Agenda items 14 and 15",
        "[on the report of the Third Committee (A/98/574)]", "Resolution adopted by the General Assembly", "98/7. Bridges between ports",
        "The General Assembly,", "Recalling its resolution 97/1 of 1 December 2030,", "1. Decides to meet every five years;",
        "2. Requests the Secretary-General to submit a report.", "88th plenary meeting", "19 December 2030", "01 49725 (E)",
    ),
    "fr": (
        "Nations Unies", "A/RES/98/7", "Assemblée générale", "Distr. générale", "23 janvier 2031", "Quatre-vingt-dix-huitième session", "Points 14 et 15 de l’ordre du jour",
        "[sur la base du rapport de la Troisième Commission (A/98/574)]", "Résolution adoptée par l’Assemblée générale", "98/7. Des ponts entre les ports",
        "L’Assemblée générale,", "Rappelant sa résolution 97/1 du 1er décembre 2030,", "1. Décide de se réunir tous les cinq ans;",
        "2. Prie le Secrétaire général de présenter un rapport.", "88e séance plénière", "19 décembre 2030", "*3049725*",
    ),
    "es": (
        "Naciones Unidas", "A/RES/98/7", "Asamblea General", "Distr. general", "23 de enero de 2031", "Nonagésimo octavo período de sesiones", "Temas 14 y 15 del programa",
        "[sobre la base del informe de la Tercera Comisión (A/98/574)]", "Resolución aprobada por la Asamblea General", "98/7. Puentes entre los puertos",
        "La Asamblea General,", "Recordando su resolución 97/1, de 1 de diciembre de 2030,", "1. Decide reunirse cada cinco años;",
        "2. Solicita al Secretario General que presente un informe.", "88ª sesión plenaria", "19 de diciembre de 2030", "01-49725",
    ),
    "ru": (
        "Организация Объединенных Наций", "A/RES/98/7", "Генеральная Ассамблея", "Distr.: General", "23 января 2031 года", "Девяносто восьмая сессия", "Пункты 14 и 15 повестки дня",
        "[по докладу Третьего комитета (A/98/574)]", "Резолюция, принятая Генеральной Ассамблеей", "98/7. Мосты между портами",
        "Генеральная Ассамблея,", "ссылаясь на свою резолюцию 97/1 от 1 декабря 2030 года,", "1. постановляет собираться каждые пять лет;",
        "2. просит Генерального секретаря представить доклад.", "88-е пленарное заседание", "19 декабря 2030 года", "01 49725 (R)",
    ),
    "ar": (
        "الأمم المتحدة", "A/RES/98/7", "الجمعية العامة", "Distr.: General", "23 كانون الثاني/يناير 2031", "الدورة الثامنة والتسعون", "البندان 14 و 15 من جدول الأعمال",
        "[بناء على تقرير اللجنة الثالثة (A/98/574)]", "قرار اتخذته الجمعية العامة", "98/7. جسور بين الموانئ",
        "إن الجمعية العامة،", "إذ تشير إلى قرارها 97/1 المؤرخ 1 كانون الأول/ديسمبر 2030،", "1 - تقرر أن تجتمع كل خمس سنوات؛",
        "2 - تطلب إلى الأمين العام أن يقدم تقريرا.", "الجلسة العامة 88", "19 كانون الأول/ديسمبر 2030", "01 49725 (A)",
    ),
    "zh": (
        "联合国", "A/RES/98/7", "大会", "Distr.: General", "2031年1月23日", "第九十八届会议", "议程项目14和15",
        "[根据第三委员会的报告(A/98/574)]", "2030年12月19日大会决议", "98/7. 港口之间的桥梁",
        "大会，", "回顾其2030年12月1日第97/1号决议，", "1. 决定每五年举行一次会议；",
        "2. 请秘书长提交一份报告。", "第88次全体会议", "2030年12月19日", "01-49725 (C)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", MASTHEADS)
def test_a_masthead_is_no_title(code: str) -> None:
    lines = MASTHEADS[code]
    found = read_text("\n\n".join(lines), code)
    assert found.title == lines[9] and found.symbol == "A/RES/98/7" and found.organ == "GA"
    kinds = [(p.kind, p.text) for p in found.paragraphs]
    assert (Kind.ADOPTION, lines[8]) in kinds
    assert [k for k, _ in kinds].count(Kind.OPERATIVE) == 2
    assert [t for k, t in kinds if k is Kind.CLOSING] == [lines[14], lines[15]]
    aside = {found.source[a.span.start : a.span.end].strip() for a in found.set_aside if a.reason == "masthead"}
    assert aside == {lines[0], *lines[2:8]}
    assert [a.reason for a in found.set_aside].count("job number") == 1


def test_a_title_that_only_begins_like_a_masthead() -> None:
    title = "United Nations Institute for bridges"
    found = read_text(f"{title}\n\nThe General Assembly,\n\n1. Decides to meet;\n\n2. Requests a report.", "en")
    assert found.title == title


REISSUED = {
    "en": "* Reissued for technical reasons on 9 June 2031.",
    "fr": "* Nouveau tirage pour raisons techniques (9 juin 2031).",
    "es": "* Publicado nuevamente por razones técnicas el 9 de junio de 2031.",
    "ru": "* Переиздано по техническим причинам 9 июня 2031 года.",
    "ar": "* أعيد إصدارها لأسباب تقنية في 9 حزيران/يونيه 2031.",
    "zh": "* 由于技术原因于2031年6月9日重发。",
}


@pytest.mark.parametrize("code", MASTHEADS)
def test_that_a_document_was_issued_anew_is_no_paragraph_of_it(code: str) -> None:
    lines = list(MASTHEADS[code])
    at = next(k for k, line in enumerate(lines) if line.startswith("1"))
    plain, with_note = (
        read_text("\n\n".join(text), code) for text in (lines, [*lines[:at], REISSUED[code], *lines[at:]])
    )
    assert [(p.id, p.text) for p in with_note.paragraphs] == [(p.id, p.text) for p in plain.paragraphs]
    assert any(REISSUED[code] in with_note.source[one.span.start : one.span.end] for one in with_note.set_aside)
