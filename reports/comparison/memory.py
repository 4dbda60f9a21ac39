"""The record as memory: how a paragraph was rendered before.

What remembers is not known here: `reports.library.precedents` looks through a library, `TextsMemory` through texts at hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from align.lexicon.counterparts import counterpart
from align.lexicon.tokenization import stemmed
from align.lexicon.word_evidence import word_evidence
from align.versions import align_versions
from corpora.languages import Language
from corpora.languages import language as language_data
from corpora.model import Address, Paragraph, Resolution, Span
from corpora.structure.addresses import address_of
from corpora.text.folding import one_line
from corpora.text.punctuation import PAUSES

_PAIR = 2
"""Versions from which one of a resolution renders another."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A rendering of a paragraph in an adopted text: its symbol and year, the paragraph's id there, the words, and the values that
    they state ("date:2023-06-07")."""

    symbol: str
    year: int | None
    paragraph: str
    text: str
    values: frozenset[str]
    address: Address | None = None
    """Where people find the paragraph, where its text is at hand."""


@dataclass(frozen=True, slots=True)
class Precedent:
    """How the words of a phrase were rendered in an adopted text, and how often they were rendered so."""

    words: str
    symbol: str
    year: int | None
    paragraph: str
    count: int
    address: Address | None = None
    """Where people find the paragraph, where its text is at hand."""


class Memory(Protocol):
    """What remembers how paragraphs were rendered."""

    def renderings(self, text: str, language: str, other: str) -> Sequence[Remembered]:
        """The renderings in ``other`` of all paragraphs that say ``text`` word for word, the latest last."""
        ...

    def precedent(
        self, text: str, span: Span, language: str, other: str, *, anywhere: bool = False
    ) -> Precedent | None:
        """How the words of a span of a paragraph were rendered before: where the record has the whole paragraph, as it was there, the
        latest first; else, with ``anywhere``, where it has the phrase."""
        ...


def precedent_among(text: str, span: Span, language: str, other: str, whole: Sequence[Remembered]) -> Precedent | None:
    """How the latest of some renderings of a paragraph has the words of a span, and how many of them have them so."""
    own, theirs = language_data(language), language_data(other)
    said = []
    for one in whole:
        found = counterpart(text, span, one.text, own, theirs)
        if found is not None and _is_rendered(text, span, one.text, own, theirs):
            said.append((one.text[found.span.start : found.span.end], one))
    if not said:
        return None
    counts = Counter(as_remembered(words) for words, _ in said)
    words, last = said[-1]
    return Precedent(words, last.symbol, last.year, last.paragraph, counts[as_remembered(words)], last.address)


def _is_rendered(text: str, span: Span, other: str, own: Language, theirs: Language) -> bool:
    """Whether a text in another language has counterparts for the words of a span, and not only a place where they would stand."""
    evidence = word_evidence(text, other, own, theirs)
    inside = [float(e) for e, s in zip(evidence, stemmed(text, own).spans, strict=True) if s.overlaps(span)]
    return bool(inside) and sum(inside) / len(inside) > 0


def as_remembered(text: str) -> str:
    """A text as it is known again: folded, in one line, without the mark at its end."""
    return one_line(text).rstrip(" " + PAUSES)


def values_of(paragraph: Paragraph) -> frozenset[str]:
    """The values that a paragraph states, in the form that all languages share."""
    return frozenset(f"{a.kind}:{a.form}" for a in paragraph.anchors if a.kind.is_substance and a.firm)


@dataclass(frozen=True)
class TextsMemory:
    """What texts at hand remember: the versions of some resolutions, by language."""

    resolutions: Sequence[Mapping[str, Resolution]]
    _made: dict[tuple[str, str], dict[str, list[Remembered]]] = field(default_factory=dict, repr=False, compare=False)

    def renderings(self, text: str, language: str, other: str) -> Sequence[Remembered]:
        """As ``Memory.renderings``, in the order in which the texts are given."""
        key = language, other
        if key not in self._made:
            self._made[key] = {}
            for versions in self.resolutions:
                if language in versions and other in versions:
                    _learn(self._made[key], versions[language], versions[other])
        return self._made[key].get(as_remembered(text), ())

    def precedent(
        self, text: str, span: Span, language: str, other: str, *, anywhere: bool = False
    ) -> Precedent | None:
        """As ``Memory.precedent``; phrases are not looked for in texts at hand."""
        return precedent_among(text, span, language, other, self.renderings(text, language, other))

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages of which something is remembered."""
        return frozenset(code for versions in self.resolutions if len(versions) >= _PAIR for code in versions)


def _learn(known: dict[str, list[Remembered]], source: Resolution, target: Resolution) -> None:
    theirs = {p.id: p for p in target.all_paragraphs()}
    for mine, other in _corresponding(source, target):
        paragraph = theirs[other]
        where = address_of(target, other)
        found = Remembered(target.label, None, other, paragraph.text, values_of(paragraph), address=where)
        known.setdefault(as_remembered(mine), []).append(found)


def _corresponding(source: Resolution, target: Resolution) -> Iterable[tuple[str, str]]:
    """The text of each paragraph with the id of the one that corresponds to it alone."""
    bodies = {p.id: p.text for p in source.all_paragraphs()}
    for bead in align_versions(source, target).beads:
        if len(bead.source) == len(bead.target) == 1:
            yield bodies[bead.source[0]], bead.target[0]
