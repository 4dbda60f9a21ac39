"""A resolution as Akoma Ntoso 3.0 for the United Nations (AKN4UN): what ``corpora.readers.akoma_ntoso`` reads.

Element names: OASIS LegalDocML "Akoma Ntoso Version 1.0 Part 2", and the AKN4UN guidelines (HLCM, 2018).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from corpora.languages import language_of
from corpora.model import Footnote, Kind, Paragraph, Part, Resolution, Span
from corpora.structure.adoption import adoption_date
from reports.exporters.base import Content, Exported, ExportedFile, ExportRequest
from reports.exporters.xml_text import xml_text

_DIVISION = "article"
"""Articles, goals, rules: the hierarchy of annexes; the paragraphs of one stand in its element."""
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def akoma_ntoso(resolution: Resolution) -> str:
    """The resolution as an XML document."""
    root = Element("akomaNtoso", xmlns=NAMESPACE)
    statement = SubElement(root, "statement", name="resolution")
    _meta(statement, resolution)
    _Body(statement, resolution).write()

    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _meta(statement: Element, resolution: Resolution) -> None:
    identification = SubElement(SubElement(statement, "meta"), "identification", source="#hexapla")
    uri = f"/akn/un/statement/resolution/{(resolution.symbol or resolution.name).lower()}"
    date = str(adoption_date(resolution) or "0001-01-01")
    code = language_of(resolution).iso_639_2[0]
    for level, suffix in (("FRBRWork", ""), ("FRBRExpression", f"/{code}@"), ("FRBRManifestation", f"/{code}@.xml")):
        part = SubElement(identification, level)
        SubElement(part, "FRBRthis", value=f"{uri}{suffix}/!main")
        SubElement(part, "FRBRuri", value=f"{uri}{suffix}")
        SubElement(part, "FRBRdate", date=date, name="adoption")
        SubElement(part, "FRBRauthor", href="#un")
        if level == "FRBRWork":
            SubElement(part, "FRBRcountry", value="un")
        if level == "FRBRExpression":
            SubElement(part, "FRBRlanguage", language=code)


class _Body:
    """Writes the parts of the statement in the order of the paragraphs."""

    def __init__(self, statement: Element, resolution: Resolution) -> None:
        self.statement, self.resolution = statement, resolution
        self.notes: dict[str, Footnote] = {note.mark: note for note in resolution.footnotes}
        self.used: set[str] = set()
        self.nodes: dict[str, Element] = {}
        self.kinds = {p.id: p.kind for p in resolution.paragraphs}
        self.drafts: dict[str, list[list[Paragraph]]] = {}
        """For each paragraph that recommends draft resolutions, the paragraphs of each of these."""

    def write(self) -> None:
        """Cover, preamble, operative part, conclusions, annexes."""
        groups: dict[str, list[Paragraph]] = {"cover": [], "preamble": [], "body": [], "end": [], "annex": []}
        for paragraph in self.resolution.paragraphs:
            if self._is_of_draft(paragraph):
                self._add_to_draft(paragraph)
            else:
                groups[self._group(paragraph, groups)].append(paragraph)
        self._cover(groups["cover"])
        preamble = SubElement(self.statement, "preamble")
        for paragraph in groups["preamble"]:
            self._preamble(preamble, paragraph)
        body = SubElement(self.statement, "mainBody")
        self._hierarchy(body, groups["body"])
        if groups["end"]:
            end = SubElement(self.statement, "conclusions")
            for paragraph in groups["end"]:
                self._content(SubElement(end, "p"), paragraph)
        if groups["annex"]:
            self._annexes(groups["annex"])
        for mark, note in self.notes.items():
            if mark not in self.used:
                self._note(SubElement(SubElement(body, "paragraph"), "content"), note)

    def _recommends(self, paragraph: Paragraph) -> str | None:
        """The paragraph that recommends the draft resolution in which another stands; None outside of drafts.

        Only a draft has recitals, acts and headings of its own below an operative paragraph.
        """
        above = [paragraph.id, *self.resolution.ids_above(paragraph.id)]
        for own, parent in itertools.pairwise(above):
            if self.kinds[own].opens_draft and self.kinds[parent] is Kind.OPERATIVE:
                return parent
        return None

    def _is_of_draft(self, paragraph: Paragraph) -> bool:
        return paragraph.part is not Part.ANNEX and self._recommends(paragraph) is not None

    def _add_to_draft(self, paragraph: Paragraph) -> None:
        """Add a paragraph to the last draft of the one that recommends it; a title or a formula below acts begins another."""
        drafts = self.drafts.setdefault(self._recommends(paragraph) or "", [])
        acts = bool(drafts) and any(p.kind is Kind.OPERATIVE for p in drafts[-1])
        if not drafts or (acts and paragraph.part is Part.PREAMBLE):
            drafts.append([])
        drafts[-1].append(paragraph)

    def _group(self, paragraph: Paragraph, groups: dict[str, list[Paragraph]]) -> str:
        if paragraph.part is Part.ANNEX or groups["annex"]:
            return "annex"
        if paragraph.kind in (Kind.SYMBOL, Kind.TITLE, Kind.ADOPTION, Kind.SPONSORS):
            return "cover"
        if paragraph.kind is Kind.CLOSING:
            return "end"
        in_body = bool(groups["body"]) or paragraph.kind is Kind.OPERATIVE
        return "body" if in_body else "preamble"

    def _cover(self, paragraphs: Sequence[Paragraph]) -> None:
        preface = SubElement(self.statement, "preface")
        if self.resolution.symbol:
            SubElement(SubElement(preface, "p"), "docNumber").text = self.resolution.symbol
        for paragraph in paragraphs:
            if paragraph.kind is not Kind.SYMBOL:
                refers = "#resolutionTitle" if paragraph.kind is Kind.TITLE else "#adoption"
                self._content(SubElement(SubElement(preface, "p"), "docTitle", refersTo=refers), paragraph)

    def _preamble(self, preamble: Element, paragraph: Paragraph) -> None:
        if paragraph.kind is Kind.ORGAN:
            self._content(SubElement(SubElement(preamble, "formula", name="enactingFormula"), "p"), paragraph)
            return
        self._content(SubElement(SubElement(preamble, "container", name="recital"), "p"), paragraph)

    def _hierarchy(self, parent: Element, paragraphs: Sequence[Paragraph]) -> None:
        for paragraph in paragraphs:
            above = self.nodes.get(paragraph.parent or "")
            division = above if above is not None and above.tag == _DIVISION else None
            home = parent if division is None else division
            if paragraph.kind is Kind.HEADING:
                node = SubElement(home, _DIVISION if paragraph.number else "section")
                self._content(SubElement(node, "heading"), paragraph)
                self.nodes[paragraph.id] = node
                continue
            listed = paragraph.kind is Kind.ITEM and above is not None
            if listed and above is not None:
                home = self._list_of(above)
            node = SubElement(home, "point" if listed else _name(paragraph))
            self.nodes[paragraph.id] = node
            if paragraph.number:
                SubElement(node, "num").text = _number(paragraph)
            words = SubElement(SubElement(node, "content"), "p")
            self._content(words, paragraph)
            for draft in self.drafts.get(paragraph.id, ()):
                self._embedded(words, draft)

    def _embedded(self, words: Element, draft: Sequence[Paragraph]) -> None:
        """A draft resolution inside the words that recommend it: title, preamble, operative part."""
        structure = SubElement(words, "embeddedStructure")
        first = next((k for k, p in enumerate(draft) if p.kind is Kind.OPERATIVE), len(draft))
        preamble = SubElement(structure, "preamble")
        for paragraph in draft[:first]:
            if paragraph.kind is Kind.HEADING:
                self._content(SubElement(SubElement(preamble, "section"), "heading"), paragraph)
            else:
                self._preamble(preamble, paragraph)
        self._hierarchy(SubElement(structure, "mainBody"), draft[first:])

    def _list_of(self, node: Element) -> Element:
        """The list below a paragraph; its own words become the list's introduction."""
        existing = node.find("list")
        if existing is not None:
            return existing
        content = node.find("content")
        found = SubElement(node, "list")
        if content is not None:
            node.remove(content)
            content.tag = "intro"
            found.append(content)
        return found

    def _annexes(self, paragraphs: Sequence[Paragraph]) -> None:
        attachments = SubElement(self.statement, "attachments")
        body: Element | None = None
        for paragraph in paragraphs:
            if paragraph.kind is Kind.ANNEX or body is None:
                doc = SubElement(SubElement(attachments, "attachment"), "doc", name="annex")
                body = SubElement(doc, "mainBody")
            if paragraph.kind is Kind.ANNEX:
                self._content(SubElement(SubElement(body, "section"), "heading"), paragraph)
            else:
                self._hierarchy(body, [paragraph])

    def _content(self, element: Element, paragraph: Paragraph) -> None:
        """A paragraph's words with its italics, and its footnotes where their marks stand."""
        last: Element | None = None

        def add(text: str) -> None:
            clean = xml_text(text)
            if last is None:
                element.text = (element.text or "") + clean
            else:
                last.tail = (last.tail or "") + clean

        for text, emphasised, marks in _pieces(paragraph):
            for mark in marks:
                note = self.notes.get(mark)
                if note is not None and mark not in self.used:
                    self.used.add(mark)
                    last = self._note(element, note)
                else:
                    last = SubElement(element, "sup")
                    last.text = mark
            if text and emphasised:
                last = SubElement(element, "i")
                last.text = xml_text(text)
            elif text:
                add(text)

    def _note(self, element: Element, note: Footnote) -> Element:
        found = SubElement(element, "authorialNote", marker=note.mark)
        SubElement(found, "p").text = xml_text(note.paragraph.text)
        return found


