"""Lines of a PDF to paragraphs: page furniture off, footnotes to the end, what a line or page end cut joined."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from corpora.model import Kind
from corpora.readers.base import Document
from corpora.readers.pdf.breaks import paragraphs
from corpora.readers.pdf.continued_tables import HEAD_AGAIN, with_tables_joined
from corpora.readers.pdf.foot_notes import note_mark, notes, places_of_notes
from corpora.readers.pdf.furniture import furniture_of
from corpora.readers.pdf.glyphs import Glyph, is_chinese
from corpora.readers.pdf.hyphens import Hyphens, goes_on
from corpora.readers.pdf.lines import Line
from corpora.readers.pdf.measures import is_raised, measures_of
from corpora.readers.textwriter import StyledText, TextWriter
from corpora.text.punctuation import PAUSES

_HEADING_ENDS = PAUSES
"""Marks that no heading set in the size of the text ends with."""
_MOST_HEADING_LINES = 4
"""Lines up to which bold text is a heading and not a paragraph in bold: chosen, so that a long title is one."""


class Paragraphs:
    """Lines to paragraphs, and those as blocks of a document."""

    def __init__(self, name: str, pages: Sequence[Sequence[Line]]) -> None:
        self.name, self.pages = name, pages
        self.out = TextWriter()
        self.measures = measures_of(pages)
        self.hyphens = Hyphens(pages)

    def document(self) -> Document:
        """The blocks: paragraphs in order, then the footnotes; page furniture is set aside, the symbol of running heads kept."""
        body: list[Line] = []
        small: list[Line] = []
        furniture = furniture_of(self.pages, self.measures.gap)
        for page, reasons in zip(self.pages, furniture.reasons, strict=True):
            places = places_of_notes(page, reasons, self.measures)
            for i, line in enumerate(page):
                if i in reasons:
                    self.out.set_aside(line.text, reasons[i])
                else:
                    (small if i in places else body).append(line)
        body, heads = with_tables_joined(body, self.measures)
        for line in heads:
            self.out.set_aside(line.text, HEAD_AGAIN)
        for lines in paragraphs(body, self.measures):
            self.out.block(self._runs(lines), heading=self._is_heading(lines))
        for lines in notes(small):
            mark = note_mark(lines[0])
            number = mark.group(1) if mark else None
            first = Line(_after(lines[0].glyphs, mark.end() if mark else 0), lines[0].page)
            self.out.block(self._runs([first, *lines[1:]]), role=Kind.FOOTNOTE, number=number)
        return Document(
            self.name, self.out.source, tuple(self.out.blocks), tuple(self.out.aside), symbol=furniture.symbol
        )

    def _is_heading(self, lines: Sequence[Line]) -> bool:
        """Whether lines are set larger than the text, or all of them in bold without the mark that ends a paragraph."""
        if self.measures.is_heading(lines):
            return True
        if lines[0].cell:
            return False  # the head of a table is set in bold
        bold = len(lines) <= _MOST_HEADING_LINES and all(line.bold for line in lines)
        return bold and lines[-1].text[-1:] not in _HEADING_ENDS

    def _runs(self, lines: Sequence[Line]) -> Iterator[StyledText]:
        for line, following in itertools.zip_longest(lines, lines[1:]):
            glyphs = list(_without_space_before_marks(line))
            following_text = following.text if following else ""
            # Chinese writes no spaces: a line end inside a sentence is nothing.
            joined = is_chinese(line.text[-1:]) or is_chinese(following_text[:1])
            if goes_on(line.text, following_text):
                joined = True
                if self.hyphens.is_broken_word(line.text, following_text):
                    glyphs.pop()
            for (raised, italic), group in itertools.groupby(glyphs, key=lambda g: (is_raised(g, line), g.italic)):
                yield StyledText("".join(g.text for g in group), superscript=raised, emphasis=italic and not raised)
            if not joined:
                yield StyledText(" ")


def _without_space_before_marks(line: Line) -> Iterator[Glyph]:
    """The glyphs of a line less the spaces before what is raised: a mark stands at its word, though set a little apart."""
    for glyph, following in itertools.zip_longest(line.glyphs, line.glyphs[1:]):
        if glyph.text != " " or following is None or not is_raised(following, line):
            yield glyph


def _after(glyphs: Sequence[Glyph], count: int) -> tuple[Glyph, ...]:
    """A line's glyphs after its first ``count``, white space before them not counted; all where nothing would be left."""
    return tuple(glyphs[count:]) or tuple(glyphs)
