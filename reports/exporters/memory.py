"""The hits of a concordance as a translation memory (TMX 1.4b), each paragraph with its counterparts."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from reports import __version__
from reports.exporters.tmx import DOCTYPE, LANGUAGE, add_property
from reports.exporters.xml_text import xml_text
from reports.library.concordance import Hit


def memory_of(hits: Sequence[Hit]) -> str:
    """A unit a hit that has a counterpart, with symbol, paragraph and year; words that render the phrase stand in a note."""
    root = Element("tmx", version="1.4")
    header = SubElement(
        root,
        "header",
        creationtool="hexapla",
        creationtoolversion=__version__,
        segtype="paragraph",
        datatype="plaintext",
        adminlang="en",
        srclang=hits[0].language if hits else "*all*",
    )
    header.set("o-tmf", "hexapla")
    body = SubElement(root, "body")
    for hit in hits:
        if hit.counterparts:
            _unit(body, hit)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{DOCTYPE}\n{tostring(root, encoding="unicode")}\n'


def _unit(body: Element, hit: Hit) -> None:
    unit = SubElement(body, "tu", tuid=f"{hit.symbol}#{hit.paragraph}")
    words = [hit.text[s.start : s.end] for s in hit.spans[:1]]
    words += [r.words for r in hit.counterparts.values() if r.words is not None]
    if len(words) > 1:
        SubElement(unit, "note").text = xml_text(" = ".join(words))
    add_property(unit, "document-symbol", hit.symbol)
    add_property(unit, "paragraph-id", hit.paragraph)
    if hit.year is not None:
        add_property(unit, "year", str(hit.year))
    sides = {hit.language: (hit.paragraph, hit.text)} | {c: (r.paragraph, r.text) for c, r in hit.counterparts.items()}
    for code, (paragraph, text) in sides.items():
        variant = SubElement(unit, "tuv")
        variant.set(LANGUAGE, code)
        add_property(variant, "paragraph-id", paragraph)
        SubElement(variant, "seg").text = xml_text(text)
