"""What is to be said, before it is said in any language: the name of a sentence and the facts that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpora.model import Address


@dataclass(frozen=True, slots=True)
class UserText:
    """Words that the user wrote (the reason of an own rule), by language of the interface; the first serves for the others."""

    texts: Mapping[str, str]

    def in_language(self, ui: str) -> str:
        """The words in that language, or else the first that are given."""
        return self.texts.get(ui) or next(iter(self.texts.values()))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the catalogues, or a part of one: its name ("D101.run") and the facts for its placeholders."""

    name: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


Fact = str | int | float | tuple[str, ...] | Phrase | tuple[Phrase, ...] | UserText | Address | tuple[Address, ...]
"""A fact: words of the texts, places in them, codes of languages, counts, several of them, or parts that are phrases themselves."""
Facts = Mapping[str, Fact]
