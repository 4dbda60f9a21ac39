"""Files that other tools take: which format a suffix asks for, and what it can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.errors import InputError
from corpora.io import write_whole
from corpora.resources.bitexts import is_bitext
from reports.comparison.rows import RelatedPair, Versions
from reports.exporters.units import LEVELS, related_units, version_units
from reports.findings.model import Finding
from reports.pipeline.case import examine
from reports.pipeline.files import case_of_files, case_of_related, review_beside
from reports.pipeline.progress import ProgressCallback, silent
from reports.pipeline.project import case_of_project
from reports.pipeline.run_options import RunOptions
from reports.project.layout import open_project
from reports.project.selection import Selection


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is to be written: where, units of paragraphs or segments, two related resolutions and how, the language of reasons.

    Raises InputError for another level than those of ``LEVELS``.
    """

    output: Path
    level: str
    related: bool
    columns: bool
    ui: str

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise InputError("--level", f"{self.level!r} is no level", hint=f"use {' or '.join(LEVELS)}")


TABLES = (".csv", ".parquet", ".json")
VERSIONS_SUFFIXES = (".tmx", ".xlf", ".xlsx", ".docx", ".xml", *TABLES)
RELATED_SUFFIXES = (".docx", ".xlsx", *TABLES)


def export_files(
    files: Sequence[Path], request: ExportRequest, options: RunOptions, on_progress: ProgressCallback = silent
) -> list[Path]:
    """Read, align and check what the files or the folder hold, and write it; returns the files written."""
    first, *rest = files
    if request.related:
        if len(rest) != 1:
            raise InputError("export", "--related wants two resolutions", hint="give the earlier, then the later")
        case = case_of_related(first, rest[0], options, on_progress=on_progress)
        pair, selection = examine(case, on_progress=on_progress).only_pair()
        return export_related(pair, selection, request.output, columns=request.columns, ui=request.ui)
    if first.is_dir():
        return _export_folder(first, request, options, on_progress)
    if not rest and not is_bitext(first):
        raise InputError("export", "one file given", hint="give a folder, or the pivot and other versions")
    result = examine(case_of_files(first, rest, options, on_progress=on_progress), on_progress=on_progress)
    versions = result.required_versions()
    return export_versions(versions, result.selection, request.output, level=request.level, ui=request.ui)


def _export_folder(
    folder: Path, request: ExportRequest, options: RunOptions, on_progress: ProgressCallback
) -> list[Path]:
    """A folder's versions as its review has them; a workbook takes the related resolutions as well."""
    case = case_of_project(open_project(folder), options, review_beside(folder), on_progress=on_progress)
    found = examine(case, on_progress=on_progress)
    if request.output.suffix.lower() == ".xlsx":
        return _write(_workbook(found.versions, found.selection, found.related, request.output, request.ui))
    if found.versions is None:
        raise InputError(str(folder), "holds one version only", hint="give two files and --related")
    return export_versions(found.versions, found.selection, request.output, level=request.level, ui=request.ui)


def export_versions(versions: Versions, selection: Selection, output: Path, *, level: str, ui: str) -> list[Path]:
    """Write language versions in the format of ``output``'s suffix; returns the files written.

    XLIFF takes two languages and Akoma Ntoso one: they become ``NAME.CODE.xlf`` and ``NAME.CODE.xml``, a file a language.
    Raises InputError for a suffix that versions cannot be written as.
    """
    suffix = output.suffix.lower()
    if suffix not in VERSIONS_SUFFIXES:
        raise InputError(str(output), f"no format {suffix!r}", hint=f"use {', '.join(VERSIONS_SUFFIXES)}")
    makers: Mapping[str, Callable[[], Iterator[tuple[Path, str | bytes]]]] = {
        ".tmx": lambda: _tmx(versions, selection.findings, output, level),
        ".xlf": lambda: _xliff(versions, selection.findings, output, level),
        ".xlsx": lambda: _workbook(versions, selection, [], output, ui),
        ".docx": lambda: _bitext_document(versions, selection.findings, output, ui),
        ".xml": lambda: _akoma_ntoso(versions, output),
    }
    if suffix in makers:
        return _write(makers[suffix]())
    from reports.exporters.tables import unit_table, write_table

    units = version_units(versions, selection.findings, level)
    write_table(unit_table(units, [d.language for d in versions.documents]), output)
    return [output]


def export_related(pair: RelatedPair, selection: Selection, output: Path, *, columns: bool, ui: str) -> list[Path]:
    """Write two related resolutions; as Word they are tracked changes, or two columns where ``columns`` asks for them.

    Raises InputError for a suffix that they cannot be written as.
    """
    suffix = output.suffix.lower()
    if suffix not in RELATED_SUFFIXES:
        raise InputError(str(output), f"no format {suffix!r}", hint=f"use {', '.join(RELATED_SUFFIXES)}")
    if suffix == ".docx":
        return _write(_related_document(pair, selection.findings, output, columns, ui))
    if suffix == ".xlsx":
        return _write(_workbook(None, Selection([], []), [(pair, selection)], output, ui))
    from reports.exporters.tables import unit_table, write_table

    write_table(unit_table(related_units(pair, selection.findings), ("earlier", "later")), output)
    return [output]


def _write(files: Iterator[tuple[Path, str | bytes]]) -> list[Path]:
    written = []
    for path, content in files:
        write_whole(path, content)
        written.append(path)
    return written


def _tmx(
    versions: Versions, findings: Sequence[Finding], output: Path, level: str
) -> Iterator[tuple[Path, str | bytes]]:
    from reports.exporters.tmx import tmx

    yield output, tmx(versions, findings, level)


def _xliff(
    versions: Versions, findings: Sequence[Finding], output: Path, level: str
) -> Iterator[tuple[Path, str | bytes]]:
    from reports.exporters.xliff import xliff

    for other in versions.others:
        name = output if len(versions.others) == 1 else output.with_suffix(f".{other.language}.xlf")
        yield name, xliff(versions, other.language, findings, level)


def _workbook(
    versions: Versions | None,
    selection: Selection,
    related: Sequence[tuple[RelatedPair, Selection]],
    output: Path,
    ui: str,
) -> Iterator[tuple[Path, str | bytes]]:
    from reports.exporters.workbook import workbook

    yield output, workbook(versions, selection, related, ui)


def _bitext_document(
    versions: Versions, findings: Sequence[Finding], output: Path, ui: str
) -> Iterator[tuple[Path, str | bytes]]:
    from reports.exporters.bitext_document import versions_document

    yield output, versions_document(versions, findings, ui)


def _related_document(
    pair: RelatedPair, findings: Sequence[Finding], output: Path, columns: bool, ui: str
) -> Iterator[tuple[Path, str | bytes]]:
    if columns:
        from reports.exporters.bitext_document import related_document

        yield output, related_document(pair, findings, ui)
    else:
        from reports.exporters.tracked_changes import tracked_document

        yield output, tracked_document(pair)


def _akoma_ntoso(versions: Versions, output: Path) -> Iterator[tuple[Path, str | bytes]]:
    from reports.exporters.akoma_ntoso import akoma_ntoso

    for document in versions.documents:
        yield output.with_suffix(f".{document.language}.xml"), akoma_ntoso(document)
