"""Blocks to a resolution: preamble, operative part, sub-paragraphs, footnotes, annexes; and what was set aside."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from corpora.annotation.verbs import opens_as_recital
from corpora.errors import NoResolutionError
from corpora.model import Footnote, Kind, NumberingFault, Paragraph, Part, Resolution, SetAside, Span
from corpora.readers.base import Block, Document
from corpora.structure.adoption import is_roll_call, names_sponsors
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.enacting_formula import FORMULA_ENDS, formula_place, speaks_as_resolution, with_formula_apart
from corpora.structure.marked_up_numbers import next_numbers
from corpora.structure.mastheads import is_date_line, is_job_number, is_masthead
from corpora.structure.organs import enacting_organ
from corpora.structure.paragraphs import Standing, opens_as_note, paragraph_of
from corpora.structure.scanned_numbers import with_numbers
from corpora.text.list_levels import OpenLists
from corpora.text.numbering import Number
from corpora.text.symbols import canonical_symbol, is_symbol_line, symbol_of_heading

_ROMAN_HEADING = re.compile(r"^[IVX]{1,5}\b")

_LABEL = re.compile(r"\s?[:：]\s(?!\(?[a-z0-9]{1,4}\s?[).])")


@dataclass(slots=True)
class _State:
    """Where the walk through the blocks stands."""

    part: Part = Part.HEAD
    prefix: str = ""
    preambular: int = 0
    operative: int = 0
    annexes: int = 0
    headings: int = 0
    other: int = 0
    parent: str = ""
    lists: OpenLists = field(default_factory=OpenLists)
    ids: set[str] = field(default_factory=set)
    placed: dict[str, str] = field(default_factory=dict)
    """For each place in the numbering ("op3.b") the id of the paragraph that took it last: a number may stand twice."""
    values: list[int] = field(default_factory=list)
    """The printed numbers of the operative paragraphs, annexes left out."""
    suffixes: dict[str, int] = field(default_factory=dict)


def build_resolution(document: Document, facts: DocumentFacts) -> Resolution:
    """The resolution that a document holds, in the language of ``facts``.

    Raises InputError where no enacting formula, recital or operative paragraph can be found.
    """
    mended = replace(document, blocks=tuple(with_numbers(document.blocks, facts)))
    return _Builder(mended, facts).resolution()


class _Builder:
    def __init__(self, document: Document, facts: DocumentFacts) -> None:
        self.document = document
        self.facts = facts
        self.language = facts.language
        self.state = _State()
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Paragraph] = []
        self.aside: list[SetAside] = []
        self.organ: str | None = None
        self.numbers: list[int | None] = []
        self.ahead: list[int | None] = []
        self.roles_stated = False
        self.at = 0
        self.annex = facts.language.headings.annex
        self.adoption = facts.language.headings.adoption
        self.closing = facts.language.headings.closing

    def resolution(self) -> Resolution:
        blocks = with_formula_apart(self.document.blocks, self.facts)
        formula_at = formula_place(blocks, self.facts)
        if formula_at is None:
            self.state.part = Part.PREAMBLE if speaks_as_resolution(blocks, self.facts) else Part.HEAD
        else:
            self.organ = enacting_organ(blocks[formula_at].text, self.language)
        self.numbers = [self._decimal(block) for block in blocks]
        self.ahead = next_numbers(self.numbers)
        self.roles_stated = any(block.role is Kind.PREAMBULAR for block in blocks)
        numbered = any(self.numbers)
        for self.at, block in enumerate(blocks):
            self._place(
                block,
                is_formula=self.at == formula_at,
                before_formula=formula_at is not None and self.at < formula_at,
                numbered=numbered,
            )
        if not any(p.kind.is_main for p in self.paragraphs):
            raise NoResolutionError(
                self.document.name,
                "no resolution found: neither recitals nor operative paragraphs",
                hint=f"check that the text is a resolution in {self.language.code}, or give its language with --language; "
                "any two texts can be set side by side with hexapla align, check, export",
            )
        return Resolution(
            name=self.document.name,
            source=self.document.source,
            language=self.language.code,
            symbol=self._symbol(),
            organ=self.organ,
            title=self._title(),
            paragraphs=tuple(self.paragraphs),
            footnotes=self._footnotes(),
            set_aside=self._set_aside(),
            faults=tuple(self._numbering_faults()),
        )

    # -- what a block is -------------------------------------------------------------------------------------------

    def _decimal(self, block: Block) -> int | None:
        number = self._number(block)
        return number.decimal if number else None

    def _number(self, block: Block) -> Number | None:
        if block.number is not None and block.role is not Kind.FOOTNOTE:
            return self.facts.stated_number(block.number)
        own = self.facts.of(block)
        return own.number_or_misread_one if self.state.part is Part.PREAMBLE else own.number

    def _place(self, block: Block, *, is_formula: bool, before_formula: bool, numbered: bool) -> None:
        state = self.state
        if block.role is Kind.FOOTNOTE or opens_as_note(block, self.facts):
            self._add_note(block)
        elif block.role is None and is_job_number(block.text):
            self.aside.append(SetAside(block.span, "job number"))
        elif is_formula:
            state.part = Part.PREAMBLE
            self._add(block, Kind.ORGAN, "organ")
        elif before_formula or state.part is Part.HEAD or self._is_adoption(block):
            self._head(block)
        elif block.number is None and not any(c.isalnum() for c in block.text):
            return  # An asterisk or a rule is set aside with the rest of the markup.
        elif self._is_annex(block):
            state.annexes += 1
            state.part, state.prefix = Part.ANNEX, f"annex.{state.annexes}."
            state.preambular = state.operative = state.headings = 0
            state.parent, state.lists = "", OpenLists()
            self._add(block, Kind.ANNEX, f"annex.{state.annexes}")
        elif block.role is Kind.CLOSING or self._is_closing(block):
            state.other += 1
            self._add(block, Kind.CLOSING, f"closing{state.other}")
        else:
            self._body(block, numbered=numbered)

    def _is_annex(self, block: Block) -> bool:
        """The heading of an annex; what the format says begins an annex may come below a heading that began it."""
        headed = self.state.part is Part.ANNEX and self.paragraphs[-1].kind.is_division
        begins = block.role is Kind.ANNEX and not headed
        return begins or self.annex.match(self.facts.of(block).folded.strip()) is not None

    def _is_closing(self, block: Block) -> bool:
        """A closing formula; below one, its date, or a list of a recorded vote."""
        if self.state.operative and self.closing.match(self.facts.of(block).folded.strip()):
            return True
        if not self.paragraphs or self.paragraphs[-1].kind is not Kind.CLOSING:
            return False
        return is_roll_call(block.text, self.language) or is_date_line(block.text, self.language)

    def _is_adoption(self, block: Block) -> bool:
        """ "Adopted by the Security Council at its …" that stands below the title, or below the organ."""
        early = self.state.part is Part.PREAMBLE and not self.state.preambular
        return early and self.adoption.match(self.facts.of(block).folded.strip()) is not None

    def _head(self, block: Block) -> None:
        text = self.facts.of(block).folded.strip()
        if block.role is Kind.TITLE:
            self._add(block, Kind.TITLE, "title")
        elif block.role is Kind.ADOPTION or self.adoption.match(text):
            self._add(block, Kind.ADOPTION, "adoption")
        elif names_sponsors(block.text, self.language):
            self._add(block, Kind.SPONSORS, "sponsors")
        elif is_symbol_line(block.text):
            self._add(block, Kind.SYMBOL, "symbol")
        elif block.role is None and is_masthead(block.text, self.language):
            self.aside.append(SetAside(block.span, "masthead"))
        else:
            self._add(block, Kind.TITLE, "title")

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
            if state.part is Part.ANNEX:
                state.parent, state.lists = "", OpenLists()
            self._add(block, Kind.HEADING, f"{state.prefix}h{state.headings}")
        elif state.part is Part.PREAMBLE and self._is_recital(block, numbered):
            state.preambular += 1
            state.parent, state.lists = f"{state.prefix}pp{state.preambular}", OpenLists()
            self._add(block, Kind.PREAMBULAR, state.parent)
        elif state.part is Part.PREAMBLE or self._opens_operative(block):
            self._unnumbered_operative(block)
        else:
            state.other += 1
            base = state.parent or self._annex or "text"
            self._add(block, Kind.CONTINUATION, f"{base}.+{state.other}", below=base)

    def _is_heading(self, block: Block) -> bool:
        text = block.text.strip()
        if block.heading:
            return True
        if len(text) > 90 or not text or text[-1] in ",;.:،؛。，；：":
            return False
        before_number = block.role is None and any(self.numbers[self.at + 1 : self.at + 2])
        if self.roles_stated and before_number and any(c.isalpha() for c in text):
            return True  # Chinese files give headings no style; no recital stands here, and no act ends so.
        own = self.facts.of_text(text)
        if (own.recital_verb if self.state.part is Part.PREAMBLE else own.operative_verb) is not None:
            return False
        return _ROMAN_HEADING.match(text) is not None or any(len(s) > 0.9 * len(text) for s in block.emphasis)

    def _is_recital(self, block: Block, numbered: bool) -> bool:
        if block.role is Kind.PREAMBULAR or opens_as_recital(block.text, self.language):
            return True
        if numbered:
            return True
        own = self.facts.of(block)
        if own.recital_verb and self.language.spaced and not self.language.opening.one_form:
            return True
        if own.operative_verb:
            # Chinese has one form for both, and then the mark at the end tells: a recital ends with a comma.
            return not self.language.spaced and block.text.rstrip()[-1:] in FORMULA_ENDS
        return block.text.rstrip()[-1:] in FORMULA_ENDS

    def _opens_operative(self, block: Block) -> bool:
        if self.ahead[self.at] == self.state.operative + 1:
            return False  # No number is missing here: a point of a list may open with a verb as well.
        verb = self.facts.of(block).operative_verb
        # A verb before a colon begins a list; before a colon and words it is a label ("Note : …").
        return verb is not None and _LABEL.match(block.text, verb.span.end) is None

    # -- adding ----------------------------------------------------------------------------------------------------

    @property
    def _annex(self) -> str:
        """The id of the annex that is open, "" outside of annexes."""
        return self.state.prefix.rstrip(".")

    def _operative(self, block: Block, number: Number, value: int) -> None:
        state = self.state
        if state.part is Part.PREAMBLE:
            state.part = Part.OPERATIVE
        state.operative = value
        if number.label and not self._annex:
            state.values.append(value)
        state.parent, state.lists = f"{state.prefix}op{value}", OpenLists()
        self._add(block, Kind.OPERATIVE, state.parent, number)

    def _unnumbered_operative(self, block: Block) -> None:
        state = self.state
        if state.part is Part.PREAMBLE:
            state.part = Part.OPERATIVE
        state.operative += 1
        state.parent, state.lists = f"{state.prefix}op{state.operative}", OpenLists()
        self._add(block, Kind.OPERATIVE, state.parent)

    def _item(self, block: Block, number: Number) -> None:
        labels = self.state.lists.place(number)
        *above, _ = path = [self.state.parent, *labels]
        self._add(block, Kind.ITEM, ".".join(path), number, below=".".join(above), label=labels[-1])

    def _unique(self, wanted: str) -> str:
        name, n = wanted, self.state.suffixes.get(wanted, 2)
        while name in self.state.ids:
            name, n = f"{wanted}-{n}", n + 1
        self.state.ids.add(name)
        # Where the next equal one goes on: counting from 2 each time would take the square of their number.
        self.state.suffixes[wanted] = n
        return name

    def _add_note(self, block: Block) -> None:
        # A superscript further on is no mark but "n°": nothing before it may be lost.
        first = self.facts.of(block).mark or Span(0, 0)
        mark = block.number or block.text[first.start : first.end].strip()
        place = Standing(self._unique(f"fn{mark}"), Kind.FOOTNOTE, Part.NOTES)
        self.notes.append(paragraph_of(self.language, block, place, mark, skip=first.end))

    def _add(
        self,
        block: Block,
        kind: Kind,
        wanted: str,
        number: Number | None = None,
        *,
        below: str | None = None,
        label: str | None = None,
    ) -> None:
        """Add a block; ``wanted`` and ``below`` are places in the numbering, that of the block and of what it stands below."""
        skip = number.end if number is not None and block.number is None else 0
        outside = kind in (Kind.ANNEX, Kind.CLOSING)
        parent = self.state.placed.get(below or ("" if outside else self._annex))
        part = Part.CLOSING if kind is Kind.CLOSING else self.state.part
        place = Standing(self._unique(wanted), kind, part, parent, label)
        self.state.placed[wanted] = place.id
        printed = number.label if number else None
        self.paragraphs.append(paragraph_of(self.language, block, place, printed, skip=skip))

    # -- the whole -------------------------------------------------------------------------------------------------

    def _numbering_faults(self) -> Iterator[NumberingFault]:
        for before, after in itertools.pairwise(self.state.values):
            if after != before + 1:
                yield NumberingFault(before, after, f"op{before}")

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
        bearers: dict[str, dict[str, None]] = {}
        for paragraph in (*self.paragraphs, *self.notes):
            for mark in paragraph.marks:
                bearers.setdefault(mark.mark, {})[paragraph.id] = None
        return tuple(
            Footnote(n, n.number or "", tuple(bearers.get(n.number, ())) if n.number else ()) for n in self.notes
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


def _gaps(spans: Iterable[Span], length: int) -> list[Span]:
    gaps, position = [], 0
    for span in sorted(spans):
        if span.start > position:
            gaps.append(Span(position, span.start))
        position = max(position, span.end)
    if position < length:
        gaps.append(Span(position, length))
    return gaps
