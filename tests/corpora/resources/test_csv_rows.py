"""CSV files as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.errors import InputError
from corpora.resources.adoption_dates import read_adoption_dates
from corpora.resources.csv_rows import csv_rows
from corpora.resources.glossary import read_glossary
from corpora.text.symbols import parse_symbol
from corpora.values import Date


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_ends_a_row(end: str, tmp_path: Path) -> None:
    (tmp_path / "dates.csv").write_bytes(end.join(["symbol,date", "A/RES/1/1,1946-01-24", ""]).encode())
    assert read_adoption_dates(tmp_path / "dates.csv").dates == {parse_symbol("A/RES/1/1"): Date(1946, 1, 24)}
    (tmp_path / "terms.csv").write_bytes(end.join(["fr,en", "État,State", ""]).encode())
    assert [term.admitted["en"] for term in read_glossary(tmp_path / "terms.csv")] == [("State",)]


def test_a_cell_that_is_too_large_is_refused_with_its_line() -> None:
    with pytest.raises(InputError, match=r"x\.csv, line 2: is no CSV"):
        csv_rows("x.csv", "symbol,date\n" + "9" * 200_000 + ",1946-01-24\n")


def test_what_is_no_day_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    path.write_text("symbol,date\nA/RES/1/1,1946-01-24\nA/RES/1/2,spring 1946\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"line 3: 'spring 1946' is no day; write days as 2002-07-24"):
        read_adoption_dates(path)
