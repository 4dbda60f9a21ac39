"""The shipped sample as a web page, DOCX (python-docx) and Akoma Ntoso (the exporter); ``pdfs`` makes PDFs.

    python -m tests.support.formats FOLDER

writes them and the PDFs, to be looked at; the tests make them as they go.
"""

from __future__ import annotations

import html
import io
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from corpora.model import Kind, Paragraph, Resolution
from reports.exporters.akoma_ntoso import _pieces, akoma_ntoso

HEADINGS = (Kind.TITLE, Kind.SYMBOL, Kind.HEADING)
Piece = tuple[str, bool, list[str]]


def pieces(paragraph: Paragraph) -> Iterator[Piece]:
    """Words, italics and footnote marks of a paragraph, its number first."""
    if paragraph.number and paragraph.kind is Kind.OPERATIVE:
        yield f"{paragraph.number}. ", False, []
    elif paragraph.number and paragraph.kind is Kind.ITEM:
        yield f"{_mark(paragraph.number, paragraph.label)} ", False, []
    yield from _pieces(paragraph)


def _mark(number: str, label: str | None) -> str:
    """The mark of a point as it is printed: (a), ㈠, and ’1‘, as Arabic has for (i)."""
    if "㈠" <= number <= "㈩":
        return number
    is_roman = number.isdecimal() and label is not None and not label.isdecimal()
    return f"’{number}‘" if is_roman else f"({number})"


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
        f"<h2>{markup(p)}</h2>" if p.kind in HEADINGS else f"<p>{markup(p)}</p>" for p in resolution.paragraphs
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
        style = "Heading 2" if paragraph.kind in HEADINGS else None
        made = document.add_paragraph(style=style)
        if resolution.language == "ar":
            made._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for text, emphasised, marks in pieces(paragraph):
            for mark in marks:
                run = made.add_run()
                run.font.superscript = True
                reference = OxmlElement("w:footnoteReference")
                reference.set(qn("w:id"), str(notes[mark]))
                run._r.append(reference)
            run = made.add_run(text.replace(". ", ".\t", 1) if text == f"{paragraph.number}. " else text)
            run.italic, run.font.rtl = emphasised, resolution.language == "ar" or None
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
    right = resolution.language == "ar"
    before = "<w:pPr><w:bidi/></w:pPr>" if right else ""
    small = f'<w:rPr>{"<w:rtl/>" if right else ""}<w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    inner = "".join(
        f'<w:footnote w:id="{notes[n.mark]}"><w:p>{before}{mark}<w:r>{small}<w:t xml:space="preserve"> {html.escape(n.paragraph.text)}</w:t></w:r></w:p></w:footnote>'
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


FORMATS: dict[str, Callable[[Resolution], bytes]] = {
    ".html": lambda r: html_of(r).encode(),
    ".docx": docx_of,
    ".xml": lambda r: akoma_ntoso(r).encode(),
}


if __name__ == "__main__":
    from tests.support.pdfs import PDFS
    from tests.support.sample import LANGUAGES, sample_text

    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for code in LANGUAGES:
        for suffix, make in FORMATS.items():
            (folder / f"{code}{suffix}").write_bytes(make(sample_text(code)))
        for title, maker in PDFS.items():
            if maker.can_make(code):
                (folder / f"{code} {title}.pdf").write_bytes(maker.make(sample_text(code)))
