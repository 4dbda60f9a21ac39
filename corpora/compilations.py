"""Several resolutions in one file: yearly volumes, reports of a council. Each is cut out whole, nothing of its neighbours in it.

A resolution begins at a heading that states a symbol and is followed by an enacting formula within a few blocks (an index
states symbols too, but no formula follows). It ends with its closing formula, or where a decision, a statement or the next
heading begins. Footnotes at the foot of its pages belong to it as far as its paragraphs carry their marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpora.formulas import LONGEST_FORMULA, enacting_organ
from corpora.languages import Language, language
from corpora.model import Kind, SetAside, Span
from corpora.numbering import starts_with_number
from corpora.readers.blocks import Block, Document
from corpora.repair import is_foot_note, leading_mark, mended, without_furniture
from corpora.symbols import is_symbol_line, symbol_of_heading
from corpora.text import fold_plain

_FORMULA_WITHIN = 7
_LONGEST_HEADING = 160
_PAIR_HEADING = re.compile(r"\d{1,4}/\d{1,3}[A-Z]?\s?\.")


@dataclass(frozen=True, slots=True)
class _Part:
    symbol: str
    start: int
    end: int


def split_compilation(document: Document, code: str) -> list[Document]:
    """The resolutions that a document holds, each as a document of its own; the document itself where it holds one.

    A part's source is the stretch of the text from its heading to its last footnote; what stands there of neighbours is set
    aside. Parts are named ``NAME#SYMBOL``, a symbol that stands twice ``NAME#SYMBOL-2``.
    """
    blocks, furniture = without_furniture(document.blocks)
    parts = list(_parts(blocks, language(code)))
    if len(parts) < 2:
        return [document]
    seen: dict[str, int] = {}
    out = []
    for part in parts:
        seen[part.symbol] = count = seen.get(part.symbol, 0) + 1
        name = f"{document.name}#{part.symbol}" + (f"-{count}" if count > 1 else "")
        out.append(_cut(document, name, part, blocks, furniture, code))
    return out


def _parts(blocks: Sequence[Block], data: Language) -> Iterator[_Part]:
    starts = [i for i in range(len(blocks)) if _begins(blocks, i, data)]
    for k, start in enumerate(starts):
        limit = starts[k + 1] if k + 1 < len(starts) else len(blocks)
        symbol = _symbol(blocks[start], data)
        assert symbol is not None
        yield _Part(symbol, start, _end(blocks, start, limit, data))


def _symbol(block: Block, data: Language) -> str | None:
    """The symbol that a heading states; None for a block that is no heading of a resolution."""
    text = block.text
    if len(text) > _LONGEST_HEADING:
        return None
    folded = fold_plain(text).strip()
    named = re.match(data.section("headings")["adoption"], folded) is not None and any(c.isdigit() for c in folded)
    if not (named or is_symbol_line(text) or _PAIR_HEADING.match(text)) or is_foot_note(block, data.code):
        return None
    symbol = symbol_of_heading(text)
    # Symbols of letters and reports stand on lines of their own in footnotes.
    return symbol if symbol and "/RES/" in symbol else None


def _begins(blocks: Sequence[Block], i: int, data: Language) -> bool:
    if _symbol(blocks[i], data) is None:
        return False
    for block in blocks[i + 1 : i + 1 + _FORMULA_WITHIN]:
        if len(block.text) < LONGEST_FORMULA and enacting_organ(block.text, data.code) is not None:
            return True
        if _symbol(block, data) is not None and not is_symbol_line(block.text):
            return False
    return False


def _end(blocks: Sequence[Block], start: int, limit: int, data: Language) -> int:
    """The index after the last block of the resolution that begins at ``start``."""
    headings = data.section("headings")
    closing, between = re.compile(headings["closing"]), re.compile(headings["between"])
    formula = False
    for i in range(start + 1, limit):
        folded = fold_plain(blocks[i].text).strip()
        if not formula:
            formula = len(folded) < LONGEST_FORMULA and enacting_organ(blocks[i].text, data.code) is not None
            continue
        if between.match(folded) and not starts_with_number(folded):
            return i
        if closing.match(folded):
            i += 1
            # The notes of the page stand below the closing formula.
            while i < limit and is_foot_note(blocks[i], data.code):
                i += 1
            return i
    return limit


def _cut(
    document: Document, name: str, part: _Part, blocks: Sequence[Block], furniture: Sequence[SetAside], code: str
) -> Document:
    own = mended(blocks[part.start : part.end], code)
    used = {b.text[s.start : s.end].strip() for b in own if b.role is not Kind.FOOTNOTE for s in b.superscripts}
    # Notes of the page that follow at once may be this resolution's; those whose mark it carries are.
    start = min(b.span.start for b in own)
    end = max(b.span.end for b in own)
    kept: list[Block] = []
    aside: list[SetAside] = []
    for block in own:
        if block.role is Kind.FOOTNOTE and used and _mark_of(block) not in used and _mark_of(block).isdigit():
            aside.append(SetAside(_shift(block.span, start), "footnote of a neighbour"))
        else:
            kept.append(_moved(block, start))
    inside = [a for a in (*document.set_aside, *furniture) if start <= a.span.start and a.span.end <= end]
    aside += [SetAside(_shift(a.span, start), a.reason) for a in inside]
    return Document(name, document.source[start:end], tuple(kept), tuple(aside), document.language, part.symbol)


def _mark_of(block: Block) -> str:
    mark = leading_mark(block)
    return block.text[mark.start : mark.end].strip() if mark else block.number or ""


def _shift(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)


def _moved(block: Block, start: int) -> Block:
    return replace(block, span=_shift(block.span, start), offsets=tuple(o - start for o in block.offsets))
