"""Votes and groups: every quorum of the table, with as many versions as it needs and with one fewer."""

from __future__ import annotations

import re

import pytest

from reports.checks.support import voting
from reports.checks.support.voting import Outlier, groups, outlier_counts, outliers

SIX = ("fr", "en", "es", "ru", "ar", "zh")


def apart_by(values: dict[str, str]) -> list[Outlier]:
    return list(outliers(list(values), lambda a, b: values[a] != values[b]))


def test_of_two_versions_the_second_is_the_outlier() -> None:
    assert apart_by({"fr": "a", "en": "b"}) == [Outlier("en", ("fr",))]
    assert apart_by({"fr": "a", "en": "a"}) == []
    assert apart_by({"fr": "a"}) == []


@pytest.mark.parametrize("code", SIX)
def test_one_against_five_is_the_outlier_wherever_it_stands(code: str) -> None:
    (found,) = apart_by({c: "b" if c == code else "a" for c in SIX})
    assert found == Outlier(code, tuple(c for c in SIX if c != code))


def test_nobody_is_the_outlier_where_the_others_do_not_agree() -> None:
    assert apart_by({"fr": "a", "en": "b", "es": "c"}) == []
    assert apart_by(dict(zip(SIX, "aaabbb", strict=True))) == []


@pytest.mark.parametrize(("versions", "found"), [(4, []), (5, ["fr"]), (6, ["fr"])])
def test_one_of_four_others_may_be_spared_and_one_of_three_may_not(versions: int, found: list[str]) -> None:
    codes = SIX[:versions]

    def apart(one: str, other: str) -> bool:  # The French is apart from all but the English, which renders both.
        return "fr" in (one, other) and "en" not in (one, other)

    result = list(outliers(codes, apart, spare=True))
    assert [o.code for o in result] == found and all(not o.whole for o in result)
    assert list(outliers(codes, apart)) == []


def test_groups_cut_the_versions_by_what_they_have_the_largest_first() -> None:
    dates = {"es": "31 January", "ru": "31 January", "fr": "15 July", "en": "15 July", "ar": "15 July", "zh": "15 July"}
    assert groups(dates) == [("fr", "en", "ar", "zh"), ("es", "ru")]
    assert groups({"fr": 1, "en": 2, "es": 3}) == [("fr",), ("en",), ("es",)]


@pytest.mark.parametrize(
    ("counts", "fewest", "found"),
    [
        ({"fr": 2, "en": 3}, None, ["en"]),
        ({"fr": 2, "en": 2, "es": 3}, None, ["es"]),
        ({"fr": 2, "en": 2, "es": 3, "ru": 4}, None, []),
        ({"fr": 2, "en": 2, "es": 2, "ru": 3, "ar": 4}, 3, ["ru", "ar"]),
        ({}, None, []),
    ],
)
def test_counts_need_a_usual_one(counts: dict[str, int], fewest: int | None, found: list[str]) -> None:
    assert [o.code for o in outlier_counts(counts, fewest=fewest)] == found


@pytest.mark.parametrize(
    ("rule", "enough", "short"),
    [
        ("only_one_lacks", ("a", "bc"), ("a", "b")),
        ("only_one_lacks", ("a", "bc"), ("ab", "cd")),
        ("lack_together", ("ab", "cdef"), ("ab", "cde")),
        ("two_lack", ("ab", "cde"), ("ab", "cd")),
        ("most_have", ("ab", "cd"), ("a", "bc")),
        ("few_have", ("ab", "cd"), ("abc", "d")),
    ],
)
def test_quorums_hold_at_their_edge(rule: str, enough: tuple[str, str], short: tuple[str, str]) -> None:
    quorum = getattr(voting, rule)
    assert quorum(*enough) and not quorum(*short)


def test_a_majority_is_more_than_half_of_three_and_more() -> None:
    assert voting.has_majority(1, 2) and voting.has_majority(2, 3) and not voting.has_majority(2, 4)
    assert voting.all_but_one(2, 3) and not voting.all_but_one(1, 3)
    assert voting.mean_of_scores(SIX[:4]) and not voting.mean_of_scores(SIX[:3])


def test_the_table_names_only_rules_that_there_are() -> None:
    rows = [line for line in (voting.__doc__ or "").splitlines() if line.startswith("| ``")]
    named = {name for row in rows for name in re.findall(r"``([a-z_]+)``", row.split("|")[1])}
    assert len(rows) >= 10 and all(hasattr(voting, name) for name in named - {"spare"})
