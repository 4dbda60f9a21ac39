"""The mandates of a record in files: Parquet, CSV, JSON, XLSX, iCalendar; requests that look like one made twice, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from corpora.errors import InputError
from corpora.io import write_whole
from reports.exporters.calendar import Due, calendar_of_dues
from reports.exporters.tables import table_bytes
from reports.library.mandates import Duplicate

SUFFIXES = (".parquet", ".csv", ".json", ".xlsx", ".ics")
_SIDE = ("symbol", "date", "title", "paragraph", "addressee", "report_to", "due", "due_words", "text")


def check_suffix(path: Path) -> None:
    """Raise InputError for a file that mandates cannot be written to."""
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(str(path), f"no format {path.suffix!r}", hint=f"use {', '.join(SUFFIXES)}")


def write_mandates(table: pl.DataFrame, path: Path, ui: str) -> None:
    """Write a table of mandates in the format of the suffix. Raises InputError for another."""
    write_whole(path, mandates_bytes(table, path, ui))


def mandates_bytes(table: pl.DataFrame, path: Path, ui: str) -> bytes:
    """A table of mandates in the format of the suffix of ``path``. Raises InputError for another."""
    check_suffix(path)
    if path.suffix.lower() == ".ics":
        return calendar_of_dues(_dues(table), ui)
    if path.suffix.lower() == ".xlsx":
        from reports.exporters.workbook import table_workbook

        return table_workbook(table, "mandates")
    return table_bytes(table, path)


def _dues(table: pl.DataFrame) -> Iterator[Due]:
    """What is asked for: each sort of a mandate; of mandates that ask for no deliverable, those with a day."""
    for row in table.iter_rows(named=True):
        for sort in (row["asks"] or "").split():
            for due in (row["dues"] or "").split() or [row["due"]]:
                yield Due(
                    kind=sort,
                    symbol=row["symbol"],
                    mandate=row["mandate"],
                    text=row["text"],
                    addressee=row["addressee"],
                    due=due,
                    due_words=row["due_words"],
                    every_days=row["every_days"] or 0,
                    every_months=row["every_months"] or 0,
                )


def duplicate_table(found: Sequence[Duplicate]) -> pl.DataFrame:
    """One row a pair: the likeness of their matter and of their words, then both requests."""
    schema: dict[str, type[pl.DataType]] = {"matter_alike": pl.Float64, "words_alike": pl.Float64}
    schema |= {f"{side}_{name}": pl.String for side in ("first", "second") for name in _SIDE}
    rows = [(d.alike, d.words, *(side[name] for side in (d.first, d.second) for name in _SIDE)) for d in found]
    return pl.DataFrame(rows, schema=schema, orient="row")
