"""Three texts: the last resolution, the draft of the next, what was adopted. What the draft changed, what negotiation changed, what came back.

Paragraphs of the three that correspond make a row, in the order of the adopted text. The hunks of a row (`reports.comparison.hunks`)
between the last text and the draft are the draft's changes, those between the draft and the adopted text the negotiation's; the
hunks between the last and the adopted text tell which words of the last text came back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from align.model import Alignment, Bead, Relation
from corpora.model import Address, Paragraph, Resolution
from corpora.structure.addresses import address_of
from reports.comparison.hunks import Hunk, Piece, bead_hunks
from reports.comparison.three_rows import SIDES, Sides, rows_of_three


class Author(StrEnum):
    """Who changed something: who drafted, or who negotiated."""

    DRAFT = "draft"
    NEGOTIATION = "negotiation"


class ChangeOutcome(StrEnum):
    """What became of a change of the draft, or what a change in negotiation did to the draft's.

    KEPT: the draft's change stands in the adopted text. CAME_BACK: the last text's words stand in the adopted one again.
    GIVEN_UP: nothing but words that the draft had put in is gone again. CHANGED_AGAIN: what the draft had changed was changed once more, or came back in part. OWN: negotiation changed what the draft had
    left as it was.
    """

    KEPT = "kept"
    CAME_BACK = "came_back"
    GIVEN_UP = "given_up"
    CHANGED_AGAIN = "changed_again"
    OWN = "own"

    @property
    def is_undone(self) -> bool:
        """Whether the place reads again as it did in the last text."""
        return self in (ChangeOutcome.CAME_BACK, ChangeOutcome.GIVEN_UP)


class RowState(StrEnum):
    """What became of a row as a whole."""

    UNCHANGED = "unchanged"
    AS_DRAFTED = "as_drafted"
    NEGOTIATED = "negotiated"
    BOTH = "both"
    CAME_BACK = "came_back"
    CAME_BACK_IN_PART = "came_back_in_part"
    NEW_IN_DRAFT = "new_in_draft"
    NEW_IN_NEGOTIATION = "new_in_negotiation"
    DROPPED_BY_DRAFT = "dropped_by_draft"
    DROPPED_IN_NEGOTIATION = "dropped_in_negotiation"
    GIVEN_UP = "given_up"


_BY_PRESENCE: Mapping[tuple[bool, bool, bool], RowState] = {
    (True, False, False): RowState.DROPPED_BY_DRAFT,
    (True, True, False): RowState.DROPPED_IN_NEGOTIATION,
    (False, True, False): RowState.GIVEN_UP,
    (False, True, True): RowState.NEW_IN_DRAFT,
    (False, False, True): RowState.NEW_IN_NEGOTIATION,
}
"""Rows that not all three texts have, and not the last and the adopted one."""


@dataclass(frozen=True, slots=True)
class Change:
    """One hunk: who made it, what became of it, and its words before and after.

    ``before`` are pieces of the last text for a change of the draft and of the draft for one of negotiation (of the last text
    where the draft had dropped the paragraph); ``after`` of the text that came next.
    """

    author: Author
    outcome: ChangeOutcome
    hunk: Hunk

    @property
    def before(self) -> tuple[Piece, ...]:
        """The words that were replaced."""
        return self.hunk.before

    @property
    def after(self) -> tuple[Piece, ...]:
        """The words that replaced them."""
        return self.hunk.after

    @property
    def words(self) -> int:
        """How many words are gone or new."""
        return self.hunk.removed + self.hunk.added


@dataclass(frozen=True, slots=True)
class Contest:
    """Words of a row over which draft and negotiation went different ways: those of the last text, the draft's, the adopted ones.

    Each is "" where that text has none there.
    """

    last: str
    draft: str
    adopted: str
    outcome: ChangeOutcome


@dataclass(frozen=True, slots=True)
class ThreeTextRow:
    """Paragraphs that correspond, the changes in them, and who moved them; each side may be empty, not all three."""

    last: tuple[Paragraph, ...]
    draft: tuple[Paragraph, ...]
    adopted: tuple[Paragraph, ...]
    changes: tuple[Change, ...]
    state: RowState
    moved_by: tuple[Author, ...] = ()

    @property
    def label(self) -> str:
        """The id of its first paragraph: of the adopted text where that has one, else of the draft, else of the last text."""
        return (self.adopted or self.draft or self.last)[0].id

    @property
    def contests(self) -> tuple[Contest, ...]:
        """The draft's changes that do not stand in the adopted text, each with what stands there now."""
        return tuple(
            Contest(_words(c.before), _words(c.after), self._adopted_words(c), c.outcome)
            for c in self.changes
            if c.author is Author.DRAFT and c.outcome is not ChangeOutcome.KEPT
        )

    def _adopted_words(self, change: Change) -> str:
        if change.outcome is ChangeOutcome.CAME_BACK:
            return _words(change.before)
        redone = [
            c for c in self.changes if c.author is Author.NEGOTIATION and _touches(c.before, change.after or c.before)
        ]
        return " … ".join(filter(None, (_words(c.after) for c in redone)))

    @property
    def has_changed(self) -> bool:
        """Whether anything was changed or moved."""
        return self.state is not RowState.UNCHANGED or bool(self.moved_by)


