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


@dataclass(frozen=True)
class CorpusEntry:
    """One resolution: its symbol, languages, the file of its report, its findings as rows of the table."""

    symbol: str
    languages: tuple[str, ...]
    page: str
    findings: tuple[Mapping[str, Any], ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many findings it has of each severity, critical first."""
        counts = Counter(f["severity"] for f in self.findings)
        return tuple(counts[level] for level in _LEVELS)

    @property
    def worst(self) -> Mapping[str, Any] | None:
        """Its gravest finding."""
        order = {level: i for i, level in enumerate(_LEVELS)}
        return min(self.findings, key=lambda f: (order[f["severity"]], -f["confidence"]), default=None)


def write_index(path: Path, entries: Sequence[CorpusEntry], unusable: Sequence[str], ui: str) -> None:
    """Write the page."""
    ordered = sorted(entries, key=lambda e: (tuple(-n for n in e.counts), e.symbol))
    totals = tuple(
        zip(_LEVELS, (sum(column) for column in zip(*(e.counts for e in entries), strict=True)), strict=False)
    )
    codes = Counter(f["code"] for e in entries for f in e.findings)
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