def _name(paragraph: Paragraph) -> str:
    """The element of a paragraph: an article that is one paragraph has its word beside the number."""
    label = paragraph.number or ""
    return (
        _DIVISION if paragraph.part is Part.ANNEX and paragraph.kind is Kind.OPERATIVE and " " in label else "paragraph"
    )


def _number(paragraph: Paragraph) -> str:
    label = paragraph.number or ""
    if _name(paragraph) == _DIVISION:
        return label
    return f"{label}." if paragraph.kind is Kind.OPERATIVE else f"({label})"


def _pieces(paragraph: Paragraph) -> Iterator[tuple[str, bool, list[str]]]:
    """Stretches of a paragraph's text: the words, whether they are in italics, and the marks that stand before them."""
    size = len(paragraph.text)
    cuts = {0, size, *(min(m.position, size) for m in paragraph.marks)}
    for span in paragraph.emphasis:
        cuts |= {min(span.start, size), min(span.end, size)}
    ordered = sorted(cuts)
    for start, end in zip(ordered, [*ordered[1:], size], strict=True):
        marks = [m.mark for m in paragraph.marks if min(m.position, size) == start]
        if start < end or marks:
            yield paragraph.text[start:end], _inside(Span(start, end), paragraph.emphasis), marks


def _inside(span: Span, others: Sequence[Span]) -> bool:
    return any(o.start <= span.start and span.end <= o.end for o in others if len(span))


class AkomaNtosoExporter:
    """Akoma Ntoso, which takes one language: ``NAME.CODE.xml``, a file a version."""

    suffixes = (".xml",)
    takes = frozenset({Content.VERSIONS})

    def files(self, given: Exported, request: ExportRequest) -> Iterator[ExportedFile]:
        """A file for each version."""
        for document in given.one_set.documents:
            yield request.output.with_suffix(f".{document.language}.xml"), akoma_ntoso(document)


EXPORTER = AkomaNtosoExporter()
