"""The entries of the ledger: the hunks of two related resolutions, with what they stand in, and what is editorial marked so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from align.model import Alignment, Bead, Relation
from corpora.model import Kind, Paragraph, Resolution
from reports.comparison.editorial import Editorial, EditorialRules, same_stems
from reports.comparison.hunk_kinds import BeadTexts, HunkKind, content_words, kind_of
from reports.comparison.hunks import Hunk

_NEAR = 25
"""Characters between two hunks of one paragraph within which a little word or an ending follows the other change."""
_BY_WORDING = frozenset({Relation.IDENTICAL, Relation.EDITORIAL, Relation.REWORDED})
"""Relations that the words decide; the others say how paragraphs were joined, divided or moved."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A hunk that is not accounted for yet, with the paragraphs of its bead; ``reason`` where it is editorial."""

    hunk: Hunk
    texts: BeadTexts
    reason: Editorial | None = None

    @property
    def before(self) -> tuple[Paragraph, ...]:
        """The earlier text's paragraphs of the bead."""
        return self.texts.before

    @property
    def after(self) -> tuple[Paragraph, ...]:
        """The later text's paragraphs of the bead."""
        return self.texts.after


def entries_of(
    earlier: Resolution, later: Resolution, alignment: Alignment, hunks: Sequence[Hunk]
) -> tuple[Entry, ...]:
    """The hunks as entries; what is editorial has its reason, and a little word or an ending goes with the change beside it."""
    old = {p.id: p for p in earlier.all_paragraphs()}
    new = {p.id: p for p in later.all_paragraphs()}
    rules = EditorialRules(earlier, later, renumbered(earlier, later, alignment))
    found: list[Entry] = []
    for hunk in hunks:
        if not found or found[-1].hunk.bead is not hunk.bead:
            texts = BeadTexts(tuple(old[i] for i in hunk.bead.source), tuple(new[i] for i in hunk.bead.target))
        found.append(Entry(hunk, texts, rules.reason(hunk, texts)))
    return tuple(_with_agreements(found))


def _with_agreements(entries: Sequence[Entry]) -> Iterator[Entry]:
    """An ending or a little word that changed beside another change follows it: it is editorial."""
    for place, entry in enumerate(entries):
        beside = [entries[i] for i in (place - 1, place + 1) if 0 <= i < len(entries)]
        if entry.reason is None and _follows(entry.hunk, beside):
            yield Entry(entry.hunk, entry.texts, Editorial.AGREEMENT)
        else:
            yield entry


def _follows(hunk: Hunk, beside: Sequence[Entry]) -> bool:
    """Whether a little word joins or parts what was joined or divided, or a little word or an ending stands beside a change."""
    little = kind_of(hunk) is HunkKind.LITTLE
    if little and hunk.bead.relation in (Relation.MERGED, Relation.SPLIT):
        return True
    if not little and not (kind_of(hunk) is HunkKind.WORDING and same_stems(hunk)):
        return False
    return any(_near(hunk, other.hunk) and _carries(other) for other in beside)


def _carries(entry: Entry) -> bool:
    """Whether another change can follow this one: it says something by itself."""
    return not entry.hunk.wordless and any(content_words(entry.hunk)) and not same_stems(entry.hunk)


def _near(one: Hunk, other: Hunk) -> bool:
    if one.bead is not other.bead:
        return False
    return any(
        p.paragraph.id == q.paragraph.id and max(p.span.start, q.span.start) - min(p.span.end, q.span.end) <= _NEAR
        for side in ("before", "after")
        for p in getattr(one, side)
        for q in getattr(other, side)
    )


def renumbered(earlier: Resolution, later: Resolution, alignment: Alignment) -> dict[int, int]:
    """The new number of each old operative paragraph, where both have one."""
    numbers: dict[int, int] = {}
    old = {p.id: p for p in earlier.paragraphs if p.kind is Kind.OPERATIVE}
    new = {p.id: p for p in later.paragraphs if p.kind is Kind.OPERATIVE}
    for bead in alignment.beads:
        before, after = (_number(side, ids) for side, ids in ((old, bead.source), (new, bead.target)))
        if before is not None and after is not None:
            numbers[before] = after
    return numbers


def _number(paragraphs: Mapping[str, Paragraph], ids: Sequence[str]) -> int | None:
    printed = paragraphs[ids[0]].number if ids and ids[0] in paragraphs else None
    return int(printed) if printed and printed.isdecimal() else None


def with_relations(alignment: Alignment, entries: Sequence[Entry]) -> tuple[Alignment, tuple[Entry, ...]]:
    """The alignment with the relation that the words give each bead of one paragraph a side, and the entries on those beads.

    Identical is where no word and no sign differs, editorial where every hunk is.
    """
    hunks: dict[int, list[Entry]] = {}
    for entry in entries:
        hunks.setdefault(id(entry.hunk.bead), []).append(entry)
    renewed: dict[int, Bead] = {}
    for bead in alignment.beads:
        own = hunks.get(id(bead), [])
        words = (
            Relation.IDENTICAL if not own else Relation.EDITORIAL if all(e.reason for e in own) else Relation.REWORDED
        )
        renewed[id(bead)] = replace(bead, relation=words) if bead.relation in _BY_WORDING else bead
    on_beads = tuple(replace(e, hunk=replace(e.hunk, bead=renewed[id(e.hunk.bead)])) for e in entries)
    return replace(alignment, beads=tuple(renewed[id(bead)] for bead in alignment.beads)), on_beads
