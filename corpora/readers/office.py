"""Old Word documents, OpenDocument texts and RTF, converted to DOCX.

Old Word documents (binary .doc) are converted by msdoc2docx, in this process; what it cannot read, and the other formats, by
LibreOffice where it is installed. Which of the two it was stands in what is set aside.
"""

from __future__ import annotations

import shutil
import struct
import tempfile
from dataclasses import replace
from pathlib import Path

from corpora.errors import InputError
from corpora.model import SetAside, Span
from corpora.readers import docx
from corpora.readers.base import Document
from corpora.system.programs import TimeIsUpError, run_bounded

SUFFIXES = (".doc", ".odt", ".rtf")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECONDS = 120
"""Seconds after which LibreOffice is given up: chosen, far above a start and a document, which take one or two of the processor."""


def takes(head: bytes, suffix: str) -> bool:
    """Whether the file is an old Word document, an OpenDocument text or RTF."""
    return head[:8] == _OLE or head[:5] == b"{\\rtf" or (head[:4] == b"PK\x03\x04" and suffix == ".odt")


def read(name: str, data: bytes) -> Document:
    """The blocks of a document. Raises InputError where no converter that is there can read it."""
    why = ""
    if data[:8] == _OLE:
        from doc2docx.errors import Doc2DocxError  # here, since few documents need it

        try:
            return _naming_converter(docx.read(name, _by_msdoc2docx(data)), "msdoc2docx")
        except (Doc2DocxError, InputError, ValueError, LookupError, struct.error) as error:
            why = f"msdoc2docx cannot read it ({error}) and it " if not isinstance(error, InputError) else ""
    return _naming_converter(docx.read(name, _by_libreoffice(name, data, why)), "LibreOffice")


def _naming_converter(document: Document, program: str) -> Document:
    """A document with a word on what converted it, which takes no character of it."""
    end = len(document.source)
    return replace(document, set_aside=(*document.set_aside, SetAside(Span(end, end), f"converted by {program}")))


def _by_msdoc2docx(data: bytes) -> bytes:
    """An old Word document as DOCX. Raises Doc2DocxError and what its parsing of broken files raises."""
    import doc2docx

    with tempfile.TemporaryDirectory(prefix="hexapla-") as folder:
        source, made = Path(folder) / "document.doc", Path(folder) / "document.docx"
        source.write_bytes(data)
        doc2docx.convert(source, made)
        return made.read_bytes()


def _by_libreoffice(name: str, data: bytes, why: str) -> bytes:
    """A document as DOCX. Raises InputError where LibreOffice is not there or cannot read it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise InputError(
            name, f"{why}needs LibreOffice, which is not installed", hint="install it, or save the file as DOCX"
        )
    suffix = Path(name).suffix if Path(name).suffix.lower() in SUFFIXES else ".doc"
    with tempfile.TemporaryDirectory(prefix="hexapla-") as folder:
        source = Path(folder) / f"document{suffix}"
        source.write_bytes(data)
        command = [
            program,
            "--headless",
            f"-env:UserInstallation=file://{folder}/profile",
            "--convert-to",
            "docx",
            "--outdir",
            folder,
            str(source),
        ]
        try:
            run_bounded(command, _SECONDS)
        except TimeIsUpError as error:
            raise InputError(
                name, f"LibreOffice took more than {_SECONDS} seconds", hint="save the file as DOCX"
            ) from error
        made = source.with_suffix(".docx")
        if not made.exists():
            raise InputError(name, "LibreOffice cannot read it", hint="open it and save it as DOCX")
        return made.read_bytes()
