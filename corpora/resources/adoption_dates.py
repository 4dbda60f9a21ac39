"""What is known of other documents: when each was adopted, by symbol.

A library is a folder of documents that Hexapla reads, or a CSV file with the columns ``symbol`` and ``date``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.readers import decode
from corpora.resources.csv_rows import csv_rows
from corpora.structure.adoption import adoption_date
from corpora.text.symbols import canonical_symbol


@dataclass(frozen=True, slots=True)
class AdoptionDates:
    """``dates`` gives the day of adoption (ISO 8601) of each symbol that is known."""

    dates: Mapping[str, str] = field(default_factory=dict)

    def date_of(self, symbol: str) -> str | None:
        """When a document was adopted, None where that is not known."""
        return self.dates.get(symbol)


def read_adoption_dates(path: Path) -> AdoptionDates:
    """A CSV file of symbols and dates. Raises InputError where a line holds neither."""
    heads, *rows = csv_rows(str(path), decode(path)) or [[]]
    if not rows or not {"symbol", "date"} <= set(heads):
        raise InputError(str(path), "has no columns symbol and date", place="line 1", hint="begin with symbol,date")
    symbol, date = heads.index("symbol"), heads.index("date")
    whole = (row for row in rows if len(row) > max(symbol, date) and row[symbol] and row[date])
    return AdoptionDates({canonical_symbol(row[symbol]): row[date].strip() for row in whole})


def adoption_dates_of(resolutions: Mapping[str, Resolution]) -> AdoptionDates:
    """The library that documents at hand make, by symbol."""
    found = {symbol: adoption_date(resolution) for symbol, resolution in resolutions.items()}
    return AdoptionDates({symbol: str(date) for symbol, date in found.items() if date})
