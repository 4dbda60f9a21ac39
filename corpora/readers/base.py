"""What every reader yields: blocks of text with style and place, and what it set aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Protocol

from corpora.model import Kind, SetAside, Span
from corpora.text.folding import is_idle
from corpora.text.scripts import DIGITS, LENGTHS, PRESENTATION_FORMS, SUPERSCRIPT_DIGITS

_PRESENTATION_FORMS = re.compile(f"[{PRESENTATION_FORMS}]")
"""Letters as fonts draw them, which some programs write for the letters that they are: Latin ligatures, Arabic letters by place."""
_ASCII_DIGITS = {ord(c): str(i) for digits in DIGITS for i, c in enumerate(digits)}
_SMALL_FIGURES = re.compile(f"[{SUPERSCRIPT_DIGITS}]+")
_UNIT_BEFORE = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(LENGTHS)})$", re.IGNORECASE)
"""The unit that a small figure squares or cubes: "km²"."""
_ORDINAL_SIGNS = {"a": "ª", "o": "º"}
_ORDINAL_BEFORE = re.compile(r"(?<!\d)\d{1,3}\.?$")
_WORD_AFTER = re.compile(r"\s[^\W\d_]{3}")
"""A word follows an ordinal; a letter behind a number of a table, or behind a year, is a footnote mark."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that the format keeps apart: a paragraph, a heading, a list item, a footnote.

    ``emphasis`` and ``superscripts`` are spans of ``text``; ``span`` and ``offsets`` count the document's source.
    ``role``, ``number`` and ``level`` are hints from formats that know them (Akoma Ntoso), else None. ``boxed`` says that it stands
    in a box beside the text, whose lines end without a mark.
    """

    text: str
    offsets: tuple[int, ...] = field(repr=False)
    span: Span
    emphasis: tuple[Span, ...] = ()
    superscripts: tuple[Span, ...] = ()
    heading: bool = False
    role: Kind | None = None
    number: str | None = None
    level: int = 0
    boxed: bool = False

    @property
    def ending(self) -> str:
        """The character that its words end with; a raised mark of a footnote is none of them."""
        end = len(self.text.rstrip())
        for span in sorted(self.superscripts, reverse=True):
            if span.end < end:
                break
            end = len(self.text[: span.start].rstrip())
        return self.text[end - 1 : end] if end > 0 else ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as its reader gives it. ``language``, ``symbol``, ``title`` and ``date`` are what the format states, else None.

    ``symbol`` may also be what the heads of its pages state; ``date`` is as it was written; ``code_page`` is the legacy encoding
    of a text that is no Unicode, told by what it decodes to.
    """

    name: str
    source: str
    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...] = ()
    language: str | None = None
    symbol: str | None = None
    title: str | None = None
    date: str | None = None
    code_page: str | None = None


class Reader(Protocol):
    """A reader of bytes: one of our own modules, or an object that another package names by an entry point."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 - a constant of the modules that are readers
        """The suffixes of its files in small letters, with the dot."""
        ...

    def takes(self, head: bytes, suffix: str) -> bool:
        """Whether a file is of its format, by its first 4096 bytes and its suffix in small letters."""
        ...

    def read(self, name: str, data: bytes) -> Document:
        """The blocks of a file; ``name`` is for errors. Raises InputError where the file is broken."""
        ...


class TextReader(Protocol):
    """A reader of text that is decoded already."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 - a constant of the modules that are readers
        """The suffixes of its files in small letters, with the dot."""
        ...

    def sniff(self, head: str) -> bool:
        """Whether a text is of its format, by its first 4096 characters."""
        ...

    def read(self, name: str, source: str) -> Document:
        """The blocks of a text; ``name`` is for errors. Raises InputError where the text is broken."""
        ...


@lru_cache(maxsize=16384)
def _is_plain(word: str) -> bool:
    """Whether each character of a word stands for itself: seen, composed, and no letter as fonts draw it."""
    if word.isascii():
        return not any(is_idle(char, "") for char in word)
    return (
        unicodedata.is_normalized("NFC", word)
        and not any(is_idle(char, "") or unicodedata.combining(char) for char in word)
        and _PRESENTATION_FORMS.search(word) is None
    )


