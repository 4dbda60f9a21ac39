"""In which order findings are listed: by severity, then by confidence; doubtful ones are marked and never sink below a lesser severity."""

from __future__ import annotations

from itertools import product

from reports.findings.model import Severity
from reports.findings.order import DOUBTFUL, is_doubtful, shown_before

CONFIDENCES = (0.01, DOUBTFUL - 0.01, DOUBTFUL, 0.5, 0.99)


def test_no_confidence_puts_a_graver_finding_behind_a_lesser_one() -> None:
    for grave, lesser in product(Severity, Severity):
        if grave <= lesser:
            continue
        for a, b in product(CONFIDENCES, CONFIDENCES):
            assert shown_before(grave, a) < shown_before(lesser, b), (grave, a, lesser, b)


def test_of_one_severity_the_likeliest_comes_first_and_doubtful_ones_last() -> None:
    for severity in Severity:
        ordered = [-minus for _, minus in sorted(shown_before(severity, c) for c in CONFIDENCES)]
        assert ordered == sorted(CONFIDENCES, reverse=True)
        marks = [is_doubtful(c) for c in ordered]
        assert marks == sorted(marks) and any(marks) and not all(marks)
