"""Workbooks (XLSX): the columns of the report, findings as cell notes, a sheet of findings that takes decisions.

A reviser fills in the columns "decision" and "comment" of the sheet of findings; the review reads them back by fingerprint.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from corpora.languages import language, language_of
from corpora.model import Span
from reports.comparison.rows import RelatedPair, Versions
from reports.exporters.base import Content, Exported, ExportedFile, ExportRequest
from reports.exporters.steady import steady
from reports.exporters.tables import mandate_table
from reports.exporters.units import QuotedStretch, Unit, UnitText, related_units, version_units
from reports.findings.model import Finding, Severity
from reports.findings.severities import severity_label
from reports.messages.catalogue import breakable, language_name, say_address, say_addresses
from reports.messages.sheet_heads import column_heads, decision_words
from reports.project.selection import Selection

LIMIT = 32_767
"""Characters that a cell holds (Excel specifications and limits, Microsoft)."""
DECISIONS = ("accept", "dismiss", "tolerate")
_FILLS = {
    Severity.CRITICAL: "FBDFE6",
    Severity.MAJOR: "FDEACB",
    Severity.MINOR: "FBF5C4",
    Severity.NEUTRAL: "E6EBF1",
}
_INKS = {
    Severity.CRITICAL: "A3123A",
    Severity.MAJOR: "9A4700",
    Severity.MINOR: "6A5A00",
    Severity.NEUTRAL: "47566B",
}


@dataclass(frozen=True)
class ImportedDecision:
    """What was decided of a finding, as a workbook shows it."""

    decision: str
    comment: str
    reviser: str


def workbook(
    versions: Versions | None,
    selection: Selection,
    related: Sequence[tuple[RelatedPair, Selection]],
    ui: str,
    decided: Mapping[str, ImportedDecision] | None = None,
) -> bytes:
    """The workbook as bytes: a sheet of versions, one for each related pair with its mandates, one of findings."""
    book = Workbook()
    first = book.active
    if first is not None:
        book.remove(first)
    head = column_heads(ui)
    if versions:
        codes = [d.language for d in versions.documents]
        units = version_units(versions, selection.findings)
        titles = {code: language_name(code, ui).capitalize() for code in codes}
        _columns(book, head["versions"], units, titles, {c: language(c).direction for c in codes}, ui)
    for i, (pair, found) in enumerate(related, 1):
        suffix = f" {i}" if len(related) > 1 else ""
        sides = {"earlier": pair.earlier, "later": pair.later}
        titles = {side: f"{head[side]}: {r.label}" for side, r in sides.items()}
        directions = {side: language_of(r).direction for side, r in sides.items()}
        name = f"{head['earlier']} – {head['later']}{suffix}"
        _columns(book, name, related_units(pair, found.findings), titles, directions, ui)
        _mandates(book, f"{head['mandates']}{suffix}", pair)
    everything = [*selection.findings, *(f for _, found in related for f in found.findings)]
    hidden = [s.finding for chosen in (selection, *(found for _, found in related)) for s in chosen.suppressed]
    wanted = {f.fingerprint for f in everything} | set(decided or {})
    _findings(book, [*everything, *(f for f in hidden if f.fingerprint in wanted)], decided or {}, ui)
    buffer = io.BytesIO()
    book.save(buffer)
    return steady(buffer.getvalue())


def table_workbook(table: pl.DataFrame, name: str) -> bytes:
    """A table as a workbook of one sheet, the names of its columns as the head."""
    book = Workbook()
    del book["Sheet"]
    widths = [_WIDE if table[column].dtype == pl.String else _NARROW for column in table.columns]
    sheet = _headed(book, name, table.columns, widths)
    for row, values in enumerate(table.iter_rows(), 2):
        for column, value in enumerate(values, 1):
            _put(sheet, row, column, value if isinstance(value, str | float | int | None) else str(value))
    _finish(sheet, "B2")
    buffer = io.BytesIO()
    book.save(buffer)
    return steady(buffer.getvalue())


_WIDE, _NARROW = 28, 10
"""Characters of a column of words, of one of figures."""


def _put(sheet: Worksheet, row: int, column: int, value: str | float | CellRichText | None) -> Cell:
    """Write a value as it is: words that begin with "=" are words, not a formula."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:LIMIT]
        cell.data_type = "s"
    else:
        cell.value = value
    return cell


def _headed(book: Workbook, name: str, heads: Sequence[str], widths: Sequence[int]) -> Worksheet:
    """A sheet with a head that stays in sight."""
    sheet: Worksheet = book.create_sheet(name[:31])
    for column, (title, width) in enumerate(zip(heads, widths, strict=True), 1):
        cell = _put(sheet, 1, column, title)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E6EBF1")
        sheet.column_dimensions[get_column_letter(column)].width = width
    return sheet


