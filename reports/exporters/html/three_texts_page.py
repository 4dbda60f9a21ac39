"""The page of three texts: a row for each paragraph, in the order of the adopted text, the words of draft and negotiation marked."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.io import write_whole
from corpora.languages import language_of
from corpora.model import Paragraph, Resolution, Span
from reports.comparison.hunks import Piece
from reports.comparison.rows import RelatedPair
from reports.comparison.three_texts import Author, Change, RowState, ThreeTextRow, ThreeTexts
from reports.exporters.html.finding_texts import messages_of, titles_of
from reports.exporters.html.frame import Frame
from reports.exporters.html.rendering import rendered
from reports.exporters.html.resolution_views import said_address
from reports.findings.model import Finding
from reports.messages.catalogue import in_every_language
from reports.messages.wording import shortened
from reports.project.selection import Selection

_LONGEST = 240
"""Characters of words shown of each text where draft and negotiation differ: four lines of a column. Chosen by looking."""


@dataclass(frozen=True, slots=True)
class ChangeMark:
    """How a run of words is marked: "ins" or "del", by whom, and whether these words came back (or were given up for them)."""

    tag: str
    author: str
    back: bool


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A run of words and its marks, the outermost first: what the draft put in, negotiation may have taken out."""

    text: str
    marks: tuple[ChangeMark, ...]


@dataclass(frozen=True, slots=True)
class ParagraphOfThree:
    """A paragraph with its number as printed, "" where it has none, and its words marked."""

    number: str
    words: tuple[MarkedText, ...]


@dataclass(frozen=True, slots=True)
class FindingOfStep:
    """A finding of one of the two steps."""

    author: str
    code: str
    title: Mapping[str, str]
    severity: str
    messages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ContestView:
    """Words on which draft and negotiation differ: where, the id of the row, what each of the three texts says, what became of it."""

    where: Mapping[str, str]
    anchor: str
    words: tuple[str, str, str]
    outcome: str


@dataclass(frozen=True, slots=True)
class RowOfThree:
    """A row as shown: where people find it, what became of it, who moved it, its cells, the findings in it."""

    anchor: str
    where: Mapping[str, str]
    state: str
    moved_by: tuple[str, ...]
    cells: tuple[tuple[ParagraphOfThree, ...], ...]
    findings: tuple[FindingOfStep, ...]

    @property
    def is_unchanged(self) -> bool:
        """Whether all three texts say the same in the same place."""
        return self.state == RowState.UNCHANGED and not self.moved_by and not self.findings


@dataclass(frozen=True, slots=True)
class ColumnOfThree:
    """The head of a column: the document, its language and direction."""

    label: str
    code: str
    direction: str


def write_three_texts(path: Path, three: ThreeTexts, steps: Sequence[tuple[RelatedPair, Selection]], ui: str) -> None:
    """Write the page; ``steps`` are the draft and the negotiation, each with its findings."""
    write_whole(path, render_three_texts(three, steps, ui))


def render_three_texts(
    three: ThreeTexts, steps: Sequence[tuple[RelatedPair, Selection]], ui: str, frame: Frame | None = None
) -> str:
    """The page as one HTML document, under the same policy as the report; ``frame`` is its place in the application."""
    states = [state for state in RowState if three.count(state)]
    return rendered(
        "three_texts.html.j2",
        ("words.js", "colours.js", "three_texts.js", "framed.js")
        if frame
        else ("words.js", "colours.js", "three_texts.js"),
        ui=ui,
        frame=frame,
        title=three.adopted.label,
        columns=tuple(_column(text) for text in (three.last, three.draft, three.adopted)),
        verdict=in_every_language("three.verdict", _totals(three)),
        states=tuple((str(state), three.count(state)) for state in states),
        contests=tuple(_contests(three)),
        blocks=_blocks(_rows(three, [selection.findings for _, selection in steps])),
    )


def _totals(three: ThreeTexts) -> dict[str, int]:
    return {
        "drafted": three.words_by(Author.DRAFT),
        "negotiated": three.words_by(Author.NEGOTIATION),
        "undone": three.words_undone,
    }


