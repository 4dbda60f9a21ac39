"""Severities in the user's language."""

from __future__ import annotations

from reports.findings.model import Severity

_LABELS = {
    "fr": {
        Severity.CRITICAL: "critique",
        Severity.MAJOR: "majeure",
        Severity.MINOR: "mineure",
        Severity.NEUTRAL: "neutre",
    },
    "en": {s: s.label for s in Severity},
}


def severity_label(severity: Severity, ui: str) -> str:
    """A severity in the user's language."""
    return _LABELS[ui][severity]
