"""A year or session that stayed behind: the odd version has exactly one less than the others, as its predecessor had."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpora.model import Anchor, Paragraph, Resolution
from corpora.values import Date, FinancialYear, Number, Session, Value
from reports.comparison.rows import Predecessor, Versions
from reports.findings.model import Finding, Place
from reports.messages.phrases import Phrase

_VALUES = ("D201", "D202", "D204")
"""The codes of findings in which a year or a session may differ."""
_YEARS = range(1945, 2100)
"""Figures that may be years."""


def with_stale_years_named(found: Sequence[Finding], versions: Versions) -> list[Finding]:
    """The findings; one of a year or session that the odd version took over from its predecessor says so.

    The other versions are one further, and the predecessor's paragraph in the odd version's language has what stands there now.
    """
    before = versions.predecessor
    if before is None:
        return list(found)
    documents = {d.name: d for d in versions.documents}
    return [
        replace(f, notes=(*f.notes, note)) if (note := _note(f, documents, before)) is not None else f for f in found
    ]


def _note(finding: Finding, documents: Mapping[str, Resolution], before: Predecessor) -> Phrase | None:
    source, target = finding.source, finding.target
    if finding.code not in _VALUES or source is None or target is None or target.language not in before.documents:
        return None
    usual, odd = _anchor_at(source, documents), _anchor_at(target, documents)
    if usual is None or odd is None or not _is_one_less(odd.value, usual.value):
        return None
    old = _earlier(target, documents[target.document], before)
    if not any(a.value == odd.value for paragraph in old for a in paragraph.anchors):
        return None
    symbol = before.documents[target.language].label
    return Phrase("stale.year", {"outlier": target.language, "said": odd.text, "earlier": symbol})


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
    old = {p.id: p for p in before.documents[document.language].all_paragraphs()}
    beads = before.alignment_with(document).beads
    return [old[i] for bead in beads if place.paragraph in bead.target for i in bead.source]
