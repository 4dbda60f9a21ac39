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


def _cut_before(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return "… " + text[-length:].partition(" ")[2] if " " in text[-length:] else "…" + text[-length:]


def _cut_behind(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return text[:length].rpartition(" ")[0] + " …" if " " in text[:length] else text[:length] + "…"
