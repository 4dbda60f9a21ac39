"""The tables of a library: their columns, and how a text is known again.

All are Parquet files, and the only truth: whatever else a library holds is made from them. Each distinct text stands once, under a
hash; a second hash, of the text as it is compared, tells that two texts differ in print alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import polars as pl

from corpora.text.folding import one_line
from corpora.text.punctuation import PAUSES

TableSchema = Mapping[str, pl.DataType | type[pl.DataType]]
_STRING = pl.String

DOCUMENTS: TableSchema = {
    "document": pl.UInt32,  # its number in the library, never given twice
    "symbol": _STRING,  # or the file's name, where it states none
    "language": _STRING,
    "organ": _STRING,
    "title": _STRING,
    "title_key": pl.UInt64,
    "date": _STRING,  # of adoption or issue, ISO 8601
    "year": pl.Int32,
    "session": _STRING,
    "name": _STRING,  # the file that it came from
    "part": pl.UInt32,  # its place among the resolutions of that file
    "sha256": _STRING,  # of that file
    "program": _STRING,  # the signature of the program that read it
    "paragraphs": pl.UInt32,
}
SOURCES: TableSchema = {"sha256": _STRING, "name": _STRING, "language": _STRING, "date": _STRING, "content": pl.Binary}
PARAGRAPHS: TableSchema = {
    "document": pl.UInt32,
    "place": pl.UInt32,  # in the document, from 0, footnotes last
    "id": _STRING,
    "kind": _STRING,
    "part": _STRING,
    "number": _STRING,
    "parent": _STRING,
    "verb": _STRING,  # the concept of the opening verb
    "text": pl.UInt64,
    "norm": pl.UInt64,
}
TEXTS: TableSchema = {"text": pl.UInt64, "norm": pl.UInt64, "language": _STRING, "body": _STRING}
ANCHORS: TableSchema = {
    "text": pl.UInt64,
    "kind": _STRING,
    "form": _STRING,
    "start": pl.UInt32,
    "end": pl.UInt32,
    "firm": pl.Boolean,
}
MANDATES: TableSchema = {
    "document": pl.UInt32,
    "mandate": _STRING,
    "place": pl.UInt32,  # of its paragraph
    "paragraph": _STRING,
    "kind": _STRING,
    "force": pl.Int32,
    "verb": _STRING,
    "addressee": _STRING,
    "addressee_key": _STRING,
    "asks": _STRING,  # the sorts of deliverables, joined by spaces
    "action": _STRING,
    "report_to": _STRING,
    "report_to_key": _STRING,
    "due": _STRING,  # a day, ISO 8601
    "dues": _STRING,  # all days, where the text names several, joined by spaces; since version 2
    "due_words": _STRING,
    "every_days": pl.Int32,
    "every_months": pl.Int32,
    "until": _STRING,  # the day on which its term ends, ISO 8601
    "duration": _STRING,
    "review": _STRING,
    "resources": _STRING,
    "text": _STRING,
    "norm": pl.UInt64,
}
LINKS: TableSchema = {"document": pl.UInt32, "place": pl.UInt32, "row": pl.UInt32}

TABLES: Mapping[str, TableSchema] = {
    "documents": DOCUMENTS,
    "sources": SOURCES,
    "paragraphs": PARAGRAPHS,
    "texts": TEXTS,
    "anchors": ANCHORS,
    "mandates": MANDATES,
    "links": LINKS,
}


def hash_of(*parts: str) -> int:
    """A 64-bit hash of some texts, the same on every machine."""
    digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "little")


def as_compared(text: str) -> str:
    """A text as it is compared: folded, in one line, without the mark at its end, since a clause may close a list or not."""
    return one_line(text).rstrip(" " + PAUSES)


def norm_of(text: str, language: str) -> int:
    """The hash under which a text recurs."""
    return hash_of(language, as_compared(text))


def empty(name: str) -> pl.DataFrame:
    """A table without rows."""
    return pl.DataFrame(schema=dict(TABLES[name]))
