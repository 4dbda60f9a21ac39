"""Texts of any name set in order: which resolution they are about, its versions, what came before and after, what is left aside.

What a person drops on the page is rarely complete and never refused: where something is missing it is said, and where several
resolutions are there one is taken, which may be chosen otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from corpora.errors import InputError
from corpora.languages import available
from reports.project.discovery import SeenText, by_symbol, holds_files, symbol_order, texts_in
from reports.project.layout import Project, Related, open_project, pivot_among


class Aside(StrEnum):
    """Why a text is not used."""

    UNREADABLE = "unreadable"
    TWICE = "twice"
    NO_PIVOT = "no_pivot"
    OTHER_KIND = "other_kind"


@dataclass(frozen=True, slots=True)
class Sorting:
    """Texts in order.

    ``symbol`` is the resolution that they are about, "" where none states one; ``versions`` its files by language, the pivot first;
    ``missing`` the languages that have no version; ``symbols`` all resolutions that are there, by the languages each is in.
    """

    symbol: str
    pivot: str
    versions: Mapping[str, Path]
    missing: tuple[str, ...]
    related: tuple[Related, ...]
    related_symbols: tuple[str, ...]
    symbols: Mapping[str, tuple[str, ...]]
    aside: tuple[tuple[SeenText, Aside], ...]
    requested_pivot: str
    """The pivot that was asked for."""

    @property
    def is_ready(self) -> bool:
        """Whether there is something to compare."""
        return len(self.versions) > 1 or bool(self.related)


def sorting_of(seen: Sequence[SeenText], pivot: str, symbol: str | None = None) -> Sorting | None:
    """The order of texts; None where none of them can be used.

    The resolution is the one named by ``symbol``, else the one in most languages, of several the latest. Its pivot is ``pivot``
    where it has such a version, else English, else the first it has; resolutions without a version in it are left aside.
    """
    groups = by_symbol(seen)
    if not groups:
        return None
    chosen = symbol if symbol in groups else max(groups, key=lambda name: (len(groups[name]), symbol_order(name), name))
    versions = groups[chosen]
    own = pivot_among(pivot, versions)
    texts = {text.path for text in seen if text.is_resolution}
    beside = {
        name: files
        for name, files in groups.items()
        if name != chosen and own in files and {files[own], versions[own]} <= texts
    }
    names = sorted(beside, key=lambda name: (symbol_order(name), name))
    used = {path for files in (versions, *beside.values()) for path in files.values()}
    return Sorting(
        symbol=chosen,
        pivot=own,
        versions={own: versions[own], **{c: versions[c] for c in available() if c in versions and c != own}},
        missing=tuple(code for code in available() if code not in versions),
        related=tuple(Related(beside[name][own], _place(name, chosen), beside[name]) for name in names),
        related_symbols=tuple(names),
        symbols={name: tuple(c for c in available() if c in files) for name, files in groups.items()},
        aside=tuple((text, _why(text, groups)) for text in seen if text.path not in used),
        requested_pivot=pivot,
    )


def _place(name: str, beside: str) -> str:
    return "earlier" if symbol_order(name) < symbol_order(beside) else "later"


def _why(text: SeenText, groups: Mapping[str, Mapping[str, Path]]) -> Aside:
    if text.language is None:
        return Aside.UNREADABLE
    if not text.is_resolution:
        return Aside.OTHER_KIND
    held = groups.get(text.symbol or "", {})
    return Aside.NO_PIVOT if text.path in held.values() else Aside.TWICE


def project_of_any(folder: Path, pivot: str, symbol: str | None = None) -> Project:
    """The project of a folder: as its names and settings say, else as its texts turn out to be (``symbol`` names one of several).

    Raises InputError where there is nothing to compare.
    """
    refusal: InputError | None = None
    if symbol is None:
        try:
            return open_project(folder)
        except InputError as error:
            # Its texts may say what its names do not; where they do not, this is what is wrong.
            refusal = error
    sorting = sorting_of(texts_in(folder), pivot, symbol) if holds_files(folder) else None
    if sorting is None or not sorting.is_ready:
        raise refusal or InputError(str(folder), "holds nothing to compare", hint="add another version or resolution")
    return Project(folder, sorting.pivot, sorting.versions, sorting.related, by_name=False)
