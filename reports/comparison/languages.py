"""In which languages a change between two resolutions shows, where versions of both are at hand.

The versions of the later resolution stand in rows; the change of a paragraph of the pivot is looked for in the paragraphs of the
same row, each compared with its own predecessor. Codes that say the same of a change are one family: what is a deadline in one
language may be read as a date in another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reports.comparison.rows import Versions
from reports.findings.model import Finding
from reports.messages.phrases import Phrase

_FAMILIES = (
    frozenset({"M208", "M210", "M216", "M218", "M217", "M207", "M211"}),
    frozenset({"M212", "M213", "M214", "M215", "M206"}),
    frozenset({"M203", "M209", "M219", "M205"}),
    frozenset({"M201", "M202", "M204", "R103", "R105", "R104"}),
    frozenset({"M101", "M107", "R101"}),
)
"""Codes that name one change by what each language's words let be read."""
_WITHOUT = frozenset({"R106", "R107", "M103", "M104", "M105", "M106"})
"""Codes of which the places are many, or that speak of no words."""


def with_languages(
    findings: Sequence[Finding], versions: Versions, others: Mapping[str, Sequence[Finding]]
) -> list[Finding]:
    """The pivot's findings, each with the languages that show the change and those that do not.

    ``others`` holds the findings of the other versions against their own predecessors, by language. A finding whose paragraph no
    other version has, or that is gone from the later text, is left as it is.
    """
    rows = _rows_of_pivot(versions)
    return [_with_note(finding, rows, others) for finding in findings]


def _with_note(
    finding: Finding, rows: Mapping[str, Mapping[str, frozenset[str]]], others: Mapping[str, Sequence[Finding]]
) -> Finding:
    place = finding.target
    if place is None or finding.code in _WITHOUT:
        return finding
    here = rows.get(place.paragraph, {})
    compared = [code for code in here if code in others]
    if not compared:
        return finding
    shown = tuple(code for code in compared if _shows(finding, others[code], here[code]))
    lacking = tuple(code for code in compared if code not in shown)
    name = "languages.all" if not lacking else "languages.some" if shown else "languages.none"
    note = Phrase(name, {"shown": (place.language, *shown), "lacking": lacking})
    return replace(finding, notes=(*finding.notes, note))


def _rows_of_pivot(versions: Versions) -> dict[str, dict[str, frozenset[str]]]:
    """For each paragraph of the pivot the paragraphs of the other versions in its row."""
    pivot = versions.pivot.language
    found: dict[str, dict[str, frozenset[str]]] = {}
    for row in versions.rows:
        if pivot in row.cells:
            others = {c: frozenset(p.id for p in cell.paragraphs) for c, cell in row.cells.items() if c != pivot}
            for paragraph in row.cells[pivot].paragraphs:
                found.setdefault(paragraph.id, others)
    return found


def _shows(finding: Finding, others: Sequence[Finding], paragraphs: frozenset[str]) -> bool:
    family = next((family for family in _FAMILIES if finding.code in family), frozenset({finding.code}))
    return any(
        other.code in family and other.target is not None and other.target.paragraph in paragraphs for other in others
    )
