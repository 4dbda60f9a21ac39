"""The years that a symbol may be of."""

from __future__ import annotations

from corpora.text.symbols import parse_symbol, years_of


def _years(text: str) -> tuple[int, int] | None:
    return years_of(parse_symbol(text))


def test_years_of_symbols() -> None:
    assert _years("E/RES/2002/19") == (2002, 2002) and _years("A/RES/76/1") == (2021, 2022)
    assert _years("217A(III)") == (1948, 1949) and _years("E/CN.15/2002/2") is None
    assert _years("E/RES/2023/201A") is None and _years("A/RES/56/1/Corr.1") is None
