"""A Word document with the versions (or two related resolutions) in columns, findings as comments.

Written by python-docx; right-to-left cells and repeated heads follow ECMA-376, part 1 (17.3.1.6, 17.4.49).
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator, Mapping, Sequence

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from corpora.languages import Language, language
from corpora.model import Span
from reports.comparison.rows import RelatedPair, Versions
from reports.exporters.base import Content, Exported, ExportedFile, ExportRequest
from reports.exporters.steady import steady
from reports.exporters.units import Unit, UnitText, related_units, version_units
from reports.exporters.xml_text import xml_text
from reports.findings.model import Finding
from reports.findings.severities import severity_label
from reports.messages.catalogue import language_name, say_address


def versions_document(versions: Versions, findings: Sequence[Finding], ui: str) -> bytes:
    """The versions in columns, the pivot first."""
    heads = {d.language: language_name(d.language, ui).capitalize() for d in versions.documents}
    codes = {code: code for code in heads}
    title = versions.pivot.label
    return _document(title, versions.pivot.title, heads, codes, version_units(versions, findings), ui)


def related_document(pair: RelatedPair, findings: Sequence[Finding], ui: str) -> bytes:
    """Two related resolutions in two columns."""
    sides = {"earlier": pair.earlier, "later": pair.later}
    heads = {side: r.label for side, r in sides.items()}
    codes = {side: r.language for side, r in sides.items()}
    return _document(" → ".join(heads.values()), pair.later.title, heads, codes, related_units(pair, findings), ui)


_LABELS = 2.6
"""Centimetres of the column that says where a unit stands."""


def _document(
    title: str, subtitle: str, heads: Mapping[str, str], codes: Mapping[str, str], units: Sequence[Unit], ui: str
) -> bytes:
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(1.5)
    document.add_heading(xml_text(title), level=1)
    if subtitle:
        document.add_paragraph(xml_text(subtitle))
    table = document.add_table(rows=1, cols=len(heads) + 1, style="Table Grid")
    table.autofit = False
    width = Cm((29.7 - 3.0 - _LABELS) / len(heads))
    cells = table.rows[0].cells
    for cell, head in zip(cells, ["", *heads.values()], strict=True):
        cell.paragraphs[0].add_run(xml_text(head)).bold = True
    _repeat(table.rows[0]._tr)
    for column, size in zip(table.columns, [Cm(_LABELS), *[width] * len(heads)], strict=True):
        column.width = size
    for unit in units:
        cells = table.add_row().cells
        cells[0].width = Cm(_LABELS)
        label = cells[0].paragraphs[0].add_run(xml_text(f"{say_address(unit.address, ui)}\n{unit.relation}".strip()))
        label.font.size = Pt(8)
        for cell, side in zip(cells[1:], heads, strict=True):
            cell.width = width
            if side in unit.parts:
                _fill(document, cell, unit.parts[side], language(codes[side]), ui)
    buffer = io.BytesIO()
    document.save(buffer)
    return steady(buffer.getvalue())


def _repeat(row: CT_Row) -> None:
    """Let the row stand at the head of every page."""
    properties = row.get_or_add_trPr()
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    properties.append(head)


def _fill(document: DocumentType, cell: _Cell, part: UnitText, language: Language, ui: str) -> None:
    paragraph = cell.paragraphs[0]
    rtl = language.direction == "rtl"
    if rtl:
        _right_to_left(paragraph)
    cuts = sorted({0, len(part.text), *(m.span.start for m in part.marks), *(m.span.end for m in part.marks)})
    runs: list[tuple[Span, Run]] = []
    number = part.numbers[0] if part.numbers else ""
    if number:
        _dress(paragraph.add_run(xml_text(f"{number}. ")), language, rtl, marked=False)
    for start, end in itertools.pairwise(cuts):
        run = paragraph.add_run(xml_text(part.text[start:end]))
        marked = any(
            m.span.start <= start and end <= m.span.end and len(m.span) < 0.8 * len(part.text) for m in part.marks
        )
        _dress(run, language, rtl, marked=marked)
        runs.append((Span(start, end), run))
    for mark in part.marks:
        covered = [run for span, run in runs if mark.span.start <= span.start and span.end <= mark.span.end]
        if covered:
            finding = mark.finding
            words = f"{finding.code} ({severity_label(finding.severity, ui)}): {finding.message(ui)}"
            document.add_comment(covered, text=xml_text(words), author="Hexapla", initials="H")


_EAST_ASIAN = ("han", "hiragana", "katakana", "hangul")
"""Scripts whose text Word sets in its East Asian font."""


def _right_to_left(paragraph: WordParagraph) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(OxmlElement("w:bidi"))


def _dress(run: Run, language: Language, rtl: bool, *, marked: bool) -> None:
    run.font.size = Pt(9)
    run.bold = marked or None
    properties = run._r.get_or_add_rPr()
    if rtl:
        run.font.rtl = True
    tongue = OxmlElement("w:lang")
    east_asian = language.writing.script in _EAST_ASIAN
    tongue.set(qn("w:bidi" if rtl else "w:eastAsia" if east_asian else "w:val"), language.code)
    properties.append(tongue)


class WordExporter:
    """A Word document: versions in columns; related resolutions as tracked changes, or in columns where asked for."""

    suffixes = (".docx",)
    takes = frozenset({Content.VERSIONS, Content.RELATED})

    def files(self, given: Exported, request: ExportRequest) -> Iterator[ExportedFile]:
        """One file."""
        if given.versions is not None:
            yield request.output, versions_document(given.versions, given.selection.findings, request.ui)
            return
        (pair, selection), *_ = given.related
        if request.columns:
            yield request.output, related_document(pair, selection.findings, request.ui)
        else:
            from reports.exporters.tracked_changes import tracked_document

            yield request.output, tracked_document(pair)


EXPORTER = WordExporter()
