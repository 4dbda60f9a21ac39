"""The shipped sample as every printer gives it, and in old formats: LibreOffice and Chromium make theirs at one start for all tests."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.support import browser, office, pdfs, sample_documents
from tests.support.made_once import made_once
from tests.support.pdfs import PDFS, has_font, headed_docx_of
from tests.support.sample import LANGUAGES, sample_text
from tests.support.sample_documents import word_file_of

OLD_FORMATS = ("odt", "doc", "rtf")
_LAYOUTS = {"plain": headed_docx_of, "masthead": word_file_of}


def _by_office(folder: Path) -> None:
    sources = []
    for layout, document_of in _LAYOUTS.items():
        for code in filter(has_font, LANGUAGES):
            sources.append(folder / f"{layout}.{code}.docx")
            sources[-1].write_bytes(document_of(sample_text(code)))
    office.convert(sources, "pdf", folder)
    for kind in OLD_FORMATS:
        office.convert([folder / "plain.fr.docx"], kind, folder)


_PAGES = {
    "plain": pdfs.page_of,
    "columns": partial(pdfs.page_of, columns=2),
    "masthead": sample_documents.page_of,
}


def _by_browser(folder: Path) -> None:
    pages = {
        f"{layout}.{code}": page_of(sample_text(code))
        for layout, page_of in _PAGES.items()
        for code in filter(has_font, LANGUAGES)
    }
    browser.print_all(pages, folder)


def plain_print(printer: str, code: str) -> bytes:
    """A PDF of the sample as ``pdfs`` lays it out."""
    if printer == "LibreOffice":
        return (made_once("office", _by_office) / f"plain.{code}.pdf").read_bytes()
    if printer.startswith("Chromium"):
        layout = "columns" if printer.endswith("2 columns") else "plain"
        return (made_once("chromium", _by_browser) / f"{layout}.{code}.pdf").read_bytes()
    return PDFS[printer].make(sample_text(code))


def masthead_print(printer: str, code: str) -> bytes:
    """A PDF of the sample as ``sample_documents`` lays it out."""
    if printer == "LibreOffice":
        return (made_once("office", _by_office) / f"masthead.{code}.pdf").read_bytes()
    return (made_once("chromium", _by_browser) / f"masthead.{code}.pdf").read_bytes()


def in_old_format(kind: str) -> Path:
    """The French sample in a format of ``OLD_FORMATS``."""
    return made_once("office", _by_office) / f"plain.fr.{kind}"
