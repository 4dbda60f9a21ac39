"""Results as Polars tables: beads, findings, mandates."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import polars as pl

from align.model import Alignment
from corpora.errors import InputError
from corpora.io import write_whole
from corpora.mandates.deliverables import Deliverable
from corpora.mandates.extraction import Mandate, Slot
from corpora.model import Resolution
from corpora.text.punctuation import FORMULA_SIGNS
from reports.comparison.mandate_changes import MandateChange
from reports.exporters.base import Content, Exported, ExportedFile, ExportRequest
from reports.exporters.calendar import kind_name
from reports.exporters.units import Unit, related_units, version_units
from reports.findings.model import Finding, Place
from reports.messages.catalogue import breakable, say_addresses

_PLACE = {
    "document": pl.String,
    "language": pl.String,
    "paragraph": pl.String,
    "start": pl.Int64,
    "end": pl.Int64,
    "quote": pl.String,
}


def bead_table(alignments: Iterable[Alignment]) -> pl.DataFrame:
    """One row a bead; ids of one side joined by spaces, words that nothing renders by a bar where they were asked for."""
    beads = [(a, b) for a in alignments for b in a.beads]
    words = any(b.unrendered is not None for _, b in beads)
    rows = [
        (
            *(
                a.source,
                a.target,
                " ".join(b.source),
                " ".join(b.target),
                b.score,
                str(b.relation),
                b.moved,
                b.confidence,
            ),
            *([" | ".join(side) for side in b.unrendered or ((), ())] if words else []),
        )
        for a, b in beads
    ]
    schema = {
        "source_document": pl.String,
        "target_document": pl.String,
        "source": pl.String,
        "target": pl.String,
        "score": pl.Float64,
        "relation": pl.String,
        "moved": pl.Boolean,
        "confidence": pl.Float64,
        **({"source_words": pl.String, "target_words": pl.String} if words else {}),
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def finding_table(findings: Iterable[Finding], ui: str) -> pl.DataFrame:
    """One row a finding, both places spread over columns."""
    rows = [
        (
            f.code,
            f.severity.label,
            breakable(say_addresses(f.addresses, ui)),
            *_place(f.source),
            *_place(f.target),
            f.message(ui),
            f.confidence,
            f.fingerprint,
        )
        for f in findings
    ]
    schema: dict[str, pl.DataType | type[pl.DataType]] = {
        "code": pl.String,
        "severity": pl.String,
        "address": pl.String,
    }
    for side in ("source", "target"):
        schema |= {f"{side}_{name}": kind for name, kind in _PLACE.items()}
    schema |= {"message": pl.String, "confidence": pl.Float64, "fingerprint": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


def unit_table(units: Iterable[Unit], sides: Sequence[str]) -> pl.DataFrame:
    """One row a unit of a bitext: its id and kind, each side's text and paragraph ids, the codes found in it."""
    schema = dict.fromkeys(
        ("id", "kind", "relation", *sides, *(f"{side}_paragraphs" for side in sides), "findings"), pl.String
    )
    rows = [
        (
            unit.id,
            unit.kind,
            unit.relation or None,
            *(unit.parts[s].text if s in unit.parts else None for s in sides),
            *(" ".join(unit.parts[s].paragraphs) if s in unit.parts else None for s in sides),
            " ".join(sorted({f.code for f in unit.findings})) or None,
        )
        for unit in units
    ]
    return pl.DataFrame(rows, schema=schema, orient="row")


