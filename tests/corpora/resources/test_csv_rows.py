"""CSV files as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.errors import InputError
from corpora.resources.adoption_dates import read_adoption_dates
from corpora.resources.csv_rows import csv_rows
from corpora.resources.glossary import read_glossary


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_ends_a_row(end: str, tmp_path: Path) -> None:
    (tmp_path / "dates.csv").write_bytes(end.join(["symbol,date", "A/RES/1/1,1946-01-24", ""]).encode())
    assert read_adoption_dates(tmp_path / "dates.csv").date_of("A/RES/1/1") == "1946-01-24"
    (tmp_path / "terms.csv").write_bytes(end.join(["fr,en", "État,State", ""]).encode())
    assert [term.admitted["en"] for term in read_glossary(tmp_path / "terms.csv")] == [("State",)]


def test_a_cell_that_is_too_large_is_refused_with_its_line() -> None:
    with pytest.raises(InputError, match=r"x\.csv, line 2: is no CSV"):
        csv_rows("x.csv", "symbol,date\n" + "9" * 200_000 + ",1946-01-24\n")
