"""Rows of CSV files that people write: any kind of line end, and one clear line for what is no CSV."""

from __future__ import annotations

import csv
import io

from corpora.errors import InputError


def csv_rows(name: str, text: str, *, delimiter: str = ",") -> list[list[str]]:
    """The rows of a CSV text; ``name`` is for errors. Raises InputError, with the line, where a cell cannot be told."""
    # A line end that stands alone (carriage return) ends a row as well: old Macintosh programs write it.
    reader = csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter=delimiter)
    try:
        return list(reader)
    except csv.Error as error:
        raise InputError(
            name, f"is no CSV ({error})", place=f"line {reader.line_num}", hint="write it as CSV, UTF-8"
        ) from error
