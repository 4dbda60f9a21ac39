"""What the catalogue of the United Nations Digital Library says of a document: title, date and vote from its MARC XML.

Fields as that library uses MARC 21: 191 and 791 $a the symbols of the document and of the resolution that a record of a vote is
about, 245 $a and $b the title, 269 $a the date of publication, 992 $a the date of the action, 996 the vote: $b in favour,
$c against, $d abstaining, or a sentence in $a ("Adopted 141-7-32, 19th plenary meeting"). Dates are ISO 8601, whole or a year and
a month. Subfields are found by these codes wherever they stand; a record may lack any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from corpora.errors import InputError
from corpora.readers.xml import local, parse, words
from corpora.text.symbols import canonical_symbol

_SYMBOLS = ("191", "791")
_DATE = re.compile(r"\d{4}(?:-?\d{2}(?:-?\d{2})?)?")
_VOTE = re.compile(r"(?<![\d/-])(\d{1,3})-(\d{1,3})-(\d{1,3})(?![\d/-])")
_WITHOUT_VOTE = re.compile(r"without (?:a )?vote|by consensus", re.IGNORECASE)
_STATEMENT = re.compile(r"\s*[:/]?\s*(?:resolution|decision|draft resolution)?\s*[/:]?\s*$", re.IGNORECASE)
"""What stands behind a title by the rules of description (ISBD): ": resolution /"."""


@dataclass(frozen=True, slots=True)
class CatalogueRecord:
    """Title, date (ISO 8601, as exact as it is given) and vote of a document; "" and None where the catalogue says nothing.

    ``vote`` is as the catalogue words it; the counts are there where it gives them.
    """

    symbol: str
    title: str = ""
    date: str = ""
    vote: str = ""
    favour: int | None = None
    against: int | None = None
    abstaining: int | None = None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.title, self.date, self.vote) if part)


def catalogue_record(content: bytes, symbol: str, name: str) -> CatalogueRecord:
    """What MARC XML says of a symbol; ``name`` is for errors.

    Several records may be about one document (the text, its vote): each thing is taken from the first that states it.
    Raises InputError where this is no MARC XML, or where none of its records is about the symbol.
    """
    root = parse(name, content, hint="the library may be out of order: ask again later")
    own = [fields for fields in map(_fields, _records(root)) if symbol in _symbols(fields)]
    if not own:
        raise InputError(name, f"the catalogue holds no record of {symbol}")
    dates = (_date(fields, code) for code in ("992", "269") for fields in own)
    date = next((day for day in dates if day), "")
    counts = next((found for fields in own if (found := _counts(fields)) != _NO_COUNTS), _NO_COUNTS)
    vote = next((text for fields in own if (text := _first(fields, "996", "a"))), "")
    if not vote and counts != _NO_COUNTS:
        vote = "-".join(str(count) for count in counts)
    title = next((text for fields in own if (text := _title(fields))), "")
    return CatalogueRecord(symbol, title, date, vote, *counts)


_Counts = tuple[int | None, int | None, int | None]
_NO_COUNTS: _Counts = (None, None, None)
_Fields = list[tuple[str, dict[str, str]]]
"""The fields of a record: its tag, and its subfields by code, the first of each."""


def _records(root: Element) -> Iterator[Element]:
    return (element for element in root.iter() if local(element) == "record")


def _fields(record: Element) -> _Fields:
    found: _Fields = []
    for field in record:
        if local(field) != "datafield":
            continue
        parts: dict[str, str] = {}
        for part in field:
            parts.setdefault(part.get("code", ""), words(part))
        found.append((field.get("tag", ""), parts))
    return found


def _symbols(fields: _Fields) -> set[str]:
    return {canonical_symbol(parts["a"]) for tag, parts in fields if tag in _SYMBOLS and "a" in parts}


def _first(fields: _Fields, tag: str, code: str) -> str:
    return next((parts[code] for own, parts in fields if own == tag and parts.get(code)), "")


def _title(fields: _Fields) -> str:
    parts = [_first(fields, "245", code) for code in "ab"]
    return _STATEMENT.sub("", " ".join(part for part in parts if part))


def _date(fields: _Fields, tag: str) -> str:
    # "[2023]": a date that the cataloguer supplied.
    found = _DATE.match(_first(fields, tag, "a").lstrip("["))
    figures = found.group().replace("-", "") if found else ""
    return "-".join(part for part in (figures[:4], figures[4:6], figures[6:8]) if part)


def _counts(fields: _Fields) -> _Counts:
    """In favour, against, abstaining; what a record of a vote leaves out beside others is none."""
    stated = [_first(fields, "996", code) for code in "bcd"]
    if any(text.isdecimal() for text in stated):
        favour, against, abstaining = (int(text) if text.isdecimal() else 0 for text in stated)
        return favour, against, abstaining
    sentence = _first(fields, "996", "a")
    if (found := _VOTE.search(sentence)) and not _WITHOUT_VOTE.search(sentence):
        return int(found[1]), int(found[2]), int(found[3])
    return _NO_COUNTS
