"""A Word document with tracked changes from an earlier resolution to a later one: moves as moves.

Rejecting all changes gives the earlier text, accepting all the later one. Both resolutions are streams of tokens, ends of
paragraphs among them; each token is kept, deleted, inserted, or moved away and moved in. Elements: ECMA-376, part 1, 17.13.5.
"""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from rapidfuzz.distance import Opcodes
from rapidfuzz.distance.LCSseq import opcodes

from corpora.model import Kind, Paragraph, Resolution
from reports.comparison.rows import RelatedPair
from reports.exporters.steady import steady
from reports.exporters.xml_text import xml_text

_TOKEN = re.compile(r"[\u3400-\u9fff]|\w+|\s+|[^\w\s]")
_AUTHOR = "Hexapla"


class TokenChange(StrEnum):
    """What a change does to a token; the values are the elements that hold it."""

    KEPT = ""
    DELETED = "del"
    INSERTED = "ins"
    MOVED_AWAY = "moveFrom"
    MOVED_IN = "moveTo"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, space or mark; ``end`` is true for the end of a paragraph, whose kind ``heading`` tells."""

    text: str
    state: TokenChange = TokenChange.KEPT
    emphasis: bool = False
    superscript: bool = False
    end: bool = False
    heading: bool = False
    move: str = ""

    @property
    def key(self) -> tuple[str, bool, bool]:
        """What must be equal for two tokens to be the same."""
        return self.text, self.superscript, self.end


def tracked_document(pair: RelatedPair) -> bytes:
    """The Word document. Both resolutions should be in one language, or everything is deleted and inserted anew."""
    document = Document()
    body = document.element.body
    section = body.sectPr
    writer = _Writer()
    for line in _lines(stream(pair)):
        section.addprevious(writer.paragraph(line))
    buffer = io.BytesIO()
    document.save(buffer)
    return steady(buffer.getvalue())


# -- the stream --------------------------------------------------------------------------------------------------------


def stream(pair: RelatedPair) -> list[Token]:
    """All tokens of both resolutions in one order: without those inserted and moved in it is the earlier text."""
    return _Merge(pair).tokens()


def tokens_of(paragraph: Paragraph, mark: str = "") -> list[Token]:
    """A paragraph's tokens: number, words with their italics, footnote marks, its end. ``mark`` is a footnote's own."""
    out = [Token(mark, superscript=True), Token(" ")] if mark else []
    if paragraph.number and paragraph.kind is Kind.OPERATIVE:
        out += [Token(paragraph.number), Token("."), Token(" ")]
    elif paragraph.number and paragraph.kind is Kind.ITEM:
        out += [Token(paragraph.number), Token(")"), Token(" ")]
    marks = sorted(paragraph.marks, key=lambda m: m.position)
    for found in _TOKEN.finditer(paragraph.text):
        while marks and marks[0].position <= found.start():
            out.append(Token(marks.pop(0).mark, superscript=True))
        emphasis = any(s.start <= found.start() and found.end() <= s.end for s in paragraph.emphasis)
        out.append(Token(found.group(), emphasis=emphasis))
    out += [Token(m.mark, superscript=True) for m in marks]
    return [*out, Token("¶", end=True, heading=paragraph.kind.names_document or paragraph.kind.is_division)]


def changes(before: Sequence[Token], after: Sequence[Token]) -> tuple[list[Token], list[bool], list[bool]]:
    """Both sides as one list of kept, deleted and inserted tokens; and for each token of a side whether it is kept."""
    kept_before, kept_after = [False] * len(before), [False] * len(after)
    out: list[Token] = []
    for step in _whole_words(before, opcodes([t.key for t in before], [t.key for t in after])):
        tag, a, b, c, d = step
        if tag == "equal":
            out += after[c:d]
            kept_before[a:b] = [True] * (b - a)
            kept_after[c:d] = [True] * (d - c)
        else:
            out += [replace(t, state=TokenChange.DELETED) for t in before[a:b]]
            out += [replace(t, state=TokenChange.INSERTED) for t in after[c:d]]
    return out, kept_before, kept_after


def _whole_words(before: Sequence[Token], steps: Opcodes) -> Iterator[tuple[str, int, int, int, int]]:
    """The steps of a comparison; what changes on both sides of a lone space changes with it, so that phrases stay whole."""
    run: tuple[int, int, int, int] | None = None
    listed = [(s.tag, s.src_start, s.src_end, s.dest_start, s.dest_end) for s in steps]
    for i, (tag, a, b, c, d) in enumerate(listed):
        inner = 0 < i < len(listed) - 1
        lone = tag == "equal" and inner and all(t.text.isspace() for t in before[a:b])
        if tag == "equal" and not lone:
            if run:
                yield ("replace", *run)
            run = None
            yield tag, a, b, c, d
        else:
            run = (run[0], b, run[2], d) if run else (a, b, c, d)
    if run:
        yield ("replace", *run)


@dataclass(frozen=True)
class _Group:
    """Paragraphs by their places on both sides that are compared with each other."""

    before: range
    after: range
    move: str = ""


class _Merge:
    """Walks both resolutions at once."""

    def __init__(self, pair: RelatedPair) -> None:
        self.before = _all_tokens(pair.earlier)
        self.after = _all_tokens(pair.later)
        self.groups = _groups(pair)
        self.moved_from: dict[int, list[Token]] = {}
        self.moved_to: dict[int, list[Token]] = {}
        for group in self.groups:
            if group.move:
                self._move(group)

    def tokens(self) -> list[Token]:
        out: list[Token] = []
        i = j = 0
        for group in sorted((g for g in self.groups if not g.move), key=lambda g: (g.before.start, g.after.start)):
            out += self._one_sided(i, group.before.start, j, group.after.start)
            whole = changes(self._joined(self.before, group.before), self._joined(self.after, group.after))
            out += whole[0]
            i, j = group.before.stop, group.after.stop
        return out + self._one_sided(i, len(self.before), j, len(self.after))

    @staticmethod
    def _joined(side: Sequence[list[Token]], places: range) -> list[Token]:
        return [token for k in places for token in side[k]]

    def _one_sided(self, i: int, i_end: int, j: int, j_end: int) -> list[Token]:
        """What stands between two groups: dropped or moved away, then new or moved in."""
        out: list[Token] = []
        for k in range(i, i_end):
            out += self.moved_from.get(k) or [replace(t, state=TokenChange.DELETED) for t in self.before[k]]
        for k in range(j, j_end):
            out += self.moved_to.get(k) or [replace(t, state=TokenChange.INSERTED) for t in self.after[k]]
        return out

    def _move(self, group: _Group) -> None:
        """Tells, on both sides of a move, the words that have moved from those that changed on the way."""
        i, j = group.before.start, group.after.start
        _, away, into = changes(self.before[i], self.after[j])
        self.moved_from[i] = [
            replace(t, state=TokenChange.MOVED_AWAY if stays else TokenChange.DELETED, move=group.move)
            for t, stays in zip(self.before[i], away, strict=True)
        ]
        self.moved_to[j] = [
            replace(t, state=TokenChange.MOVED_IN if stays else TokenChange.INSERTED, move=group.move)
            for t, stays in zip(self.after[j], into, strict=True)
        ]


def _all_tokens(resolution: Resolution) -> list[list[Token]]:
    return [
        *(tokens_of(p) for p in resolution.paragraphs),
        *(tokens_of(n.paragraph, n.mark) for n in resolution.footnotes),
    ]


def _groups(pair: RelatedPair) -> list[_Group]:
    """Beads as places: those in order are compared where they stand, the others are moves; footnotes are one group."""
    first = {p.id: i for i, p in enumerate(pair.earlier.paragraphs)}
    second = {p.id: i for i, p in enumerate(pair.later.paragraphs)}
    groups: list[_Group] = []
    for bead in pair.alignment.beads:
        source = [first[i] for i in bead.source if i in first]
        target = [second[i] for i in bead.target if i in second]
        if source and target and bead.moved:
            groups.append(
                _Group(range(source[0], source[0] + 1), range(target[0], target[0] + 1), f"move{len(groups) + 1}")
            )
        elif source and target:
            groups.append(_Group(_unbroken(source), _unbroken(target)))
    groups = _in_order(groups)
    notes = (len(pair.earlier.footnotes), len(pair.later.footnotes))
    if all(notes):
        groups.append(_Group(range(len(first), len(first) + notes[0]), range(len(second), len(second) + notes[1])))
    return groups


def _unbroken(places: Sequence[int]) -> range:
    """The first places that follow each other without a gap."""
    end = places[0] + 1
    while end in places:
        end += 1
    return range(places[0], end)


def _in_order(groups: Sequence[_Group]) -> list[_Group]:
    """The groups, those dropped that cross an earlier one: their paragraphs are deleted and inserted."""
    out: list[_Group] = []
    last: _Group | None = None
    for group in sorted(groups, key=lambda g: g.before.start):
        if group.move:
            out.append(group)
        elif last is None or (group.before.start >= last.before.stop and group.after.start >= last.after.stop):
            out.append(group)
            last = group
    inside = {k for g in out if not g.move for k in g.before}, {k for g in out if not g.move for k in g.after}
    return [g for g in out if not g.move or (g.before.start not in inside[0] and g.after.start not in inside[1])]


# -- Word ----------------------------------------------------------------------------------------------------------------


def _lines(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    line: list[Token] = []
    for token in tokens:
        line.append(token)
        if token.end:
            yield line
            line = []
    if line:
        yield [*line, Token("¶", end=True)]


class _Writer:
    """Makes Word's elements; every change has an id of its own."""

    def __init__(self) -> None:
        self.count = 0

    def paragraph(self, tokens: Sequence[Token]) -> BaseOxmlElement:
        made = OxmlElement("w:p")
        *words, end = tokens
        properties = OxmlElement("w:pPr")
        if end.heading:
            style = OxmlElement("w:pStyle")
            style.set(qn("w:val"), "Heading2")
            properties.append(style)
        if end.state:
            mark = OxmlElement("w:rPr")
            mark.append(self._change(end.state))
            properties.append(mark)
        if len(properties):
            made.append(properties)
        range_ends = self._range(made, end)
        for (state, emphasis, superscript), group in itertools.groupby(
            words, key=lambda t: (t.state, t.emphasis, t.superscript)
        ):
            run = _run("".join(t.text for t in group), emphasis, superscript, deleted=state is TokenChange.DELETED)
            if state:
                change = self._change(state)
                change.append(run)
                made.append(change)
            else:
                made.append(run)
        for element in range_ends:
            made.append(element)
        return made

    def _range(self, made: BaseOxmlElement, end: Token) -> list[BaseOxmlElement]:
        """Opens the range of a move; returns what closes it. Both ends of a move have one name."""
        if not end.move or end.state not in (TokenChange.MOVED_AWAY, TokenChange.MOVED_IN):
            return []
        start = self._change(end.state, "RangeStart")
        start.set(qn("w:name"), end.move)
        made.append(start)
        stop = OxmlElement(f"w:{end.state}RangeEnd")
        stop.set(qn("w:id"), start.get(qn("w:id")))
        return [stop]

    def _change(self, state: TokenChange, suffix: str = "") -> BaseOxmlElement:
        self.count += 1
        element = OxmlElement(f"w:{state}{suffix}")
        element.set(qn("w:id"), str(self.count))
        element.set(qn("w:author"), _AUTHOR)
        if suffix:
            # The start of a move must have a date (ECMA-376, CT_MoveBookmark); the hour of writing would make every file another.
            element.set(qn("w:date"), "1980-01-01T00:00:00Z")
        return element


def _run(text: str, emphasis: bool, superscript: bool, *, deleted: bool) -> BaseOxmlElement:
    run = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    if emphasis:
        properties.append(OxmlElement("w:i"))
    if superscript:
        raised = OxmlElement("w:vertAlign")
        raised.set(qn("w:val"), "superscript")
        properties.append(raised)
    if len(properties):
        run.append(properties)
    words = OxmlElement("w:delText" if deleted else "w:t")
    words.text = xml_text(text)
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    return run
