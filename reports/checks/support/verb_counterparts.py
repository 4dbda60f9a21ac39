"""Whether two verbs further on in a paragraph correspond at all: versions put clauses in another order, and say what others are to do."""

from __future__ import annotations

from corpora.model import Span, VerbPhrase
from reports.checks.support.lexical_evidence import evidence_at
from reports.checks.support.values import SAME_PLACE
from reports.checks.support.verb_disputes import VerbDispute
from reports.comparison.rows import VersionRow

_SURELY_RENDERED = 2.0
"""Evidence, in nats, from which a word surely renders a verb. Chosen on 16 disputes further on in paragraphs of the Assembly's 76th session:
of verbs that say what others are to do it is 2.1 and more, of those that the versions really have otherwise 0.9 at most."""


def is_no_counterpart(row: VersionRow, dispute: VerbDispute) -> bool:
    """Whether either of two verbs further on is rendered beside the other's verbs: "并承诺" by "urges them … to commit". Then the two do
    not correspond, and one of them says what others are to do."""
    sides = (dispute.outlier, dispute.outlier_verb), (dispute.reference, dispute.reference_verb)
    return any(_is_said_beside(row, *sides[i], sides[1 - i][0]) for i in (0, 1))


def is_said_in_words(row: VersionRow, has: str, verb: VerbPhrase, other: str) -> bool:
    """Whether a version has words for the verb of another anywhere in the row that belong to none of its own verbs: "en notant"."""
    text = row.cells[other].first.text
    return _is_rendered_beside(row, has, verb, other, Span(0, len(text)))


def _is_said_beside(row: VersionRow, has: str, verb: VerbPhrase, other: str) -> bool:
    """Whether a version has words for the verb of another about as far into it that belong to none of its own verbs."""
    text = row.cells[other].first.text
    depth = verb.span.start / max(1, len(row.cells[has].first.text))
    window = Span(int(max(0.0, depth - SAME_PLACE) * len(text)), int(min(1.0, depth + SAME_PLACE) * len(text)))
    return _is_rendered_beside(row, has, verb, other, window)


def _is_rendered_beside(row: VersionRow, has: str, verb: VerbPhrase, other: str, window: Span) -> bool:
    """Whether words inside a window of a version, its own verbs left out, surely render the verb of another."""
    own, cell = row.cells[has], row.cells[other]
    text = cell.first.text
    pieces, start = [], window.start
    for v in sorted(cell.first.verbs, key=lambda v: v.span):
        pieces.append(text[start : max(start, min(v.span.start, window.end))])
        start = max(start, v.span.end)
    beside = " ".join([*pieces, text[start : max(start, window.end)]])
    return evidence_at(own.first.text, verb.span, own.language, beside, cell.language) >= _SURELY_RENDERED
