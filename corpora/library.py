"""What is known of other documents: when each was adopted, by symbol.

A library is a folder of documents that Hexapla reads, or a CSV file with the columns ``symbol`` and ``date``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpora.errors import UnusableInputError
from corpora.model import Kind, Resolution
from corpora.readers import decode
from corpora.symbols import canonical_symbol


@dataclass(frozen=True, slots=True)
class Library:
    """``dates`` gives the day of adoption (ISO 8601) of each symbol that is known."""

    dates: Mapping[str, str] = field(default_factory=dict)

    def date_of(self, symbol: str) -> str | None:
        """When a document was adopted, None where that is not known."""
        return self.dates.get(symbol)


def adoption_date(resolution: Resolution) -> str | None:
    """The day on which a resolution was adopted, as its cover or its closing formula says (ISO 8601)."""
    for kind in (Kind.ADOPTION, Kind.CLOSING, Kind.SYMBOL, Kind.TITLE):
        for paragraph in resolution.paragraphs:
            if paragraph.kind is kind:
                for anchor in paragraph.anchors:
                    if anchor.kind == "date" and len(anchor.value) == 10 and anchor.value[0] != "-":
                        return anchor.value
    return None


def read_library(path: Path) -> Library:
    """A CSV file of symbols and dates. Raises UnusableInputError where a line holds neither."""
    rows = list(csv.DictReader(io.StringIO(decode(path))))
    if not rows or not {"symbol", "date"} <= set(rows[0]):
        raise UnusableInputError(
            str(path), "has no columns symbol and date", place="line 1", mend="begin with symbol,date"
        )
    return Library(
        {canonical_symbol(row["symbol"]): row["date"].strip() for row in rows if row["symbol"] and row["date"]}
    )


def library_of(resolutions: Mapping[str, Resolution]) -> Library:
    """The library that documents at hand make, by symbol."""
    found = {symbol: adoption_date(resolution) for symbol, resolution in resolutions.items()}
    return Library({symbol: date for symbol, date in found.items() if date})
