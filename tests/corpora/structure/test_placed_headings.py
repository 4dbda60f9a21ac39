"""Headings of plain texts, which nothing but their place tells. Specimens, not UN documents."""

from __future__ import annotations

import pytest

from corpora.model import Kind, Resolution
from corpora.reading import read_text
from tests.failing_kinds.texts import ACT

# The formula, a recital, two headings in a row, an act; headings of a section, of a point; an annex, its title, a section of it.
TEXTS: dict[str, tuple[str, ...]] = {
    "fr": ("Le Conseil de sécurité,", "Rappelant ses résolutions antérieures,", "Embargo", "Livraisons et contrôles dans les ports",
           "Prie les États de coopérer :", "En saisissant les armes;", "Appui aux ports", "En formant les douanes;",
           "Annexe", "Mandat du Comité chargé de suivre l’embargo", "Composition", "Le Comité comprend tous les membres."),
    "en": ("The Security Council,", "Recalling its previous resolutions,", "Embargo", "Deliveries and checks in the ports",
           "Requests States to cooperate:", "By seizing the weapons;", "Support to ports", "By training customs;",
           "Annex", "Terms of reference of the Committee on the embargo", "Composition", "The Committee has all members."),
    "es": ("El Consejo de Seguridad,", "Recordando sus resoluciones anteriores,", "Embargo", "Entregas y controles en los puertos",
           "Solicita a los Estados que cooperen:", "Incautando las armas;", "Apoyo a los puertos", "Capacitando a las aduanas;",
           "Anexo", "Mandato del Comité encargado del embargo", "Composición", "El Comité tiene todos los miembros."),
    "ru": ("Совет Безопасности,", "ссылаясь на свои предыдущие резолюции,", "Эмбарго", "Поставки и проверки в портах",
           "просит государства сотрудничать:", "путем изъятия оружия;", "Поддержка портов", "путем подготовки таможни;",
           "Приложение", "Круг ведения Комитета по эмбарго", "Состав", "Комитет состоит из всех членов."),
    "ar": ("إن مجلس الأمن،", "إذ يشير إلى قراراته السابقة،", "الحظر", "عمليات التسليم والتفتيش في الموانئ",
           "يطلب إلى الدول أن تتعاون:", "بضبط الأسلحة؛", "دعم الموانئ", "بتدريب الجمارك؛",
           "المرفق", "اختصاصات اللجنة المعنية بالحظر", "التشكيل", "تتألف اللجنة من جميع الأعضاء."),
    "zh": ("安全理事会，", "回顾其以往各项决议，", "禁运", "港口的交货和检查",
           "请各国合作：", "扣押武器；", "对港口的支助", "培训海关；",
           "附件", "禁运问题委员会的职权范围", "组成", "委员会由所有成员组成。"),
}  # fmt: skip
MARKS = {
    "ru": ("a)", "b)"),
    "ar": ("(أ)", "(ب)"),
    "fr": ("a)", "b)"),
    "es": ("a)", "b)"),
    "en": ("(a)", "(b)"),
    "zh": ("(a)", "(b)"),
}


def _headings(found: Resolution) -> list[str]:
    return [p.text for p in found.paragraphs if p.kind is Kind.HEADING]


def _as_item(act: str, code: str) -> str:
    """An act that ends as one of several does."""
    return act[:-1] + ("；" if code == "zh" else ";")


@pytest.mark.parametrize("code", TEXTS)
def test_headings_are_told_by_their_place(code: str) -> None:
    formula, recital, *heads, act, first, inner, second, annex, title, section, entry = TEXTS[code]
    one, other = MARKS[code]
    body = (
        formula,
        recital,
        *heads,
        f"1. {act}",
        f"{one} {first}",
        inner,
        f"{other} {second}",
        annex,
        title,
        section,
        f"1. {entry}",
    )
    found = read_text("\n\n".join(body), code)
    assert _headings(found) == [*heads, inner, title, section]
    assert [p.id for p in found.paragraphs if p.kind is Kind.ITEM] == ["op1.a", "op1.b"]


@pytest.mark.parametrize("code", TEXTS)
def test_what_has_no_mark_at_its_end_but_an_act_is_none(code: str) -> None:
    formula, recital, *_ = TEXTS[code]
    act = TEXTS[code][4][:-1]
    found = read_text("\n\n".join((formula, recital, f"1. {act};", act, f"2. {act};")), code)
    assert not [p for p in found.paragraphs if p.kind is Kind.HEADING]


