"""Lines of a PDF to paragraphs: page furniture off, footnotes to the end, what a line or page end cut joined."""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from corpora.languages import Language, hyphenated_words, languages
from corpora.model import Kind
from corpora.readers.base import Document
from corpora.readers.pdf.glyphs import Glyph, is_chinese
from corpora.readers.pdf.lines import Line
from corpora.readers.textwriter import Run, TextWriter
from corpora.text.folding import fold_plain
from corpora.text.numbering import starts_with_number

_SMALL = 0.86
"""Size of footnote text and superscripts, as a share of the usual size of a page's characters."""
_ENDS = '.;:,؛،。，；：»”"'
_OFTEN = 3
"""Pages on which a line must stand to be a running head or foot."""
_EDGE = 3
"""Lines at the head and the foot of a page that may be its furniture."""
_NOTE = re.compile(r"\W{0,2}(\d{1,3}|[*†‡])\W?\s*")
_PAGE_NUMBER = re.compile(r"^\W*\d{1,3}\s|\s\d{1,3}\W*$")
"""The number of a page at either end of a running head or foot."""
_ENDS_INSIDE = re.compile(r"\w[-–/]$")
_ENDS_IN_HYPHEN = re.compile(r"\w-$")
_HYPHENATED_LINES = 0.03
"""Share of lines that end in a hyphen from which a printer broke words; compounds at line ends are rarer."""
_MARKED = re.compile(r"\W{0,2}(?:\d{1,3}|[*†‡])")
_MARKED_TEXT = re.compile(r"\W{0,2}(?:\d{1,3}|[*†‡])\W?\s?\D")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PAGE_NUMBER = re.compile(r"[\s\-–—]*\d{1,4}[\s\-–—]*|\d{1,3}\s?/\s?\d{1,3}")


