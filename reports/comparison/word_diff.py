"""Word differences of two texts in one language."""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Opcodes
from rapidfuzz.distance.LCSseq import opcodes

from align.lexicon.tokenization import piece_spans
from corpora.languages.forms import token_pattern
from corpora.model import Paragraph, Span
from corpora.text.folding import fold, fold_plain
from corpora.text.scripts import HAN, is_han

_SLIP = 86.0
"""Likeness, of 100 (rapidfuzz ratio), from which two words are one with a slip of spelling."""
_LITTLE = 4
"""Letters under which a word alone is no change of wording: "de", "à", "les"."""


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Folded words with their spans; SentencePiece cuts Chinese, which writes no spaces."""
    folded = fold(text)
    if any(map(is_han, text[:80])):
        spans = piece_spans(text)
        return tuple(fold_plain(text[s.start : s.end]) for s in spans), tuple(spans)
    matches = list(token_pattern(spaced=True).finditer(folded.text))
    return tuple(m.group() for m in matches), tuple(folded.span(m.start(), m.end()) for m in matches)


def word_changes(before: str, after: str) -> tuple[list[Span], list[Span]]:
    """Spans of ``before`` that are gone and of ``after`` that are new, neighbours joined."""
    (a, spans_a), (b, spans_b) = _words(before), _words(after)
    removed: list[Span] = []
    added: list[Span] = []
    steps: Opcodes = opcodes(a, b)
    for step in steps:
        if step.tag == "equal":
            continue
        if step.src_end > step.src_start:
            removed.append(Span(spans_a[step.src_start].start, spans_a[step.src_end - 1].end))
        if step.dest_end > step.dest_start:
            added.append(Span(spans_b[step.dest_start].start, spans_b[step.dest_end - 1].end))
    return _join(removed), _join(added)


def has_same_words(before: str, after: str) -> bool:
    """Whether two texts have the same words, each as often, in whatever order."""
    return Counter(_words(before)[0]) == Counter(_words(after)[0])


def word_steps(before: str, after: str) -> list[tuple[Span, Span, bool]]:
    """Both texts in steps: words of the one, those in their place in the other, and whether they are the same; either span may be empty."""
    (a, spans_a), (b, spans_b) = _words(before), _words(after)
    steps: Opcodes = opcodes(a, b)
    found: list[tuple[Span, Span, bool]] = []
    ends = 0, 0
    # What went and what came at one place are two steps: they are one here.
    for kept, run in itertools.groupby(steps, key=lambda step: step.tag == "equal"):
        here = list(run)
        gone = _run(spans_a, here[0].src_start, here[-1].src_end, ends[0])
        come = _run(spans_b, here[0].dest_start, here[-1].dest_end, ends[1])
        ends = gone.end, come.end
        found.append((gone, come, kept))
    return found


def _run(spans: Sequence[Span], start: int, end: int, last: int) -> Span:
    """From the first of some words to the last; where there are none, the place ``last``."""
    return Span(spans[start].start, spans[end - 1].end) if end > start else Span(last, last)


def kept_words(before: str, after: str) -> list[tuple[int, int]]:
    """Where each word begins that both texts have, in the one and in the other."""
    (a, spans_a), (b, spans_b) = _words(before), _words(after)
    steps: Opcodes = opcodes(a, b)
    return [
        (spans_a[step.src_start + k].start, spans_b[step.dest_start + k].start)
        for step in steps
        if step.tag == "equal"
        for k in range(step.src_end - step.src_start)
    ]


def _join(spans: list[Span]) -> list[Span]:
    """Neighbouring spans, two characters apart at most, as one."""
    out: list[Span] = []
    for span in spans:
        if out and span.start - out[-1].end <= 2:
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out


def main_change(
    before: Paragraph, after: Paragraph, within: tuple[Span, Span] | None = None
) -> tuple[Span | None, Span | None] | None:
    """The longest change of wording between two paragraphs: what is gone, what came in its place.

    Changes that are nothing but anchors, adverbs of order, little words or punctuation do not count. ``within`` bounds
    both texts. None where no change counts.
    """
    (a, spans_a), (b, spans_b) = _words(before.text), _words(after.text)
    best: tuple[Span | None, Span | None] | None = None
    size = 0
    steps: Opcodes = opcodes(a, b)
    for removed, added in _replacements(steps, spans_a, spans_b):
        if removed and (_free(before, removed) or not _inside(removed, within, 0)):
            removed = None
        if added and (_free(after, added) or not _inside(added, within, 1)):
            added = None
        if removed and added and _slip(before, removed, after, added):
            continue
        weight = (len(removed) if removed else 0) + (len(added) if added else 0)
        if weight > size:
            best, size = (removed, added), weight
    return best


def _slip(before: Paragraph, removed: Span, after: Paragraph, added: Span) -> bool:
    """Whether one spelling only stands for the other: accents, or a slip of OCR ("écdnomies")."""
    old, new = before.text[removed.start : removed.end], after.text[added.start : added.end]
    return fuzz.ratio(_bare(old), _bare(new)) >= _SLIP


def _bare(text: str) -> str:
    """Letters and digits without accents, small."""
    plain = unicodedata.normalize("NFKD", fold(text).text)
    return "".join(c for c in plain if c.isalnum())


def _replacements(
    steps: Opcodes, spans_a: Sequence[Span], spans_b: Sequence[Span]
) -> Iterator[tuple[Span | None, Span | None]]:
    """Runs of deletions and insertions with nothing kept between them."""
    removed: Span | None = None
    added: Span | None = None
    for step in [*steps, None]:
        if step is None or step.tag == "equal":
            if removed or added:
                yield removed, added
            removed = added = None
            continue
        if step.src_end > step.src_start:
            start = removed.start if removed else spans_a[step.src_start].start
            removed = Span(start, spans_a[step.src_end - 1].end)
        if step.dest_end > step.dest_start:
            start = added.start if added else spans_b[step.dest_start].start
            added = Span(start, spans_b[step.dest_end - 1].end)


def _inside(span: Span, within: tuple[Span, Span] | None, side: int) -> bool:
    return within is None or within[side].start <= span.start < within[side].end


def _free(paragraph: Paragraph, span: Span) -> bool:
    """Whether a changed span may change freely: inside a date or symbol, in the opening verb's adverbs, or no word."""
    text = paragraph.text[span.start : span.end]
    if not any(len(word) >= _LITTLE or word[0] >= HAN[0] for word in _words(text)[0]):
        return True
    if paragraph.verb and span.start >= paragraph.verb.span.start and span.end <= paragraph.verb.span.end:
        return span.start > 0
    covered = sum(
        min(span.end, a.span.end) - max(span.start, a.span.start)
        for a in paragraph.anchors
        if a.kind.is_updated and a.span.start < span.end and a.span.end > span.start
    )
    return covered >= 0.6 * len(span)
