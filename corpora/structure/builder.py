"""Blocks to a resolution: preamble, operative part, sub-paragraphs, footnotes, annexes; and what was set aside."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpora.annotation.reported import opens_with_organ
from corpora.annotation.verbs import opens_as_recital
from corpora.errors import NoResolutionError
from corpora.languages import Language
from corpora.model import Footnote, Kind, NumberingFault, Paragraph, Part, Resolution, SetAside, Span
from corpora.readers.base import Block, Document
from corpora.structure.adoption import heads_roll_call, is_roll_call, names_sponsors, states_result
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.cover import AGENDA_TITLE
from corpora.structure.divisions import Division, division_of, embedded_text_place, target_of
from corpora.structure.embedded_drafts import closes_quotation, draft_places
from corpora.structure.enacting_formula import FORMULA_ENDS, formula_place, speaks_as_resolution
from corpora.structure.inserted_acts import does_act, is_inserted_act
from corpora.structure.marked_up_numbers import next_numbers
from corpora.structure.mastheads import MASTHEAD, is_agenda_line, is_date_line, is_job_number, is_masthead, is_reissue
from corpora.structure.numbered_points import numbered_points
from corpora.structure.one_sentence import opens_act, with_formula_apart
from corpora.structure.organs import LONGEST_FORMULA, enacting_organ
from corpora.structure.paragraphs import Standing, opens_as_note, paragraph_of
from corpora.structure.placed_headings import (
    MOST_IN_A_ROW,
    PlaceOfLine,
    counted_headings,
    follows,
    is_counted,
    is_section_number,
    is_unmarked_line,
    marks_headings,
    opens_as_heading,
    stands_as_heading,
)
from corpora.structure.reported_acts import reported_organ, reported_place
from corpora.structure.scanned_numbers import with_numbers
from corpora.structure.symbol_headings import heading_symbol, is_symbol_heading, masthead_symbol
from corpora.text.list_levels import OpenLists
from corpora.text.numbering import PrintedNumber, dotted_letter, list_sign, sub_number
from corpora.text.patterns import compiled
from corpora.text.punctuation import COLONS, DRAFT_QUOTES, ENDS, FULL_STOPS, LABEL_STOPS, PAUSES
from corpora.text.symbols import canonical_symbol, is_act, symbol_of_heading

_ROMAN_HEADING = re.compile(r"^[IVX]{1,5}\b")
_COUNTED_HEADING = re.compile(r"^(?:[IVX]{1,5}\s?[.:–-]|[^\W\d_]+\s[–-])\s")
"""A heading that is counted, in Roman numerals or by an ordinal word and a dash, as in Arabic."""

_SHORT = 90
"""Characters of a heading that its form alone tells; chosen: what is longer must stand as one."""
_FEW = 40
"""Characters of a heading that opens with a word which is a verb as well; chosen: shorter than any act with its object."""
_BROKEN = 3
"""Lines of a masthead's cell that one name is broken into at most."""
_BARE_NUMBER = re.compile(rf"(\d{{1,3}})\s?[{re.escape(LABEL_STOPS)}–-]")
"""The number of a paragraph and nothing else; without its stop it would be that of a page."""
_LETTER = re.compile(r"\W*[^\W\d_]\W*")
_STYLES_OF_ACTS = ("chinese", "figure")
"""Marks of lists that operative paragraphs may be counted by: ㈠, "1)"."""
_NAMED_ACTS = frozenset({"establish", "adopt", "extend", "terminate", "appoint"})
"""Acts whose verb may name the business of a section as well ("extension of the mandate"); chosen, after headings of the record."""
_LETTER_OF_ACT = "letter"
"""Marks of the list that the acts of a decision may be."""
NEW = "new"
"""What the id of a paragraph that drafts insert without a number says, behind that of the paragraph before it."""


@dataclass(slots=True)
class _State:
    """Where the walk through the blocks stands."""

    part: Part = Part.HEAD
    prefix: str = ""
    annex: str = ""
    """What the ids of the open annex begin with ("annex.1."); ``prefix`` is that of the division in it ("annex.1.article3.")."""
    division: Division | None = None
    annexed_preamble: bool = False
    """Whether the walk stands in the preamble of a resolution that is annexed."""
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
    counted_in: str = ""
    """The style of list marks that operative paragraphs are counted in ("chinese", "figure"); "" for none."""
    drafts: list[str] = field(default_factory=list)
    """The names of the draft resolutions that stand in the text ("op1.draft")."""
    values: list[int] = field(default_factory=list)
    """The printed numbers of the operative paragraphs, annexes left out."""
    suffixes: dict[str, int] = field(default_factory=dict)


