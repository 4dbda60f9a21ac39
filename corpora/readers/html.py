"""HTML: web pages and volumes made from OCR; scripts, navigation and page furniture are set aside.

Parsed by Lexbor (selectolax) as browsers do. The source text that spans count is the text that the reader took.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpora.errors import InputError
from corpora.readers.base import Document
from corpora.readers.html_lists import PageList, has_own_mark, reason_not_shown
from corpora.readers.textwriter import StyledText, TextWriter

SUFFIXES = (".html", ".htm", ".xhtml")

_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "iframe", "object", "svg", "head", "form", "button", "select"}
)
_FURNITURE = frozenset({"nav", "footer", "aside", "header", "menu"})
_BLOCKS = frozenset(
    {"p", "div", "li", "td", "th", "dt", "dd", "blockquote", "pre", "section", "article", "main", "body", "center", "caption",
     "table", "tr", "tbody", "thead", "ul", "ol", "dl", "figure", "figcaption", "hr", "address", "fieldset"}
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ol", "ul"})
_EMPHASIS = frozenset({"i", "em", "b", "strong", "u"})
_DEEPEST = 400
"""Nesting past which a page is refused: no editor makes it, and walking it costs memory."""
_DEEPEST_MARKUP = 2000
"""Tags that open without closing from which a page is not parsed: the parser's time grows with depth times length."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_UNCLOSED = frozenset(
    {"a", "area", "base", "body", "br", "button", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input",
     "li", "link", "meta", "nobr", "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr"}
)  # fmt: skip
"""Elements that need no end tag, or that another one of their kind ends (HTML Standard, 13.1.2.4 and 13.2.6)."""
_RUNNING_TEXT = 120
"""Characters of a table cell from which it holds paragraphs, no value: half of the cells of a page set in columns do."""
_LINKS = 0.8
"""Share of a block's text inside links from which it is taken for navigation."""


def sniff(head: str) -> bool:
    """Whether the file is HTML."""
    start = head.lstrip("\ufeff \t\r\n").lower()
    return start.startswith(("<!doctype html", "<html", "<head", "<body")) or "<html" in start[:1000]


def read(name: str, source: str) -> Document:
    """The blocks of a page. Raises InputError where it holds no text or is nested without end."""
    if _may_be_deeper(source, _DEEPEST_MARKUP):
        raise InputError(name, f"elements are nested more than {_DEEPEST} deep", hint="save the page as text")
    tree = LexborHTMLParser(source)
    root = tree.body or tree.root
    if root is None:
        raise InputError(name, "the page holds no text")
    reader = _Reader(name)
    reader.walk(root)
    reader.flush()
    return Document(name, reader.out.source, tuple(reader.out.blocks), tuple(reader.out.aside))


def _may_be_deeper(source: str, limit: int) -> bool:
    """Whether elements may be nested more deeply than this, by the tags alone."""
    depth = 0
    for match in _TAG.finditer(source):
        if match.group(2).lower() not in _UNCLOSED:
            depth = max(0, depth - 1) if match.group(1) else depth + 1
            if depth > limit:
                return True
    return False


