"""A mandate before and after, slot by slot, as the report's table shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpora.mandates.extraction import Mandate, Slot
from corpora.model import Span
from reports.comparison.mandate_changes import MandateChange
from reports.comparison.word_diff import word_changes


@dataclass(frozen=True)
class MandateRow:
    """A mandate before and after, slot by slot; ``changed`` names the slots that differ, ``under`` the act above a point.

    ``words`` holds the action before and after as runs of words, each with whether it changed; empty where nothing did, or where
    the resolutions are in two languages.
    """

    relation: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    changed: frozenset[str]
    words: Mapping[str, Sequence[tuple[str, bool]]]


_SLOTS = (
    "verb",
    "addressee",
    "action",
    "beneficiaries",
    "conditions",
    "resources",
    "quantities",
    "deadline",
    "report_to",
    "duration",
    "legal_basis",
)


def columns_of(rows: Sequence[MandateRow]) -> tuple[str, ...]:
    """The slots of which some mandate of a table has one; each has a column, its head in [words.mandate] of the catalogues."""
    return tuple(slot for slot in _SLOTS if any(r.before[slot] or r.after[slot] for r in rows))


def mandate_row(change: MandateChange, *, same_language: bool = True) -> MandateRow:
    """The row of one mandate; words are compared within one language only."""
    before, after = _slots(change.before), _slots(change.after)
    changed = frozenset(
        s for s in _SLOTS if change.before and change.after and _differs(change.before, change.after, s, before, after)
    )
    relation = "moved" if change.moved and change.relation not in ("merged", "split") else change.relation
    if change.before is None:
        relation = "new"
    elif change.after is None:
        relation = "dropped"
    words = _words(before["action"], after["action"]) if same_language and "action" in changed else {}
    return MandateRow(relation, before, after, changed, words)


def _words(before: str, after: str) -> dict[str, list[tuple[str, bool]]]:
    gone, come = word_changes(before, after)
    return {"before": _runs(before, gone), "after": _runs(after, come)}


def _runs(text: str, changed: Sequence[Span]) -> list[tuple[str, bool]]:
    """A text cut where changed words begin and end."""
    runs, done = [], 0
    for span in changed:
        runs += [(text[done : span.start], False), (text[span.start : span.end], True)]
        done = span.end
    return [run for run in (*runs, (text[done:], False)) if run[0]]


def _differs(old: Mandate, new: Mandate, slot: str, before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    if slot == "addressee":
        return (old.addressee.value if old.addressee else "") != (new.addressee.value if new.addressee else "")
    if slot in ("conditions", "report_to", "beneficiaries", "resources", "quantities"):
        return {s.value for s in getattr(old, slot)} != {s.value for s in getattr(new, slot)}
    if slot == "deadline":
        return {s.value for s in old.deadlines} != {s.value for s in new.deadlines}
    return " ".join(before[slot].lower().split()) != " ".join(after[slot].lower().split())


def _slots(m: Mandate | None) -> Mapping[str, str]:
    if m is None:
        return dict.fromkeys(("id", "under", *_SLOTS), "")
    return {
        "id": m.id,
        "under": m.under.id if m.under else "",
        "verb": m.verb.text,
        "addressee": _text(m.addressee),
        "action": _text(m.action),
        "beneficiaries": _texts(m.beneficiaries),
        "conditions": _texts(m.conditions),
        "resources": _texts(m.resources),
        "quantities": _texts(m.quantities),
        "deadline": _texts((*m.deadlines, *((m.cycle,) if m.cycle else ()))),
        "report_to": _texts(m.report_to),
        "duration": _texts(tuple(s for s in (m.duration, m.review) if s)),
        "legal_basis": _text(m.legal_basis),
    }


def _text(slot: Slot | None) -> str:
    return slot.text if slot else ""


def _texts(slots: Sequence[Slot]) -> str:
    return "; ".join(dict.fromkeys(s.text for s in slots))
