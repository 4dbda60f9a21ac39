"""Values that changed between two related resolutions, wherever they stand: what the checks of them share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar

from corpora.model import Anchor, Paragraph, Span
from corpora.values import AnchorKind, Date, Number, ParagraphReference, Value
from reports.checks.base import ClaimingCheck
from reports.checks.support.change_severity import Effect, severity_of_change
from reports.checks.support.hunk_checks import row_finding
from reports.comparison.entries import Entry
from reports.comparison.hunk_kinds import ValueChange, ValueGroup, value_changes
from reports.comparison.hunks import Spans
from reports.comparison.ledger import Ledger
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding, Place, Severity, place_of

Held = tuple[Paragraph, Anchor]


class ValueHunkCheck(ClaimingCheck):
    """A check of the values of one group: one finding for those of a row that are equally grave."""

    severity = Severity.MAJOR
    category = "accuracy/mandate"
    rank = 50
    group: ClassVar[ValueGroup]
    noun: ClassVar[str]
    """What changed, by its key in [nouns] of the catalogues."""

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for the values of a row that are equally grave."""
        for entries in list(ledger.by_bead()):
            found: dict[Severity, list[tuple[Entry, ValueChange]]] = {}
            for entry in entries:
                if entry.reason is not None:
                    continue
                for change in value_changes(entry.hunk, entry.texts):
                    if change.group is self.group:
                        found.setdefault(_severity(ledger.pair, change), []).append((entry, change))
            for severity, changes in sorted(found.items(), reverse=True):
                yield self._finding(ledger, severity, changes)

    def _finding(self, ledger: Ledger, severity: Severity, changes: Sequence[tuple[Entry, ValueChange]]) -> Finding:
        pair = ledger.pair
        first = changes[0][0]
        taken = ledger.take_inside(
            _spans([held for _, change in changes for held in change.gone]),
            _spans([held for _, change in changes for held in change.come]),
        )
        entries = [Entry(hunk, first.texts) for hunk in taken] or [first]
        places = [places for _, change in changes for places in _places(pair, change)]
        return row_finding(self, pair, entries, severity, noun=self.noun, spans=places)


def _spans(held: Sequence[Held]) -> Spans:
    return {p.id: [a.span for q, a in held if q.id == p.id] for p, _ in held}


def _places(pair: RelatedPair, change: ValueChange) -> list[tuple[Place | None, Place | None]]:
    old = [place_of(pair.earlier, p, span) for p, span in _runs(change.gone)]
    new = [place_of(pair.later, p, span) for p, span in _runs(change.come)]
    return list(zip_longest(old, new))


def _runs(held: Sequence[Held]) -> list[tuple[Paragraph, Span]]:
    """The spans of values, those that follow one another as one: "paragraphs 3, 6, 8 and 9"."""
    out: list[tuple[Paragraph, Span]] = []
    for paragraph, anchor in sorted(held, key=lambda entry: (entry[0].id, entry[1].span)):
        last = out[-1] if out else None
        if last and last[0].id == paragraph.id and anchor.span.start - last[1].end <= _JOINED:
            out[-1] = paragraph, Span(last[1].start, max(last[1].end, anchor.span.end))
        else:
            out.append((paragraph, anchor.span))
    return out


def _severity(pair: RelatedPair, change: ValueChange) -> Severity:
    """By what the values do: a citation, or the day of something past, only points; a cited paragraph says what holds."""
    paragraph = (change.come or change.gone)[0][0]
    if any(_is_own_paragraph(p, a) for p, a in (*change.gone, *change.come)):
        return severity_of_change(Effect.BINDS, paragraph)
    came_or_went = not change.gone or not change.come
    if (
        (change.group is ValueGroup.NAME and came_or_went)
        or change.group is ValueGroup.CITATION
        or _is_past(pair, change)
        or _beside_citation(change)
    ):
        return severity_of_change(Effect.POINTS, paragraph)
    return severity_of_change(Effect.BINDS, paragraph)


def _is_own_paragraph(paragraph: Paragraph, anchor: Anchor) -> bool:
    """Whether a paragraph is cited that is no other document's: none is cited behind it or right before it."""
    if not isinstance(anchor.value, ParagraphReference):
        return False
    end = anchor.span.end
    for other in paragraph.anchors:
        if other.kind is AnchorKind.REFERENCE and 0 <= other.span.start - end <= _JOINED * 2:
            end = other.span.end  # the document is named behind the last number of the list
    return not any(
        0 <= other.span.start - end <= _OF or 0 <= anchor.span.start - other.span.end <= _NEAR
        for other in paragraph.anchors
        if other.kind is AnchorKind.CITATION
    )


def _is_past(pair: RelatedPair, change: ValueChange) -> bool:
    """Whether every date of the later text lies before its adoption (of the earlier one, where the date is gone)."""
    adopted = pair.adopted[1 if change.come else 0]
    dates = [anchor.value for _, anchor in (change.come or change.gone)]
    return adopted is not None and all(_lies_before(date, adopted) for date in dates)


def _lies_before(value: Value, adopted: Date) -> bool:
    if isinstance(value, Number):
        return value.whole is not None and adopted.year is not None and _FIRST_YEAR <= value.whole < adopted.year
    return isinstance(value, Date) and value.is_before(adopted)


def _beside_citation(change: ValueChange) -> bool:
    """Whether the dates are those of cited documents: "du 2 octobre 2023 (S/2023/729)"."""
    return change.group is ValueGroup.DATE and all(
        anchor.kind is AnchorKind.DATE
        and any(
            other.kind is AnchorKind.CITATION
            and max(other.span.start - anchor.span.end, anchor.span.start - other.span.end) <= _NEAR
            for other in paragraph.anchors
        )
        for paragraph, anchor in (*change.gone, *change.come)
    )


_FIRST_YEAR = 1900
"""From which a bare figure is a year."""
_JOINED = 6
"""Characters between two values that are named as one list: ", ", " and "."""
_OF = 90
"""Characters behind the number of a paragraph in which the document that it is of is cited: others may be named between."""
_NEAR = 12
"""Characters between a date and the symbol that it belongs to."""
