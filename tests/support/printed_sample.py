"""The shipped sample as every printer gives it, and in old formats: what LibreOffice makes, it makes at one start for all tests."""

from __future__ import annotations

from pathlib import Path

from tests.support import office
from tests.support.made_once import made_once
from tests.support.pdfs import PDFS, has_font, headed_docx_of
from tests.support.sample import LANGUAGES, sample_text
from tests.support.sample_documents import PRINTED, word_file_of

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


def plain_print(printer: str, code: str) -> bytes:
    """A PDF of the sample as ``pdfs`` lays it out."""
    if printer == "LibreOffice":
        return (made_once("office", _by_office) / f"plain.{code}.pdf").read_bytes()
    return PDFS[printer].make(sample_text(code))


def masthead_print(printer: str, code: str) -> bytes:
    """A PDF of the sample as ``sample_documents`` lays it out."""
    if printer == "LibreOffice":
        return (made_once("office", _by_office) / f"masthead.{code}.pdf").read_bytes()
    return PRINTED[printer](sample_text(code))


def in_old_format(kind: str) -> Path:
    """The French sample in a format of ``OLD_FORMATS``."""
    return made_once("office", _by_office) / f"plain.fr.{kind}"
