"""Inside a paragraph: its clauses, and those of two versions side by side.

A paragraph of a resolution is one long sentence; it is cut at semicolons and commas. The clauses of two versions are
aligned like lines.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from align.encoders import Encoder, default_encoder
from align.lines import align_by_cost
from align.search.costs import CLAUSE_WEIGHTS
from corpora.languages import Language
from corpora.model import Paragraph, Span, VerbPhrase
from corpora.text.punctuation import INNER_PAUSES

# Behind a comma or the like, but not inside of a number: "0,7 %", "18,171,067".
_CUT = re.compile(rf"(?<=[{INNER_PAUSES}])(?<!\d.(?=\d))\s*")
_SHORTEST = 28
"""Characters of the shortest clause that stands alone: chosen, about four words. From 14 to 56 four or five of the fifty findings on
eight resolutions of the record in six languages differ."""
_SHORTEST_UNSPACED = 8
"""The same in Chinese, which says as much in a third."""


def clauses(text: str, language: Language, verbs: Sequence[VerbPhrase] = ()) -> list[Span]:
    """The clauses of a paragraph: cut at punctuation and before each verb of the organ ("et prie", "and requests").

    Pieces too short to mean anything are joined with the one before.
    """
    shortest = _SHORTEST if language.spaced else _SHORTEST_UNSPACED
    marks = {m.end() for m in _CUT.finditer(text)} | {v.span.start for v in verbs}
    cuts = [0, *sorted(c for c in marks if 0 < c < len(text)), len(text)]
    spans: list[Span] = []
    for start, end in itertools.pairwise(cuts):
        if spans and (end - start < shortest or len(spans[-1]) < shortest):
            spans[-1] = Span(spans[-1].start, end)
        elif end > start:
            spans.append(Span(start, end))
    return spans


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its paragraph and its place in the paragraph's text; printed as ``op4:2``, counted from 1."""

    paragraph: Paragraph
    index: int
    span: Span

    @property
    def id(self) -> str:
        """The paragraph's id and the clause's number."""
        return f"{self.paragraph.id}:{self.index}"

    @property
    def text(self) -> str:
        """The clause's words."""
        return self.paragraph.text[self.span.start : self.span.end]


def _clauses_of(paragraphs: Sequence[Paragraph], language: Language) -> list[Clause]:
    return [Clause(p, i, span) for p in paragraphs for i, span in enumerate(clauses(p.text, language, p.verbs), 1)]


def align_clauses(
    source: Sequence[Paragraph],
    target: Sequence[Paragraph],
    source_language: Language,
    target_language: Language,
    encoder: Encoder | None = None,
) -> list[tuple[list[Clause], list[Clause]]]:
    """Beads of the clauses inside one bead of paragraphs; a side is empty where a clause was left out or added."""
    sides = [_clauses_of(source, source_language), _clauses_of(target, target_language)]
    texts = [[c.text.strip() for c in side] for side in sides]
    steps = align_by_cost(texts[0], texts[1], encoder or default_encoder(), CLAUSE_WEIGHTS)
    return [(sides[0][a:b], sides[1][c:d]) for a, b, c, d in steps]
