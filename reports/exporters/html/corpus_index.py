"""The page that leads to the reports of a corpus: one row a resolution, the gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora.io import write_whole
from reports.exporters.html.rendering import rendered
from reports.findings.model import Severity

_LEVELS = tuple(s.label for s in sorted(Severity, reverse=True))


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
    worst: Mapping[str, Any] | None

    @classmethod
    def of(
        cls, symbol: str, languages: tuple[str, ...], page: str, findings: Sequence[Mapping[str, Any]]
    ) -> CorpusEntry:
        """From the findings as rows of the table."""
        severities = Counter(f["severity"] for f in findings)
        order = {level: i for i, level in enumerate(_LEVELS)}
        worst = min(findings, key=lambda f: (order[f["severity"]], -f["confidence"]), default=None)
        counts = tuple(severities[level] for level in _LEVELS)
        return cls(symbol, languages, page, counts, Counter(f["code"] for f in findings), worst)


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