@pytest.mark.parametrize("code", TEXTS)
def test_a_heading_stands_above_the_first_point_of_a_list_and_above_numbers_that_begin_anew(code: str) -> None:
    formula, recital, first_head, second_head, act, first, inner, second, *_ = TEXTS[code]
    one, other = MARKS[code]
    done = _as_item(act, code)
    lines = (
        formula,
        recital,
        f"1. {act}",
        inner,
        f"{one} {first}",
        f"{other} {second}",
        first_head,
        "I",
        second_head,
        f"1. {done}",
    )
    found = read_text("\n\n".join(lines), code)
    assert _headings(found) == [inner, first_head, "I", second_head]


@pytest.mark.parametrize("code", TEXTS)
def test_a_few_words_and_a_colon_head_what_goes_on_behind_a_number_that_is_lost(code: str) -> None:
    formula, recital, head, quoted, act, *_ = TEXTS[code]
    done = _as_item(act, code)
    head += "：" if code == "zh" else ":"
    quoted = f"“{quoted}”"
    lines = (formula, recital, f"1. {done}", head, f"2. {done}", quoted, f"4. {done}")
    found = read_text("\n\n".join(lines), code)
    assert _headings(found) == [head, quoted]


REQUESTED = {
    "fr": "Demande d’admission du Pays des ponts",
    "en": "Request for membership by the Land of Bridges",
    "es": "Solicita de admisión del País de los Puentes",
    "ru": "Просит о приеме Страна мостов",
    "ar": "تطلب بلاد الجسور العضوية",
    "zh": "请求加入的桥梁之国",
}


@pytest.mark.parametrize("code", REQUESTED)
def test_the_title_of_an_annexed_resolution_may_open_as_an_act_does(code: str) -> None:
    formula, recital, *_, act, _, _, _, annex, _, _, _ = TEXTS[code]
    done = act[:-1] + ("。" if code == "zh" else ".")
    lines = (formula, recital, f"1. {done}", annex, "337 (VII)", REQUESTED[code], formula, recital, f"1. {done}")
    found = read_text("\n\n".join(lines), code)
    assert REQUESTED[code] in _headings(found)


def test_a_chinese_noun_phrase_may_open_as_an_act_does() -> None:
    text = "安全理事会，\n\n回顾其以往各项决议，\n\n延长特派团任务期限\n\n1. 决定举行会议；\n\n建立有效的港口\n\n2. 请各国合作。"
    found = read_text(text, "zh")
    assert _headings(found) == ["延长特派团任务期限", "建立有效的港口"]


def test_the_number_of_a_section_on_a_line_of_its_own_is_no_paragraph() -> None:
    text = (
        "大会，\n\n回顾其以往各项决议，\n\n一\n\n能力建设\n\n1. 决定举行会议；\n\n十二\n\n海上安全\n\n2. 请各国合作。"
    )
    found = read_text(text, "zh")
    assert _headings(found) == ["一", "能力建设", "十二", "海上安全"]


ADOPTED = {
    "fr": ("Adopte la déclaration qui suit.", "12e séance plénière", "8 juin 2031", "Déclaration sur les ponts"),
    "en": ("Adopts the declaration below.", "12th plenary meeting", "8 June 2031", "Declaration on bridges"),
    "es": ("Aprueba la declaración que figura a continuación.", "12ª sesión plenaria", "8 de junio de 2031", "Declaración sobre los puentes"),
    "ru": ("принимает нижеследующую декларацию.", "12-е пленарное заседание", "8 июня 2031 года", "Декларация о мостах"),
    "ar": ("تعتمد الإعلان التالي.", "الجلسة العامة 12", "8 حزيران/يونيه 2031", "الإعلان المتعلق بالجسور"),
    "zh": ("通过下列宣言。", "第12次全体会议", "2031年6月8日", "关于桥梁的宣言"),
}  # fmt: skip


@pytest.mark.parametrize("code", ADOPTED)
def test_a_text_below_the_closing_formula_is_annexed_without_the_word(code: str) -> None:
    act, meeting, day, title = ADOPTED[code]
    formula, *_, entry = TEXTS[code]
    for closing in ((f"{meeting} {day}",), (meeting, day)):
        found = read_text("\n\n".join((formula, act, *closing, title, f"1. {entry}", f"2. {entry}")), code)
        kinds = [p.kind for p in found.paragraphs if p.kind is not Kind.CLOSING]
        assert kinds == [Kind.ORGAN, Kind.OPERATIVE, Kind.ANNEX, Kind.OPERATIVE, Kind.OPERATIVE]


