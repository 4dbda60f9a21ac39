"""The Word document in columns."""

from __future__ import annotations

import io

import pytest
from docx import Document

from reports.comparison.rows import Versions
from reports.exporters.bitext_document import versions_document
from reports.findings.model import Finding


@pytest.mark.slow
def test_word_bitext_has_comments_and_runs_from_the_right(six: Versions, found: list[Finding]) -> None:
    data = versions_document(six, found, "en")
    document = Document(io.BytesIO(data))
    table = document.tables[0]
    assert [c.text for c in table.rows[0].cells][1:] == ["French", "English", "Spanish", "Russian", "Arabic", "Chinese"]
    comments = [c.text for c in document.comments]
    assert any("D202" in text for text in comments)
    arabic = table.rows[5].cells[5]._tc.xml
    assert "<w:bidi/>" in arabic and "<w:rtl/>" in arabic
    assert "<w:bidi/>" not in table.rows[5].cells[1]._tc.xml
