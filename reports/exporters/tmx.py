"""Translation memories: TMX 1.4b, all languages of the versions in one file.

Elements and their order: "TMX 1.4b Specification", GALA/LISA OSCAR, 2005.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from reports import __version__
from reports.comparison.rows import Versions
from reports.exporters.base import Content, Exported, ExportedFile, ExportRequest
from reports.exporters.units import Unit, version_units
from reports.exporters.xml_text import xml_text
from reports.findings.model import Finding

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'


def tmx(versions: Versions, findings: Sequence[Finding], level: str = "paragraph") -> str:
    """The versions as a translation memory; units that stand in one language only are left out.

    Each unit has the properties ``x-document-symbol``, ``x-paragraph-id`` and ``x-kind``, each language's part its own
    ``x-paragraph-id``; findings are notes.
    """
    pivot = versions.pivot
    root = Element("tmx", version="1.4")
    header = SubElement(
        root,
        "header",
        creationtool="hexapla",
        creationtoolversion=__version__,
        segtype="paragraph" if level == "paragraph" else "phrase",
        datatype="plaintext",
        adminlang="en",
        srclang=pivot.language,
    )
    header.set("o-tmf", "hexapla")
    if pivot.symbol:
        add_property(header, "document-symbol", pivot.symbol)
    body = SubElement(root, "body")
    seen: set[str] = set()
    for unit in version_units(versions, findings, level):
        if len(unit.parts) > 1:
            _unit(body, unit, pivot.symbol, seen)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{DOCTYPE}\n{tostring(root, encoding="unicode")}\n'


def add_property(parent: Element, name: str, value: str) -> None:
    """Say a property ``x-NAME`` of the memory, of a unit or of one language's part of it."""
    SubElement(parent, "prop", type=f"x-{name}").text = xml_text(value)


def _unit(body: Element, unit: Unit, symbol: str | None, seen: set[str]) -> None:
    element = SubElement(body, "tu", tuid=_unique(f"{symbol or 'document'}#{unit.id}", seen))
    for finding in unit.findings:
        SubElement(element, "note").text = xml_text(
            f"{finding.code} {finding.severity.label}: {finding.message('en')} [{finding.fingerprint}]"
        )
    if symbol:
        add_property(element, "document-symbol", symbol)
    add_property(element, "paragraph-id", unit.id)
    add_property(element, "kind", unit.kind)
    for code, part in unit.parts.items():
        variant = SubElement(element, "tuv")
        variant.set(LANGUAGE, code)
        add_property(variant, "paragraph-id", " ".join(part.paragraphs))
        SubElement(variant, "seg").text = xml_text(part.text)


def _unique(name: str, seen: set[str]) -> str:
    """A unit's name, told from an earlier equal one: a row that the pivot lacks may carry another row's id."""
    found = name
    count = 1
    while found in seen:
        count += 1
        found = f"{name}-{count}"
    seen.add(found)
    return found


class TmxExporter:
    """A translation memory."""

    suffixes = (".tmx",)
    takes = frozenset({Content.VERSIONS})

    def files(self, given: Exported, request: ExportRequest) -> Iterator[ExportedFile]:
        """One file."""
        yield request.output, tmx(given.one_set, given.selection.findings, request.level)


EXPORTER = TmxExporter()
