"""Rows of a corpus run's tables: a finding, or a bead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from align.model import Alignment
from corpora.model import Resolution
from reports.exporters.json_results import PlaceJson, finding_json
from reports.findings.model import Finding
from reports.messages.catalogue import breakable, say_addresses

Row = Mapping[str, object]
_FLOATS = ("confidence", "score")
FINDING_COLUMNS = (
    "symbol", "code", "severity", "odd_language", "address", "source_language", "source_paragraph", "source_quote", "target_language",
    "target_paragraph", "target_quote", "message", "confidence", "votes", "groups", "fingerprint",
)  # fmt: skip
COMPARED_COLUMNS = ("earlier", *FINDING_COLUMNS)
BEAD_COLUMNS = (
    "symbol", "source_language", "target_language", "source", "target", "source_text", "target_text", "relation", "score",
    "confidence",
)  # fmt: skip


def rows_of(symbol: str, findings: Sequence[Finding], ui: str) -> Iterator[dict[str, object]]:
    """The findings of a resolution as rows of the table."""
    for finding in findings:
        shape = finding_json(finding, ui)
        source: PlaceJson = shape["source"] or {}
        target: PlaceJson = shape["target"] or {}
        yield {
            "symbol": symbol,
            "code": finding.code,
            "severity": finding.severity.label,
            "odd_language": finding.odd or source.get("language"),
            "address": breakable(say_addresses(finding.addresses, ui)),
            "source_language": source.get("language"),
            "source_paragraph": source.get("paragraph"),
            "source_quote": source.get("quote"),
            "target_language": target.get("language"),
            "target_paragraph": target.get("paragraph"),
            "target_quote": target.get("quote"),
            "message": shape["message"],
            "confidence": finding.confidence,
            "votes": "; ".join(f"{c}: {v}" for c, v in finding.votes),
            "groups": "; ".join(f"{' '.join(g.versions)}: {g.says or '–'}" for g in finding.groups),
            "fingerprint": finding.fingerprint,
        }


def bead_rows(symbol: str, first: Resolution, other: Resolution, alignment: Alignment) -> Iterator[dict[str, object]]:
    """The beads of two versions as rows of the table, with their texts; paragraphs of one side are joined by line breaks."""
    for bead in alignment.beads:
        yield {
            "symbol": symbol,
            "source_language": first.language,
            "target_language": other.language,
            "source": " ".join(bead.source),
            "target": " ".join(bead.target),
            "source_text": "\n".join(first.paragraph(i).text for i in bead.source),
            "target_text": "\n".join(other.paragraph(i).text for i in bead.target),
            "relation": str(bead.relation),
            "score": round(float(bead.score), 6),
            "confidence": round(float(bead.confidence), 6),
        }


def table_of(rows: Sequence[Row], columns: Sequence[str]) -> pl.DataFrame:
    """Rows as a table; figures as numbers, all else as text."""
    schema = {name: pl.Float64 if name in _FLOATS else pl.String for name in columns}
    return pl.DataFrame([[row[name] for name in columns] for row in rows], schema=schema, orient="row")


def are_rows(data: object, columns: Sequence[str]) -> bool:
    """Whether what was read from a file is rows of these columns."""
    return isinstance(data, list) and all(_is_row(row, columns) for row in data)


def _is_row(row: object, columns: Sequence[str]) -> bool:
    if not isinstance(row, dict) or set(row) != set(columns):
        return False
    return all(isinstance(v, float | int if name in _FLOATS else str | None) for name, v in row.items())
