"""A whole project: its versions and related resolutions examined, the report written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpora.model import Resolution
from corpora.reading import read_resolution
from reports.checks.runner import check_related, check_versions
from reports.comparison.lineage import Lineage, trace
from reports.comparison.rows import RelatedPair, Versions, compare_related, compare_versions
from reports.decisions.applying import VERSIONS, related_pair, related_pins, version_pins, without_dismissed
from reports.decisions.decisions import Review, review_of
from reports.decisions.journal import journal_beside
from reports.pipeline.files import predecessor_versions
from reports.pipeline.progress import ProgressCallback, silent
from reports.pipeline.run_options import RunOptions
from reports.project.layout import Project, Related, open_project, project_of_symbols
from reports.project.selection import Selection

PAGE = "index.html"


@dataclass(frozen=True)
class ProjectResult:
    """What a project comes to: the versions and the related pairs with their findings, the series that they make."""

    versions: Versions | None
    selection: Selection
    related: list[tuple[RelatedPair, Selection]]
    lineage: Lineage | None = field(default=None)

    @property
    def selections(self) -> list[Selection]:
        """The findings of the versions, then those of each pair."""
        own = [self.selection] if self.versions else []
        return own + [found for _, found in self.related]


@dataclass(frozen=True)
class Result(ProjectResult):
    """What ``report`` made, and where the page is."""

    page: Path = Path(PAGE)


def report_folder(
    folder: Path, output: Path, ui: str, options: RunOptions | None = None, on_progress: ProgressCallback = silent
) -> Result:
    """Check a folder and write the report: the page, the findings as JSON and CSV, the mandates."""
    return report_project(open_project(folder), output, ui, options or RunOptions(), on_progress)


def report_symbols(
    symbol: str,
    related: Sequence[str],
    library: Path,
    output: Path,
    ui: str,
    options: RunOptions | None = None,
    on_progress: ProgressCallback = silent,
) -> Result:
    """The same for documents of a library, by symbol."""
    options = options or RunOptions()
    return report_project(
        project_of_symbols(symbol, related, library, options.settings.pivot), output, ui, options, on_progress
    )


def report_project(
    project: Project, output: Path, ui: str, options: RunOptions, on_progress: ProgressCallback = silent
) -> Result:
    """Check what a project names and write the report; what its reviewers pinned holds, what they dismissed is not shown."""
    found = examine(project, options, review_beside(project.folder), on_progress=on_progress)
    on_progress(PAGE)
    result = Result(found.versions, found.selection, found.related, found.lineage, output / PAGE)
    _write(result, output, ui)
    return result


def review_beside(folder: Path) -> Review | None:
    """What a folder's journal comes to; None where nobody has reviewed it."""
    journal = journal_beside(folder)
    return review_of(journal.events()) if journal else None


def examine(
    project: Project,
    options: RunOptions,
    review: Review | None = None,
    *,
    hide: bool = True,
    on_progress: ProgressCallback = silent,
) -> ProjectResult:
    """Read, align and check what a project names.

    ``review`` gives pins for the alignment; with ``hide`` what it dismisses is suppressed. ``on_progress`` is told of each step.
    """
    documents = {}
    for code, path in project.versions.items():
        on_progress(path.name)
        documents[code] = read_resolution(path, code)
    pivot = documents.pop(project.pivot)
    others = list(documents.values())
    versions = None
    if others:
        on_progress(" ".join([pivot.language, *documents]))
        before = _earlier_versions(project)
        versions = compare_versions(
            pivot,
            others,
            settings=options.settings,
            predecessor=predecessor_versions(before, project.pivot),
            pins=version_pins(review, pivot, others),
        )
    hiding = review if hide else None
    selection = options.select(check_versions(versions)) if versions else Selection([], [])
    related = []
    for entry in project.related:
        on_progress(entry.path.name)
        related.append(_related(pivot, entry, options, review, hiding))
    selection = without_dismissed(selection, hiding, VERSIONS)
    return ProjectResult(versions, selection, related, _lineage(pivot, related, options))


def _earlier_versions(project: Project) -> list[Resolution]:
    """The versions of the nearest earlier resolution that the settings name."""
    earlier = [entry for entry in project.related if entry.place == "earlier"]
    return [read_resolution(path, code) for code, path in earlier[-1].versions.items()] if earlier else []


def _related(
    pivot: Resolution, entry: Related, options: RunOptions, review: Review | None, hiding: Review | None
) -> tuple[RelatedPair, Selection]:
    other = read_resolution(entry.path)
    first, second = (pivot, other) if entry.place == "later" else (other, pivot)
    pins = related_pins(review, first, second, pivot)
    pair = compare_related(first, second, settings=options.settings, pins=pins)
    found = options.select(check_related(pair))
    return pair, without_dismissed(found, hiding, related_pair(first, second, pivot).name)


def _lineage(
    pivot: Resolution, related: Sequence[tuple[RelatedPair, Selection]], options: RunOptions
) -> Lineage | None:
    """The series that earlier, own and later resolutions make, where they are more than two."""
    if len(related) < 2:
        return None
    earlier = [pair.earlier for pair, _ in related if pair.later is pivot]
    later = [pair.later for pair, _ in related if pair.earlier is pivot]
    return trace([*earlier, pivot, *later], options.settings)


def _write(result: Result, output: Path, ui: str) -> None:
    from corpora.io import write_whole
    from reports.comparison.lineage import lineage_table
    from reports.exporters.html import write_report
    from reports.exporters.json_results import related_json, versions_json
    from reports.exporters.tables import finding_table, mandate_table, write_table

    everything = [*result.selection.findings, *(f for _, found in result.related for f in found.findings)]
    write_table(finding_table(everything, ui), output / "findings.csv")
    if result.related:
        write_table(mandate_table(c for pair, _ in result.related for c in pair.changes), output / "mandates.csv")
    if result.lineage:
        write_table(lineage_table(result.lineage, ui), output / "lineage.csv")
    data = {
        "versions": versions_json(result.versions, result.selection, ui) if result.versions else None,
        "related": [related_json(pair, found, ui) for pair, found in result.related],
    }
    write_whole(output / "findings.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    write_report(result.page, result.versions, result.selection, result.related, ui, result.lineage)
