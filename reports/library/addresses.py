"""How people find the paragraphs of a library's documents, from what its tables hold of them; the texts are not read again for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import polars as pl

from corpora.model import Address, Kind, Paragraph, Part, Resolution, Span, Step
from corpora.structure.addresses import address_of
from reports.library.store import Library

_ACT = "#"
"""What stands before the place of a mandate among those of its paragraph, in its id."""
_NOWHERE = Span(0, 0)
_COLUMNS = ("document", "place", "id", "kind", "part", "number", "parent")


class AddressBook:
    """The addresses of paragraphs and mandates of some documents, each a symbol in a language."""

    def __init__(self, library: Library, symbols: Collection[str], language: str) -> None:
        documents = library.documents.filter(
            pl.col("symbol").is_in(list(symbols)) & (pl.col("language") == language)
        ).select("document", "symbol")
        rows = (
            library.table("paragraphs")
            .filter(pl.col("document").is_in(documents["document"].implode()))
            .select(_COLUMNS)
            .collect()
            .join(documents, on="document")
            .sort("document", "place")
        )
        self._outlines: Mapping[str, Resolution] = {
            str(part["symbol"][0]): _outline(part, language) for part in rows.partition_by("symbol")
        }

    def find(self, symbol: str, name: str) -> Address:
        """Where people find a paragraph or a mandate by its id; an address without steps where it is not known."""
        outline = self._outlines.get(symbol)
        paragraph, mark, place = name.partition(_ACT)
        if outline is None:
            return Address(name)
        steps = address_of(outline, paragraph).steps
        if mark and place.isdecimal() and int(place) > 1 and steps:
            steps = (*steps, Step("act", count=int(place)))
        return Address(name, steps)


def _outline(rows: pl.DataFrame, language: str) -> Resolution:
    """A document without its words: kinds, numbers, and what stands below what."""
    paragraphs = tuple(
        Paragraph(
            id=row["id"],
            kind=Kind(row["kind"]),
            number=row["number"],
            text="",
            span=_NOWHERE,
            offsets=(),
            part=Part(row["part"]),
            language=language,
            parent=row["parent"],
        )
        for row in rows.iter_rows(named=True)
        if Kind(row["kind"]) is not Kind.FOOTNOTE
    )
    return Resolution(name="", source="", language=language, symbol=None, organ=None, title="", paragraphs=paragraphs)
