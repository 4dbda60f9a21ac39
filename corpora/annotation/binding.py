"""Words of scope and degree ("all", "only", "other", "immediate", "full") in a text, by the classes of the language's data file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from corpora.languages import Language
from corpora.model import Span
from corpora.text.folding import fold


@dataclass(frozen=True, slots=True)
class BindingWord:
    """A word or phrase of a class.

    ``excused`` says that it stands in a set phrase, where it says nothing of its own; ``loose`` that it is no word of the class, and
    may only render one.
    """

    span: Span
    name: str
    excused: bool
    loose: bool


@lru_cache(maxsize=2048)
def binding_words(text: str, language: Language) -> tuple[BindingWord, ...]:
    """The binding words of a text, those of the classes first, then the longest; none where the data file of the language has none."""
    data = language.binding
    if data is None:
        return ()
    folded = fold(text)
    excused = [folded.span(*m.span()) for m in data.excused.finditer(folded.text)] if data.excused else []
    found = [
        (folded.span(*match.span()), name, loose)
        for patterns, loose in ((data.classes, False), (data.renders, True))
        for name, pattern in patterns.items()
        for match in pattern.finditer(folded.text)
    ]
    found.sort(key=lambda item: (item[2], -len(item[0]), item[0].start))
    return tuple(BindingWord(span, name, any(e.overlaps(span) for e in excused), loose) for span, name, loose in found)
