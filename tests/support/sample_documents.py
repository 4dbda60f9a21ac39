"""The shipped sample as the documents system prints it: masthead, running heads of both parities, job number, footnote rule.

The layout is copied from real documents; the masthead's words are those of the organ in each language, its dates, item and job
number are made up. Word files (python-docx), and PDFs that LibreOffice and Chromium print.

    python -m tests.support.sample_documents FOLDER

writes them, to be looked at; the tests make them as they go.
"""

from __future__ import annotations

import html
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from corpora.model import Resolution
from tests.support import browser, office
from tests.support.formats import HEADINGS, docx_of, markup
from tests.support.pdfs import has_font

JOB_NUMBER = "02-54321"


@dataclass(frozen=True)
class Masthead:
    """The words of a masthead, in the order in which a first page has them."""

    organization: str
    organ: str
    distribution: str
    date: str
    original: str
    session: str
    item: str
    adopted: str


MASTHEADS = {
    "fr": Masthead("Nations Unies", "Conseil économique et social", "Distr. générale", "16 août 2002", "Original : français",
                   "Session de fond de 2002", "Point 14 c) de l’ordre du jour", "Résolution adoptée par le Conseil économique et social"),
    "en": Masthead("United Nations", "Economic and Social Council", "Distr.: General", "16 August 2002", "Original: French",
                   "Substantive session of 2002", "Agenda item 14 (c)", "Resolution adopted by the Economic and Social Council"),
    "es": Masthead("Naciones Unidas", "Consejo Económico y Social", "Distr. general", "16 de agosto de 2002", "Original: francés",
                   "Período de sesiones sustantivo de 2002", "Tema 14 c) del programa", "Resolución aprobada por el Consejo Económico y Social"),
    "ru": Masthead("Организация Объединенных Наций", "Экономический и Социальный Совет", "Distr.: General", "16 August 2002",
                   "Original: French", "Основная сессия 2002 года", "Пункт 14(c) повестки дня",
                   "Резолюция, принятая Экономическим и Социальным Советом"),
    "ar": Masthead("الأمم المتحدة", "المجلس الاقتصادي والاجتماعي", "Distr.: General", "16 August 2002", "Original: French",
                   "الدورة الموضوعية لعام ٢٠٠٢", "البند ١٤ (ج) من جدول الأعمال", "القرار الذي اتخذه المجلس الاقتصادي والاجتماعي"),
    "zh": Masthead("联合国", "经济及社会理事会", "Distr.: General", "16 August 2002", "Original: French",
                   "2002年实质性会议", "议程项目14(c)", "经济及社会理事会通过的决议"),
}  # fmt: skip


def word_file_of(resolution: Resolution) -> bytes:
    """A Word file with the masthead in a table of the body, other heads on even, odd and first pages."""
    words = MASTHEADS[resolution.language]
    document = docx.Document(io.BytesIO(docx_of(resolution)))
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.different_first_page_header_footer = True
    symbol = resolution.symbol or ""
    section.header.paragraphs[0].text = symbol
    section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    section.even_page_header.paragraphs[0].text = symbol
    _foot(section.footer.paragraphs[0], JOB_NUMBER, page_last=True)
    _foot(section.even_page_footer.paragraphs[0], JOB_NUMBER, page_last=False)
    section.first_page_footer.paragraphs[0].text = f"{JOB_NUMBER} ({resolution.language[0].upper()})    190802"
    section.first_page_footer.add_paragraph("*0254321*")
    first = document.paragraphs[0]
    table = document.add_table(rows=2, cols=2)
    rows = ((words.organization, (symbol,)), (words.organ, (words.distribution, words.date, words.original)))
    for row, (left, right) in zip(table.rows, rows, strict=True):
        _large(row.cells[0].paragraphs[0], left, 20 if left == words.organ else 14, resolution.language)
        row.cells[1].paragraphs[0].text = right[0]
        for line in right[1:]:
            row.cells[1].add_paragraph(line)
    first._p.addprevious(table._tbl)
    for line in (words.session, words.item):
        _plain(first.insert_paragraph_before(line), resolution.language)
    _large(first.insert_paragraph_before(), words.adopted, 14, resolution.language)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _plain(paragraph: Any, code: str) -> None:
    if code == "ar":
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for run in paragraph.runs:
            run.font.rtl = True


