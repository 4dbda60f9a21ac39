"""The document model: a resolution as frozen values, every place a span into its source text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from corpora.notebook import html_table

LANGUAGES: tuple[str, ...] = ("fr", "en", "es", "ru", "ar", "zh")
"""The six official languages, ISO 639-1; French first, since it is the pivot unless told otherwise."""


_BELOW_RECITAL = re.compile(r"(?:^|\.)pp\d")


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

    ``kind`` is one of number, percentage, money, date, citation, session, ordinal, reference, name, qualifier.
    ``value`` is the form shared by the six languages (``2001-09-12``, ``A/RES/56/1``, ``12``);
    ``span`` counts characters of the paragraph's text. ``firm`` is false for words that need not be a
    quantity ("one", "both") and so are never missed when the other version has none.
    """

    kind: str
    value: str
    text: str
    span: Span
    firm: bool = True


@dataclass(frozen=True, slots=True)
class VerbPhrase:
    """A preambular or operative verb with its adverbs.

    ``concepts`` are the shared concepts that the surface form can express, the likeliest first; ``intensity``
    counts intensifiers ("instamment", "strongly"); ``repeated`` is true for "de nouveau", "once again".
    """

    form: str
    text: str
    concepts: tuple[str, ...]
    span: Span
    intensity: int = 0
    repeated: bool = False


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

    def __post_init__(self) -> None:
        if len(self.offsets) != len(self.text):
            raise ValueError(f"{self.id}: {len(self.offsets)} offsets for {len(self.text)} characters")

    @property
    def recital(self) -> bool:
        """Whether the paragraph is a recital, or stands in a list below one."""
        return self.kind is Kind.PREAMBULAR or _BELOW_RECITAL.search(self.id) is not None

    @property
    def verb(self) -> VerbPhrase | None:
        """The verb phrase that the paragraph opens with, or None."""
        return self.verbs[0] if self.verbs and self.verbs[0].span.start <= 3 else None

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


@dataclass(frozen=True, slots=True, repr=False)
class Resolution:
    """A resolution in one language.

    ``source`` is the whole text that was read; every span of every part counts its characters. ``name`` says which
    file or address it came from. ``faults`` are faults of the text itself (numbering gaps and repeats).
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
    faults: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What to call it: its symbol, or the name of its file without the folders."""
        return self.symbol or self.name.replace("\\", "/").rsplit("/", 1)[-1]

    def paragraph(self, paragraph_id: str) -> Paragraph:
        """The paragraph or footnote with this id. Raises KeyError where there is none."""
        for paragraph in self.all_paragraphs():
            if paragraph.id == paragraph_id:
                return paragraph
        raise KeyError(paragraph_id)

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
