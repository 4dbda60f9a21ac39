"""References to paragraphs of the same document: whether a text says that it means its own paragraphs."""

from __future__ import annotations

import re

from corpora.languages import Language
from corpora.model import Anchor, Paragraph
from corpora.text.folding import fold
from corpora.text.patterns import compiled

_REACH = 45
"""Characters around a reference in which "above", "below" or the document that it is of are named."""


def where_of(paragraph: Paragraph, anchor: Anchor, language: Language) -> str | None:
    """ "above", "below" or "present" where a reference is to the same resolution; None where that is not said."""
    folded = fold(paragraph.text).text
    after = folded[anchor.span.end : anchor.span.end + _REACH]
    before = folded[max(0, anchor.span.start - _REACH) : anchor.span.start]
    for name, behind, ahead in language.derived(_same_document):
        if behind.match(after) or (ahead is not None and ahead.search(before)):
            return name
    return None


def _same_document(language: Language) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    """What says behind a reference, or in front of it, where the paragraph stands: "3 above", "the present resolution, 3"."""
    section = language.references
    found = []
    for name, words in (("above", section.above), ("below", section.below), ("present", section.present)):
        behind = compiled(rf"{section.between}(?:{words.pattern})")
        ahead = section.before and compiled(rf"(?:{words.pattern})(?:{section.before.pattern})$")
        found.append((name, behind, ahead))
    return tuple(found)