def _finish(sheet: Worksheet, freeze: str) -> None:
    sheet.freeze_panes = freeze
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _columns(
    book: Workbook,
    name: str,
    units: Iterable[Unit],
    titles: Mapping[str, str],
    directions: Mapping[str, str],
    ui: str,
) -> None:
    """A sheet with one column a side: rows that correspond, cells coloured and noted where findings stand."""
    head = column_heads(ui)
    sides = list(titles)
    heads = [head["place"], head["kind"], *titles.values(), head["relation"], head["findings"]]
    sheet = _headed(book, name, heads, [18, 13, *[46] * len(sides), 12, 14])
    for row, unit in enumerate(units, 2):
        _put(sheet, row, 1, breakable(say_address(unit.address, ui)))
        _put(sheet, row, 2, unit.kind)
        for column, side in enumerate(sides, 3):
            part = unit.parts.get(side)
            cell = _part(sheet, row, column, part, ui) if part else _put(sheet, row, column, "")
            rtl = directions[side] == "rtl"
            cell.alignment = Alignment(
                wrap_text=True, vertical="top", horizontal="right" if rtl else "left", readingOrder=2 if rtl else 1
            )
        _put(sheet, row, len(sides) + 3, unit.relation)
        _put(sheet, row, len(sides) + 4, " ".join(sorted({f.code for f in unit.findings})))
    _finish(sheet, "C2")


def _part(sheet: Worksheet, row: int, column: int, part: UnitText, ui: str) -> Cell:
    cell = _put(sheet, row, column, part.text)
    if not part.marks:
        return cell
    worst = max(mark.finding.severity for mark in part.marks)
    cell.fill = PatternFill("solid", fgColor=_FILLS[worst])
    rich = _rich(part)
    if rich is not None:
        cell.value = rich
    lines = dict.fromkeys(
        f"{m.finding.code} ({severity_label(m.finding.severity, ui)}): {m.finding.message(ui)}" for m in part.marks
    )
    note = Comment(ILLEGAL_CHARACTERS_RE.sub("\ufffd", "\n".join(lines))[:LIMIT], "Hexapla")
    note.width, note.height = 420, 60 + 40 * len(lines)
    cell.comment = note
    return cell


def _rich(part: UnitText) -> CellRichText | None:
    """The text with the marked words bold in the colour of their severity; None where whole paragraphs are marked."""
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", part.text)[:LIMIT]
    spans = _apart([m for m in part.marks if 0 < len(m.span) < 0.8 * len(text) and m.span.end <= len(text)])
    if not spans:
        return None
    pieces: list[str | TextBlock] = []
    place = 0
    for span, severity in spans:
        if text[place : span.start]:
            pieces.append(text[place : span.start])
        pieces.append(TextBlock(InlineFont(b=True, color=Color(_INKS[severity])), text[span.start : span.end]))
        place = span.end
    if text[place:]:
        pieces.append(text[place:])
    return CellRichText(*pieces)


def _apart(marks: Sequence[QuotedStretch]) -> list[tuple[Span, Severity]]:
    """The marked stretches without overlap, the earlier one first."""
    out: list[tuple[Span, Severity]] = []
    for mark in sorted(marks, key=lambda m: m.span):
        start = max(mark.span.start, out[-1][0].end) if out else mark.span.start
        if start < mark.span.end:
            out.append((Span(start, mark.span.end), mark.finding.severity))
    return out


def _mandates(book: Workbook, name: str, pair: RelatedPair) -> None:
    table = mandate_table(pair.changes)
    sheet = _headed(book, name, table.columns, [40 if c.endswith("action") else 18 for c in table.columns])
    for row, values in enumerate(table.iter_rows(), 2):
        for column, value in enumerate(values, 1):
            cell = _put(sheet, row, column, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    _finish(sheet, "B2")


def _findings(book: Workbook, findings: Sequence[Finding], decided: Mapping[str, ImportedDecision], ui: str) -> None:
    """One row a finding, with room for a decision."""
    head, said = column_heads(ui), decision_words(ui)
    keys = (
        "code", "severity", "place", "languages", "reason", "first", "second", "decision", "comment", "reviser",
        "fingerprint", "before",
    )  # fmt: skip
    sheet = _headed(book, head["findings"], [head[k] for k in keys], [8, 11, 24, 11, 70, 36, 36, 18, 36, 16, 22, 12])
    for row, finding in enumerate(findings, 2):
        places = [p for p in (finding.source, finding.target) if p]
        known = decided.get(finding.fingerprint)
        values = (
            finding.code,
            severity_label(finding.severity, ui),
            breakable(say_addresses(finding.addresses, ui)),
            " ".join(dict.fromkeys(p.language for p in places)),
            finding.message(ui),
            finding.source.quote if finding.source else "",
            finding.target.quote if finding.target else "",
            said.get(known.decision, "") if known else "",
            known.comment if known else "",
            known.reviser if known else "",
            finding.fingerprint,
            said.get(known.decision, "") if known else "",
        )
        for column, value in enumerate(values, 1):
            cell = _put(sheet, row, column, value)
            cell.alignment = Alignment(wrap_text=column in (5, 6, 7, 9), vertical="top")
        _put(sheet, row, 2, values[1]).fill = PatternFill("solid", fgColor=_FILLS[finding.severity])
    choice = DataValidation(type="list", formula1=f'"{",".join(said[d] for d in DECISIONS)}"', allow_blank=True)
    sheet.add_data_validation(choice)
    choice.add(f"H2:H{len(findings) + 2}")
    # What stood here when the file was written: a decision read back is compared with it, not only with what holds then.
    sheet.column_dimensions["L"].hidden = True
    _finish(sheet, "B2")


class WorkbookExporter:
    """A workbook, which takes versions and related resolutions together."""

    suffixes = (".xlsx",)
    takes = frozenset(Content)

    def files(self, given: Exported, request: ExportRequest) -> Iterator[ExportedFile]:
        """One file."""
        yield request.output, workbook(given.versions, given.selection, given.related, request.ui)


EXPORTER = WorkbookExporter()
