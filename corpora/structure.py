"""Blocks to a resolution: preamble, operative part, sub-paragraphs, footnotes, annexes; and what was set aside."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from corpora.adoption import is_roll_call, names_sponsors
from corpora.damaged_numbers import with_numbers
from corpora.errors import UnusableInputError
from corpora.foot_notes import glued_marks
from corpora.formulas import LONGEST_FORMULA, enacting_organ
from corpora.languages import Language, language
from corpora.mastheads import is_date_line, is_job_number, is_masthead
from corpora.model import Footnote, FootnoteMark, Kind, Paragraph, Resolution, SetAside, Span
from corpora.numbering import Number, letter, parse_number, roman
from corpora.readers.blocks import Block, Document, part_of
from corpora.repair import leading_mark
from corpora.symbols import canonical_symbol, is_symbol_line, symbol_of_heading
from corpora.text import fold_plain
from corpora.verbs import find_verbs, opening_verb, opens_as_recital

_ORDINAL_SUFFIX = re.compile(r"(?:e|er|re|ère|ème|o|a|st|nd|rd|th|º|ª|-я|-й|-е|bis|ter)", re.IGNORECASE)
_BEFORE_SUFFIX = "IVXLCnN"
"""Roman numerals, and the n of "n°"."""
_NOTE_MARK = re.compile(r"[0-9]{1,3}|[*†‡§]{1,3}|[a-z]|[0-9]{1,3}\s?[a-z]")
_MASTHEAD = 15
"""Lines of a masthead and a title at most."""
_FORMULA_ENDS = ",،，"


@dataclass(slots=True)
class _State:
    """Where the walk through the blocks stands."""

    part: str = "head"
    prefix: str = ""
    preambular: int = 0
    operative: int = 0
    annexes: int = 0
    headings: int = 0
    other: int = 0
    parent: str = ""
    open_items: list[tuple[str, int]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


def build_resolution(document: Document, code: str) -> Resolution:
    """The resolution that a document holds, in language ``code``.

    Raises UnusableInputError where no enacting formula, recital or operative paragraph can be found.
    """
    mended = replace(document, blocks=tuple(with_numbers(document.blocks, code)))
    return _Builder(mended, language(code)).resolution()


class _Builder:
    def __init__(self, document: Document, data: Language) -> None:
        self.document = document
        self.data = data
        self.state = _State()
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Paragraph] = []
        self.aside: list[SetAside] = []
        self.organ: str | None = None
        headings = data.section("headings")
        self.annex = re.compile(headings["annex"], re.IGNORECASE)
        self.adoption = re.compile(headings["adoption"], re.IGNORECASE)
        self.closing = re.compile(headings["closing"], re.IGNORECASE)
        self.formula = re.compile(data.section("formula")["pattern"], re.IGNORECASE)

    def resolution(self) -> Resolution:
        blocks = self._part_formula(self.document.blocks)
        formula_at = self._formula_index(blocks)
        if formula_at is None:
            self.state.part = "preamble" if self._speaks_as_resolution(blocks) else "head"
        numbered = any(self._decimal(block) for block in blocks)
        for i, block in enumerate(blocks):
            self._place(
                block,
                is_formula=i == formula_at,
                before_formula=formula_at is not None and i < formula_at,
                numbered=numbered,
            )
        if not any(p.kind in (Kind.OPERATIVE, Kind.PREAMBULAR) for p in self.paragraphs):
            raise UnusableInputError(
                self.document.name,
                "no resolution found: neither recitals nor operative paragraphs",
                mend=f"check that the text is a resolution in {self.data.code}, or give its language with --language",
            )
        self._check_numbering()
        return Resolution(
            self.document.name,
            self.document.source,
            self.data.code,
            self._symbol(),
            self.organ,
            self._title(),
            tuple(self.paragraphs),
            self._footnotes(),
            self._set_aside(),
            tuple(self.state.faults),
        )

    # -- what a block is -------------------------------------------------------------------------------------------

    def _formula_index(self, blocks: Sequence[Block]) -> int | None:
        for i, block in enumerate(blocks[:60]):
            if block.role is Kind.ORGAN:
                self.organ = enacting_organ(block.text, self.data.code)
                return i
            if self._enacts(block):
                # A masthead names the organ too, without the comma.
                at = i if block.text.rstrip()[-1:] in _FORMULA_ENDS else self._formula_below(blocks, i)
                self.organ = enacting_organ(blocks[at].text, self.data.code)
                return at
        for i, block in enumerate(blocks[:60]):
            if block.role is None and not block.heading and self.formula.match(fold_plain(block.text).strip()):
                return i
        return None

    def _enacts(self, block: Block) -> bool:
        return len(block.text) < LONGEST_FORMULA and enacting_organ(block.text, self.data.code) is not None

    def _formula_below(self, blocks: Sequence[Block], i: int) -> int:
        """The block below ``i`` that names an organ with a comma, before the first paragraph; else ``i``."""
        for k in range(i + 1, min(len(blocks), i + _MASTHEAD)):
            text = blocks[k].text
            if self._enacts(blocks[k]) and text.rstrip()[-1:] in _FORMULA_ENDS:
                return k
            opens = any(opening_verb(text, self.data.code, preambular=p) for p in (True, False))
            if opens and not is_masthead(blocks[k].text, self.data.code):
                break
        return i

    def _part_formula(self, blocks: Sequence[Block]) -> list[Block]:
        """Blocks in which the enacting formula and what follows it stand on one line, parted after the formula."""
        forms = [fold_plain(o) for organ in self.data.section("organs").values() for o in organ]
        out: list[Block] = []
        for i, block in enumerate(blocks):
            opening = next((f for f in forms if i < 20 and fold_plain(block.text).startswith(f + " ")), None)
            rest = block.text[len(opening) :].lstrip(" ,") if opening else ""
            verb = any(opening_verb(rest, self.data.code, preambular=p) for p in (True, False)) if rest else False
            if opening and verb and len(fold_plain(block.text)) == len(block.text):
                cut = len(block.text) - len(rest)
                out += [part_of(block, 0, cut), part_of(block, cut, len(block.text))]
            else:
                out.append(block)
        return out

    def _speaks_as_resolution(self, blocks: Sequence[Block]) -> bool:
        """Whether a text without an enacting formula opens like one all the same.

        Three blocks that open with a verb, or a recital first and an operative verb after it.
        """
        verbs = 0
        recital_first = False
        for i, block in enumerate(blocks[:80]):
            number = parse_number(block.text)
            body = block.text[number.end :] if number else block.text
            recital = bool(opening_verb(body, self.data.code, preambular=True))
            operative = bool(opening_verb(body, self.data.code, preambular=False))
            recital_first = recital_first or (i == 0 and recital)
            if i and recital_first and operative:
                return True
            verbs += operative if number else recital
        return verbs >= 3

    def _decimal(self, block: Block) -> int | None:
        number = self._number(block)
        return number.decimal if number else None

    def _number(self, block: Block) -> Number | None:
        if block.number is not None and block.role is not Kind.FOOTNOTE:
            return parse_number(block.number + " x")
        return parse_number(block.text, first_expected=self.state.part == "preamble")

    def _place(self, block: Block, *, is_formula: bool, before_formula: bool, numbered: bool) -> None:
        state = self.state
        if block.role is Kind.FOOTNOTE or self._is_note(block):
            self._add_note(block)
        elif block.role is None and is_job_number(block.text):
            self.aside.append(SetAside(block.span, "job number"))
        elif is_formula:
            state.part = "preamble"
            self._add(block, Kind.ORGAN, "organ")
        elif before_formula or state.part == "head" or self._is_adoption(block):
            self._head(block)
        elif block.number is None and not any(c.isalnum() for c in block.text):
            return  # An asterisk or a rule is set aside with the rest of the markup.
        elif block.role is Kind.ANNEX or self.annex.match(fold_plain(block.text).strip()):
            state.annexes += 1
            state.part, state.prefix = "annex", f"annex.{state.annexes}."
            state.preambular = state.operative = state.headings = 0
            state.parent, state.open_items = "", []
            self._add(block, Kind.ANNEX, f"annex.{state.annexes}")
        elif block.role is Kind.CLOSING or self._is_closing(block):
            state.other += 1
            self._add(block, Kind.CLOSING, f"closing{state.other}")
        else:
            self._body(block, numbered=numbered)

    def _is_closing(self, block: Block) -> bool:
        """A closing formula; below one, its date, or a list of a recorded vote."""
        if self.state.operative and self.closing.match(fold_plain(block.text).strip()):
            return True
        if not self.paragraphs or self.paragraphs[-1].kind is not Kind.CLOSING:
            return False
        return is_roll_call(block.text, self.data.code) or is_date_line(block.text)

    def _is_adoption(self, block: Block) -> bool:
        """ "Adopted by the Security Council at its …" that stands below the title, or below the organ."""
        early = self.state.part == "preamble" and not self.state.preambular
        return early and self.adoption.match(fold_plain(block.text).strip()) is not None

    def _head(self, block: Block) -> None:
        text = fold_plain(block.text).strip()
        if block.role is Kind.TITLE:
            self._add(block, Kind.TITLE, "title")
        elif block.role is Kind.ADOPTION or self.adoption.match(text):
            self._add(block, Kind.ADOPTION, "adoption")
        elif names_sponsors(block.text, self.data.code):
            self._add(block, Kind.SPONSORS, "sponsors")
        elif is_symbol_line(block.text):
            self._add(block, Kind.SYMBOL, "symbol")
        elif block.role is None and is_masthead(block.text, self.data.code):
            self.aside.append(SetAside(block.span, "masthead"))
        else:
            self._add(block, Kind.TITLE, "title")

    def _is_note(self, block: Block) -> bool:
        first = leading_mark(block)
        return first is not None and len(block.text) > first.end and self._is_mark(block, first)

    def _body(self, block: Block, *, numbered: bool) -> None:
        state = self.state
        number = self._number(block)
        value = number.decimal if number else None
        if number is not None and value is None:
            chinese = next((v for style, v in number.readings if style == "chinese"), None)
            if chinese is not None and not numbered:
                value = chinese
        if value is not None and number is not None:
            self._operative(block, number, value)
        elif number is not None and state.parent:
            self._item(block, number)
        elif self._is_heading(block):
            state.headings += 1
            state.parent, state.open_items = ("", []) if state.part != "preamble" else (state.parent, state.open_items)
            self._add(block, Kind.HEADING, f"{state.prefix}h{state.headings}")
        elif state.part == "preamble" and self._is_recital(block, numbered):
            state.preambular += 1
            state.parent, state.open_items = f"{state.prefix}pp{state.preambular}", []
            self._add(block, Kind.PREAMBULAR, state.parent)
        elif state.part == "preamble" or self._opens_operative(block):
            self._unnumbered_operative(block)
        else:
            state.other += 1
            base = state.parent or state.prefix.rstrip(".") or "text"
            self._add(block, Kind.CONTINUATION, f"{base}.+{state.other}")

    def _is_heading(self, block: Block) -> bool:
        text = block.text.strip()
        if block.heading:
            return True
        if len(text) > 90 or not text or text[-1] in ",;.:،؛。，；：":
            return False
        if opening_verb(text, self.data.code, preambular=self.state.part == "preamble"):
            return False
        return re.match(r"^[IVX]{1,5}\b", text) is not None or any(len(s) > 0.9 * len(text) for s in block.emphasis)

    def _is_recital(self, block: Block, numbered: bool) -> bool:
        if block.role is Kind.PREAMBULAR or opens_as_recital(block.text, self.data.code):
            return True
        if numbered:
            return True
        if opening_verb(block.text, self.data.code, preambular=True) and self.data.spaced and self.data.code != "ar":
            return True
        if opening_verb(block.text, self.data.code, preambular=False):
            # Chinese has one form for both, and then the mark at the end tells: a recital ends with a comma.
            return not self.data.spaced and block.text.rstrip()[-1:] in _FORMULA_ENDS
        return block.text.rstrip()[-1:] in _FORMULA_ENDS

    def _opens_operative(self, block: Block) -> bool:
        return opening_verb(block.text, self.data.code, preambular=False) is not None

    # -- adding ----------------------------------------------------------------------------------------------------

    def _operative(self, block: Block, number: Number, value: int) -> None:
        state = self.state
        if state.part == "preamble":
            state.part = "operative"
        state.operative = value
        state.parent, state.open_items = f"{state.prefix}op{value}", []
        self._add(block, Kind.OPERATIVE, state.parent, number)

    def _unnumbered_operative(self, block: Block) -> None:
        state = self.state
        if state.part == "preamble":
            state.part = "operative"
        state.operative += 1
        state.parent, state.open_items = f"{state.prefix}op{state.operative}", []
        self._add(block, Kind.OPERATIVE, state.parent)

    def _item(self, block: Block, number: Number) -> None:
        """A sub-paragraph: the reading that goes on with an open list wins, the deepest list first."""
        items = self.state.open_items
        for depth in range(len(items), 0, -1):
            style, last = items[depth - 1]
            value = next((v for s, v in number.readings if s == style and v == last + 1), None)
            if value is not None:
                del items[depth:]
                items[depth - 1] = (style, value)
                break
        else:
            style, value = next(
                ((s, v) for s, v in reversed(number.readings) if v == 1 and s not in {style for style, _ in items}),
                number.readings[0],
            )
            if value != 1 and any(s == style for s, _ in items):
                depth = next(i for i, (s, _) in enumerate(items) if s == style)
                del items[depth + 1 :]
                items[depth] = (style, value)
            else:
                items.append((style, value))
        labels = [roman(v) if s == "roman" else letter(v) for s, v in items]
        self._add(block, Kind.ITEM, ".".join([self.state.parent, *labels]), number)

    def _unique(self, wanted: str) -> str:
        name, n = wanted, 2
        while name in self.state.ids:
            name, n = f"{wanted}-{n}", n + 1
        self.state.ids.add(name)
        return name

    def _is_mark(self, block: Block, span: Span) -> bool:
        content = block.text[span.start : span.end].strip()
        if not _NOTE_MARK.fullmatch(content):
            return False
        before = block.text[span.start - 1 : span.start]
        return not (_ORDINAL_SUFFIX.fullmatch(content) and (before.isdigit() or (before in _BEFORE_SUFFIX and before)))

    def _add_note(self, block: Block) -> None:
        # A superscript further on is no mark but "n°": nothing before it may be lost.
        first = leading_mark(block) or Span(0, 0)
        mark = block.number or block.text[first.start : first.end].strip()
        paragraph = self._paragraph(block, Kind.FOOTNOTE, self._unique(f"fn{mark}"), mark, skip=first.end)
        self.notes.append(paragraph)

    def _add(self, block: Block, kind: Kind, wanted: str, number: Number | None = None) -> None:
        skip = number.end if number is not None and block.number is None else 0
        label = number.label if number else None
        self.paragraphs.append(self._paragraph(block, kind, self._unique(wanted), label, skip=skip))

    def _paragraph(self, block: Block, kind: Kind, name: str, number: str | None, *, skip: int) -> Paragraph:
        """The block without its number and its footnote marks; marks are kept beside the text."""
        marks: list[FootnoteMark] = []
        dropped: list[Span] = [Span(0, skip)] if skip else []
        glued = glued_marks(block.text, self.data)
        for span in sorted([*block.superscripts, *(g for g in glued if not _inside(g, block.superscripts))]):
            if span.start >= skip and (span in glued or self._is_mark(block, span)):
                dropped.append(span)
        kept = [i for i in range(len(block.text)) if not any(s.start <= i < s.end for s in dropped)]
        while kept and block.text[kept[0]] == " ":
            kept.pop(0)
        new_place = {old: new for new, old in enumerate(kept)}

        def moved(position: int) -> int:
            return next((new_place[i] for i in range(position, len(block.text)) if i in new_place), len(kept))

        for span in dropped[1 if skip else 0 :]:
            source = Span(block.offsets[span.start], block.offsets[span.end - 1] + 1)
            marks.append(FootnoteMark(block.text[span.start : span.end].strip(), moved(span.start), source))
        text = "".join(block.text[i] for i in kept)
        emphasis = tuple(Span(moved(s.start), moved(s.end)) for s in block.emphasis if s.end > skip)
        emphasis = tuple(s for s in emphasis if len(s))
        verbs = find_verbs(text, self.data.code, kind, emphasis)
        return Paragraph(
            name,
            kind,
            number,
            text,
            block.span,
            tuple(block.offsets[i] for i in kept),
            tuple(marks),
            emphasis,
            verbs,
        )

    # -- the whole -------------------------------------------------------------------------------------------------

    def _check_numbering(self) -> None:
        numbers = [
            int(p.id.partition("op")[2].partition("-")[0])
            for p in self.paragraphs
            if p.kind is Kind.OPERATIVE and p.number and p.id.startswith("op")
        ]
        for before, after in itertools.pairwise(numbers):
            if after == before:
                self.state.faults.append(f"repeat:{after}")
            elif after != before + 1:
                self.state.faults.append(f"gap:{before}:{after}")

    def _symbol(self) -> str | None:
        if self.document.symbol:
            return canonical_symbol(self.document.symbol)
        for kind in (Kind.SYMBOL, Kind.ADOPTION, Kind.TITLE):
            for paragraph in self.paragraphs:
                if paragraph.kind is kind and (symbol := symbol_of_heading(paragraph.text, self.organ)):
                    return symbol
        return None

    def _title(self) -> str:
        return " ".join(p.text for p in self.paragraphs if p.kind is Kind.TITLE)

    def _footnotes(self) -> tuple[Footnote, ...]:
        everything = [*self.paragraphs, *self.notes]
        return tuple(
            Footnote(
                note,
                note.number or "",
                tuple(p.id for p in everything if any(m.mark == note.number for m in p.marks)),
            )
            for note in self.notes
        )

    def _set_aside(self) -> tuple[SetAside, ...]:
        taken = [
            *(p.span for p in self.paragraphs),
            *(n.span for n in self.notes),
            *(a.span for a in self.document.set_aside),
            *(a.span for a in self.aside),
        ]
        rest = _gaps(taken, len(self.document.source))
        source = self.document.source
        others = [SetAside(s, "blank" if not source[s.start : s.end].strip() else "markup") for s in rest]
        return tuple(sorted([*self.document.set_aside, *self.aside, *others], key=lambda a: (a.span.start, a.span.end)))


def _inside(span: Span, others: Sequence[Span]) -> bool:
    return any(o.start < span.end and span.start < o.end for o in others)


def _gaps(spans: Iterable[Span], length: int) -> list[Span]:
    gaps, position = [], 0
    for span in sorted(spans):
        if span.start > position:
            gaps.append(Span(position, span.start))
        position = max(position, span.end)
    if position < length:
        gaps.append(Span(position, length))
    return gaps
