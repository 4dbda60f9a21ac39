"""Citations: where a symbol ends."""

from __future__ import annotations

import pytest

from tests.support.anchors import values


def test_a_word_behind_a_symbol_is_no_letter_of_it() -> None:
    assert values("ru", "принять резолюции 45/55 и 46/36 с поправками;", "citation") == ["A/RES/45/55", "A/RES/46/36"]
    assert values("ar", "القرار 46/36 عن الموضوع؛", "citation") == ["A/RES/46/36"]


@pytest.mark.parametrize(
    ("code", "text", "stated"),
    [
        ("fr", "la décision 1/CP.21, annexe, et la décision 2/CMA.4 ;", ["1/COP.21", "2/CMA.4"]),
        ("en", "decisions 9/CP.19 to 15/CP.19 and 7/COP.13;", ["9/COP.19", "15/COP.19", "7/COP.13"]),
        ("es", "las decisiones 1/CP.21 y 1/CMP.8;", ["1/COP.21", "1/CMP.8"]),
        ("ru", "решение 1/CP.21, приложение, и решение 1/CMA.3;", ["1/COP.21", "1/CMA.3"]),
        (
            "ar",
            "المقرر 1/م أ-21 والمقرر 1/م أ 21 و 1/م أ -21 و 2/م أ ت-4؛",
            ["1/COP.21", "1/COP.21", "1/COP.21", "2/CMA.4"],
        ),
        ("zh", "第1/CP.21号决定，附件，以及第2/CMA.4号决定；", ["1/COP.21", "2/CMA.4"]),
    ],
)
def test_the_decision_of_a_conference_of_parties_is_one_symbol(code: str, text: str, stated: list[str]) -> None:
    assert values(code, text, "citation") == stated
    assert values(code, text, "number") == []


def test_a_word_that_numbers_a_section_in_arabic_is_no_sign_before_the_number() -> None:
    assert values("ar", "بالفقرة رابعا -168 والفقرة رابعا-18 من تقرير اللجنة؛", "number") == ["168", "18"]
    assert values("en", "paragraphs IV.168 and IV.18 of the report;", "number") == ["168", "18"]
    assert values("ar", "درجة حرارة -168 مئوية؛", "number") == ["-168"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "la loi no 21/038 du 5 juillet 2021 ;"), ("en", "order No. 21/038 of 5 July 2021;"), ("ar", "للأمر رقم 038/21 المؤرخ 5 تموز/يوليه 2021؛"),
        ("zh", "2021年7月5日第21/038号命令；"),
    ],
)  # fmt: skip
def test_the_number_of_a_law_is_no_resolution(code: str, text: str) -> None:
    assert values(code, text, "citation") == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh", "第2533(2020)和25853(2021)号决议；"), ("en", "resolutions 2533 (2020) and 25853 (2021);"),
        ("fr", "les résolutions 2533 (2020) et 25853 (2021) ;"), ("ar", "القرارين 2533 (2020) و 25853 (2021)؛"),
    ],
)  # fmt: skip
def test_a_resolution_with_a_figure_too_many_is_cited_all_the_same(code: str, text: str) -> None:
    assert values(code, text, "citation") == ["S/RES/2533(2020)", "S/RES/25853(2021)"]
    assert values("en", "a strength of 12500 (2021) troops;", "citation") == []
