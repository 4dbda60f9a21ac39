"""XML that may be hostile, parsed with entities refused and one clear line for what is broken."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException

from corpora.errors import UnusableInputError


def parse(name: str, source: str | bytes) -> Element:
    """The root of an XML text. Raises UnusableInputError for XML that is broken or holds entities.

    A document type that only names a DTD (as TMX files do) is let be: nothing is loaded from it.
    """
    data = source.encode("utf-8") if isinstance(source, str) else source
    try:
        root: Element = defusedxml.ElementTree.fromstring(data, forbid_dtd=False)
    except DefusedXmlException as error:
        raise UnusableInputError(name, f"XML with entities is refused ({type(error).__name__})") from error
    except (SyntaxError, ValueError, LookupError) as error:
        raise UnusableInputError(name, f"XML is not well formed ({error})", mend="export the file again") from error
    return root


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words(element: Element) -> str:
    """All text inside an element, white space folded."""
    return " ".join("".join(element.itertext()).split())