def _contests(three: ThreeTexts) -> Iterable[ContestView]:
    """Where draft and negotiation went different ways, in the order of the text."""
    for k, row in enumerate(three.rows):
        for contest in row.contests:
            said = (contest.last, contest.draft, contest.adopted)
            words = (shortened(said[0], _LONGEST), shortened(said[1], _LONGEST), shortened(said[2], _LONGEST))
            yield ContestView(said_address(three.address(row)), _anchor(k), words, str(contest.outcome))


def _anchor(place: int) -> str:
    return f"row-{place + 1}"


def _blocks(rows: Sequence[RowOfThree]) -> list[tuple[bool, list[RowOfThree]]]:
    """The rows in order; unchanged ones that follow each other stand together, to be folded."""
    return [(folded, list(block)) for folded, block in itertools.groupby(rows, key=lambda row: row.is_unchanged)]


def _column(text: Resolution) -> ColumnOfThree:
    return ColumnOfThree(text.label, text.language, language_of(text).direction)


def _rows(three: ThreeTexts, findings: Sequence[Sequence[Finding]]) -> tuple[RowOfThree, ...]:
    """The rows, each finding in the first that it touches."""
    texts = three.last, three.draft, three.adopted
    waiting = [(author, list(found)) for author, found in zip(Author, findings, strict=True)]
    out = []
    for k, row in enumerate(three.rows):
        places = {
            (text.name, p.id)
            for text, side in zip(texts, (row.last, row.draft, row.adopted), strict=True)
            for p in side
        }
        here = []
        for author, found in waiting:
            mine = [f for f in found if any(s and (s.document, s.paragraph) in places for s in (f.source, f.target))]
            found[:] = [f for f in found if f not in mine]
            here += [_finding(author, f) for f in mine]
        out.append(_row(_anchor(k), said_address(three.address(row)), row, here))
    return tuple(out)


def _finding(author: Author, finding: Finding) -> FindingOfStep:
    title, messages = titles_of(finding), messages_of(finding)
    return FindingOfStep(str(author), finding.code, title, finding.severity.label, messages)


def _row(anchor: str, where: Mapping[str, str], row: ThreeTextRow, findings: Iterable[FindingOfStep]) -> RowOfThree:
    marks = [
        _marks(row.changes, "del", Author.DRAFT, before=True),
        [
            *_marks(row.changes, "ins", Author.DRAFT, before=False),
            *_marks(row.changes, "del", Author.NEGOTIATION, before=True),
        ],
        _marks(row.changes, "ins", Author.NEGOTIATION, before=False),
    ]
    if row.last and row.adopted and not row.draft:
        # The draft had dropped it, and negotiation changed the last text's words.
        marks[0] += _marks(row.changes, "del", Author.NEGOTIATION, before=True)
    sides = zip((row.last, row.draft, row.adopted), marks, strict=True)
    return RowOfThree(
        anchor=anchor,
        where=where,
        state=str(row.state),
        moved_by=tuple(str(author) for author in row.moved_by),
        cells=tuple(tuple(_paragraph(p, found) for p in side) for side, found in sides),
        findings=tuple(findings),
    )


def _marks(changes: Sequence[Change], tag: str, author: Author, *, before: bool) -> list[tuple[Piece, ChangeMark]]:
    return [
        (piece, ChangeMark(tag, str(author), change.outcome.is_undone))
        for change in changes
        if change.author is author
        for piece in (change.before if before else change.after)
    ]


def _paragraph(paragraph: Paragraph, marks: Sequence[tuple[Piece, ChangeMark]]) -> ParagraphOfThree:
    mine = [(piece.span, mark) for piece, mark in marks if piece.paragraph.id == paragraph.id]
    return ParagraphOfThree(paragraph.number or "", tuple(_cut(paragraph.text, mine)))


def _cut(text: str, marks: Sequence[tuple[Span, ChangeMark]]) -> Iterable[MarkedText]:
    """The text cut wherever a mark begins or ends."""
    cuts = {0, len(text), *(place for span, _ in marks for place in (span.start, span.end))}
    for start, end in itertools.pairwise(sorted(cuts)):
        yield MarkedText(text[start:end], tuple(m for span, m in marks if span.start <= start and end <= span.end))
