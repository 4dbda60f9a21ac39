"""XML that may be hostile, parsed with entities refused and one clear line for what is broken."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException

from corpora.errors import InputError


def parse(name: str, source: str | bytes, *, part: str = "", hint: str = "export the file again") -> Element:
    """The root of an XML text, ``part`` its name inside an archive.

    Raises InputError for XML that is broken or holds entities.

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
    return root


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words(element: Element) -> str:
    """All text inside an element, white space folded."""
    return " ".join("".join(element.itertext()).split())
