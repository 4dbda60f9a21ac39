"""Findings as comments in a copy of the user's own Word file, at the words.

The file stays as it is: runs are cut where a comment begins or ends, nothing else is touched; what is deleted in tracked changes is
no text, what is inserted is. Word has no comments inside notes and text boxes: there the comment stands at the reference, or at the
words that hold the box. Elements: ECMA-376, part 1, 17.13.4.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from rapidfuzz.distance.LCSseq import opcodes

from corpora.errors import InputError
from corpora.model import Resolution, Span
from corpora.text.folding import without_accents
from reports.exporters.xml_text import xml_text

AUTHOR, INITIALS = "Hexapla", "H"
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")
"""A word; where no spaces are written, a character."""
_RUN, _PARAGRAPH, _TEXT, _PROPERTIES = (qn(f"w:{name}") for name in ("r", "p", "t", "rPr"))
_BOX = qn("w:txbxContent")
_OF_RUN = frozenset({_TEXT, *(qn(f"w:{name}") for name in ("tab", "br", "cr", "noBreakHyphen"))})
"""What of a run is text: Word writes the hyphens of names and numbers as elements of their own ("Non-Self-Governing")."""
_NO_TEXT = frozenset(
    {
        qn("w:del"),
        qn("w:moveFrom"),
        # What programs show that do not know what stands beside it: the same text once more.
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_NOTES = {"/word/footnotes.xml": qn("w:footnoteReference"), "/word/endnotes.xml": qn("w:endnoteReference")}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class WordNote:
    """What is said at a place of a document: words of a paragraph; the end of the paragraph where there are none to be marked."""

    paragraph: str
    inside: Span | None
    text: str


@dataclass(frozen=True, slots=True)
class _Letter:
    """A character of the file: the element that holds it, and its place there."""

    element: BaseOxmlElement
    place: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the file, its first and its last character; ``holder`` is the run at which comments on it stand, None for its own."""

    key: str
    first: _Letter
    last: _Letter
    holder: BaseOxmlElement | None


def commented(data: bytes, source: str, resolution: Resolution, notes: Sequence[WordNote]) -> bytes:
    """A copy of a Word file with the notes as comments; ``resolution`` is what was read of it, ``source`` names it in errors.

    Comments that are there stay. A note whose words are not found stands at the nearest words before them that are. Raises
    InputError where the file is no Word document.
    """
    try:
        document = Document(io.BytesIO(data))
    except Exception as error:  # python-docx says in many ways that a file is none
        raise InputError(
            source, "is no Word document that comments can be added to", hint="save it as .docx"
        ) from error
    words = list(_words(document))
    places = _Places(words, resolution)
    found = [(*places.of(note), note.text) for note in notes] if words else []
    runs = _Runs((words[first].first, words[last].last) for first, last, _ in found)
    for first, last, text in found:
        begin, end = words[first], words[last]
        held = begin.holder is not None or end.holder is not None
        at = end.holder if end.holder is not None else runs.of(end.last)
        _enclose(at if held else runs.of(begin.first), at, _comment(document, text))
    if not words:
        paragraph = document.paragraphs[0] if document.paragraphs else document.add_paragraph()
        for note in notes:
            paragraph._p.append(_reference(_comment(document, note.text)))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


class _Places:
    """Where the words of a resolution stand among those of the file that it was read from."""

    def __init__(self, words: Sequence[_Word], resolution: Resolution) -> None:
        self._read: list[tuple[str, Span]] = []
        keys = []
        for paragraph in resolution.all_paragraphs():
            for word in _TOKEN.finditer(paragraph.text):
                self._read.append((paragraph.id, Span(*word.span())))
                keys.append(_key(word.group()))
        self._at: dict[int, int] = {}
        for step in opcodes(keys, [word.key for word in words]):
            if step.tag == "equal":
                here, there = range(step.src_start, step.src_end), range(step.dest_start, step.dest_end)
                self._at.update(zip(here, there, strict=True))

    def of(self, note: WordNote) -> tuple[int, int]:
        """The first and the last word of a note's place in the file, by their numbers."""
        own = [i for i, (paragraph, _) in enumerate(self._read) if paragraph == note.paragraph]
        inside = [i for i in own if note.inside is not None and self._read[i][1].overlaps(note.inside)]
        found = [self._at[i] for i in inside if i in self._at]
        if found:
            return min(found), max(found)
        # Nothing to mark: the last word before the place; at the end of the paragraph where no place in it is named.
        end = inside[0] if inside else own[-1] + 1 if own else 0
        before = max((self._at[i] for i in range(end) if i in self._at), default=0)
        return before, before


def _key(word: str) -> str:
    """A word as it is compared: accents and case may be written in several ways."""
    return without_accents(word).casefold()


def _words(document: DocumentType) -> Iterator[_Word]:
    """The words of the body in their order, then those of the notes."""
    body = document.element.body
    yield from _in_paragraphs(body, None)
    for part in document.part.package.iter_parts():
        tag = _NOTES.get(str(part.partname))
        if tag is not None:
            references = {e.get(qn("w:id")): e for e in body.iter(tag)}
            for note in parse_xml(part.blob):
                if (reference := references.get(note.get(qn("w:id")))) is not None:
                    yield from _in_paragraphs(note, _outermost_run(reference))


