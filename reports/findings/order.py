"""In which order findings are shown: the gravest first, of those the likeliest, and behind all of them those that are doubtful.

Severity says what a difference does, confidence how often people who judged such findings found them right. A list that began with
every critical finding, however seldom such a one is right, would begin with false ones; so what is doubtful comes last, with its
severity, and is never left out.
"""

from __future__ import annotations

from reports.findings.model import Finding, Severity

DOUBTFUL = 0.25
"""Confidence under which a finding is doubtful: fewer than one such finding in four was right when people judged them. Of 39 grave
findings of a fresh sample (Council 2022, Assembly 77 and 78), 2 of the 13 below were right and 12 of the 26 others."""
Order = tuple[bool, int, float]


def is_doubtful(confidence: float) -> bool:
    """Whether a finding of this confidence is shown behind the others."""
    return confidence < DOUBTFUL


def shown_before(severity: Severity, confidence: float) -> Order:
    """What to sort by: doubtful ones last, then by severity, then by confidence.

    >>> sure, doubted = shown_before(Severity.MINOR, 0.5), shown_before(Severity.CRITICAL, 0.1)
    >>> sure < doubted, shown_before(Severity.MAJOR, 0.4) < sure
    (True, True)
    """
    return is_doubtful(confidence), -severity, -confidence


def in_order(finding: Finding) -> Order:
    """What findings are sorted by where they are listed."""
    return shown_before(finding.severity, finding.confidence)
