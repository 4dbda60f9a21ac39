"""Every format gives the same paragraphs as the Markdown; drafts with tracked changes; hostile and broken input."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpora.errors import InputError
from corpora.model import Kind, Resolution
from corpora.readers import read_document
from corpora.reading import read_resolution
from tests.conftest import LANGUAGES
from tests.reports.cli.test_cli import EN, FR, refused, run
from tests.sample_formats import FORMATS, docx_of, rewritten
from tests.sample_pdfs import PDFS, plain_pdf_of


def texts(resolution: Resolution) -> dict[str, str]:
    return {p.id: p.text for p in resolution.all_paragraphs() if p.kind is not Kind.SYMBOL}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_format_gives_the_same_paragraphs(
    sample: dict[str, Resolution], tmp_path: Path, code: str, suffix: str
) -> None:
    path = tmp_path / f"{code}{suffix}"
    path.write_bytes(FORMATS[suffix](sample[code]))
    is_the_sample(path, sample[code])


@pytest.mark.parametrize("printer", PDFS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_printer_gives_the_same_paragraphs(
    sample: dict[str, Resolution], tmp_path: Path, code: str, printer: str
) -> None:
    if not PDFS[printer].can_make(code):
        pytest.skip(f"{printer} makes no PDF in {code} here: the program or a font is missing")
    path = tmp_path / f"{code}.pdf"
    path.write_bytes(PDFS[printer].make(sample[code]))
    is_the_sample(path, sample[code])


def is_the_sample(path: Path, wanted: Resolution) -> None:
    """The same paragraphs and footnotes as the Markdown, every character of the source in one of them or set aside."""
    found = read_resolution(path)
    assert found.language == wanted.language and found.symbol == "E/RES/2002/19" and found.organ == "ECOSOC"
    assert texts(found) == texts(wanted)
    assert [(n.mark, n.referred_from) for n in found.footnotes] == [(n.mark, n.referred_from) for n in wanted.footnotes]
    spans = [p.span for p in found.all_paragraphs()] + [a.span for a in found.set_aside]
    covered = {i for s in spans for i in range(s.start, s.end)}
    assert covered >= {i for i, c in enumerate(found.source) if not c.isspace()}


def test_exporting_twice_changes_nothing(sample: dict[str, Resolution], tmp_path: Path) -> None:
    path = tmp_path / "ar.xml"
    path.write_bytes(FORMATS[".xml"](sample["ar"]))
    once = read_resolution(path)
    path.write_bytes(FORMATS[".xml"](once))
    assert texts(read_resolution(path)) == texts(once)


# -- Word drafts ---------------------------------------------------------------------------------------------------------

LINES = (
    "Le Conseil de sécurité,", "Décide de proroger le mandat de la Mission pour une période de six mois;",
    "Prie le Secrétaire général de lui rendre compte tous les six mois;", "Demande aux parties de coopérer pleinement avec la Mission;",
)  # fmt: skip


def tracked(edits: dict[str, str], *, gone: str = "", numbered: bool = True) -> bytes:
    """A draft on LINES: ``edits`` maps words to what a tracked change puts in their place; ``gone`` names a line taken away."""
    document = docx.Document()
    for i, line in enumerate(LINES):
        paragraph = document.add_paragraph(style="List Number" if numbered and i else None)
        was = next((w for w in edits if w in line), None)
        if line == gone:
            _change(paragraph, "w:del", line)
            mark = OxmlElement("w:rPr")
            mark.append(OxmlElement("w:del"))
            paragraph._p.get_or_add_pPr().append(mark)
        elif was is None:
            paragraph.add_run(line)
        else:
            head, _, tail = line.partition(was)
            paragraph.add_run(head)
            _change(paragraph, "w:del", was)
            _change(paragraph, "w:ins", edits[was])
            paragraph.add_run(tail)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _change(paragraph: object, tag: str, text: str) -> None:
    change, run_, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement("w:delText" if tag == "w:del" else "w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run_.append(words)
    change.append(run_)
    paragraph._p.append(change)  # type: ignore[attr-defined]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(tracked({"une période de six mois": "une période de douze mois"}, gone=LINES[3]))
    return path


@pytest.fixture
def issued(tmp_path: Path) -> Path:
    path = tmp_path / "issued.md"
    path.write_text(
        f"{LINES[0]}\n\n" + "".join(f"{i}. {line}\n\n" for i, line in enumerate(LINES[1:], 1)), encoding="utf-8"
    )
    return path


def test_numbers_that_word_counts(draft: Path) -> None:
    resolution = read_resolution(draft)
    assert [p.number for p in resolution.paragraphs if p.kind is Kind.OPERATIVE] == ["1", "2"]


def test_a_tracked_draft_before_and_after(draft: Path, issued: Path) -> None:
    after, before = read_resolution(draft), read_resolution(draft, before=True)
    assert "douze mois" in after.paragraph("op1").text and "six mois" in before.paragraph("op1").text
    assert [p.text for p in before.paragraphs] == [p.text for p in read_resolution(issued).paragraphs]
    out = run("compare", draft, "--all")
    assert "M210" in out and "M102" in out


def test_base_flags_silent_differences(
    draft: Path, issued: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no findings" in run("base", draft, issued)
    issued.write_text(issued.read_text(encoding="utf-8").replace("pleinement", "sans réserve"), encoding="utf-8")
    out = run("base", draft, issued, expect=1)
    assert "B101" in out and "sans réserve" in out and "pleinement" in out
    assert "no Word document" in refused(capsys, monkeypatch, "compare", FR)
    draft.write_bytes(tracked({}))
    assert "no tracked changes" in refused(capsys, monkeypatch, "compare", draft)


# -- hostile and broken --------------------------------------------------------------------------------------------------


def said(path: Path) -> str:
    with pytest.raises(InputError) as error:
        read_resolution(path)
    assert "\n" not in str(error.value)
    return str(error.value)


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
    path.write_text(FR.read_text(encoding="utf-8").replace("Rappelant", "R" * 200_000), encoding="utf-8")
    assert "R" * 200_000 in read_resolution(path).source


def test_lines_and_encodings(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes("Совет Безопасности,\n\n1. просит государства представить доклад;\n".encode("cp1251"))
    assert "windows-1251" in said(path) and "iconv" in said(path)
    path.write_bytes("إن مجلس الأمن،\n\n1 - يطلب إلى الدول تقديم تقرير؛\n".encode("cp1256"))
    assert "windows-1256" in said(path)
    path.write_bytes(FR.read_text(encoding="utf-8").encode("utf-16"))
    assert read_resolution(path).symbol == "E/RES/2002/19"
    path.write_bytes(b"a" * 2_000_000)
    assert "line of 2,000,000 characters" in said(path)
    path.write_bytes(b"Le Conseil\x00 de s")
    assert "NUL" in said(path)


def test_old_word_files_need_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "needs LibreOffice" in said(path)


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
    try:
        read_document(path)
    except InputError as error:
        assert "\n" not in str(error)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 9000), byte=st.integers(0, 255))
def test_a_damaged_document_gives_text_or_one_line(
    sample: dict[str, Resolution], tmp_path: Path, place: int, byte: int
) -> None:
    data = bytearray(docx_of(sample["en"]))
    data[place % len(data)] = byte
    path = tmp_path / "damaged.docx"
    path.write_bytes(bytes(data))
    try:
        read_document(path)
    except InputError as error:
        assert "\n" not in str(error)


def test_versions_in_different_formats_are_checked_together(sample: dict[str, Resolution], tmp_path: Path) -> None:
    path = tmp_path / "en.docx"
    path.write_bytes(docx_of(sample["en"]))
    assert "no findings" in run("check", FR, path, "--fail-on", "neutral")
    assert "no findings" in run("check", path, FR)
    assert EN.exists()


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: old formats are not converted"
)
@pytest.mark.parametrize("kind", ["odt", "doc", "rtf"])
def test_old_formats_through_libreoffice(sample: dict[str, Resolution], tmp_path: Path, kind: str) -> None:
    (tmp_path / "fr.docx").write_bytes(docx_of(sample["fr"]))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        kind,
        "--outdir",
        str(tmp_path),
        str(tmp_path / "fr.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = read_resolution(tmp_path / f"fr.{kind}")
    same = sum(texts(found).get(pid) == text for pid, text in texts(sample["fr"]).items())
    assert found.symbol == "E/RES/2002/19" and same >= 22