@dataclass(frozen=True, repr=False)
class ThreeTexts:
    """The three texts and their rows, in the order of the adopted text; rows that it lacks stand where they would have stood."""

    last: Resolution
    draft: Resolution
    adopted: Resolution
    rows: tuple[ThreeTextRow, ...]

    def address(self, row: ThreeTextRow) -> Address:
        """Where people find the paragraph that a row is named after."""
        text = self.adopted if row.adopted else self.draft if row.draft else self.last
        return address_of(text, row.label)

    def words_by(self, author: Author) -> int:
        """How many words an author's changes took away or added."""
        return sum(c.words for row in self.rows for c in row.changes if c.author is author)

    @property
    def words_undone(self) -> int:
        """How many of the draft's are undone in the adopted text."""
        changes = (c for row in self.rows for c in row.changes if c.author is Author.DRAFT)
        return sum(c.words for c in changes if c.outcome.is_undone)

    def count(self, *states: RowState) -> int:
        """How many rows are in one of these states."""
        return sum(row.state in states for row in self.rows)

    def __repr__(self) -> str:
        texts = " → ".join(r.label for r in (self.last, self.draft, self.adopted))
        return f"<ThreeTexts {texts}: {len(self.rows)} rows, {sum(r.has_changed for r in self.rows)} changed>"


def three_texts(texts: tuple[Resolution, Resolution, Resolution], alignments: Sequence[Alignment]) -> ThreeTexts:
    """The last text, the draft and the adopted one in rows.

    ``alignments`` are those from the last text to the draft, from the draft to the adopted text, and from the last text to the
    adopted one. Raises KeyError where a bead names a paragraph that the texts do not have.
    """
    moved = [{ids for bead in a.beads if bead.moved for ids in bead.target} for a in alignments[:2]]
    rows = []
    for sides in rows_of_three(texts, alignments):
        changes = _changes(sides)
        movers = [
            author
            for author, gone, side in zip(Author, moved, SIDES[1:], strict=True)
            if any(p.id in gone for p in sides[side])
        ]
        rows.append(ThreeTextRow(*sides, tuple(changes), _state(sides, changes), tuple(movers)))
    return ThreeTexts(*texts, tuple(rows))


