"""Values that stayed behind: a year or session that is one less than the others', as it was in the predecessor; and what D405 names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpora.model import Anchor, Paragraph, Resolution
from corpora.values import Date, FinancialYear, Number, Session, Value
from reports.comparison.rows import Predecessor, VersionRow, Versions
from reports.findings.model import Finding, Place
from reports.messages.phrases import Phrase

_STALE = "D405"
"""The check of what one version took over unchanged."""
_YEARS_IN = ("D201", "D202", "D204")
"""The codes of findings in which a year or a session may differ."""
_VALUES = (*_YEARS_IN, "D203")
"""The codes of findings of the values that D405 follows."""
_YEARS = range(1945, 2100)
"""Figures that may be years."""


def one_finding_of_what_stayed(found: Sequence[Finding], versions: Versions, *, all_asked: bool) -> list[Finding]:
    """The findings, those of a value that D405 names as one that stayed behind as one, as grave as the gravest of them.

    ``all_asked`` says that all checks of values were asked. Where none of them finds the stale version apart from others, it says the same
    value otherwise ("twelve months" where the others now have "one year"), and D405 is left out.
    """
    before = versions.predecessor
    if before is None or not any(f.code == _STALE for f in found):
        return list(found)
    documents = {d.name: d for d in versions.documents}
    rows = {(c.resolution.name, p.id): row for row in versions.rows for c in row.cells.values() for p in c.paragraphs}
    of_values: dict[int, list[Finding]] = {}
    for finding in (f for f in found if f.code in _VALUES):
        for row in {id(r): r for place in _places(finding) if (r := rows.get(_paragraph_of(place)))}.values():
            of_values.setdefault(id(row), []).append(finding)
    told: set[int] = set()
    kept: dict[int, Finding] = {}
    for finding in found:
        if finding.code != _STALE or finding.target is None or not finding.changes:
            continue  # What is no value is no other check's.
        row = rows[_paragraph_of(finding.target)]
        apart = [f for f in of_values.get(id(row), ()) if f.touches(finding.target.language)]
        same = [f for f in apart if _came_since(f, finding.target.language, documents, before)]
        told |= {id(f) for f in same}
        if not apart and all_asked:
            told.add(id(finding))
        elif same:
            kept[id(finding)] = replace(finding, severity=max(f.severity for f in (finding, *same)))
    return [kept.get(id(f), f) for f in found if id(f) not in told]


def _places(finding: Finding) -> list[Place]:
    return [place for place in (finding.source, finding.target) if place is not None]


def _paragraph_of(place: Place) -> tuple[str, str]:
    return place.document, place.paragraph


def _came_since(finding: Finding, stale: str, documents: Mapping[str, Resolution], before: Predecessor) -> bool:
    """Whether what parts a stale version from another is new in that other: it states what its predecessor did not, or no longer states
    what the stale version still does."""
    own = next((p for p in _places(finding) if p.language == stale), None)
    other = next((p for p in _places(finding) if p.language != stale), None)
    if own is None or other is None or other.language not in before.documents:
        return False
    new, left = _anchor_at(other, documents), _anchor_at(own, documents)
    stated = {a.value for p in _earlier(other, documents[other.document], before) for a in p.anchors}
    return new.value not in stated if new is not None else left is not None and left.value in stated


def with_stale_years_named(found: Sequence[Finding], versions: Versions) -> list[Finding]:
    """The findings; one of a year or session that a version took over from its predecessor says so.

    The other version that is quoted is one further, and the predecessor's paragraph in the stale version's language has what stands there
    now.
    """
    before = versions.predecessor
    if before is None:
        return list(found)
    documents = {d.name: d for d in versions.documents}
    rows = {(c.resolution.name, p.id): row for row in versions.rows for c in row.cells.values() for p in c.paragraphs}
    return [
        replace(f, notes=(*f.notes, note)) if (note := _note(f, documents, before, rows)) is not None else f
        for f in found
    ]


def _note(
    finding: Finding,
    documents: Mapping[str, Resolution],
    before: Predecessor,
    rows: Mapping[tuple[str, str], VersionRow],
) -> Phrase | None:
    source, target = finding.source, finding.target
    if finding.code not in _YEARS_IN or source is None or target is None:
        return None
    # Of two versions, and of two halves, either may be the one that stayed behind.
    for stale, other in ((target, source), (source, target)):
        usual, odd = _anchor_at(other, documents), _anchor_at(stale, documents)
        if usual is None or odd is None or not _is_one_less(odd.value, usual.value):
            continue
        behind = tuple(_behind(odd.value, stale, finding, documents, before, rows))
        if stale.language in behind:
            symbol = before.documents[stale.language].label
            return Phrase("stale.year", {"outliers": behind, "said": odd.text, "earlier": symbol})
    return None


def _behind(
    value: Value,
    stale: Place,
    finding: Finding,
    documents: Mapping[str, Resolution],
    before: Predecessor,
    rows: Mapping[tuple[str, str], VersionRow],
) -> Iterator[str]:
    """The versions that say what one says at a place, and said it in their predecessors."""
    group = next((g.versions for g in finding.groups if stale.language in g.versions), (stale.language,))
    row = rows.get(_paragraph_of(stale))
    for code in group:
        cell = row.cells.get(code) if row is not None else None
        if cell is None or code not in before.documents:
            continue
        old = _goes_back_to({p.id for p in cell.paragraphs}, cell.resolution, before)
        if any(a.value == value for paragraph in old for a in paragraph.anchors):
            yield code


def _anchor_at(place: Place, documents: Mapping[str, Resolution]) -> Anchor | None:
    paragraph = documents[place.document].paragraph(place.paragraph)
    return next((a for a in paragraph.anchors if a.span == place.inside), None)


def _is_one_less(odd: Value, usual: Value) -> bool:
    """Whether a year or session is exactly one before another, all else the same."""
    match odd, usual:
        case Date(year=int() as one), Date(year=int() as other):
            return one + 1 == other and replace(odd, year=other) == usual
        case (Session(number=one), Session(number=other)) | (FinancialYear(first=one), FinancialYear(first=other)):
            return one + 1 == other
        case Number(whole=int() as one), Number(whole=int() as other):
            return one in _YEARS and one + 1 == other
    return False


def _earlier(place: Place, document: Resolution, before: Predecessor) -> list[Paragraph]:
    """The paragraphs of the predecessor that one of a version goes back to."""
    return _goes_back_to({place.paragraph}, document, before)


def _goes_back_to(paragraphs: set[str], document: Resolution, before: Predecessor) -> list[Paragraph]:
    """The paragraphs of the predecessor that some of a version go back to."""
    old = {p.id: p for p in before.documents[document.language].all_paragraphs()}
    beads = before.alignment_with(document).beads
    return [old[i] for bead in beads if not paragraphs.isdisjoint(bead.target) for i in bead.source]
