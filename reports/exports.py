"""Files that other tools take: which format a suffix asks for, and what it can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.bitexts import is_bitext
from corpora.errors import UnusableInputError
from corpora.files import write_whole
from reports.asked import Asked
from reports.comparison import RelatedPair, Versions
from reports.exporters.units import LEVELS, related_units, version_units
from reports.finding import Finding
from reports.progress import Tick, silent
from reports.project import open_project
from reports.reporting import examine, review_beside
from reports.selection import Selection
from reports.session import check_files, compare_files


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: where, units of paragraphs or segments, two related resolutions and how, the language of reasons.

    Raises UnusableInputError for another level than those of ``LEVELS``.
    """

    output: Path
    level: str
    related: bool
    columns: bool
    ui: str

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise UnusableInputError("--level", f"{self.level!r} is no level", mend=f"use {' or '.join(LEVELS)}")


TABLES = (".csv", ".parquet", ".json")
VERSIONS_SUFFIXES = (".tmx", ".xlf", ".xlsx", ".docx", ".xml", *TABLES)
RELATED_SUFFIXES = (".docx", ".xlsx", *TABLES)


def export_files(files: Sequence[Path], wanted: Wanted, asked: Asked, tick: Tick = silent) -> list[Path]:
    """Read, align and check what the files or the folder hold, and write it; returns the files written."""
    first, *rest = files
    if wanted.related:
        if len(rest) != 1:
            raise UnusableInputError(
                "export", "--related wants two resolutions", mend="give the earlier, then the later"
            )
        pair, selection = compare_files(first, rest[0], asked, tick=tick)
        return export_related(pair, selection, wanted.output, columns=wanted.columns, ui=wanted.ui)
    if first.is_dir():
        return _export_folder(first, wanted, asked, tick)
    if not rest and not is_bitext(first):
        raise UnusableInputError("export", "one file given", mend="give a folder, or the pivot and other versions")
    versions, selection = check_files(first, rest, asked, tick=tick)
    return export_versions(versions, selection, wanted.output, level=wanted.level, ui=wanted.ui)


def _export_folder(folder: Path, wanted: Wanted, asked: Asked, tick: Tick) -> list[Path]:
    """A folder's versions as its review has them; a workbook takes the related resolutions as well."""
    found = examine(open_project(folder), asked, review_beside(folder), tick=tick)
    if wanted.output.suffix.lower() == ".xlsx":
        return _write(_workbook(found.versions, found.selection, found.related, wanted.output, wanted.ui))
    if found.versions is None:
        raise UnusableInputError(str(folder), "holds one version only", mend="give two files and --related")
    return export_versions(found.versions, found.selection, wanted.output, level=wanted.level, ui=wanted.ui)


def export_versions(versions: Versions, selection: Selection, output: Path, *, level: str, ui: str) -> list[Path]:
    """Write language versions in the format of ``output``'s suffix; returns the files written.

    XLIFF takes two languages and Akoma Ntoso one: they become ``NAME.CODE.xlf`` and ``NAME.CODE.xml``, a file a language.
    Raises UnusableInputError for a suffix that versions cannot be written as.
    """
    suffix = output.suffix.lower()
    if suffix not in VERSIONS_SUFFIXES:
        raise UnusableInputError(str(output), f"no format {suffix!r}", mend=f"use {', '.join(VERSIONS_SUFFIXES)}")
    makers: Mapping[str, Callable[[], Iterator[tuple[Path, str | bytes]]]] = {
        ".tmx": lambda: _tmx(versions, selection.findings, output, level),
        ".xlf": lambda: _xliff(versions, selection.findings, output, level),
        ".xlsx": lambda: _workbook(versions, selection, [], output, ui),
        ".docx": lambda: _bitext_document(versions, selection.findings, output, ui),
        ".xml": lambda: _akoma_ntoso(versions, output),
    }
    if suffix in makers:
        return _write(makers[suffix]())
    from reports.tables import unit_table, write_table

    units = version_units(versions, selection.findings, level)
    write_table(unit_table(units, [d.language for d in versions.documents]), output)
    return [output]


def export_related(pair: RelatedPair, selection: Selection, output: Path, *, columns: bool, ui: str) -> list[Path]:
    """Write two related resolutions; as Word they are tracked changes, or two columns where ``columns`` asks for them.

    Raises UnusableInputError for a suffix that they cannot be written as.
    """
    suffix = output.suffix.lower()
    if suffix not in RELATED_SUFFIXES:
        raise UnusableInputError(str(output), f"no format {suffix!r}", mend=f"use {', '.join(RELATED_SUFFIXES)}")
    if suffix == ".docx":
        return _write(_related_document(pair, selection.findings, output, columns, ui))
    if suffix == ".xlsx":
        return _write(_workbook(None, Selection([], []), [(pair, selection)], output, ui))
    from reports.tables import unit_table, write_table

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
