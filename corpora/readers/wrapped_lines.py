"""Paragraphs of plain text by its lines: one a line, parted by blank lines, or wrapped at a width without any between.

In wrapped text a line ends where its next word would not have fitted. Where the first word of a line would have stood on the
one before, a paragraph ended there; a line that is set in from the one before begins one too. Between blank lines, only a line
that leaves much room ends one: the lines of a masthead stand below each other so.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from corpora.model import Span
from corpora.readers.pdf.glyphs import is_chinese
from corpora.text.numbering import starts_with_dotted_letter, starts_with_number
from corpora.text.punctuation import PAUSES
from corpora.text.scripts import is_written_with_han

_ENDED = re.compile(rf"[{PAUSES}!?](?:\s?\d{{1,3}})?$")
"""A mark that ends a line, a footnote mark behind it or not."""
_WRAP = 110
"""Characters from which lines are no wrapped ones."""
_FEW_BLANKS = 0.2
"""Share of blank lines below which they do not part the paragraphs."""
_UNENDED = 0.4
"""Share of lines without a mark at their end from which a text is wrapped, whatever its script."""
_GOES_ON = 0.1
"""The same for lines that plainly go on: no mark at the end, a small letter on the next line."""
_FEWEST = 2
_SURELY_FULL = 0.05
"""Share of lines that go on, by the width that they needed, that may be shorter than full ones."""
_BARE_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]")
"""The number of a paragraph that stands on a line of its own."""
_SURELY_FULL_CHINESE = 0.25
"""The same of Chinese, which has no small letters: headings are among its lines that seem to go on."""
_MOVED_WHOLE = 2
"""Characters that a Chinese line may lack: figures and marks of punctuation are moved to the next one whole."""
_STACK = 4
"""Lines of a block from which capitals at the head of each tell that they stand below each other on purpose."""
_STACKED, _STACKED_WITHOUT_CASE = 0.75, 0.5
"""Shares of the width that no line of a shorter block fills then, and of one in a script that has no capitals."""
_HALF, _MUCH_ROOM = 0.5, 0.8
"""Shares of the width: what a line must fill to go on in figures, and what one at the margin leaves free where it ends."""
_SHORTEST_FULL = 40
"""Columns from which a line that goes on may be full: lines of a masthead are shorter."""
_MUCH_ROOM_BETWEEN = 0.7
"""Share of the width under which a line leaves much room where blank lines part the paragraphs."""
_CELLS = re.compile(r"\s{8,}")
"""White space inside of a line of printed text that parts what stands beside each other."""
_SET_IN = 2
"""Characters by which a first line is set in."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its place, its text without white space around it, how far it is set in; whether a new page begins with it."""

    start: int
    end: int
    text: str
    indent: int
    opens_page: bool

    @property
    def is_ended(self) -> bool:
        return _ENDED.search(self.text) is not None

    @property
    def begins_small(self) -> bool:
        return self.text[:1].islower()


def paragraph_spans(
    source: str, starts_block: Callable[[str], bool], is_own_block: Callable[[str], bool]
) -> Iterator[Span]:
    """The places of the paragraphs of a text, without white space around them.

    ``starts_block`` and ``is_own_block`` tell lines that begin a paragraph, and those that are one by themselves, by the
    markup of the format. Blank lines at the end of a page (a form feed) part nothing.
    """
    lines = list(_lines(source))
    filled = [line for line in lines if line.text]
    if not filled:
        return
    sparse = len(lines) - len(filled) < _FEW_BLANKS * len(filled)
    paged = "\f" in source
    plain = [line for line in filled if not (paged and _CELLS.search(line.text))]
    wrapped = max((len(line.text) for line in plain), default=0) <= _WRAP
    if sparse and not paged and not (wrapped and _is_wrapped(plain)):
        yield from (Span(line.start, line.end) for line in filled)
        return
    ends = _Ends(lines, plain, paged=paged) if wrapped and (sparse or paged) else None
    starts = partial(
        _starts,
        ends=ends,
        starts_block=starts_block,
        wrapped=wrapped,
        is_own_block=is_own_block,
        stacks=_Stacks(lines),
    )
    yield from _joined(lines, starts, paged=paged)


def _joined(lines: Sequence[_Line], starts: Callable[..., bool], *, paged: bool) -> Iterator[Span]:
    """Lines as paragraphs: a line goes on with the one before unless it ``starts`` one; the cells of tables stand alone."""
    current: list[_Line] = []
    blank = False
    turned = False
    for line in lines:
        turned = turned or line.opens_page
        if not line.text:
            blank = True
            continue
        if paged and _CELLS.search(line.text):
            if current:
                yield Span(current[0].start, current[-1].end)
                current = []
            yield from _cells(line)
            blank = True
            continue
        if current and starts(current, line, blank=blank, turned=turned):
            yield Span(current[0].start, current[-1].end)
            current = []
        current.append(line)
        blank = turned = False
    if current:
        yield Span(current[0].start, current[-1].end)


def _lines(source: str) -> Iterator[_Line]:
    position = 0
    opens = False
    for line in source.splitlines(keepends=True):
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        yield _Line(position + indent, position + indent + len(text), text, indent, opens)
        position += len(line)
        opens = line.endswith("\f")


def _cells(line: _Line) -> Iterator[Span]:
    """What stands beside each other in one line, as in a masthead."""
    start = 0
    for gap in _CELLS.finditer(line.text):
        yield Span(line.start + start, line.start + gap.start())
        start = gap.end()
    yield Span(line.start + start, line.end)


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    """Whether lines of a text without blank ones are parts of paragraphs."""
    pairs = list(itertools.pairwise(lines))
    going_on = sum(not a.is_ended and b.begins_small for a, b in pairs)
    unended = sum(not line.is_ended for line in lines)
    return going_on >= max(_FEWEST, _GOES_ON * len(lines)) or (len(lines) > 4 and unended > _UNENDED * len(lines))


