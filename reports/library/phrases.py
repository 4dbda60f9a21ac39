"""A phrase that is looked for, and where a text has it: in the same words, in other forms of them, or nearly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from corpora.errors import InputError
from corpora.languages import Language
from corpora.model import Span
from reports.library.words import Words, carries_meaning, near_in, reach_of, runs_in, words_of


class Match(StrEnum):
    """How a text has a phrase: each way holds those before it."""

    EXACT = "exact"
    INFLECTED = "inflected"
    NEAR = "near"
    MEANING = "meaning"


MATCHES = tuple(Match)


@dataclass(frozen=True)
class WantedPhrase:
    """A phrase in one language."""

    text: str
    language: Language

    @cached_property
    def words(self) -> Words:
        """Its words. Raises InputError where it has none."""
        found = words_of(self.text, self.language)
        if not found.words:
            raise InputError("find", f"no word in {self.text!r}", hint="give a phrase, such as “technical assistance”")
        return found

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The stems of those words that carry meaning; of all where none does."""
        pairs = zip(self.words.words, self.words.stems, strict=True)
        return tuple(s for w, s in pairs if carries_meaning(w, self.language)) or self.words.stems

    @property
    def has_meaning(self) -> bool:
        """Whether any of its words is more than an article or a preposition: what renders only such is not told by anything."""
        return any(carries_meaning(word, self.language) for word in self.words.words)

    def matches(self, text: str, how: Match) -> list[tuple[Match, Span]]:
        """Where ``text`` has the phrase, in the closest way in which it stands there; at most as loosely as ``how``."""
        found = words_of(text, self.language)
        for way in MATCHES[: MATCHES.index(how) + 1]:
            if way is Match.EXACT:
                runs = runs_in(self.words.words, found.words)
            elif way is Match.INFLECTED:
                runs = runs_in(self.words.stems, found.stems)
            elif way is Match.NEAR and len(self.content) > 1:
                runs = near_in(self.content, text, found, reach_of(len(self.words.words)))
            else:
                runs = []
            if runs:
                return [(way, found.span(a, b)) for a, b in runs]
        return []
