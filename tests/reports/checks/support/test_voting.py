"""Votes and groups: every quorum of the table, with as many versions as it needs and with one fewer."""

from __future__ import annotations

import itertools
import re

import pytest

from reports.checks.support import voting
from reports.checks.support.voting import Outlier, divided, divided_by, outliers

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


def test_groups_cut_the_versions_by_what_they_have_the_largest_first() -> None:
    dates = {"es": "31 January", "ru": "31 January", "fr": "15 July", "en": "15 July", "ar": "15 July", "zh": "15 July"}
    division = divided_by(dates)
    assert division is not None and division.groups == (("fr", "en", "ar", "zh"), ("es", "ru"))
    assert (
        division.shown() == ("es", ("fr", "en", "ar", "zh"))
        and division.sureness == 1
        and not division.has_single_outlier
    )
    three = divided_by({"fr": 1, "en": 2, "es": 3})
    assert three is not None and three.groups == (("fr",), ("en",), ("es",))
    assert divided_by({"fr": 1, "en": 1}) is None


def test_who_agrees_with_both_sides_stands_with_the_more_and_makes_it_less_sure() -> None:
    def apart(one: str, other: str) -> bool:  # The French is apart from all but the English, which renders both.
        return "fr" in (one, other) and "en" not in (one, other)

    division = divided(SIX, apart)
    assert division is not None and division.groups == (("en", "es", "ru", "ar", "zh"), ("fr",))
    assert division.has_single_outlier and division.outlier == "fr" and division.sureness == 0.8
    assert division.shown() == ("fr", ("es", "ru", "ar", "zh"))


def test_no_two_of_a_group_are_apart_and_every_version_is_in_one() -> None:
    for pairs in itertools.combinations(itertools.combinations(SIX[:4], 2), 3):
        division = divided(SIX[:4], lambda a, b, pairs=pairs: (a, b) in pairs)  # type: ignore[misc]
        assert division is not None
        assert sorted(c for group in division.groups for c in group) == sorted(SIX[:4])
        assert not any((a, b) in pairs for group in division.groups for a, b in itertools.combinations(group, 2))


def test_the_sides_ask_each_pair_both_ways_and_each_version_against_all_that_agree() -> None:
    division = divided_by({"fr": "a", "en": "a", "es": "b"})
    assert division is not None
    sides = set(division.sides())
    assert {("es", ("fr",)), ("fr", ("es",)), ("es", ("en",)), ("en", ("es",))} <= sides
    assert ("es", ("fr", "en")) in sides and ("es", ("en", "fr")) in sides


@pytest.mark.parametrize(
    ("rule", "enough", "short"),
    [
        ("most_have", ("ab", "cd"), ("a", "bc")),
    ],
)
def test_quorums_hold_at_their_edge(rule: str, enough: tuple[str, str], short: tuple[str, str]) -> None:
    quorum = getattr(voting, rule)
    assert quorum(*enough) and not quorum(*short)


def test_rules_of_numbers_hold_at_their_edge() -> None:
    assert voting.all_but_one(2, 3) and not voting.all_but_one(1, 3)
    assert voting.mean_of_scores(SIX[:4]) and not voting.mean_of_scores(SIX[:3])


def test_the_table_names_only_rules_that_there_are() -> None:
    rows = [line for line in (voting.__doc__ or "").splitlines() if line.startswith("| ``")]
    named = {name for row in rows for name in re.findall(r"``([a-z_]+)``", row.split("|")[1])}
    assert len(rows) >= 6 and all(hasattr(voting, name) for name in named)
