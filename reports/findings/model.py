"""Findings: what a check reports, where, how grave, and how it is known again."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import IntEnum

from corpora.model import Address, Paragraph, Resolution, Span
from corpora.structure.addresses import address_of
from corpora.text.folding import one_line
from reports.messages.catalogue import render
from reports.messages.phrases import Facts, Phrase


class Severity(IntEnum):
    """Severity levels of MQM (Multidimensional Quality Metrics)."""

    NEUTRAL = 0
    MINOR = 1
    MAJOR = 2
    CRITICAL = 3

    @property
    def label(self) -> str:
        """The level's name in small letters."""
        return self.name.lower()

    def lower(self) -> Severity:
        """One step less grave."""
        return Severity(max(0, self - 1))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands: ``span`` counts the source text of the document, ``inside`` the paragraph's text.

    ``paragraph`` is the id that programs are given, ``address`` what people are told.
    """

    document: str
    language: str
    paragraph: str
    span: Span
    inside: Span
    quote: str
    address: Address = field(compare=False, repr=False)
    is_whole: bool = field(default=False, compare=False, repr=False)
    """Whether it holds every word of its paragraph."""


@dataclass(frozen=True, slots=True)
class Group:
    """Versions, by language code, that say the same at the place of a finding, and what: "" where they say nothing there."""

    versions: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words of one text and those that stand in their place in the other; None where one of the two has none.

    ``reason`` says why the change is editorial, by its key in [words.editorial] of the catalogues; "" where it is not.
    """

    source: Place | None
    target: Place | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: facts, of which a sentence is made where it is shown.

    ``sentence`` names the sentence of the catalogues and ``facts`` fill its places; ``notes`` are added to it; ``votes`` holds
    what each version has, where asked; ``groups`` the versions that agree, the most first, where there are three and more.
    ``changes`` are the changed words between two related texts that the finding accounts for, in the order of the text; the first
    of them stand in ``source`` and ``target`` as well. ``missing`` is how surely the quoted words have no rendering where the finding says
    so, in nats; None where that was not asked. Only confidence is made of it.
    """

    code: str
    severity: Severity
    source: Place | None
    target: Place | None
    sentence: str
    facts: Facts
    confidence: float = 1.0
    votes: tuple[tuple[str, str], ...] = ()
    notes: tuple[Phrase, ...] = ()
    groups: tuple[Group, ...] = ()
    changes: tuple[WordChange, ...] = ()
    fingerprint: str = ""
    missing: float | None = None

    def message(self, ui: str) -> str:
        """The reason in the user's language."""
        return render((Phrase(self.sentence, self.facts), *self.notes), ui)

    @property
    def odd(self) -> str | None:
        """The language of the version that is shown as the odd one; None where no version stands apart."""
        outlier = self.facts.get("outlier")
        if isinstance(outlier, tuple):
            outlier = next((code for code in outlier if isinstance(code, str)), None)
        if isinstance(outlier, str):
            return outlier
        return (
            self.target.language
            if self.target and (self.source is None or self.source.language != self.target.language)
            else None
        )

    def touches(self, language: str) -> bool:
        """Whether the version of a language differs, or may: it is not among the most that say the same.

        Of two versions, and where no group is the largest, each differs from the other.
        """
        if not self.groups:
            return language == self.odd or any(
                place.language == language for place in (self.source, self.target) if place
            )
        largest = max(len(group.versions) for group in self.groups)
        most = [group for group in self.groups if len(group.versions) == largest]
        agreed = most[0].versions if len(most) == 1 else ()
        return language not in agreed and any(language in group.versions for group in self.groups)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The ids of the paragraphs it touches, source first."""
        return tuple(place.paragraph for place in (self.source, self.target) if place)

    @property
    def changed_places(self) -> tuple[Place, ...]:
        """The places of the changed words that it accounts for, those before beside those after."""
        return tuple(place for change in self.changes for place in (change.source, change.target) if place)

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Where people find the paragraphs that it touches, source first."""
        return tuple(place.address for place in (self.source, self.target) if place)


def place_of(resolution: Resolution, paragraph: Paragraph, span: Span | None = None) -> Place:
    """The place of ``span`` of a paragraph's text, the whole paragraph where None or empty."""
    inside = span or Span(0, len(paragraph.text))
    quote = paragraph.text[inside.start : inside.end]
    return Place(
        document=resolution.name,
        language=resolution.language,
        paragraph=paragraph.id,
        span=paragraph.source_span(inside),
        inside=inside,
        quote=quote,
        address=address_of(resolution, paragraph.id),
        is_whole=not any(c.isalnum() for c in paragraph.text[: inside.start] + paragraph.text[inside.end :]),
    )


def empty_place(resolution: Resolution, paragraph: Paragraph, at: int) -> Place:
    """The place before the character ``at`` of a paragraph's text, where words are missing."""
    inside = Span(at, at)
    whole = place_of(resolution, paragraph)
    return replace(whole, span=paragraph.source_span(inside), inside=inside, quote="", is_whole=False)


def fingerprinted(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with fingerprints.

    A fingerprint is made of code, languages, and the words quoted, not of places or ids: it stays the same when other
    text changes or paragraphs are renumbered. Equal ones are told apart by their order.
    """
    seen: Counter[str] = Counter()
    out = []
    for finding in findings:
        parts = [finding.code]
        for place in (finding.source, finding.target):
            parts += [place.language, one_line(place.quote)] if place else ["-"]
        key = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
        seen[key] += 1
        out.append(replace(finding, fingerprint=key if seen[key] == 1 else f"{key}-{seen[key]}"))
    return out
