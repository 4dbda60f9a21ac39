"""From files to findings: what the commands check, compare and report do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.errors import UnusableInputError
from corpora.model import Resolution
from corpora.reading import read_resolution
from reports.comparison import RelatedPair, Versions, compare_related, compare_versions
from reports.finding import Finding
from reports.project import open_project
from reports.run import check_related, check_versions

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


def check_files(pivot: Path, others: Sequence[Path]) -> tuple[Versions, list[Finding]]:
    """Read, align and check language versions."""
    documents = [read_resolution(path) for path in (pivot, *others)]
    distinct_languages(documents)
    versions = compare_versions(documents[0], documents[1:])
    return versions, check_versions(versions)


def compare_files(earlier: Path, later: Path) -> tuple[RelatedPair, list[Finding]]:
    """Read, align and check two related resolutions."""
    pair = compare_related(read_resolution(earlier), read_resolution(later))
    return pair, check_related(pair)


@dataclass(frozen=True)
class Result:
    """What ``report`` made: the versions and the related pairs with their findings, and where the page is."""

    versions: Versions | None
    findings: list[Finding]
    related: list[tuple[RelatedPair, list[Finding]]]
    page: Path


def report_folder(folder: Path, output: Path, ui: str) -> Result:
    """Check a folder and write the report: the page, the findings as JSON and CSV."""
    from reports.exporters.html import write_report
    from reports.exporters.json_results import related_json, versions_json
    from reports.files import write_whole
    from reports.tables import finding_table, mandate_table, write_table

    project = open_project(folder)
    pivot = read_resolution(project.versions[project.pivot], project.pivot)
    others = [read_resolution(path, code) for code, path in project.versions.items() if code != project.pivot]
    versions = compare_versions(pivot, others) if others else None
    findings = check_versions(versions) if versions else []
    related = []
    for entry in project.related:
        other = read_resolution(entry.path)
        pair = compare_related(pivot, other) if entry.place == "later" else compare_related(other, pivot)
        related.append((pair, check_related(pair)))
    everything = [*findings, *(f for _, found in related for f in found)]
    write_table(finding_table(everything, ui), output / "findings.csv")
    if related:
        write_table(mandate_table(c for pair, _ in related for c in pair.changes), output / "mandates.csv")
    data = {
        "versions": versions_json(versions, findings, ui) if versions else None,
        "related": [related_json(pair, found, ui) for pair, found in related],
    }
    write_whole(output / "findings.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    write_report(output / PAGE, versions, findings, related, ui)
    return Result(versions, findings, related, output / PAGE)
