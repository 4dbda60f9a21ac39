"""The clause around a difference, with the difference marked: what a sentence for people quotes."""

from __future__ import annotations

from align.clauses import clauses
from corpora.languages import Language
from corpora.model import Paragraph, Span

_AROUND = 70
"""Characters before and behind a difference that are quoted at most: a clause may be a whole paragraph."""
_MARKS = "‹", "›"
"""What stands around the difference: signs that no adopted text uses."""


def marked_clause(paragraph: Paragraph, language: Language, difference: Span | None) -> str:
    """The clause of a paragraph in which a difference stands, cut to whole words around it; without one its first clause."""
    text = paragraph.text
    inside = clauses(text, language, paragraph.verbs) or [Span(0, len(text))]
    if difference is None:
        return _cut_behind(text[inside[0].start : inside[0].end].strip(), 2 * _AROUND)
    first = next((c for c in inside if c.start <= difference.start < c.end), inside[-1])
    before = text[min(first.start, difference.start) : difference.start]
    behind = text[difference.end : max(first.end, difference.end)]
    words = text[difference.start : difference.end]
    return _cut_before(before.lstrip(), _AROUND) + _MARKS[0] + words + _MARKS[1] + _cut_behind(behind.rstrip(), _AROUND)


def clause_beside(paragraph: Paragraph, language: Language, share: float) -> str:
    """The clause of a paragraph that stands at a share of its length, from 0 to 1: where words are lacking that another version has there.

    Languages mostly have their clauses in one order; where they do not, it is a neighbour of the one that is meant.
    """
    text = paragraph.text
    inside = clauses(text, language, paragraph.verbs) or [Span(0, len(text))]
    at = share * len(text)
    found = next((c for c in inside if at < c.end), inside[-1])
    words = text[found.start : found.end].strip()
    if len(words) <= 2 * _AROUND:
        return ("… " if found.start else "") + words
    middle = min(max(int(at) - found.start, _AROUND), len(words) - _AROUND)
    start, end = words[:middle], words[middle:]
    return (
        ("… " if found.start and len(start) <= _AROUND else "")
        + _cut_before(start, _AROUND)
        + _cut_behind(end, _AROUND)
    )


def _cut_before(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return "… " + text[-length:].partition(" ")[2] if " " in text[-length:] else "…" + text[-length:]


def _cut_behind(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return text[:length].rpartition(" ")[0] + " …" if " " in text[:length] else text[:length] + "…"
