"""What is known of other documents: when each was adopted, by symbol.

A library is a folder of documents that Hexapla reads, or a CSV file with the columns ``symbol`` and ``date``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.readers import decode
from corpora.resources.csv_rows import csv_rows
from corpora.structure.adoption import adoption_date
from corpora.text.symbols import parse_symbol
from corpora.values import Date, DocumentSymbol


@dataclass(frozen=True, slots=True)
class AdoptionDates:
    """``dates`` gives the day of adoption of each document that is known."""

    dates: Mapping[DocumentSymbol, Date] = field(default_factory=dict)

    def date_of(self, symbol: DocumentSymbol) -> Date | None:
        """When a document was adopted, None where that is not known."""
        return self.dates.get(symbol)


def dates_of_rows(rows: Iterable[tuple[str, str]]) -> AdoptionDates:
    """What rows of a symbol and a day in ISO 8601 say; those whose day is none, or is not said, are left out."""
    found = {}
    for symbol, day in rows:
        with suppress(ValueError):
            found[parse_symbol(symbol)] = Date.read(day)
    return AdoptionDates(found)


def read_adoption_dates(path: Path) -> AdoptionDates:
    """A CSV file of symbols and dates. Raises InputError where its head names neither, or a line has what is no day."""
    heads, *rows = csv_rows(str(path), decode(path)) or [[]]
    if not rows or not {"symbol", "date"} <= set(heads):
        raise InputError(str(path), "has no columns symbol and date", place="line 1", hint="begin with symbol,date")
    symbol, date = heads.index("symbol"), heads.index("date")
    found = {}
    for number, row in enumerate(rows, 2):
        if len(row) > max(symbol, date) and row[symbol] and row[date]:
            found[parse_symbol(row[symbol])] = _day(path, number, row[date].strip())
    return AdoptionDates(found)


def _day(path: Path, number: int, text: str) -> Date:
    try:
        return Date.read(text)
    except ValueError as error:
        hint = "write days as 2002-07-24"
        raise InputError(str(path), f"{text!r} is no day", place=f"line {number}", hint=hint) from error


def adoption_dates_of(resolutions: Mapping[str, Resolution]) -> AdoptionDates:
    """The library that documents at hand make, by symbol."""
    found = {symbol: adoption_date(resolution) for symbol, resolution in resolutions.items()}
    return AdoptionDates({parse_symbol(symbol): date for symbol, date in found.items() if date})
