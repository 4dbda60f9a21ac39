"""Whether a resolution of the Security Council can have a number and a year: they are numbered through, year after year."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from corpora.values import DocumentSymbol, SymbolType


@lru_cache(maxsize=1)
def spans_of_years() -> Mapping[int, tuple[int, int]]:
    """The least and the greatest number that is known of each year; council_numbers.toml says from which record."""
    table = tomllib.loads((files(__package__) / "council_numbers.toml").read_text(encoding="utf-8"))
    return {int(year): (int(least), int(greatest)) for year, (least, greatest) in table["years"].items()}


def can_be(number: int, year: int) -> bool:
    """Whether the number comes after those of earlier years and before those of later ones, as far as these are known."""
    return all(
        (other >= year or greatest < number) and (other <= year or number < least)
        for other, (least, greatest) in spans_of_years().items()
    )


def is_no_resolution(symbol: DocumentSymbol) -> bool:
    """Whether a symbol names a resolution of the Council by a number and a year that cannot belong together."""
    named = symbol.type is SymbolType.RESOLUTION and symbol.body == "S" and symbol.has_session_in_brackets
    if not named or not (symbol.number.isdecimal() and symbol.session.isdecimal()):
        return False
    return not can_be(int(symbol.number), int(symbol.session))
