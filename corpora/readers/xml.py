"""XML that may be hostile, parsed with entities refused and one clear line for what is broken."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException

from corpora.errors import InputError

DEEPEST = 200
"""Nesting past which XML is refused: readers walk it by recursion, and documents have twenty or thirty levels."""


def parse(name: str, source: str | bytes, *, part: str = "", hint: str = "export the file again") -> Element:
    """The root of an XML text, ``part`` its name inside an archive.

    Raises InputError for XML that is broken, holds entities, or is nested more deeply than any editor makes it.

    A document type that only names a DTD (as TMX files do) is let be: nothing is loaded from it.
    """
    where, subject = (f"part {part}: ", f"part {part}") if part else ("", "XML")
    data = source.encode("utf-8") if isinstance(source, str) else source
    try:
        root: Element = defusedxml.ElementTree.fromstring(data, forbid_dtd=False)
    except DefusedXmlException as error:
        raise InputError(name, f"{where}XML with entities is refused ({type(error).__name__})") from error
    except (SyntaxError, ValueError, LookupError) as error:
        raise InputError(name, f"{subject} is not well formed ({error})", hint=hint) from error
    if _depth(root) > DEEPEST:
        raise InputError(name, f"{where}elements are nested more than {DEEPEST} deep", hint=hint)
    return root


def _depth(root: Element) -> int:
    """How deeply elements are nested, counted no further than is of interest; without recursion."""
    row, depth = [root], 0
    while row and depth <= DEEPEST:
        depth += 1
        row = [child for element in row for child in element]
    return depth


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words(element: Element) -> str:
    """All text inside an element, white space folded."""
    return " ".join("".join(element.itertext()).split())
