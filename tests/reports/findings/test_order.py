"""In which order findings are listed: by severity, then by confidence; doubtful ones are marked and never sink below a lesser severity."""

from __future__ import annotations

from itertools import product

from reports.findings.model import Finding, Severity
from reports.findings.order import DOUBTFUL, is_doubtful, shown_before
from reports.project.selection import select
from reports.project.settings import Settings

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


def test_what_is_shown_stands_in_that_order_with_the_severities_of_the_settings() -> None:
    found = [
        Finding("D305", Severity.MINOR, None, None, "D101.one", {}, 0.9),
        Finding("D201", Severity.MAJOR, None, None, "D101.one", {}, 0.1),
        Finding("D307", Severity.MINOR, None, None, "D101.one", {}, 0.95),
        Finding("D301", Severity.MAJOR, None, None, "D101.one", {}, 0.8),
    ]
    assert [f.code for f in select(found, Settings()).findings] == ["D301", "D201", "D307", "D305"]
    raised = Settings(severity={"D305": Severity.CRITICAL})
    assert [f.code for f in select(found, raised).findings] == ["D305", "D301", "D201", "D307"]
