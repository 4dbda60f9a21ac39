"""A folder of versions: which file is which language, which resolutions are related."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.errors import InputError
from corpora.languages import available
from corpora.readers import suffixes
from corpora.resources.document_store import DocumentStore
from corpora.text.symbols import canonical_symbol, parse_symbol, years_of
from reports.project.settings import SETTINGS, load_toml


@dataclass(frozen=True, slots=True)
class Related:
    """A related resolution: its file, and whether it came before or after the resolution of the folder.

    ``versions`` holds its files by language, where there are more than the one: ``2001-9.fr.md``, ``2001-9.en.md``, or those
    of the folder that the settings name.
    """

    path: Path
    place: str
    versions: Mapping[str, Path]


@dataclass(frozen=True, slots=True)
class Project:
    """What a folder holds: the pivot's language, a file for each language, related resolutions."""

    folder: Path
    pivot: str
    versions: Mapping[str, Path]
    related: tuple[Related, ...]


def open_project(folder: Path) -> Project:
    """Find the versions (``fr.md``, ``en.md``, …) and read ``hexapla.toml`` where there is one.

    Raises InputError where the folder, the pivot or a file named in the settings is missing.
    """
    if not folder.is_dir():
        raise InputError(str(folder), "is no folder", hint="give a folder that holds fr.md, en.md, …")
    settings = load_toml(folder / SETTINGS)
    pivot = str(settings.get("pivot", "fr"))
    versions = versions_in(folder)
    if pivot not in versions:
        raise InputError(
            str(folder),
            f"no {pivot} version (the pivot)",
            hint=f"add {pivot}.md, or name another pivot in {SETTINGS}",
        )
    listed = settings.get("related", [])
    if not isinstance(listed, list):
        raise InputError(str(folder / SETTINGS), "related is no list", hint="write [[related]]")
    related = tuple(_related(folder, pivot, entry) for entry in listed)
    if len(versions) < 2 and not related:
        raise InputError(
            str(folder),
            f"only {versions[pivot].name} is there",
            hint="add another version or a related resolution",
        )
    return Project(folder, pivot, versions, related)


def versions_in(folder: Path, stem: str = "") -> dict[str, Path]:
    """The files ``fr.md``, ``en.md``, … of a folder by language; with a ``stem``, ``STEM.fr.md`` and so on.

    Language and suffix may be in capitals (``en.DOCX``, ``FR.MD``). Raises InputError where one language has several.
    """
    versions: dict[str, Path] = {}
    prefix = f"{stem}." if stem else ""
    files: dict[str, list[Path]] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.name.startswith(prefix) and path.is_file():
            files.setdefault(path.name.removeprefix(prefix).lower(), []).append(path)
    for code in available():
        found = [path for suffix in suffixes() for path in files.get(f"{code}{suffix}", ())]
        if len(found) > 1:
            listed = ", ".join(p.name for p in found)
            raise InputError(str(folder), f"several files for one language: {listed}", hint="keep one of them")
        if found:
            versions[code] = found[0]
    return versions


def _related(folder: Path, pivot: str, entry: object) -> Related:
    settings = str(folder / SETTINGS)
    name = entry.get("file", entry.get("folder")) if isinstance(entry, dict) else None
    if not isinstance(entry, dict) or not isinstance(name, str):
        raise InputError(
            settings, "a [[related]] entry names no file", hint='write file = "2003-22.fr.md" or folder = "2003-22"'
        )
    place = str(entry.get("place", "later"))
    if place not in ("earlier", "later"):
        raise InputError(settings, f"place = {place!r}", hint='write "earlier" or "later"')
    path = folder / name
    if "folder" in entry:
        versions = versions_in(path) if path.is_dir() else {}
        if pivot not in versions:
            raise InputError(settings, f"related folder {name} holds no {pivot} version", hint="check its name")
        return Related(versions[pivot], place, versions)
    if not path.is_file():
        raise InputError(settings, f"related file {name} is not there", hint="check its name")
    stem, _, code = path.name.removesuffix(path.suffix).rpartition(".")
    return Related(path, place, versions_in(path.parent, stem) if stem and code.lower() in available() else {})


def project_of_symbols(symbol: str, related: Sequence[str], library: Path, pivot: str) -> Project:
    """The project that documents of a library make: a resolution's versions, and related resolutions by symbol.

    A related resolution is taken for the earlier or the later one by the years in both symbols. Raises InputError
    where the library does not hold what is named.
    """
    if not library.is_dir():
        raise InputError(str(library), "is no library", hint=f"hexapla fetch {symbol} --library {library}")
    store = DocumentStore(library)
    versions = store.versions(symbol)
    if pivot not in versions:
        raise InputError(
            str(library), f"holds no {pivot} version of {symbol}", hint=f"hexapla fetch {symbol} --languages {pivot}"
        )
    ordered = {pivot: versions[pivot], **{code: path for code, path in versions.items() if code != pivot}}
    entries = []
    for other in related:
        found = store.versions(_whole_symbol(other, symbol))
        if pivot not in found:
            raise InputError(
                str(library), f"holds no {pivot} version of {other}", hint=f"hexapla fetch {other} --languages {pivot}"
            )
        place = "earlier" if _order(_whole_symbol(other, symbol)) < _order(symbol) else "later"
        entries.append(Related(found[pivot], place, found))
    return Project(library, pivot, ordered, tuple(entries))


def _whole_symbol(given: str, beside: str) -> str:
    """A symbol given short ("2003/22") with the series of the one it stands beside ("E/RES/2002/19")."""
    if "/RES/" in given.upper() or not given[:1].isdigit():
        return canonical_symbol(given)
    return canonical_symbol(canonical_symbol(beside).partition("/RES/")[0] + "/RES/" + given)


_FIGURES = re.compile(r"\d+")


def _order(symbol: str) -> tuple[int, ...]:
    years = years_of(parse_symbol(symbol)) or (0, 0)
    return (years[0], *(int(n) for n in _FIGURES.findall(symbol)))
