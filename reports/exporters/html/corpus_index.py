"""The page that leads to the reports of a corpus: one row a resolution, the gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.io import write_whole
from reports.exporters.html.rendering import rendered
from reports.findings.model import Severity
from reports.findings.order import Order, shown_before

_LEVELS = tuple(s.label for s in sorted(Severity, reverse=True))


@dataclass(frozen=True, slots=True)
class WorstFinding:
    """The gravest finding of a resolution, as the page shows it."""

    severity: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class CorpusEntry:
    """One resolution: its symbol, languages, the file of its report ("" where there is none), and of its findings no more than the
    page shows: how many of each severity, critical first, and of each code, and the gravest one.
    """

    symbol: str
    languages: tuple[str, ...]
    page: str
    counts: tuple[int, ...]
    codes: Mapping[str, int]
    worst: WorstFinding | None

    @classmethod
    def of(
        cls, symbol: str, languages: tuple[str, ...], page: str, findings: Sequence[Mapping[str, object]]
    ) -> CorpusEntry:
        """From the findings as rows of the table."""
        severities = Counter(str(f["severity"]) for f in findings)
        codes = Counter(str(f["code"]) for f in findings)
        first = min(findings, key=_gravity, default=None)
        worst = WorstFinding(*(str(first[key]) for key in ("severity", "code", "message"))) if first else None
        return cls(symbol, languages, page, tuple(severities[level] for level in _LEVELS), codes, worst)


def _gravity(finding: Mapping[str, object]) -> Order:
    """Where a row stands among others."""
    confidence = finding["confidence"]
    severity = Severity[str(finding["severity"]).upper()]
    return shown_before(severity, confidence if isinstance(confidence, int | float) else 1.0)


def write_index(path: Path, entries: Sequence[CorpusEntry], unusable: Sequence[str], ui: str) -> None:
    """Write the page."""
    ordered = sorted(entries, key=lambda e: (tuple(-n for n in e.counts), e.symbol))
    totals = tuple(
        zip(_LEVELS, (sum(column) for column in zip(*(e.counts for e in entries), strict=True)), strict=False)
    )
    codes: Counter[str] = Counter()
    for entry in entries:
        codes.update(entry.codes)
    page = rendered(
        "corpus.html.j2",
        ("words.js", "corpus.js"),
        ui=ui,
        entries=ordered,
        totals=totals,
        codes=sorted(codes.items()),
        levels=_LEVELS,
        unusable=unusable,
    )
    write_whole(path, page)