class _Reader:
    """Walks the tree without recursion; runs of one block are collected until the block ends."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.out = TextWriter()
        self.runs: list[StyledText] = []
        self.linked = 0
        self.heading = False
        self.lists: list[PageList] = []
        self.number = ""
        self.unshown: list[tuple[str, str]] = []

    def walk(self, root: LexborNode) -> None:
        """Visit every node in document order; the stack holds what is still to be entered or left."""
        stack: list[tuple[LexborNode, bool, int, bool, bool, bool]] = [(root, True, 0, False, False, False)]
        while stack:
            node, entering, depth, emphasis, superscript, link = stack.pop()
            tag = node.tag or ""
            if not entering:
                self._leave(tag)
                continue
            if depth > _DEEPEST:
                raise InputError(
                    self.name, f"elements are nested more than {_DEEPEST} deep", hint="save the page as text"
                )
            if tag == "-text":
                self._text(node.text_content or "", emphasis, superscript, link)
                continue
            if tag in _SKIPPED or tag.startswith(("-", "!")):
                continue
            if depth and self._is_passed_over(node):
                continue
            if tag == "br":
                self._text(" ", emphasis, superscript, link)
                continue
            if tag in _BLOCKS or tag in _HEADINGS:
                self._enter(node)
                stack.append((node, False, depth, False, False, False))
            children = _by_columns(node) if tag == "table" else _children(node)
            style = (emphasis or tag in _EMPHASIS, superscript or tag == "sup", link or tag == "a")
            stack.extend((c, True, depth + 1, *style) for c in reversed(children))

    def _is_passed_over(self, node: LexborNode) -> bool:
        """Whether an element is set aside with all its text: navigation, what is struck out, what a browser does not show."""
        reason = "navigation" if node.tag in _FURNITURE else reason_not_shown(node)
        if not reason:
            return False
        text = node.text(deep=True, separator=" ")
        if node.tag in _FURNITURE or node.tag in _BLOCKS:
            self.flush()
            self.out.set_aside(text, reason)
        else:
            self.unshown.append((text, reason))
        return True

    def _enter(self, node: LexborNode) -> None:
        """Begin a block; a list begins to count, and an item has its next number."""
        tag = node.tag or ""
        self.flush()
        self.heading = tag in _HEADINGS
        if tag in _LISTS:
            self.lists.append(PageList.of(node))
        elif tag == "li" and self.lists:
            self.number = self.lists[-1].number(node)

    def _leave(self, tag: str) -> None:
        self.flush()
        if tag in _LISTS:
            self.lists.pop()
        elif tag == "li":
            self.number = ""

    def _text(self, text: str, emphasis: bool, superscript: bool, link: bool) -> None:
        if text:
            self.runs.append(StyledText(text, emphasis, superscript))
            self.linked += len(text.strip()) if link else 0

    def flush(self) -> None:
        """End the block at hand; one that is nothing but links is navigation."""
        size = sum(len(run.text.strip()) for run in self.runs)
        if size and self.linked > _LINKS * size:
            self.out.set_aside("".join(run.text for run in self.runs), "navigation")
        elif size:
            own = has_own_mark("".join(run.text for run in self.runs))
            self.out.block(self.runs, heading=self.heading, number=None if own else self.number or None)
            self.number = ""
        for text, reason in self.unshown:
            self.out.set_aside(text, reason)
        self.unshown = []
        self.runs = []
        self.linked = 0
        self.heading = False


def _children(node: LexborNode) -> list[LexborNode]:
    children = []
    child = node.first_child
    while child is not None:
        children.append(child)
        child = child.next
    return children


def _by_columns(table: LexborNode) -> list[LexborNode]:
    """What a table holds in reading order: a page of two columns, which OCR lays out as a table, goes down the left one first.

    A row of one cell goes over both columns. Tables of values are read row by row, as their own children are.
    """
    rows = [
        [c for c in _children(row) if c.tag in ("td", "th")]
        for part in _children(table)
        for row in (_children(part) if part.tag in ("tbody", "thead", "tfoot") else [part])
        if row.tag == "tr"
    ]
    pairs = [row for row in rows if len(row) == 2]
    cells = [len(cell.text(deep=True).strip()) for row in pairs for cell in row]
    if len(pairs) < 2 or any(len(row) > 2 for row in rows) or sorted(cells)[len(cells) // 2] < _RUNNING_TEXT:
        return _children(table)
    out: list[LexborNode] = [c for c in _children(table) if c.tag == "caption"]
    right: list[LexborNode] = []
    for row in rows:
        if len(row) == 2:
            out.append(row[0])
            right.append(row[1])
        else:
            out += [*right, *row]
            right = []
    return out + right
