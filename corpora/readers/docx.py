"""Word documents (Office Open XML, ECMA-376): automatic numbers, footnotes, and tracked changes read as before or after.

Walks the XML itself: python-docx gives neither tracked changes nor footnotes nor the numbers that Word counts. The source
text that spans count is the text that the reader took.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from corpora.model import Kind
from corpora.readers.archive import Archive
from corpora.readers.base import Document
from corpora.readers.textwriter import Run, TextWriter
from corpora.text.numbering import letter, roman

SUFFIXES = (".docx", ".docm")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY, _NOTES, _NUMBERS, _STYLES = "word/document.xml", "word/footnotes.xml", "word/numbering.xml", "word/styles.xml"
_ADDED, _REMOVED = (f"{_W}ins", f"{_W}moveTo"), (f"{_W}del", f"{_W}moveFrom")
_OFF = ("0", "false", "off", "none")
_SKIPPED = frozenset(
    {f"{_W}instrText", f"{_W}txbxContent", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)


def takes(head: bytes, suffix: str) -> bool:
    """Whether the file is a Word document."""
    return head[:4] == b"PK\x03\x04" and (suffix in SUFFIXES or b"word/" in head)


def read(name: str, data: bytes, *, before: bool = False) -> Document:
    """The blocks of a document with its tracked changes accepted; with ``before``, rejected.

    Raises InputError where the archive or its XML is broken or hostile.
    """
    return _Reader(Archive(name, data), before=before).document()


def has_changes(name: str, data: bytes) -> bool:
    """Whether a document holds tracked changes."""
    root = Archive(name, data).xml_of(_BODY)
    return any(next(root.iter(tag), None) is not None for tag in (*_ADDED, *_REMOVED))


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered: the format, the text around the number, where it starts."""

    format: str
    text: str
    start: int


@dataclass(slots=True)
class _Lists:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)

    def label(self, number_id: str, depth: int) -> str:
        """The number of the next paragraph of a list, "" for bullets and lists that are not known."""
        levels = self.levels.get(number_id, {})
        level = levels.get(depth)
        if level is None or level.format in ("bullet", "none"):
            return ""
        counts = self.counts.setdefault(number_id, [])
        del counts[depth + 1 :]
        while len(counts) < depth:
            counts.append(levels[len(counts)].start if len(counts) in levels else 1)
        if len(counts) == depth:
            counts.append(level.start)
        else:
            counts[depth] += 1
        text = level.text
        for k in range(depth + 1):
            shape = levels[k].format if k in levels else "decimal"
            text = text.replace(f"%{k + 1}", _figure(counts[k], shape))
        return text.strip()


def _figure(value: int, shape: str) -> str:
    if shape == "lowerLetter":
        return letter(value)
    if shape == "upperLetter":
        return letter(value).upper()
    if shape in ("lowerRoman", "upperRoman"):
        figure = roman(value)
        return figure if shape == "lowerRoman" else figure.upper()
    return str(value)


