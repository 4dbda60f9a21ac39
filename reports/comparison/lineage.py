"""One mandate through a series of resolutions: created, renewed, adapted, merged, split, replaced, retired.

The life cycle vocabulary is that of the mandate implementation review (UN80 initiative, workstream 2, 2025).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from corpora.mandates.extraction import Mandate, mandates_of
from corpora.model import Resolution
from reports.comparison.mandate_changes import MandateChange
from reports.comparison.rows import RelatedPair, compare_related
from reports.messages.catalogue import word
from reports.messages.wording import shortened
from reports.project.settings import Settings

CREATED, RENEWED, ADAPTED, RETIRED, ABSENT = "created", "renewed", "adapted", "retired", ""
_STRUCTURAL = ("merged", "split", "replaced")


@dataclass(frozen=True, slots=True)
class LifecycleStep:
    """What became of a mandate in one resolution: its state there, and the mandate itself where it stands in it."""

    state: str
    mandate: Mandate | None


@dataclass(slots=True)
class MandateHistory:
    """One mandate's stations, one a resolution, in the order of the series."""

    steps: list[LifecycleStep] = field(default_factory=list)

    @property
    def last(self) -> Mandate | None:
        """The mandate as it stands in the latest resolution read so far."""
        return self.steps[-1].mandate if self.steps else None


@dataclass(frozen=True)
class Lineage:
    """A series of resolutions with the threads of its mandates and the comparison of each with the next."""

    resolutions: tuple[Resolution, ...]
    pairs: tuple[RelatedPair, ...]
    threads: tuple[MandateHistory, ...]


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
    threads = [MandateHistory([LifecycleStep(CREATED, mandate)]) for mandate in mandates_of(resolutions[0])]
    for step, pair in enumerate(pairs, 1):
        # Two mandates may have merged into one: each thread goes on by itself.
        by_before = {c.before.id: c for c in pair.changes if c.before}
        for thread in threads:
            thread.steps.append(_next(thread, by_before))
        for change in pair.changes:
            if change.before is None and change.after is not None:
                threads.append(
                    MandateHistory(
                        [LifecycleStep(ABSENT, None)] * step + [LifecycleStep(_origin(change), change.after)]
                    )
                )
    return Lineage(tuple(resolutions), tuple(pairs), tuple(threads))


def _next(thread: MandateHistory, changes: dict[str, MandateChange]) -> LifecycleStep:
    last = thread.last
    if last is None:
        return LifecycleStep(ABSENT, None)
    change = changes.get(last.id)
    if change is None or change.after is None:
        return LifecycleStep(change.relation if change and change.relation in ("merged", "split") else RETIRED, None)
    if change.relation in _STRUCTURAL:
        return LifecycleStep(change.relation, change.after)
    return LifecycleStep(RENEWED if _plain(last) == _plain(change.after) else ADAPTED, change.after)


def _origin(change: MandateChange) -> str:
    return change.relation if change.relation in ("merged", "split") else CREATED


def _plain(mandate: Mandate) -> str:
    return " ".join(mandate.text.split()).rstrip(" ,;.").lower()


def state_name(state: str, ui: str) -> str:
    """A state in the user's language."""
    return word("state", state, ui) if state else ""


def lineage_table(lineage: Lineage, ui: str) -> pl.DataFrame:
    """One row a thread: for each resolution the state, the paragraph and the opening words of the mandate there."""
    columns: dict[str, list[str | None]] = {}
    for i, resolution in enumerate(lineage.resolutions):
        name = resolution.label
        name = name if f"{name} state" not in columns else f"{name} ({i + 1})"
        steps = [thread.steps[i] for thread in lineage.threads]
        columns[f"{name} state"] = [state_name(s.state, ui) or None for s in steps]
        columns[f"{name} paragraph"] = [s.mandate.id if s.mandate else None for s in steps]
        columns[f"{name} text"] = [shortened(s.mandate.text, 120) if s.mandate else None for s in steps]
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
