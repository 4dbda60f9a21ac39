"""What counts as the right words for a phrase, by rows of our own."""

from __future__ import annotations

import csv

import pytest

from benchmarks.judged_marks import is_right
from benchmarks.record_scale import JUDGED
from corpora.model import Span

TEXT = "Invites States to take legislative or other measures in the ports, and measures at sea"


def _spans(*words: str) -> list[Span]:
    return [Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in words]


def _row(marked: str = "", wanted: str = "") -> dict[str, str]:
    return {"other": "en", "right": "0" if wanted else "1", "marked": marked, "wanted": wanted}


@pytest.mark.parametrize(
    ("row", "words", "right"),
    [
        (_row("take … measures"), ["take", "measures"], True),
        (_row("take … measures"), ["take"], False),
        (_row("take … measures"), ["take legislative or other measures"], False),
        (_row("measures in"), ["measures in the"], True),
        (_row("measures in"), ["measures"], True),
        (_row("measures in"), ["measures in the ports"], False),
        (_row(wanted="[take] legislative or other [measures]"), ["take legislative or other measures"], True),
        (_row(wanted="[take] … [measures]"), ["take legislative or other measures"], False),
        (_row(wanted="[measures] at sea"), ["measures in"], False),
        (_row(wanted="[measures] at sea || [ports]"), ["ports"], True),
        (_row(wanted="NONE"), [], True),
        (_row(wanted="NONE"), ["ports"], False),
        (_row(wanted="[ports]"), [], False),
        (_row(""), [], True),
    ],
)
def test_the_words_that_carry_meaning_must_be_marked_and_no_others(
    row: dict[str, str], words: list[str], right: bool
) -> None:
    assert is_right(row, TEXT, _spans(*words)) is right


def test_every_judged_row_says_what_is_right() -> None:
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) > 400
    for row in rows:
        assert row["right"] in ("0", "1")
        assert bool(row["wanted"]) == (row["right"] == "0"), row
        assert row["wanted"].count("[") == row["wanted"].count("]")
        assert "[" in row["wanted"] or row["wanted"] in ("", "NONE")