class Paragraphs:
    """Lines to paragraphs, and those as blocks of a document."""

    def __init__(self, name: str, pages: Sequence[Sequence[Line]]) -> None:
        self.name, self.pages = name, pages
        self.out = TextWriter()
        sizes = Counter(round(g.size, 1) for page in pages for x in page for g in x.glyphs if g.text != " ")
        self.size = sizes.most_common(1)[0][0] or 1.0
        self.heads = self._running_heads()
        self.usual_gap = self._gap()
        self.words = Counter(w for page in pages for x in page for w in _WORD.findall(fold_plain(x.text)))
        self.width = statistics.quantiles([0.0, *(x.right - x.left for page in pages for x in page)], n=10)[-1]
        self.is_hyphenated = self._is_hyphenated()

    def document(self) -> Document:
        """The blocks: paragraphs in order, then the footnotes; heads and page numbers are set aside."""
        body: list[Line] = []
        notes: list[Line] = []
        for page in self.pages:
            small = self._foot_notes(page)
            for i, line in enumerate(page):
                edge = i < _EDGE or i >= len(page) - _EDGE
                if edge and self._is_furniture(line) and self._stands_apart(page, i):
                    self.out.set_aside(line.text, "running head or page number")
                else:
                    (notes if i in small else body).append(line)
        for lines in self._paragraphs(body):
            self.out.block(self._runs(lines), heading=self._is_heading(lines))
        for lines in self._notes(notes):
            mark = _NOTE.match(lines[0].text)
            number = mark.group(1) if mark else None
            first = Line(_after(lines[0].glyphs, mark.end() if mark else 0), lines[0].page)
            self.out.block(self._runs([first, *lines[1:]]), role=Kind.FOOTNOTE, number=number)
        return Document(self.name, self.out.source, tuple(self.out.blocks), tuple(self.out.aside))

    def _key(self, line: Line) -> str:
        return _PAGE_NUMBER.sub("", fold_plain(line.text)).strip()

    def _is_furniture(self, line: Line) -> bool:
        """A running head, or a page number ("3", "- 3 -", "3/7")."""
        return self._key(line) in self.heads or _PAGE_NUMBER.fullmatch(line.text) is not None

    def _stands_apart(self, page: Sequence[Line], i: int) -> bool:
        """Whether a line at the head or foot of a page stands off the text: "2021" may be the last line of a paragraph."""
        if not _PAGE_NUMBER.fullmatch(page[i].text):
            return True
        beside = [x for x in page[max(0, i - 1) : i + 2] if x is not page[i] and x.column == page[i].column]
        return all(abs(x.base - page[i].base) > 1.3 * self.usual_gap for x in beside)

    def _running_heads(self) -> set[str]:
        """First and last lines that stand on several pages."""
        counts = Counter(key for page in self.pages if page for key in {self._key(x) for x in (*page[:2], *page[-2:])})
        often = min(_OFTEN, max(2, len(self.pages)))
        return {key for key, count in counts.items() if count >= often and key}

    def _gap(self) -> float:
        """The usual way from line to line: a short text may have as many gaps between paragraphs as inside them."""
        gaps = [
            a.base - b.base
            for page in self.pages
            for a, b in itertools.pairwise(page)
            if 0 < a.base - b.base < 4 * self.size and b.size > _SMALL * self.size
        ]
        return statistics.quantiles([*gaps, *gaps], n=4)[0] if gaps else 1.2 * self.size

    def _foot_notes(self, page: Sequence[Line]) -> set[int]:
        """Places of the footnotes of a page: small lines that run to the foot of a column, a mark first."""
        found: set[int] = set()
        for column in {line.column for line in page}:
            small: list[int] = []
            for i in reversed([i for i, line in enumerate(page) if line.column == column]):
                if self._is_furniture(page[i]):
                    continue
                if page[i].size > _SMALL * self.size:
                    break
                small.append(i)
                if _MARKED.match(page[i].text):
                    found.update(small)
        return found

    def _paragraphs(self, lines: Sequence[Line]) -> Iterator[list[Line]]:
        current: list[Line] = []
        for line in lines:
            if current and self._starts(current, line):
                yield current
                current = []
            current.append(line)
        if current:
            yield current

    def _starts(self, current: Sequence[Line], line: Line) -> bool:
        """Whether a line begins a paragraph: after a wide gap, at a number, or after an end that did not fill the line."""
        before = current[-1]
        ended = self._plain(before)[-1:] in _ENDS
        goes_on_below = (before.page, before.column) == (line.page, line.column)
        beside = goes_on_below and abs(before.base - line.base) < 0.3 * self.size
        if beside:
            return ended or not self._is_justified(current, line)
        if goes_on_below and before.base - line.base > 1.45 * self.usual_gap:
            return True
        if starts_with_number(line.text) and ended:
            # "… des alinéas d)," at the end of a full line and "f) et g)" below it are no list.
            return not (goes_on_below and before.text.endswith(",") and not self._had_room(before, line))
        if abs(line.size - before.size) > 0.15 * self.size and len(line.text) > 4:
            return True
        if not goes_on_below and self._starts_at_the_head(before, line, ended):
            return True
        if self._is_heading([before, line]):
            return False  # a heading is set in short lines and may hold commas
        short = before.right - before.left < 0.75 * max(x.right - x.left for x in (*current, line))
        return ended and short and (len(current) > 1 or not line.text[:1].islower())

    def _is_justified(self, current: Sequence[Line], line: Line) -> bool:
        """Whether a line and what stands beside it are one that was spread to fill its column: "in          coordination"."""
        *above, before = current
        edges = [(x.left, x.right) for x in above if (x.page, x.column) == (line.page, line.column)]
        if not edges:
            return False
        return (
            abs(before.left - min(left for left, _ in edges)) < 0.5 * self.size
            and abs(line.right - max(right for _, right in edges)) < 0.5 * self.size
        )

    def _starts_at_the_head(self, before: Line, line: Line, ended: bool) -> bool:
        """The same at the head of a page or column, which hides the gap above: by italics, and by room left before."""
        if self._had_room(before, line):
            is_heading = all(g.italic or g.text == " " for g in before.glyphs) and not line.glyphs[0].italic
            return ended or is_heading
        opens = line.glyphs[0].italic and not before.glyphs[-1].italic
        # "…, alentando además" is set in italics inside of a paragraph too; Russian alone begins paragraphs small.
        return ended and opens and (not line.text[0].islower() or not line.text[0].isascii())

    def _had_room(self, before: Line, line: Line) -> bool:
        """Whether the first word of a line would have stood on the line before: a paragraph ended there."""
        word = list(itertools.takewhile(lambda g: g.text != " ", line.glyphs))
        if is_chinese(word[0].text):
            word = word[:1]
        width = max(g.right for g in word) - min(g.left for g in word)
        return before.right - before.left + width + self.size < self.width

    def _plain(self, line: Line) -> str:
        """A line without the footnote marks that are raised in it."""
        return "".join(g.text for g in line.glyphs if not self._is_raised(g, line)).strip()

    def _runs(self, lines: Sequence[Line]) -> Iterator[Run]:
        for line, following in itertools.zip_longest(lines, lines[1:]):
            glyphs = list(line.glyphs)
            following_text = following.text if following else ""
            # Chinese writes no spaces: a line end inside a sentence is nothing.
            joined = is_chinese(line.text[-1:]) or is_chinese(following_text[:1])
            if _goes_on(line.text, following_text):
                joined = True
                if self._is_broken_word(line.text, following_text):
                    glyphs.pop()
            for (raised, italic), group in itertools.groupby(
                glyphs, key=lambda g: (self._is_raised(g, line), g.italic)
            ):
                yield Run("".join(g.text for g in group), superscript=raised, emphasis=italic and not raised)
            if not joined:
                yield Run(" ")

    def _is_hyphenated(self) -> bool:
        """Whether the printer broke words: some are whole elsewhere, or too many lines end in a hyphen for compounds."""
        pairs = [(a.text, b.text) for page in self.pages for a, b in itertools.pairwise(page)]
        halves = [found for a, b in pairs if (found := _halves(a, b))]
        whole = any(self.words[before + after] for before, after in halves)
        return whole or len(halves) > _HYPHENATED_LINES * len(pairs)

    def _is_broken_word(self, line: str, following: str) -> bool:
        """Whether a hyphen at a line end is the printer's: the document tells, by what it has elsewhere."""
        found = _halves(line, following)
        if not found or not self.is_hyphenated:
            return False
        before, after = found
        if self.words[before + "-" + after] or before + "-" + after in hyphenated_words():
            return False
        if self.words[before + after]:
            return True
        parts = (before.rsplit("-", 1)[-1], after.split("-", 1)[0])
        # Each half stands once at this line end; a word of its own stands elsewhere too.
        return not all(len(half) > 3 and self._stands_elsewhere(half) for half in parts)

    def _stands_elsewhere(self, half: str) -> bool:
        return sum(n for word, n in self.words.items() if half in word.split("-")) > 1

    def _is_raised(self, glyph: Glyph, line: Line) -> bool:
        usual = line.size
        return glyph.text != " " and glyph.size < _SMALL * usual and glyph.base > line.base + 0.1 * usual

    def _is_heading(self, lines: Sequence[Line]) -> bool:
        return all(line.size > 1.15 * self.size for line in lines)

    def _notes(self, lines: Sequence[Line]) -> Iterator[list[Line]]:
        current: list[Line] = []
        for line in lines:
            if current and _MARKED_TEXT.match(line.text) and self._marked(line):
                yield current
                current = []
            current.append(line)
        if current:
            yield current

    def _marked(self, line: Line) -> bool:
        """Whether a footnote line begins with a raised mark."""
        first = line.glyphs[0]
        return self._is_raised(first, line) or not first.text.isalpha()