SECTIONS = {
    "zh": ("一、能力建设", "(二) 海上安全", "A. 安全部门", "第二部分 后续行动", "（五）资金"),
    "ar": ("أولا - بناء القدرات", "ألف - الشراكات", "باء- المتابعة"),
    "ru": ("I. Создание потенциала", "II Морская безопасность", "А. Партнерства", "Часть вторая. Последующие меры"),
    "fr": ("I. Renforcement des capacités", "II – Sécurité maritime", "A. Partenariats", "Deuxième partie : suivi"),
    "en": ("I. Capacity-building", "II – Maritime safety", "A. Partnerships", "Part two: follow-up"),
    "es": ("I. Creación de capacidad", "II – Seguridad marítima", "A. Asociaciones", "Segunda parte: seguimiento"),
}


@pytest.mark.parametrize("code", SECTIONS)
def test_sections_that_are_counted_stand_above_numbers_and_above_paragraphs_without_any(code: str) -> None:
    formula, recital, *_, act, _, _, _, annex, title, _, entry = TEXTS[code]
    done = _as_item(act, code)
    heads = SECTIONS[code]
    numbered = [line for k, head in enumerate(heads) for line in (head, f"{2 * k + 1}. {done}", f"{2 * k + 2}. {done}")]
    found = read_text("\n\n".join((formula, recital, *numbered)), code)
    assert _headings(found) == [*heads]
    assert [p.id for p in found.paragraphs if p.kind is Kind.OPERATIVE] == [
        f"op{n}" for n in range(1, 2 * len(heads) + 1)
    ]
    plain = [line for head in heads for line in (head, entry, entry)]
    found = read_text("\n\n".join((formula, recital, f"1. {done}", annex, title, *plain)), code)
    assert _headings(found) == [title, *heads]


LED_TO = {
    "fr": ("Appel à l’action", "Par conséquent, nous prendrons les mesures suivantes :"),
    "en": ("Call to build", "We will therefore take the measures below:"),
    "es": ("Llamamiento a construir", "Por consiguiente, tomaremos las medidas siguientes:"),
    "ru": ("Призыв к строительству", "Поэтому мы примем следующие меры:"),
    "ar": ("نداء من أجل البناء", "ولذلك سنتخذ التدابير التالية:"),
    "zh": ("建设呼吁", "因此，我们将采取以下措施："),
}


@pytest.mark.parametrize("code", LED_TO)
def test_a_line_in_an_annex_heads_the_words_that_lead_to_the_next_number(code: str) -> None:
    act, meeting, day, title = ADOPTED[code]
    formula, *_, annex, _, _, entry = TEXTS[code]
    done = entry + ("。" if code == "zh" else ".")
    heading, leading = LED_TO[code]
    lines = (formula, act, f"{meeting} {day}", annex, title, f"1. {done}", heading, leading, f"2. {done}")
    found = read_text("\n\n".join(lines), code)
    assert heading in _headings(found)
    assert leading in [p.text for p in found.paragraphs if p.kind is Kind.CONTINUATION]
    # Below the same words nothing begins: the line is no heading.
    found = read_text("\n\n".join((*lines[:-1], done)), code)
    assert heading not in _headings(found)


@pytest.mark.parametrize("code", LED_TO)
def test_words_that_lead_from_one_number_of_an_annex_to_the_next_head_what_follows(code: str) -> None:
    act, meeting, day, title = ADOPTED[code]
    formula, *_, annex, _, _, entry = TEXTS[code]
    done = entry + ("。" if code == "zh" else ".")
    leading = LED_TO[code][1]
    lines = [formula, act, f"{meeting} {day}", annex, title, f"1. {done}", leading, f"2. {done}"]
    assert leading in _headings(read_text("\n\n".join(lines), code))
    point = MARKS[code][0]
    below = [*lines[:-1], f"{point} {done}"]
    assert leading not in _headings(read_text("\n\n".join(below), code)), "they lead to the points of a list"


