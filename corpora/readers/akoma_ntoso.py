"""Akoma Ntoso 3.0 for the United Nations (AKN4UN): numbers, lead verbs in italics, footnotes, annexes as marked up.

Element names: OASIS LegalDocML "Akoma Ntoso Version 1.0 Part 2", and the AKN4UN guidelines (HLCM, 2018).
The source text that spans count is the text of the document, block by block, since XML has no place that a reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from corpora.languages import languages
from corpora.model import Kind, SetAside, Span
from corpora.readers.base import Block, BlockBuilder, Document
from corpora.readers.xml import parse
from corpora.text.punctuation import COLONS

SUFFIXES = (".xml", ".akn")
_WORDS = ("content", "intro", "p", "wrapUp", "formula", "listIntroduction", "listWrapUp")
_HEADINGS = ("heading", "subheading", "crossHeading")
_NUMBER = re.compile(r"\s*\(?(\d{1,3})\b")
_WORDS_AND_SPACES = re.compile(r"\s+|\S+")
"""The number of a paragraph in its own element: "1.", "(1)"."""
_CELLS = ("td", "th", "caption", "li")
"""What is one paragraph, as it is in a table of any other format."""

_VALUES = ("td", "th")


def sniff(head: str) -> bool:
    """Whether the file is Akoma Ntoso."""
    return "akomantoso" in head[:2000].lower()


def read(name: str, source: str) -> Document:
    """The blocks of an Akoma Ntoso statement. Raises InputError for XML that is broken or hostile."""
    return _Reader(name).document(parse(name, source))


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _find(root: Element, name: str) -> Iterator[Element]:
    return (e for e in root.iter() if _local(e) == name)


def _is_recital(element: Element) -> bool:
    """Whether an element of the body is a recital: sections with a preamble of their own have these as cross-headings."""
    return _local(element) == "crossHeading" and "preamble" in element.get("refersTo", "")


def _without_bold(cell: Block) -> Block:
    """A cell of a table that is not bold as a whole: bold cells head a column or give a sum, and are no headings of the text."""
    return replace(cell, emphasis=tuple(span for span in cell.emphasis if len(span) < len(cell.text)))


def _with_tables_apart(element: Element) -> Iterator[Element]:
    """The children of an element; where the words of one hold a table, what it holds instead."""
    for child in element:
        if _local(child) in _WORDS and any(_local(e) == "table" for e in child):
            yield from child
        else:
            yield child


_OF_DRAFTS = ("preface", "preamble", "mainBody", "body")
"""The parts of a statement that are the text of a draft; what is annexed to it is annexed to the whole."""


class _Reader:
    """Walks the tree once, writing text and blocks."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.text: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.notes: list[tuple[str, Element]] = []
        self.embedded: list[Element] = []
        self.aside: list[SetAside] = []

    def document(self, root: Element) -> Document:
        codes = {iso: known.code for known in languages() for iso in known.iso_639_2}
        language = next((codes.get(e.get("language", "")) for e in _find(root, "FRBRlanguage")), None)
        symbol = next(("".join(e.itertext()).strip() for e in _find(root, "docNumber")), None)
        collection = next((e for e in root if _local(e) == "documentCollection"), None)
        statements = list(_find(root, "statement")) if collection is not None else []
        for statement in statements:
            self._component(statement, symbol or "")
        if not statements:
            self._statement(next(iter(root), root))
        for marker, note in tuple(self.notes):
            self._block(list(note), role=Kind.FOOTNOTE, number=marker)
        return Document(
            self.name,
            "".join(self.text),
            tuple(self.blocks),
            tuple(self.aside),
            language,
            (symbol or None) if not statements else None,
        )

    def _statement(self, statement: Element) -> None:
        body = next((e for e in statement if _local(e) in ("mainBody", "body")), None)
        # The body may begin with the items of the last paragraph that a conversion put before it: "(a)", "(b)", "4.".
        numbers = ["".join(e.itertext()) for e in _find(body, "num")] if body is not None else []
        number = next((match for text in numbers if (match := _NUMBER.match(text))), None)
        for part in statement:
            self._part(part, int(number.group(1)) if number else None)

    def _component(self, statement: Element, symbol: str) -> None:
        """One of the resolutions of a collection: below its symbol, which is the collection's with a letter of its own."""
        own = next(("".join(e.itertext()).strip() for e in _find(statement, "docNumber")), "")
        builder = BlockBuilder()
        start = self.length
        whole = own if "/" in own or not symbol else f"{symbol.rstrip('. ')} {own}"
        self._characters(whole.strip(" ."), builder)
        self.blocks.append(builder.build(Span(start, self.length)))
        self._write("\n")
        self._statement(statement)
        for marker, note in tuple(self.notes):
            self._block(list(note), role=Kind.FOOTNOTE, number=marker)
        self.notes.clear()

    def _part(self, part: Element, following: int | None = None) -> None:
        kind = _local(part)
        if kind == "meta":
            return
        if kind in ("coverPage", "preface"):
            self._cover(part)
        elif kind == "preamble":
            for child in part:
                self._recital(child, following=following)
        elif kind in ("mainBody", "body"):
            self._body(part, 0)
        elif kind == "conclusions":
            self._block([part], role=Kind.CLOSING)
        elif kind == "attachments":
            for doc in _find(part, "doc"):
                self._annex(doc)
        elif kind == "components":
            for statement in _find(part, "statement"):
                self._draft(statement)
        else:
            self._block([part])

    def _draft(self, statement: Element) -> None:
        """A statement that stands beside the body: the draft that the last paragraph recommends, one level below it."""
        above = next((b.text.rstrip() for b in reversed(self.blocks) if b.role is not Kind.FOOTNOTE), "")
        follows = bool(self.blocks) and self.blocks[-1].level > 0  # A second draft stands behind the first.
        if above[-1:] not in tuple(COLONS) and not follows:
            self._statement(statement)
            return
        for part in statement:
            if _local(part) in _OF_DRAFTS:
                self._embedded(part, 1)
            else:
                self._part(part)

    def _recital(self, element: Element, following: int | None = None) -> None:
        """A recital with what it lists; operative paragraphs that a conversion took for such a list are none of it.

        ``following`` is the first number of the main body, letters left aside: a list that it continues is its beginning.
        """
        lists = [e for e in element if _local(e) == "blockList"]
        items = [item for part in lists for item in part if _local(item) == "item"]
        # Numbers are those of operative paragraphs where a verb is set apart, else the recital's own.
        counted = [item for item in items if "".join(item.itertext()).strip()[:1].isdecimal()]
        plain = counted and not any(e.get("class") for item in counted for e in item.iter())
        continued = bool(counted) and following == len(counted) + 1
        if not lists or (plain and not continued):
            self._block([element], role=Kind.ORGAN if _local(element) == "formula" else Kind.PREAMBULAR)
            return
        for child in element:
            for part in child if child in lists else [child]:
                if _local(part) == "item":
                    self._hierarchy(part, 1)
                else:
                    self._block([part], role=Kind.PREAMBULAR)

    def _cover(self, part: Element) -> None:
        title = next((e for e in _find(part, "docTitle") if "resolutionTitle" in e.get("refersTo", "")), None)
        for p in part:
            if title is not None and title in list(p.iter()):
                self._block([title], role=Kind.TITLE)
                continue
            adoption = any("adoption" in e.get("refersTo", "") for e in _find(p, "docTitle"))
            if adoption:
                self._block([p], role=Kind.ADOPTION)
            else:
                self._set_aside(p, "cover page")

    def _set_aside(self, element: Element, reason: str) -> None:
        text = " ".join("".join(element.itertext()).split())
        if text:
            start = self.length
            self._write(text)
            self.aside.append(SetAside(Span(start, self.length), reason))
            self._write("\n")

    def _annex(self, doc: Element) -> None:
        body = next((e for e in doc if _local(e) in ("mainBody", "body")), None)
        if body is None:
            return
        self.aside.append(SetAside(Span(self.length, self.length), "annex begins"))
        start = len(self.blocks)
        self._body(body, 0)
        if len(self.blocks) > start and self.blocks[start].role is None:
            first = self.blocks[start]
            self.blocks[start] = replace(first, heading=first.number is None, role=Kind.ANNEX)

    def _body(self, parent: Element, level: int) -> None:
        for child in parent:
            self._hierarchy(child, level)

    def _hierarchy(self, element: Element, level: int) -> None:
        """A paragraph, point, list or section: its own words first, then what stands below it."""
        number: str | None = None
        own: list[Element] = []
        below: list[tuple[Element, int]] = []
        for child in _with_tables_apart(element):
            name = _local(child)
            if name == "num":
                number = "".join(child.itertext()).strip()
            elif _is_recital(child):
                below.append((child, level))
            elif name in _WORDS or name in _HEADINGS:
                own.append(child)
            elif name in ("list", "sublist", "blockList", "alinea"):
                for sub in child:
                    if _local(sub) in ("intro", "listIntroduction") and not own:
                        own.append(sub)
                    else:
                        below.append((sub, level + 1))
            else:
                below.append((child, level + 1))
        name = _local(element)
        if _is_recital(element):
            self._block([element], role=Kind.PREAMBULAR, level=level)
            return
        if name in _WORDS or name in _HEADINGS or name in _CELLS or (element.text or "").strip():
            before = len(self.blocks)
            self._block([element], level=level, number=None, heading=name in _HEADINGS)
            if name in _VALUES:
                self.blocks[before:] = [_without_bold(block) for block in self.blocks[before:]]
            self._embedded_structures(level)
            return
        # A paragraph may have a number and no words of its own, only a list below it.
        if own or (number and below and name == "paragraph"):
            titled = bool(own) and all(_local(e) in _HEADINGS for e in own)
            heading = titled or element.get("class", "").startswith("H")
            self._block(own, level=level, number=number, heading=heading)
            self._embedded_structures(level)
        for child, depth in below:
            self._hierarchy(child, depth)

    def _embedded_structures(self, level: int) -> None:
        """The draft resolutions that stand inside the words just read, one level below them."""
        found, self.embedded = self.embedded, []
        for structure in found:
            for part in structure:
                self._embedded(part, level + 1)

    def _embedded(self, part: Element, level: int) -> None:
        kind = _local(part)
        if kind in ("preamble", "preface", "mainBody", "body"):
            for child in part:
                self._embedded(child, level)
        elif kind in ("container", "formula", "recital"):
            start = len(self.blocks)
            self._recital(part)
            self.blocks[start:] = [replace(block, level=block.level + level) for block in self.blocks[start:]]
        else:
            self._hierarchy(part, level)

    def _write(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)

    def _block(
        self,
        elements: list[Element],
        *,
        role: Kind | None = None,
        number: str | None = None,
        level: int = 0,
        heading: bool = False,
    ) -> None:
        builder = BlockBuilder()
        start = self.length
        if number and role is not Kind.FOOTNOTE:
            self._write(number + " ")
        for element in elements:
            self._inline(element, builder)
            builder.add(" ", max(self.length - 1, 0))
        block = builder.build(Span(start, self.length), role=role, number=number, level=level, heading=heading)
        # A numbered paragraph may have no words of its own, only a list below it: its number is kept.
        if block.text or (number and role is None):
            self._write("\n")
            self.blocks.append(block)
        else:
            self.aside.append(SetAside(Span(start, self.length), "empty element"))

    def _characters(self, text: str | None, builder: BlockBuilder) -> None:
        for piece in _WORDS_AND_SPACES.findall(text or ""):
            if not piece.isspace():
                builder.add_word(piece, self.length)
                self._write(piece)
            elif builder.chars and builder.chars[-1] != " ":
                builder.add(" ", self.length)
                self._write(" ")

    def _struck(self, element: Element) -> None:
        """Set aside what is marked as deleted, where it stands in the source."""
        start = self.length
        self._write(" ".join("".join(element.itertext()).split()))
        self.aside.append(SetAside(Span(start, self.length), "struck out"))

    def _inline(self, element: Element, builder: BlockBuilder) -> None:
        name = _local(element)
        if name == "authorialNote":
            mark = element.get("marker", "*")
            begin = len(builder.chars)
            self._characters(mark, builder)
            builder.superscripts.append(Span(begin, len(builder.chars)))
            self.notes.append((mark, element))
            return
        if name == "embeddedStructure":
            self.embedded.append(element)
            return
        if name == "del":
            self._struck(element)
            return
        style = element.get("class", "")
        if name == "docDate" and builder.chars and builder.chars[-1].isalpha() and (element.text or "")[:1].isdigit():
            self._characters(" ", builder)  # "on<docDate>30 October": the space was lost where the date was marked up
        begin = len(builder.chars)
        self._characters(element.text, builder)
        for child in element:
            self._inline(child, builder)
            self._characters(child.tail, builder)
        size = len(builder.chars)
        if name == "sup" and size > begin:
            builder.superscripts.append(Span(begin, size))
        elif (name in ("i", "b") or "italic" in style or "bold" in style) and size > begin:
            builder.emphasis.append(Span(begin, size))
        if name in ("p", "eol", "br"):
            self._characters(" ", builder)
