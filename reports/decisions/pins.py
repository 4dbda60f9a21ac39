"""Pins as a journal keeps them: with the words of their paragraphs, so that they survive a revised file.

A pin belongs to a pair of documents: a version beside the pivot ("versions:en") or a related pair ("related:E/RES/2003/900").
A version that is added later has no pins yet and disturbs none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from align.search.constraints import Pin
from corpora.errors import InputError
from corpora.model import Paragraph, Resolution
from corpora.text.folding import one_line
from reports.decisions.decisions import Review
from reports.decisions.journal import Event, EventKind
from reports.decisions.payloads import KeptBead, KeptParagraph

ALIKE = 75.0
"""Likeness of wording (rapidfuzz ratio, 0 to 100) from which a revised paragraph is still the one that was pinned."""
_KEPT = 2000
"""Characters of a paragraph that are kept with a pin: enough to know it again."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents that are aligned: a name that outlives files, and both sides as they are now."""

    name: str
    source: Resolution
    target: Resolution


def pin_event(pair: Pair, beads: Sequence[tuple[Sequence[str], Sequence[str]]], reviser: str) -> Event:
    """The event that sets beads of a pair. Raises InputError for ids that are not there or stand in two beads."""
    kept: list[KeptBead] = []
    for source, target in beads:
        if not source and not target:
            raise InputError(pair.name, "a bead holds no paragraph", hint="name one on a side at least")
        kept.append({"source": _words(pair.source, source), "target": _words(pair.target, target)})
    for side in (0, 1):
        named = [i for bead in beads for i in bead[side]]
        if len(named) != len(set(named)):
            raise InputError(pair.name, "a paragraph stands in two beads", hint="name it once")
    return Event(EventKind.PIN, reviser, {"pair": pair.name, "beads": kept})


def _words(resolution: Resolution, ids: Sequence[str]) -> list[KeptParagraph]:
    here = {p.id: p for p in resolution.all_paragraphs()}
    for paragraph_id in ids:
        if paragraph_id not in here:
            raise InputError(resolution.name, f"has no paragraph {paragraph_id}", hint="load the page anew")
    return [{"id": i, "words": here[i].text[:_KEPT]} for i in ids]


@dataclass(frozen=True)
class Placed:
    """The pins of a pair, found again in the documents; ``lost`` are those whose paragraphs are gone."""

    pins: tuple[Pin, ...]
    lost: tuple[KeptBead, ...]


def placed(review: Review, pair: Pair) -> Placed:
    """The pins of a pair as the journal has them, oldest first, their paragraphs found again by their words."""
    beads = [
        bead
        for event in review.events
        if event.kind is EventKind.PIN and event.payload.get("pair") == pair.name
        for bead in event.payload.get("beads", ())
    ]
    sides = _Side(pair.source), _Side(pair.target)
    pins: list[Pin] = []
    lost: list[KeptBead] = []
    for bead in beads:
        source, target = sides[0].find(bead.get("source", ())), sides[1].find(bead.get("target", ()))
        if source is None or target is None or not (source or target):
            lost.append(bead)
        else:
            pins.append(Pin(source, target))
    return Placed(tuple(pins), tuple(lost))


class _Side:
    """One document, its paragraphs to be found by id and words."""

    def __init__(self, resolution: Resolution) -> None:
        self.paragraphs = {p.id: p for p in resolution.all_paragraphs()}
        self.by_words: dict[str, list[Paragraph]] = {}
        for paragraph in self.paragraphs.values():
            self.by_words.setdefault(one_line(paragraph.text[:_KEPT]), []).append(paragraph)

    def find(self, kept: Iterable[KeptParagraph]) -> tuple[str, ...] | None:
        """The ids of paragraphs that were kept; None where one is gone."""
        out = []
        for entry in kept:
            found = self._one(entry["id"], one_line(entry["words"]))
            if found is None:
                return None
            out.append(found)
        return tuple(dict.fromkeys(out))

    def _one(self, paragraph_id: str, words: str) -> str | None:
        same = self.by_words.get(words, [])
        if same:
            return next((p.id for p in same if p.id == paragraph_id), same[0].id)
        scored = [
            (fuzz.ratio(one_line(p.text[:_KEPT]), words) + (5.0 if p.id == paragraph_id else 0.0), p.id)
            for p in self.paragraphs.values()
        ]
        score, best = max(scored, default=(0.0, ""))
        return best if score >= ALIKE else None
