"""The pages about one resolution, wherever it is: in the library, on a desk, in a entry. Text, mandates, deliverables, lint, what is related."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpora.mandates.deliverables import deliverables_of
from corpora.mandates.extraction import mandates_of
from corpora.model import Resolution
from corpora.reading import read_resolution
from reports.app.chosen import Chosen, name_of_text, usual_first
from reports.app.comparing import address_of_comparison
from reports.app.desk import Desk
from reports.app.jobs import Made, PagePlan, key_of_job, turn
from reports.app.open_folders import OpenFolder, OpenFolders
from reports.app.review_session import ReviewSession
from reports.app.shelf import Shelf
from reports.exporters.calendar import calendar_of
from reports.exporters.html.application import application_page
from reports.exporters.html.frame import (
    CHANGES,
    DELIVERABLES,
    LINT,
    MANDATES,
    OF_A_RESOLUTION,
    RELATED,
    TEXT,
    VERSIONS,
    Frame,
    Tab,
    address,
    folder_frame,
    of_resolution,
)
from reports.exporters.html.resolution_views import (
    deliverable_lines,
    head_of,
    lint_lines,
    mandate_lines,
    paragraphs_of,
    related_lines,
)
from reports.exporters.tables import deliverable_table, table_bytes
from reports.findings.model import Finding
from reports.library.related import Record, RelatedText, TextProfile, series_of
from reports.library.store import Library
from reports.library.texts import read_from
from reports.pipeline.case import examine
from reports.pipeline.files import document_case
from reports.pipeline.progress import ProgressCallback
from reports.project.discovery import symbol_order

OF_A_TEXT = (TEXT, CHANGES, MANDATES, DELIVERABLES, LINT)
"""What there is to see of a text of a desk."""
_RELATED = 20
"""Related resolutions that are listed."""
_FAINT = 0.05
"""Score below which a resolution is not listed: a paragraph in a hundred is alike, which any two of an organ have. Chosen by looking."""
Values = dict[str, object]
"""What a template shows, by name."""


@dataclass(frozen=True)
class _Subject:
    """A resolution with the addresses that its page leads to."""

    resolution: Resolution
    languages: tuple[tuple[str, str], ...]
    address_of_tab: Callable[[str], str]


@dataclass(frozen=True)
class ResolutionPages:
    """Makes the pages about one resolution, as plans of what is to be done."""

    open_folders: OpenFolders
    shelf: Shelf

    def of_library(self, library: Library, symbol: str, language: str, tab: str, question: str) -> PagePlan:
        """A page about a resolution of the library, in ``language`` or the first usual one that it is there in.

        ``question`` is that of its address, here as below.
        """
        rows = library.required(symbol)
        known, codes = str(rows["symbol"][0]), sorted(rows["language"], key=usual_first)
        code = language if language in codes else codes[0]
        frame = library_frame(known, code, tab, question)

        def work(on_progress: ProgressCallback) -> Made:
            on_progress(known)
            subject = _Subject(
                read_from(library, known, code),
                tuple((c, of_resolution(known, tab, c)) for c in codes),
                lambda other: of_resolution(known, other, code),
            )
            values = self._of_library(library, known, code, tab, on_progress)
            return self._made(subject, tab, frame, values, on_progress)

        key = key_of_job("resolution", str(library.folder), library.manifest.generation, known, code, tab)
        return PagePlan(key, known, work)

    def _of_library(self, library: Library, symbol: str, code: str, tab: str, on_progress: ProgressCallback) -> Values:
        """What only the library knows: what the resolution continues, and what is related to it."""
        if tab not in (TEXT, RELATED):
            return {}
        on_progress(f"{symbol} …")
        record = self.shelf.record(library, code)
        if tab == TEXT:
            before = record.predecessor(record.facts(symbol))
            symbols = (before.symbol, symbol) if before else ()
            changes = address_of_comparison(symbols, code)
            return {"before": before.symbol if before else "", "changes": changes, "in_library": ""}
        return _related(record, symbol, code)

    def of_desk(self, desk: Desk, path: Path, tab: str, question: str) -> PagePlan:
        """A page about a text that lies on a desk."""
        name, key = name_of_text(desk, path), desk.folder.name
        chosen = Chosen(desk=desk, paths=(path,))

        def here(other: str) -> str:
            if other == CHANGES:
                return address("compare", desk=key, text=name)
            return address("resolution", desk=key, text=name, tab="" if other == TEXT else other)

        tabs = tuple(Tab(other, here(other), other == tab) for other in OF_A_TEXT)
        frame = Frame(trail=((f"compare#desk={key}", ""),), tabs=tabs, query=question)

        def work(on_progress: ProgressCallback) -> Made:
            on_progress(path.name)
            return self._made(_Subject(read_resolution(path), (), here), tab, frame, {}, on_progress)

        return PagePlan(key_of_job("text", chosen.state, tab), path.name, work)

    def of_folder(self, entry: OpenFolder, language: str, tab: str, question: str) -> PagePlan:
        """A page about the resolution of an open folder, in one of its languages."""
        session = entry.session()
        versions = versions_of(session)
        code = language if language in versions else next(iter(versions))

        def here(other: str) -> str:
            return address("resolution", tab="" if other == TEXT else other, language=code)

        def work(on_progress: ProgressCallback) -> Made:
            languages = tuple((c, address("resolution", tab=tab, language=c)) for c in versions)
            subject, frame = _Subject(versions[code], languages, here), folder_frame(tab, code, question)
            return self._made(subject, tab, frame, {}, on_progress)

        return PagePlan(key_of_job("folder", entry.key, session.generation, tab, code), entry.title, work)

    def _made(self, subject: _Subject, tab: str, frame: Frame, values: Values, on_progress: ProgressCallback) -> Made:
        resolution = subject.resolution
        files: dict[str, Callable[[str], bytes]] = {}
        shown: Values = {"before": "", "changes": "", "in_library": self._in_library(subject), "tab": tab, **values}
        if tab == TEXT:
            shown |= {"paragraphs": paragraphs_of(resolution), "facts": _facts(subject)}
        elif tab == MANDATES:
            shown["mandates"] = mandate_lines(resolution)
        elif tab == DELIVERABLES:
            found = deliverables_of(resolution)
            shown["deliverables"] = deliverable_lines(resolution, found)
            if found:
                files["deliverables.ics"] = lambda ui: calendar_of(resolution, found, ui)
                table = Path("deliverables.csv")
                files[table.name] = lambda ui: table_bytes(deliverable_table(resolution, found, ui), table)
        elif tab == LINT:
            shown["findings"] = lint_lines(self._lint(resolution, on_progress))
        frame = replace(frame, files=tuple(files))
        head = head_of(resolution, subject.languages)
        return Made(application_page("resolution.html.j2", frame, self.open_folders.ui, head=head, **shown), files)

    def _in_library(self, subject: _Subject) -> str:
        """The symbol of a resolution that the library has too; "" where it has not."""
        library, symbol = self.shelf.library(), subject.resolution.symbol
        return symbol if symbol and library and not library.versions(symbol).is_empty() else ""

    def _lint(self, resolution: Resolution, on_progress: ProgressCallback) -> Sequence[Finding]:
        library = self.shelf.library()
        case = document_case(resolution, self.open_folders.options(Path.cwd()), library.folder if library else None)
        with turn(on_progress, resolution.label):
            return examine(case).findings


def library_frame(symbol: str, language: str, tab: str, question: str) -> Frame:
    """The frame of a page about a resolution of the library."""
    addresses = {
        VERSIONS: address("versions", symbol=symbol),
        CHANGES: address("changes", symbol=symbol, language=language),
    }
    tabs = tuple(Tab(t, addresses.get(t) or of_resolution(symbol, t, language), t == tab) for t in OF_A_RESOLUTION)
    return Frame(here="library", tabs=tabs, query=question)


def related_in(record: Record, facts: TextProfile) -> list[RelatedText]:
    """The resolutions of the library that are related to a text, those that are listed."""
    return [r for r in record.related(facts, _RELATED) if r.score >= _FAINT]


def _related(record: Record, symbol: str, code: str) -> Values:
    found = related_in(record, record.facts(symbol))
    series = series_of(record, symbol)
    compare = {r.symbol: address_of_comparison(sorted((r.symbol, symbol), key=symbol_order), code) for r in found}
    whole = address("series", of=tuple(series), language=code)
    return {"related": related_lines(found, compare), "series": series, "whole_series": whole}


def _facts(subject: _Subject) -> list[tuple[str, int, str]]:
    """How many mandates and deliverables there are, each with the page that lists them."""
    return [
        (MANDATES, len(mandates_of(subject.resolution)), subject.address_of_tab(MANDATES)),
        (DELIVERABLES, len(deliverables_of(subject.resolution)), subject.address_of_tab(DELIVERABLES)),
    ]


def versions_of(session: ReviewSession) -> dict[str, Resolution]:
    """The texts of an open folder by language, the pivot first."""
    found = session.examined
    if found.versions is not None:
        return {document.language: document for document in found.versions.documents}
    assert found.document is not None
    return {found.document.language: found.document}