class _Reader:
    def __init__(self, archive: Archive, *, before: bool) -> None:
        self.archive, self.before = archive, before
        self.out = TextWriter()
        self.lists = self._lists()
        self.styles = self._styles()
        self.notes: list[str] = []
        self.first_note = 1

    def document(self) -> Document:
        root = self.archive.xml_of(_BODY)
        self.first_note = self._first_note(root)
        body = root.find(f"{_W}body")
        waiting: list[Run] = []
        if body is not None:
            for paragraph in _paragraphs(body):
                waiting = self._paragraph(paragraph, waiting)
        if waiting:
            self.out.block(waiting)
        self._footnotes()
        return Document(self.archive.name, self.out.source, tuple(self.out.blocks), tuple(self.out.aside))

    # -- paragraphs ------------------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Element, waiting: list[Run]) -> list[Run]:
        """Write a paragraph; returns its runs where its end is taken away by a change, so that the next one goes on."""
        properties = paragraph.find(f"{_W}pPr")
        runs = [*waiting, *self._runs(paragraph, emphasis=False)]
        if properties is not None and self._end_is_gone(properties):
            return runs
        style = self._value(properties, "pStyle")
        name = self.styles.get(style, ("", None))[0]
        heading = name.startswith(("heading", "title"))
        self.out.block(runs, heading=heading, number=self._number(properties, style) or None)
        return []

    def _end_is_gone(self, properties: Element) -> bool:
        mark = properties.find(f"{_W}rPr")
        if mark is None:
            return False
        gone = _ADDED if self.before else _REMOVED
        return any(mark.find(tag) is not None for tag in gone)

    def _runs(self, element: Element, *, emphasis: bool) -> Iterator[Run]:
        for child in element:
            tag = child.tag
            if tag in (_ADDED if self.before else _REMOVED) or tag in _SKIPPED or tag == f"{_W}pPr":
                continue
            if tag == f"{_W}r":
                yield from self._run(child)
            elif tag != f"{_W}p":
                yield from self._runs(child, emphasis=emphasis)

    def _run(self, run: Element) -> Iterator[Run]:
        properties = run.find(f"{_W}rPr")
        emphasis = superscript = False
        if properties is not None:
            emphasis = any(self._is_on(properties, tag) for tag in ("i", "b"))
            superscript = self._value(properties, "vertAlign") == "superscript"
        for child in run:
            tag = child.tag.removeprefix(_W)
            if tag in ("t", "delText"):
                yield Run(child.text or "", emphasis, superscript)
            elif tag in ("tab", "br", "cr"):
                yield Run(" ")
            elif tag == "noBreakHyphen":
                yield Run("-", emphasis, superscript)
            elif tag == "footnoteReference":
                self.notes.append(child.get(f"{_W}id", ""))
                yield Run(str(self.first_note + len(self.notes) - 1), superscript=True)

    def _is_on(self, properties: Element, tag: str) -> bool:
        element = properties.find(f"{_W}{tag}")
        return element is not None and element.get(f"{_W}val", "1").lower() not in _OFF

    def _value(self, properties: Element | None, tag: str) -> str:
        element = properties.find(f"{_W}{tag}") if properties is not None else None
        return element.get(f"{_W}val", "") if element is not None else ""

    # -- numbers and styles ----------------------------------------------------------------------------------------

    def _number(self, properties: Element | None, style: str) -> str:
        numbering = properties.find(f"{_W}numPr") if properties is not None else None
        if numbering is None:
            numbering = self.styles.get(style, ("", None))[1]
        if numbering is None:
            return ""
        depth = self._value(numbering, "ilvl")
        return self.lists.label(self._value(numbering, "numId"), int(depth) if depth.isdecimal() else 0)

    def _styles(self) -> dict[str, tuple[str, Element | None]]:
        """The name of each style in small letters, and the numbering that it brings."""
        if _STYLES not in self.archive:
            return {}
        found: dict[str, tuple[str, Element | None]] = {}
        for style in self.archive.xml_of(_STYLES).iter(f"{_W}style"):
            properties = style.find(f"{_W}pPr")
            numbering = properties.find(f"{_W}numPr") if properties is not None else None
            found[style.get(f"{_W}styleId", "")] = (self._value(style, "name").lower(), numbering)
        return found

    def _lists(self) -> _Lists:
        lists = _Lists()
        if _NUMBERS not in self.archive:
            return lists
        root = self.archive.xml_of(_NUMBERS)
        abstract: dict[str, dict[int, _Level]] = {}
        for entry in root.iter(f"{_W}abstractNum"):
            levels = {}
            for level in entry.iter(f"{_W}lvl"):
                start = self._value(level, "start")
                depth = level.get(f"{_W}ilvl", "0")
                levels[int(depth) if depth.isdecimal() else 0] = _Level(
                    self._value(level, "numFmt") or "decimal",
                    self._value(level, "lvlText"),
                    int(start) if start.isdecimal() else 1,
                )
            abstract[entry.get(f"{_W}abstractNumId", "")] = levels
        for entry in root.iter(f"{_W}num"):
            lists.levels[entry.get(f"{_W}numId", "")] = abstract.get(self._value(entry, "abstractNumId"), {})
        return lists

    # -- footnotes -------------------------------------------------------------------------------------------------

    def _first_note(self, root: Element) -> int:
        """The number of the first footnote, where the document does not count from 1."""
        for properties in root.iter(f"{_W}footnotePr"):
            start = self._value(properties, "numStart")
            if start.isdecimal():
                return int(start)
        return 1

    def _footnotes(self) -> None:
        """The footnotes in the order in which the text refers to them; those that nothing refers to are set aside."""
        if _NOTES not in self.archive:
            return
        notes = {
            n.get(f"{_W}id", ""): n
            for n in self.archive.xml_of(_NOTES).iter(f"{_W}footnote")
            if f"{_W}type" not in n.attrib
        }
        for mark, note_id in enumerate(tuple(self.notes), self.first_note):
            note = notes.pop(note_id, None)
            if note is not None:
                runs = [
                    run
                    for paragraph in note.iter(f"{_W}p")
                    for run in (*self._runs(paragraph, emphasis=False), Run(" "))
                ]
                self.out.block(runs, role=Kind.FOOTNOTE, number=str(mark))
        for note in notes.values():
            text = "".join(
                run.text for paragraph in note.iter(f"{_W}p") for run in self._runs(paragraph, emphasis=False)
            )
            self.out.set_aside(text, "footnote without a reference")


def _paragraphs(element: Element) -> Iterator[Element]:
    """The paragraphs of a body in order, those in tables and content controls too; text boxes are passed over."""
    for child in element:
        if child.tag == f"{_W}p":
            yield child
        elif child.tag not in _SKIPPED:
            yield from _paragraphs(child)
