"""The ledger: every hunk between two related resolutions, and which finding accounts for it. None is accounted for twice, or not.

Checks take from it the hunks that they explain, the most specific first: what a check takes no other sees. A part of a hunk may be
taken (the date in a clause that was rewritten); what is left of it stays, unless it says nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reports.comparison.entries import Entry
from reports.comparison.hunk_kinds import HunkKind, content_words, kind_of
from reports.comparison.hunks import Hunk, Spans
from reports.comparison.rows import RelatedPair

_Row = tuple[tuple[str, ...], tuple[str, ...]]
"""A bead by the ids of its paragraphs."""


class Ledger:
    """The hunks of a pair that no finding accounts for yet, in the order of the alignment."""

    def __init__(self, pair: RelatedPair) -> None:
        """The ledger of a pair, nothing taken from it yet; empty between two languages."""
        self.pair = pair
        self._rows: dict[_Row, list[Entry]] = {}
        self._rows_of: dict[str, list[_Row]] = {}
        self._order: dict[_Row, int] = {}
        for entry in pair.entries:
            row = _row(entry)
            if row not in self._rows:
                self._order[row] = len(self._order)
                for paragraph_id in {*row[0], *row[1]}:
                    self._rows_of.setdefault(paragraph_id, []).append(row)
            self._rows.setdefault(row, []).append(entry)

    @property
    def entries(self) -> list[Entry]:
        """What is left."""
        return [entry for entries in self._rows.values() for entry in entries]

    def take(self, wanted: Iterable[Entry]) -> None:
        """Take whole hunks."""
        gone: dict[_Row, set[int]] = {}
        for entry in wanted:
            gone.setdefault(_row(entry), set()).add(id(entry))
        for row, taken in gone.items():
            self._rows[row] = [entry for entry in self._rows[row] if id(entry) not in taken]

    def _with(self, paragraph_ids: Iterable[str]) -> list[_Row]:
        """The rows that hold one of the paragraphs of either text, in the order of the alignment."""
        rows = {row for paragraph_id in paragraph_ids for row in self._rows_of.get(paragraph_id, ())}
        return sorted(rows, key=self._order.__getitem__)

    def take_inside(self, before: Spans, after: Spans, *, telling: bool = False) -> list[Hunk]:
        """Take the words inside spans of the earlier and of the later text's paragraphs, as the parts of hunks that they are.

        With ``telling`` a part of a hunk is left where it is that says nothing by itself, or that is the lesser part of words that
        only came or went and state no value: the spans only end otherwise, or a whole clause was added.
        """
        taken: list[Hunk] = []
        for row in self._with(before.keys() | after.keys()):
            left: list[Entry] = []
            for entry in self._rows[row]:
                part, rest = entry.hunk.cut(before, after)
                if part is None or (telling and rest is not None and not _tells(part, rest)):
                    left.append(entry)
                    continue
                if rest is not None and kind_of(rest) is HunkKind.LITTLE:
                    part, rest = entry.hunk, None
                taken.append(part)
                if rest is not None:
                    left.append(Entry(rest, entry.texts))
            self._rows[row] = left
        return taken

    def take_paragraphs(self, before: Iterable[str] = (), after: Iterable[str] = ()) -> list[Hunk]:
        """Take the paragraphs among those named that are gone or new, whole."""
        old, new = frozenset(before), frozenset(after)
        mine = [
            entry
            for row in self._with(old | new)
            if (not row[0] or not row[1]) and old.issuperset(row[0]) and new.issuperset(row[1])
            for entry in self._rows[row]
        ]
        self.take(mine)
        return [entry.hunk for entry in mine]

    def by_bead(self) -> Iterator[list[Entry]]:
        """The entries of each bead together."""
        yield from (list(entries) for entries in self._rows.values() if entries)


def _row(entry: Entry) -> _Row:
    return entry.hunk.bead.source, entry.hunk.bead.target


def _tells(part: Hunk, rest: Hunk) -> bool:
    """Whether a part of a hunk is a change of its own beside the rest."""
    if kind_of(part) is HunkKind.LITTLE:
        return False
    mine, others = (sum(map(len, content_words(hunk))) for hunk in (part, rest))
    both = bool(part.words_before or rest.words_before) and bool(part.words_after or rest.words_after)
    states = any(
        a.span.overlaps(p.span) and a.kind.is_substance
        for p in (*part.before, *part.after)
        for a in p.paragraph.anchors
    )
    return both or states or mine >= others
