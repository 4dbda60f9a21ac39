"""Text that was taken from printed pages (pdftotext): pages end in a form feed and carry their furniture and footnotes.

Furniture is told as in a PDF, by its words at the edge of a page, or by returning there; notes stand below a rule.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpora.model import SetAside, Span
from corpora.readers.page_furniture import (
    HEAD,
    JOB_NUMBER,
    RULE,
    furniture_by_words,
    is_rule,
    symbol_of_line,
    words_of_head,
)

_HEAD_LINES, _FOOT_LINES = 3, 4
"""Lines at the head and the foot of a page that may be furniture: chosen, since running heads and feet are short; with
one line at the head the readers' tests hold as well."""
_OFTEN = 2
"""Pages on which a line must return to be furniture."""
_LINE = re.compile(r"[^\n\r]+")
_APART = re.compile(r"\s{2,}")
_MARK = re.compile(r"\s*(\d{1,3}|[*†‡]{1,3})(?=\s|$)\s*")


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A footnote: its mark, its place with the mark, where its text begins."""

    mark: str
    span: Span
    begin: int


@dataclass(slots=True)
class PrintedPages:
    """What of a text is furniture, and its footnotes with their marks; empty where a text has no pages."""

    aside: list[SetAside] = field(default_factory=list)
    notes: list[PrintedNote] = field(default_factory=list)
    symbol: str | None = None


def printed_pages(source: str) -> PrintedPages:
    """The furniture and the footnotes of the pages of a text; every span counts its characters."""
    found = PrintedPages()
    if "\f" not in source:
        return found
    pages = list(_pages(source))
    returning = Counter(
        key
        for page in pages
        for key in {words_of_head(_text(source, span)) for span in (*page[:_HEAD_LINES], *page[-_FOOT_LINES:])}
    )
    for number, page in enumerate(pages):
        head = _edge(source, page[:_HEAD_LINES], returning, {HEAD, JOB_NUMBER}) if number else []
        foot = _edge(source, page[: -_FOOT_LINES - 1 : -1], returning, {JOB_NUMBER})
        for span in (*head, *foot):
            pieces = [kind for piece in _APART.split(_text(source, span)) if (kind := furniture_by_words(piece))]
            found.aside.append(SetAside(span, pieces[0] if pieces else HEAD))
        if found.symbol is None:
            found.symbol = next(
                (symbol for s in head for p in _APART.split(_text(source, s)) if (symbol := symbol_of_line(p))), None
            )
        _add_notes(source, [span for span in page if span not in head and span not in foot], found)
    return found


def _pages(source: str) -> Iterator[list[Span]]:
    """The lines with words, page by page, without white space around them."""
    position = 0
    for page in source.split("\f"):
        lines = []
        for match in _LINE.finditer(page):
            text = match.group()
            if text.strip():
                start = position + match.start() + len(text) - len(text.lstrip())
                lines.append(Span(start, start + len(text.strip())))
        if lines:
            yield lines
        position += len(page) + 1


def _text(source: str, span: Span) -> str:
    return source[span.start : span.end]


def _edge(source: str, lines: Sequence[Span], returning: Counter[str], sure: set[str]) -> list[Span]:
    """The lines from an edge of a page to the last one that is furniture; nothing where none is.

    ``sure`` are the kinds that tell by themselves: a figure or a symbol at the foot may be of a note, so all outside of it
    must be known.
    """
    for depth in range(len(lines), 0, -1):
        text = _text(source, lines[depth - 1])
        told = any(furniture_by_words(piece) in sure for piece in _APART.split(text))
        if told or all(_is_known(_text(source, span), returning) for span in lines[:depth]):
            return list(lines[:depth])
    return []


def _is_known(text: str, returning: Counter[str]) -> bool:
    key = words_of_head(text)
    return any(map(furniture_by_words, _APART.split(text))) or (bool(key) and returning[key] >= _OFTEN)


def _add_notes(source: str, lines: Sequence[Span], found: PrintedPages) -> None:
    """Set the rule above the footnotes of a page aside and take the notes, each from its mark on."""
    rules = [i for i, span in enumerate(lines) if is_rule(_text(source, span))]
    found.aside += [SetAside(lines[i], RULE) for i in rules]
    below = lines[rules[-1] + 1 :] if rules else []
    if not below or not _MARK.match(_text(source, below[0])):
        return
    mark, start, begin, end = "", 0, 0, 0
    for span in below:
        opened = _MARK.match(_text(source, span))
        if opened and (not mark or _follows(mark, opened.group(1))):
            if mark and end > begin:
                found.notes.append(PrintedNote(mark, Span(start, end), begin))
            mark, start, begin = opened.group(1), span.start, span.start + opened.end()
        end = span.end
    if mark and end > begin:
        found.notes.append(PrintedNote(mark, Span(start, end), begin))


def _follows(mark: str, following: str) -> bool:
    """Whether a mark is the next one: any sign, or the next figure."""
    return not (mark.isdigit() and following.isdigit()) or int(following) == int(mark) + 1
