"""Bringing a library that an earlier program wrote to the tables of this one.

``MIGRATIONS`` has a function for each version that was: it takes the folder and the manifest of that version and gives the manifest of
the next one. It changes no file: what a table lacks is filled in when the table is read (`reports.library.segments.read_table`), and written at the
next compaction. So a reader never needs to write, and a program that is killed in a migration has done nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

SCHEMA = 2
"""The version of the tables (`reports.library.tables`), to which an older library is brought."""
ManifestData = Mapping[str, Any]


def _with_all_days(folder: Path, data: ManifestData) -> ManifestData:
    """To version 2: mandates have all days on which something is due, where a text names several."""
    return {**data, "schema": 2}


MIGRATIONS: dict[int, Callable[[Path, ManifestData], ManifestData]] = {1: _with_all_days}


def migrated(folder: Path, data: ManifestData) -> ManifestData:
    """A manifest in the version of this program. Raises KeyError for a version that never was."""
    version = int(data["schema"])
    while version < SCHEMA:
        data = MIGRATIONS[version](folder, data)
        version += 1
    return data
