"""Beads and alignments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpora.notebook import html_table


class Relation(StrEnum):
    """How the two sides of a bead stand to each other.

    Language versions know only ALIGNED, DROPPED and NEW; the others hold between related resolutions.
    """

    ALIGNED = "aligned"
    IDENTICAL = "identical"
    EDITORIAL = "editorial"
    REWORDED = "reworded"
    MOVED = "moved"
    MERGED = "merged"
    SPLIT = "split"
    DROPPED = "dropped"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Bead:
    """Paragraphs of two documents that correspond: ids on both sides, one of which may be empty.

    ``score`` is from 0 to 1: for language versions the cosine of the two sides' vectors, for related resolutions the
    likeness of wording and meaning. ``confidence`` is the calibrated probability that a bead of language versions is
    right; between related resolutions it is the likeness. ``moved`` is true where the bead also changed its place;
    ``pinned`` where a reviser has said that it is so. ``unrendered`` holds, where they were asked for, the words of the source
    and of the target that no word of the other side renders.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    score: float
    relation: Relation = Relation.ALIGNED
    moved: bool = False
    confidence: float = 1.0
    pinned: bool = False
    unrendered: tuple[tuple[str, ...], tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Alignment:
    """All beads of two documents, in the order of the source."""

    source: str
    target: str
    beads: tuple[Bead, ...]

    def bead_of_source(self, paragraph_id: str) -> Bead | None:
        """The bead that holds a source paragraph."""
        return next((bead for bead in self.beads if paragraph_id in bead.source), None)

    def __repr__(self) -> str:
        return f"<Alignment {self.source} → {self.target}: {len(self.beads)} beads>"

    def _repr_html_(self) -> str:
        """The beads, for a notebook."""
        rows = (
            (" ".join(b.source), " ".join(b.target), b.relation, f"{b.score:.2f}", f"{b.confidence:.2f}")
            for b in self.beads
        )
        return html_table(repr(self), (self.source, self.target, "relation", "score", "confidence"), rows)
