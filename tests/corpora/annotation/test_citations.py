"""Citations: where a symbol ends."""

from __future__ import annotations

from tests.support.anchors import values


def test_a_word_behind_a_symbol_is_no_letter_of_it() -> None:
    assert values("ru", "принять резолюции 45/55 и 46/36 с поправками;", "citation") == ["A/RES/45/55", "A/RES/46/36"]
    assert values("ar", "القرار 46/36 عن الموضوع؛", "citation") == ["A/RES/46/36"]
