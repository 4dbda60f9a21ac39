"""One mandate through a series of resolutions: first seen, created, renewed, adapted, merged, split, replaced, continued, retired.

What the first text has is "first seen" there: a series does not say when it was created. A mandate that a later text only refers to
("réaffirme les mesures imposées par …") is continued by reference, whatever paragraphs the text itself lacks. The life cycle vocabulary is that of the mandate implementation review (UN80 initiative, workstream 2, 2025).
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from align.model import Bead, Relation
from corpora.mandates.extraction import Mandate, address_of_act, mandates_of
from corpora.model import Address, Resolution
from corpora.structure.addresses import address_of
from reports.comparison.continuation import Continuation, continued_in
from reports.comparison.hunks import bead_hunks
from reports.comparison.mandate_changes import MandateChange
from reports.comparison.rows import RelatedPair, compare_related
from reports.messages.catalogue import word
from reports.messages.wording import shortened
from reports.project.settings import Settings

if TYPE_CHECKING:
    import polars as pl

FIRST_SEEN, CREATED, RENEWED, ADAPTED = "first_seen", "created", "renewed", "adapted"
CONTINUED, RETIRED, ABSENT = "continued", "retired", ""
_JOINED = ("merged", "split")
_STRUCTURAL = (*_JOINED, "replaced")


@dataclass(frozen=True, slots=True)
class LifecycleStep:
    """What became of a mandate in one resolution: its state there, and the mandate itself where it stands in it.

    ``continued_in`` is the paragraph that continues it by reference, else "". ``changed`` are the words that changed from the step
    before, as (before, after), "" where there are none. ``bead`` are the paragraphs before and after of which a merged or split mandate is
    one, both empty for other states. ``moved`` says that it stands in another place among the others than in the step before.
    """

    state: str
    mandate: Mandate | None
    continued_in: str = ""
    changed: tuple[tuple[str, str], ...] = ()
    bead: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    moved: bool = False

    @property
    def place(self) -> str:
        """As ``paragraph``; for a mandate that merged or split, all that did so: "op3 + op5 → op4"."""
        before, after = self.bead
        return f"{' + '.join(before)} → {' + '.join(after)}" if before and after else self.paragraph

    @property
    def paragraph(self) -> str:
        """Where the mandate stands or is continued; "" where neither is so."""
        return self.mandate.id if self.mandate else self.continued_in


@dataclass(slots=True)
class MandateHistory:
    """One mandate's stations, one a resolution, in the order of the series."""

    steps: list[LifecycleStep] = field(default_factory=list)

    @property
    def last(self) -> Mandate | None:
        """The mandate as it stands in the latest resolution read so far."""
        return self.steps[-1].mandate if self.steps else None

    @property
    def in_force(self) -> tuple[int, Mandate] | None:
        """The latest resolution of the series that has its words, and the mandate there; None where it has come to an end."""
        if not self.steps or (self.steps[-1].mandate is None and self.steps[-1].state != CONTINUED):
            return None
        return next((k, step.mandate) for k, step in reversed(list(enumerate(self.steps))) if step.mandate)


@dataclass(frozen=True)
class Lineage:
    """A series of resolutions with the threads of its mandates and the comparison of each with the next."""

    resolutions: tuple[Resolution, ...]
    pairs: tuple[RelatedPair, ...]
    threads: tuple[MandateHistory, ...]

    def addresses(self, at: int, step: LifecycleStep) -> tuple[tuple[Address, ...], tuple[Address, ...]]:
        """Where people find a mandate in the resolution ``at``: the paragraphs that merged or split (else none), and where it stands now."""
        now = self.resolutions[at]
        before, after = step.bead
        if before and after:
            earlier = self.resolutions[max(0, at - 1)]
            return tuple(address_of(earlier, i) for i in before), tuple(address_of(now, i) for i in after)
        if step.mandate is not None:
            return (), (address_of_act(now, step.mandate),)
        return (), (address_of(now, step.continued_in),) if step.continued_in else ()


def trace(resolutions: Sequence[Resolution], settings: Settings | None = None) -> Lineage:
    """Align a series given in its order of adoption, each resolution with the next, and follow every mandate through it.

    Raises ValueError for fewer than two resolutions.
    """
    return lineage_of([compare_related(a, b, settings=settings) for a, b in itertools.pairwise(resolutions)])


def lineage_of(pairs: Sequence[RelatedPair]) -> Lineage:
    """Follow every mandate through a series whose neighbours are compared, in the order of adoption.

    Raises ValueError where there is no pair: a series has two resolutions or more.
    """
    if not pairs:
        raise ValueError("a series has two resolutions or more")
    resolutions = [pairs[0].earlier, *(pair.later for pair in pairs)]
    threads = [MandateHistory([LifecycleStep(FIRST_SEEN, mandate)]) for mandate in mandates_of(resolutions[0])]
    for step, pair in enumerate(pairs, 1):
        # Two mandates may have merged into one: each thread goes on by itself.
        by_before = {c.before.id: c for c in pair.changes if c.before}
        kept = pair.continuations
        for thread in threads:
            thread.steps.append(_next(thread, pair, by_before, resolutions, kept))
        for change in pair.changes:
            if change.before is None and change.after is not None:
                threads.append(
                    MandateHistory([LifecycleStep(ABSENT, None)] * step + [_begun(pair, change, change.after)])
                )
    return Lineage(tuple(resolutions), tuple(pairs), tuple(threads))


