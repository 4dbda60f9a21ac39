"""The acts of a compound paragraph ("Welcomes …, requests … and urges …"): which of them another version does not do.

An act that is left out takes a clause with it, however long the paragraph is: its verb is a surer sign than the words that
are lost with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from align.clauses import clauses
from align.evidence import UNRENDERED
from align.lexicon import knows
from corpora.languages import ACTS
from corpora.model import Paragraph, Span, VerbPhrase
from corpora.verbs import main_concept
from reports.checks.rendered import evidence_at
from reports.checks.verb_votes import agree
from reports.comparison import VersionRow

_SHORT = 0.8
"""Spreads by which a version is shorter than a rendering would be, from which a verb less is an act less, whatever its words
render: on clean pairs 8 more in 165 documents have one."""
Act = tuple[Paragraph, VerbPhrase]


def acts_alone(row: VersionRow, has: str, lacks: str, short: float = 0.0) -> list[Act]:
    """The acts after the opening verb of version ``has`` that version ``lacks`` does not do.

    It has fewer verbs, none left that agrees, and no word that renders the verb, or is ``short`` by so many spreads. Empty
    where there is no lexicon of the two languages.
    """
    mine, theirs = _verbs(row, has), _verbs(row, lacks)
    if len(mine) <= len(theirs) or not knows(has, lacks):
        return []
    preambular = not row.operative

    def fits(i: int, j: int) -> bool:
        return agree(mine[i][1], has, theirs[j][1], lacks, preambular=preambular)

    pairs = _in_order(len(mine), len(theirs), [[fits(i, j) for j in range(len(theirs))] for i in range(len(mine))])
    taken = {i for i, _ in pairs}
    free = set(range(len(theirs))) - {j for _, j in pairs}
    text = row.cells[lacks].text
    return [
        (p, v)
        for i, (p, v) in enumerate(mine)
        if i and i not in taken and main_concept(v).kind in ACTS and not any(fits(i, j) for j in free)
        if short >= _SHORT or evidence_at(p.text, v.span, has, text, lacks) < UNRENDERED
    ]


def clause_of(act: Act, code: str) -> Span:
    """The clause that the act opens."""
    paragraph, verb = act
    cut = clauses(paragraph.text, code, paragraph.verbs)
    return next(Span(max(c.start, verb.span.start), c.end) for c in cut if verb.span.start < c.end)


def _verbs(row: VersionRow, code: str) -> list[Act]:
    return [(p, v) for p in row.cells[code].paragraphs for v in p.verbs]


def _in_order(n: int, m: int, fits: Sequence[Sequence[bool]]) -> list[tuple[int, int]]:
    """The most pairs that fit and do not cross (the longest common subsequence)."""
    best = [[0] * (m + 1) for _ in range(n + 1)]
    for i in reversed(range(n)):
        for j in reversed(range(m)):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + 1 if fits[i][j] else 0)
    pairs = []
    i = j = 0
    while i < n and j < m:
        if fits[i][j] and best[i][j] == best[i + 1][j + 1] + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
