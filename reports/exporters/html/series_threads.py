"""A series as the application shows it: each step with its verdict, each mandate through the texts, and the picture of the threads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from corpora.languages import language_of
from reports.comparison.lineage import Lineage
from reports.comparison.rows import RelatedPair
from reports.comparison.verdict import dates_line, verdict_line, verdict_of
from reports.exporters.html.first_screen import Texts
from reports.exporters.html.thread_rows import ThreadView, states_of, thread_view
from reports.exporters.lineage_picture import lineage_picture
from reports.findings.model import Finding, Severity
from reports.messages.catalogue import interface_languages
from reports.project.selection import Selection


@dataclass(frozen=True, slots=True)
class HeadView:
    """A text of the series by what it is called, and whether the library knows it."""

    label: str
    known: bool


@dataclass(frozen=True, slots=True)
class StepView:
    """Two texts that follow each other: what a verdict says of them, the findings by severity, where they stand side by side."""

    earlier: str
    later: str
    verdict: tuple[Texts, ...]
    counts: tuple[tuple[str, int], ...]
    address: str


@dataclass(frozen=True)
class SeriesView:
    """The whole page."""

    title: str
    subject: str
    language: str
    direction: str
    heads: tuple[HeadView, ...]
    steps: tuple[StepView, ...]
    threads: tuple[ThreadView, ...]
    states: tuple[str, ...]
    pictures: Mapping[str, Markup]


def series_view(
    lineage: Lineage,
    steps: Sequence[tuple[RelatedPair, Selection]],
    known: Collection[str],
    address_of_step: Callable[[int], str],
) -> SeriesView:
    """The page of a series; ``known`` are symbols of the library, ``address_of_step`` says where two neighbours stand side by side.

    ``steps`` are empty where only mandates were followed.
    """
    last = lineage.resolutions[-1]
    threads = tuple(thread_view(lineage, thread) for thread in lineage.threads)
    return SeriesView(
        title=" → ".join(r.label for r in lineage.resolutions),
        subject=last.title,
        language=last.language,
        direction=language_of(last).direction,
        heads=tuple(HeadView(r.label, r.label in known) for r in lineage.resolutions),
        steps=tuple(_step(*step, address_of_step(place)) for place, step in enumerate(steps)),
        threads=threads,
        states=states_of(threads),
        # The picture escapes the words that it shows, and holds neither script nor style.
        pictures={ui: Markup(lineage_picture(lineage, ui)) for ui in interface_languages()},
    )


def _step(pair: RelatedPair, selection: Selection, address: str) -> StepView:
    verdict = verdict_of(pair, selection.everything)
    lines = []
    if verdict is not None:
        lines.append({ui: verdict_line(verdict, ui) for ui in interface_languages()})
        lines.append({ui: dates_line(pair, ui) for ui in interface_languages()})
    said = tuple(line for line in lines if any(line.values()))
    return StepView(pair.earlier.label, pair.later.label, said, counts_of(selection.findings), address)


def counts_of(findings: Sequence[Finding]) -> tuple[tuple[str, int], ...]:
    """How many findings there are of each severity, the gravest first."""
    return tuple((level.label, sum(f.severity is level for f in findings)) for level in sorted(Severity, reverse=True))