def _large(paragraph: Any, text: str, size: int, code: str) -> None:
    run = paragraph.add_run(text)
    run.bold, run.font.size = True, Pt(size)
    _plain(paragraph, code)


def _foot(paragraph: Any, job: str, *, page_last: bool) -> None:
    """A foot with the page among the pages on the outer side, the job number on the inner one."""
    pieces = [job, "\t\t", ("PAGE", "/", "NUMPAGES")] if page_last else [("PAGE", "/", "NUMPAGES"), "\t\t", job]
    for piece in pieces:
        if isinstance(piece, str):
            paragraph.add_run(piece)
            continue
        for part in piece:
            if part == "/":
                paragraph.add_run(part)
                continue
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), part)
            field.append(paragraph.add_run("1")._r)
            paragraph._p.append(field)


def office_document_of(resolution: Resolution) -> bytes:
    """The Word file as LibreOffice prints it: footnotes at the foot of the page, below a rule."""
    return office.printed(word_file_of(resolution))


def browser_document_of(resolution: Resolution) -> bytes:
    """The same by Chromium."""
    return browser.printed(page_of(resolution))


def page_of(resolution: Resolution) -> str:
    """What Chromium prints: its page boxes have the heads and feet; the footnotes stand small below a rule at the end."""
    words = MASTHEADS[resolution.language]
    symbol = html.escape(resolution.symbol or "")
    pages = 'counter(page) "/" counter(pages)'
    style = (
        "@page{size:Letter;margin:60pt 124pt 70pt 124pt}"
        f'@page :left{{@top-left{{content:"{symbol}"}}@bottom-left{{content:{pages}}}@bottom-right{{content:"{JOB_NUMBER}"}}}}'
        f'@page :right{{@top-right{{content:"{symbol}"}}@bottom-left{{content:"{JOB_NUMBER}"}}@bottom-right{{content:{pages}}}}}'
        f'@page :first{{@top-right{{content:none}}@bottom-right{{content:none}}@bottom-left{{content:"{JOB_NUMBER} (E) 190802"}}}}'
        "body{font:10pt/12pt serif;text-align:justify}sup{font-size:6pt}h2{font-size:12pt;line-height:14pt}"
        ".note{font-size:8.5pt;line-height:10pt;margin:0}.big{font-size:20pt}.name{font-size:14pt}table{width:100%}"
        "p{text-indent:2em}.flat p,.note{text-indent:0;margin:0}"
    )
    masthead = (
        f"<table><tr><td class=name>{words.organization}<td>{symbol}"
        f"<tr><td class=big>{words.organ}<td class=flat><p>{words.distribution}<p>{words.date}<p>{words.original}</table>"
        f"<div class=flat><p>{words.session}<p>{words.item}</div><h2>{words.adopted}</h2>"
    )
    body = "".join(
        f"<h2>{markup(p)}</h2>" if p.kind in HEADINGS else f"<p>{markup(p)}</p>" for p in resolution.paragraphs
    )
    notes = "<p class=note>__________________</p>" + "".join(
        f"<p class=note><sup>{html.escape(n.mark)}</sup> {html.escape(n.paragraph.text)}</p>"
        for n in resolution.footnotes
    )
    direction = "rtl" if resolution.language == "ar" else "ltr"
    return (
        f"<!DOCTYPE html><html lang={resolution.language} dir={direction}><meta charset=utf-8><style>{style}</style>"
        f"{masthead}{body}{notes}"
    )


def can_print(printer: str, code: str) -> bool:
    """Whether a printer, and a font for the language, are on this machine."""
    return (browser.CHROMIUM is not None if printer == "Chromium" else office.can("sw")) and has_font(code)


PRINTED = {"LibreOffice": office_document_of, "Chromium": browser_document_of}


def main(folder: Path) -> None:
    """Write every document that this machine can make."""
    from tests.support.sample import LANGUAGES, sample_text

    folder.mkdir(parents=True, exist_ok=True)
    for code in LANGUAGES:
        (folder / f"{code}.docx").write_bytes(word_file_of(sample_text(code)))
        for printer, make in PRINTED.items():
            if can_print(printer, code):
                (folder / f"{code}.{printer}.pdf").write_bytes(make(sample_text(code)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
