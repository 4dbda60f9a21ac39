"""What a comparison comes to: how much of the text was carried over, and which old number is which new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from corpora.languages import language_of
from corpora.model import Resolution
from reports.comparison.rows import RelatedPair
from reports.messages.catalogue import say


@dataclass(frozen=True, slots=True)
class CarryOver:
    """Words of both resolutions' recitals and operative paragraphs, and how many of them are the same.

    ``carried_over`` is the share of the later resolution's words that stand, in order, in the aligned earlier paragraphs.
    """

    words_earlier: int
    words_later: int
    kept: int

    @property
    def carried_over(self) -> float:
        """Share of the later resolution's words that were carried over, 0 to 1."""
        return self.kept / self.words_later if self.words_later else 0.0

    @property
    def added(self) -> int:
        """Words of the later resolution that are new."""
        return self.words_later - self.kept

    @property
    def removed(self) -> int:
        """Words of the earlier resolution that are gone."""
        return self.words_earlier - self.kept


def carry_over(pair: RelatedPair) -> CarryOver | None:
    """The headline figures of a comparison; None where the two are in different languages."""
    if pair.earlier.language != pair.later.language:
        return None
    earlier, later = _words(pair.earlier), _words(pair.later)
    kept = 0
    for bead in pair.alignment.beads:
        before = [w for pid in bead.source for w in earlier.get(pid, ())]
        after = [w for pid in bead.target for w in later.get(pid, ())]
        kept += int(LCSseq.similarity(before, after))
    return CarryOver(sum(map(len, earlier.values())), sum(map(len, later.values())), kept)


def _words(resolution: Resolution) -> dict[str, list[str]]:
    data = language_of(resolution)
    return {
        p.id: [w for w in data.words_of(p.text) if any(c.isalnum() for c in w)]
        for p in resolution.paragraphs
        if p.kind.is_body
    }


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Paragraphs of the earlier and the later resolution that are the same, and how they stand to each other."""

    earlier: tuple[str, ...]
    later: tuple[str, ...]
    relation: str


def concordance(pair: RelatedPair) -> Iterator[Correspondence]:
    """Old number to new number: every recital and operative paragraph once, in the order of the earlier resolution."""
    main = {p.id for p in (*pair.earlier.paragraphs, *pair.later.paragraphs) if p.kind.is_main}
    for bead in pair.alignment.beads:
        if not main.isdisjoint((*bead.source, *bead.target)):
            yield Correspondence(bead.source, bead.target, str(bead.relation))


def carry_over_line(found: CarryOver, ui: str) -> str:
    """The headline figures as one line."""
    return say("terminal.carried_over", ui, share=found.carried_over, added=found.added, removed=found.removed)
