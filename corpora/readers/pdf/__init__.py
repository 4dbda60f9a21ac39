"""PDF with a text layer: columns, running heads, footnotes at the page foot, hyphens at line ends, superscripts.

Characters and their boxes come from PDFium (pypdfium2); lines, columns and the order from right to left are made here, since
PDFium joins lines at a hyphen and parts them at a footnote mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpora.errors import InputError
from corpora.readers.base import Document
from corpora.readers.pdf.apart import read_apart

if TYPE_CHECKING:
    import pypdfium2

SUFFIXES = (".pdf",)
_MOST_PAGES = 400
_FEWEST_CHARACTERS = 20
_MOST_CHARACTERS = 60_000
"""On one page; a page of a resolution has three to six thousand."""


def takes(head: bytes, suffix: str) -> bool:
    """Whether the file is PDF."""
    return b"%PDF-" in head[:1024]


def read(name: str, data: bytes) -> Document:
    """The blocks of a PDF, read in a process with bounds of its own.

    Raises InputError where it is broken, locked, has no text layer, or unfolds to more than any document is.
    """
    return read_apart(name, data)


def read_here(name: str, data: bytes) -> Document:
    """As ``read``, in this process and without bounds."""
    import pypdfium2  # here and below, since most texts are no PDF, and those are read in a process of their own

    from corpora.readers.pdf.lines import page_lines
    from corpora.readers.pdf.paragraphs import Paragraphs

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputError(name, f"the PDF cannot be opened ({error})", hint="save or print it to PDF again") from error
    try:
        if len(document) > _MOST_PAGES:
            raise InputError(name, f"has {len(document)} pages", hint=f"split it into parts of {_MOST_PAGES}")
        pages = page_lines(_text_pages(name, document))
    except pypdfium2.PdfiumError as error:
        raise InputError(name, f"a page of the PDF is broken ({error})", hint="print it to PDF again") from error
    finally:
        document.close()
    if sum(len(line.text) for page in pages for line in page) < _FEWEST_CHARACTERS:
        raise InputError(name, "has no text layer: its pages are pictures", hint="run OCR on it first")
    return Paragraphs(name, pages).document()


def _text_pages(
    name: str, document: pypdfium2.PdfDocument
) -> Iterator[tuple[pypdfium2.PdfTextPage, tuple[float, float]]]:
    """The text of each page, and its width and height before it is turned for show. Raises InputError for a page that no printer made."""
    for number, page in enumerate(document, 1):
        text = page.get_textpage()
        if (count := text.count_chars()) > _MOST_CHARACTERS:
            raise InputError(
                name, f"holds {count:,} characters on one page", place=f"page {number}", hint="print it to PDF again"
            )
        width, height = page.get_size()
        yield text, (height, width) if page.get_rotation() in (90, 270) else (width, height)
