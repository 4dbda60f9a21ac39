"""The thread of each mandate of a resolution, from its first text in the record to its last."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.structure.addresses import address_of
from reports.comparison.lineage import Lineage, MandateHistory, trace
from reports.library.related import record_for, series_of
from reports.library.store import Library
from reports.library.texts import read_from
from reports.messages.catalogue import interface_languages, say_address
from reports.project.settings import Settings


@dataclass(frozen=True)
class RecordLineage:
    """The series of a resolution with its threads; ``place`` is that of the resolution in the series."""

    symbols: tuple[str, ...]
    place: int
    language: str
    lineage: Lineage


def lineage_in(
    library: Library,
    symbol: str,
    paragraph: str | None = None,
    *,
    language: str | None = None,
    settings: Settings | None = None,
    on_progress: Callable[[str], object] = lambda name: None,
) -> RecordLineage:
    """The threads through the series of a resolution; those that pass through ``paragraph`` of it where one is named.

    Raises InputError where the library has no text that it continues or that continues it, or no mandate stands in the paragraph.
    """
    known = library.symbol_of(symbol)
    record = record_for(library, known, [language] if language else [])
    if language is not None and record.language != language:
        raise InputError(
            str(library.folder), f"holds no {language} version of {known}", hint=f"there is {record.language}"
        )
    on_progress(known)
    symbols = series_of(record, known)
    if len(symbols) < 2:
        hint = "add the texts that it continues; hexapla related shows what is near"
        raise InputError(
            str(library.folder), f"has no text that {known} continues, nor one that continues it", hint=hint
        )
    texts = []
    for one in symbols:
        on_progress(one)
        texts.append(read_from(library, one, record.language))
    found, place = trace(texts, settings), symbols.index(known)
    if paragraph is not None:
        found = _kept(found, place, paragraph, known)
    return RecordLineage(tuple(symbols), place, record.language, found)


def _kept(lineage: Lineage, place: int, paragraph: str, symbol: str) -> Lineage:
    """Only the threads that pass through a paragraph, or one that stands below it, of the resolution at ``place``."""
    document = lineage.resolutions[place]
    ids = document.with_those_below(_named(document, paragraph))
    threads = tuple(t for t in lineage.threads if _passes(t, place, ids))
    if not threads:
        there = [p.id for p in document.paragraphs if p.parent is None and p.kind.is_counted]
        known = ", ".join(id_ for id_ in there if _any_passes(lineage, place, document.with_those_below([id_])))
        raise InputError(symbol, f"has no mandate in {paragraph!r}", hint=f"there are {known or 'none'}")
    return Lineage(lineage.resolutions, lineage.pairs, threads)


def _named(document: Resolution, given: str) -> list[str]:
    """The ids that a paragraph's name means: its id ("op5"), its number ("5"), or where people find it, in a language of the interface
    ("para. 5")."""
    wanted = _spoken(f"op{given.strip()}" if given.strip().isdecimal() else given)
    found = [
        p.id
        for p in document.all_paragraphs()
        if _spoken(p.id) == wanted
        or any(_spoken(say_address(address_of(document, p.id), ui)) == wanted for ui in interface_languages())
    ]
    return found or [given]


_BETWEEN = re.compile(r"[\s.,]+")
"""What people write, or do not, between the parts of an address: "par. 5", "par 5"."""


def _spoken(address: str) -> str:
    return _BETWEEN.sub("", address).casefold()


def _any_passes(lineage: Lineage, place: int, ids: Sequence[str] | set[str]) -> bool:
    return any(_passes(thread, place, ids) for thread in lineage.threads)


def _passes(thread: MandateHistory, place: int, ids: Sequence[str] | set[str]) -> bool:
    step = thread.steps[place]
    return (step.mandate.paragraph if step.mandate is not None else step.continued_in) in ids