def _goes_on(line: str, following: str) -> bool:
    """Whether a line ends inside a word: at a hyphen, a slash, or inside a number in Chinese; not at "sex- and"."""
    if _ENDS_INSIDE.search(line) and following[:1].isalnum():
        return not _conjunction(languages()).match(following)
    return line[-1:].isdigit() and following[:1].isdigit() and any(map(is_chinese, line + following))


@cache
def _conjunction(known: tuple[Language, ...]) -> re.Pattern[str]:
    """ "And" or "or" in any language: the reader of a page does not know yet which one it is in."""
    words = [found.pattern for language in known if (found := language.conjunctions.between_nouns)]
    return re.compile(rf"(?:{'|'.join(words)})\b" if words else r"(?!)")


def _halves(line: str, following: str) -> tuple[str, str] | None:
    """The two halves, folded, of a word that a hyphen at a line end parts; None where there is none."""
    if not _ENDS_IN_HYPHEN.search(line) or not following[:1].islower():
        return None
    before, after = _WORD.findall(fold_plain(line[:-1]))[-1:], _WORD.findall(fold_plain(following))[:1]
    return (before[0], after[0]) if before and after else None


def _after(glyphs: Sequence[Glyph], count: int) -> tuple[Glyph, ...]:
    """A line's glyphs after its first ``count``, white space before them not counted; all where nothing would be left."""
    return tuple(glyphs[count:]) or tuple(glyphs)
