"""The confidence of a finding: the share of such findings that people judged right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.findings.judged import Counts, Judged, Sort, counted, judged, judged_counts, rated, sort_of
from reports.findings.model import Finding, Group, Severity
from reports.messages.phrases import Phrase

COUNTS: dict[Sort, tuple[float, float]] = {
    Sort("D201", "grave", "many", "fr"): (18, 20),
    Sort("D202", "grave", "many", "fr"): (2, 2),
    Sort("D203", "minor", "many", "zh"): (1, 20),
    Sort("D305", "minor", "few", "zh"): (2, 40),
}


def finding(code: str, severity: Severity, confidence: float = 0.95, **facts: object) -> Finding:
    return Finding(code, severity, None, None, f"{code}.one", facts, confidence)  # type: ignore[arg-type]


def mean(sort: Sort, counts: Counts = COUNTS) -> float:
    share = Judged(counts).share(sort)
    assert share is not None
    return share.mean


def test_a_share_leans_on_its_family_the_more_the_less_was_judged() -> None:
    every = Judged(COUNTS)
    often, seldom, never = (every.share(Sort(code, "grave", "many", "fr")) for code in ("D201", "D202", "D204"))
    assert often and seldom and never
    assert 0.8 < often.mean < 0.9 and 0.6 < never.mean < seldom.mean < often.mean + 0.1
    assert often.high - often.low < seldom.high - seldom.low < never.high - never.low
    assert all(share.low < share.mean < share.high for share in (often, seldom, never))


def test_what_nobody_found_right_sinks_and_what_nobody_judged_is_left_alone() -> None:
    every = Judged(COUNTS)
    assert mean(Sort("D305", "minor", "few", "zh")) < 0.1
    assert every.share(Sort("D501", "grave")) is None and every.share(Sort("L101", "minor")) is None


def test_the_language_of_the_odd_version_counts_and_between_two_versions_all_do() -> None:
    counts = {Sort("D301", "grave", "many", "fr"): (18, 20), Sort("D301", "grave", "many", "zh"): (2, 20)}
    french, arabic, chinese = (mean(Sort("D301", "grave", "many", code), counts) for code in ("fr", "ar", "zh"))
    assert chinese < 0.2 < 0.35 < arabic < 0.65 < 0.8 < french
    # Another code of the family knows it from this one; between two versions none is odd, and all were judged alike.
    assert mean(Sort("D302", "grave", "many", "zh"), counts) < mean(Sort("D302", "grave", "many", "fr"), counts) - 0.3
    counts[Sort("D301", "grave", "many", "fr")] = (90, 100)
    assert mean(Sort("D301", "grave"), counts) == pytest.approx(92 / 120, abs=0.02)


def test_what_the_record_renders_so_seldom_is_likelier() -> None:
    seldom = Phrase("record.seldom", {"share": "1%"})
    told = replace(finding("D301", Severity.MAJOR), notes=(seldom,))
    assert sort_of(told).note == "record.seldom" and sort_of(finding("D301", Severity.MAJOR)).note == ""
    counts = {Sort("D301", "grave", note="record.seldom"): (23, 32), Sort("D301", "grave"): (7, 43)}
    assert mean(sort_of(told), counts) > mean(Sort("D301", "grave"), counts) + 0.3
    assert rated(told).confidence > rated(finding("D301", Severity.MAJOR)).confidence


def test_shares_do_not_depend_on_the_order_of_the_judgements() -> None:
    sort = Sort("D202", "grave", "many", "fr")
    assert mean(sort) == pytest.approx(mean(sort, dict(reversed(COUNTS.items()))), abs=1e-9)
    every = [(sort, True, 1.0), (Sort("D201", "minor"), False, 0.5), (sort, False, 1.0)]
    assert counted(every) == counted(every[::-1]) == {Sort("D201", "minor"): (0, 0.5), sort: (1, 2)}


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        ({"missing": "12", "extra": "13"}, "grave"),
        ({"missing": "12", "extra": ""}, "minor"),
        ({"missing": "", "extra": "13"}, "minor"),
    ],
)
def test_values_are_sorted_by_whether_two_differ(facts: dict[str, str], level: str) -> None:
    assert sort_of(finding("D201", Severity.MAJOR, **facts)) == Sort("D201", level, sentence="D201.one")


@pytest.mark.parametrize("odd", ["fr", "en", "es", "ru", "ar", "zh"])
def test_a_version_is_odd_where_others_agree_against_it(odd: str) -> None:
    others = tuple(code for code in ("fr", "en", "es", "ru", "ar", "zh") if code != odd)
    made = finding("D302", Severity.MAJOR, outlier=(odd,), others=others)
    groups = Group(others, "a"), Group((odd,), "b")
    assert sort_of(replace(made, groups=groups)) == Sort("D302", "grave", "many", odd, "D302.one")
    pair = finding("D302", Severity.MAJOR, outlier=(odd,), others=others[:1])
    assert sort_of(pair) == Sort("D302", "grave", sentence="D302.one")


def test_doubts_of_the_check_make_it_less_and_what_cannot_be_right_is_sure() -> None:
    whole = rated(finding("D301", Severity.MAJOR, 0.8))
    assert rated(finding("D301", Severity.MAJOR, 0.4)).confidence == pytest.approx(whole.confidence / 2, abs=0.01)
    wrong = replace(
        finding("D202", Severity.CRITICAL, 0.97), notes=(Phrase("impossible.day", {"outlier": "ar", "said": "x"}),)
    )
    assert rated(wrong).confidence == 0.97
    assert rated(finding("D501", Severity.MAJOR, 0.8)).confidence == 0.8


def test_the_counts_of_the_program_are_shares_of_what_was_judged() -> None:
    assert len(judged_counts()) > 10 and all(0 <= right <= n > 0 for right, n in judged_counts().values())
    # Between two versions, too, every code that was judged has a share.
    for sort in judged_counts():
        share = judged().share(Sort(sort.code, sort.level))
        assert share is not None and 0 < share.low < share.mean < share.high < 1


@pytest.mark.parametrize(("sure", "severity", "level"), [(1, Severity.MINOR, "grave"), (0, Severity.MAJOR, "minor")])
def test_a_passage_is_of_a_sort_by_how_bare_its_words_are(sure: int, severity: Severity, level: str) -> None:
    assert sort_of(Finding("D103", severity, None, None, "D103.one", {"sure": sure})).level == level
