"""Several resolutions in one file: yearly volumes, reports of a council. Each is cut out whole, nothing of its neighbours in it.

A resolution begins at a heading that states a symbol and is followed by an enacting formula within a few blocks (an index
states symbols too, but no formula follows). Where the scan lost the formula or set it before the heading, paragraphs that open
as those of a resolution do stand for it; where it damaged the year, the year of the other headings does. It ends with its closing formula, or where a decision, a statement or the next
heading begins. Footnotes at the foot of its pages belong to it as far as its paragraphs carry their marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpora.model import Kind, SetAside, Span
from corpora.readers.base import Block, Document
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.enacting_formula import FORMULA_ENDS
from corpora.structure.footnotes import glued_marks, split_footnotes
from corpora.structure.one_sentence import opens_sentence
from corpora.structure.page_repair import repair_pages, without_page_furniture
from corpora.structure.reported_acts import reports_decision
from corpora.structure.symbol_headings import (
    heading_symbol,
    masthead_symbol,
    opens_old_heading,
    opens_pair_heading,
    same_resolution,
)
from corpora.text.numbering import starts_with_number
from corpora.text.symbols import canonical_council, is_act, is_decision, is_symbol_line, symbol_of_heading

_COUNCIL_SYMBOL = re.compile(r"S/RES/\d+\((\d{4})\)")

_FORMULA_WITHIN = 7
"""Blocks below a resolution's number within which its enacting formula stands: title, date, subject, a note."""
_OPENINGS = 2
"""Paragraphs with a known opening verb, among as many blocks below a heading, that stand for a formula lost."""
_DAMAGED = re.compile(r"\W*\w+\s+(\d{1,4})\s?\(?\s?(?:19|20|1[9g]|[il]9)[\dil| ]")
_NUMBER = re.compile(r"\d{1,3}\.\s+")
_ONE_YEAR = 0.8
"""Share of the headings of a volume that state one year, from which it is taken for a yearly volume."""
_LONGEST_HEADING = 160
"""Characters of a heading that names a resolution; longer ones are sentences that cite it."""


@dataclass(frozen=True, slots=True)
class _Part:
    symbol: str
    start: int
    end: int


def split_compilation(document: Document, facts: DocumentFacts) -> list[Document]:
    """The resolutions that a document holds, each as a document of its own; the document itself where it holds one.

    A part's source is the stretch of the text from its heading to its last footnote; what stands there of neighbours is set
    aside. Parts are named ``NAME#SYMBOL``, a symbol that stands twice ``NAME#SYMBOL-2``.
    """
    blocks, furniture = without_page_furniture(document.blocks)
    blocks = split_footnotes(blocks, facts)
    parts = list(_parts(blocks, facts))
    if len(parts) < 2:
        return [document]
    seen: dict[str, int] = {}
    out = []
    for part in parts:
        seen[part.symbol] = count = seen.get(part.symbol, 0) + 1
        name = f"{document.name}#{part.symbol}" + (f"-{count}" if count > 1 else "")
        out.append(_cut(document, name, part, blocks, furniture, facts))
    return out


def _parts(blocks: Sequence[Block], facts: DocumentFacts) -> Iterator[_Part]:
    symbols = _symbols(blocks, facts)
    starts: list[int] = []
    for i in sorted(symbols):
        if not _begins(blocks, symbols, i, facts) or _is_annexed(blocks, i, facts):
            continue
        if starts and same_resolution(symbols[starts[-1]], symbols[i]) and _one_head(blocks, starts[-1], i, facts):
            # A masthead and the heading below it are one start; one of the two may leave out a letter or the organ.
            symbols[starts[-1]] = max(symbols[starts[-1]], symbols[i], key=len)
            continue
        starts.append(i)
    for k, start in enumerate(starts):
        limit = starts[k + 1] if k + 1 < len(starts) else len(blocks)
        yield _Part(symbols[start], start, _end(blocks, start, limit, facts))


def _is_annexed(blocks: Sequence[Block], i: int, facts: DocumentFacts) -> bool:
    """Whether a heading stands right below that of an annex: the resolution is annexed to the one before."""
    above = blocks[max(0, i - 1) : i]
    return any(b.role is Kind.ANNEX or facts.language.headings.annex.match(facts.of(b).folded.strip()) for b in above)


def _one_head(blocks: Sequence[Block], start: int, end: int, facts: DocumentFacts) -> bool:
    """Whether no resolution begins between two headings: no enacting formula, which ends with a comma, stands there."""
    between = blocks[start + 1 : end]
    return not any(facts.of(b).organ is not None and b.text.rstrip()[-1:] in FORMULA_ENDS for b in between)


