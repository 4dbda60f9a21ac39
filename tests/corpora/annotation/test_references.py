"""References to paragraphs, with letters and places."""

from __future__ import annotations

import pytest

from tests.support.anchors import values


@pytest.mark.parametrize(
    ("code", "text", "numbers"),
    [
        ("en", "established in paragraphs 19 above and 28 (a) and 29 below", ["19", "28", "29"]),
        ("fr", "visées aux paragraphes 28 a) et 29 i) ci-dessus, et 20 soldats", ["28", "29"]),
        ("es", "los párrafos 5 a), 6 supra y 7", ["5", "6", "7"]),
        ("ru", "в пунктах 19 выше и 28 ниже", ["19", "28"]),
        ("ar", "في الفقرات 19 (أ) إلى 21 أعلاه و 28 أدناه", ["19", "21", "28"]),
        ("ar", "في الفقرات من 13 إلى 18 ومن 32 إلى 44 من هذا القرار", ["13", "18", "32", "44"]),
    ],
)
def test_references_with_letters_and_places(code: str, text: str, numbers: list[str]) -> None:
    assert values(code, text, "reference") == numbers
