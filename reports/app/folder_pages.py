"""The pages of an open folder that lie beyond its versions: what changed since another text, what is related in the library, threads.

The other text is one that the folder holds, or one of the library; nothing of the library is copied into the folder.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import polars as pl

from corpora.errors import InputError
from corpora.model import Resolution
from reports.app.comparing import comparison_of, series_of_texts
from reports.app.jobs import Made, PagePlan, key_of_job, turn
from reports.app.open_folders import OpenFolder, OpenFolders
from reports.app.resolution_pages import related_in, versions_of
from reports.app.shelf import Shelf, symbols_of
from reports.exporters.html.application import application_page
from reports.exporters.html.frame import CHANGES, LINEAGE, RELATED, Frame, address, folder_frame
from reports.exporters.html.resolution_views import head_of, related_lines
from reports.library.related import facts_of, series_of
from reports.library.store import Library
from reports.library.texts import read_from
from reports.pipeline.case import Position, RelatedDocument, examine
from reports.pipeline.files import related_case, series_case
from reports.pipeline.progress import ProgressCallback
from reports.pipeline.run_options import RunOptions
from reports.project.discovery import symbol_order

BEYOND = (CHANGES, RELATED, LINEAGE)
"""The views of an open folder that look beyond it."""
_OFFERED = 4000
"""Symbols of the library that are offered while one types, as on the first page."""
_STEPS = 4
"""What is told while two texts are compared: each of them, waiting for the turn, the page."""


@dataclass(frozen=True)
class _Asked:
    """A view that is asked for: of which folder, in which of its languages; ``other`` names the text to compare with, "" for none."""

    entry: OpenFolder
    language: str
    other: str
    question: str

    @property
    def own(self) -> Resolution:
        """The folder's resolution in that language."""
        return versions_of(self.entry.session())[self.language]

    def here(self, tab: str, **fields: str) -> str:
        """The address of a view of the folder in the same language, from the page that shows it."""
        return address("resolution", tab=tab, language=self.language, **fields)

    def below(self, tab: str, **fields: str) -> str:
        """The same address from the first page."""
        return f"w/{self.entry.key}/{self.here(tab, **fields)}"

    def frame(self, tab: str) -> Frame:
        """The frame of a view."""
        return folder_frame(tab, self.language, self.question)

    def heading(self, tab: str) -> object:
        """The head of a page, with the way to the folder's other languages."""
        codes = versions_of(self.entry.session())
        return head_of(self.own, tuple((code, address("resolution", tab=tab, language=code)) for code in codes))


