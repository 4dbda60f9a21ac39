"""The document model: a resolution as frozen values, every place a span into its source text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from corpora.notebook import html_table
from corpora.values import AnchorKind, Date, Value


class Kind(StrEnum):
    """What a paragraph is in the resolution."""

    SYMBOL = "symbol"
    TITLE = "title"
    ADOPTION = "adoption"
    ORGAN = "organ"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    ITEM = "item"
    CONTINUATION = "continuation"
    HEADING = "heading"
    ANNEX = "annex"
    CLOSING = "closing"
    SPONSORS = "sponsors"
    FOOTNOTE = "footnote"

    # Kinds are members of sets in every comparison of paragraphs; Enum's own hash is a call in Python.
    __hash__ = str.__hash__

    @property
    def is_frame(self) -> bool:
        """What stands around the text: cover matter, the enacting formula's organ, closing formulae."""
        return self in _FRAME

    @property
    def is_division(self) -> bool:
        """What opens a part of the text: a heading, or that of an annex."""
        return self in _DIVISIONS

    @property
    def is_main(self) -> bool:
        """A paragraph that does an act of its own: a recital or an operative paragraph."""
        return self in _MAIN

    @property
    def is_counted(self) -> bool:
        """What has a mark or a verb of its own, so that versions can be counted against each other: also items of lists."""
        return self in _COUNTED

    @property
    def is_body(self) -> bool:
        """The words of the preamble and the operative part."""
        return self in _BODY

    @property
    def is_compared(self) -> bool:
        """Whose words are compared from version to version: the body, the title and the footnotes."""
        return self in _COMPARED

    @property
    def is_of_list(self) -> bool:
        """What a list is made of: its items, and lines below a paragraph that have no mark of their own."""
        return self in _OF_LISTS

    @property
    def states_adoption(self) -> bool:
        """What says when the resolution was adopted, in a session that may run into the year after."""
        return self in _ADOPTED

    @property
    def stands_once(self) -> bool:
        """What a resolution has one of, so that two of one name correspond whatever they say."""
        return self in _ONCE

    @property
    def opens_draft(self) -> bool:
        """What only a draft resolution has of its own below an operative paragraph: its organ, recitals, acts, headings."""
        return self in _OF_DRAFTS

    @property
    def names_document(self) -> bool:
        """What names the resolution: its symbol or its title."""
        return self in _NAMES


_FRAME = frozenset({Kind.SYMBOL, Kind.TITLE, Kind.ORGAN, Kind.ADOPTION, Kind.CLOSING, Kind.SPONSORS})
_DIVISIONS = frozenset({Kind.ANNEX, Kind.HEADING})
_MAIN = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE})
_COUNTED = _MAIN | {Kind.ITEM}
_BODY = _COUNTED | {Kind.CONTINUATION}
_COMPARED = _BODY | {Kind.TITLE, Kind.FOOTNOTE}
_ADOPTED = frozenset({Kind.CLOSING, Kind.ADOPTION, Kind.SYMBOL})
_NAMES = frozenset({Kind.TITLE, Kind.SYMBOL})
_OF_LISTS = frozenset({Kind.ITEM, Kind.CONTINUATION})
_ONCE = _NAMES | {Kind.ORGAN, Kind.ADOPTION}
_OF_DRAFTS = _MAIN | {Kind.ORGAN, Kind.HEADING}


