"""Texts of a library as resolutions again, read from the files that it keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.reading import read_resolutions_in
from reports.library.store import Library


def read_from(library: Library, symbol: str, language: str) -> Resolution:
    """A version of a resolution. Raises InputError where the library lacks it."""
    rows = library.required(symbol)
    found = rows.filter(pl.col("language") == language)
    if found.is_empty():
        codes = ", ".join(rows["language"])
        raise InputError(str(library.folder), f"holds no {language} version of {symbol}", hint=f"there are {codes}")
    ((known, part, sha),) = found.select("symbol", "part", "sha256").head(1).iter_rows()
    name, content = library.source(sha)
    resolution: Resolution = read_resolutions_in(name, content, language)[part]
    # In what is printed a text of the library is known by its symbol, wherever its file came from.
    return replace(resolution, name=f"{known} ({language})")


def versions_from(library: Library, symbol: str, languages: Sequence[str] = ()) -> dict[str, Resolution]:
    """The versions of a resolution by language, those of ``languages`` that there are; all where none are named."""
    there = library.required(symbol)["language"].to_list()
    return {code: read_from(library, symbol, code) for code in (languages or there) if code in there}
