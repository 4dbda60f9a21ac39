"""What a bitext file holds: units of text that correspond in the versions, whole paragraphs or the clauses inside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from align.clauses import Clause, align_clauses
from align.model import Alignment, Bead, Relation
from align.multiversion import rows_around_pivot
from corpora.model import Address, Paragraph, Span, Step
from corpora.structure.addresses import address_of
from reports.comparison.rows import RelatedPair, VersionRow, Versions
from reports.findings.model import Finding

LEVELS = ("paragraph", "segment")


@dataclass(frozen=True, slots=True)
class QuotedStretch:
    """A stretch of a unit's text that a finding quotes."""

    span: Span
    finding: Finding


@dataclass(frozen=True)
class UnitText:
    """One language's side of a unit: the paragraphs that it comes from, its text, what findings mark in it."""

    paragraphs: tuple[str, ...]
    numbers: tuple[str, ...]
    text: str
    marks: tuple[QuotedStretch, ...]


@dataclass(frozen=True)
class Unit:
    """Text that corresponds: ``id`` is that of the first paragraph (with the clause's number at segment level).

    ``address`` is where people find it.
    """

    id: str
    address: Address
    kind: str
    parts: Mapping[str, UnitText]
    findings: tuple[Finding, ...]
    relation: str = ""


Places = dict[tuple[str, str], list[QuotedStretch]]


def places_of(findings: Sequence[Finding]) -> Places:
    """The marks of findings by document and paragraph."""
    places: Places = defaultdict(list)
    for finding in findings:
        for place in (finding.source, finding.target):
            if place:
                places[place.document, place.paragraph].append(QuotedStretch(place.inside, finding))
    return places


def version_units(versions: Versions, findings: Sequence[Finding], level: str = "paragraph") -> list[Unit]:
    """The units of language versions, in the order of the text."""
    places = places_of(findings)
    units: list[Unit] = []
    for row in versions.rows:
        units.extend(_clause_units(versions, row, places) if level == "segment" else [_row_unit(row, places)])
    return units


def related_units(pair: RelatedPair, findings: Sequence[Finding]) -> list[Unit]:
    """The units of two related resolutions: the sides are called "earlier" and "later"."""
    places = places_of(findings)
    units = []
    for bead in pair.alignment.beads:
        parts = {}
        first: Address | None = None
        kind = ""
        for side, document, ids in (("earlier", pair.earlier, bead.source), ("later", pair.later, bead.target)):
            paragraphs = [document.paragraph(i) for i in ids]
            if paragraphs:
                first, kind = first or address_of(document, paragraphs[0].id), kind or str(paragraphs[0].kind)
                parts[side] = _part(document.name, paragraphs, places)
        units.append(_unit(first or Address(""), kind, parts, str(bead.relation)))
    return units


def _row_unit(row: VersionRow, places: Places) -> Unit:
    parts = {code: _part(cell.resolution.name, cell.paragraphs, places) for code, cell in row.cells.items()}
    cell = next(iter(row.cells.values()))
    return _unit(address_of(cell.resolution, cell.first.id), str(row.kind), parts)


def _unit(address: Address, kind: str, parts: Mapping[str, UnitText], relation: str = "") -> Unit:
    return Unit(address.id, address, kind, parts, _findings(parts), relation)


def _part(document: str, paragraphs: Sequence[Paragraph], places: Places) -> UnitText:
    text = ""
    marks = []
    for paragraph in paragraphs:
        start = len(text) + (1 if text else 0)
        text = f"{text} {paragraph.text}" if text else paragraph.text
        for mark in places.get((document, paragraph.id), ()):
            end = min(mark.span.end, len(paragraph.text))
            marks.append(QuotedStretch(Span(start + min(mark.span.start, end), start + end), mark.finding))
    numbers = tuple(p.number or "" for p in paragraphs)
    return UnitText(tuple(p.id for p in paragraphs), numbers, text, tuple(marks))


def _findings(parts: Mapping[str, UnitText]) -> tuple[Finding, ...]:
    found = {mark.finding.fingerprint: mark.finding for part in parts.values() for mark in part.marks}
    return tuple(found.values())


def _clause_units(versions: Versions, row: VersionRow, places: Places) -> Iterator[Unit]:
    """The clauses of a row: aligned with the pivot's, or each paragraph whole where the pivot has none."""
    pivot = versions.pivot.language
    home = row.cells.get(pivot)
    others = {code: cell for code, cell in row.cells.items() if code != pivot}
    if home is None or not others:
        yield _row_unit(row, places)
        return
    clauses: dict[str, dict[str, Clause]] = {code: {} for code in row.cells}
    alignments = {}
    for code, cell in others.items():
        beads = []
        found = align_clauses(home.paragraphs, cell.paragraphs, home.language, cell.language)
        for mine, theirs in _paired(found):
            clauses[pivot].update((c.id, c) for c in mine)
            clauses[code].update((c.id, c) for c in theirs)
            relation = Relation.ALIGNED if mine and theirs else Relation.DROPPED if mine else Relation.NEW
            beads.append(Bead(tuple(c.id for c in mine), tuple(c.id for c in theirs), 0.0, relation))
        alignments[code] = Alignment(versions.pivot.name, cell.resolution.name, tuple(beads))
    for group in rows_around_pivot(pivot, alignments):
        parts = {
            code: _clause_part(row.cells[code].resolution.name, [clauses[code][i] for i in group.cells[code]], places)
            for code in row.cells
            if code in group.cells
        }
        code = next(iter(parts))
        clause = clauses[code][group.cells[code][0]]
        steps = address_of(row.cells[code].resolution, clause.paragraph.id).steps
        address = Address(clause.id, (*steps, Step("clause", count=clause.index)))
        yield _unit(address, str(row.kind), parts)


_Clauses = tuple[list[Clause], list[Clause]]


def _paired(beads: Sequence[_Clauses]) -> list[_Clauses]:
    """The beads of clauses; all in one where a side has one clause only, since the paragraphs are known to correspond."""
    whole = [c for mine, _ in beads for c in mine], [c for _, theirs in beads for c in theirs]
    return [whole] if min(map(len, whole)) == 1 else list(beads)


def _clause_part(document: str, clauses: Sequence[Clause], places: Places) -> UnitText:
    text = ""
    marks = []
    for clause in clauses:
        words = clause.text.strip()
        lead = len(clause.text) - len(clause.text.lstrip())
        start = len(text) + (1 if text else 0)
        text = f"{text} {words}" if text else words
        for mark in places.get((document, clause.paragraph.id), ()):
            begin = max(mark.span.start - clause.span.start - lead, 0)
            end = min(mark.span.end - clause.span.start - lead, len(words))
            if begin < end:
                marks.append(QuotedStretch(Span(start + begin, start + end), mark.finding))
    ids = tuple(dict.fromkeys(c.paragraph.id for c in clauses))
    numbers = tuple(dict.fromkeys(c.paragraph.number or "" for c in clauses))
    return UnitText(ids, numbers, text, tuple(marks))
