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
_RAISED = re.compile(r"(?<=\w)\^([^\s^]{1,8})\^")
"""Raised letters as pandoc writes them: "20^e^ séance"."""
_STRUCK = re.compile(r"~~(?=[^\s~])(?:[^~\n]|\n(?!\n)){1,2000}?(?<=[^\s~])~~(?!~)")
"""Struck out words as GitHub and pandoc write them: "~~12~~15 experts"."""
_LINK = re.compile(r"\[([^\]\n]{1,200})\]\((?:https?://|#|/)[^)\s]*\)")
_WORD_END, _WORD_START = re.compile(r"[^\W\d_]+\Z"), re.compile(r"[^\W\d_]+")
_INSIDE_LINE = re.compile(r"[^\n]")
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
    for span in paragraph_spans(shown, _starts_block, _is_own_block):
        if _RULE.fullmatch(shown[span.start : span.end]):
            aside.append(SetAside(span, "rule"))
            continue
        block = _block(shown, span, aside)
        if block.text:
            blocks.append(block)
    for note in printed.notes:
        text = _block(source, Span(note.begin, note.span.end), aside)
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
        parts += [source[place : span.start], _INSIDE_LINE.sub(" ", source[span.start : span.end])]
        place = span.end
    return "".join([*parts, source[place:]])


def _starts_block(line: str) -> bool:
    """Whether the markup of a line begins a paragraph: a heading, a rule, a footnote."""
    return bool(_HEADING.match(line) or _RULE.fullmatch(line)) or line.startswith(("<sup>", "[^"))


def _is_own_block(line: str) -> bool:
    return _HEADING.match(line) is not None


def _block(source: str, span: Span, aside: list[SetAside]) -> Block:
    """The paragraph at a place; what is struck out in it is added to what is set aside."""
    heading = _HEADING.match(source, span.start, span.end)
    inline = _Inline(source, span)
    place = heading.end() if heading else span.start
    while place < span.end:
        place = inline.take(place)
    aside += [SetAside(struck, "struck out") for struck in inline.struck]
    return inline.builder.build(span, heading=bool(heading))


class _Inline:
    """The markup inside a paragraph, taken piece by piece into a block."""

    def __init__(self, source: str, span: Span) -> None:
        self.source, self.span = source, span
        self.builder = BlockBuilder()
        # One that stands alone opens nothing: counted once, not at each of them.
        self.unpaired = {char: source.count(char, span.start, span.end) < 2 for char in "*_"}
        self.emphasis_from: int | None = None
        self.superscript_from: int | None = None
        self.struck: list[Span] = []

    def take(self, i: int) -> int:
        """Take what stands at ``i``; where what follows it stands."""
        source, end, char = self.source, self.span.end, self.source[i]
        if char == "\\" and i + 1 < end and source[i + 1] in _PUNCTUATION:
            self.builder.add(source[i + 1], i + 1)
            return i + 2
        if char == "<" and (tag := _TAG.match(source, i, end)):
            self._tag(tag)
            return tag.end()
        if char == "[" and (mark := _FOOTNOTE_MARK.match(source, i, end)):
            begin = self._words_of(mark)
            self.builder.superscripts.append(Span(begin, len(self.builder.chars)))
            return mark.end()
        if char == "~" and (struck := _STRUCK.match(source, i, end)):
            self.struck.append(Span(i, struck.end()))
            return struck.end()
        if char == "^" and (raised := _RAISED.match(source, i, end)):
            begin = self._words_of(raised)
            self.builder.superscripts.append(Span(begin, len(self.builder.chars)))
            return raised.end()
        if char == "[" and (link := _LINK.match(source, i, end)):
            self._words_of(link)
            return link.end()
        if char in self.unpaired and not self.unpaired[char] and (run := _emphasis_run(source, i, self.span)):
            self._turn_emphasis()
            return i + run
        if char in "-\u2010" and (cut := _cut_word(source, i, end)):
            if cut == "compound":
                self.builder.add(char, i)
            return _next_word(source, i + 1, end)
        if char == "\n" and _inside_chinese(source, i, self.span):
            return _next_word(source, i, end)
        self.builder.add(char, i)
        return i + 1

    def _words_of(self, match: re.Match[str]) -> int:
        """Add the words of a mark or a link; where they begin in the block."""
        begin = len(self.builder.chars)
        for k in range(match.start(1), match.end(1)):
            self.builder.add(self.source[k], k)
        return begin

    def _tag(self, tag: re.Match[str]) -> None:
        here = len(self.builder.chars)
        closing, kind = tag.group().startswith("</"), tag.group(1).lower()
        if kind == "sup":
            if closing and self.superscript_from is not None:
                self.builder.superscripts.append(Span(self.superscript_from, here))
            self.superscript_from = None if closing else here
        elif kind == "br":
            self.builder.add(" ", tag.start())
        elif closing and self.emphasis_from is not None:
            self.builder.emphasis.append(Span(self.emphasis_from, here))
            self.emphasis_from = None
        elif not closing:
            self.emphasis_from = here

    def _turn_emphasis(self) -> None:
        """Begin emphasis, or end it."""
        here = len(self.builder.chars)
        if self.emphasis_from is None:
            self.emphasis_from = here
        else:
            self.builder.emphasis.append(Span(min(self.emphasis_from, here), here))
            self.emphasis_from = None


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
