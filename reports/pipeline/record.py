"""What the library adds to a case: the resolution that it continues, and all versions of one by its symbol."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.errors import InputError
from reports.library.place import library_at_hand
from reports.pipeline.case import Case, Position, RelatedDocument
from reports.pipeline.progress import ProgressCallback, silent
from reports.pipeline.run_options import RunOptions
from reports.project.discovery import symbol_order
from reports.project.layout import whole_symbol

if TYPE_CHECKING:
    from corpora.model import Resolution
    from reports.library.store import Library

_log = logging.getLogger(__name__)


def library_of(options: RunOptions, named: Path | None = None) -> Library | None:
    """The library that a run may look into; None where there is none, or it cannot be used, which is said."""
    folder = library_at_hand(named, options.settings)
    if folder is None:
        return None
    from reports.library.store import open_library  # here, as below: tables are loaded with it

    try:
        return open_library(folder)
    except InputError as error:
        _log.warning("%s", error)
        return None


def with_predecessor(case: Case, library: Library | None, *, on_progress: ProgressCallback = silent) -> Case:
    """The case with the library's memory, and the versions of the resolution that it continues where none are given.

    What in the library cannot be read is left out, and said: the check itself goes on.
    """
    if library is None or case.bitext is not None:
        return case
    from reports.library.precedents import LibraryMemory
    from reports.library.related import Record, facts_of
    from reports.library.texts import versions_from

    case = replace(case, memory=LibraryMemory(library, case.documents))
    if case.predecessor:
        return case
    own = case.own
    if own.language not in set(library.documents["language"]):
        return case
    try:
        before = Record(library, own.language).predecessor(facts_of(own))
        if before is None:
            return case
        on_progress(before.symbol)
        return replace(case, predecessor=versions_from(library, before.symbol, list(case.documents)))
    except InputError as error:
        _log.warning("%s", error)
        return case


def case_of_record(
    library: Library,
    symbol: str,
    related: Sequence[str],
    options: RunOptions,
    *,
    on_progress: ProgressCallback = silent,
) -> Case:
    """A resolution of the library with related ones: those named, else the one that it continues.

    Raises InputError where the library lacks what is named, or the pivot's version of it.
    """
    from reports.library.precedents import LibraryMemory
    from reports.library.texts import read_from, versions_from

    pivot = options.pivot
    documents = library.required(symbol)
    known = str(documents["symbol"][0])
    on_progress(known)
    own = read_from(library, known, pivot)
    versions = {pivot: own} | versions_from(library, known, [c for c in documents["language"] if c != pivot])
    entries, earlier = [], ""
    for other, place in _related_to(library, own, known, related):
        on_progress(other)
        entries.append(RelatedDocument(read_from(library, other, pivot), place))
        earlier = other if place is Position.EARLIER else earlier
    predecessor = versions_from(library, earlier, list(versions)) if earlier else {}
    if len(versions) < 2 and not entries:
        hint = "add another version, or a related resolution"
        raise InputError(
            str(library.folder), f"holds {known} in {pivot} only, and nothing that it continues", hint=hint
        )
    memory = LibraryMemory(library, versions)
    return Case(versions, pivot, tuple(entries), predecessor=predecessor, memory=memory, options=options)


def _related_to(library: Library, own: Resolution, known: str, named: Sequence[str]) -> Iterator[tuple[str, Position]]:
    """The symbols of the related resolutions, oldest first, and on which side of ``own`` (of symbol ``known``) each stands."""
    from reports.library.related import Record, facts_of

    if named:
        for symbol in sorted((whole_symbol(other, known) for other in named), key=symbol_order):
            yield symbol, Position.EARLIER if symbol_order(symbol) < symbol_order(known) else Position.LATER
    else:
        before = Record(library, own.language).predecessor(facts_of(own))
        if before is not None:
            yield before.symbol, Position.EARLIER
