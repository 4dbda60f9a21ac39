"""How grave a change between two related resolutions is: by what it does and where, in one table.

================================================  =========  ===========================================
change                                            operative  recital, heading, annex (a footnote at most minor)
================================================  =========  ===========================================
negation, a word turned into its contrary         critical   major
exception, modality, connective, scope            major      minor
date, number, name                                major      minor
the date of something past, a citation            minor      minor
a name that came or went beside others            minor      minor
a cited paragraph that is another one             major      minor
qualifier ("urgent"), wording                     minor      minor
an entry or recital that is new or gone           minor      minor
================================================  =========  ===========================================

New and retired mandates, addressees and the slots of mandates have the severity that their checks declare.
"""

from __future__ import annotations

from enum import StrEnum

from corpora.model import Kind, Paragraph, Part
from reports.comparison.hunk_kinds import HunkKind
from reports.findings.model import Severity


class Effect(StrEnum):
    """What a change of a value does: binds by itself, or only points to another text."""

    BINDS = "binds"
    POINTS = "points"


_OPERATIVE = {
    HunkKind.NEGATION: Severity.CRITICAL,
    HunkKind.CONTRARY: Severity.CRITICAL,
    HunkKind.EXCEPTION: Severity.MAJOR,
    HunkKind.MODALITY: Severity.MAJOR,
    HunkKind.CONNECTIVE: Severity.MAJOR,
    HunkKind.SCOPE: Severity.MAJOR,
    Effect.BINDS: Severity.MAJOR,
}


def severity_of_change(what: HunkKind | Effect, paragraph: Paragraph) -> Severity:
    """The severity of a change in a paragraph of the later text (of the earlier one where it is gone)."""
    severity = _OPERATIVE.get(what, Severity.MINOR)
    if not binds(paragraph):
        severity = max(Severity.MINOR, severity.lower())
    return min(severity, Severity.MINOR) if paragraph.kind is Kind.FOOTNOTE else severity


def binds(paragraph: Paragraph) -> bool:
    """Whether a paragraph counts in full: it stands in the operative part, or in a report, and is no recital and no heading."""
    return paragraph.part in (Part.OPERATIVE, Part.TEXT) and paragraph.kind.is_body and not paragraph.recital
