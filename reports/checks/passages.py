"""Passages that stand in one version and not in another: in a pair as it is, of several versions by their votes.

How sure that must be is given as a rate: the share of clean paragraphs in which as sure a passage is found by chance. What may
be the name of a body that the other version gives as an acronym is no finding.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from align.omission_model import threshold, threshold_of_votes
from align.omissions import Passage, left_out, score_of, votes_against, votes_for_addition
from align.sides import Side
from reports.comparison import VersionRow, Versions
from reports.finding import Place, Severity, place_of
from reports.phrases import language_list, language_name, shortened

REPORTED, GRAVE = 0.005, 0.001
"""A passage of a pair is reported, and is grave, where no more than this share of clean paragraphs has one as sure."""
REPORTED_BY_VOTE, GRAVE_BY_VOTE = 0.002, 0.0005
"""The same where six versions vote: each of them may be the odd one, so that each may be so more seldom."""
_VOTERS = 4
"""Versions of a row from which they vote."""
_SUREST = 0.95
_QUOTED = 60
_NONE = "–"


@dataclass(frozen=True, slots=True)
class Missing:
    """A passage that the version ``has`` shows and the version ``odd`` lacks, or has alone, against ``others``.

    ``votes`` holds the beginning of the passage in each version, where the versions voted.
    """

    has: str
    odd: str
    others: tuple[str, ...]
    passage: Passage
    grave: bool
    votes: tuple[tuple[str, str], ...] = ()

    @property
    def confidence(self) -> float:
        """The probability that belongs to the score, a passage left out being as likely beforehand as not."""
        return round(min(_SUREST, 1 / (1 + math.exp(-self.passage.score))), 2)


def missing_in(versions: Versions, row: VersionRow) -> Iterator[Missing]:
    """Passages that a version lacks: of several versions, one against the others; of a pair, those of the pivot."""
    pivot = versions.pivot.language
    if len(row.cells) < _VOTERS:
        for code in row.cells:
            if code != pivot:
                yield from _of_pair(_side(versions, row, pivot, code), odd=code)
        return
    for code in row.cells:
        others = tuple(c for c in row.cells if c != code)
        score, found = votes_against([_side(versions, row, c, code) for c in others])
        if not found or score < threshold_of_votes(code, "left out", REPORTED_BY_VOTE):
            continue
        # The pivot shows it where it can; of the others the one that is surest.
        has = pivot if found.get(pivot) else max(found, key=lambda c: score_of(found[c]))
        shown = {c: max(p, key=lambda q: q.score) for c, p in found.items() if p}
        names = _side(versions, row, has, code).named_by_acronym
        if len(shown[has].span) <= names:
            continue
        voted = Passage(shown[has].paragraph, shown[has].span, score)
        votes = {c: shortened(p.text, _QUOTED) for c, p in shown.items()} | {code: _NONE}
        grave = not names and score >= threshold_of_votes(code, "left out", GRAVE_BY_VOTE)
        yield Missing(has, code, others, voted, grave, tuple(votes.items()))


def added_in(versions: Versions, row: VersionRow) -> Iterator[Missing]:
    """Passages that a version adds: of several versions, what one has alone; of a pair, what the pivot lacks."""
    pivot = versions.pivot.language
    if len(row.cells) < _VOTERS:
        for code in row.cells:
            if code != pivot:
                yield from _of_pair(_side(versions, row, code, pivot), odd=code)
        return
    for code in row.cells:
        others = tuple(c for c in row.cells if c != code)
        score, passage = votes_for_addition([_side(versions, row, code, c) for c in others])
        if passage is None or score < threshold_of_votes(code, "added", REPORTED_BY_VOTE):
            continue
        names = max(_side(versions, row, code, c).named_by_acronym for c in others)
        if len(passage.span) > names:
            votes = {c: shortened(passage.text, _QUOTED) if c == code else _NONE for c in row.cells}
            grave = not names and score >= threshold_of_votes(code, "added", GRAVE_BY_VOTE)
            yield Missing(code, code, others, passage, grave, tuple(votes.items()))


def _side(versions: Versions, row: VersionRow, source: str, target: str) -> Side:
    texts = row.cells[source].paragraphs, row.cells[target].paragraphs
    return Side(*texts, source, target, versions.habit(source, target))


def _of_pair(side: Side, odd: str) -> Iterator[Missing]:
    has, lacks = side.source_code, side.target_code
    names = side.named_by_acronym
    for passage in left_out(side, REPORTED):
        if len(passage.span) <= names:
            continue
        grave = not names and passage.score >= threshold(has, lacks, GRAVE)
        yield Missing(has, odd, (has if odd == lacks else lacks,), passage, grave)


def places(row: VersionRow, found: Missing, pivot: str) -> tuple[Place, Place]:
    """Where the passage stands, and the paragraph that lacks it; the pivot, or another version that shows it, first."""
    shown = place_of(row.cells[found.has].resolution, found.passage.paragraph, found.passage.span)
    if found.has != found.odd:
        lacking = row.cells[found.odd]
        return shown, place_of(lacking.resolution, lacking.first)
    witness = row.cells[pivot if pivot in found.others else found.others[0]]
    return place_of(witness.resolution, witness.first), shown


def severity(row: VersionRow, found: Missing, most: Severity) -> Severity:
    """How grave: as the check says where it is sure and the row binds, else a minor matter."""
    return most if row.operative and found.grave else Severity.MINOR


def against(found: Missing, ui: str) -> str:
    """ "(ru: 1, against 5)", where the versions voted."""
    if len(found.others) < 2:
        return ""
    return f" ({found.odd}\u00a0: 1, {'contre' if ui == 'fr' else 'against'} {len(found.others)})"


def names(found: Missing, ui: str) -> tuple[str, str]:
    """The odd version and the others, in the user's language."""
    return language_name(found.odd, ui), language_list(found.others, ui)
