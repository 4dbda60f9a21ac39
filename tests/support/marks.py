"""What a page marks of its findings: no column of a finding's row may be without its words, what renders them, or a caret."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.comparison.rows import RelatedPair, Versions
from reports.exporters.html.row_views import CellView
from reports.exporters.html.views import RowView, page_view
from reports.findings.model import Finding
from reports.project.selection import Selection


def unmarked(compared: Versions | RelatedPair, found: Sequence[Finding]) -> list[str]:
    """The findings that a page of the comparison leaves without a mark, or without a row, and where: "D406 op3: ru zh"."""
    selection = Selection(list(found), [])
    if isinstance(compared, Versions):
        page = page_view(compared, selection, [])
    else:
        page = page_view(None, Selection([], []), [(compared, selection)])
    rows = [row for section in page.sections for row in section.rows]
    standing = {finding.key for row in rows for finding in row.findings}
    homeless = [f"{view.code} {view.place['en']}: no row" for view in page.findings if view.key not in standing]
    return [*homeless, *(line for row in rows for line in _of_row(row))]


def _of_row(row: RowView) -> Iterator[str]:
    columns = [(cell.code, cell) for cell in row.shown.cells if cell]
    if row.shown.inline:
        columns.append(("one column", row.shown.inline))
    marked = {id(cell): set(_keys(cell)) for _, cell in columns}
    for finding in row.findings:
        without = [code for code, cell in columns if finding.key not in marked[id(cell)]]
        if finding.key not in row.shown.lacking and None in row.shown.cells:
            without.append("empty")
        if without:
            yield f"{finding.code} {row.label}: {' '.join(without)}"


def _keys(cell: CellView) -> Iterator[str]:
    for paragraph in (p for part in cell.parts for p in part.paragraphs):
        if paragraph.whole:
            yield from (*paragraph.whole.findings, *paragraph.whole.renders)
        for piece in paragraph.pieces:
            yield from (*piece.findings, *piece.renders)
