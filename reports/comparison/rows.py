"""What checks look at: language versions side by side in rows, or two related resolutions with their mandates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import TypeVar

from align.consensus import agree_across
from align.encoders import Encoder
from align.lexicon.column_votes import RowTexts
from align.model import Alignment, Bead, Relation
from align.multiversion import rows_around_pivot
from align.omissions.length_model import LengthBaseline, length_baseline
from align.related import align_related
from align.search.constraints import Pin
from align.versions import align_versions
from corpora.annotation.details import details_of
from corpora.kept import Kept, Same
from corpora.languages import Language, language, language_of
from corpora.mandates.extraction import mandates_of
from corpora.model import Anchor, FootnoteMark, Kind, Paragraph, Part, Resolution, Span
from corpora.notebook import html_table
from corpora.resources.bitexts import Bitext, resolutions_of
from corpora.structure.adoption import adoption_date
from corpora.text.folding import fold_plain
from corpora.values import AnchorKind, Date, Value
from reports.comparison.continuation import Continuation, continuations_of
from reports.comparison.entries import Entry, entries_of, with_relations
from reports.comparison.hunks import hunks_of
from reports.comparison.mandate_changes import MandateChange, pair_mandates
from reports.comparison.memory import Memory
from reports.project.settings import Settings

_T = TypeVar("_T")
_DIGITS = re.compile(r"\d+")
_HOLD_FIGURES = frozenset(
    {
        AnchorKind.DATE,
        AnchorKind.CITATION,
        AnchorKind.NUMBER,
        AnchorKind.FRACTION,
        AnchorKind.TIME,
        AnchorKind.FREQUENCY,
    }
)
"""Anchors of which a part may be a figure that another version states by itself."""


@dataclass(frozen=True)
class Cell:
    """What one version has in a row."""

    resolution: Resolution
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def language(self) -> Language:
        """The language of the version."""
        return language_of(self.resolution)

    @cached_property
    def anchors(self) -> tuple[tuple[Paragraph, Anchor], ...]:
        """Every anchor with its paragraph."""
        return tuple((p, a) for p in self.paragraphs for a in p.anchors)

    @cached_property
    def details(self) -> tuple[tuple[Paragraph, Anchor], ...]:
        """What tells its values apart besides their figures, each with its paragraph."""
        return tuple((p, a) for p in self.paragraphs for a in details_of(p))

    @cached_property
    def values(self) -> frozenset[Value]:
        """The values of all anchors, those of footnotes too."""
        return frozenset(a.value for a in (*(a for _, a in self.anchors), *self.footnote_anchors))

    @cached_property
    def footnote_anchors(self) -> list[Anchor]:
        """The anchors of the footnotes that the paragraphs refer to."""
        marks = {m.mark for m in self.marks}
        return [a for n in self.resolution.footnotes if n.mark in marks for a in n.paragraph.anchors]

    @cached_property
    def figures(self) -> frozenset[str]:
        """The figures that the anchors state, those of footnotes too: whole, and as parts of dates, symbols and numbers."""
        anchors = [*(a for _, a in self.anchors), *self.footnote_anchors]
        whole = {a.form for a in anchors if a.kind.can_be_figure}
        return frozenset(
            whole.union(
                d.lstrip("0") or d[:1]
                for a in anchors
                if a.kind in _HOLD_FIGURES
                for d in _DIGITS.findall(f"{a.form} {a.text}")
            )
        )

    @cached_property
    def printed_digits(self) -> Counter[str]:
        """How often each run of digits is printed: figures that are part of a word ("pre-1967", "A320") are no anchors."""
        return Counter(d for p in self.paragraphs for d in _DIGITS.findall(fold_plain(p.text)))

    @property
    def marks(self) -> list[FootnoteMark]:
        """The footnote marks of the paragraphs."""
        return [m for p in self.paragraphs for m in p.marks]

    @property
    def length(self) -> int:
        """Characters of text."""
        return sum(len(p.text) for p in self.paragraphs)

    @property
    def text(self) -> str:
        """The words of its paragraphs."""
        return " ".join(p.text for p in self.paragraphs)

    def located(self, span: Span) -> tuple[Paragraph, Span]:
        """The paragraph in which a span of ``text`` begins, and the span in that paragraph's text, cut at its end."""
        start = 0
        for paragraph in self.paragraphs:
            end = start + len(paragraph.text)
            if span.start < end or paragraph is self.paragraphs[-1]:
                return paragraph, Span(max(0, span.start - start), min(span.end, end) - start)
            start = end + 1
        raise AssertionError("a cell has a paragraph")

    @property
    def first(self) -> Paragraph:
        """The first paragraph."""
        return self.paragraphs[0]


