"""From files to findings: what the commands check, compare, lint, series and report do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpora.bitexts import is_bitext, read_bitext
from corpora.errors import UnusableInputError
from corpora.library import Library, library_of, read_library
from corpora.model import Resolution
from corpora.readers import docx
from corpora.reading import read_resolution
from reports.asked import Asked
from reports.comparison import RelatedPair, Versions, compare_bitext, compare_related, compare_versions
from reports.lineage import Lineage, trace
from reports.project import Project, Related, open_project, project_of_symbols
from reports.run import check_document, check_related, check_versions
from reports.selection import Selection

PAGE = "index.html"


def distinct_languages(documents: Sequence[Resolution]) -> None:
    """Raise UnusableInputError where two documents are in one language."""
    seen: dict[str, str] = {}
    for document in documents:
        if document.language in seen:
            raise UnusableInputError(
                document.name,
                f"is in {document.language}, as {seen[document.language]} is",
                mend="give one file a language; compare two resolutions of one language with hexapla compare",
            )
        seen[document.language] = document.name


def check_files(
    pivot: Path, others: Sequence[Path], asked: Asked | None = None, *, earlier: Sequence[Path] = ()
) -> tuple[Versions, Selection]:
    """Read, align and check language versions; ``earlier`` holds the versions of the related earlier resolution.

    A TMX or XLIFF file alone is a set of versions that is aligned already.
    """
    asked = asked or Asked()
    if not others and is_bitext(pivot):
        ready = compare_bitext(read_bitext(pivot), asked.settings)
        return ready, asked.select(check_versions(ready))
    documents = [read_resolution(path) for path in (pivot, *others)]
    distinct_languages(documents)
    before = [read_resolution(path) for path in earlier]
    distinct_languages(before)
    versions = compare_versions(
        documents[0], documents[1:], settings=asked.settings, predecessor=_predecessor(before, documents[0].language)
    )
    return versions, asked.select(check_versions(versions))


def _predecessor(documents: Sequence[Resolution], pivot: str) -> Versions | None:
    """The versions of an earlier resolution around the same pivot language, or around the first of them."""
    if not documents:
        return None
    first = next((d for d in documents if d.language == pivot), documents[0])
    return compare_versions(first, [d for d in documents if d is not first])


def compare_files(earlier: Path, later: Path | None, asked: Asked | None = None) -> tuple[RelatedPair, Selection]:
    """Read, align and check two related resolutions; a draft alone is compared with itself, its tracked changes rejected.

    Raises UnusableInputError where a draft alone holds no tracked change.
    """
    asked = asked or Asked()
    if later is None:
        require_tracked(earlier)
        first, second = (
            replace(read_resolution(earlier, before=True), name=f"{earlier} (before)"),
            read_resolution(earlier),
        )
    else:
        first, second = read_resolution(earlier), read_resolution(later)
    pair = compare_related(first, second, settings=asked.settings)
    return pair, asked.select(check_related(pair))


def require_tracked(draft: Path) -> None:
    """Raise UnusableInputError where a file is no Word document with tracked changes."""
    data = draft.read_bytes() if draft.is_file() else b""
    if not docx.takes(data[:4096], draft.suffix.lower()):
        raise UnusableInputError(
            str(draft), "is no Word document with tracked changes", mend="give a .docx draft, or two files"
        )
    if not docx.has_changes(str(draft), data):
        raise UnusableInputError(str(draft), "holds no tracked changes", mend="give the later resolution as well")


def base_of_draft(draft: Path, issued: Path, asked: Asked | None = None) -> tuple[RelatedPair, Selection]:
    """Compare the issued resolution with what a draft says once all its tracked changes are rejected, word for word."""
    asked = asked or Asked()
    base = read_resolution(draft, before=True)
    pair = compare_related(read_resolution(issued), base, settings=replace(asked.settings, select=("B101",)))
    return pair, replace(asked, settings=pair.settings).select(check_related(pair))


def trace_files(files: Sequence[Path], asked: Asked | None = None) -> tuple[Lineage, list[Selection]]:
    """Read a series of resolutions and follow its mandates; the findings of each step."""
    asked = asked or Asked()
    lineage = trace([read_resolution(path) for path in files], asked.settings)
    return lineage, [asked.select(check_related(pair)) for pair in lineage.pairs]


def lint_file(
    path: Path, language: str | None, asked: Asked | None = None, library: Path | None = None
) -> tuple[Resolution, Selection]:
    """Read one document and check it alone; ``library`` says when the documents that it cites were adopted."""
    asked = asked or Asked()
    document = read_resolution(path, language)
    place = library or asked.settings.library
    found = check_document(document, asked.settings, open_library(place) if place else Library())
    return document, asked.select(found)


def open_library(place: Path) -> Library:
    """The library in a CSV file, or made from every document below a folder that can be read."""
    if not place.exists():
        raise UnusableInputError(str(place), "no such library", mend="give a folder of documents or a CSV file")
    if place.is_file():
        return read_library(place)
    from reports.corpus import corpus_files

    found: dict[str, Resolution] = {}
    for path in corpus_files(place):
        try:
            document = read_resolution(path)
        except UnusableInputError:
            # A folder of documents may hold letters and reports; they only do not count as resolutions.
            continue
        if document.symbol:
            found.setdefault(document.symbol, document)
    return library_of(found)


@dataclass(frozen=True)
class Examined:
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

    @property
    def title(self) -> str:
        """The symbol of the resolution, or the name of its file."""
        first = self.versions.pivot if self.versions else self.related[0][0].earlier
        return first.symbol or first.name


@dataclass(frozen=True)
class Result(Examined):
    """What ``report`` made, and where the page is."""

    page: Path = Path(PAGE)


def report_folder(folder: Path, output: Path, ui: str, asked: Asked | None = None) -> Result:
    """Check a folder and write the report: the page, the findings as JSON and CSV, the mandates."""
    return report_project(open_project(folder), output, ui, asked or Asked())


def report_symbols(
    symbol: str, related: Sequence[str], library: Path, output: Path, ui: str, asked: Asked | None = None
) -> Result:
    """The same for documents of a library, by symbol."""
    asked = asked or Asked()
    return report_project(project_of_symbols(symbol, related, library, asked.settings.pivot), output, ui, asked)


def report_project(project: Project, output: Path, ui: str, asked: Asked) -> Result:
    """Check what a project names and write the report."""
    found = examine(project, asked)
    result = Result(found.versions, found.selection, found.related, found.lineage, output / PAGE)
    _write(result, output, ui)
    return result


def examine(project: Project, asked: Asked) -> Examined:
    """Read, align and check what a project names."""
    pivot = read_resolution(project.versions[project.pivot], project.pivot)
    others = [read_resolution(path, code) for code, path in project.versions.items() if code != project.pivot]
    versions = None
    if others:
        before = _earlier_versions(project)
        versions = compare_versions(
            pivot, others, settings=asked.settings, predecessor=_predecessor(before, project.pivot)
        )
    selection = asked.select(check_versions(versions)) if versions else Selection([], [])
    related = [_related(pivot, entry, asked) for entry in project.related]
    return Examined(versions, selection, related, _lineage(pivot, related, asked))


def _earlier_versions(project: Project) -> list[Resolution]:
    """The versions of the nearest earlier resolution that the settings name."""
    earlier = [entry for entry in project.related if entry.place == "earlier"]
    return [read_resolution(path, code) for code, path in earlier[-1].versions.items()] if earlier else []


def _related(pivot: Resolution, entry: Related, asked: Asked) -> tuple[RelatedPair, Selection]:
    other = read_resolution(entry.path)
    first, second = (pivot, other) if entry.place == "later" else (other, pivot)
    pair = compare_related(first, second, settings=asked.settings)
    return pair, asked.select(check_related(pair))


def _lineage(pivot: Resolution, related: Sequence[tuple[RelatedPair, Selection]], asked: Asked) -> Lineage | None:
    """The series that earlier, own and later resolutions make, where they are more than two."""
    if len(related) < 2:
        return None
    earlier = [pair.earlier for pair, _ in related if pair.later is pivot]
    later = [pair.later for pair, _ in related if pair.earlier is pivot]
    return trace([*earlier, pivot, *later], asked.settings)


def _write(result: Result, output: Path, ui: str) -> None:
    from corpora.files import write_whole
    from reports.exporters.html import write_report
    from reports.exporters.json_results import related_json, versions_json
    from reports.lineage import lineage_table
    from reports.tables import finding_table, mandate_table, write_table

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