class _Ends:
    """The width of a wrapped text, and whether its first lines are set in."""

    def __init__(self, every: Sequence[_Line], lines: Sequence[_Line], *, paged: bool) -> None:
        self.paged = paged
        pairs = [(a, b) for a, b in itertools.pairwise(every) if a.text and b.text]
        sure = sorted(
            _needed(a, b) for a, b in pairs if not a.is_ended and b.text[0].isalpha() and not b.text[0].isupper()
        )
        chinese = sum(is_chinese(line.text[-1]) for line in lines) > 0.5 * len(lines)
        share = _SURELY_FULL_CHINESE if chinese else _SURELY_FULL
        self._width = sure[int(share * len(sure))] if sure else max(len(line.text) for line in lines)
        if chinese:
            self._width -= _MOVED_WHOLE
        set_in = sum(a.is_ended and b.indent >= a.indent + _SET_IN for a, b in pairs)
        self._are_set_in = set_in > len(lines) / 20 and set_in > _FEWEST

    def part(self, before: _Line, line: _Line, *, turned: bool) -> bool:
        """Whether a paragraph ends between two lines; behind a page end, where margins may shift."""
        if before.is_ended and line.indent >= before.indent + _SET_IN:
            return True
        needed = _needed(before, line)
        has_room = needed < self._width
        if not before.is_ended and line.text[:1].isdigit() and needed > _HALF * self._width:
            return False  # "at its 9838th meeting, on", in larger type, and the date below it
        if self._are_set_in and line.indent <= before.indent and not turned:
            # A line at the margin goes on, unless much room was left: a heading, a line of a masthead.
            return has_room and not line.begins_small and needed < _MUCH_ROOM * self._width
        return has_room and (before.is_ended or not line.begins_small)


class _Stacks:
    """Where lines between blank ones stand below each other on purpose, as those of a masthead do.

    A line stands so below one that leaves much room, and in a block of lines of which none begins small: four at least, or such
    that all leave room.
    """

    def __init__(self, lines: Sequence[_Line]) -> None:
        full = sorted(
            _columns(a.text)
            for a, b in itertools.pairwise(lines)
            if b.text[:1].isalpha()
            and not b.text[:1].isupper()
            and not a.is_ended
            and _columns(a.text) >= _SHORTEST_FULL
        )
        widest = max((_columns(line.text) for line in lines), default=0)
        self._width = full[len(full) // 2] if len(full) >= _FEWEST else min(_WRAP, widest)
        self._stacked: set[int] = set()
        for filled, block in itertools.groupby(lines, key=lambda line: bool(line.text)):
            stack = list(block)
            if filled and self._is_stack(stack):
                self._stacked |= {line.start for line in stack}

    def _is_stack(self, block: Sequence[_Line]) -> bool:
        cased = all(line.text[0].isupper() or not line.text[0].isalpha() for line in block)
        if cased and len(block) >= _STACK:
            return True
        share = _STACKED if cased else _STACKED_WITHOUT_CASE
        return not any(line.begins_small or self._fills(_columns(line.text), share) for line in block)

    def part(self, before: _Line, line: _Line) -> bool:
        """Whether a line stands below the one before on purpose."""
        if line.start in self._stacked:
            return True
        opens = not line.begins_small and line.text[:1].isalnum()
        return opens and not self._fills(
            _columns(before.text) + 1 + _columns(_first_word(line.text)), _MUCH_ROOM_BETWEEN
        )

    def _fills(self, columns: int, share: float) -> bool:
        return columns >= share * self._width


def _columns(text: str) -> int:
    """The width of a text in columns, of which a Chinese character takes two."""
    return len(text) + sum(map(is_written_with_han, text))


def _needed(before: _Line, line: _Line) -> int:
    """Characters that a line and the first word of the next one take; of Chinese the first character."""
    return len(before.text) + 1 + len(_first_word(line.text))


def _first_word(text: str) -> str:
    """The first word of a line, of Chinese what stands before the second character: figures go on the line with them."""
    word = text.split(maxsplit=1)[0]
    own = next((i for i, char in enumerate(word) if is_written_with_han(char)), None)
    return word if own is None else word[: own or 0]


def _starts(
    current: Sequence[_Line],
    line: _Line,
    ends: _Ends | None,
    starts_block: Callable[[str], bool],
    wrapped: bool,
    stacks: _Stacks,
    *,
    blank: bool,
    turned: bool,
    is_own_block: Callable[[str], bool],
) -> bool:
    """Whether a line begins a paragraph below the lines of the current one."""
    before = current[-1]
    if ends is not None and ends.paged and len(current) == 1 and _BARE_NUMBER.fullmatch(before.text):
        return False
    if turned and not before.is_ended and not is_own_block(before.text):
        return not line.begins_small and blank and line.text[:1].isupper() and line.indent > before.indent
    if (blank and not turned) or is_own_block(before.text) or starts_block(line.text) or starts_with_number(line.text):
        return True
    if before.is_ended and starts_with_dotted_letter(line.text):
        return True
    if ends is not None:
        return (ends.paged and _BARE_NUMBER.fullmatch(line.text) is not None) or ends.part(before, line, turned=turned)
    # Long lines are paragraphs of their own once the one before is ended by punctuation.
    ended = not wrapped and before.is_ended and len(line.text) > 2
    return turned or ended or stacks.part(before, line)
