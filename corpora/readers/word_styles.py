"""The styles of a Word document: what each sets on its text, its numbering, and which are those of headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from corpora.readers.archive import Archive

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART = "word/styles.xml"
_OFF = ("0", "false", "off", "none")
_TOGGLES = ("i", "b", "strike", "dstrike", "vanish")
_INVISIBLE = 4
"""Half points: templates hide their marks by setting them in letters of one point."""
_DEEPEST = 20
"""Styles that build on each other; Word writes ten at most, and a circle has no end."""
_HEADING_NAME = re.compile(r"heading|title|_ ?h ?_|h(?:m|ch|\d+)g?\b")
"""Names that begin so: Word's own, and those of the templates of the United Nations ("_ H_2/3", "H23G", "HChG")."""


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set: italic, bold, struck through, hidden; "superscript", "subscript" or "" for its height."""

    i: bool = False
    b: bool = False
    strike: bool = False
    dstrike: bool = False
    vanish: bool = False
    height: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it builds on: its name in small letters, the look of its text, its numbering, an outline level."""

    name: str = ""
    look: Look = Look()
    numbering: tuple[str, str] | None = None
    is_heading: bool = False


def value(properties: Element | None, tag: str) -> str:
    """The value of a property, "" where it is not set."""
    element = properties.find(f"{W}{tag}") if properties is not None else None
    return element.get(f"{W}val", "") if element is not None else ""


def is_on(properties: Element, tag: str) -> bool | None:
    """Whether a property is switched on, None where nothing is said of it."""
    element = properties.find(f"{W}{tag}")
    return None if element is None else element.get(f"{W}val", "1").lower() not in _OFF


def with_properties(look: Look, properties: Element | None) -> Look:
    """A look with what the properties of a run or a style change in it."""
    if properties is None:
        return look
    changed = {tag: on for tag in _TOGGLES if (on := is_on(properties, tag)) is not None}
    old = {tag: getattr(look, tag) for tag in _TOGGLES}
    size = value(properties, "sz")
    if size.isdecimal() and int(size) <= _INVISIBLE:
        changed["vanish"] = True
    return Look(**(old | changed), height=value(properties, "vertAlign") or look.height)


def styles_of(archive: Archive) -> dict[str, Style]:
    """The styles of a document by their ids. Raises InputError where their part is broken."""
    if _PART not in archive:
        return {}
    elements = {e.get(f"{W}styleId", ""): e for e in archive.xml_of(_PART).iter(f"{W}style")}
    return {name: _style(name, elements) for name in elements}


def _style(style_id: str, elements: dict[str, Element]) -> Style:
    chain: list[Element] = []
    following: str | None = style_id
    while following in elements and len(chain) < _DEEPEST:
        chain.append(elements[following])
        following = value(chain[-1], "basedOn")
    look = Look()
    number = level = outline = ""
    for element in reversed(chain):
        look = with_properties(look, element.find(f"{W}rPr"))
        properties = element.find(f"{W}pPr")
        numbering = properties.find(f"{W}numPr") if properties is not None else None
        number = value(numbering, "numId") or number
        level = value(numbering, "ilvl") or level
        outline = value(properties, "outlineLvl") or outline
    name = value(elements[style_id], "name").lower()
    is_heading = _HEADING_NAME.match(name) is not None or (outline.isdecimal() and int(outline) < 9)
    return Style(name, look, (number, level) if number else None, is_heading)
