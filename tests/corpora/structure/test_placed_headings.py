"""Headings of plain texts, which nothing but their place tells. Specimens, not UN documents."""

from __future__ import annotations

import pytest

from corpora.model import Kind
from corpora.reading import read_text

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
    assert [p.text for p in found.paragraphs if p.kind is Kind.HEADING] == [*heads, inner, title, section]
    assert [p.id for p in found.paragraphs if p.kind is Kind.ITEM] == ["op1.a", "op1.b"]


@pytest.mark.parametrize("code", TEXTS)
def test_what_has_no_mark_at_its_end_but_an_act_is_none(code: str) -> None:
    formula, recital, *_ = TEXTS[code]
    act = TEXTS[code][4][:-1]
    found = read_text("\n\n".join((formula, recital, f"1. {act};", act, f"2. {act};")), code)
    assert not [p for p in found.paragraphs if p.kind is Kind.HEADING]
