"""A whole project as a case: its versions and related resolutions, its review; and the report that is written of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.reading import read_resolution
from corpora.system.faults import set_apart
from corpora.text_documents import read_readable, read_versions, say_left_out, say_misnamed
from reports.decisions.applying import related_pins, version_pins
from reports.decisions.decisions import Review
from reports.pipeline.case import Case, Position, RelatedDocument, Result, examine
from reports.pipeline.files import review_beside, review_of_files, reviewed
from reports.pipeline.progress import ProgressCallback, silent
from reports.pipeline.record import case_of_record, library_of, with_predecessor
from reports.pipeline.run_options import RunOptions
from reports.project.layout import Project, Related, open_project, pivot_among, project_of_files, project_of_symbols

if TYPE_CHECKING:
    from reports.library.store import Library

PAGE = "index.html"


@dataclass(frozen=True)
class WrittenReport:
    """What ``report`` found, and the page that it wrote."""

    result: Result
    page: Path


def report_folder(
    folder: Path, output: Path, ui: str, options: RunOptions | None = None, on_progress: ProgressCallback = silent
) -> WrittenReport:
    """Check a folder and write the report: the page, the findings as JSON and CSV, the mandates.

    ``options.language`` is the pivot's, here and below, where it is not the one that the settings name.
    """
    options = options or RunOptions()
    return report_project(open_project(folder, options.language), output, ui, options, on_progress)


def report_symbols(
    symbol: str,
    related: Sequence[str],
    library: Path,
    output: Path,
    ui: str,
    options: RunOptions | None = None,
    on_progress: ProgressCallback = silent,
) -> WrittenReport:
    """The same for documents of a library, by symbol."""
    options = options or RunOptions()
    project = project_of_symbols(symbol, related, library, options.pivot)
    return report_project(project, output, ui, options, on_progress)


def report_project(
    project: Project, output: Path, ui: str, options: RunOptions, on_progress: ProgressCallback = silent
) -> WrittenReport:
    """Check what a project names and write the report; what its reviewers pinned holds, what they dismissed is not shown."""
    case = case_of_project(project, options, review_of_project(project), on_progress=on_progress)
    return report_case(with_predecessor(case, library_of(options), on_progress=on_progress), output, ui, on_progress)


def report_record(
    library: Library,
    symbol: str,
    related: Sequence[str],
    output: Path,
    ui: str,
    *,
    options: RunOptions,
    on_progress: ProgressCallback = silent,
) -> WrittenReport:
    """The same for a resolution of the library: all its versions, beside the related ones that are named or the one it continues."""
    case = case_of_record(library, symbol, related, options, on_progress=on_progress)
    return report_case(case, output, ui, on_progress)


def report_case(case: Case, output: Path, ui: str, on_progress: ProgressCallback = silent) -> WrittenReport:
    """Check a case and write the report of it."""
    result = examine(case, on_progress=on_progress)
    on_progress(PAGE)
    written = WrittenReport(result, output / PAGE)
    _write(written, output, ui)
    return written


def review_of_project(project: Project) -> Review | None:
    """The review that holds for a project: its folder's; where files were named one by one, that of the folder they are of."""
    if project.by_name:
        return review_beside(project.folder)
    return review_of_files(project.versions, project.pivot)


def report_files(
    files: Sequence[Path],
    output: Path,
    ui: str,
    options: RunOptions | None = None,
    on_progress: ProgressCallback = silent,
) -> WrittenReport:
    """The same for files named one by one, in whatever order: what each is its text says."""
    options = options or RunOptions()
    project = project_of_files(files, options.pivot)
    return report_project(project, output, ui, options, on_progress)


def case_of_project(
    project: Project,
    options: RunOptions,
    review: Review | None = None,
    *,
    hide: bool = True,
    on_progress: ProgressCallback = silent,
) -> Case:
    """Read what a project names, each file once.

    ``review`` gives pins for the alignments; with ``hide`` what it dismisses is not shown.
    """
    reader = _Reader(on_progress, is_lenient=project.by_name)
    versions, misplaced = reader.read_versions(project.versions, project.pivot)
    own = pivot_among(project.pivot, versions)
    pivot = versions[own]
    entries = [
        entry for entry in _in_language(project.related, own, project.pivot) if reader.takes(entry.path, _stated(entry))
    ]
    if len(versions) < 2 and not entries:
        # What was left out has been said; what was to be compared is gone.
        name = project.versions[project.pivot].name
        raise InputError(str(project.folder), f"only {name} can be read", hint="add another version")
    related = tuple(_related(reader, entry, pivot, review) for entry in entries)
    predecessor = _predecessor(reader, project)
    case = Case(versions, own, related, predecessor=predecessor, options=options, misplaced=misplaced)
    return reviewed(case, review, hide=hide)


