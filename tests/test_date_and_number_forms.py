"""Forms met in adopted resolutions: cases, glued days, months that share a year, numbers with the article."""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from reports.checks.drift.d305_qualifier import hinted
from reports.comparison import Cell

OPENINGS = {
    "fr": "Le Conseil de sécurité,\n\n1. *Décide* ",
    "en": "The Security Council,\n\n1. *Decides* ",
    "es": "El Consejo de Seguridad,\n\n1. *Decide* ",
    "ru": "Совет Безопасности,\n\n1. *постановляет* ",
    "ar": "إن مجلس الأمن،\n\n1 - يقرر ",
    "zh": "安全理事会，\n\n1. 决定",
}


def values(code: str, text: str, kind: str) -> list[str]:
    paragraph = read_text(OPENINGS[code] + text, code, "x.md").paragraph("op1")
    return [a.value for a in paragraph.anchors if a.kind == kind]


@pytest.mark.parametrize(
    ("code", "text", "dates"),
    [
        ("fr", "que, de septembre à décembre 2018, les actes commis …;", ["2018-09", "2018-12"]),
        ("en", "that the clashes in February and April 2021 …;", ["2021-02", "2021-04"]),
        ("es", "que los enfrentamientos de febrero y abril de 2021 …;", ["2021-02", "2021-04"]),
        ("ru", "завершить обзор к июню 2022 года;", ["2022-06"]),
        ("ru", "что столкновения в феврале и апреле 2021 года …;", ["2021-02", "2021-04"]),
        ("ar", "في شباط/فبراير ونيسان/أبريل 2021؛", ["2021-02", "2021-04"]),
        ("zh", "2018年9月至12月的行为；", ["2018-09", "2018-12"]),
        ("en", "to extend its mandate until 31January 2021;", ["2021-01-31"]),
        ("fr", "que le rapport de mai sera présenté en juin 2019;", ["2019-06"]),
    ],
)
def test_dates(code: str, text: str, dates: list[str]) -> None:
    assert values(code, text, "date") == dates


@pytest.mark.parametrize(
    ("code", "text", "numbers"),
    [
        ("ar", "أن يقدم تقريرا في غضون أحد عشر شهرا؛", ["11"]),
        ("ar", "الشروع في جميع المشاريع الستة عشر؛", ["16"]),
        ("en", "that the COVID19 pandemic …;", []),
        ("fr", "que la maladie à coronavirus 2019 (COVID-19) …;", []),
    ],
)
def test_numbers(code: str, text: str, numbers: list[str]) -> None:
    assert values(code, text, "number") == numbers


def test_the_adoption_line_is_no_recital() -> None:
    text = "Adopted by the Security Council on 27 April 2021\n\nThe Security Council,\n\n*Recalling* its resolutions,\n\n1. *Decides* to remain seized.\n"
    document = read_text(text, "en", "x.md")
    below = read_text(
        text.replace("Adopted by the Security Council on 27 April 2021\n\n", "").replace(
            "Council,\n\n", "Council,\n\nAdopted by the Security Council on 27 April 2021\n\n*\n\n", 1
        ),
        "en",
        "x.md",
    )
    for found in (document, below):
        assert [p.id for p in found.paragraphs if p.id.startswith(("pp", "op"))] == ["pp1", "op1"]
        assert any(str(p.kind) == "adoption" for p in found.paragraphs)


@pytest.mark.parametrize(
    ("code", "text", "value", "expected"),
    [
        ("en", "provide assistance when the State so requests in writing;", "on_request", True),
        ("en", "provide assistance to States;", "on_request", False),
        ("fr", "que ceux qui le souhaitent peuvent rentrer;", "voluntary", True),
        ("zh", "在接获会员国申请时提供援助；", "on_request", True),
    ],
)
def test_hints_of_a_qualifier_leave_the_verbs_out(code: str, text: str, value: str, expected: bool) -> None:
    document = read_text(OPENINGS[code] + text, code, "x.md")
    assert hinted(Cell(document, (document.paragraph("op1"),)), value) is expected


def test_a_verb_of_request_is_no_hint() -> None:
    document = read_text("The Council,\n\n1. *Requests* the Secretary-General to provide assistance;\n", "en", "x.md")
    assert not hinted(Cell(document, (document.paragraph("op1"),)), "on_request")
