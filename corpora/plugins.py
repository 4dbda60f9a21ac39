"""What other packages add, by entry point: readers, encoders, checks with their sentences, exporters."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from corpora.errors import InputError


def entries(group: str) -> Iterator[EntryPoint]:
    """The entry points of a group ("hexapla.readers"), in the order of their names, nothing loaded yet."""
    return iter(sorted(entry_points(group=group), key=lambda entry: entry.name))


def load(entry: EntryPoint) -> Any:
    """What an entry point names. Raises InputError that names the package where it cannot be loaded."""
    try:
        return entry.load()
    except Exception as error:
        package = entry.dist.name if entry.dist else "an unnamed package"
        raise InputError(
            f"{package}, entry point {entry.group}: {entry.name}",
            f"cannot be loaded ({type(error).__name__}: {error})",
            hint="update or uninstall that package",
        ) from error


def plugins(group: str) -> Iterator[tuple[str, Any]]:
    """The name and the object of every entry point of a group. Raises InputError as `load` does."""
    return ((entry.name, load(entry)) for entry in entries(group))
