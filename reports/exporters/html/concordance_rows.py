"""A concordance as its page shows it: each place with the words around the phrase and around what renders it, renderings counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpora.languages import language
from corpora.model import Span
from reports.exporters.html.first_screen import Texts
from reports.exporters.html.resolution_views import said_address
from reports.library.addresses import AddressBook
from reports.library.concordance import Concordance, Hit, Rendering
from reports.library.marking import around, parts_of, years_of
from reports.library.store import Library

_AROUND = 110
"""Characters shown on either side of the words sought: two lines of a column each. Chosen by looking."""
_AROUND_DENSE = 45
"""The same where words are not parted by spaces, and a character says more."""
_RENDERINGS = 8
"""Renderings of a language that are listed; the others are counted."""
_CUT = "…"
_BAR = 100
"""Pixels of the longest bar."""
_SPREAD = 12
"""Years that are listed, the latest."""


@dataclass(frozen=True, slots=True)
class SideView:
    """A version's part of a place: the words with what stands around and, where they stand apart, between them, each with whether it
    is one of the words; ``words`` is empty where there are none here."""

    code: str
    direction: str
    before: str
    words: tuple[tuple[str, bool], ...]
    behind: str
    whole: tuple[tuple[str, bool], ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class HitView:
    """A place of the phrase, with its counterparts; ``is_cut`` where a paragraph holds more than is shown."""

    symbol: str
    place: Texts
    when: str
    match: str
    sides: tuple[SideView, ...]

    @property
    def is_cut(self) -> bool:
        """Whether some paragraph holds more than is shown."""
        return any(s.before.startswith(_CUT) or f"{s.before}{s.behind}".endswith(_CUT) for s in self.sides)


@dataclass(frozen=True, slots=True)
class RenderingLine:
    """A rendering with its count, as a number and as a bar; ``which`` and ``year`` where it came or went."""

    words: str
    count: int
    bar: int
    which: str
    year: int | None


@dataclass(frozen=True, slots=True)
class RenderingColumn:
    """The renderings in one language; ``others`` are not listed, ``untold`` are places where none could be named."""

    code: str
    direction: str
    lines: tuple[RenderingLine, ...]
    others: int
    untold: int


def hit_views(found: Concordance, library: Library) -> list[HitView]:
    """The places that were asked for."""
    if not found.hits:
        return []
    book = AddressBook(library, {hit.symbol for hit in found.hits}, found.hits[0].language)
    return [_hit(hit, book) for hit in found.hits]


def _hit(hit: Hit, book: AddressBook) -> HitView:
    sides = [_side(hit.language, hit.text, hit.spans, is_own=True)]
    sides += [_side(code, r.text, r.spans, is_own=False) for code, r in hit.counterparts.items()]
    place = said_address(book.find(hit.symbol, hit.paragraph))
    return HitView(hit.symbol, place, str(hit.date or hit.year or ""), str(hit.match), tuple(sides))


def _side(code: str, text: str, spans: Sequence[Span], *, is_own: bool) -> SideView:
    data = language(code)
    reach = _AROUND if data.spaced else _AROUND_DENSE
    # A phrase is shown where it stands first; the words that render it belong together.
    shown = spans[:1] if is_own else spans
    before, _, _ = around(text, shown[:1], reach)
    behind = around(text, shown[-1:], reach)[2] if shown else ""
    whole = tuple(_runs(text, spans))
    return SideView(
        code=code,
        direction=data.direction,
        before=before,
        words=tuple(parts_of(text, shown, reach)),
        behind=behind,
        whole=whole,
        is_own=is_own,
    )


def _runs(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """A text cut at the spans: each run with whether it is within one."""
    at = 0
    for span in sorted(spans, key=lambda span: span.start):
        if span.start < at:
            continue
        yield text[at : span.start], False
        yield text[span.start : span.end], True
        at = span.end
    yield text[at:], False


def rendering_columns(found: Concordance) -> list[RenderingColumn]:
    """The renderings in each language that is shown, the most frequent first."""
    return [_column(found, code, renderings) for code, renderings in found.renderings.items()]


def _column(found: Concordance, code: str, renderings: Sequence[Rendering]) -> RenderingColumn:
    most = max((r.count for r in renderings), default=1)
    lines = [
        RenderingLine(r.words, r.count, _bar(r.count, most), *years_of(r, found)) for r in renderings[:_RENDERINGS]
    ]
    others = len(renderings) - len(lines)
    return RenderingColumn(code, language(code).direction, tuple(lines), others, found.unrendered.get(code, 0))


def spread(found: Concordance) -> list[tuple[str, int, int]]:
    """How often in each organ, then in each of the latest years: name, count, pixels of a bar."""
    years = sorted(found.years.items(), reverse=True)[:_SPREAD]
    named = [*found.organs.items(), *((str(year), count) for year, count in years)]
    most = max((count for _, count in named), default=1)
    return [(str(name), count, _bar(count, most)) for name, count in named]


def _bar(count: int, most: int) -> int:
    return max(round(_BAR * count / most), 2)
