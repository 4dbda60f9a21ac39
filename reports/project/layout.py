"""A folder of versions: which file is which language, which resolutions are related."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.errors import InputError
from corpora.languages import available
from corpora.readers import suffixes
from corpora.reading import split_path
from corpora.text.symbols import canonical_symbol, is_act, symbol_of_heading
from corpora.text_documents import ODD, say_left_out
from reports.project.discovery import (
    SeenText,
    by_symbol,
    folder_line,
    holds_files,
    seen_line,
    symbol_order,
    texts_in,
    texts_of,
    versions_by_content,
)
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
    """What a folder holds: the pivot's language, a file for each language, related resolutions.

    ``by_name`` is False where it is no folder's but was made of files named one by one.
    """

    folder: Path
    pivot: str
    versions: Mapping[str, Path]
    related: tuple[Related, ...]
    by_name: bool = True


def open_project(folder: Path, pivot: str | None = None) -> Project:
    """Find the versions (``fr.md``, ``en.md``, …) and read ``hexapla.toml`` where there is one.

    Where the names say no pivot and other version, the files themselves do; ``FOLDER#SYMBOL`` names one of several resolutions
    that they hold. ``pivot`` goes before the one that the settings name. Raises InputError where the folder, the pivot or a file named in the settings is missing.
    """
    folder, symbol = split_path(folder)
    if not holds_files(folder):
        raise InputError(str(folder), "is no folder", hint="give a folder that holds fr.md, en.md, …")
    settings = load_toml(folder / SETTINGS)
    pivot = pivot or str(settings.get("pivot", "fr"))
    listed = settings.get("related", [])
    if not isinstance(listed, list):
        raise InputError(str(folder / SETTINGS), "related is no list", hint="write [[related]]")
    related = tuple(_related(folder, pivot, entry) for entry in listed)
    versions = versions_in(folder) if symbol is None else {}
    if pivot not in versions or (len(versions) < 2 and not related):
        versions = _versions_by_content(folder, pivot, symbol, related)
    return Project(folder, pivot, versions, related)


def pivot_among(pivot: str, versions: Collection[str]) -> str:
    """The pivot's language where there is such a version, else English, else the first that there is, in the usual order."""
    return next(code for code in (pivot, "en", *available(), *versions) if code in versions)


def versions_at(place: Path, pivot: str | None = None) -> list[Path]:
    """A file alone; the versions of a folder, or of the resolution that ``FOLDER#SYMBOL`` names, the pivot first.

    ``pivot`` is its language where it is not the one that the settings name. Raises InputError where a folder holds no versions to
    compare, SeveralResolutionsError where it holds several resolutions.
    """
    if not holds_files(split_path(place)[0]):
        return [place]
    project = open_project(place, pivot)
    return [project.versions[project.pivot], *(p for code, p in project.versions.items() if code != project.pivot)]


def _versions_by_content(folder: Path, pivot: str, symbol: str | None, related: Sequence[Related]) -> dict[str, Path]:
    """The versions that the files of a folder turn out to be. Raises InputError where there is nothing to compare."""
    own = {path for entry in related for path in (entry.path, *entry.versions.values())}
    seen = [text for text in texts_in(folder) if text.path not in own]
    versions = versions_by_content(folder, seen, symbol)
    if pivot not in versions:
        hint = f"{folder_line(folder, seen)}; add {pivot}.md, or name another pivot in {SETTINGS}"
        raise InputError(str(folder), f"no {pivot} version (the pivot)", hint=hint)
    if len(versions) < 2 and not related:
        hint = f"{folder_line(folder, seen)}; add another version or a related resolution"
        raise InputError(str(folder), f"only {versions[pivot].name} is there", hint=hint)
    say_left_out(str(text) for text in seen if text.language is None)
    used = set(versions.values())
    say_left_out(
        f"{text.place or text.path.name} ({ODD})"
        for text in seen
        if text.language is not None and text.symbol is None and not text.is_resolution and text.path not in used
    )
    return versions


