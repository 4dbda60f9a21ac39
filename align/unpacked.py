"""Tables of the learned data as arrays: unpacked once, then mapped from the cache.

The files are Parquet, which only Polars reads; to load that costs more than all the tables together, and a command that compares words
needs nothing else of it. As the encoder's weights are, the tables are kept in the cache under their checksum.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.encoders import sealed
from align.manifest import read_verified
from corpora.system.cache import cache_folder

Columns = dict[str, NDArray[Any]]
_LAYOUT = "columns-1"
"""The ending of the files, which tells apart what another version of this module wrote."""
_WORDS = " words"
"""What is added to the name of a column of words for the words themselves, parted by line feeds, as bytes."""


def columns_of(path: Path) -> Columns:
    """The columns of a data file by name: (rows,), or (rows, width) where each row has a list of ``width`` values.

    A column of words is the numbers of its distinct words, in the order in which they come (``words_in`` has the words). Raises
    InputError where the file is not the one that the manifest names.
    """
    content = read_verified(path)
    digest, folder = hashlib.sha256(content).hexdigest(), cache_folder()
    place = folder / "tables" / f"{path.stem}-{digest[:16]}.{_LAYOUT}" if folder else None
    kept = sealed.load(place, digest, mapped=True) if place else None
    if kept is not None:
        return kept
    found = _unpacked(content)
    if place:
        sealed.keep(place, found, digest)
    return found


def words_in(columns: Columns, name: str) -> list[str]:
    """The distinct words of a column of words."""
    text = bytes(columns[name + _WORDS]).decode("utf-8")
    return text.split("\n") if text else []


def _unpacked(content: bytes) -> Columns:
    import polars as pl  # here, since it is loaded for this alone

    found: Columns = {}
    for column in pl.read_parquet(content).get_columns():
        if column.dtype == pl.String:
            words = column.unique(maintain_order=True).to_list()
            numbers = {word: number for number, word in enumerate(words)}
            found[column.name + _WORDS] = np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8)
            found[column.name] = np.array([numbers[word] for word in column.to_list()], dtype=np.int32)
        else:
            found[column.name] = np.ascontiguousarray(column.to_numpy())
    return found
