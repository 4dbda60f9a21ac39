"""What the checks of mandates share: telling apart what kind of change stands before them, and building findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpora.mandates import Mandate, Slot
from corpora.model import Resolution
from reports.comparison import MandateChange, RelatedPair
from reports.finding import Finding, Place, Severity, place_of
from reports.phrases import quoted

ACTS = ("decide", "direct", "urge")
"""The kinds of verb that decide, direct or exhort: the others only recognise, welcome or recall."""


def kept(pair: RelatedPair) -> Iterator[tuple[Mandate, Mandate, MandateChange]]:
    """The mandates that stand in both resolutions."""
    for change in pair.changes:
        if change.before is not None and change.after is not None:
            yield change.before, change.after, change


def before_place(pair: RelatedPair, mandate: Mandate, slot: Slot | None = None) -> Place:
    """Where a mandate of the earlier resolution stands, or one of its slots."""
    return place_of(pair.earlier, pair.earlier.paragraph(mandate.paragraph), slot.span if slot else mandate.span)


def after_place(pair: RelatedPair, mandate: Mandate, slot: Slot | None = None) -> Place:
    """Where a mandate of the later resolution stands, or one of its slots."""
    return place_of(pair.later, pair.later.paragraph(mandate.paragraph), slot.span if slot else mandate.span)


def verb_place(resolution: Resolution, mandate: Mandate) -> Place:
    """Where the verb of a mandate stands."""
    return place_of(resolution, resolution.paragraph(mandate.paragraph), mandate.verb.span)


def one(slot: Slot | None) -> tuple[Slot, ...]:
    """A slot that may be empty, as the others are given."""
    return (slot,) if slot else ()


def deadlines_and_cycle(mandate: Mandate) -> tuple[Slot, ...]:
    """What says when: sessions, dates, and the cycle; dates inside the duration belong to that."""
    inside = mandate.duration.span if mandate.duration else None
    dates = tuple(d for d in mandate.deadlines if inside is None or not inside.start <= d.span.start < inside.end)
    return (*dates, *one(mandate.cycle))


def changed_slots(old: Sequence[Slot], new: Sequence[Slot]) -> tuple[list[Slot], list[Slot]]:
    """The slots whose values stand on one side only: what is gone, what is new."""
    have_old, have_new = {s.value for s in old}, {s.value for s in new}
    return [s for s in old if s.value not in have_new], [s for s in new if s.value not in have_old]


def slot_finding(
    code: str,
    severity: Severity,
    pair: RelatedPair,
    before: Mandate,
    after: Mandate,
    gone: Sequence[Slot],
    come: Sequence[Slot],
    noun: dict[str, str],
) -> Finding:
    """The finding for slots that changed, with what stood before and what stands now."""
    source = before_place(pair, before, gone[0] if gone else None)
    target = after_place(pair, after, come[0] if come else None)
    messages = {}
    for ui in ("fr", "en"):
        old = ", ".join(quoted(s.text, ui) for s in gone)
        new = ", ".join(quoted(s.text, ui) for s in come)
        if old and new:
            messages[ui] = (
                f"{noun[ui]}{' :' if ui == 'fr' else ':'} {old} {'devient' if ui == 'fr' else 'becomes'} {new}."
            )
        elif old:
            messages[ui] = f"{noun[ui]} {old} {'supprimé(e)' if ui == 'fr' else 'dropped'}."
        else:
            messages[ui] = f"{noun[ui]} {new} {'ajouté(e)' if ui == 'fr' else 'added'}."
    return Finding(code, severity, source, target, messages, 0.9)
