"""Word differences of two texts in one language."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Opcodes
from rapidfuzz.distance.LCSseq import opcodes

from corpora.languages import language
from corpora.model import Paragraph, Span
from corpora.text import fold

_FREE = frozenset({"citation", "date", "number", "session", "percentage", "reference"})


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Folded words with their spans; Chinese characters one by one."""
    folded = fold(text)
    code = "zh" if any("\u4e00" <= c <= "\u9fff" for c in text[:80]) else "fr"
    matches = list(language(code).token_pattern.finditer(folded.text))
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


def _join(spans: list[Span]) -> list[Span]:
    """Neighbouring spans, two characters apart at most, as one."""
    out: list[Span] = []
    for span in spans:
        if out and span.start - out[-1].end <= 2:
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out


def changed_words(before: Paragraph, after: Paragraph) -> tuple[list[Span], list[Span]]:
    """Word changes, those left out that are nothing but anchors, adverbs of order, or punctuation."""
    removed, added = word_changes(before.text, after.text)
    return [s for s in removed if not _free(before, s)], [s for s in added if not _free(after, s)]


def _free(paragraph: Paragraph, span: Span) -> bool:
    """Whether a changed span may change freely: inside a date or symbol, in the opening verb's adverbs, or no word."""
    text = paragraph.text[span.start : span.end]
    if not any(c.isalpha() for c in text):
        return True
    if paragraph.verb and span.start >= paragraph.verb.span.start and span.end <= paragraph.verb.span.end:
        return span.start > 0
    covered = sum(
        min(span.end, a.span.end) - max(span.start, a.span.start)
        for a in paragraph.anchors
        if a.kind in _FREE and a.span.start < span.end and a.span.end > span.start
    )
    return covered >= 0.6 * len(span)
