"""Numbers with the article, and figures inside names."""

from __future__ import annotations

import pytest

from tests.support.anchors import values


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