class Part(StrEnum):
    """The part of a resolution in which a paragraph stands."""

    HEAD = "head"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    TEXT = "text"
    """All of a report or a letter, which is no resolution and has no acts."""
    ANNEX = "annex"
    CLOSING = "closing"
    NOTES = "notes"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of a text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}-{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two, of one text, share characters."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something in a paragraph that must be the same in every language.

    ``span`` counts characters of the paragraph's text. ``firm`` is false for words that need not be a
    quantity ("one", "both") and so are never missed when the other version has none.
    ``kind`` is that of the value; ``form`` is the value as the six languages share it (``2001-09-12``, ``A/RES/56/1``,
    ``12``). Values of two kinds are never equal, but can have one form: session 12 and the figure 12.
    """

    value: Value
    text: str
    span: Span
    firm: bool = True
    kind: AnchorKind = field(init=False, compare=False, repr=False)
    form: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", self.value.kind)
        object.__setattr__(self, "form", str(self.value))


_V = TypeVar("_V")


def stating(anchors: Iterable[Anchor], sort: type[_V]) -> list[tuple[Anchor, _V]]:
    """The anchors whose value is of one class, each with its value, in their order."""
    return [(a, a.value) for a in anchors if isinstance(a.value, sort)]


@dataclass(frozen=True, slots=True)
class VerbPhrase:
    """A preambular or operative verb with its adverbs.

    ``concepts`` are the shared concepts that the surface form can express, the likeliest first; ``intensity``
    counts intensifiers ("instamment", "strongly"); ``repeated`` is true for "de nouveau", "once again". ``reported`` says that it
    is the act of the paragraph though the organ's name stands before it, as in decisions and statements.
    """

    form: str
    text: str
    concepts: tuple[str, ...]
    span: Span
    intensity: int = 0
    repeated: bool = False
    reported: bool = False


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """A footnote mark in a paragraph: the mark as printed and where the text carries it."""

    mark: str
    position: int
    span: Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a resolution.

    ``text`` is the paragraph without number, markup and footnote marks; ``offsets[i]`` is where ``text[i]`` stands
    in the source; ``span`` is the whole paragraph in the source, number and markup included.

    ``part`` and ``parent`` say where it stands: ``parent`` is the id of the paragraph that it stands below, in whose list, as
    whose continuation or in whose annex; None where there is none. ``label`` is the mark of an item in letters that all
    languages share ("b", "iv"). ``language`` is that of the text (ISO 639-1).
    """

    id: str
    kind: Kind
    number: str | None
    text: str
    span: Span
    offsets: tuple[int, ...] = field(repr=False)
    marks: tuple[FootnoteMark, ...] = ()
    emphasis: tuple[Span, ...] = ()
    verbs: tuple[VerbPhrase, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    part: Part = field(kw_only=True)
    language: str = field(kw_only=True)
    parent: str | None = field(default=None, kw_only=True)
    label: str | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        if len(self.offsets) != len(self.text):
            raise ValueError(f"{self.id}: {len(self.offsets)} offsets for {len(self.text)} characters")

    @property
    def recital(self) -> bool:
        """Whether the paragraph is a recital, or stands in a list below one."""
        below = self.kind in (Kind.ITEM, Kind.CONTINUATION) and self.part is Part.PREAMBLE
        return below or self.kind is Kind.PREAMBULAR

    @property
    def verb(self) -> VerbPhrase | None:
        """The verb phrase that the paragraph opens with, or that it reports first, or None."""
        first = self.verbs[0] if self.verbs else None
        return first if first is not None and (first.span.start <= 3 or first.reported) else None

    def source_span(self, span: Span) -> Span:
        """The place in the source of a span of this paragraph's text."""
        if not self.text or span.start >= len(self.offsets):
            return Span(self.span.end, self.span.end)
        if span.end <= span.start:
            start = self.offsets[span.start]
            return Span(start, start)
        return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote, tied by its mark to the paragraphs that carry the mark."""

    paragraph: Paragraph
    mark: str
    referred_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetAside:
    """Source text that belongs to no paragraph, with the reason."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class NumberingFault:
    """A number of an operative paragraph that is not one more than the number ``before`` it.

    ``paragraph`` is the id of the first paragraph that has the number ``before``.
    """

    before: int
    after: int
    paragraph: str

    @property
    def is_repeat(self) -> bool:
        """Whether one number stands twice; else numbers are left out, or run back."""
        return self.before == self.after

    def __str__(self) -> str:
        return f"repeat:{self.after}" if self.is_repeat else f"gap:{self.before}:{self.after}"


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way to a paragraph: ``kind`` names it ("operative", "item", "article"), by its ``number`` where it has one.

    ``count`` is its place among its like, from 1. ``again`` is 2 where the same number stands a second time below the same paragraph.
    """

    kind: str
    number: str = ""
    count: int = 1
    again: int = 1


@dataclass(frozen=True, slots=True)
class Address:
    """Where people find a paragraph: the steps from the outermost ("annex II", "art. 5", "para. 2"); `corpora.structure.addresses`.

    ``id`` is that of the paragraph, or of the act; it is what programs are given.
    """

    id: str
    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the cover and the closing formula say of a document, as printed; "" and None where they do not say it.

    ``date`` is the day of adoption, of a draft the day of issue; ``original`` the code of the language of the original
    (ISO 639-1), or its name where no language data know it. ``date_in_doubt`` says that the day as printed cannot be, or
    contradicts the session or the symbol, or that a scan damaged it.
    """

    date: Date | None = None
    date_in_doubt: bool = False
    session: str = ""
    agenda_item: str = ""
    agenda_title: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Resolution:
    """A resolution in one language.

    ``source`` is the whole text that was read; every span of every part counts its characters. ``name`` says which
    file or address it came from. ``faults`` are faults of its own numbering, ``particulars`` what its cover says; ``code_page`` is
    the legacy encoding that a text which is no Unicode was read in.
    """

    name: str
    source: str
    language: str
    symbol: str | None
    organ: str | None
    title: str
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    faults: tuple[NumberingFault, ...] = ()
    particulars: Particulars = Particulars()
    code_page: str | None = None
    _by_id: dict[str, Paragraph] = field(init=False, repr=False, compare=False, default_factory=dict)
    _parents: dict[str, str | None] = field(init=False, repr=False, compare=False, default_factory=dict)
    _below: dict[str, list[str]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _addresses: dict[str, Address] = field(init=False, repr=False, compare=False, default_factory=dict)

    @property
    def label(self) -> str:
        """What to call it: its symbol, or the name of its file without the folders."""
        return self.symbol or self.name.replace("\\", "/").rsplit("/", 1)[-1]

    def paragraph(self, paragraph_id: str) -> Paragraph:
        """The paragraph or footnote with this id. Raises KeyError where there is none."""
        if not self._by_id:
            # The first of an id counts, as it is met first.
            self._by_id.update({p.id: p for p in reversed(tuple(self.all_paragraphs()))})
        return self._by_id[paragraph_id]

    def addresses(self, make: Callable[[Resolution], Mapping[str, Address]]) -> Mapping[str, Address]:
        """The addresses of its paragraphs by id, which ``make`` works out once."""
        if not self._addresses:
            self._addresses.update(make(self))
        return self._addresses

    def ids_above(self, paragraph_id: str) -> Iterator[str]:
        """The ids of what a paragraph stands below, the nearest first."""
        if not self._parents:
            self._parents.update({p.id: p.parent for p in self.paragraphs})
        parent = self._parents.get(paragraph_id)
        while parent is not None:
            yield parent
            parent = self._parents.get(parent)

    def with_those_below(self, paragraph_ids: Iterable[str]) -> set[str]:
        """These ids, and those of all paragraphs that stand below one of them."""
        if not self._below:
            for p in self.paragraphs:
                self._below.setdefault(p.parent or "", []).append(p.id)
        found: set[str] = set()
        left = list(paragraph_ids)
        while left:
            paragraph_id = left.pop()
            if paragraph_id not in found:
                found.add(paragraph_id)
                left += self._below.get(paragraph_id, ())
        return found

    def all_paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs, then the footnotes."""
        yield from self.paragraphs
        for note in self.footnotes:
            yield note.paragraph

    def __repr__(self) -> str:
        counts = f"{len(self.paragraphs)} paragraphs, {len(self.footnotes)} footnotes"
        return f"<Resolution {self.label} ({self.language}): {counts}>"

    def _repr_html_(self) -> str:
        """The paragraphs and footnotes, for a notebook."""
        rows = ((p.id, p.kind, p.text) for p in self.all_paragraphs())
        return html_table(repr(self), ("id", "kind", "text"), rows)
