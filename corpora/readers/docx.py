"""Word documents (Office Open XML, ECMA-376): automatic numbers, footnotes, and tracked changes read as before or after.

Walks the XML itself: python-docx gives neither tracked changes nor footnotes nor the numbers that Word counts. The source
text that spans count is the text that the reader took. What is struck through, hidden, a comment, or stands in the heads and
feet of pages is set aside with the reason; a text box is read where it is anchored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from corpora.readers.archive import Archive
from corpora.readers.base import Document
from corpora.readers.page_furniture import symbol_of_line
from corpora.readers.textwriter import StyledText, TextWriter
from corpora.readers.word_notes import Notes
from corpora.readers.word_numbering import list_depth, lists_of
from corpora.readers.word_styles import Look, Style, W, styles_of, value, with_properties
from corpora.text.punctuation import PAUSES

SUFFIXES = (".docx", ".docm")
_TYPED_AS_DOC = ".doc"
"""The documents system gives Word files of today under the name of the old ones."""
_BODY, _COMMENTS = "word/document.xml", "word/comments.xml"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_ADDED, _REMOVED = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
_TEXT_BOX = f"{W}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FORMULA_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SKIPPED = frozenset({f"{W}instrText", f"{W}pPr", f"{W}rt", _TEXT_BOX, _FALLBACK})
_HEADING_ENDS = PAUSES
"""Marks that no heading set in bold ends with."""
_LONGEST_HEADING = 250
_CHARACTER_CODE = re.compile(r"[0-9A-Fa-f]{2,4}")
_SYMBOL_FONT = 0xF000
"""Where fonts of symbols keep their characters: w:sym with F02A is "*"."""


def takes(head: bytes, suffix: str) -> bool:
    """Whether the file is a Word document, whatever its name."""
    if head[:4] != b"PK\x03\x04" or _OPEN_DOCUMENT in head[:120]:
        return False
    return suffix in (*SUFFIXES, _TYPED_AS_DOC) or b"word/" in head


def read(name: str, data: bytes, *, before: bool = False) -> Document:
    """The blocks of a document with its tracked changes accepted; with ``before``, rejected.

    Raises InputError where the archive or its XML is broken or hostile.
    """
    return _Reader(Archive(name, data), before=before).document()


def has_changes(name: str, data: bytes) -> bool:
    """Whether a document holds tracked changes."""
    root = Archive(name, data).xml_of(_BODY)
    return any(next(root.iter(tag), None) is not None for tag in (*_ADDED, *_REMOVED))


class _Reader:
    def __init__(self, archive: Archive, *, before: bool) -> None:
        self.archive, self.before = archive, before
        self.out = TextWriter()
        self.styles = styles_of(archive)
        self.lists = lists_of(archive, self.styles)
        self.notes = Notes(archive)
        self.look = Look()
        self.boxed = False
        self.aside: list[tuple[str, str]] = []

    def document(self) -> Document:
        root = self.archive.xml_of(_BODY)
        self.notes.number_as(root)
        symbol = self._page_heads()
        body = root.find(f"{W}body")
        if body is not None:
            self._story(body)
        for note in self.notes.in_order(self._runs):
            note.write(self.out)
            self._write_aside()
        for part in (_COMMENTS,) if _COMMENTS in self.archive else ():
            for comment in self.archive.xml_of(part).iter(f"{W}comment"):
                self.out.set_aside(self._text(comment), "comment")
        return Document(
            self.archive.name, self.out.source, tuple(self.out.blocks), tuple(self.out.aside), symbol=symbol
        )

    def _page_heads(self) -> str | None:
        """Set the heads and feet of pages aside, each line once; the symbol that stands in a head, or None."""
        heads: dict[str, None] = {}
        seen: set[str] = set()
        for part in self.archive.parts("word/header", "word/footer"):
            is_head = part.startswith("word/header")
            for paragraph in self.archive.xml_of(part).iter(f"{W}p"):
                for piece in "".join(run.text for run in self._runs(paragraph, tab="\t")).split("\t"):
                    line = " ".join(piece.split())
                    if not line or line in seen:
                        continue
                    seen.add(line)
                    self.out.set_aside(line, "page header" if is_head else "page footer")
                    if is_head:
                        heads[line] = None
        self.aside.clear()
        return _symbol_in(list(heads))

    # -- paragraphs ------------------------------------------------------------------------------------------------

    def _story(self, element: Element) -> None:
        """Write the paragraphs of a body or a text box in order; one whose end a change takes away goes on in the next."""
        waiting: list[StyledText] = []
        for paragraph in _paragraphs(element):
            waiting = self._paragraph(paragraph, waiting)
        if waiting:
            self.out.block(waiting)

    def _paragraph(self, paragraph: Element, waiting: list[StyledText]) -> list[StyledText]:
        """Write a paragraph; returns its runs where its end is taken away by a change, so that the next one goes on."""
        properties = paragraph.find(f"{W}pPr")
        style_id = value(properties, "pStyle")
        style = self.styles.get(style_id, Style())
        self.look = style.look
        runs = [*waiting, *self._runs(paragraph)]
        if properties is not None and self._end_is_gone(properties):
            return runs
        number = self._number(properties, style_id, style)
        heading = self._is_heading(runs, style, properties)
        self.out.block(runs, heading=heading, number=number or None, boxed=self.boxed)
        self._write_aside()
        outside, self.boxed = self.boxed, True
        for box in _text_boxes(paragraph):
            self._story(box)
        self.boxed = outside
        return []

    def _is_heading(self, runs: list[StyledText], style: Style, properties: Element | None) -> bool:
        """Whether a paragraph is a heading: by the name or the outline level of its style, or bold from end to end."""
        outline = value(properties, "outlineLvl")
        if style.is_heading or (outline.isdecimal() and int(outline) < 9):
            return True
        letters = [run for run in runs if any(c.isalpha() for c in run.text) and not run.superscript]
        text = "".join(run.text for run in runs).strip()
        ends = text[-1:] in _HEADING_ENDS or len(text) > _LONGEST_HEADING
        return bool(letters) and all(run.bold for run in letters) and not ends

    def _write_aside(self) -> None:
        for text, reason in self.aside:
            self.out.set_aside(text, reason)
        self.aside.clear()

    def _end_is_gone(self, properties: Element) -> bool:
        mark = properties.find(f"{W}rPr")
        if mark is None:
            return False
        gone = _ADDED if self.before else _REMOVED
        return any(mark.find(tag) is not None for tag in gone)

    def _text(self, element: Element) -> str:
        return " ".join("".join(run.text for run in self._runs(p)) for p in element.iter(f"{W}p"))

    def _runs(self, element: Element, *, tab: str = " ") -> Iterator[StyledText]:
        for child in element:
            if child.tag in (_ADDED if self.before else _REMOVED) or child.tag in _SKIPPED:
                continue
            if child.tag == f"{W}r":
                yield from self._run(child, tab)
            elif child.tag == _FORMULA_TEXT:
                yield StyledText(child.text or "")
            elif child.tag != f"{W}p":
                yield from self._runs(child, tab=tab)

    def _run(self, run: Element, tab: str) -> Iterator[StyledText]:
        properties = run.find(f"{W}rPr")
        character = self.styles.get(value(properties, "rStyle"))
        look = with_properties(_joined(self.look, character.look) if character else self.look, properties)
        pieces = [piece for child in run for piece in self._pieces(child, look, tab)]
        text = "".join(piece.text for piece in pieces)
        if not (look.strike or look.dstrike or look.vanish):
            yield from pieces
        elif text.strip():
            self.aside.append((text, "hidden text" if look.vanish else "struck out"))

    def _pieces(self, child: Element, look: Look, tab: str) -> Iterator[StyledText]:
        tag = child.tag.removeprefix(W)
        emphasis, raised = look.i or look.b, look.height == "superscript"
        if tag in ("t", "delText"):
            text = self.notes.typed_mark(child.text or "")
            yield StyledText(text, emphasis, raised or self.notes.is_typed, look.b)
        elif tag in ("tab", "ptab"):
            yield StyledText(tab)
        elif tag in ("br", "cr"):
            yield StyledText(" ")
        elif tag == "noBreakHyphen":
            yield StyledText("-", emphasis, raised, look.b)
        elif tag == "sym":
            yield StyledText(self.notes.typed_mark(_symbol(child)), emphasis, raised or self.notes.is_typed, look.b)
        elif tag in ("footnoteReference", "endnoteReference"):
            yield StyledText(self.notes.mark_of(child), superscript=True)

    def _number(self, properties: Element | None, style_id: str, style: Style) -> str:
        numbering = properties.find(f"{W}numPr") if properties is not None else None
        number_id, depth = style.numbering or ("", "")
        if numbering is not None:
            number_id, depth = value(numbering, "numId") or number_id, value(numbering, "ilvl") or depth
        if not number_id:
            return ""
        level = list_depth(depth, 0) if depth.isdecimal() else self.lists.depth_of(number_id, style_id)
        return self.lists.label(number_id, level)


def _joined(paragraph: Look, character: Look) -> Look:
    """The look of a paragraph's style with that of a character style in it."""
    return Look(
        paragraph.i or character.i,
        paragraph.b or character.b,
        paragraph.strike or character.strike,
        paragraph.dstrike or character.dstrike,
        paragraph.vanish or character.vanish,
        character.height or paragraph.height,
    )


