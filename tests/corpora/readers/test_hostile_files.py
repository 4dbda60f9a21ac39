"""Hostile and broken files: text or one line, never a fall."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.readers import read_document
from corpora.reading import read_resolution
from tests.support.command_line import FR
from tests.support.files import said, texts
from tests.support.formats import docx_of, rewritten
from tests.support.pdfs import plain_pdf_of

pytestmark = pytest.mark.slow


def test_zip_bomb(sample: dict[str, Resolution], tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(rewritten(docx_of(sample["fr"]), {"word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>"}))
    assert "unpacks to" in said(path)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for i in range(5000):
            archive.writestr(f"word/{i}", "")
    path.write_bytes(buffer.getvalue())
    assert "parts" in said(path)


def test_entities_in_a_document(sample: dict[str, Resolution], tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    path = tmp_path / "entities.docx"
    path.write_bytes(rewritten(docx_of(sample["fr"]), {"word/document.xml": bomb}))
    assert "entities" in said(path)
    path.write_bytes(rewritten(docx_of(sample["fr"]), {"word/document.xml": b"<a><b></a>"}))
    assert "not well formed" in said(path)
    path.write_bytes(docx_of(sample["fr"])[:900])
    assert "broken" in said(path)


def test_names_in_an_archive_lead_nowhere(sample: dict[str, Resolution], tmp_path: Path) -> None:
    path = tmp_path / "in" / "path.docx"
    path.parent.mkdir()
    path.write_bytes(rewritten(docx_of(sample["fr"]), {"../../outside.txt": b"x", "/etc/outside.txt": b"x"}))
    assert texts(read_resolution(path)) == texts(sample["fr"])
    assert [p.name for p in tmp_path.rglob("*")] == ["in", "path.docx"]


def test_broken_and_empty_pdf(sample: dict[str, Resolution], tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.7\n%%EOF")
    assert "cannot be opened" in said(path)
    whole = plain_pdf_of(sample["fr"])
    path.write_bytes(whole.replace(b"startxref", b"startxxxx"))
    # PDFium mends a broken cross-reference table by itself; what it gives must be the text, or one clear line.
    try:
        assert texts(read_resolution(path)) == texts(sample["fr"])
    except InputError as error:
        assert "\n" not in str(error)
    from reportlab.pdfgen.canvas import Canvas

    blank = io.BytesIO()
    canvas = Canvas(blank)
    canvas.rect(10, 10, 100, 100)
    canvas.save()
    path.write_bytes(blank.getvalue())
    assert "no text layer" in said(path)


def scattered(count: int, text: str = "x") -> bytes:
    """A page of many short texts, each at a height and place of its own."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for i in range(count):
        canvas.drawString(i * 37 % 500, 100 + i * 71 % 650 + i % 7 / 10, text)
    canvas.save()
    return buffer.getvalue()


def test_a_page_that_is_strewn_with_characters(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    # Found by benchmarks.fuzz: lines were looked for among all others, glyph by glyph, for ten minutes.
    path.write_bytes(scattered(6000))
    assert "\n" not in said(path)
    path.write_bytes(scattered(700, "x" * 100))
    assert "characters on one page" in said(path) and "page 1" in said(path)


def test_a_word_without_end(tmp_path: Path) -> None:
    # Found by benchmarks.fuzz: every letter of a word was tried as its beginning.
    path = tmp_path / "x.txt"
    path.write_text(FR.read_text(encoding="utf-8").replace("Rappelant", "R" * 90_000), encoding="utf-8")
    assert "R" * 90_000 in read_resolution(path).source


SEEDS = [
    b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n",
    b"PK\x03\x04",
    b"<html><body><p>",
    b"<?xml version='1.0'?><akomaNtoso>",
    b"{\\rtf1 ",
    b"# x\n\n1. ",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.sampled_from(SEEDS),
    tail=st.binary(max_size=300),
    suffix=st.sampled_from([".md", ".html", ".xml", ".docx", ".pdf"]),
)
def test_readers_never_fall_over(tmp_path: Path, seed: bytes, tail: bytes, suffix: str) -> None:
    path = tmp_path / f"fuzz{suffix}"
    path.write_bytes(seed + tail)
    # Without LibreOffice, which would be started for each text that looks like RTF; benchmarks.fuzz does so.
    with patch("shutil.which", return_value=None):
        try:
            read_document(path)
        except InputError as error:
            assert "\n" not in str(error)


@pytest.fixture(scope="module")
def word_file(sample: dict[str, Resolution]) -> bytes:
    return docx_of(sample["en"])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 9000), byte=st.integers(0, 255))
def test_a_damaged_document_gives_text_or_one_line(word_file: bytes, tmp_path: Path, place: int, byte: int) -> None:
    data = bytearray(word_file)
    data[place % len(data)] = byte
    path = tmp_path / "damaged.docx"
    path.write_bytes(bytes(data))
    try:
        read_document(path)
    except InputError as error:
        assert "\n" not in str(error)