@dataclass(frozen=True)
class VersionRow:
    """Paragraphs that correspond in the versions, by language; ``absent`` lists the languages that have none."""

    cells: Mapping[str, Cell]
    absent: tuple[str, ...]
    _kept: Kept = field(default_factory=Kept, repr=False, compare=False)

    def kept(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """What ``make`` says of this row, worked out once.

        It may depend on the row and on what the key names, on nothing else: not on other rows, not on what is usual in the documents.
        """
        return self._kept.of(key, make)

    def without(self, codes: Collection[str]) -> VersionRow:
        """The row without some versions; it may then have no cell."""
        cells = {c: cell for c, cell in self.cells.items() if c not in codes}
        return VersionRow(cells, tuple(c for c in self.absent if c not in codes))

    @cached_property
    def column(self) -> RowTexts:
        """The words of the versions side by side."""
        return RowTexts(
            {code: cell.text for code, cell in self.cells.items()},
            {code: cell.language for code, cell in self.cells.items()},
        )

    @property
    def _first(self) -> Paragraph:
        return next(iter(self.cells.values())).first

    @property
    def kind(self) -> Kind:
        """The kind of the row: that of its first cell's first paragraph."""
        return self._first.kind

    @property
    def operative(self) -> bool:
        """Whether the row binds: an operative paragraph or what stands below one."""
        return self.kind.is_body and not self._first.recital

    @property
    def in_operative_part(self) -> bool:
        """Whether the row binds by itself: what stands in an annex binds through the paragraph that adopts it."""
        return self.operative and self._first.part is not Part.ANNEX

    @property
    def checked(self) -> bool:
        """Whether the words of the row are compared (cover matter and closing formulae are not)."""
        return self.kind.is_compared


@dataclass(frozen=True)
class Predecessor:
    """The versions of the related earlier resolution by language.

    ``alignments`` holds, by language, how such a version is aligned with the one of the resolution at hand, as far as that is
    known already.
    """

    documents: Mapping[str, Resolution]
    alignments: Mapping[str, Alignment] = field(default_factory=dict)
    made: dict[str, Alignment] = field(default_factory=dict, repr=False, compare=False)
    """Those that were made when they were asked for."""

    def alignment_with(self, later: Resolution) -> Alignment:
        """The version in the language of ``later`` aligned with it. Raises KeyError where there is no such version."""
        known = self.alignments.get(later.language) or self.made.get(later.language)
        if known is None:
            known = self.made[later.language] = align_related(self.documents[later.language], later)
        return known


@dataclass(frozen=True, repr=False)
class Versions:
    """Language versions of one resolution around the pivot.

    ``predecessor`` holds the versions of the related earlier resolution, where they are at hand; ``memory`` knows how the record
    rendered paragraphs before.
    """

    pivot: Resolution
    others: tuple[Resolution, ...]
    alignments: Mapping[str, Alignment]
    rows: tuple[VersionRow, ...]
    settings: Settings = field(default_factory=Settings)
    predecessor: Predecessor | None = None
    memory: Memory | None = None
    kept: Kept = field(default_factory=Kept, repr=False, compare=False)
    """What was worked out of the documents, however they are aligned."""

    @property
    def documents(self) -> tuple[Resolution, ...]:
        """The pivot, then the others."""
        return (self.pivot, *self.others)

    @cached_property
    def _rows_of_paragraphs(self) -> dict[tuple[str, str], VersionRow]:
        return {
            (code, paragraph.id): row
            for row in self.rows
            for code, cell in row.cells.items()
            for paragraph in cell.paragraphs
        }

    def row_of(self, code: str, paragraph: str) -> VersionRow | None:
        """The row in which a paragraph of a version stands; None where it stands in none."""
        return self._rows_of_paragraphs.get((code, paragraph))

    @cached_property
    def _baselines(self) -> dict[tuple[str, str], LengthBaseline]:
        return {}

    def baseline_of(self, source: str, target: str) -> LengthBaseline:
        """What is usual where one version renders another, over all rows that are compared."""
        key = source, target
        if key not in self._baselines:
            shared = [row.cells for row in self.rows if row.checked and source in row.cells and target in row.cells]
            self._baselines[key] = length_baseline(
                [(c[source].text, c[target].text) for c in shared], language(source), language(target)
            )
        return self._baselines[key]

    def without(self, codes: Collection[str]) -> Versions:
        """The same rows without some versions, which may not be all; where the pivot is among them, the first that is left stands for it."""
        if not codes:
            return self
        pivot, *others = (d for d in self.documents if d.language not in codes)
        left_out = frozenset(codes)
        rows = (row.kept(("without", left_out), partial(row.without, left_out)) for row in self.rows)
        kept = {c: alignment for c, alignment in self.alignments.items() if c not in codes}
        return replace(
            self, pivot=pivot, others=tuple(others), alignments=kept, rows=tuple(row for row in rows if row.cells)
        )

    def __repr__(self) -> str:
        codes = " ".join(d.language for d in self.documents)
        return f"<Versions of {self.pivot.label}: {codes}, {len(self.rows)} rows>"

    def _repr_html_(self) -> str:
        """The rows with their text in each language, for a notebook."""
        codes = [d.language for d in self.documents]
        rows = ([row.cells[code].text if code in row.cells else "" for code in codes] for row in self.rows)
        return html_table(repr(self), codes, rows)


def compare_versions(
    pivot: Resolution,
    others: Sequence[Resolution],
    encoder: Encoder | None = None,
    *,
    settings: Settings | None = None,
    predecessor: Predecessor | None = None,
    pins: Mapping[str, Sequence[Pin]] | None = None,
    kept: Kept | None = None,
) -> Versions:
    """Align each version with the pivot and set them in rows; ``pins`` holds beads that are given, by the other's language.

    Rows that hold the same as before are those of before where ``kept`` has them, with all that was worked out of them.
    """
    given, kept = pins or {}, kept or Kept()
    alignments = {
        other.language: align_versions(pivot, other, encoder, given.get(other.language, ()), kept=kept)
        for other in others
    }
    documents = {d.language: d for d in (pivot, *others)}
    alignments = agree_across(alignments, documents, encoder, kept=kept)
    return _in_rows(pivot, others, alignments, settings or Settings(), predecessor, kept=kept)


def _in_rows(
    pivot: Resolution,
    others: Sequence[Resolution],
    alignments: Mapping[str, Alignment],
    settings: Settings,
    predecessor: Predecessor | None,
    *,
    kept: Kept | None = None,
) -> Versions:
    """The versions set in rows around the pivot, as the alignments say."""
    documents = {d.language: d for d in (pivot, *others)}
    by_id = {code: {p.id: p for p in d.all_paragraphs()} for code, d in documents.items()}
    known = (kept or Kept()).under("rows", *(Same(d) for d in documents.values()))

    def made(ids: Mapping[str, tuple[str, ...]]) -> VersionRow:
        cells = {
            code: Cell(documents[code], tuple(by_id[code][i] for i in ids[code])) for code in documents if code in ids
        }
        return VersionRow(cells, tuple(code for code in documents if code not in ids))

    rows = []
    for row in rows_around_pivot(pivot.language, alignments):
        key = tuple((code, row.cells.get(code)) for code in documents)
        rows.append(known.of(key, partial(made, row.cells)))
    by_documents = known.under("documents")
    return Versions(pivot, tuple(others), alignments, tuple(rows), settings, predecessor, kept=by_documents)


def compare_bitext(bitext: Bitext, settings: Settings | None = None) -> Versions:
    """The languages of a ready-made bitext as versions: its own segments are the beads.

    The pivot is that of the settings where the bitext holds it, else the language with most segments.
    """
    settings = settings or Settings()
    documents, places = resolutions_of(bitext)
    pivot = settings.pivot if settings.pivot in documents else bitext.languages[0]
    order = [pivot, *(c for c in documents if c != pivot)]
    alignments = {code: _alignment_of(bitext, documents, places, pivot, code) for code in order[1:]}
    return _in_rows(documents[pivot], [documents[c] for c in order[1:]], alignments, settings, None)


def _alignment_of(
    bitext: Bitext,
    documents: Mapping[str, Resolution],
    places: Mapping[str, Mapping[int, str]],
    pivot: str,
    code: str,
) -> Alignment:
    beads = []
    for i in range(len(bitext.units)):
        mine, theirs = places[pivot].get(i), places[code].get(i)
        if mine or theirs:
            relation = Relation.ALIGNED if mine and theirs else Relation.DROPPED if mine else Relation.NEW
            beads.append(Bead((mine,) if mine else (), (theirs,) if theirs else (), 1.0, relation))
    return Alignment(documents[pivot].name, documents[code].name, tuple(beads))


@dataclass(frozen=True, repr=False)
class RelatedPair:
    """An earlier and a later resolution, their beads and their mandates."""

    earlier: Resolution
    later: Resolution
    alignment: Alignment
    changes: tuple[MandateChange, ...]
    settings: Settings = field(default_factory=Settings)
    entries: tuple[Entry, ...] = ()
    """Every hunk, what is editorial marked so; none between two languages, whose words are not compared."""

    @cached_property
    def adopted(self) -> tuple[Date | None, Date | None]:
        """The days on which the two were adopted, None where a text does not say."""
        return adoption_date(self.earlier), adoption_date(self.later)

    @cached_property
    def continuations(self) -> tuple[Continuation, ...]:
        """What the later resolution keeps by reference."""
        return continuations_of(self.later)

    @cached_property
    def relations(self) -> Counter[Relation]:
        """How many beads stand in each relation."""
        return Counter(bead.relation for bead in self.alignment.beads)

    def __repr__(self) -> str:
        beads, changes = len(self.alignment.beads), len(self.changes)
        return f"<RelatedPair {self.earlier.label} → {self.later.label}: {beads} beads, {changes} mandates>"

    def _repr_html_(self) -> str:
        """The beads with the text of both sides, for a notebook."""
        sides = [{p.id: p.text for p in r.all_paragraphs()} for r in (self.earlier, self.later)]
        rows = (
            (
                bead.relation,
                " ".join(sides[0][i] for i in bead.source),
                " ".join(sides[1][i] for i in bead.target),
            )
            for bead in self.alignment.beads
        )
        return html_table(repr(self), ("relation", self.earlier.label, self.later.label), rows)


def compare_related(
    earlier: Resolution,
    later: Resolution,
    encoder: Encoder | None = None,
    *,
    settings: Settings | None = None,
    pins: Sequence[Pin] = (),
    kept: Kept | None = None,
) -> RelatedPair:
    """Align two related resolutions and pair their mandates; ``pins`` are beads that are given."""
    kept = kept or Kept()

    def compared() -> RelatedPair:
        return compare_aligned(earlier, later, align_related(earlier, later, encoder, pins, kept=kept), settings)

    return kept.of(("pair", Same(earlier), Same(later), Same(settings), tuple(pins)), compared)


def compare_aligned(
    earlier: Resolution, later: Resolution, alignment: Alignment, settings: Settings | None = None
) -> RelatedPair:
    """Compare the words of two related resolutions that are aligned already, and pair their mandates."""
    if earlier.language == later.language:
        hunks = hunks_of(alignment, earlier, later)
        entries = entries_of(earlier, later, alignment, hunks)
        alignment, entries = with_relations(alignment, entries)
    else:
        entries = ()
    changes = pair_mandates(alignment, mandates_of(earlier), mandates_of(later))
    return RelatedPair(earlier, later, alignment, changes, settings or Settings(), entries)
