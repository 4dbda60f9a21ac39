"""Markdown and plain text: paragraphs by blank lines or by lines, italics, bold, headings, superscripts, comments.

Markdown is read for what resolutions use, by a scanner of our own: general Markdown parsers do not say which character
of the source each character of the text came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora.model import SetAside, Span
from corpora.readers.base import Block, BlockBuilder, Document
from corpora.text.numbering import starts_with_number

SUFFIXES = (".md", ".markdown", ".txt", ".text")

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_IN_LINE = re.compile(r"[^\n]")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_RULE = re.compile(r"\s{0,3}(?:[-*_=]\s?){3,}\s*$")
_TAG = re.compile(r"</?(sup|i|em|b|strong|u|br)\s*/?>", re.IGNORECASE)
_FOOTNOTE_MARK = re.compile(r"\[\^([^\]\s]{1,8})\](:?)")
_LINK = re.compile(r"\[([^\]\n]{1,200})\]\((?:https?://|#|/)[^)\s]*\)")
_ENDS = ",;.:،؛。，；：!?"
_WRAP = 110
"""Characters of the longest line of a text that was wrapped; longer lines are paragraphs."""
_PUNCTUATION = set("\\`*_{}[]()#+-.!<>")


def sniff(head: str) -> bool:
    """Whether ``head`` can be Markdown or plain text: anything that is not markup of another kind."""
    start = head.lstrip("\ufeff \t\r\n")[:200].lower()
    return not start.startswith(("<?xml", "<akomantoso", "<!doctype", "<html", "%pdf", "pk\x03\x04"))


def read(name: str, source: str) -> Document:
    """Cut ``source`` into blocks.

    Blank lines part paragraphs; where a text has none, each line is a paragraph unless the lines are wrapped.
    """
    comments = [Span(m.start(), m.end()) for m in _COMMENT.finditer(source)]
    aside = [SetAside(span, "comment") for span in comments]
    # Comments become blanks of the same length, so that every place stays where it is.
    shown = _COMMENT.sub(lambda m: _IN_LINE.sub(" ", m.group()), source)
    blocks = []
    for span in _paragraph_spans(shown):
        if _RULE.fullmatch(shown[span.start : span.end]):
            aside.append(SetAside(span, "rule"))
            continue
        block = _block(shown, span)
        if block.text:
            blocks.append(block)
    return Document(name, source, tuple(blocks), tuple(aside))


def _lines(source: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether the line is blank."""
    position = 0
    for line in source.splitlines(keepends=True):
        yield position, position + len(line), not line.strip()
        position += len(line)


def _paragraph_spans(source: str) -> Iterator[Span]:
    lines = list(_lines(source))
    filled = [(start, end) for start, end, blank in lines if not blank]
    if not filled:
        return
    blanks = sum(1 for _, _, blank in lines if blank)
    one_a_line = blanks < 0.2 * len(filled)
    wrapped = max(len(source[a:b].rstrip()) for a, b in filled) <= _WRAP
    if one_a_line and not (wrapped and _mostly_unended(source, filled)):
        for a, b in filled:
            yield _trim(source, a, b)
        return
    open_span: list[int] | None = None
    for start, end, blank in lines:
        line = source[start:end]
        begins = bool(_HEADING.match(line) or _RULE.fullmatch(line)) or starts_with_number(line)
        begins = begins or line.lstrip().startswith(("<sup>", "[^"))
        if open_span and not blank and not begins and not wrapped:
            # Long lines are paragraphs of their own once the one before is ended by punctuation.
            begins = source[: open_span[1]].rstrip()[-1:] in _ENDS and len(line.strip()) > 2
        if open_span and (blank or begins or _HEADING.match(source[open_span[0] : open_span[1]])):
            yield _trim(source, *open_span)
            open_span = None
        if blank:
            continue
        if open_span:
            open_span[1] = end
        else:
            open_span = [start, end]
    if open_span:
        yield _trim(source, *open_span)


def _mostly_unended(source: str, filled: list[tuple[int, int]]) -> bool:
    unended = sum(1 for a, b in filled if source[a:b].rstrip()[-1:] not in _ENDS)
    return len(filled) > 4 and unended > 0.4 * len(filled)


def _trim(source: str, start: int, end: int) -> Span:
    while end > start and source[end - 1].isspace():
        end -= 1
    while start < end and source[start].isspace():
        start += 1
    return Span(start, end)


def _block(source: str, span: Span) -> Block:
    builder = BlockBuilder()
    i, end = span.start, span.end
    heading = _HEADING.match(source, i, end)
    if heading:
        i = heading.end()
    emphasis_from: int | None = None
    sup_from: int | None = None
    while i < end:
        char = source[i]
        if char == "\\" and i + 1 < end and source[i + 1] in _PUNCTUATION:
            builder.add(source[i + 1], i + 1)
            i += 2
            continue
        if char == "<" and (tag := _TAG.match(source, i, end)):
            closing, kind = tag.group().startswith("</"), tag.group(1).lower()
            if kind == "sup":
                if closing and sup_from is not None:
                    builder.superscripts.append(Span(sup_from, len(builder.chars)))
                sup_from = None if closing else len(builder.chars)
            elif kind == "br":
                builder.add(" ", i)
            elif closing and emphasis_from is not None:
                builder.emphasis.append(Span(emphasis_from, len(builder.chars)))
                emphasis_from = None
            elif not closing:
                emphasis_from = len(builder.chars)
            i = tag.end()
            continue
        if char == "[" and (mark := _FOOTNOTE_MARK.match(source, i, end)):
            sup_start = len(builder.chars)
            for k in range(mark.start(1), mark.end(1)):
                builder.add(source[k], k)
            builder.superscripts.append(Span(sup_start, len(builder.chars)))
            i = mark.end()
            continue
        if char == "[" and (link := _LINK.match(source, i, end)):
            for k in range(link.start(1), link.end(1)):
                builder.add(source[k], k)
            i = link.end()
            continue
        run = _emphasis_run(source, i, span)
        if run:
            if emphasis_from is None:
                emphasis_from = len(builder.chars)
            else:
                builder.emphasis.append(Span(min(emphasis_from, len(builder.chars)), len(builder.chars)))
                emphasis_from = None
            i += run
            continue
        if char in "-\u2010" and _hyphenated(source, i, end):
            i = _next_word(source, i + 1, end)
            continue
        builder.add(char, i)
        i += 1
    return builder.build(span, heading=bool(heading))


def _emphasis_run(source: str, i: int, span: Span) -> int:
    """Length of an emphasis delimiter at ``i``, 0 where the character stands for itself."""
    char = source[i]
    if char not in "*_":
        return 0
    run = 1
    while i + run < span.end and source[i + run] == char:
        run += 1
    before = source[i - 1] if i > span.start else " "
    after = source[i + run] if i + run < span.end else " "
    if char == "_" and before.isalnum() and after.isalnum():
        return 0
    if before.isspace() and after.isspace():
        return 0
    alone = source.count(char, span.start, span.end) < 2
    return 0 if alone else run


def _hyphenated(source: str, i: int, end: int) -> bool:
    """Whether the hyphen at ``i`` only cuts a word at a line end: letters on both sides, the next one small."""
    if not (i and source[i - 1].isalpha()):
        return False
    j = i + 1
    while j < end and source[j] in " \t\r":
        j += 1
    if j >= end or source[j] != "\n":
        return False
    j = _next_word(source, j, end)
    return j < end and source[j].islower()


def _next_word(source: str, i: int, end: int) -> int:
    while i < end and source[i].isspace():
        i += 1
    return i
