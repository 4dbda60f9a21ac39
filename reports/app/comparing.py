"""The pages that compare: two or three texts, a series, the threads of a resolution of the library. What they show is what the commands
``compare``, ``series`` and ``lineage`` write.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reports.app.chosen import Chosen, name_of_text
from reports.app.jobs import Made, PagePlan, key_of_job, turn
from reports.app.open_folders import OpenFolders
from reports.app.shelf import Shelf, symbols_of
from reports.comparison.lineage import Lineage, lineage_table
from reports.exporters.html import render_report
from reports.exporters.html.application import application_page
from reports.exporters.html.frame import Frame, address
from reports.exporters.html.series_threads import series_view
from reports.exporters.html.three_texts_page import render_three_texts
from reports.exporters.lineage_picture import lineage_picture
from reports.exporters.tables import finding_table, mandate_table, table_bytes
from reports.library.lineage import lineage_in
from reports.library.store import Library
from reports.pipeline.case import Case, Result, examine
from reports.pipeline.drafts import case_of_texts, case_of_three
from reports.pipeline.files import case_of_series, related_case, series_case
from reports.pipeline.progress import ProgressCallback
from reports.pipeline.run_options import RunOptions

_STEPS_OF_EXAMINING = 2
"""What is told while texts are compared, beside each text and each pair: waiting for the turn, and making the page."""
_OF_THREE = 3
"""Last text, draft, adopted text."""
Files = dict[str, Callable[[str], bytes]]
"""What may be saved of a page: by the name of the file what makes it, in a language of the interface."""


@dataclass(frozen=True)
class Comparing:
    """Makes the pages that compare, as plans of what is to be done."""

    open_folders: OpenFolders
    shelf: Shelf

    def _options(self, chosen: Chosen) -> RunOptions:
        return self.open_folders.options(chosen.desk.folder if chosen.desk else Path.cwd())

    def compare(self, chosen: Chosen, frame: Frame) -> PagePlan:
        """Two or three texts side by side; one alone beside what it stands on. Three are last text, draft, adopted text."""

        def work(on_progress: ProgressCallback) -> Made:
            case = self._case_of_comparison(chosen, on_progress)
            result = _examined(case, chosen.title(), on_progress)
            return comparison_of(result, self.open_folders.ui, frame)

        steps = 2 * chosen.count - 1 + _STEPS_OF_EXAMINING
        return PagePlan(key_of_job("compare", chosen.state), chosen.title(), work, steps)

    def _case_of_comparison(self, chosen: Chosen, on_progress: ProgressCallback) -> Case:
        options = self._options(chosen)
        if chosen.library is None:
            return case_of_texts(chosen.paths, options, on_progress=on_progress)[0]
        texts = chosen.read(on_progress)
        if len(texts) == _OF_THREE:
            last, draft, adopted = texts
            return case_of_three((last, draft, adopted), options)
        return related_case(texts[0], texts[1], options)

    def series(self, chosen: Chosen, frame: Frame) -> PagePlan:
        """A series of texts in their order: each step, and each mandate through all of them."""

        def work(on_progress: ProgressCallback) -> Made:
            options = self._options(chosen)
            if chosen.library is None:
                case = case_of_series(chosen.paths, options, on_progress=on_progress)
            else:
                case = series_case(chosen.read(on_progress), options)
            result = _examined(case, chosen.title(), on_progress)
            known, ui = symbols_of(self.shelf.library()), self.open_folders.ui
            return series_of_texts(result, known, lambda place: _address_of_step(chosen, place), frame, ui)

        steps = 2 * chosen.count - 1 + _STEPS_OF_EXAMINING
        return PagePlan(key_of_job("series", chosen.state), chosen.title(), work, steps)

    def lineage(self, library: Library, symbol: str, language: str, frame: Frame) -> PagePlan:
        """The mandates of a resolution of the library through the series that it is of."""

        def work(on_progress: ProgressCallback) -> Made:
            settings = self.open_folders.options(Path.cwd()).settings
            with turn(on_progress, symbol):
                found = lineage_in(library, symbol, language=language, settings=settings, on_progress=on_progress)
            files = _files_of_lineage(found.lineage)
            chosen = Chosen(library=library, symbols=found.symbols, language=found.language)
            return Made(self._threads(found.lineage, replace(frame, files=tuple(files)), chosen), files)

        key = key_of_job("lineage", str(library.folder), library.manifest.generation, symbol, language)
        return PagePlan(key, symbol, work)

    def _threads(self, lineage: Lineage, frame: Frame, chosen: Chosen) -> str:
        known = symbols_of(self.shelf.library())
        view = series_view(lineage, (), known, lambda place: _address_of_step(chosen, place))
        return application_page("series_threads.html.j2", frame, self.open_folders.ui, view=view)


def comparison_of(result: Result, ui: str, frame: Frame) -> Made:
    """The page of a comparison, with the files that may be saved of it."""
    files = _files_of_pairs(result)
    return Made(_comparison(result, ui, replace(frame, files=tuple(files))), files)


def series_of_texts(
    result: Result, known: Collection[str], address_of_step: Callable[[int], str], frame: Frame, ui: str
) -> Made:
    """The page of a series that was examined, with its files.

    ``known`` are symbols of the library, ``address_of_step`` says where two neighbours stand side by side.
    """
    lineage = result.required_lineage()
    files = {"series.html": lambda ui: _report(result, ui).encode(), **_files_of_lineage(lineage)}
    view = series_view(lineage, result.related, known, address_of_step)
    page = application_page("series_threads.html.j2", replace(frame, files=tuple(files)), ui, view=view)
    return Made(page, files)


def _address_of_step(chosen: Chosen, place: int) -> str:
    """Where two neighbours of a series stand side by side."""
    if chosen.desk is not None:
        names = tuple(name_of_text(chosen.desk, path) for path in chosen.paths[place : place + 2])
        return address("compare", desk=chosen.desk.folder.name, text=names)
    return address("compare", of=chosen.symbols[place : place + 2], language=chosen.language)


def _examined(case: Case, title: str, on_progress: ProgressCallback) -> Result:
    with turn(on_progress, title):
        result = examine(case, on_progress=on_progress)
    on_progress(f"{case.own.label} …")
    return result


def _comparison(result: Result, ui: str, frame: Frame | None) -> str:
    if result.three is not None:
        return render_three_texts(result.three, result.related, ui, frame)
    return _report(result, ui, frame)


def _report(result: Result, ui: str, frame: Frame | None = None) -> str:
    return render_report(None, None, result.related, ui, result.lineage, frame=frame)


def _files_of_pairs(result: Result) -> Files:
    return {
        "comparison.html": lambda ui: _comparison(result, ui, None).encode(),
        "findings.csv": lambda ui: table_bytes(finding_table(result.findings, ui), Path("findings.csv")),
        "mandates.csv": lambda _: table_bytes(mandate_table(result.mandate_changes), Path("mandates.csv")),
    }


def _files_of_lineage(lineage: Lineage) -> Files:
    return {
        "lineage.csv": lambda ui: table_bytes(lineage_table(lineage, ui), Path("lineage.csv")),
        "lineage.svg": lambda ui: lineage_picture(lineage, ui).encode(),
    }


def address_of_comparison(symbols: Sequence[str], language: str) -> str:
    """Where resolutions of the library stand side by side."""
    return address("compare", of=tuple(symbols), language=language)
