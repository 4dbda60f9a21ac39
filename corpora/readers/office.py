"""Old Word documents and OpenDocument texts, converted to DOCX by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from corpora.errors import InputError
from corpora.readers import docx
from corpora.readers.base import Document

SUFFIXES = (".doc", ".odt", ".rtf")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECONDS = 120
"""Seconds that LibreOffice may take; chosen far above what a document takes."""


def takes(head: bytes, suffix: str) -> bool:
    """Whether the file is an old Word document, an OpenDocument text or RTF."""
    return head[:8] == _OLE or head[:5] == b"{\\rtf" or (head[:4] == b"PK\x03\x04" and suffix == ".odt")


def read(name: str, data: bytes) -> Document:
    """The blocks of a document. Raises InputError where LibreOffice is not there or cannot read it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise InputError(name, "needs LibreOffice, which is not installed", hint="install it, or save the file as DOCX")
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
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
        except subprocess.TimeoutExpired as error:
            raise InputError(
                name, f"LibreOffice took more than {_SECONDS} seconds", hint="save the file as DOCX"
            ) from error
        made = source.with_suffix(".docx")
        if not made.exists():
            raise InputError(name, "LibreOffice cannot read it", hint="open it and save it as DOCX")
        return docx.read(name, made.read_bytes())
