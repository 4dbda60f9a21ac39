"""TEI XML as the United Nations Parallel Corpus has it: paragraphs of sentences, one document a language.

Form: Ziemski, Junczys-Dowmunt and Pouliquen, "The United Nations Parallel Corpus v1.0", LREC 2016.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from corpora.readers.base import Document
from corpora.readers.textwriter import StyledText, TextWriter
from corpora.readers.xml import local, parse

SUFFIXES = (".tei",)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def sniff(head: str) -> bool:
    """Whether the file is TEI."""
    return "<tei" in head[:2000].lower()


def _outermost(root: Element) -> Iterator[Element]:
    """Paragraphs and heads in order; one inside another (a note's) is part of it, and is not read twice."""
    stack = [root]
    while stack:
        element = stack.pop()
        if local(element) in ("p", "head"):
            yield element
        else:
            stack.extend(reversed(element))


def read(name: str, source: str) -> Document:
    """The paragraphs of a document; its symbol and language where the header states them."""
    root = parse(name, source)
    out = TextWriter()
    symbol = next(
        ("".join(e.itertext()).strip() for e in root.iter() if local(e) == "idno" and e.get("type") == "symbol"), None
    )
    for paragraph in _outermost(root):
        sentences = [e for e in paragraph.iter() if local(e) == "s"]
        text = " ".join("".join(s.itertext()) for s in sentences) if sentences else "".join(paragraph.itertext())
        out.block([StyledText(text)], heading=local(paragraph) == "head")
    language = root.get(_LANGUAGE) or next((e.get(_LANGUAGE) for e in root.iter() if local(e) == "text"), None)
    return Document(name, out.source, tuple(out.blocks), tuple(out.aside), (language or "")[:2].lower() or None, symbol)
