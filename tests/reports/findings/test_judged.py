"""The confidence of a finding: the share of such findings that people judged right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.findings.judged import judged_counts, rated, share_of, sort_of
from reports.findings.model import Finding, Severity
from reports.messages.phrases import Phrase

COUNTS = {"D201.grave": (18, 20), "D202.grave": (2, 2), "D203.minor": (1, 20), "D305.minor": (2, 40)}


def finding(code: str, severity: Severity, confidence: float = 0.95, **facts: str) -> Finding:
    return Finding(code, severity, None, None, f"{code}.one", facts, confidence)


def test_a_share_leans_on_its_family_the_more_the_less_was_judged() -> None:
    often, seldom, never = (share_of(sort, COUNTS) for sort in ("D201.grave", "D202.grave", "D204.grave"))
    assert often and seldom and never
    assert 0.8 < often.mean < 0.9 and 0.6 < never.mean < seldom.mean < often.mean + 0.1
    assert often.high - often.low < seldom.high - seldom.low < never.high - never.low
    assert all(share.low < share.mean < share.high for share in (often, seldom, never))


def test_what_nobody_found_right_sinks_and_what_nobody_judged_is_left_alone() -> None:
    sunk = share_of("D305.minor", COUNTS)
    assert sunk is not None and sunk.mean < 0.1
    assert share_of("D501.grave", COUNTS) is None and share_of("L101.minor", COUNTS) is None


@pytest.mark.parametrize(
    ("facts", "sort"),
    [
        ({"missing": "12", "extra": "13"}, "D201.grave"),
        ({"missing": "12", "extra": ""}, "D201.minor"),
        ({"missing": "", "extra": "13"}, "D201.minor"),
    ],
)
def test_values_are_sorted_by_whether_two_differ(facts: dict[str, str], sort: str) -> None:
    assert sort_of(finding("D201", Severity.MAJOR, **facts)) == sort


def test_doubts_of_the_check_make_it_less_and_what_cannot_be_right_is_sure() -> None:
    whole = rated(finding("D301", Severity.MAJOR, 0.8))
    assert rated(finding("D301", Severity.MAJOR, 0.4)).confidence == pytest.approx(whole.confidence / 2, abs=0.01)
    wrong = replace(
        finding("D202", Severity.CRITICAL, 0.97), notes=(Phrase("impossible.day", {"outlier": "ar", "said": "x"}),)
    )
    assert rated(wrong).confidence == 0.97
    assert rated(finding("D501", Severity.MAJOR, 0.8)).confidence == 0.8


def test_the_counts_of_the_program_are_shares_of_what_was_judged() -> None:
    assert len(judged_counts()) > 10 and all(0 <= right <= judged > 0 for right, judged in judged_counts().values())


@pytest.mark.parametrize(
    ("bare", "severity", "sort"), [(1, Severity.MINOR, "D103.grave"), (0, Severity.MAJOR, "D103.minor")]
)
def test_a_passage_is_of_a_sort_by_how_bare_its_words_are(bare: int, severity: Severity, sort: str) -> None:
    assert sort_of(Finding("D103", severity, None, None, "D103.one", {"bare": bare})) == sort
