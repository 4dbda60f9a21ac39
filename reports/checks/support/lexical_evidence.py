"""Whether a version renders words or a whole paragraph of another: what the learned lexicon says of it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from align.encoders.span_vectors import Floats
from align.lexicon.tokenization import StemmedText, stemmed
from align.lexicon.translation_tables import knows
from align.lexicon.word_evidence import UNRENDERED, word_evidence
from align.lexicon.word_losses import word_losses
from corpora.languages import Language
from corpora.model import Kind, Paragraph, Span
from corpora.values import Value
from reports.checks.support.values import Discrepancy, Located, only_value
from reports.comparison.rows import Cell, VersionRow

_RENDERED = 0.2
"""Mean evidence of the words, in nats, from which a paragraph renders another; of paragraphs that have nothing to do with each
other one in a hundred reaches it, of clean pairs nearly all (measured on the development record)."""

_LEAST_SHARE = 1e-4
"""Share that stands for one of nothing, whose logarithm would be without bounds."""


def renders(row: VersionRow, first: str, second: str) -> bool:
    """Whether most words of either version of a row have a rendering in the other; False where there is no lexicon."""
    a, b = row.cells[first], row.cells[second]
    return texts_render(a.text, b.text, a.language, b.language)


def texts_render(first: str, second: str, first_language: Language, second_language: Language) -> bool:
    """Whether most words of either of two texts have a rendering in the other; False where there is no lexicon."""
    if not knows(first_language.code, second_language.code):
        return False
    ways = (first, second, first_language, second_language), (second, first, second_language, first_language)
    return max((float(e.mean()) for way in ways if len(e := word_evidence(*way))), default=0.0) >= _RENDERED


def rendered_by(cell: Cell, others: Sequence[Cell]) -> bool | None:
    """Whether cells of another version, taken together, render most words of a cell; None where no lexicon tells."""
    text = " ".join(other.text for other in others)
    if not others or not knows(cell.language.code, others[0].language.code):
        return None
    evidence = word_evidence(cell.text, text, cell.language, others[0].language)
    return float(evidence.mean()) >= _RENDERED if len(evidence) else None


def unrendered(row: VersionRow, found: Discrepancy, *, by_content: bool = False) -> bool:
    """Whether no word of the versions that lack the one value of a discrepancy renders any of its words that carry meaning.

    ``by_content`` leaves pronouns and articles out of account, which may render the name of the organ that speaks and no
    other. False below a heading clause, whose words those versions may have instead.
    """
    has, lack = (found.reference, (found.outlier,)) if found.missing else (found.outlier, found.others)
    if row.kind in (Kind.ITEM, Kind.CONTINUATION):
        return False
    return all(_unrendered_in(row, only_value(found), has, code, by_content=by_content) for code in lack)


def evidence_inside(
    paragraph: Paragraph, span: Span, language: Language, other: str, other_language: Language
) -> list[float]:
    """Evidence, in nats, that a text of another language renders each word inside a span that carries meaning.

    Empty where there is no lexicon of the two languages, or no word to ask for.
    """
    if not knows(language.code, other_language.code):
        return []
    words = stemmed(paragraph.text, language)
    evidence = word_evidence(paragraph.text, other, language, other_language)
    return [
        float(e)
        for e, place, content in zip(evidence, words.spans, words.content, strict=True)
        if content and span.start <= place.start and place.end <= span.end
    ]


def evidence_at(text: str, span: Span, language: Language, other: str, other_language: Language) -> float:
    """The greatest evidence, in nats, that a text of another language renders a word that the span touches; 0 where none is."""
    evidence = word_evidence(text, other, language, other_language)
    touched = stemmed(text, language).touched(span)
    return max((float(evidence[place]) for place in touched), default=0.0)


def greatest_evidence(cell: Cell, paragraph: Paragraph, span: Span, other: Cell) -> float:
    """The greatest evidence, in nats, that another cell renders a word that a span of a cell's paragraph touches; 0 where none is, and where
    there is no lexicon of the two languages."""
    if not knows(cell.language.code, other.language.code):
        return 0.0
    return evidence_at(cell.text, in_cell(cell, paragraph, span), cell.language, other.text, other.language)


def greatest_loss(cell: Cell, paragraph: Paragraph, span: Span, other: Cell) -> float | None:
    """The greatest log-odds, in nats, that another cell has no rendering of a word in a span of a cell's paragraph, of those that carry
    meaning (of all where none does); None where the network does not know the languages or no word stands there."""
    losses = word_losses(cell.text, other.text, cell.language, other.language)
    if losses is None:
        return None
    words = stemmed(cell.text, cell.language)
    inside = words.touched(in_cell(cell, paragraph, span))
    kept = [i for i in inside if words.content[i]] or inside
    return max((float(losses[i]) for i in kept), default=None)


def habit_share(row: VersionRow, value: Value, lacking: str) -> float | None:
    """How usual it is that adopted texts leave the words of a value as bare as a version does: a geometric mean over the versions
    that have the value, each by the rarest of its words; None where no lexicon knows them.

    Near 0 nothing in the version renders them; from about a third on it says them in words that the lists of values do not know.
    """
    texts = row.column
    rarest = []
    for code, cell in row.cells.items():
        table = texts.shares.get((code, lacking))
        if table is None:
            continue
        spans = [in_cell(cell, p, a.span) for p, a in cell.anchors if a.value == value]
        found = [_rarest(texts.words[code], table, span) for span in spans]
        rarest += [min(found)] if found else []
    return geometric_mean(rarest) if rarest else None


def pair_share(row: VersionRow, has: str, located: Located, lacking: str) -> float | None:
    """How usual it is that adopted texts leave the rarest word of a value as bare as one version does; None where no lexicon tells."""
    table = row.column.shares.get((has, lacking))
    if table is None:
        return None
    paragraph, anchor = located
    return _rarest(row.column.words[has], table, in_cell(row.cells[has], paragraph, anchor.span))


def geometric_mean(shares: Sequence[float]) -> float:
    """The geometric mean of shares, of which none counts as less than one in ten thousand."""
    return float(np.exp(np.mean(np.log(np.maximum(shares, _LEAST_SHARE)))))


def usual_share(row: VersionRow, has: str, paragraph: Paragraph, span: Span, lacking: str) -> float | None:
    """How usual it is that adopted texts leave the words of a span that carry meaning as bare as a version does: their geometric mean;
    None where no lexicon knows the two languages, or there is no such word."""
    table = row.column.shares.get((has, lacking))
    if table is None:
        return None
    words, place = row.column.words[has], in_cell(row.cells[has], paragraph, span)
    inside = [float(table[i]) for i in words.touched(place) if words.content[i]]
    return geometric_mean(inside) if inside else None


def places_in(row: VersionRow, code: str, paragraph: Paragraph, span: Span) -> range:
    """The places, among the words of a version's cell, of those that a span of one of its paragraphs touches."""
    return row.column.words[code].touched(in_cell(row.cells[code], paragraph, span))


def in_cell(cell: Cell, paragraph: Paragraph, span: Span) -> Span:
    """A span of a paragraph's text as one of the words of its cell."""
    start = sum(len(p.text) + 1 for p in itertools.takewhile(lambda p: p is not paragraph, cell.paragraphs))
    return Span(start + span.start, start + span.end)


def _rarest(words: StemmedText, shares: Floats, span: Span) -> float:
    """The least share of the words of a span that carry meaning, of all its words where none does."""
    inside = words.touched(span)
    kept = [i for i in inside if words.content[i]] or inside
    return min((float(shares[i]) for i in kept), default=1.0)


def _unrendered_in(row: VersionRow, located: Located, has: str, other: str, *, by_content: bool) -> bool:
    paragraph, anchor = located
    cell = row.cells[other]
    text = cell.text
    if by_content:
        words = stemmed(text, cell.language)
        text = " ".join(text[s.start : s.end] for s, content in zip(words.spans, words.content, strict=True) if content)
    inside = evidence_inside(paragraph, anchor.span, row.cells[has].language, text, cell.language)
    # One word of a name may belong to another name there ("Secretary-General" and "General Assembly").
    return bool(inside) and (min(inside) if by_content else max(inside)) < UNRENDERED