def with_pins_of(case: Case, review: Review) -> Case:
    """The case with the pins that a review holds now, in place of those that it had."""
    related = []
    for entry in case.related:
        pair = (entry.resolution, case.own) if entry.place is Position.EARLIER else (case.own, entry.resolution)
        related.append(replace(entry, pins=tuple(related_pins(review, *pair, case.own))))
    return replace(case, related=tuple(related), pins=version_pins(review, case.own, case.others))


class _Reader:
    """Reads each file once: a related resolution is also one of the predecessor's versions.

    Of files that nobody named one by one, ``is_lenient`` leaves out those that cannot be read, but for the pivot, and says so.
    """

    def __init__(self, on_progress: ProgressCallback, *, is_lenient: bool) -> None:
        self._on_progress, self._is_lenient = on_progress, is_lenient
        self._known: dict[Path, Resolution] = {}
        self._left: set[Path] = set()

    def read_versions(
        self, files: Mapping[str, Path], pivot: str
    ) -> tuple[dict[str, Resolution], dict[str, Resolution]]:
        """The versions by language, resolutions where all are, else all as texts; and those in another language than their names say.

        Where nothing would be left to compare with, the names are believed: the report shows what is there, and it is said.
        """
        if self._is_lenient:
            read = self._read_readable(files, pivot)
            misplaced = {code: document for code, document in read.items() if document.language != code}
            if not misplaced or len(read) - len(misplaced) > 1:
                return {code: document for code, document in read.items() if code not in misplaced}, misplaced
            say_misnamed(misplaced)
            files = {code: path for code, path in files.items() if code in read}
        documents = read_versions(list(files.values()), list(files), self._on_progress)
        self._known.update(zip(files.values(), documents, strict=True))
        return dict(zip(files, documents, strict=True)), {}

    def _read_readable(self, files: Mapping[str, Path], pivot: str) -> dict[str, Resolution]:
        codes = [pivot, *(code for code in files if code != pivot)]
        read = read_readable([files[code] for code in codes], codes, self._on_progress, by_name=True)
        found = {code: document for code, document in zip(codes, read, strict=True) if document is not None}
        self._known.update((files[code], document) for code, document in found.items())
        return {code: found[code] for code in files if code in found}

    def takes(self, path: Path, code: str | None) -> bool:
        """Whether a resolution beside the folder's own is compared; one that is left out is said, once, to be."""
        if not self._is_lenient:
            return True
        if path in self._left:
            return False
        try:
            with set_apart(str(path)):
                self.read(path, code)
        except InputError as error:
            self._left.add(path)
            say_left_out([f"{path.name} ({error.problem})"])
            return False
        return True

    def read(self, path: Path, code: str | None) -> Resolution:
        """The resolution in a file, in the language that the project's layout states; detected where it states none."""
        if path not in self._known:
            self._on_progress(path.name)
            self._known[path] = read_resolution(path, code)
        return self._known[path]


def _in_language(related: Iterable[Related], own: str, pivot: str) -> list[Related]:
    """The related resolutions in the pivot's language; where that is not the one that was named, those that have such a version."""
    if own == pivot:
        return list(related)
    return [replace(entry, path=entry.versions[own]) for entry in related if own in entry.versions]


def _related(reader: _Reader, entry: Related, pivot: Resolution, review: Review | None) -> RelatedDocument:
    other, place = reader.read(entry.path, _stated(entry)), Position(entry.place)
    earlier, later = (other, pivot) if place is Position.EARLIER else (pivot, other)
    return RelatedDocument(other, place, tuple(related_pins(review, earlier, later, pivot)))


def _stated(entry: Related) -> str | None:
    """The language that the layout states of a related resolution's file."""
    return next((code for code, path in entry.versions.items() if path == entry.path), None)


def _predecessor(reader: _Reader, project: Project) -> dict[str, Resolution]:
    """The versions of the nearest earlier resolution that the settings name, by language."""
    earlier = [entry for entry in project.related if entry.place == Position.EARLIER]
    files = earlier[-1].versions if earlier else {}
    return {code: reader.read(path, code) for code, path in files.items() if reader.takes(path, code)}


def _write(written: WrittenReport, output: Path, ui: str) -> None:
    from corpora.io import write_whole
    from reports.comparison.lineage import lineage_table
    from reports.exporters.html import write_report
    from reports.exporters.json_results import related_json, versions_json
    from reports.exporters.tables import finding_table, mandate_table, write_table

    result = written.result
    write_table(finding_table(result.findings, ui), output / "findings.csv")
    if result.related:
        write_table(mandate_table(result.mandate_changes), output / "mandates.csv")
    if result.lineage:
        write_table(lineage_table(result.lineage, ui), output / "lineage.csv")
    data = {
        "versions": versions_json(result.versions, result.selection, ui) if result.versions else None,
        "related": [related_json(pair, found, ui) for pair, found in result.related],
    }
    write_whole(output / "findings.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    write_report(
        written.page, result.versions, result.selection, result.related, ui, result.lineage, own=result.document
    )
