"""Tables of the learned data are the same whether they come from their Parquet file or from the cache."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from align import unpacked
from align.unpacked import columns_of, words_in

TABLE = pl.DataFrame(
    {
        "word": ["paix", "мир", "paix", "سلام"],
        "count": [3, 1, 2, 5],
        "shares": [[1, 2], [3, 4], [5, 6], [7, 8]],
    },
    schema={"word": pl.String, "count": pl.Int32, "shares": pl.Array(pl.UInt8, 2)},
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of three columns, and a cache of its own."""
    monkeypatch.setenv("HEXAPLA_CACHE", str(tmp_path / "cache"))
    TABLE.write_parquet(tmp_path / "some.parquet")
    return tmp_path / "some.parquet"


def same(columns: unpacked.Columns) -> bool:
    words = words_in(columns, "word")
    return (
        words == ["paix", "мир", "سلام"]
        and [words[number] for number in columns["word"]] == TABLE["word"].to_list()
        and columns["count"].tolist() == [3, 1, 2, 5]
        and np.array_equal(columns["shares"], [[1, 2], [3, 4], [5, 6], [7, 8]])
    )


def test_a_table_is_unpacked_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert same(columns_of(file))
    monkeypatch.setattr(unpacked, "_unpacked", lambda content: pytest.fail("unpacked again"))
    assert same(columns_of(file))


def test_a_damaged_or_older_table_of_the_cache_is_made_again(file: Path) -> None:
    columns_of(file)
    (kept,) = (file.parent / "cache" / "tables").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] + b"x")
    assert same(columns_of(file))
    TABLE.head(1).write_parquet(file)
    assert columns_of(file)["count"].tolist() == [3]


def test_without_a_cache_nothing_is_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEXAPLA_CACHE", "off")
    assert same(columns_of(file)) and not (file.parent / "cache").exists()