def _symbol_in(lines: Sequence[str]) -> str | None:
    """The document symbol that is a line of its own, else one that a line begins or ends with; None where there is none."""
    ends = [
        " ".join(words) for line in lines for n in (2, 1) for words in (line.split()[:n], line.split()[-n:]) if words
    ]
    return next((symbol for text in (*lines, *ends) if (symbol := symbol_of_line(text))), None)


def _symbol(element: Element) -> str:
    """The character of a symbol font, as far as it is one of ASCII."""
    code = element.get(f"{W}char", "")
    if not _CHARACTER_CODE.fullmatch(code):
        return ""
    point = int(code, 16) % _SYMBOL_FONT
    return chr(point) if 0x20 < point < 0x7F else ""


def _text_boxes(element: Element) -> Iterator[Element]:
    """The text boxes of a paragraph, each once: the copy for older programs is passed over."""
    for child in element:
        if child.tag == _TEXT_BOX:
            yield child
        elif child.tag != _FALLBACK:
            yield from _text_boxes(child)


def _paragraphs(element: Element) -> Iterator[Element]:
    """The paragraphs of a body in order, those in tables and content controls too; text boxes go with their paragraphs."""
    for child in element:
        if child.tag == f"{W}p":
            yield child
        elif child.tag not in _SKIPPED:
            yield from _paragraphs(child)
