"""In which order findings are listed, wherever they are: terminal, page, JSON, tables, workbook.

Of one resolution: the gravest first, and of those of one severity the likeliest; those alike in both stay in the order of the text.
What is doubtful is marked, and stands last of its severity only: a reader who goes down the list must not meet a critical finding
behind the minor ones, however seldom such a one is right. A list over many resolutions, of which only the first rows are read, puts
what is doubtful behind all else (reports/pipeline/corpus/results.py).
"""

from __future__ import annotations

from reports.findings.model import Finding, Severity

DOUBTFUL = 0.25
"""Confidence under which a finding is doubtful: fewer than one such finding in four was right when people judged them. Of 39 grave
findings of a fresh sample (Council 2022, Assembly 77 and 78), 2 of the 13 below were right and 12 of the 26 others."""
Order = tuple[int, float]


def is_doubtful(confidence: float) -> bool:
    """Whether a finding of this confidence is marked as doubtful."""
    return confidence < DOUBTFUL


def shown_before(severity: Severity, confidence: float) -> Order:
    """What to sort by: severity, then confidence.

    >>> sure, doubted = shown_before(Severity.MINOR, 0.5), shown_before(Severity.CRITICAL, 0.1)
    >>> doubted < sure, shown_before(Severity.CRITICAL, 0.4) < doubted
    (True, True)
    """
    return -severity, -confidence


def in_order(finding: Finding) -> Order:
    """What findings are sorted by where they are listed."""
    return shown_before(finding.severity, finding.confidence)
