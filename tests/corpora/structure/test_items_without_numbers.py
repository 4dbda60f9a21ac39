"""Items of lists that open with a dash, a bullet or "a." are items, in every language."""

from __future__ import annotations

import pytest

from corpora.languages import language
from corpora.model import Kind
from corpora.reading import read_text
from corpora.text.numbering import dotted_letter, list_sign

FRAMES = {
    "fr": "Le Conseil de sécurité,\n\nRappelant la Charte,\n\n1. Décide :\n\n{}\n\n2. Prie les États de coopérer.\n",
    "en": "The Security Council,\n\nRecalling the Charter,\n\n1. Decides:\n\n{}\n\n2. Requests States to cooperate.\n",
    "es": "El Consejo de Seguridad,\n\nRecordando la Carta,\n\n1. Decide:\n\n{}\n\n2. Solicita a los Estados que cooperen.\n",
    "ru": "Совет Безопасности,\n\nссылаясь на Устав,\n\n1. постановляет:\n\n{}\n\n2. просит государства сотрудничать.\n",
    "ar": "إن مجلس الأمن،\n\nإذ يشير إلى الميثاق،\n\n1 - يقرر:\n\n{}\n\n2 - يطلب إلى الدول أن تتعاون.\n",
    "zh": "安全理事会，\n\n回顾《宪章》，\n\n1. 决定：\n\n{}\n\n2. 请各国合作。\n",
}
WORDS = {
    "fr": ("la police ;", "les civils ;", "les routes ;"),
    "en": ("the police;", "the civilians;", "the roads;"),
    "es": ("la policía;", "los civiles;", "las carreteras;"),
    "ru": ("полиция;", "гражданские лица;", "дороги;"),
    "ar": ("الشرطة؛", "المدنيون؛", "الطرق؛"),
    "zh": ("警察；", "平民；", "道路；"),
}


def _items(code: str, *marks: str) -> list[tuple[str, str | None, str | None]]:
    body = "\n\n".join(mark + word for mark, word in zip(marks, WORDS[code], strict=False))
    document = read_text(FRAMES[code].format(body), code, f"{code}.md")
    assert [p.id for p in document.paragraphs if p.kind is Kind.OPERATIVE] == ["op1", "op2"]
    return [(p.id, p.label, p.parent) for p in document.paragraphs if p.kind is Kind.ITEM]


@pytest.mark.parametrize("code", FRAMES)
@pytest.mark.parametrize("sign", ["– ", "- ", "— ", "—— ", "——", "• ", "▪", "·", "○ ", "□"])
def test_dashes_and_bullets_are_counted(code: str, sign: str) -> None:
    wanted = [(f"op1.dash{n}", f"dash{n}", "op1") for n in (1, 2, 3)]
    assert _items(code, sign, sign, sign) == wanted


@pytest.mark.parametrize("code", FRAMES)
def test_letters_with_a_point(code: str) -> None:
    assert _items(code, "a. ", "b. ", "c. ") == [(f"op1.{n}", n, "op1") for n in "abc"]
    assert [item[1] for item in _items(code, "a. ", "c. ")] == ["a", "c"]  # The one between is missing.


@pytest.mark.parametrize("code", FRAMES)
def test_figures_in_circles(code: str) -> None:
    assert _items(code, "① ", "② ", "③") == [(f"op1.{n}", n, "op1") for n in "123"]


def test_a_letter_of_arabic_is_printed_with_a_stroke_behind_it() -> None:
    mark = dotted_letter("هـ. الطرق", language("ar"))
    assert mark is not None and ("letter", 5) in mark.readings


def test_dashes_below_a_letter_and_letters_again() -> None:
    assert [item[0] for item in _items("en", "(a) ", "– ", "– ")] == ["op1.a", "op1.a.dash1", "op1.a.dash2"]


def test_a_dash_or_an_initial_alone_makes_no_list() -> None:
    assert _items("en", "– ") == [] and _items("en", "a. ") == []
    assert list_sign("-5 degrees") is None and list_sign("– five") == "–" and list_sign("•five") == "•"
    assert dotted_letter("A. Annan was there", language("en")) is None
