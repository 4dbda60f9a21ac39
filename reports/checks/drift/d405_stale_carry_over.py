"""D405."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from align.lexicon.word_evidence import UNRENDERED
from align.model import Alignment, Relation
from corpora.kept import Same
from corpora.model import Paragraph, Span
from corpora.text.punctuation import ENDS
from corpora.values import Value
from reports.checks.base import VersionCheck
from reports.checks.support.lexical_evidence import evidence_inside
from reports.checks.support.voting import all_but_one
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.comparison.word_diff import has_same_words, main_change
from reports.findings.marked_clauses import marked_clause
from reports.findings.model import Finding, Severity, WordChange, place_of
from reports.messages.phrases import Facts
from reports.messages.wording import shortened

_SAME = (Relation.IDENTICAL, Relation.EDITORIAL)


class StaleCarryOver(VersionCheck):
    """A version repeats its predecessor word for word where the other versions have moved on."""

    code = "D405"
    since = "0.1.0"
    severity = Severity.CRITICAL
    category = "accuracy/untranslated"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each row in which one version alone stayed as it was."""
        if versions.predecessor is None:
            return
        earlier = versions.predecessor.documents
        later = {d.language: d for d in versions.documents}
        shared = [code for code in later if code in earlier]
        if len(shared) < 2:
            return
        alignments = {code: versions.predecessor.alignment_with(later[code]) for code in shared}
        beads = {code: _by_target(alignment) for code, alignment in alignments.items()}
        since = tuple(Same(alignment) for alignment in alignments.values())
        before = {code: {p.id: p for p in earlier[code].all_paragraphs()} for code in shared}
        for row in versions.rows:
            if row.kind.is_counted:
                yield from row.kept((self, since), partial(self._found, row, beads, before))

    def _found(
        self,
        row: VersionRow,
        beads: dict[str, dict[str, tuple[tuple[str, ...], Relation]]],
        before: dict[str, dict[str, Paragraph]],
    ) -> tuple[Finding, ...]:
        return tuple(self._of_row(row, beads, before))

    def _of_row(
        self,
        row: VersionRow,
        beads: dict[str, dict[str, tuple[tuple[str, ...], Relation]]],
        before: dict[str, dict[str, Paragraph]],
    ) -> Iterator[Finding]:
        old: dict[str, Paragraph] = {}
        for code, cell in row.cells.items():
            bead = beads.get(code, {}).get(cell.first.id)
            if bead is None or len(bead[0]) != 1 or len(cell.paragraphs) != 1:
                return
            old[code] = before[code][bead[0][0]]
        stale = [c for c, cell in row.cells.items() if _unchanged(old[c], cell.first)]
        moved = {c: what for c in row.cells if c not in stale and (what := _change(old[c], row.cells[c].first))}
        if len(stale) != 1 or not moved or not all_but_one(len(moved), len(row.cells)):
            return
        reference = next(iter(moved))
        left = row.cells[stale[0]]
        behind = [_is_behind(left, old[c], row.cells[c], what) for c, what in moved.items()]
        if 2 * sum(behind) <= len(behind):
            return
        yield self._finding(row, stale[0], reference, tuple(moved), moved[reference], old=old[reference])

    def _finding(
        self,
        row: VersionRow,
        code: str,
        reference: str,
        others: tuple[str, ...],
        change: _Change,
        *,
        old: Paragraph,
    ) -> Finding:
        source, target = row.cells[reference], row.cells[code]
        facts: Facts = {
            "outlier": code,
            "others": others,
            "was": shortened(change.was, 50),
            "now": shortened(change.now, 50),
            "before": marked_clause(old, source.language, change.removed),
            "after": marked_clause(source.first, source.language, change.added),
            "still": marked_clause(target.first, target.language, next(_what_stayed(target, change), None)),
        }
        severity = self.severity if row.in_operative_part and change.valued else Severity.MINOR
        return Finding(
            code=self.code,
            severity=severity,
            source=place_of(source.resolution, source.first),
            target=place_of(target.resolution, target.first),
            sentence="D405.one",
            facts=facts,
            confidence=0.85,
            changes=tuple(_places_of(change, source, target)) if change.valued else (),
        )


def _by_target(alignment: Alignment) -> dict[str, tuple[tuple[str, ...], Relation]]:
    return {pid: (bead.source, bead.relation) for bead in alignment.beads for pid in bead.target if bead.source}


def _unchanged(old: Paragraph, new: Paragraph) -> bool:
    return " ".join(old.text.split()).rstrip(" " + ENDS) == " ".join(new.text.split()).rstrip(" " + ENDS)


def _counted(paragraph: Paragraph) -> Counter[Value]:
    return Counter(a.value for a in paragraph.anchors if a.kind.is_substance and a.firm)


@dataclass(frozen=True, slots=True)
class _Change:
    """Words that are gone and words that came in their place; ``valued`` where they are a value, not mere wording.

    ``removed`` and ``added`` are their spans in the earlier and the later paragraph.
    """

    was: str
    now: str
    valued: bool
    removed: Span | None = None
    added: Span | None = None
    values: tuple[frozenset[Value], frozenset[Value]] = (frozenset(), frozenset())
    """Values that are gone, and values that came."""


def _change(old: Paragraph, new: Paragraph) -> _Change | None:
    """What changed between two paragraphs: a value first, else words; None where next to nothing did, or words only changed places."""
    gone, come = _counted(old) - _counted(new), _counted(new) - _counted(old)
    if gone or come:
        was, now = (
            next((a for a in paragraph.anchors if a.value in values), None)
            for paragraph, values in ((old, gone), (new, come))
        )
        return _Change(
            was.text if was else "–",
            now.text if now else "–",
            True,
            was.span if was else None,
            now.span if now else None,
            (frozenset(gone), frozenset(come)),
        )
    words = main_change(old, new)
    if words is None or has_same_words(old.text, new.text):
        return None
    removed, added = words
    return _Change(
        old.text[removed.start : removed.end] if removed else "–",
        new.text[added.start : added.end] if added else "–",
        False,
        removed,
        added,
    )


def _what_stayed(stale: Cell, change: _Change) -> Iterator[Span]:
    """Where the stale text still has values that are gone from the others; nowhere where the change is one of words."""
    gone, _ = change.values
    return (a.span for a in stale.first.anchors if a.value in gone)


def _places_of(change: _Change, moved: Cell, stale: Cell) -> Iterator[WordChange]:
    """What came in a version that moved on, then each value that the stale one still has of those that are gone there."""
    if change.added:
        yield WordChange(place_of(moved.resolution, moved.first, change.added), None)
    for span in _what_stayed(stale, change):
        yield WordChange(None, place_of(stale.resolution, stale.first, span))


def _is_behind(stale: Cell, old: Paragraph, new: Cell, change: _Change) -> bool:
    """Whether the stale text lacks what came in another version, or still has what is gone from it.

    Where one word serves for both, or the stale text said so before, the change was one of style in the others. A text that has
    all the values that came and none that is gone was ahead before.
    """
    if change.valued:
        old_values, new_values = change.values
        stated = {a.value for _, a in stale.anchors}
        return bool(new_values - stated) or bool((old_values & stated) - {a.value for _, a in new.anchors})
    if change.added:
        came = evidence_inside(new.first, change.added, new.language, stale.first.text, stale.language)
        return not came or min(came) < UNRENDERED
    if change.removed:
        gone = evidence_inside(old, change.removed, new.language, stale.first.text, stale.language)
        return not gone or max(gone) >= UNRENDERED
    return True


CHECK = StaleCarryOver()