def _symbols(blocks: Sequence[Block], facts: DocumentFacts) -> dict[int, str]:
    """The symbols that headings state, by the index of their block."""
    found = {i: symbol for i, block in enumerate(blocks) if (symbol := _symbol(block, facts))}
    years = Counter(m.group(1) for s in found.values() if (m := _COUNCIL_SYMBOL.fullmatch(s)))
    if years and years.most_common(1)[0][1] >= _ONE_YEAR * len(found):
        year = years.most_common(1)[0][0]
        for i, block in enumerate(blocks):
            if i not in found and _is_named(block, facts) and (number := _DAMAGED.match(facts.of(block).folded)):
                found[i] = canonical_council(number.group(1), year)
    return found


def _is_named(block: Block, facts: DocumentFacts) -> bool:
    """Whether a block is a heading that names a resolution ("Résolution 690 (1991)")."""
    folded = facts.of(block).folded.strip()
    adoption = facts.language.headings.adoption.match(folded) is not None
    named = (adoption and any(c.isdigit() for c in folded)) or opens_old_heading(block.text)
    return len(block.text) <= _LONGEST_HEADING and named


def _symbol(block: Block, facts: DocumentFacts) -> str | None:
    """The symbol that a heading states; None for a block that is no heading of a resolution."""
    text, language = block.text, facts.language
    if facts.of(block).is_foot_note or block.level or block.number is not None:
        return None  # What the format states to be a point of a list begins no resolution, whatever it cites.
    if opens_pair_heading(text, language) or opens_old_heading(text):
        symbol = heading_symbol(text, language)
    elif len(text) <= _LONGEST_HEADING and (_is_named(block, facts) or is_symbol_line(text)):
        symbol = heading_symbol(text, language) or symbol_of_heading(text)
    else:
        symbol = masthead_symbol(text, language) if len(text) <= _LONGEST_HEADING else None
    # Symbols of letters and reports stand on lines of their own in footnotes.
    return symbol if symbol and is_act(symbol) else None


def _begins(blocks: Sequence[Block], symbols: Mapping[int, str], i: int, facts: DocumentFacts) -> bool:
    openings = 0
    for k in range(i + 1, min(len(blocks), i + 1 + _FORMULA_WITHIN)):
        if facts.of(blocks[k]).organ is not None:
            return True
        if k in symbols and not is_symbol_line(blocks[k].text):
            break
        if is_decision(symbols[i]) and (
            reports_decision(blocks[k], facts.language) or opens_sentence(blocks[k], facts)
        ):
            return True
        openings += _opens(blocks[k], facts)
    before = i > 0 and facts.of(blocks[i - 1]).organ is not None
    return openings >= (1 if before else _OPENINGS) and _is_named(blocks[i], facts)


def _opens(block: Block, facts: DocumentFacts) -> bool:
    """Whether a block opens as a recital or an operative paragraph does."""
    return facts.of_text(_NUMBER.sub("", block.text)).opens_with_verb


def _end(blocks: Sequence[Block], start: int, limit: int, facts: DocumentFacts) -> int:
    """The index after the last block of the resolution that begins at ``start``."""
    headings = facts.language.headings
    closing, between = headings.closing, headings.between
    formula = False
    for i in range(start + 1, limit):
        folded = facts.of(blocks[i]).folded.strip()
        if not formula:
            formula = facts.of(blocks[i]).organ is not None or _opens(blocks[i], facts)
            continue
        if between.match(folded) and not starts_with_number(folded):
            return i
        if closing.match(folded):
            i += 1
            # The notes of the page stand below the closing formula.
            while i < limit and facts.of(blocks[i]).is_foot_note:
                i += 1
            return i
    return limit


def _cut(
    document: Document,
    name: str,
    part: _Part,
    blocks: Sequence[Block],
    furniture: Sequence[SetAside],
    facts: DocumentFacts,
) -> Document:
    own = repair_pages(blocks[part.start : part.end], facts)
    texts = [b for b in own if b.role is not Kind.FOOTNOTE]
    used = {
        b.text[s.start : s.end].strip() for b in texts for s in (*b.superscripts, *glued_marks(b.text, facts.language))
    }
    # Notes of the page that follow at once may be this resolution's; those whose mark it carries are.
    start = min(b.span.start for b in own)
    end = max(b.span.end for b in own)
    kept: list[Block] = []
    aside: list[SetAside] = []
    for block in own:
        if block.role is Kind.FOOTNOTE and used and (mark := _mark_of(block, facts)) not in used and mark.isdigit():
            aside.append(SetAside(_shift(block.span, start), "footnote of a neighbour"))
        else:
            kept.append(_moved(block, start))
    inside = [a for a in (*document.set_aside, *furniture) if start <= a.span.start and a.span.end <= end]
    aside += [SetAside(_shift(a.span, start), a.reason) for a in inside]
    return Document(name, document.source[start:end], tuple(kept), tuple(aside), document.language, part.symbol)


def _mark_of(block: Block, facts: DocumentFacts) -> str:
    mark = facts.of(block).mark
    return block.text[mark.start : mark.end].strip() if mark else block.number or ""


def _shift(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)


def _moved(block: Block, start: int) -> Block:
    return replace(block, span=_shift(block.span, start), offsets=tuple(o - start for o in block.offsets))
