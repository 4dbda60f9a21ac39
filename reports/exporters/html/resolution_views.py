"""One resolution as the application shows it: its head, its text, its mandates, what it asks for, what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpora.languages import language_of
from corpora.mandates.deliverables import Deliverable
from corpora.mandates.extraction import address_of_act, mandates_of
from corpora.model import Address, Resolution
from reports.exporters.html.finding_texts import messages_of, titles_of
from reports.exporters.html.first_screen import Texts
from reports.exporters.particulars import particulars_lines
from reports.findings.model import Finding
from reports.library.related import RelatedText
from reports.messages.catalogue import interface_languages, kind_in_every_language, say, say_address
from reports.messages.wording import shortened

_QUOTE = 200
"""Characters of a quote beside a finding. Chosen by looking."""
_DEEPEST = 4
"""Levels of a list that are set in further and further; what is deeper stands as the last of them."""


@dataclass(frozen=True, slots=True)
class HeadOfResolution:
    """What a resolution is called, when and how it was adopted, and the addresses of its versions."""

    label: str
    title: str
    language: str
    direction: str
    particulars: Texts
    languages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph to be read."""

    id: str
    number: str
    kind: str
    text: str
    deep: int


@dataclass(frozen=True, slots=True)
class MandateLine:
    """A mandate in one line of a table."""

    place: Texts
    verb: str
    kind: Texts
    addressee: str
    text: str
    due: str


@dataclass(frozen=True, slots=True)
class DeliverableLine:
    """A deliverable in one line of a table."""

    place: Texts
    kind: str
    due: str
    due_words: str
    addressee: str
    text: str


@dataclass(frozen=True, slots=True)
class LintLine:
    """A finding of one document alone."""

    code: str
    severity: str
    title: Texts
    messages: Texts
    place: Texts
    quote: str


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """A related resolution with the reasons, and where both stand side by side."""

    symbol: str
    title: str
    date: str | None
    year: int | None
    reasons: Texts
    compare: str


def head_of(resolution: Resolution, languages: Sequence[tuple[str, str]]) -> HeadOfResolution:
    """The head of a page about a resolution; ``languages`` are those that it is there in, with the addresses of the same page."""
    return HeadOfResolution(
        resolution.label,
        resolution.title,
        resolution.language,
        language_of(resolution).direction,
        particulars_lines(resolution),
        tuple(languages),
    )


def paragraphs_of(resolution: Resolution) -> list[ReadParagraph]:
    """All paragraphs in the order of the text, footnotes last."""
    return [
        ReadParagraph(
            p.id, p.number or "", str(p.kind), p.text, min(sum(1 for _ in resolution.ids_above(p.id)), _DEEPEST)
        )
        for p in resolution.all_paragraphs()
    ]


def mandate_lines(resolution: Resolution) -> list[MandateLine]:
    """The mandates of a resolution as lines."""
    return [
        MandateLine(
            said_address(address_of_act(resolution, m)),
            m.verb.text,
            kind_in_every_language(m.kind),
            m.addressee.text if m.addressee else "",
            m.text,
            "; ".join(slot.text for slot in m.deadlines),
        )
        for m in mandates_of(resolution)
    ]


def said_address(address: Address) -> Texts:
    """Where people find something, in each language of the interface."""
    return {ui: say_address(address, ui) for ui in interface_languages()}


def deliverable_lines(resolution: Resolution, deliverables: Sequence[Deliverable]) -> list[DeliverableLine]:
    """Deliverables as lines, those with a day first, in the order of the days."""
    lines = [
        DeliverableLine(
            said_address(address_of_act(resolution, d.mandate)),
            d.kind,
            ", ".join(d.dues),
            d.due_words or "",
            d.addressee or "",
            d.mandate.text,
        )
        for d in deliverables
    ]
    return sorted(lines, key=lambda line: (not line.due, line.due))


def lint_lines(findings: Sequence[Finding]) -> list[LintLine]:
    """Findings as lines, the gravest first."""
    return [_lint_line(finding) for finding in sorted(findings, key=lambda f: f.severity, reverse=True)]


def _lint_line(finding: Finding) -> LintLine:
    place = finding.source or finding.target
    return LintLine(
        finding.code,
        finding.severity.label,
        titles_of(finding),
        messages_of(finding),
        said_address(place.address) if place else dict.fromkeys(interface_languages(), ""),
        shortened(place.quote, _QUOTE) if place else "",
    )


def related_lines(found: Sequence[RelatedText], compare: Mapping[str, str]) -> list[RelatedLine]:
    """Related resolutions as lines; ``compare`` has the address where each stands beside the one that it is related to."""
    return [
        RelatedLine(
            r.symbol,
            r.title,
            r.date,
            r.year,
            {ui: ", ".join(say(f"related.{n}", ui, share=s) for n, s in r.reasons) for ui in interface_languages()},
            compare[r.symbol],
        )
        for r in found
    ]
