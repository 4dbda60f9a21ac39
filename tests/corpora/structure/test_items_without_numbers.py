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


_HEADS = {
    "fr": ("Le Conseil de sécurité,", "1. *Décide* :", "2. *Prie* les États de coopérer."), "en": ("The Security Council,", "1. *Decides*:", "2. *Requests* States to cooperate."),
    "es": ("El Consejo de Seguridad,", "1. *Decide*:", "2. *Solicita* a los Estados que cooperen."), "ru": ("Совет Безопасности,", "1. *постановляет*:", "2. *просит* государства сотрудничать."),
    "ar": ("إن مجلس الأمن،", "1 - *يقرر*:", "2 - *يطلب* إلى الدول أن تتعاون."), "zh": ("安全理事会，", "1. *决定*：", "2. *请*各国合作。"),
}  # fmt: skip
_POINTS = {
    "fr": ("de former ;", "de protéger ;", "de déminer."), "en": ("to train;", "to protect;", "to clear."), "es": ("formar;", "proteger;", "desminar."),
    "ru": ("обучать;", "защищать;", "разминировать."), "ar": ("التدريب؛", "الحماية؛", "إزالة الألغام."), "zh": ("培训；", "保护；", "清除。"),
}  # fmt: skip


@pytest.mark.parametrize("code", _HEADS)
@pytest.mark.parametrize(
    ("marks", "places"),
    [
        (("1.1 ", "1.2 ", "1.3 "), ["op1.1", "op1.2", "op1.3"]),
        (("1.1. ", "1.3. ", "1.4. "), ["op1.1", "op1.3", "op1.4"]),
        (("1.1 ", "1.1.1 ", "1.1.2 "), ["op1.1", "op1.1.1", "op1.1.2"]),
        (("1.1.1 ", "1.1.2 ", "1.2.1 "), ["op1.1.1", "op1.1.2", "op1.2.1"]),
        (("1-1 ", "1-2 ", "1-3 "), ["op1.1", "op1.2", "op1.3"]),
    ],
)
def test_points_that_are_numbered_below_their_paragraph_are_items(
    code: str, marks: tuple[str, ...], places: list[str]
) -> None:
    organ, head, last = _HEADS[code]
    for between in ("\n\n", "\n"):
        points = between.join(mark + text for mark, text in zip(marks, _POINTS[code], strict=True))
        found = read_text(f"{organ}\n\n{head}{between}{points}\n\n{last}\n", code, "x.md")
        assert [p.id for p in found.paragraphs if p.kind is Kind.ITEM] == places
        assert [p.text for p in found.paragraphs if p.kind is Kind.ITEM] == list(_POINTS[code])
        assert found.paragraphs[-1].id == "op2"


@pytest.mark.parametrize("line", ["1.5 million people;", "2.1 to train;", "1.1 per cent;"])
def test_a_figure_that_opens_a_line_numbers_nothing(line: str) -> None:
    found = read_text(f"The Security Council,\n\n1. *Decides*:\n\n{line}\n\nto protect;\n", "en", "x.md")
    assert Kind.ITEM not in {p.kind for p in found.paragraphs}


def test_dotted_letters_on_lines_of_their_own_are_items() -> None:
    for code, (organ, head, last) in _HEADS.items():
        letters = "أبج" if code == "ar" else "abc"
        points = "\n".join(f"{mark}. {text}" for mark, text in zip(letters, _POINTS[code], strict=True))
        found = read_text(f"{organ}\n\n{head}\n{points}\n\n{last}\n", code, "x.md")
        assert [p.id for p in found.paragraphs if p.kind is Kind.ITEM] == ["op1.a", "op1.b", "op1.c"]
