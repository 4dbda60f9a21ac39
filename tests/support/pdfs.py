"""The shipped sample as PDF from three printers, since each writes its text layer in its own way.

reportlab (Latin letters only, since its own fonts have no others), Chromium, and LibreOffice, whose pages have running heads
and footnotes at the foot as the documents of the Organization have them.
"""

from __future__ import annotations

import html
import io
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

import docx
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus import Paragraph as Flowable

from corpora.model import Resolution
from tests.support import browser, office
from tests.support.formats import HEADINGS, docx_of, markup

_LATIN = ("fr", "en", "es")


def plain_pdf_of(resolution: Resolution, *, columns: int = 1) -> bytes:
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
    story = [Flowable(markup(p), heading if p.kind in HEADINGS else body) for p in resolution.paragraphs]
    story += [Flowable(f"<sup>{n.mark}</sup> {html.escape(n.paragraph.text)}", small) for n in resolution.footnotes]
    document.build(story)
    return buffer.getvalue()


def browser_pdf_of(resolution: Resolution, *, columns: int = 1) -> bytes:
    """A PDF by Chromium; needs a font for the language."""
    return browser.printed(page_of(resolution, columns=columns))


def page_of(resolution: Resolution, *, columns: int = 1) -> str:
    """What Chromium prints: justified, hyphenated, footnotes small at the end."""
    body = "".join(
        f"<h2>{markup(p)}</h2>" if p.kind in HEADINGS else f"<p>{markup(p)}</p>" for p in resolution.paragraphs
    )
    notes = "".join(
        f"<p class=note><sup>{html.escape(n.mark)}</sup> {html.escape(n.paragraph.text)}</p>"
        for n in resolution.footnotes
    )
    direction = "rtl" if resolution.language == "ar" else "ltr"
    style = (
        "@page{size:A4;margin:2cm}.note{font-size:8.5pt}sup{font-size:7pt}h2{font-size:14pt}"
        f"body{{font:11pt serif;columns:{columns};text-align:justify;hyphens:auto}}"
    )
    return (
        f"<!DOCTYPE html><html lang={resolution.language} dir={direction}><meta charset=utf-8><style>{style}</style>"
        f"{body}{notes}"
    )


def headed_docx_of(resolution: Resolution) -> bytes:
    """The sample's DOCX with a running head on each page."""
    document = docx.Document(io.BytesIO(docx_of(resolution)))
    document.sections[0].header.paragraphs[0].text = f"{resolution.symbol} specimen"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def office_pdf_of(resolution: Resolution) -> bytes:
    """A PDF by LibreOffice of the DOCX with running heads; footnotes stand at the foot of the page."""
    return office.printed(headed_docx_of(resolution))


@cache
def has_font(code: str) -> bool:
    """Whether the machine has a font for a language (fontconfig)."""
    if code in _LATIN:
        return True
    listed = subprocess.run(["fc-list", f":lang={code}"], capture_output=True, check=False, text=True)
    return bool(listed.stdout.strip())


@dataclass(frozen=True)
class Printer:
    """A way to a PDF: what makes it, and whether it can in a language on this machine."""

    make: Callable[[Resolution], bytes]
    can_make: Callable[[str], bool]


def _by_browser(code: str) -> bool:
    return browser.CHROMIUM is not None and has_font(code)


def _by_office(code: str) -> bool:
    return office.can("sw") and has_font(code)


PDFS = {
    "reportlab": Printer(plain_pdf_of, _LATIN.__contains__),
    "reportlab, 2 columns": Printer(partial(plain_pdf_of, columns=2), _LATIN.__contains__),
    "Chromium": Printer(browser_pdf_of, _by_browser),
    "Chromium, 2 columns": Printer(partial(browser_pdf_of, columns=2), _by_browser),
    "LibreOffice": Printer(office_pdf_of, _by_office),
}
