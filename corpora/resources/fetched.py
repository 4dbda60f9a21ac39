"""Whether what a server sent is the document that was asked for: looked at before it is kept.

A server may answer 200 with a page that says "not found", with another language, or with a file that was cut off.
"""

from __future__ import annotations

import html
import re
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from corpora.errors import InputError, NoResolutionError
from corpora.model import Resolution
from corpora.reading import read_resolutions
from corpora.system.faults import set_apart
from corpora.text_documents import read_text_document

_DIGITS = re.compile(r"\d+")
_TITLE = re.compile(r"<title[^>]*>([^<]+)", re.IGNORECASE)
_LONGEST_TITLE = 60
"""Characters of a page's title that are quoted."""
_END = 2048
"""Bytes at the end of a PDF in which its last mark must stand; readers look through 1,024 (ISO 32000-1, Annex H)."""


def cut_off(content: bytes, suffix: str) -> bool:
    """Whether a document ends before its format says that it does; DOCX and XML tell when they are read."""
    if suffix == ".pdf":
        return b"%%EOF" not in content[-_END:]
    if suffix == ".html":
        lower = content.lower()
        return b"<html" in lower and b"</html" not in lower
    return False


def unlike(content: bytes, suffix: str, symbol: str, language: str) -> str:
    """Why the content is not the document asked for, in a line; empty where it is.

    It is read as any document is. One that names no symbol is taken at the server's word; of a volume, one symbol must do.
    """
    with tempfile.TemporaryDirectory(prefix="hexapla-") as folder:
        path = Path(folder) / f"document{suffix}"
        path.write_bytes(content)
        try:
            # A document that the program cannot cope with is not kept either, and does not end the batch.
            with set_apart(f"{symbol} {language}"):
                found = _documents_of(path)
        except InputError as error:
            page = _title_of(content) if suffix == ".html" else ""
            return f"the answer cannot be used: {page or error.problem}"
    if found[0].language != language:
        return f"the answer is in {found[0].language}"
    named = [r.symbol for r in found if r.symbol]
    if named and not any(_alike(one, symbol) for one in named):
        return f"the answer is {named[0]}"
    return ""


def _documents_of(path: Path) -> Sequence[Resolution]:
    """The resolutions of a file, or the report or letter that it is, which states its symbol. Raises InputError for other texts."""
    try:
        return read_resolutions(path)
    except NoResolutionError:
        document = read_text_document(path)
        if document.symbol is None:
            raise
        return [document]


def _title_of(content: bytes) -> str:
    """What a page that is no document calls itself: "a page “Not found”"; "" where it has no title."""
    found = _TITLE.search(content.decode("utf-8", errors="replace"))
    words = " ".join(html.unescape(found.group(1)).split())[:_LONGEST_TITLE] if found else ""
    return f"a page “{words}”" if words else ""


def _alike(first: str, second: str) -> bool:
    """Whether two symbols may name one document: the numbers of one stand in the other.

    Documents print their symbol in more than one way: 217 A (III), A/RES/217(III), with and without "Rev.1".
    """
    one, other = (Counter(_DIGITS.findall(text)) for text in (first, second))
    return one <= other or other <= one