def mandate_table(changes: Iterable[MandateChange]) -> pl.DataFrame:
    """One row a mandate, its slots before and after."""
    rows = [(c.relation, c.moved, *_mandate(c.before), *_mandate(c.after)) for c in changes]
    schema: dict[str, pl.DataType | type[pl.DataType]] = {"relation": pl.String, "moved": pl.Boolean}
    for side in ("before", "after"):
        schema |= {f"{side}_{name}": pl.String for name in _MANDATE} | {f"{side}_force": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


_MANDATE = (
    "id",
    "kind",
    "verb",
    "addressee",
    "action",
    "conditions",
    "deadlines",
    "cycle",
    "report_to",
    "duration",
    "review",
    "beneficiaries",
    "resources",
    "quantities",
    "legal_basis",
)


def _mandate(m: Mandate | None) -> tuple[str | int | None, ...]:
    if m is None:
        return (None,) * (len(_MANDATE) + 1)
    return (
        m.id,
        m.kind,
        m.verb.text,
        _text(m.addressee),
        _text(m.action),
        _texts(m.conditions),
        _texts(m.deadlines),
        _text(m.cycle),
        _texts(m.report_to),
        _text(m.duration),
        _text(m.review),
        _texts(m.beneficiaries),
        _texts(m.resources),
        _texts(m.quantities),
        _text(m.legal_basis),
        m.force,
    )


def deliverable_table(resolution: Resolution, items: Iterable[Deliverable], ui: str) -> pl.DataFrame:
    """One row a deliverable: what is asked for, of whom, by when, in which paragraph."""
    rows = [
        (
            resolution.symbol,
            item.mandate.id,
            kind_name(item.kind, ui),
            item.addressee,
            item.due,
            item.due_words,
            item.every_days,
            item.every_months,
            item.words,
            item.mandate.text,
        )
        for item in items
    ]
    schema: dict[str, type[pl.DataType]] = dict.fromkeys(
        ("symbol", "mandate", "deliverable", "addressee", "due", "due_as_printed"), pl.String
    )
    schema |= {"every_days": pl.Int64, "every_months": pl.Int64, "words": pl.String, "text": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _text(slot: Slot | None) -> str | None:
    return slot.text if slot else None


def _texts(slots: Sequence[Slot]) -> str | None:
    return "; ".join(s.text for s in slots) or None


def _place(place: Place | None) -> tuple[str | int | None, ...]:
    if place is None:
        return (None,) * len(_PLACE)
    return (place.document, place.language, place.paragraph, place.span.start, place.span.end, place.quote)


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", *FORMULA_SIGNS)


def _no_formula(cell: str) -> str:
    """A cell that a spreadsheet takes for words: one that begins as a formula gets an apostrophe before it.

    After OWASP, "CSV Injection"; the wide forms are taken for the narrow ones by some East Asian settings.
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def write_table(table: pl.DataFrame, path: Path) -> None:
    """Write as CSV, Parquet or JSON (one object a row) by suffix; CSV without cells that begin as formulas.

    Raises InputError for another suffix.
    """
    write_whole(path, table_bytes(table, path))


def table_bytes(table: pl.DataFrame, path: Path) -> bytes:
    """A table in the format of the suffix of ``path``. Raises InputError for another than .csv, .parquet and .json."""
    buffer = io.BytesIO()
    suffix = path.suffix.lower()
    if suffix == ".csv":
        table.with_columns(pl.col(pl.String).map_elements(_no_formula, pl.String)).write_csv(buffer)
    elif suffix == ".parquet":
        table.write_parquet(buffer)
    elif suffix == ".json":
        buffer.write((json.dumps(table.to_dicts(), ensure_ascii=False, indent=1) + "\n").encode())
    else:
        raise InputError(str(path), f"no table format {path.suffix!r}", hint="use .csv, .parquet or .json")
    return buffer.getvalue()


class TableExporter:
    """The units as a table: CSV, Parquet or JSON."""

    suffixes = (".csv", ".parquet", ".json")
    takes = frozenset({Content.VERSIONS, Content.RELATED})

    def files(self, given: Exported, request: ExportRequest) -> Iterator[ExportedFile]:
        """One file."""
        if given.versions is not None:
            units = version_units(given.versions, given.selection.findings, request.level)
            table = unit_table(units, [d.language for d in given.versions.documents])
        else:
            (pair, selection), *_ = given.related
            table = unit_table(related_units(pair, selection.findings), ("earlier", "later"))
        yield request.output, table_bytes(table, request.output)


EXPORTER = TableExporter()