@dataclass(frozen=True)
class FolderPages:
    """Makes the pages of an open folder that look beyond it, as plans of what is to be done."""

    open_folders: OpenFolders
    shelf: Shelf

    def plan(self, entry: OpenFolder, tab: str, language: str, other: str, question: str, *, choose: bool) -> PagePlan:
        """A view of ``BEYOND``; ``other`` names the text to compare with, and with ``choose`` one is asked for in any case."""
        session, library = entry.session(), self.shelf.library()
        versions = versions_of(session)
        asked = _Asked(entry, language if language in versions else next(iter(versions)), other.strip(), question)

        def work(on_progress: ProgressCallback) -> Made:
            on_progress(asked.own.label)
            if tab == RELATED:
                return self._related(asked, self.shelf.required())
            if tab == LINEAGE:
                return self._threads(asked, library, on_progress)
            other_text = None if choose else self._other(asked, library)
            if other_text is None:
                return self._choosing(asked, library)
            return self._changes(asked, other_text, on_progress)

        held = (str(library.folder), library.manifest.generation) if library else ()
        shown = (tab, asked.language, asked.other, choose)
        key = key_of_job("beyond", entry.key, session.generation, shown, held)
        return PagePlan(key, entry.title, work, _STEPS)

    # -- what changed ------------------------------------------------------------------------------------------------------

    def _other(self, asked: _Asked, library: Library | None) -> RelatedDocument | None:
        """The text to compare with: the one that is named, else the folder's own earlier text, else the library's predecessor."""
        there = _held_beside(asked)
        if asked.other:
            named = next((entry for entry in there if entry.resolution.label == asked.other), None)
            return named or self._of_library(library, asked.other, asked.own)
        earlier = [entry for entry in there if entry.place is Position.EARLIER]
        if earlier:
            return earlier[-1]
        before = self._predecessor(library, asked.own)
        return self._of_library(library, before, asked.own) if before else None

    def _of_library(self, library: Library | None, symbol: str, own: Resolution) -> RelatedDocument:
        held = library or self.shelf.required()
        text = read_from(held, held.symbol_of(symbol), own.language)
        return RelatedDocument(text, Position.LATER if _is_later(text, own) else Position.EARLIER)

    def _predecessor(self, library: Library | None, own: Resolution) -> str:
        """The symbol of the resolution that the library says a text continues; "" where it says none."""
        before = self.shelf.predecessor(library, own) if library is not None else None
        return before.symbol if before is not None else ""

    def _options(self, asked: _Asked) -> RunOptions:
        return self.open_folders.options(asked.entry.folder)

    def _changes(self, asked: _Asked, other: RelatedDocument, on_progress: ProgressCallback) -> Made:
        text, is_later = other.resolution, other.place is Position.LATER
        pair = (asked.own, text) if is_later else (text, asked.own)
        with turn(on_progress, text.label):
            result = examine(related_case(*pair, self._options(asked)), on_progress=on_progress)
        on_progress(f"{asked.own.label} …")
        frame = replace(asked.frame(CHANGES), trail=((asked.below(CHANGES, choose="1"), ""),))
        return comparison_of(result, self.open_folders.ui, frame)

    def _choosing(self, asked: _Asked, library: Library | None) -> Made:
        """The page where the text to compare with is named."""
        symbols: list[str] = []
        if library is not None:
            held = library.documents.filter(pl.col("language") == asked.language)
            symbols = sorted(set(held["symbol"]) - {asked.own.label}, key=symbol_order)[-_OFFERED:]
        labels = [entry.resolution.label for entry in _held_beside(asked)]
        offered = [(label, asked.here(CHANGES, **{"with": label})) for label in labels]
        values: dict[str, object] = {"offered": offered, "symbols": symbols, "language": asked.language}
        return self._page(asked, CHANGES, **values)

    # -- related texts and threads -----------------------------------------------------------------------------------------

    def _related(self, asked: _Asked, library: Library) -> Made:
        if asked.language not in set(library.documents["language"]):
            problem = "holds no text in this language"
            raise InputError("library", problem, hint="add texts on the page of the library")
        found = related_in(self.shelf.record(library, asked.language), facts_of(asked.own))
        compare = {r.symbol: asked.below(CHANGES, **{"with": r.symbol}) for r in found}
        values: dict[str, object] = {"related": related_lines(found, compare), "series": self._series(asked, library)}
        return self._page(asked, RELATED, whole_series=asked.below(LINEAGE), **values)

    def _series(self, asked: _Asked, library: Library | None) -> list[str]:
        """The symbols of the series that a text is of, in order, itself among them; where the library has it not, as its last."""
        own = asked.own
        if library is None or own.language not in set(library.documents["language"]):
            return [own.label]
        record = self.shelf.record(library, own.language)
        if own.label in set(record.documents["symbol"]):
            return series_of(record, own.label)
        before = self._predecessor(library, own)
        if not before:
            return [own.label]
        chain = series_of(record, before)
        return [*chain[: chain.index(before) + 1], own.label]

    def _threads(self, asked: _Asked, library: Library | None, on_progress: ProgressCallback) -> Made:
        own, ordered = asked.own, self._texts_of_series(asked, library, on_progress)
        if len(ordered) < 2:
            hint = "add the texts that it continues on the page of the library"
            raise InputError(own.label, "continues nothing that the folder or the library holds", hint=hint)
        with turn(on_progress, own.label):
            result = examine(series_case(ordered, self._options(asked)), on_progress=on_progress)
        known = symbols_of(library)

        def address_of_step(place: int) -> str:
            ends = [text.label for text in ordered[place : place + 2]]
            if own.label in ends:
                other = next(label for label in ends if label != own.label)
                return asked.below(CHANGES, **{"with": other})
            if all(label in known for label in ends):
                return address("compare", of=tuple(ends), language=own.language)
            return asked.below(LINEAGE)

        return series_of_texts(result, known, address_of_step, asked.frame(LINEAGE), self.open_folders.ui)

    def _texts_of_series(
        self, asked: _Asked, library: Library | None, on_progress: ProgressCallback
    ) -> list[Resolution]:
        """The texts of the folder and those of the library's series, in the order of adoption."""
        own, beside = asked.own, _held_beside(asked)
        held = {entry.resolution.label: entry.resolution for entry in beside}
        symbols, texts = self._series(asked, library), []
        apart = [entry for entry in beside if entry.resolution.label not in symbols]
        for symbol in symbols:
            on_progress(symbol)
            if symbol == own.label:
                texts += [entry.resolution for entry in apart if entry.place is Position.EARLIER]
                texts.append(own)
                texts += [entry.resolution for entry in apart if entry.place is Position.LATER]
            elif symbol in held:
                texts.append(held[symbol])
            elif library is not None:
                texts.append(read_from(library, symbol, own.language))
        return texts

    def _page(self, asked: _Asked, tab: str, **values: object) -> Made:
        shown = {"tab": tab, "head": asked.heading(tab), **values}
        return Made(application_page("resolution.html.j2", asked.frame(tab), self.open_folders.ui, **shown))


def _held_beside(asked: _Asked) -> list[RelatedDocument]:
    """The other resolutions of the folder in a language, in the order of adoption."""
    case = asked.entry.session().case
    nearest = next((entry for entry in reversed(case.related) if entry.place is Position.EARLIER), None)
    found = []
    for entry in case.related:
        text = case.predecessor.get(asked.language, entry.resolution) if entry is nearest else entry.resolution
        if text.language == asked.language:
            found.append(RelatedDocument(text, entry.place))
    return sorted(found, key=lambda entry: (entry.place is Position.LATER, symbol_order(entry.resolution.symbol or "")))


def _is_later(text: Resolution, own: Resolution) -> bool:
    """Whether a text of the library was adopted after the folder's; a draft, whose symbol says no year, comes after all."""
    first, second = symbol_order(own.symbol or ""), symbol_order(text.symbol or "")
    return bool(first[0]) and second > first
