"""Office documents that are the same bytes for the same content: without the hour at which they were written."""

from __future__ import annotations

import io
import re
import zipfile

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can hold."""
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*(</)")
_DATED = re.compile(rb' w:date="[^"]*"')
_COMMENTS = "word/comments.xml"
_CORE = "docProps/core.xml"


def steady(data: bytes) -> bytes:
    """An XLSX or DOCX file with its times set to 1980-01-01 and comments without any; parts and their order stay."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == _CORE:
                content = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", content)
            elif entry.filename == _COMMENTS:
                content = _DATED.sub(b"", content)
            plain = zipfile.ZipInfo(entry.filename, _LONG_AGO)
            plain.compress_type = zipfile.ZIP_DEFLATED
            plain.external_attr = 0o600 << 16
            new.writestr(plain, content)
    return made.getvalue()
