"""Cuts between clauses that correspond: those that the fewest links of words cross."""

from __future__ import annotations

from align.clause_cuts import corresponding_cuts, proportional_cuts


def test_cuts_that_no_link_crosses_correspond() -> None:
    links = [(0, 0), (5, 6), (12, 14), (20, 25), (30, 33)]
    assert corresponding_cuts(links, [10, 18], [12, 22]) == {10: 12, 18: 22}


def test_a_cut_without_a_counterpart_has_none() -> None:
    # The second text has its one cut where the first has its second.
    links = [(0, 0), (5, 5), (12, 12), (20, 20), (30, 30)]
    assert corresponding_cuts(links, [10, 25], [25]) == {25: 25}


def test_one_false_link_moves_no_cut() -> None:
    links = [(0, 0), (5, 5), (8, 40), (12, 12), (20, 20), (30, 30), (40, 41)]
    assert corresponding_cuts(links, [10, 25], [10, 25]) == {10: 10, 25: 25}


def test_clauses_in_another_order_share_no_cut_that_would_cross() -> None:
    links = [(0, 30), (5, 35), (12, 0), (20, 10)]
    found = corresponding_cuts(links, [10, 25], [20, 45])
    assert list(found.values()) == sorted(found.values())


def test_nothing_corresponds_where_nothing_is_linked() -> None:
    assert corresponding_cuts([], [10], [10]) == {}
    assert proportional_cuts([10, 20], [6, 11, 14], (30, 15)) == {10: 6, 20: 11}
