"""The shipped sample in every format that a reader takes: DOCX by python-docx, PDF by reportlab, Akoma Ntoso by the exporter.

    python -m tests.sample_formats FOLDER

writes them, to be looked at; the tests make them as they go.
"""

from __future__ import annotations

import html
import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus import Paragraph as Flowable

from corpora.model import Kind, Paragraph, Resolution
from reports.exporters.akoma_ntoso import _pieces, akoma_ntoso

Piece = tuple[str, bool, list[str]]


def pieces(paragraph: Paragraph) -> Iterator[Piece]:
    """Words, italics and footnote marks of a paragraph, its number first."""
    if paragraph.number and paragraph.kind in (Kind.OPERATIVE, Kind.ITEM):
        yield (f"{paragraph.number}. " if paragraph.kind is Kind.OPERATIVE else f"{paragraph.number}) "), False, []
    yield from _pieces(paragraph)


def markup(paragraph: Paragraph) -> str:
    """A paragraph as inline HTML."""
    out = []
    for text, emphasised, marks in pieces(paragraph):
        out += [f"<sup>{html.escape(m)}</sup>" for m in marks]
        out.append(f"<i>{html.escape(text)}</i>" if emphasised else html.escape(text))
    return "".join(out)


def html_of(resolution: Resolution) -> str:
    """A web page with navigation, a script and a footer around the resolution."""
    body = "".join(
        f"<h2>{markup(p)}</h2>" if p.kind in (Kind.TITLE, Kind.SYMBOL) else f"<p>{markup(p)}</p>"
        for p in resolution.paragraphs
    )
    notes = "".join(
        f"<p><sup>{html.escape(n.mark)}</sup> {html.escape(n.paragraph.text)}</p>" for n in resolution.footnotes
    )
    return (
        "<!DOCTYPE html><html><head><title>x</title><script>alert(1)</script></head><body><nav><a href='/'>Home</a></nav>"
        f"<main>{body}{notes}</main><footer>contact</footer></body></html>"
    )


def docx_of(resolution: Resolution) -> bytes:
    """A Word document: numbers typed with a tab, footnotes in their own part."""
    document = docx.Document()
    notes = {n.mark: i for i, n in enumerate(resolution.footnotes, 2)}
    for paragraph in resolution.paragraphs:
        style = "Heading 2" if paragraph.kind in (Kind.TITLE, Kind.SYMBOL) else None
        made = document.add_paragraph(style=style)
        for text, emphasised, marks in pieces(paragraph):
            for mark in marks:
                run = made.add_run()
                reference = OxmlElement("w:footnoteReference")
                reference.set(qn("w:id"), str(notes[mark]))
                run._r.append(reference)
            made.add_run(text.replace(". ", ".\t", 1) if text == f"{paragraph.number}. " else text).italic = emphasised
    if resolution.footnotes:
        properties = OxmlElement("w:footnotePr")
        start = OxmlElement("w:numStart")
        start.set(qn("w:val"), resolution.footnotes[0].mark)
        properties.append(start)
        document.sections[0]._sectPr.insert(0, properties)
    buffer = io.BytesIO()
    document.save(buffer)
    return _with_footnotes(buffer.getvalue(), resolution, notes)


def _with_footnotes(data: bytes, resolution: Resolution, notes: dict[str, int]) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    inner = "".join(
        f'<w:footnote w:id="{notes[n.mark]}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {html.escape(n.paragraph.text)}</w:t></w:r></w:p></w:footnote>'
        for n in resolution.footnotes
    )
    part = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes xmlns:w="{space}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>{inner}</w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml").decode()
        relations = archive.read("word/_rels/document.xml.rels").decode()
    types = types.replace("</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>')
    entry = f'<Relationship Id="rIdNotes" Type="{relation}" Target="footnotes.xml"/>'
    relations = relations.replace("</Relationships>", f"{entry}</Relationships>")
    return rewritten(
        data,
        {
            "word/footnotes.xml": part.encode(),
            "[Content_Types].xml": types.encode(),
            "word/_rels/document.xml.rels": relations.encode(),
        },
    )


def rewritten(data: bytes, parts: dict[str, bytes]) -> bytes:
    """An archive with parts added or replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename not in parts:
                new.writestr(info.filename, old.read(info.filename))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def pdf_of(resolution: Resolution, *, columns: int = 1) -> bytes:
    """A PDF with a running head and page numbers; footnotes stand small below the text (Latin letters only)."""
    buffer = io.BytesIO()
    width, height = A4
    margin, gutter = 60, 24
    column = (width - 2 * margin - gutter * (columns - 1)) / columns
    frames = [Frame(margin + i * (column + gutter), 60, column, height - 130, 0, 0, 0, 0) for i in range(columns)]

    def furniture(canvas: object, template: object) -> None:
        canvas.setFont("Times-Roman", 9)  # type: ignore[attr-defined]
        canvas.drawString(margin, height - 40, "Conseil economique et social: specimen")  # type: ignore[attr-defined]
        canvas.drawCentredString(width / 2, 30, str(template.page))  # type: ignore[attr-defined]

    document = BaseDocTemplate(buffer, pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=furniture))
    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=13.5, spaceAfter=9, alignment=TA_JUSTIFY)
    small = ParagraphStyle("note", parent=body, fontSize=8.5, leading=10, spaceAfter=3)
    heading = ParagraphStyle("heading", parent=body, fontName="Times-Bold", fontSize=14, leading=17)
    story = [
        Flowable(markup(p), heading if p.kind in (Kind.TITLE, Kind.SYMBOL) else body) for p in resolution.paragraphs
    ]
    story += [Flowable(f"<sup>{n.mark}</sup> {html.escape(n.paragraph.text)}", small) for n in resolution.footnotes]
    document.build(story)
    return buffer.getvalue()


FORMATS = {
    ".html": lambda r: html_of(r).encode(),
    ".docx": docx_of,
    ".xml": lambda r: akoma_ntoso(r).encode(),
    ".pdf": pdf_of,
}


if __name__ == "__main__":
    from tests.conftest import LANGUAGES, sample_text

    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for code in LANGUAGES:
        for suffix, make in FORMATS.items():
            if suffix != ".pdf" or code in ("fr", "en", "es"):
                (folder / f"{code}{suffix}").write_bytes(make(sample_text(code)))
