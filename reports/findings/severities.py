"""Severities in the user's language."""

from __future__ import annotations

from reports.findings.model import Severity
from reports.messages.catalogue import say, word


def severity_label(severity: Severity, ui: str) -> str:
    """A severity in the user's language."""
    return word("severity", severity.label, ui)


def counted(count: int, severity: Severity, ui: str) -> str:
    """ "3 major": so many findings of a severity."""
    return say(f"counted.{severity.label}", ui, count=count)
