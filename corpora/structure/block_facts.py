"""What the words of a block say by themselves, worked out once: its number, its opening verbs, its footnote mark, its organ.

Parting a compilation, mending pages and numbers, and building the resolution all ask the same of a block. They ask its facts,
which are kept from the first of them to the last; a repair that changes a block's words makes it another block with facts of its
own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from corpora.annotation.verbs import opening_verb
from corpora.languages import Language
from corpora.model import Span, VerbPhrase
from corpora.readers.base import Block
from corpora.structure.organs import LONGEST_FORMULA, enacting_organ
from corpora.text.folding import fold_plain
from corpora.text.numbering import PrintedNumber, parse_number


class BlockFacts:
    """The facts of one block in one language; each is worked out when it is first asked for."""

    def __init__(self, text: str, superscripts: Sequence[Span], language: Language) -> None:
        self.text = text
        self._superscripts = superscripts
        self._language = language

    @cached_property
    def folded(self) -> str:
        """The text as patterns read it."""
        return fold_plain(self.text)

    @cached_property
    def number(self) -> PrintedNumber | None:
        """The number or list mark that the text opens with."""
        found = self.number_or_misread_one
        return None if found is None or found.misread else found

    @cached_property
    def number_or_misread_one(self) -> PrintedNumber | None:
        """The same, with "l." and "I." read as the 1 that OCR makes them of."""
        return parse_number(self.text, self._language, first_expected=True)

    @cached_property
    def body(self) -> str:
        """The text behind its number."""
        return self.text[self.number.end :] if self.number else self.text

    @cached_property
    def operative_verb(self) -> VerbPhrase | None:
        """The verb of an operative paragraph that the text opens with."""
        return opening_verb(self.text, self._language, preambular=False)

    @cached_property
    def recital_verb(self) -> VerbPhrase | None:
        """The verb of a recital that the text opens with."""
        return opening_verb(self.text, self._language, preambular=True)

    @property
    def opens_with_verb(self) -> bool:
        """Whether the text opens as a recital or an operative paragraph does."""
        return self.recital_verb is not None or self.operative_verb is not None

    @cached_property
    def organ(self) -> str | None:
        """The organ whose enacting formula the text is; None where it is none."""
        return enacting_organ(self.text, self._language) if len(self.text) < LONGEST_FORMULA else None

    @property
    def mark(self) -> Span | None:
        """The superscript that the text begins with, as a footnote begins with its mark."""
        first = self._superscripts[0] if self._superscripts else None
        return first if first and first.start == 0 else None

    @cached_property
    def is_foot_note(self) -> bool:
        """Whether this is a footnote at the foot of a page: a mark first, or words that only footnotes begin with."""
        if self.mark and len(self.text) > self.mark.end:
            return True
        return self._language.headings.foot.match(self.folded) is not None


class DocumentFacts:
    """The facts of a document's blocks, in the language that it is read in."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._blocks: dict[tuple[str, tuple[Span, ...]], BlockFacts] = {}
        self._stated: dict[str, PrintedNumber | None] = {}

    def of(self, block: Block) -> BlockFacts:
        """The facts of a block."""
        return self._known(block.text, block.superscripts)

    def of_text(self, text: str) -> BlockFacts:
        """The facts of words that are no whole block: what stands behind a number, or behind a formula."""
        return self._known(text, ())

    def _known(self, text: str, superscripts: tuple[Span, ...]) -> BlockFacts:
        key = text, superscripts
        found = self._blocks.get(key)
        if found is None:
            found = self._blocks[key] = BlockFacts(text, superscripts, self.language)
        return found

    def stated_number(self, number: str) -> PrintedNumber | None:
        """The number that a format states beside the words (``Block.number``)."""
        if number not in self._stated:
            self._stated[number] = parse_number(number + " x", self.language)
        return self._stated[number]