SAID = {
    "fr": "La Conférence comportera six séances plénières qui se tiendront à New York du 22 au 24 mars.",
    "en": "The Conference will consist of six plenary meetings, to be held in New York from 22 to 24 March.",
    "es": "La Conferencia constará de seis sesiones plenarias, que se celebrarán en Nueva York del 22 al 24 de marzo.",
    "ru": "Конференция состоит из шести пленарных заседаний, которые пройдут в Нью-Йорке с 22 по 24 марта.",
    "ar": "يتألف المؤتمر من ست جلسات عامة تعقد في نيويورك في الفترة من 22 إلى 24 آذار/مارس.",
    "zh": "会议将由六次全体会议组成，于3月22日至24日在纽约联合国总部举行，每次会议三小时。",
}


@pytest.mark.parametrize("code", SAID)
def test_a_short_line_between_sentences_of_an_annex_without_numbers_is_a_heading(code: str) -> None:
    act, meeting, day, title = ADOPTED[code]
    formula, *_, annex, _, heading, _ = TEXTS[code]
    lines = (formula, act, f"{meeting} {day}", annex, title, SAID[code], heading, SAID[code], SAID[code])
    assert heading in _headings(read_text("\n\n".join(lines), code))
    # The members of a list that a sentence leads to are none, nor is what stands above such another.
    leading = SAID[code][:-1] + ("：" if code == "zh" else ":")
    for unlike in ((*lines[:5], leading, *lines[6:]), (*lines[:7], heading, heading)):
        assert heading not in _headings(read_text("\n\n".join(unlike), code))


CLOSINGS = {
    "fr": ("12e séance plénière", "12 ème séance plénière"),
    "en": ("12th plenary meeting", "1 st plenary meeting"),
    "es": ("12a sesión plenaria", "12ª sesión plenaria", "12.ª sesión plenaria", "12ª. sesión plenaria"),
    "ru": ("12-е пленарное заседание", "12-e пленарное заседание", "12 пленарное заседание"),
    "ar": ("الجلسة العامة 12",),
    "zh": ("第12次全体会议",),
}


@pytest.mark.parametrize("code", CLOSINGS)
def test_the_meeting_and_its_day_close_a_text_in_either_order(code: str) -> None:
    act, _, day, _ = ADOPTED[code]
    for meeting in CLOSINGS[code]:
        for closing in ((meeting, day), (day, meeting), (f"{meeting} {day}",)):
            found = read_text("\n\n".join((TEXTS[code][0], act, *closing)), code)
            assert [p.kind for p in found.paragraphs] == [Kind.ORGAN, Kind.OPERATIVE, *[Kind.CLOSING] * len(closing)]


NAMED_BY_A_VERB = {
    "fr": "Demande de secours par région", "en": "Tasks by order of priority", "es": "Pide y respuesta", "ru": "Просит и ответ", "ar": "يطلب ورد",
}  # fmt: skip


@pytest.mark.parametrize("code", NAMED_BY_A_VERB)
def test_a_section_may_be_named_by_a_word_that_is_a_verb_as_well(code: str) -> None:
    formula, recital = TEXTS[code][:2]
    heading, done = NAMED_BY_A_VERB[code], ACT[code].rstrip(";؛") + "."
    lines = (formula, recital, f"1. {done}", heading, f"2. {done}")
    assert _headings(read_text("\n\n".join(lines), code)) == [heading]
    # What ends with a mark is an act that a draft inserts; so is what stands below one that has not ended.
    for unlike in ((*lines[:3], heading + ";", lines[4]), (*lines[:2], f"1. {ACT[code]}", *lines[3:])):
        assert heading not in _headings(read_text("\n\n".join(unlike), code))


@pytest.mark.parametrize("code", NAMED_BY_A_VERB)
def test_the_title_below_the_number_of_an_article_may_be_such_a_word(code: str) -> None:
    _, _, _, title = ADOPTED[code]
    label = {"fr": "Article 1", "en": "Rule 1", "es": "Artículo 1", "ru": "Статья 1", "ar": "المادة 1"}[code]
    lines = (
        TEXTS[code][0],
        ACT[code].rstrip(";؛") + ".",
        TEXTS[code][8],
        title,
        label,
        NAMED_BY_A_VERB[code].split()[0],
        f"1. {SAID[code]}",
    )
    assert _headings(read_text("\n\n".join(lines), code))[-1] == NAMED_BY_A_VERB[code].split()[0]
