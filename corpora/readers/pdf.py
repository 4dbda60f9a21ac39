"""PDF with a text layer: columns, running heads, footnotes at the page foot, hyphens at line ends, superscripts.

Characters and their boxes come from PDFium (pypdfium2), in the order of the text, so that Arabic is read from the right.
Lines are made of characters whose boxes stand side by side; a column is a run of lines that leave the same gutter free.
"""

from __future__ import annotations

import ctypes
import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from corpora.errors import UnusableInputError
from corpora.model import Kind
from corpora.numbering import starts_with_number
from corpora.readers.blocks import Document
from corpora.readers.textwriter import Run, TextWriter
from corpora.text import fold_plain

SUFFIXES = (".pdf",)
_MOST_PAGES = 400
_SMALL = 0.86
"""Size of footnote text and superscripts, as a share of the usual size of a page's characters."""
_ENDS = '.;:,؛،。；，：»”"'
_OFTEN = 3
_EDGE = 3
"""Lines at the head and the foot of a page that may be its furniture."""
_NOTE = re.compile(r"\W{0,2}(\d{1,3}|[*†‡])\W?\s*")
_PAGE_NUMBER = re.compile(r"[\s\-–—]*\d{1,4}[\s\-–—]*|\d{1,3}\s?/\s?\d{1,3}")


def takes(head: bytes, suffix: str) -> bool:
    """Whether the file is PDF."""
    return b"%PDF-" in head[:1024]


@dataclass(frozen=True, slots=True)
class _Char:
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


@dataclass(frozen=True)
class _Line:
    """Characters of one line, with where it stands: the page, its box, its usual size."""

    chars: tuple[_Char, ...]
    page: int

    @property
    def text(self) -> str:
        """The line's text."""
        return "".join(c.text for c in self.chars).strip()

    @property
    def size(self) -> float:
        """The usual size of its characters, in points."""
        return statistics.median(c.size for c in self.chars)

    @property
    def left(self) -> float:
        """Its left edge, in points."""
        return min(c.left for c in self.chars)

    @property
    def right(self) -> float:
        """Its right edge, in points."""
        return max(c.right for c in self.chars)

    @property
    def bottom(self) -> float:
        """Its base, in points from the foot of the page."""
        return statistics.median(c.bottom for c in self.chars)


