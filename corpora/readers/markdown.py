"""Markdown and plain text: paragraphs by blank lines or by lines, italics, bold, headings, superscripts, comments.

Markdown is read for what resolutions use, by a scanner of our own: general Markdown parsers do not say which character
of the source each character of the text came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpora.languages import hyphenated_words
from corpora.model import Kind, SetAside, Span
from corpora.readers.base import Block, BlockBuilder, Document
from corpora.readers.front_matter import front_matter
from corpora.readers.pdf.glyphs import is_chinese
from corpora.readers.printed_text import printed_pages
from corpora.readers.wrapped_lines import paragraph_spans

SUFFIXES = (".md", ".markdown", ".txt", ".text")

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_RULE = re.compile(r"\s{0,3}(?:[-*_=]\s?){3,}\s*$")
_TAG = re.compile(r"</?(sup|i|em|b|strong|u|br)\s*/?>", re.IGNORECASE)
_FOOTNOTE_MARK = re.compile(r"\[\^([^\]\s]{1,8})\](:?)")
_LINK = re.compile(r"\[([^\]\n]{1,200})\]\((?:https?://|#|/)[^)\s]*\)")
_WORD_END, _WORD_START = re.compile(r"[^\W\d_]+\Z"), re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 60
_NEAR = 40
"""Characters before a line end that tell whether a text is Chinese."""
_PUNCTUATION = set("\\`*_{}[]()#+-.!<>")


def sniff(head: str) -> bool:
    """Whether ``head`` can be Markdown or plain text: anything that is not markup of another kind."""
    start = head.lstrip("\ufeff \t\r\n")[:200].lower()
    return not start.startswith(("<?xml", "<akomantoso", "<!doctype", "<html", "%pdf", "pk\x03\x04"))


def read(name: str, source: str) -> Document:
    """Cut ``source`` into blocks.

    Blank lines part paragraphs; where a text has none, each line is a paragraph unless the lines are wrapped.
    """
    head = front_matter(source)
    comments = list(_comments(source, head.span.end if head else 0))
    aside = [SetAside(span, "comment") for span in comments]
    if head:
        aside.insert(0, SetAside(head.span, "front matter"))
    printed = printed_pages(source)
    aside += printed.aside
    shown = _blanked(source, sorted([*(a.span for a in aside), *(note.span for note in printed.notes)]))
    blocks = []
    for span in paragraph_spans(shown, _starts_block, _stands_alone):
        if _RULE.fullmatch(shown[span.start : span.end]):
            aside.append(SetAside(span, "rule"))
            continue
        block = _block(shown, span)
        if block.text:
            blocks.append(block)
    for note in printed.notes:
        text = _block(source, Span(note.begin, note.span.end))
        blocks.append(replace(text, span=note.span, role=Kind.FOOTNOTE, number=note.mark))
    if head is None:
        return Document(name, source, tuple(blocks), tuple(aside), symbol=printed.symbol)
    return Document(
        name, source, tuple(blocks), tuple(aside), head.language, head.symbol, title=head.title, date=head.date
    )


def _comments(source: str, begin: int = 0) -> Iterator[Span]:
    """The comments, in one pass: an opening that nothing closes is text, and so is every one after it."""
    start = source.find("<!--", begin)
    while start >= 0:
        end = source.find("-->", start + 4)
        if end < 0:
            return
        yield Span(start, end + 3)
        start = source.find("<!--", end + 3)


def _blanked(source: str, spans: Sequence[Span]) -> str:
    """The source with these spans as blanks of the same length, so that every place stays where it is."""
    parts, place = [], 0
    for span in spans:
        parts += [source[place : span.start], re.sub(r"[^\n]", " ", source[span.start : span.end])]
        place = span.end
    return "".join([*parts, source[place:]])


def _starts_block(line: str) -> bool:
    """Whether the markup of a line begins a paragraph: a heading, a rule, a footnote."""
    return bool(_HEADING.match(line) or _RULE.fullmatch(line)) or line.startswith(("<sup>", "[^"))


def _stands_alone(line: str) -> bool:
    return _HEADING.match(line) is not None


def _block(source: str, span: Span) -> Block:
    builder = BlockBuilder()
    i, end = span.start, span.end
    heading = _HEADING.match(source, i, end)
    if heading:
        i = heading.end()
    # One that stands alone opens nothing: counted once, not at each of them.
    alone = {char: source.count(char, span.start, span.end) < 2 for char in "*_"}
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
        run = _emphasis_run(source, i, span) if char in alone and not alone[char] else 0
        if run:
            if emphasis_from is None:
                emphasis_from = len(builder.chars)
            else:
                builder.emphasis.append(Span(min(emphasis_from, len(builder.chars)), len(builder.chars)))
                emphasis_from = None
            i += run
            continue
        if char in "-\u2010" and (cut := _cut_word(source, i, end)):
            if cut == "compound":
                builder.add(char, i)
            i = _next_word(source, i + 1, end)
            continue
        if char == "\n" and _inside_chinese(source, i, span):
            i = _next_word(source, i, end)
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
    return run


def _cut_word(source: str, i: int, end: int) -> str:
    """What the hyphen at ``i`` cuts at a line end, the next letter a small one: a "word", a "compound" that has it anyway, or "".

    A compound is one that stands so elsewhere in the text, or that its language writes so.
    """
    if not (i and source[i - 1].isalpha()):
        return ""
    j = i + 1
    while j < end and source[j] in " \t\r":
        j += 1
    if j >= end or source[j] != "\n":
        return ""
    j = _next_word(source, j, end)
    if j >= end or not source[j].islower():
        return ""
    before, after = _WORD_END.search(source, max(0, i - _LONGEST_WORD), i), _WORD_START.match(source, j)
    if before is None or after is None:
        return "word"
    compound = f"{before.group()}-{after.group()}"
    return "compound" if compound.lower() in hyphenated_words() or compound in source else "word"


def _inside_chinese(source: str, i: int, span: Span) -> bool:
    """Whether a line ends at a Chinese character or the next one begins with one, or both have a figure of Chinese text.

    Chinese writes no spaces.
    """
    j = _next_word(source, i, span.end)
    if i == span.start or j >= span.end:
        return False
    figures = source[i - 1].isdigit() and source[j].isdigit()
    near = source[max(span.start, i - _NEAR) : i] if figures else source[i - 1] + source[j]
    return any(map(is_chinese, near))


def _next_word(source: str, i: int, end: int) -> int:
    while i < end and source[i].isspace():
        i += 1
    return i