def _hunks(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[Hunk]:
    ids = tuple(p.id for p in before), tuple(p.id for p in after)
    relation = Relation.NEW if not before else Relation.DROPPED if not after else Relation.ALIGNED
    return list(bead_hunks(Bead(*ids, 1.0, relation), before, after)) if before or after else []


def _changes(sides: Sides) -> list[Change]:
    """The draft's changes, then the negotiation's."""
    last, draft, adopted = sides
    by_draft, whole = _hunks(last, draft), _hunks(last, adopted)
    # A paragraph that the draft dropped is compared with the last text's: what is the same in both has come back.
    in_negotiation = _hunks(draft, adopted) if draft or not last else whole if adopted else []
    found = [Change(Author.DRAFT, _fate(h, in_negotiation, whole), h) for h in by_draft]
    for hunk in in_negotiation:
        found.append(Change(Author.NEGOTIATION, _effect(hunk, by_draft, whole) if draft else ChangeOutcome.OWN, hunk))
    return found


def _fate(change: Hunk, later: Sequence[Hunk], whole: Sequence[Hunk]) -> ChangeOutcome:
    """What became of a change of the draft, by the negotiation's hunks and those from the last text to the adopted one."""
    differs = [p for h in whole for p in h.before]
    redone = [p for h in later for p in h.before]
    # Where the last and the adopted text are the same all is undone, whichever of several like words the two comparisons took.
    if not whole or (not _touches(change.before, differs) and _covered(change.after, redone)):
        return ChangeOutcome.CAME_BACK if _has_signs(change.before) else ChangeOutcome.GIVEN_UP
    returned = _has_signs(change.before) and not _covered(change.before, differs)
    filled = not _has_signs(change.after) and _touches(change.after, [p for p in redone if not p.text.strip()])
    if returned or filled or _overlaps(change.after, redone):
        return ChangeOutcome.CHANGED_AGAIN
    return ChangeOutcome.KEPT


def _effect(change: Hunk, earlier: Sequence[Hunk], whole: Sequence[Hunk]) -> ChangeOutcome:
    """What a change in negotiation did, by the draft's hunks and those from the last text to the adopted one."""
    drafted = [p for h in earlier for p in h.after]
    differs = [p for h in whole for p in h.after]
    if not whole or (not _touches(change.after, differs) and _covered(change.before, drafted)):
        return ChangeOutcome.CAME_BACK if _has_signs(change.after) else ChangeOutcome.GIVEN_UP
    gap = not _has_signs(change.before) and _touches(change.before, [p for p in drafted if not p.text.strip()])
    return ChangeOutcome.CHANGED_AGAIN if gap or _overlaps(change.before, drafted) else ChangeOutcome.OWN


def _state(sides: Sides, changes: Sequence[Change]) -> RowState:
    last, draft, adopted = (bool(side) for side in sides)
    if (last, draft, adopted) in _BY_PRESENCE:
        return _BY_PRESENCE[last, draft, adopted]
    if not changes:
        return RowState.UNCHANGED
    by_draft = [c.outcome for c in changes if c.author is Author.DRAFT]
    negotiated = [c.outcome for c in changes if c.author is Author.NEGOTIATION]
    if not draft or any(outcome.is_undone for outcome in by_draft):
        whole = all(outcome.is_undone for outcome in by_draft) and ChangeOutcome.OWN not in negotiated
        return RowState.CAME_BACK if whole else RowState.CAME_BACK_IN_PART
    if not negotiated:
        return RowState.AS_DRAFTED
    return RowState.BOTH if by_draft else RowState.NEGOTIATED


# -- places of pieces --------------------------------------------------------------------------------------------------


def _words(pieces: Sequence[Piece]) -> str:
    return " … ".join(p.text for p in pieces if p.text.strip())


def _has_signs(pieces: Sequence[Piece]) -> bool:
    return any(piece.text.strip() for piece in pieces)


def _overlaps(pieces: Sequence[Piece], others: Sequence[Piece]) -> bool:
    """Whether two have characters in common."""
    return any(a.paragraph.id == b.paragraph.id and a.span.overlaps(b.span) for a in pieces for b in others)


def _touches(pieces: Sequence[Piece], others: Sequence[Piece]) -> bool:
    """The same, or that one is a place between words that stands in the other or at its end."""
    if _overlaps(pieces, others):
        return True
    return any(
        a.paragraph.id == b.paragraph.id
        and (not len(a.span) or not len(b.span))
        and max(a.span.start, b.span.start) <= min(a.span.end, b.span.end)
        for a in pieces
        for b in others
    )


def _covered(pieces: Sequence[Piece], others: Sequence[Piece]) -> bool:
    """Whether every letter and sign of the pieces lies in one of the others."""
    for piece in pieces:
        spans = [o.span for o in others if o.paragraph.id == piece.paragraph.id]
        for place, sign in enumerate(piece.text, piece.span.start):
            if not sign.isspace() and not any(s.start <= place < s.end for s in spans):
                return False
    return True
