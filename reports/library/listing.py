"""What a library holds, as tables for people."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from corpora.errors import InputError
from reports.library.store import Library


@dataclass(frozen=True, slots=True)
class Shown:
    """A symbol's documents, a language each, and the paragraphs of one of them."""

    documents: pl.DataFrame
    paragraphs: pl.DataFrame


def filtered(
    documents: pl.DataFrame, *, organ: str | None = None, since: int | None = None, until: int | None = None
) -> pl.DataFrame:
    """The documents of an organ and of some years; those of which the year is not known fall under no year."""
    if organ is not None:
        documents = documents.filter(pl.col("organ").str.to_uppercase() == organ.strip().upper())
    if since is not None:
        documents = documents.filter(pl.col("year") >= since)
    if until is not None:
        documents = documents.filter(pl.col("year") <= until)
    return documents


def listed(
    library: Library, *, organ: str | None = None, since: int | None = None, until: int | None = None
) -> pl.DataFrame:
    """One row a symbol: date, year, organ, languages, title (in English or French where there is one), paragraphs."""
    rows = filtered(library.documents, organ=organ, since=since, until=until)
    likeliest = pl.col("language").replace_strict({"en": 0, "fr": 1}, default=2)
    return (
        rows.sort(likeliest, "language")
        .group_by("symbol", maintain_order=True)
        .agg(
            pl.col("date").drop_nulls().first(),
            pl.col("year").drop_nulls().first(),
            pl.col("organ").first(),
            pl.col("language").sort().str.join(" ").alias("languages"),
            pl.col("title").filter(pl.col("title") != "").first().fill_null(""),
            pl.col("paragraphs").first(),
        )
        .sort(pl.col("date").fill_null(pl.col("year").cast(pl.String)), "symbol", nulls_last=True)
    )


def shown(library: Library, symbol: str, language: str | None) -> Shown:
    """A symbol's documents, and the paragraphs in ``language`` or the first at hand. Raises InputError where it is not there."""
    documents = library.required(symbol)
    codes = documents["language"].to_list()
    code = language or next((c for c in ("en", "fr") if c in codes), codes[0])
    if code not in codes:
        raise InputError(
            str(library.folder), f"holds no {code} version of {symbol}", hint=f"there are {', '.join(codes)}"
        )
    number = documents.filter(pl.col("language") == code)["document"][0]
    paragraphs = library.table("paragraphs").filter(pl.col("document") == number)
    bodies = library.table("texts").select("text", "body").unique("text")
    rows = paragraphs.join(bodies, on="text", how="left").sort("place").collect()
    return Shown(documents, rows.select("place", "id", "kind", "part", "number", "body"))