def _titled_annex(language: Language) -> re.Pattern[str]:
    """The heading of an annex with its title; the pattern of the language data ends with the heading itself."""
    return compiled(language.headings.annex.pattern.removesuffix("$") + r"\s?[.:-]\s?\S", re.IGNORECASE)


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
        self.marks_headings = False
        self.numbers: list[int | None] = []
        self.bare: dict[int, PrintedNumber] = {}
        self.ahead: list[int | None] = []
        self.points: frozenset[int] = frozenset()
        self.counted: frozenset[int] = frozenset()
        self.has_marked_recitals = False
        self.drafts: dict[int, int] = {}
        self.outer: _State | None = None
        self.draft: Block | None = None
        self.at = 0
        self.blocks: Sequence[Block] = ()
        self.agenda_at: int | None = None
        self.operative_at: int | None = None
        self.masthead_ends = 0
        self.unmarked: set[int] = set()
        self.text_at: int | None = None
        self.reported_at: int | None = None
        self.annex = facts.language.headings.annex
        self.adoption = facts.language.headings.adoption
        self.closing = facts.language.headings.closing

    def resolution(self) -> Resolution:
        self._place_all(with_formula_apart(self.document.blocks, self.facts))
        self._set_cover_aside()
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
            code_page=self.document.code_page,
        )

    def _place_all(self, blocks: Sequence[Block]) -> None:
        """Every block as a paragraph of its part, or set aside."""
        self.blocks = blocks
        formula_at = formula_place(blocks, self.facts)
        self.reported_at = None if formula_at is not None else reported_place(blocks, self.facts)
        if self.reported_at is not None:
            self.organ = reported_organ(blocks[self.reported_at], self.language)
        elif formula_at is None:
            self.state.part = Part.PREAMBLE if speaks_as_resolution(blocks, self.facts) else Part.HEAD
        else:
            self.organ = enacting_organ(blocks[formula_at].text, self.language)
        self.marks_headings = marks_headings(blocks)
        self.bare = self._bare_numbers(blocks)
        self.numbers = [self._decimal(block) for block in blocks]
        self.has_marked_recitals = any(block.role is Kind.PREAMBULAR for block in blocks)
        first = (formula_at or 0) + 1
        annex_at = self._annex_place(blocks, formula_at)
        self.points = numbered_points(blocks, first, annex_at, self.numbers, self.facts)
        self.numbers = [None if at in self.points else number for at, number in enumerate(self.numbers)]
        self.counted = counted_headings(blocks, self.facts)
        self.numbers = [None if at in self.counted else number for at, number in enumerate(self.numbers)]
        self.ahead = next_numbers(self.numbers)
        self.text_at = embedded_text_place(blocks, first, annex_at, self.numbers, self.facts)
        annex_at = annex_at if self.text_at is None else self.text_at
        self.drafts = draft_places(blocks, first, annex_at, self.numbers, self.facts)
        numbered = self._numbered_parts(len(blocks), annex_at)
        for at, block in enumerate(blocks):
            self.at = at
            if self.outer is not None and self._ends_draft(block, annex=at >= annex_at):
                self._close_draft()
            self._place(
                block,
                is_formula=at == formula_at,
                before_formula=formula_at is not None and at < formula_at,
                numbered=numbered[self._own_part()],
            )
        self._close_draft()

    def _annex_place(self, blocks: Sequence[Block], formula_at: int | None) -> int:
        """Where the first annex begins; its numbers say nothing of the paragraphs before it."""
        places = range((formula_at or 0) + 1, len(blocks))
        begins = (i for i in places if blocks[i].role is Kind.ANNEX or self._heads_annex(blocks[i], i))
        return next(begins, len(blocks))

    def _heads_annex(self, block: Block, at: int) -> bool:
        """Whether a line is the heading of an annex, or of a text below the closing formula."""
        return self._names_annex(block, at) or self._heads_text_below(block, at)

    def _heads_text_below(self, block: Block, at: int) -> bool:
        """Whether a line is the title of a text that the resolution adopts, below the formula that closes it.

        So stand declarations without the word for an annex: their own numbers begin with 1 below the title.
        """
        # Asked of every block: first what is known already.
        if 1 not in self.numbers[at + 1 : at + 3] or not is_unmarked_line(block):
            return False
        if is_date_line(block.text, self.language) or self._names_annex(self.blocks[at + 1], at + 1):
            return False
        above = [b for b in self.blocks[max(0, at - 2) : at] if not is_date_line(b.text, self.language)]
        return bool(above) and self._names_meeting(above[-1])

    def _numbered_parts(self, count: int, annex_at: int) -> list[bool]:
        """For each block whether the part that it stands in has numbers: resolution, draft resolution, annexes."""
        cuts = [0, *sorted({*self.drafts, annex_at}), count]
        parts = ((any(self.numbers[a:b]), b - a) for a, b in itertools.pairwise(cuts))
        return [numbered for numbered, length in parts for _ in range(length)]

    # -- what a block is -------------------------------------------------------------------------------------------

    def _decimal(self, block: Block) -> int | None:
        number = self._number(block)
        return number.decimal if number else None

    def _bare_numbers(self, blocks: Sequence[Block]) -> dict[int, PrintedNumber]:
        """The numbers that are all of a line, in turn and above the first point of a list, by the identity of their blocks.

        So prints have a paragraph that is nothing but a list: "58." above "(a) Requests …".
        """
        found: dict[int, PrintedNumber] = {}
        last = 0
        for block, below in itertools.pairwise(blocks):
            value = self._decimal(block)
            alone = _BARE_NUMBER.fullmatch(block.text.strip()) if value is None and block.role is None else None
            if alone is not None and last and int(alone[1]) == last + 1 and self._opens_list(below):
                value = int(alone[1])
                found[id(block)] = PrintedNumber(str(value), (("decimal", value),), len(block.text))
            last = value or last
        return found

    def _opens_list(self, block: Block) -> bool:
        number = self._number(block)
        return number is not None and number.decimal is None and any(value == 1 for _, value in number.readings)

    def _number(self, block: Block) -> PrintedNumber | None:
        if id(block) in self.bare:
            return self.bare[id(block)]
        if self.outer is not None and block.number is None and block.text[:1] in DRAFT_QUOTES:
            found = self.facts.of_text(
                block.text[1:]
            ).number  # Every paragraph of a draft may open with a quotation mark.
            return found and replace(found, end=found.end + 1)
        if block.number is not None and block.role is not Kind.FOOTNOTE:
            return self.facts.stated_number(block.number)
        own = self.facts.of(block)
        # "I. Capacity-building" is the heading of a section: a paragraph ends with a mark.
        misread = self.state.part is Part.PREAMBLE and block.ending in PAUSES
        return own.number_or_misread_one if misread else own.number

    def _reports(self, block: Block) -> bool:
        """Whether an unnumbered paragraph of a decision or a statement says what the organ did or does."""
        if self.reported_at is None or self.at < self.reported_at or self.state.part is Part.ANNEX:
            return False
        return self.at == self.reported_at or opens_with_organ(block.text, self.language)

    def _begins_declaration(self) -> bool:
        """Whether the numbered paragraphs of a declaration begin here, or the headings of sections that stand above the first of them."""
        first = self.reported_at
        if first is None or self.at > first or self.numbers[first] is None:
            return False
        return all(self._is_section(self.blocks[k], k) for k in range(self.at, first))

    def _is_section(self, block: Block, at: int) -> bool:
        text = block.text.strip()
        counted = at in self.counted or is_counted(text, self.language) or _COUNTED_HEADING.match(text) is not None
        return counted and block.role is None

    def _place(self, block: Block, *, is_formula: bool, before_formula: bool, numbered: bool) -> None:
        state = self.state
        if self._begins_declaration():
            state.part = Part.OPERATIVE
            if self.at != self.reported_at:
                self._heading(block)
                return
        if block.role is Kind.FOOTNOTE or opens_as_note(block, self.facts):
            self._add_note(block)
        elif block.role is None and is_job_number(block.text):
            self.aside.append(SetAside(block.span, "job number"))
        elif is_reissue(block.text, self.language):
            self.aside.append(SetAside(block.span, MASTHEAD))
        elif is_formula:
            state.part = Part.PREAMBLE
            self._add(block, Kind.ORGAN, "organ")
        elif self.at in self.drafts and (self.outer or state).parent:
            self._open_draft(block)
        elif self._reports(block) and self._decimal(block) is None:
            state.part = Part.OPERATIVE
            self._unnumbered_operative(block)
        elif before_formula or state.part is Part.HEAD or self._is_adoption(block) or self._is_first_title(block):
            self._head(block)
        elif block.number is None and not any(c.isalnum() for c in block.text):
            return  # An asterisk or a rule is set aside with the rest of the markup.
        elif self._is_annex(block) or (self.at == self.text_at and self._division(block) is None):
            self._open_annex()
            self._add(block, Kind.ANNEX, f"annex.{state.annexes}")
        elif self._opens_annexed_resolution(block):
            state.annexed_preamble = True
            self._add(block, Kind.ORGAN, f"{state.prefix}organ")
        elif self.at in self.counted:
            self._heading(block)
        elif block.role is Kind.CLOSING or self._is_closing(block):
            state.other += 1
            self._add(block, Kind.CLOSING, f"closing{state.other}")
        else:
            if self.at == self.text_at:
                self._open_annex()
            self._body(block, numbered=numbered)

    def _is_annex(self, block: Block) -> bool:
        """The heading of an annex; what the format says begins an annex may come below a heading that began it."""
        headed = self.state.part is Part.ANNEX and self.paragraphs[-1].kind.is_division
        begins = block.role is Kind.ANNEX and not headed
        return begins or self._heads_annex(block, self.at)

    def _names_annex(self, block: Block, at: int) -> bool:
        """ "Annex II"; where it stands as a heading does, a title may follow: "Annex B – items subject to notification".

        In a text without headings a line stands so that ends without a mark, before a paragraph that is numbered 1 again.
        """
        folded = self.facts.of(block).folded.strip()
        if self.annex.match(folded):
            return True
        heads = block.heading or any(len(s) > 0.9 * len(block.text) for s in block.emphasis)
        heads = heads or (
            len(block.text) <= _SHORT and block.ending not in PAUSES and 1 in self.numbers[at + 1 : at + 3]
        )
        return heads and block.number is None and self.language.derived(_titled_annex).match(folded) is not None

    def _is_closing(self, block: Block) -> bool:
        """A closing formula; its date above or below it; below it a list of a recorded vote."""
        acts = self.state.operative or self.text_at is not None
        if acts and (self._names_meeting(block) or states_result(block.text, self.language)):
            return True
        if acts and is_date_line(block.text, self.language) and any(map(self._names_meeting, self._next(block))):
            return True
        if not self.paragraphs or self.paragraphs[-1].kind is not Kind.CLOSING:
            return False
        named = heads_roll_call(self.paragraphs[-1].text, self.language) and self._number(block) is None
        return named or is_roll_call(block.text, self.language) or is_date_line(block.text, self.language)

    def _names_meeting(self, block: Block) -> bool:
        """Whether a line begins as a closing formula does: with the meeting, or with "adopted by"."""
        return self.closing.match(self.facts.of(block).folded.strip()) is not None

    def _next(self, block: Block) -> Sequence[Block]:
        """The block below the one that is read, none below the last."""
        following = self.at + 1 if self.blocks[self.at] is block else len(self.blocks)
        return self.blocks[following : following + 1]

    def _is_adoption(self, block: Block) -> bool:
        """ "Adopted by the Security Council at its …" that stands below the title, or below the organ."""
        early = self.state.part is Part.PREAMBLE and not self.state.preambular
        return early and self.adoption.match(self.facts.of(block).folded.strip()) is not None

    def _is_first_title(self, block: Block) -> bool:
        """Whether the format marks a title above all else, in a text without the formula that it would stand above."""
        return block.role is Kind.TITLE and not self.paragraphs

    def _head(self, block: Block) -> None:
        text = self.facts.of(block).folded.strip()
        if block.role is Kind.TITLE:
            self._add(block, Kind.TITLE, "title")
        elif block.role is Kind.ADOPTION or self.adoption.match(text) or self._introduces_statement(block):
            self._add(block, Kind.ADOPTION, "adoption")
        elif names_sponsors(block.text, self.language):
            self._add(block, Kind.SPONSORS, "sponsors")
        elif self._states_symbol(block):
            self._add(block, Kind.SYMBOL, "symbol")
        elif block.role is None and is_masthead(block.text, self.language):
            if is_agenda_line(block.text, self.language):
                self.agenda_at = len(self.paragraphs)
            self.masthead_ends = len(self.paragraphs)
            self.aside.append(SetAside(block.span, MASTHEAD))
        else:
            if block.role is None:
                self.unmarked.add(len(self.paragraphs))
            self._add(block, Kind.TITLE, "title")

    def _introduces_statement(self, block: Block) -> bool:
        """ "At the 25th meeting …, the President made the following statement:" above the paragraphs of a statement."""
        return (
            self.reported_at is not None
            and self.at + 1 == self.reported_at
            and block.text.rstrip()[-1:] in tuple(COLONS)
        )

    def _states_symbol(self, block: Block) -> bool:
        """Whether a line of the head is a symbol, alone or beside words of a masthead."""
        beside = block.role is None and masthead_symbol(block.text, self.language) is not None
        return beside or is_symbol_heading(block.text, self.language)

    def _body(self, block: Block, *, numbered: bool) -> None:
        state = self.state
        number = self._number(block)
        value = number.decimal if number else None
        if number is not None and value is None and not numbered:
            value = self._counted_by_marks(block, number)
        if state.part is Part.ANNEX and self._part_of_text(block):
            return
        if number is not None and self.at in self.points:
            self._item(block, number)
        elif value is not None and number is not None:
            self._operative(block, number, value)
        elif number is not None and number.recital is not None and state.part is Part.PREAMBLE:
            self._numbered_recital(block, number, number.recital)
        elif number is not None and number.is_new:
            self._new(block, number, numbered=numbered)
        elif number is not None and state.parent:
            self._item(block, number)
        elif number is None and state.parent and block.role is not Kind.OPERATIVE and self._unmarked_item(block):
            return
        elif block.role is Kind.OPERATIVE or (self.at in self.drafts.values() and state.part is Part.PREAMBLE):
            self._unnumbered_operative(block)
        elif self._heads_draft():
            base, name = self._next_draft()
            self._add(block, Kind.HEADING, f"{name}.h1", below=base)
        elif self._stands_in_box(block):
            self._continuation(block)
        elif self._is_heading(block):
            self._heading(block)
        elif state.part is Part.PREAMBLE and self._is_recital(block, numbered):
            self._recital(block)
        elif self._opens_section(block):
            state.part = Part.PREAMBLE
            self._recital(block)
        elif state.part is Part.PREAMBLE or self._opens_operative(block):
            self._unnumbered_operative(block)
        elif state.part is Part.OPERATIVE and is_inserted_act(block, self._act_so_far(), self.facts):
            self._inserted(block)
        else:
            self._continuation(block)

    def _continuation(self, block: Block) -> None:
        state = self.state
        state.other += 1
        base = state.parent or self._annex or "text"
        self._add(block, Kind.CONTINUATION, f"{base}.+{state.other}", below=base)

    def _stands_in_box(self, block: Block) -> bool:
        """Whether a line is words in a box beside the text, "URGENT": no heading unless the format says so, no recital, no act."""
        if not block.boxed or block.heading or block.ending in PAUSES or self.at in self.counted:
            return False
        return not is_counted(block.text, self.language)

    def _heading(self, block: Block) -> None:
        state = self.state
        state.headings += 1
        if state.part is Part.ANNEX:
            state.parent, state.lists = "", OpenLists()
        self._add(block, Kind.HEADING, f"{state.prefix}h{state.headings}")

    def _counted_by_marks(self, block: Block, number: PrintedNumber) -> int | None:
        """The number of an operative paragraph that ㈠, （一） or "1)" stands for; None where it marks a point of a list."""
        state = self.state
        styles = (*_STYLES_OF_ACTS, _LETTER_OF_ACT) if self._lists_acts(block, number) else _STYLES_OF_ACTS
        style, value = next(((s, v) for s, v in number.readings if s in styles), ("", 0))
        if not style:
            return None
        if state.counted_in == style:
            return value if value == state.operative + 1 and not state.lists.has(style) else None
        if state.lists.items or state.operative:
            return None  # Below an act without a number, and below (a), it is the (i) of the others.
        words = block.text if block.number else block.text[number.end :]
        if style == "figure" and self.facts.of_text(words).operative_verb is None:
            return None
        state.counted_in = style
        return value

    def _lists_acts(self, block: Block, number: PrintedNumber) -> bool:
        """Whether letters count acts, as in a decision: "The Council: (a) Takes note of …"; the words above end with a colon."""
        state = self.state
        if state.counted_in or state.part is not Part.PREAMBLE or not self.paragraphs:
            return state.counted_in == _LETTER_OF_ACT
        above = self.paragraphs[-1]
        words = block.text if block.number else block.text[number.end :]
        opens = above.text.rstrip()[-1:] in tuple(COLONS)
        return opens and (above.kind is Kind.ORGAN or opens_act(words.lstrip(), self.facts))

    def _is_heading(self, block: Block) -> bool:
        text = block.text.strip()
        if block.heading:
            return True
        if is_section_number(text, self.language) and self._heads_line():
            return True
        if not text or block.ending in PAUSES:
            return block.ending in tuple(COLONS) and self._announces(text)
        if _ROMAN_HEADING.match(text) is not None and len(text) <= _SHORT:
            return True
        own = self.facts.of_text(text)
        acts = (own.recital_verb if self.state.part is Part.PREAMBLE else own.operative_verb) is not None
        if acts and self._opens_by_chance(text):
            return True
        if len(text) > _SHORT:
            counted = _COUNTED_HEADING.match(text) is not None and self._stands_as_heading(text)
            return counted or (not acts and self._heads_by_place())
        before_number = block.role is None and any(self.numbers[self.at + 1 : self.at + 2])
        if self.has_marked_recitals and before_number and any(c.isalpha() for c in text):
            return True  # Chinese files give headings no style; no recital stands here, and no act ends so.
        if acts:
            return False
        if self._stands_as_heading(text) or self._heads_by_place() or self._heads_section(block):
            return True
        bold = any(len(s) > 0.9 * len(text) for s in block.emphasis)
        return bold and any(c.isalpha() for c in text)

    def _stands_as_heading(self, text: str) -> bool:
        """Whether words without a mark at their end stand between a paragraph that has ended and the next number in turn.

        Plain text marks headings no other way; in an annex such lines are entries.
        """
        state, before = self.state, self.paragraphs[-1].text.rstrip() if self.paragraphs else ""
        in_turn = any(follows(number, state.operative) for number in self.numbers[self.at + 1 : self.at + 2])
        ended = before[-1:] in ENDS or (self.paragraphs[-1:] and self.paragraphs[-1].kind is Kind.HEADING)
        return bool(in_turn and ended and opens_as_heading(text) and state.part is not Part.ANNEX)

    def _opens_by_chance(self, text: str) -> bool:
        """Whether a heading opens with words that acts open with, too: an act ends with a mark, and has no recital or organ below.

        So a Chinese noun phrase may that names what is set up or extended; in an annex the title of another resolution above its
        organ, "Demande d’admission de …"; and the title of a section that has a preamble of its own.
        """
        below = self.blocks[self.at + 1 : self.at + 2]
        if self.state.part is Part.ANNEX and any(self._opens_resolution(b, self.at + 1) for b in below):
            return True
        recital = any(b.ending in FORMULA_ENDS and self.facts.of(b).recital_verb is not None for b in below)
        if recital and self.state.part is Part.OPERATIVE and self.paragraphs[-1].text.rstrip()[-1:] in ENDS:
            return opens_as_heading(text)
        if self.paragraphs and self.paragraphs[-1].kind is Kind.HEADING and self.paragraphs[-1].number is not None:
            return opens_as_heading(text)  # The title of an article, below its number: "Denuncia".
        verb = self.facts.of_text(text).operative_verb
        # A section that is named by a word which is a verb as well, "Tasks by order of priority": no act between two numbers in turn
        # lacks both its number and its mark, where the one above it closed with a full stop.
        closed = bool(self.paragraphs) and self.paragraphs[-1].text.rstrip()[-1:] in tuple(FULL_STOPS)
        few = self.language.spaced and len(text) <= _FEW and self.state.operative > 0 and closed
        names = not self.language.spaced and (verb is None or all(c in _NAMED_ACTS for c in verb.concepts))
        return (names or few) and self._stands_as_heading(text)

    def _announces(self, text: str) -> bool:
        """Whether a few words and a colon head the numbers that go on below: "Reports:"; in an annex too, "To that end, we:"."""
        if len(text) > _SHORT or self.facts.of_text(text).opens_with_verb:
            return False
        return self._stands_as_heading(text) or self._leads_annexed_numbers(text)

    def _leads_annexed_numbers(self, text: str) -> bool:
        """Whether words that are no point of a list stand in an annex between a paragraph that has ended and the next number in turn."""
        state = self.state
        if state.part is not Part.ANNEX or not state.operative or not opens_as_heading(text):
            return False
        before = self.paragraphs[-1]
        goes_on = state.operative + 1 in self.numbers[self.at + 1 : self.at + 2]
        return goes_on and before.kind is Kind.OPERATIVE and before.text.rstrip()[-1:] in tuple(FULL_STOPS)

    def _heads_line(self) -> bool:
        """Whether what stands below is words without a mark at their end, or marked as a heading: the title of a section."""
        below = self.blocks[self.at + 1 : self.at + 2]
        lines = self.state.part is not Part.ANNEX  # There a cell of a table may be an X.
        return any(b.heading or (lines and self.numbers[self.at + 1] is None and is_unmarked_line(b)) for b in below)

    def _heads_section(self, block: Block) -> bool:
        """ "A. Partnerships" above a paragraph that has no number: in a list of such lines none of them would end with a mark."""
        below = self.blocks[self.at + 1 : self.at + 2]
        counted = block.number is None and is_counted(block.text, self.language)
        before = self.paragraphs[-1] if self.paragraphs else None
        ended = before is None or before.kind.is_division or before.text.rstrip()[-1:] in ENDS
        return counted and ended and any(b.ending in PAUSES for b in below)

    def _stands_above_division(self) -> bool:
        """Whether an article or another division follows, other lines without a mark at their end between: its part, a chapter."""
        lines = itertools.takewhile(is_unmarked_line, self.blocks[self.at + 1 : self.at + 1 + MOST_IN_A_ROW])
        return any(self._division(block) is not None for block in lines)

    def _heads_by_place(self) -> bool:
        """The same where no format says what is a heading, above all that begins something."""
        if self.marks_headings:
            return False
        following = self.blocks[self.at + 1 : self.at + 2]
        number = self._number(following[0]) if following else None
        points = number.readings if number is not None and number.decimal is None else ()
        place = PlaceOfLine(
            blocks=self.blocks,
            numbers=self.numbers,
            at=self.at,
            before=self.paragraphs[-1] if self.paragraphs else None,
            part=self.state.part,
            operative=self.state.operative,
            list_opens=any(value == 1 for _, value in points),
            list_goes_on=bool(points),
            divides=self._stands_above_division,
            opens_resolution=self._opens_resolution,
        )
        return stands_as_heading(place, self.facts)

    def _is_recital(self, block: Block, numbered: bool) -> bool:
        if block.role is Kind.PREAMBULAR or opens_as_recital(block.text, self.language):
            return True
        if self.has_marked_recitals and self.state.part is Part.PREAMBLE:
            # The format says where the preamble ends; what stands below it is operative unless it ends as a recital does.
            return block.ending in FORMULA_ENDS
        if numbered:
            return True
        own = self.facts.of(block)
        if own.recital_verb and self.language.spaced and not self.language.opening.one_form:
            return True
        if own.operative_verb:
            # Chinese has one form for both, and then the mark at the end tells: a recital ends with a comma.
            return not self.language.spaced and block.ending in FORMULA_ENDS
        return block.ending in FORMULA_ENDS

    def _opens_operative(self, block: Block) -> bool:
        # Where no number is missing, a point of a list may open with a verb as well; the last one may come again ("2 bis").
        missing = self.ahead[self.at] not in (self.state.operative, self.state.operative + 1)
        if self.state.part is Part.ANNEX and block.ending not in PAUSES:
            return False  # A line of a programme of work: no act ends so.
        return missing and does_act(block, self.facts)

    def _act_so_far(self) -> list[Paragraph]:
        """The operative paragraph that is open, with what stands below it so far."""
        return [] if self.operative_at is None else self.paragraphs[self.operative_at :]

    def _opens_section(self, block: Block) -> bool:
        """Whether a recital stands below a heading of the operative part: a section has a preamble of its own."""
        if self.state.part is not Part.OPERATIVE:
            return False
        if block.role is Kind.PREAMBULAR:
            return True
        if block.ending not in FORMULA_ENDS:
            return False
        below = bool(self.paragraphs) and self.paragraphs[-1].kind is Kind.HEADING
        return below and (self.facts.of(block).recital_verb is not None or opens_as_recital(block.text, self.language))

    # -- annexes and their divisions -------------------------------------------------------------------------------

    def _open_annex(self) -> None:
        """Begin an annex, or a text that the resolution adopts in its own body."""
        state = self.state
        state.annexes += 1
        state.part, state.annex = Part.ANNEX, f"annex.{state.annexes}."
        state.prefix = state.annex
        state.preambular = state.operative = state.headings = 0
        state.counted_in, state.annexed_preamble = "", False
        state.division = None
        state.parent, state.lists = "", OpenLists()

    def _division(self, block: Block) -> Division | None:
        """The division that a block opens, where its words or what the format states beside them name one."""
        return division_of(f"{block.number.rstrip('. ')}. {block.text}" if block.number else block.text, self.language)

    def _opens_annexed_resolution(self, block: Block) -> bool:
        """ "The Economic and Social Commission for Africa," in an annex: whatever organ, a recital stands below its name."""
        return self.state.part is Part.ANNEX and self._opens_resolution(block, self.at)

    def _opens_resolution(self, block: Block, at: int) -> bool:
        own, text = self.facts.of(block), block.text.rstrip()
        short = len(text) < LONGEST_FORMULA and text[-1:] in FORMULA_ENDS and block.number is None
        if not short or own.opens_with_verb:
            return False
        below = (self.facts.of(b) for b in self.blocks[at + 1 : at + 2])
        return own.organ is not None or any(self.facts.of_text(b.body).recital_verb is not None for b in below)

    def _part_of_text(self, block: Block) -> bool:
        """Place a division of an annex, a target of a goal, a recital of an annexed resolution; False for anything else."""
        state = self.state
        division = self._division(block)
        if division is not None and division.numbers_its_own:
            self._open_division(block, division)
            return True
        if state.division is not None and state.division.kind == "goal":
            printed = f"{block.number} " if block.number else ""
            target = target_of(printed + block.text, state.division.value)
            if target is not None:
                label, end = target
                number = PrintedNumber(f"{state.division.value}.{label}", (), max(0, end - len(printed)))
                base = state.annex + state.division.name
                self._add(block, Kind.ITEM, f"{base}.{label}", number, below=base, label=label)
                return True
        if state.annexed_preamble:
            # A mark of a footnote may stand behind the comma of a recital.
            recites = block.ending in FORMULA_ENDS or self.facts.of(block).recital_verb is not None
            state.annexed_preamble = self._number(block) is None and recites
            if state.annexed_preamble:
                self._recital(block)
                return True
        return False

    def _open_division(self, block: Block, division: Division) -> None:
        """An article, a goal, a rule: a heading, or its whole text where that stands on the same line."""
        state = self.state
        state.division, state.prefix = division, f"{state.annex}{division.name}."
        state.operative = state.headings = 0
        name = state.annex + division.name
        state.parent, state.lists = ("" if division.is_title else name), OpenLists()
        number = PrintedNumber(division.label, (), 0 if division.is_title else division.end)
        kind = Kind.HEADING if division.is_title else Kind.OPERATIVE
        self._add(block, kind, name, number, below=state.annex.rstrip("."))

    # -- draft resolutions -----------------------------------------------------------------------------------------

    def _open_draft(self, block: Block) -> None:
        """The enacting formula of a draft resolution that an operative paragraph recommends: its paragraphs have ids of its own."""
        outer = self.outer = self.outer or self.state
        self.draft = block
        base, name = self._next_draft()
        outer.drafts.append(name)
        outer.placed[name] = outer.placed[base]
        self.state = _State(
            part=Part.PREAMBLE,
            prefix=f"{name}.",
            ids=outer.ids,
            placed=outer.placed,
            annexes=outer.annexes,
            other=outer.other,
        )
        self._add(block, Kind.ORGAN, f"{name}.organ")

    def _next_draft(self) -> tuple[str, str]:
        """The paragraph that recommends the draft resolution which begins here or below, and the draft's name."""
        outer = self.outer or self.state
        base = outer.parent
        number = 1 + sum(name.startswith(f"{base}.draft") for name in outer.drafts)
        return base, f"{base}.draft{number if number > 1 else ''}"

    def _close_draft(self) -> None:
        """Go on with the resolution that recommends the draft."""
        if self.outer is not None:
            self.outer.other = self.state.other
            self.state, self.outer, self.draft = self.outer, None, None

    def _ends_draft(self, block: Block, *, annex: bool) -> bool:
        """Whether a block no longer belongs to the draft resolution that is open."""
        outer, draft = self.outer, self.draft
        if outer is None or draft is None or block.role is Kind.FOOTNOTE or self.at in self.drafts:
            return False
        if annex or block.role is Kind.CLOSING or (self.state.operative and self._is_closing(block)):
            return True
        if draft.text[:1] in DRAFT_QUOTES and closes_quotation(self.paragraphs[-1].text):
            return True
        value, following = self._decimal(block), self.state.operative + 1
        if value is not None and outer.values[-1:] == [value - 1] and value != following:
            return True
        # A conversion may end the draft's element early: where the resolution itself has no numbers, they are the draft's.
        return block.level < draft.level and (value != following or bool(outer.values))

    def _own_part(self) -> int:
        """A block of the part that the walk stands in: behind a draft that has ended, one before all drafts."""
        resumed = (
            self.outer is None and self.state.part is not Part.ANNEX and self.at > max(self.drafts, default=self.at)
        )
        return min(self.drafts) - 1 if resumed else self.at

    def _heads_draft(self) -> bool:
        """Whether a line stands between the words that recommend a draft resolution and its enacting formula: its title."""
        return any(recommends < self.at < formula for formula, recommends in self.drafts.items())

    # -- adding ----------------------------------------------------------------------------------------------------

    @property
    def _annex(self) -> str:
        """The id of the annex or draft resolution that is open, "" outside of both."""
        return self.state.prefix.rstrip(".")

    def _operative(self, block: Block, number: PrintedNumber, value: int) -> None:
        state = self.state
        if state.part is Part.PREAMBLE:
            state.part = Part.OPERATIVE
        state.operative = value
        if number.label and not number.repeat and not self._annex:
            state.values.append(value)
        state.parent, state.lists = f"{state.prefix}op{value}{number.repeat}", OpenLists()
        self._add(block, Kind.OPERATIVE, state.parent, number)

    def _recital(self, block: Block) -> None:
        state = self.state
        state.preambular += 1
        state.parent, state.lists = f"{state.prefix}pp{state.preambular}", OpenLists()
        self._add(block, Kind.PREAMBULAR, state.parent)

    def _unnumbered_operative(self, block: Block) -> None:
        state = self.state
        if state.part is Part.PREAMBLE:
            state.part = Part.OPERATIVE
        state.operative += 1
        state.parent, state.lists = f"{state.prefix}op{state.operative}", OpenLists()
        self._add(block, Kind.OPERATIVE, state.parent)

    def _inserted(self, block: Block, number: PrintedNumber | None = None) -> None:
        """An act without a number of its own behind the last one; the numbers count on as if it were not there."""
        state = self.state
        state.part = Part.OPERATIVE
        state.parent, state.lists = f"{state.prefix}op{state.operative}{NEW}", OpenLists()
        self._add(block, Kind.OPERATIVE, state.parent, number)

    def _numbered_recital(self, block: Block, number: PrintedNumber, value: int) -> None:
        state = self.state
        state.preambular = value
        state.parent, state.lists = f"{state.prefix}pp{value}{number.repeat}", OpenLists()
        self._add(block, Kind.PREAMBULAR, state.parent, number)

    def _new(self, block: Block, number: PrintedNumber, *, numbered: bool) -> None:
        """A paragraph that nothing but a word calls new: a recital or an act, by where it stands and what it opens with."""
        state = self.state
        words = self.facts.of_text(block.text[number.end :])
        if state.part is not Part.PREAMBLE or (words.operative_verb and not words.recital_verb and not numbered):
            self._inserted(block, number)
            return
        state.parent, state.lists = f"{state.prefix}pp{state.preambular}{NEW}", OpenLists()
        self._add(block, Kind.PREAMBULAR, state.parent, number)

    def _item(self, block: Block, number: PrintedNumber) -> None:
        labels = self.state.lists.place(number)
        *above, _ = path = [self.state.parent, *labels]
        self._add(block, Kind.ITEM, ".".join(path), number, below=".".join(above), label=labels[-1])

    def _unmarked_item(self, block: Block) -> bool:
        """Place an item that opens with a dash, a bullet, "1.1" or "a."; False where the block is none, or stands alone as such.

        A dash stays with the words, as it was printed.
        """
        sign = list_sign(block.number or block.text)
        if sign is not None and self._in_list_of_signs(sign):
            *above, _ = path = [self.state.parent, *self.state.lists.place_unmarked(sign)]
            self._add(block, Kind.ITEM, ".".join(path), below=".".join(above), label=path[-1])
            return True
        if self._numbered_point(block):
            return True
        mark = dotted_letter(block.text, self.language) if block.number is None else None
        if mark is None or not (self.state.lists.continues(mark) or self._opens_dotted_list(mark)):
            return False
        self._item(block, mark)
        return True

    def _numbered_point(self, block: Block) -> bool:
        """Place a point that is numbered below its paragraph: "1.2", "1.2.3"; False for what opens with a figure and is none."""
        found = sub_number(self._printed(block))
        if found is None:
            return False
        label, (first, *rest), end = found
        points = tuple(rest)
        if first != self.state.operative or not (
            self.state.lists.goes_on_numbered(points) or self._opens_numbered_points(first, points)
        ):
            return False
        labels = self.state.lists.place_numbered(points)
        above = next(
            (
                ".".join((self.state.parent, *labels[:n]))
                for n in range(len(labels) - 1, 0, -1)
                if ".".join((self.state.parent, *labels[:n])) in self.state.placed
            ),
            self.state.parent,
        )
        number = PrintedNumber(label, (), end if block.number is None else 0)
        self._add(block, Kind.ITEM, ".".join((self.state.parent, *labels)), number, below=above, label=labels[-1])
        return True

    def _opens_numbered_points(self, first: int, points: tuple[int, ...]) -> bool:
        """Whether the points of a paragraph begin here: the first of them, or the second, and another one follows them at once."""
        if points[-1] not in (1, 2) or any(value > 1 for value in points[:-1]):
            return False
        below = self.blocks[self.at + 1 : self.at + 2]
        following = sub_number(self._printed(below[0])) if below else None
        return following is not None and following[1][0] == first and following[1][1:] > points

    def _printed(self, block: Block) -> str:
        """A block with the number that its format states beside its words."""
        return f"{block.number} {block.text}" if block.number else block.text

    def _in_list_of_signs(self, sign: str) -> bool:
        """Whether a list of this sign is open, or the block after next at the latest opens with it, too."""
        after = self.blocks[self.at + 1 : self.at + 3]
        return self.state.lists.has(sign) or any(list_sign(b.number or b.text) == sign for b in after)

    def _opens_dotted_list(self, mark: PrintedNumber) -> bool:
        """Whether "a." stands at the head of a list: "b.", or "c." where that is missing, comes before the next paragraph with a number."""
        if ("letter", 1) not in mark.readings:
            return False
        for at in range(self.at + 1, len(self.blocks)):
            if self.numbers[at] is not None:
                return False
            following = dotted_letter(self.blocks[at].text, self.language)
            if following is not None:
                return bool({("letter", 2), ("letter", 3)} & {*following.readings})
        return False

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
        number: PrintedNumber | None = None,
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
        printed = (number.label or None) if number else None
        bracket = number.bracket if skip and number else None
        reported = self.reported_at is not None and self.at >= self.reported_at
        if kind is Kind.OPERATIVE:
            self.operative_at = len(self.paragraphs)
        self.paragraphs.append(
            paragraph_of(self.language, block, place, printed, skip=skip, bracket=bracket, reported=reported)
        )

    # -- the whole -------------------------------------------------------------------------------------------------

    def _numbering_faults(self) -> Iterator[NumberingFault]:
        for before, after in itertools.pairwise(self.state.values):
            if after != before + 1:
                yield NumberingFault(before, after, f"op{before}")

    def _symbol(self) -> str | None:
        """The symbol of the resolution: what its format states, its masthead, its heading, a running head that was set aside.

        A resolution's symbol goes before one of another document; what a title says further on is the last to count.
        """
        if self.document.symbol:
            # A preface may state "90/2." alone.
            printed = self.document.symbol
            return heading_symbol(printed, self.language, self.organ) or canonical_symbol(printed)
        lines = [p for kind in (Kind.SYMBOL, Kind.ADOPTION, Kind.TITLE) for p in self.paragraphs if p.kind is kind]
        stated = [found for p in lines if (found := self._printed_symbol(p))]
        source = self.document.source
        aside = [source[a.span.start : a.span.end] for a in self.document.set_aside]
        running = [found for text in aside if (found := masthead_symbol(" ".join(text.split()), self.language))]
        own = next((symbol for symbol in [*stated, *running] if is_act(symbol)), None)
        if own or stated or running:
            return own or next(iter([*stated, *running]))
        return next((found for p in lines if (found := symbol_of_heading(p.text, self.organ))), None)

    def _printed_symbol(self, paragraph: Paragraph) -> str | None:
        """The symbol that a line of the head states for the resolution itself."""
        text = paragraph.text
        if paragraph.kind is Kind.SYMBOL and (symbol := masthead_symbol(text, self.language)):
            return symbol
        return heading_symbol(text, self.language, self.organ) or (
            symbol_of_heading(text, self.organ) if paragraph.kind is Kind.SYMBOL else None
        )

    def _title(self) -> str:
        """The lines of the title; the letter of "72/260 B", which stands on a line of its own, is part of the symbol."""
        lines = [p.text.strip() for p in self.paragraphs if p.kind is Kind.TITLE]
        return " ".join(line for k, line in enumerate(lines) if k == 0 or not _LETTER.fullmatch(line))

    def _set_cover_aside(self) -> None:
        """Lines of the cover that only their place tells: above the last line of the masthead, and the title of the agenda item.

        So it is where the text has a title of its own further on. What stands between an agenda item's number and who adopted or
        submitted the text is the item's title ("Third Committee" above it is neither).
        """
        marks = [k for k, p in enumerate(self.paragraphs) if p.kind in (Kind.ADOPTION, Kind.SPONSORS)]
        titles = [k for k, p in enumerate(self.paragraphs) if p.kind is Kind.TITLE]
        of_cover: dict[int, str] = {}
        if titles and titles[-1] >= self.masthead_ends:
            above = [k for k in titles if k < self.masthead_ends and k in self.unmarked]
            of_cover |= {k: MASTHEAD for k in above if not self._printed_symbol(self.paragraphs[k])}
        of_cover |= dict.fromkeys(self._broken_masthead(titles), MASTHEAD)
        if self.agenda_at is not None and marks and titles and titles[-1] > marks[-1]:
            of_cover |= {k: AGENDA_TITLE for k in titles if self.agenda_at <= k < marks[-1]}
        self.aside += [SetAside(self.paragraphs[k].span, reason) for k, reason in sorted(of_cover.items())]
        kept = [p for k, p in enumerate(self.paragraphs) if k not in of_cover]
        own = iter([p.id for p in self.paragraphs if p.kind is Kind.TITLE])
        self.paragraphs = [replace(p, id=next(own)) if p.kind is Kind.TITLE else p for p in kept]

    def _broken_masthead(self, titles: Sequence[int]) -> Iterator[int]:
        """Neighbouring lines of the head that are one line of a masthead together, broken in a narrow column."""
        for first, last in itertools.combinations([k for k in titles if k in self.unmarked], 2):
            if last - first < _BROKEN and set(range(first, last)) <= self.unmarked:
                whole = " ".join(self.paragraphs[k].text for k in range(first, last + 1))
                if is_masthead(whole, self.language):
                    yield from range(first, last + 1)

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
