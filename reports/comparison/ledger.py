"""The ledger: every hunk between two related resolutions, and which finding accounts for it. None is accounted for twice, or not.

Checks take from it the hunks that they explain, the most specific first: what a check takes no other sees. A part of a hunk may be
taken (the date in a clause that was rewritten); what is left of it stays, unless it says nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reports.comparison.entries import Entry
from reports.comparison.hunk_kinds import HunkKind, content_words, kind_of
from reports.comparison.hunks import Hunk, Spans
from reports.comparison.rows import RelatedPair


@dataclass
class Ledger:
    """The hunks of a pair that no finding accounts for yet, in the order of the alignment."""

    pair: RelatedPair
    entries: list[Entry] = field(default_factory=list)

    @classmethod
    def of(cls, pair: RelatedPair) -> Ledger:
        """The ledger of a pair, nothing taken from it yet. Empty between two languages."""
        return cls(pair, list(pair.entries))

    def take(self, wanted: Iterable[Entry]) -> None:
        """Take whole hunks."""
        gone = {id(entry) for entry in wanted}
        self.entries = [entry for entry in self.entries if id(entry) not in gone]

    def take_inside(self, before: Spans, after: Spans, *, telling: bool = False) -> list[Hunk]:
        """Take the words inside spans of the earlier and of the later text's paragraphs, as the parts of hunks that they are.

        With ``telling`` a part of a hunk is left where it is that says nothing by itself, or that is the lesser part of words that
        only came or went and state no value: the spans only end otherwise, or a whole clause was added.
        """
        taken: list[Hunk] = []
        left: list[Entry] = []
        ids = before.keys() | after.keys()
        for entry in self.entries:
            near = not ids.isdisjoint(entry.hunk.bead.source) or not ids.isdisjoint(entry.hunk.bead.target)
            part, rest = entry.hunk.cut(before, after) if near else (None, entry.hunk)
            if part is None or (telling and rest is not None and not _tells(part, rest)):
                left.append(entry)
                continue
            if rest is not None and kind_of(rest) is HunkKind.LITTLE:
                part, rest = entry.hunk, None
            taken.append(part)
            if rest is not None:
                left.append(Entry(rest, entry.before, entry.after))
        self.entries = left
        return taken

    def take_paragraphs(self, before: Iterable[str] = (), after: Iterable[str] = ()) -> list[Hunk]:
        """Take the paragraphs among those named that are gone or new, whole."""
        old, new = frozenset(before), frozenset(after)
        mine = [
            e
            for e in self.entries
            if (not e.hunk.bead.source or not e.hunk.bead.target)
            and old.issuperset(e.hunk.bead.source)
            and new.issuperset(e.hunk.bead.target)
        ]
        self.take(mine)
        return [entry.hunk for entry in mine]

    def by_bead(self) -> Iterator[list[Entry]]:
        """The entries of each bead together."""
        groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Entry]] = {}
        for entry in self.entries:
            groups.setdefault((entry.hunk.bead.source, entry.hunk.bead.target), []).append(entry)
        yield from groups.values()


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
