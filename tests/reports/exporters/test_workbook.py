"""The workbook as a reviser opens it."""

from __future__ import annotations

import io

import openpyxl

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_related, check_versions
from reports.comparison.rows import RelatedPair, Versions, compare_versions
from reports.exporters.workbook import workbook
from reports.findings.model import Finding
from reports.project.selection import Selection


def test_workbook_as_a_reviser_opens_it(six: Versions, found: list[Finding], related: RelatedPair) -> None:
    changes = check_related(related)
    data = workbook(six, Selection(found, []), [(related, Selection(changes, []))], "en")
    book = openpyxl.load_workbook(io.BytesIO(data), rich_text=True)
    assert book.sheetnames == ["Versions", "Earlier – Later", "Mandates", "Findings"]
    sheet = book["Versions"]
    assert [c.value for c in sheet[1]][:8] == [
        "Paragraph", "Kind", "French", "English", "Spanish", "Russian", "Arabic", "Chinese",
    ]  # fmt: skip
    assert sheet.freeze_panes == "C2" and sheet.auto_filter.ref
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    assert rows["para. 10"][6].alignment.readingOrder == 2 and rows["para. 10"][2].alignment.readingOrder == 1
    note = rows["preambular para. 1"][3].comment
    assert note is not None and "D202" in note.text
    bold = [str(part.text) for part in rows["preambular para. 1"][3].value if hasattr(part, "font")]
    assert bold == ["21 September 2001"]
    listed = [row[10].value for row in book["Findings"].iter_rows(min_row=2)]
    assert listed == [f.fingerprint for f in (*found, *changes)]


def test_a_text_that_looks_like_a_formula_stays_text(sample: dict[str, Resolution]) -> None:
    source = sample["en"].source.replace("*Conscious* of", "=HYPERLINK(A1) of", 1)
    versions = compare_versions(sample["fr"], [read_text(source, "en", "=cmd.md")])
    book = openpyxl.load_workbook(io.BytesIO(workbook(versions, Selection(check_versions(versions), []), [], "fr")))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert any(str(c.value).startswith("=HYPERLINK") for row in book["Versions"].iter_rows() for c in row)