def _in_paragraphs(root: BaseOxmlElement, holder: BaseOxmlElement | None) -> Iterator[_Word]:
    letters: list[tuple[str, _Letter]] = []
    here: tuple[BaseOxmlElement | None, BaseOxmlElement | None] = None, holder
    for element, *stands in _texts(root, None, holder):
        if (stands[0], stands[1]) != here:
            yield from _cut(letters, here[1])
            letters, here = [], (stands[0], stands[1])
        if element.tag == _TEXT:
            letters += [(c, _Letter(element, i)) for i, c in enumerate(element.text or "")]
        else:  # a break, a tabulator, a hyphen parts words
            letters.append((" ", _Letter(element, 0)))
    yield from _cut(letters, here[1])


def _texts(
    root: BaseOxmlElement, paragraph: BaseOxmlElement | None, holder: BaseOxmlElement | None
) -> Iterator[tuple[BaseOxmlElement, BaseOxmlElement | None, BaseOxmlElement | None]]:
    """The elements that hold text, each with its paragraph and with the run at which comments on it stand, where that is another."""
    for child in root:
        if child.tag in _NO_TEXT:
            continue
        if child.tag in _OF_RUN:
            if root.tag == _RUN:
                yield child, paragraph, holder
        elif child.tag == _BOX:
            yield from _texts(child, paragraph, holder if holder is not None else _outermost_run(child))
        else:
            yield from _texts(child, child if child.tag == _PARAGRAPH else paragraph, holder)


def _outermost_run(element: BaseOxmlElement) -> BaseOxmlElement:
    """The run of the body in which something stands."""
    runs: list[BaseOxmlElement] = [above for above in element.iterancestors() if above.tag == _RUN]
    return runs[-1]


def _cut(letters: Sequence[tuple[str, _Letter]], holder: BaseOxmlElement | None) -> Iterator[_Word]:
    text = "".join(c for c, _ in letters)
    for word in _TOKEN.finditer(text):
        yield _Word(_key(word.group()), letters[word.start()][1], letters[word.end() - 1][1], holder)


class _Runs:
    """The runs of a document, cut where comments begin and end."""

    def __init__(self, stretches: Iterator[tuple[_Letter, _Letter]]) -> None:
        cuts: dict[BaseOxmlElement, set[int]] = {}
        for first, last in stretches:
            cuts.setdefault(first.element, set()).add(first.place)
            cuts.setdefault(last.element, set()).add(last.place + 1)
        self._of: dict[BaseOxmlElement, list[tuple[int, BaseOxmlElement]]] = {}
        for run in dict.fromkeys(element.getparent() for element in cuts):
            self._cut(run, cuts)

    def of(self, letter: _Letter) -> BaseOxmlElement:
        """The run in which a character stands now."""
        return next(run for start, run in reversed(self._of[letter.element]) if start <= letter.place)

    def _cut(self, run: BaseOxmlElement, cuts: Mapping[BaseOxmlElement, Collection[int]]) -> None:
        children = [child for child in run if child.tag != _PROPERTIES]
        for child in children:
            run.remove(child)
        now, ends = run, False
        for child in children:
            for start, piece in _pieces(child, cuts.get(child, ())):
                if ends or (start in cuts.get(child, ()) and any(c.tag != _PROPERTIES for c in now)):
                    now.addnext(following := _like(run))
                    now = following
                now.append(piece)
                ends = start + len(piece.text or "") in cuts.get(child, ())
                if child in cuts:
                    self._of.setdefault(child, []).append((start, now))


def _pieces(element: BaseOxmlElement, cuts: Collection[int]) -> Iterator[tuple[int, BaseOxmlElement]]:
    """A text element cut at some places, each piece with its place; what is cut nowhere as it is."""
    text = element.text or ""
    inside = [cut for cut in sorted(cuts) if 0 < cut < len(text)]
    if not inside:
        yield 0, element
        return
    for start, end in zip([0, *inside], [*inside, len(text)], strict=True):
        piece = OxmlElement("w:t")
        piece.text = text[start:end]
        piece.set(_SPACE, "preserve")
        yield start, piece


def _like(run: BaseOxmlElement) -> BaseOxmlElement:
    """An empty run of the same looks."""
    made = OxmlElement("w:r")
    for name, value in run.attrib.items():
        made.set(name, value)
    properties = run.find(_PROPERTIES)
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def _comment(document: DocumentType, text: str) -> int:
    return document.comments.add_comment(text=xml_text(text), author=AUTHOR, initials=INITIALS).comment_id


def _enclose(first: BaseOxmlElement, last: BaseOxmlElement, number: int) -> None:
    begin, end = OxmlElement("w:commentRangeStart"), OxmlElement("w:commentRangeEnd")
    for mark in (begin, end):
        mark.set(qn("w:id"), str(number))
    first.addprevious(begin)
    last.addnext(end)
    # The reference stands in the paragraph itself: inside what a tracked change inserts it would go with that.
    outside = end
    while outside.getparent().tag != _PARAGRAPH:
        outside = outside.getparent()
    outside.addnext(_reference(number))


def _reference(number: int) -> BaseOxmlElement:
    run, reference = OxmlElement("w:r"), OxmlElement("w:commentReference")
    reference.set(qn("w:id"), str(number))
    run.append(reference)
    return run