def read(name: str, data: bytes) -> Document:
    """The blocks of a PDF. Raises UnusableInputError where it is broken, locked, or has no text layer."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnusableInputError(
            name, f"the PDF cannot be opened ({error})", mend="save or print it to PDF again"
        ) from error
    try:
        if len(document) > _MOST_PAGES:
            raise UnusableInputError(name, f"has {len(document)} pages", mend=f"split it into parts of {_MOST_PAGES}")
        pages = [list(_lines(document[i], i)) for i in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise UnusableInputError(
            name, f"a page of the PDF is broken ({error})", mend="print it to PDF again"
        ) from error
    finally:
        document.close()
    if sum(len(line.text) for page in pages for line in page) < 20:
        raise UnusableInputError(name, "has no text layer: its pages are pictures", mend="run OCR on it first")
    return _Writer(name, pages).document()


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[_Line]:
    """The lines of a page in reading order."""
    width = page.get_width()
    found = list(_raw_lines(_characters(page), number))
    gutter = _gutter(found, width)
    if gutter is None:
        yield from found
        return
    # Lines over both columns part the page into bands; inside a band the left column goes first, or the right in Arabic.
    right_first = sum("\u0600" <= c <= "\u06ff" for line in found for c in line.text) > 0.3 * sum(
        len(x.text) for x in found
    )
    band: list[_Line] = []
    for line in sorted(found, key=lambda x: -x.bottom):
        if line.left < gutter < line.right:
            yield from _columns(band, gutter, right_first)
            band = []
            yield line
        else:
            band.append(line)
    yield from _columns(band, gutter, right_first)


def _columns(band: Sequence[_Line], gutter: float, right_first: bool) -> Iterator[_Line]:
    sides = [[x for x in band if x.right <= gutter + 1], [x for x in band if x.right > gutter + 1]]
    for side in reversed(sides) if right_first else sides:
        yield from sorted(side, key=lambda x: -x.bottom)


def _gutter(lines: Sequence[_Line], width: float) -> float | None:
    """The middle of the free strip between two columns; None for a page of one column."""
    full = [x for x in lines if len(x.text) > 15]
    for share in (0.5, 0.48, 0.52, 0.46, 0.54):
        x = width * share
        across = sum(line.left < x < line.right for line in full)
        left, right = sum(line.right <= x for line in full), sum(line.left >= x for line in full)
        if min(left, right) >= 6 and across <= 0.25 * len(full):
            return x
    return None


def _characters(page: pypdfium2.PdfPage) -> Iterator[_Char]:
    text = page.get_textpage()
    box = [ctypes.c_double() for _ in range(4)]
    for i in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text.raw, i))
        if char in "\r\n":
            yield _Char("\n", 0, 0, 0, 0, 0)
            continue
        # U+FFFE and U+0002 are what PDFium gives for a hyphen at a line end.
        char = "-" if char in "\ufffe\x02\u00ad" else char
        if not pdfium.FPDFText_GetCharBox(text.raw, i, *box):
            continue
        left, right, bottom, top = (b.value for b in box)
        yield _Char(char, left, right, bottom, top, float(pdfium.FPDFText_GetFontSize(text.raw, i)))


def _raw_lines(chars: Iterator[_Char], page: int) -> Iterator[_Line]:
    """Lines as PDFium parts them, raised and lowered pieces put back into the line they stand in."""
    waiting: list[_Char] = []
    for ended, group in itertools.groupby(chars, key=lambda c: c.text == "\n"):
        run = list(group)
        if ended or all(c.text.isspace() for c in run):
            continue
        if waiting and not _same_line(waiting, run):
            yield _Line(tuple(_in_order(waiting)), page)
            waiting = []
        waiting += run
    if waiting:
        yield _Line(tuple(_in_order(waiting)), page)


def _same_line(before: Sequence[_Char], run: Sequence[_Char]) -> bool:
    """Whether a run stands in the line before it: their heights overlap, and they do not stand over each other."""
    first, second = ([c for c in side if not c.text.isspace()] for side in (before, run))
    if not first or not second:
        return True
    low, high = (
        max(min(c.bottom for c in s) for s in (first, second)),
        min(max(c.top for c in s) for s in (first, second)),
    )
    smaller = min(max(c.top for c in s) - min(c.bottom for c in s) for s in (first, second))
    beside = min(
        abs(min(c.left for c in second) - max(c.right for c in first)),
        abs(min(c.left for c in first) - max(c.right for c in second)),
    )
    return high - low > 0.4 * smaller and beside < 2 * max(c.size for c in (*first, *second))


def _in_order(chars: Sequence[_Char]) -> list[_Char]:
    """The characters of a line in the order in which they are read.

    Files of right-to-left text hold them in the order in which they are seen, run by run or as a whole: they are taken from
    the right, and what is read from the left inside (figures, symbols, Latin words) is turned again (Unicode UAX #9).
    """
    letters = [c for c in chars if c.text.isalpha()]
    arabic = sum("\u0600" <= c.text <= "\u06ff" or "\ufb50" <= c.text <= "\ufeff" for c in letters)
    if arabic < 0.5 * len(letters) or not letters:
        return list(chars)
    from_right = sorted((c for c in chars if c.right > c.left), key=lambda c: -(c.left + c.right) / 2)
    own_spaces = sum(c.text.isspace() for c in from_right) > len(from_right) / 20
    spaced: list[_Char] = []
    for glyph in from_right:
        if not own_spaces and spaced and spaced[-1].left - glyph.right > 0.25 * glyph.size:
            spaced.append(_Char(" ", glyph.right, spaced[-1].left, glyph.bottom, glyph.top, glyph.size))
        spaced.append(glyph)
    out: list[_Char] = []
    run: list[_Char] = []
    following: list[_Char | None] = [*spaced, None]
    for char in following:
        if char is not None and (_reads_from_left(char.text) or (run and char.text in "/.,:-–()")):
            run.append(char)
            continue
        tail: list[_Char] = []
        while run and not _reads_from_left(run[-1].text):
            tail.append(run.pop())
        out += [*reversed(run), *reversed(tail)]
        run = []
        if char is not None:
            out.append(char)
    return out


def _reads_from_left(char: str) -> bool:
    return char.isdigit() or (char.isalpha() and char < "\u0590")


class _Writer:
    """Lines to paragraphs: page furniture off, footnotes to the end, what a line or page end cut joined."""

    def __init__(self, name: str, pages: Sequence[Sequence[_Line]]) -> None:
        self.name, self.pages = name, pages
        self.out = TextWriter()
        sizes = Counter(round(c.size, 1) for page in pages for x in page for c in x.chars if not c.text.isspace())
        self.size = sizes.most_common(1)[0][0] or 1.0
        self.heads = self._running_heads()
        lefts = [x.left for page in pages for x in page]
        self.usual_gap = self._gap()
        self.margin = statistics.median(lefts)

    def document(self) -> Document:
        body: list[_Line] = []
        notes: list[_Line] = []
        for page in self.pages:
            foot = self._foot(page)
            for i, line in enumerate(page):
                edge = i < _EDGE or i >= len(page) - _EDGE
                if edge and self._is_furniture(line):
                    self.out.set_aside(line.text, "running head or page number")
                else:
                    (notes if i >= foot else body).append(line)
        for lines in self._paragraphs(body):
            self.out.block(self._runs(lines), heading=self._is_heading(lines))
        for lines in self._notes(notes):
            mark = _NOTE.match(lines[0].text)
            number = mark.group(1) if mark else None
            first = _Line(_after(lines[0].chars, mark.end() if mark else 0), lines[0].page)
            self.out.block(self._runs([first, *lines[1:]]), role=Kind.FOOTNOTE, number=number)
        return Document(self.name, self.out.source, tuple(self.out.blocks), tuple(self.out.aside))

    def _key(self, line: _Line) -> str:
        return re.sub(r"^\W*\d{1,3}\s|\s\d{1,3}\W*$", "", fold_plain(line.text)).strip()

    def _is_furniture(self, line: _Line) -> bool:
        """A running head, or a page number ("3", "- 3 -", "3/7")."""
        return self._key(line) in self.heads or _PAGE_NUMBER.fullmatch(line.text) is not None

    def _running_heads(self) -> set[str]:
        """First and last lines that stand on several pages."""
        counts = Counter(key for page in self.pages if page for key in {self._key(x) for x in (*page[:2], *page[-2:])})
        often = min(_OFTEN, max(2, len(self.pages)))
        return {key for key, count in counts.items() if count >= often and key}

    def _gap(self) -> float:
        gaps = [
            a.bottom - b.bottom
            for page in self.pages
            for a, b in itertools.pairwise(page)
            if 0 < a.bottom - b.bottom < 4 * self.size
        ]
        return statistics.median(gaps) if gaps else 1.2 * self.size

    def _foot(self, page: Sequence[_Line]) -> int:
        """The index of the first line of the footnotes: small lines that run to the foot of the page, a mark first."""
        first = len(page)
        for i in range(len(page) - 1, -1, -1):
            line = page[i]
            if self._is_furniture(line):
                continue
            if line.size > _SMALL * self.size:
                break
            if re.match(r"\W{0,2}(?:\d{1,3}|[*†‡])", line.text):
                first = i
        return first

    def _paragraphs(self, lines: Sequence[_Line]) -> Iterator[list[_Line]]:
        current: list[_Line] = []
        for line in lines:
            if current and self._starts(current, line):
                yield current
                current = []
            current.append(line)
        if current:
            yield current

    def _starts(self, current: Sequence[_Line], line: _Line) -> bool:
        """Whether a line begins a paragraph: after a wide gap, at a number, or after an end that did not fill the line."""
        before = current[-1]
        same_page = before.page == line.page
        gap = before.bottom - line.bottom
        ended = self._plain(before)[-1:] in _ENDS
        if same_page and gap > 1.45 * self.usual_gap:
            return True
        if starts_with_number(line.text) and ended:
            return True
        if abs(line.size - before.size) > 0.15 * self.size and len(line.text) > 4:
            return True
        short = before.right - before.left < 0.75 * max(x.right - x.left for x in (*current, line))
        return ended and short and (len(current) > 1 or not line.text[:1].islower())

    def _plain(self, line: _Line) -> str:
        """A line without the footnote marks that are raised in it."""
        return "".join(c.text for c in line.chars if not self._is_raised(c, line)).strip()

    def _runs(self, lines: Sequence[_Line]) -> Iterator[Run]:
        for k, line in enumerate(lines):
            chars = list(line.chars)
            hyphen = "".join(c.text for c in chars).rstrip().endswith("-")
            following = lines[k + 1].text[:1] if k + 1 < len(lines) else ""
            if hyphen and following.islower():
                while chars and chars[-1].text.isspace():
                    chars.pop()
                chars.pop()
            for raised, group in itertools.groupby(chars, key=lambda c: self._is_raised(c, line)):
                yield Run("".join(c.text for c in group), superscript=raised)
            # Chinese writes no spaces: a line end inside a sentence is nothing.
            unspaced = _is_han(line.text[-1:]) and _is_han(following)
            if not (hyphen and following.islower()) and not unspaced:
                yield Run(" ")

    def _is_raised(self, char: _Char, line: _Line) -> bool:
        usual = line.size
        return not char.text.isspace() and char.size < _SMALL * usual and char.bottom > line.bottom + 0.15 * usual

    def _is_heading(self, lines: Sequence[_Line]) -> bool:
        return len(lines) <= 3 and lines[0].size > 1.15 * self.size

    def _notes(self, lines: Sequence[_Line]) -> Iterator[list[_Line]]:
        current: list[_Line] = []
        for line in lines:
            if current and re.match(r"\W{0,2}(?:\d{1,3}|[*†‡])\W?\s?\D", line.text) and self._marked(line):
                yield current
                current = []
            current.append(line)
        if current:
            yield current

    def _marked(self, line: _Line) -> bool:
        """Whether a footnote line begins with a raised mark."""
        first = next((c for c in line.chars if not c.text.isspace()), None)
        return first is not None and (self._is_raised(first, line) or not first.text.isalpha())


def _after(chars: Sequence[_Char], count: int) -> tuple[_Char, ...]:
    """A line's characters after its first ``count``, white space before them not counted; all where nothing would be left."""
    start = next((i for i, c in enumerate(chars) if not c.text.isspace()), 0)
    rest = tuple(chars[start + count :])
    return rest or tuple(chars)


def _is_han(char: str) -> bool:
    return "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"
