"""The tables of a workbook as rows of words: Excel's (.xlsx) and OpenDocument's (.ods), as a colleague's program saves them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import openpyxl

from corpora.errors import InputError
from corpora.readers.archive import Archive

SUFFIXES = (".xlsx", ".ods")
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_WIDEST = 64
"""Columns of an OpenDocument table that are looked at: a repeated empty cell may stand for a million."""
Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its title, and its rows with their numbers as the program counts them."""

    title: str
    rows: list[Row]


def sheets_of(path: Path) -> list[Sheet]:
    """The tables of a workbook. Raises InputError where it is none."""
    problem = InputError(str(path), "is no workbook", hint="give the .xlsx that Hexapla exported")
    try:
        return list(_open_document(path) if path.suffix.lower() == ".ods" else _excel(path))
    except InputError as error:
        raise problem from error
    except Exception as error:
        # A workbook that was damaged inside breaks openpyxl in many ways, when it is opened or row by row.
        raise problem from error


def _excel(path: Path) -> Iterator[Sheet]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            rows = enumerate(sheet.iter_rows(values_only=True), 1)
            yield Sheet(sheet.title, [(number, [_said(value) for value in values]) for number, values in rows])
    finally:
        book.close()


def _said(value: object) -> str:
    return str(value).strip() if value is not None else ""


def _open_document(path: Path) -> Iterator[Sheet]:
    root = Archive(str(path), path.read_bytes()).xml_of("content.xml")
    for table in root.iter(f"{_TABLE}table"):
        rows, number = [], 1
        for row in table.iter(f"{_TABLE}table-row"):
            cells = _cells(row)
            if any(cells):
                rows.append((number, cells))
            number += _repeated(row, "rows")
        yield Sheet(table.get(f"{_TABLE}name", ""), rows)


def _cells(row: Element) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if cell.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell") and len(cells) < _WIDEST:
            lines = ["".join(line.itertext()) for line in _lines(cell)]
            cells += ["\n".join(lines).strip()] * min(_repeated(cell, "columns"), _WIDEST - len(cells))
    return cells


def _lines(cell: Element) -> Iterator[Element]:
    """The lines of a cell; a note on it is no word of it."""
    yield from (child for child in cell if child.tag == f"{_TEXT}p")


def _repeated(element: Element, what: str) -> int:
    said = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(said) if said.isascii() and said.isdecimal() else 1
