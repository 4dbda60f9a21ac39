"""The years that a symbol may be of."""

from __future__ import annotations

from corpora.text.symbols import years_of


def test_years_of_symbols() -> None:
    assert years_of("E/RES/2002/19") == (2002, 2002) and years_of("A/RES/76/1") == (2021, 2022)
    assert years_of("217A(III)") == (1948, 1949) and years_of("E/CN.15/2002/2") is None
