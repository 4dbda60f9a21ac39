"""Six versions at once: what the other versions say of a weak bead.

The star around the pivot aligns each version with it alone. Where that leaves doubt, a third version is asked: pivot to
helper to version. If two helpers or more agree on the way round and the direct bead disagrees, the way round is taken;
if they disagree among themselves, the bead is marked uncertain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from align.encoders import Encoder
from align.model import Alignment, Bead, Relation
from align.search.calibration import UNCERTAIN
from align.versions import align_versions
from corpora.kept import Kept, Same
from corpora.model import Resolution

_HELPERS = 3
"""Other versions that are asked, the surest first; chosen. One to five give the same findings
on eight resolutions of the record in six languages."""
_DOUBT = 0.5
"""Probability above which a bead that no other version supports is not stated: neither for nor against."""
Ids = tuple[str, ...]


def agree_across(
    alignments: Mapping[str, Alignment],
    documents: Mapping[str, Resolution],
    encoder: Encoder | None = None,
    *,
    kept: Kept | None = None,
) -> dict[str, Alignment]:
    """The alignments of the pivot with each version, weak beads settled or marked by the way through other versions.

    Both mappings are by language. Alignments without a weak bead are returned as they are, at no cost; those of two other
    versions, in which no pins are, are taken from ``kept``.
    """
    settled = dict(alignments)
    kept = kept or Kept()

    def between(helper: str, code: str) -> Alignment:
        first, second = documents[helper], documents[code]
        return kept.of(("between", Same(first), Same(second)), lambda: align_versions(first, second, encoder))

    for code, alignment in alignments.items():
        weak = [bead for bead in alignment.beads if _weak(bead)]
        if not weak:
            continue
        order = sorted((c for c in alignments if c != code), key=lambda c: sum(_weak(b) for b in alignments[c].beads))
        routes = [_compose(alignments[helper], between(helper, code)) for helper in order[:_HELPERS]]
        if routes:
            settled[code] = _settle(alignment, weak, routes)
    return settled


def _weak(bead: Bead) -> bool:
    if bead.pinned:
        return False
    return bead.confidence < UNCERTAIN or len(bead.source) != 1 or len(bead.target) != 1


def _compose(first: Alignment, second: Alignment) -> dict[str, Ids]:
    """Where each pivot paragraph leads by way of a helper; paragraphs that the helper lacks are left out."""
    onward = {pid: bead.target for bead in second.beads for pid in bead.source}
    route: dict[str, Ids] = {}
    for bead in first.beads:
        if bead.target:
            reached = dict.fromkeys(t for pid in bead.target for t in onward.get(pid, ()))
            for pid in bead.source:
                route[pid] = tuple(reached)
    return route


def _settle(alignment: Alignment, weak: Sequence[Bead], routes: Sequence[Mapping[str, Ids]]) -> Alignment:
    """The alignment with its weak beads compared with the routes."""
    beads = list(alignment.beads)
    for bead in weak:
        if not bead.source:
            continue
        answers = Counter(
            tuple(dict.fromkeys(t for pid in bead.source for t in route[pid]))
            for route in routes
            if all(p in route for p in bead.source)
        )
        if not answers:
            continue
        answer, votes = answers.most_common(1)[0]
        if answer == bead.target:
            index = beads.index(bead)
            beads[index] = replace(bead, confidence=max(bead.confidence, round(1 - 0.5 ** (1 + votes), 4)))
        elif votes >= 2 and votes > sum(answers.values()) / 2 and _can_take(beads, bead, answer):
            beads = _with(beads, bead, answer)
        else:
            index = beads.index(bead)
            beads[index] = replace(bead, confidence=min(bead.confidence, _DOUBT))
    return replace(alignment, beads=tuple(beads))


def _can_take(beads: Sequence[Bead], bead: Bead, answer: Ids) -> bool:
    """Whether the target paragraphs are free: held by this bead, or left alone by the direct alignment."""
    free = set(bead.target) | {t for b in beads if not b.source and not b.pinned for t in b.target}
    return set(answer) <= free


def _with(beads: Sequence[Bead], bead: Bead, answer: Ids) -> list[Bead]:
    """The beads with ``bead`` leading to ``answer``; what it loses or takes becomes or stops being an addition."""
    out: list[Bead] = []
    for old in beads:
        if old is bead:
            relation = Relation.ALIGNED if answer else Relation.DROPPED
            out.append(replace(bead, target=answer, relation=relation, confidence=UNCERTAIN))
            out += [Bead((), (t,), 0.0, Relation.NEW, confidence=UNCERTAIN) for t in bead.target if t not in answer]
        elif old.source or not set(old.target) & set(answer):
            out.append(old)
        else:
            left = tuple(t for t in old.target if t not in answer)
            if left:
                out.append(replace(old, target=left))
    return out