def project_of_files(files: Sequence[Path], pivot: str) -> Project:
    """The project that files named one by one make: versions of one resolution, and related resolutions in the pivot's language.

    The first file says which resolution it is; its language is the pivot's where no file of it is in ``pivot``. Raises InputError
    where a file cannot be used, two are one version, or there is nothing to compare.
    """
    for path in files:
        if not split_path(path)[0].is_file():
            raise InputError(str(path), "no such file", hint="give files, a folder, or a symbol")
    seen = [text for path in files for text in _named_text(path)]
    if fault := next((text for text in seen if text.language is None), None):
        raise InputError(str(fault.path), fault.problem)
    groups = by_symbol(seen) or {"": {}}
    used = {path for versions in groups.values() for path in versions.values()}
    if left := next((text for text in seen if text.path not in used), None):
        raise InputError(str(left.path), "is no version of its own beside the others", hint=seen_line(seen))
    first = next((name for name, versions in groups.items() if seen[0].path in versions.values()), "")
    versions = groups.pop(first)
    own = pivot if pivot in versions else seen[0].language or pivot
    related = tuple(_of_symbol(name, found, first, own, seen) for name, found in groups.items())
    if len(versions) < 2 and not related:
        raise InputError(str(files[0]), "nothing to compare it with", hint=f"{seen_line(seen)}; give another version")
    ordered = {own: versions[own], **{code: path for code, path in versions.items() if code != own}}
    return Project(split_path(files[0])[0].parent, own, ordered, related, by_name=False)


def _named_text(path: Path) -> list[SeenText]:
    """The texts of a file; where the path names one resolution of it ("VOLUME#SYMBOL"), that one."""
    file, symbol = split_path(path)
    texts = texts_of([file])
    named = [text for text in texts if symbol and text.symbol == canonical_symbol(symbol)]
    return named or texts


def _of_symbol(name: str, versions: dict[str, Path], beside: str, pivot: str, seen: Sequence[SeenText]) -> Related:
    """A related resolution among the files, before or after the one they are about by the years of both symbols."""
    if pivot not in versions:
        hint = f"{seen_line(seen)}; add it, or leave its other versions out"
        raise InputError(str(next(iter(versions.values()))), f"no {pivot} version of {name} is given", hint=hint)
    place = "earlier" if symbol_order(name) < symbol_order(beside) else "later"
    return Related(versions[pivot], place, versions)


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


def language_named(path: Path) -> str | None:
    """The language that the name of a file says, as in ``versions_in``: "fr.md", "2699.FR.docx"; None where it says none."""
    code = path.stem.rpartition(".")[2].lower()
    return code if code in available() else None


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
    from corpora.resources.document_store import DocumentStore  # here, since it brings what asks for documents

    store = DocumentStore(library)
    versions = store.versions(symbol)
    if pivot not in versions:
        raise InputError(
            str(library), f"holds no {pivot} version of {symbol}", hint=f"hexapla fetch {symbol} --languages {pivot}"
        )
    ordered = {pivot: versions[pivot], **{code: path for code, path in versions.items() if code != pivot}}
    entries = []
    for other in related:
        found = store.versions(whole_symbol(other, symbol))
        if pivot not in found:
            raise InputError(
                str(library), f"holds no {pivot} version of {other}", hint=f"hexapla fetch {other} --languages {pivot}"
            )
        place = "earlier" if symbol_order(whole_symbol(other, symbol)) < symbol_order(symbol) else "later"
        entries.append(Related(found[pivot], place, found))
    return Project(library, pivot, ordered, tuple(entries))


def whole_symbol(given: str, beside: str) -> str:
    """A symbol given short ("2003/22") with the series of the one it stands beside ("E/RES/2002/19").

    A number that only decisions have makes it one: "2003/301" beside a resolution.
    """
    if is_act(given.upper()) or not given[:1].isdigit():
        return canonical_symbol(given)
    body = canonical_symbol(beside).partition("/RES/")[0].partition("/DEC/")[0]
    stated = symbol_of_heading(given, "HRC" if body == "A/HRC" else None)
    return stated or canonical_symbol(f"{body}/RES/{given}")
