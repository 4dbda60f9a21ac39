"""Rows of a library by their keys: the same as its tables give, whether the files can be written or not."""

from __future__ import annotations

import shutil
from pathlib import Path

import polars as pl
import pytest

from reports.library import lookups
from reports.library.concordance import Query, find
from reports.library.index import INDEX
from reports.library.store import Library, open_library, writing
from tests.reports.library.conftest import SIGNATURE, put
from tests.support.library_texts import EARLIER, write_texts

pytestmark = pytest.mark.slow


def rows_of(library: Library) -> dict[str, pl.DataFrame]:
    documents = library.documents["document"]
    paragraphs = library.lookups.paragraphs_of(documents)
    return {
        "paragraphs": paragraphs.sort("document", "place"),
        "texts": library.lookups.bodies(paragraphs["text"]).sort("text"),
        "links": library.lookups.links_of(documents).sort("document", "place"),
    }


def test_the_rows_are_those_of_the_tables(library: Library) -> None:
    for name, rows in rows_of(library).items():
        table = library.table(name).select(rows.columns).collect()
        if name == "links":
            table = table.unique(["document", "place"], keep="last", maintain_order=True)
        assert rows.equals(table.unique(maintain_order=True).sort(rows.columns[:2] if name != "texts" else ["text"]))
        assert not rows.is_empty()
    paragraphs = rows_of(library)["paragraphs"]
    wanted = paragraphs.filter(pl.col("place") % 2 == 1).sample(fraction=1, shuffle=True, seed=3)
    there = library.lookups.paragraphs_at(wanted["document"], wanted["place"]).sort("document", "place")
    assert there.equals(wanted.sort("document", "place"))
    assert library.lookups.paragraphs_at(wanted["document"].clear(), wanted["place"].clear()).is_empty()
    norms = library.table("paragraphs").select("norm").collect()["norm"].unique().head(3)
    found = library.lookups.paragraphs_with(norms)
    assert set(found["norm"]) == set(norms)
    assert library.lookups.paragraphs_with(norms.clear()).is_empty()


def laid(folder: Path) -> set[str]:
    """The segments whose texts lie beside the tables."""
    return {path.parent.parent.name for path in (folder / INDEX).rglob("body.npy")}


def test_without_a_place_to_write_the_rows_are_made_in_memory(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(library.folder, tmp_path / "library", ignore=shutil.ignore_patterns(INDEX))
    before = rows_of(library)
    closed = open_library(tmp_path / "library")

    def fail(*given: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(lookups, "_write", fail)
    monkeypatch.setattr(lookups.os, "access", lambda path, mode: False)
    after = rows_of(closed)
    assert all(after[name].equals(before[name]) for name in before)


def test_what_is_removed_does_not_stay_beside_the_tables(tmp_path: Path) -> None:
    write_texts(tmp_path / "texts")
    put(tmp_path / "library", tmp_path / "texts")
    whole = open_library(tmp_path / "library")
    assert find(whole, Query("technical assistance", "en")).total
    before = laid(tmp_path / "library")
    assert before
    with writing(tmp_path / "library", SIGNATURE) as writer:
        writer.remove(whole.required(EARLIER)["document"].to_list())
    assert not before & laid(tmp_path / "library")
    found = find(open_library(tmp_path / "library"), Query("technical assistance", "en"))
    assert {hit.symbol for hit in found.hits} == {
        h.symbol for h in find(whole, Query("technical assistance", "en")).hits
    } - {EARLIER}
