"""A folder of versions: which file is which language, which resolutions are related."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora.errors import UnusableInputError
from corpora.languages import available
from corpora.readers import suffixes

SETTINGS = "hexapla.toml"


@dataclass(frozen=True, slots=True)
class Related:
    """A related resolution: its file, and whether it came before or after the resolution of the folder."""

    path: Path
    place: str


@dataclass(frozen=True, slots=True)
class Project:
    """What a folder holds: the pivot's language, a file for each language, related resolutions."""

    folder: Path
    pivot: str
    versions: Mapping[str, Path]
    related: tuple[Related, ...]


def open_project(folder: Path) -> Project:
    """Find the versions (``fr.md``, ``en.md``, …) and read ``hexapla.toml`` where there is one.

    Raises UnusableInputError where the folder, the pivot or a file named in the settings is missing.
    """
    if not folder.is_dir():
        raise UnusableInputError(str(folder), "is no folder", mend="give a folder that holds fr.md, en.md, …")
    settings = _settings(folder / SETTINGS)
    pivot = str(settings.get("pivot", "fr"))
    versions: dict[str, Path] = {}
    for code in available():
        found = [folder / f"{code}{suffix}" for suffix in suffixes() if (folder / f"{code}{suffix}").is_file()]
        if len(found) > 1:
            names = ", ".join(p.name for p in found)
            raise UnusableInputError(str(folder), f"several files for one language: {names}", mend="keep one of them")
        if found:
            versions[code] = found[0]
    if pivot not in versions:
        raise UnusableInputError(
            str(folder),
            f"no {pivot} version (the pivot)",
            mend=f"add {pivot}.md, or name another pivot in {SETTINGS}",
        )
    related = tuple(_related(folder, entry) for entry in settings.get("related", []))
    if len(versions) < 2 and not related:
        raise UnusableInputError(
            str(folder),
            f"only {versions[pivot].name} is there",
            mend="add another version or a related resolution",
        )
    return Project(folder, pivot, versions, related)


def _settings(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnusableInputError(str(path), f"is not valid TOML ({error})", mend="see docs/files.md") from error


def _related(folder: Path, entry: Any) -> Related:
    name = entry.get("file") if isinstance(entry, dict) else None
    if not isinstance(name, str):
        raise UnusableInputError(
            str(folder / SETTINGS), "a [[related]] entry names no file", mend='write file = "2003-22.fr.md"'
        )
    place = entry.get("place", "later")
    if place not in ("earlier", "later"):
        raise UnusableInputError(str(folder / SETTINGS), f"place = {place!r}", mend='write "earlier" or "later"')
    path = folder / name
    if not path.is_file():
        raise UnusableInputError(str(folder / SETTINGS), f"related file {name} is not there", mend="check its name")
    return Related(path, place)
