"""The language in which a text was submitted, and what it says of a finding.

The version that was drafted is the likelier to say what was meant; where it is the odd one, the others may be behind it.
"""

from __future__ import annotations

from dataclasses import replace

from reports.findings.model import Finding
from reports.messages.phrases import Phrase


def weighed(finding: Finding, submission: str | None) -> Finding:
    """The finding with what the language of submission says added to its notes; unchanged where it says nothing."""
    languages = [p.language for p in (finding.source, finding.target) if p]
    voters = [code for code, _ in finding.votes] or languages
    if submission is None or submission not in voters or finding.target is None or len(voters) < 2:
        return finding
    outlier = finding.target.language
    name = "submission.behind" if outlier == submission else "submission.against"
    note = Phrase(name, {"submission": submission, "outlier": outlier})
    return replace(finding, notes=(*finding.notes, note))