def _next(
    thread: MandateHistory,
    pair: RelatedPair,
    changes: Mapping[str, MandateChange],
    resolutions: Sequence[Resolution],
    kept: Sequence[Continuation],
) -> LifecycleStep:
    if thread.in_force is None:
        return LifecycleStep(ABSENT, None)
    place, mandate = thread.in_force
    change = changes.get(mandate.id) if thread.last else None
    if change is not None and change.after is not None:
        return _carried_on(pair, mandate, change.after, change)
    if change is not None and change.relation in _JOINED:
        return LifecycleStep(change.relation, None, bead=_bead_of(pair, mandate.paragraph, None))
    paragraph = continued_in(mandate, resolutions[place], kept)
    return LifecycleStep(CONTINUED, None, paragraph) if paragraph else LifecycleStep(RETIRED, None)


def _carried_on(pair: RelatedPair, before: Mandate, after: Mandate, change: MandateChange) -> LifecycleStep:
    relation, moved = change.relation, change.moved
    if relation not in _STRUCTURAL and _plain(before) == _plain(after):
        return LifecycleStep(RENEWED, after, moved=moved)
    state = relation if relation in _STRUCTURAL else ADAPTED
    bead = _bead_of(pair, before.paragraph, after.paragraph) if state in _JOINED else ((), ())
    return LifecycleStep(state, after, changed=_changed(pair, before, after), bead=bead, moved=moved)


def _changed(pair: RelatedPair, before: Mandate, after: Mandate) -> tuple[tuple[str, str], ...]:
    """The words in which two mandates differ, by the hunks of their paragraphs."""
    sides = [pair.earlier.paragraph(before.paragraph)], [pair.later.paragraph(after.paragraph)]
    bead = Bead((before.paragraph,), (after.paragraph,), 1.0, Relation.REWORDED)
    found = []
    for hunk in bead_hunks(bead, *sides):
        inside = [
            any(p.span.start < m.span.end and p.span.end > m.span.start for p in pieces)
            for pieces, m in ((hunk.before, before), (hunk.after, after))
        ]
        if any(inside) and not hunk.wordless:
            found.append((" ".join(p.text for p in hunk.before), " ".join(p.text for p in hunk.after)))
    return tuple(found)


def _begun(pair: RelatedPair, change: MandateChange, after: Mandate) -> LifecycleStep:
    """The first step of a mandate that the text before does not have, or has as part of another one."""
    if change.relation not in _JOINED:
        return LifecycleStep(CREATED, after)
    return LifecycleStep(change.relation, after, bead=_bead_of(pair, None, after.paragraph))


def _bead_of(pair: RelatedPair, before: str | None, after: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs that merged or split together with one of the earlier or of the later text; empty where none did."""
    for bead in pair.alignment.beads:
        if (before in bead.source or after in bead.target) and len(bead.source) + len(bead.target) > 2:
            return bead.source, bead.target
    return (), ()


def _plain(mandate: Mandate) -> str:
    return " ".join(mandate.text.split()).rstrip(" ,;.").lower()


def state_name(state: str, ui: str) -> str:
    """A state in the user's language."""
    return word("state", state, ui) if state else ""


def stage_name(step: LifecycleStep, ui: str) -> str:
    """What became of a mandate in a text: "adapted", "renewed, moved"."""
    state = state_name(step.state, ui)
    return f"{state}, {word('relation', Relation.MOVED, ui)}" if step.moved else state


def _said(changed: Sequence[tuple[str, str]]) -> str:
    """ "90 → 60; – → urgently"."""
    return "; ".join(f"{shortened(before, 60) or '–'} → {shortened(after, 60) or '–'}" for before, after in changed)


def lineage_table(lineage: Lineage, ui: str) -> pl.DataFrame:
    """One row a thread: for each resolution the state, the paragraph, the opening words of the mandate there, what changed in it."""
    import polars as pl

    columns: dict[str, list[str | None]] = {}
    for i, resolution in enumerate(lineage.resolutions):
        name = resolution.label
        name = name if f"{name} state" not in columns else f"{name} ({i + 1})"
        steps = [thread.steps[i] for thread in lineage.threads]
        columns[f"{name} state"] = [stage_name(s, ui) or None for s in steps]
        columns[f"{name} paragraph"] = [s.place or None for s in steps]
        columns[f"{name} text"] = [shortened(s.mandate.text, 120) if s.mandate else None for s in steps]
        columns[f"{name} changed"] = [_said(s.changed) or None for s in steps]
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