@dataclass(slots=True)
class BlockBuilder:
    """Collects characters with their places until a block is whole."""

    chars: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    emphasis: list[Span] = field(default_factory=list)
    superscripts: list[Span] = field(default_factory=list)

    def add(self, char: str, offset: int) -> None:
        """Add one character; a run of white space becomes one space, a letter and its accent the letter that has it.

        What steers the direction of writing, or cannot be seen, is left out: it stands in the source alone. A letter that was
        composed (Unicode Standard Annex 15, form C) has the place of its first part, the letters of a ligature that of the whole.
        """
        if char.isspace():
            if not self.chars or self.chars[-1] == " ":
                return
            char = " "
        elif not char.isascii():
            if is_idle(char, self.chars[-1] if self.chars else ""):
                return
            drawn = _PRESENTATION_FORMS.match(char)
            char = unicodedata.normalize("NFKC" if drawn else "NFC", char).strip()
            if self.chars and unicodedata.combining(char[0]):
                whole = unicodedata.normalize("NFC", self.chars[-1] + char)
                if len(whole) == 1:
                    self.chars[-1] = whole
                    return
        # A character of a few scripts is two in form C, a ligature is several; each part has the place of the whole.
        for part in char:
            self.chars.append(part)
            self.offsets.append(offset)

    def add_word(self, word: str, offset: int) -> None:
        """Add characters of which none is white space, in a row from ``offset`` on: as ``add`` does with each."""
        if _is_plain(word):
            self.chars.extend(word)
            self.offsets.extend(range(offset, offset + len(word)))
        else:
            for place, char in enumerate(word, offset):
                self.add(char, place)

    def build(self, span: Span, **hints: object) -> Block:
        """The block that was collected, without white space at its end."""
        while self.chars and self.chars[-1] == " ":
            self.chars.pop()
            self.offsets.pop()
        self._raise_small_figures()
        self._spell_ordinals()
        self._spell_marks()
        if isinstance(number := hints.get("number"), str):
            hints["number"] = number.translate(_ASCII_DIGITS)
        size = len(self.chars)
        clip = [Span(min(s.start, size), min(s.end, size)) for s in self.emphasis]
        sups = [Span(min(s.start, size), min(s.end, size)) for s in self.superscripts]
        return Block(
            "".join(self.chars),
            tuple(self.offsets),
            span,
            tuple(s for s in clip if len(s)),
            tuple(s for s in sups if len(s)),
            **hints,  # type: ignore[arg-type]
        )

    def _spell_ordinals(self) -> None:
        """Write the raised letter of an ordinal as the sign that stands for it: "43", raised "a", "sesión" is "43ª sesión"."""
        text = "".join(self.chars)
        for span in tuple(self.superscripts):
            sign = _ORDINAL_SIGNS.get(text[span.start : span.end])
            if sign and _ORDINAL_BEFORE.search(text, 0, span.start) and _WORD_AFTER.match(text, span.end):
                self.chars[span.start] = sign
                self.superscripts.remove(span)

    def _raise_small_figures(self) -> None:
        """Take figures that are small by themselves ("ports¹") for raised ones, but those of an area or a volume."""
        text = "".join(self.chars)
        taken = {i for span in self.superscripts for i in range(span.start, span.end)}
        for found in _SMALL_FIGURES.finditer(text):
            if found.start() not in taken and not _UNIT_BEFORE.search(text, 0, found.start()):
                self.superscripts.append(Span(found.start(), found.end()))

    def _spell_marks(self) -> None:
        """Write raised figures of all scripts as those that notes are counted by: ٨١, ８１ and ⁸¹ are 81."""
        for span in self.superscripts:
            for i in range(span.start, min(span.end, len(self.chars))):
                self.chars[i] = unicodedata.normalize("NFKC", self.chars[i]).translate(_ASCII_DIGITS)


def part_of(block: Block, start: int, end: int) -> Block:
    """Part of a block; the parts share its span at the cut."""
    at = block.offsets[start] if start else block.span.start
    stop = block.offsets[end] if end < len(block.offsets) else block.span.end

    def within(spans: Sequence[Span]) -> tuple[Span, ...]:
        clipped = (
            Span(max(s.start, start) - start, max(min(s.end, end) - start, 0))
            for s in spans
            if s.start < end and s.end > start
        )
        return tuple(s for s in clipped if len(s))

    text = block.text[start:end]
    return replace(
        block,
        text=text,
        offsets=block.offsets[start:end],
        span=Span(at, stop),
        emphasis=within(block.emphasis),
        superscripts=within(block.superscripts),
    )


def without_characters(block: Block, gone: Collection[int]) -> Block:
    """A block without the characters at these places of its text; they stay in its span of the source."""
    if not gone:
        return block
    kept = [i for i in range(len(block.text)) if i not in gone]
    place = {old: new for new, old in enumerate(kept)}

    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        out = []
        for span in spans:
            inside = [place[i] for i in range(span.start, span.end) if i in place]
            if inside:
                out.append(Span(inside[0], inside[-1] + 1))
        return tuple(out)

    return replace(
        block,
        text="".join(block.text[i] for i in kept),
        offsets=tuple(block.offsets[i] for i in kept),
        emphasis=moved(block.emphasis),
        superscripts=moved(block.superscripts),
    )
