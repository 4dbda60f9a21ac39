"""Hunks: every word that differs between two paragraphs is in one, and nothing else. The texts are our own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.model import Bead, Relation
from corpora.model import Kind, Paragraph
from corpora.reading import read_text
from reports.comparison.hunks import Hunk, bead_hunks

HEAD = {
    "fr": "Le Conseil de sécurité,\n\n1. Décide que ",
    "en": "The Security Council,\n\n1. Decides that ",
    "zh": "安全理事会，\n\n1. 决定",
}


def paragraph(words: str, code: str) -> Paragraph:
    found = read_text(f"{HEAD[code]}{words}\n", code).paragraphs
    return next(p for p in found if p.kind is Kind.OPERATIVE)


def hunks(before: str, after: str, code: str) -> list[Hunk]:
    bead = Bead(("op1",), ("op1",), 1.0, Relation.REWORDED)
    return list(bead_hunks(bead, [paragraph(before, code)], [paragraph(after, code)]))


@pytest.mark.parametrize(
    ("code", "before", "after", "gone", "come"),
    [
        ("fr", "les mesures s'appliquent.", "les mesures ne s'appliquent pas.", ["", ""], ["ne", "pas"]),
        ("fr", "la stabilité de la région.", "l'instabilité de la région.", ["la stabilité"], ["l'instabilité"]),
        ("en", "States shall report.", "States may report.", ["shall"], ["may"]),
        ("en", "plan and commit acts.", "plan or commit acts.", ["and"], ["or"]),
        ("zh", "会员国应提交报告。", "会员国可提交报告。", ["应"], ["可"]),
    ],
)
def test_a_word_that_differs_is_in_a_hunk(code: str, before: str, after: str, gone: list[str], come: list[str]) -> None:
    found = hunks(before, after, code)
    assert [" ".join(p.text for p in h.before) for h in found] == gone
    assert [" ".join(p.text for p in h.after) for h in found] == come
    assert sum(h.removed + h.added for h in found) > 0


def test_equal_paragraphs_have_no_hunk_and_signs_make_one_of_no_word() -> None:
    assert hunks("States shall report.", "States shall report.", "en") == []
    (found,) = hunks("States, shall report.", "States shall report.", "en")
    assert found.wordless and (found.removed, found.added) == (0, 0)


def test_a_paragraph_that_is_new_is_one_hunk_of_all_its_words() -> None:
    new = paragraph("States shall report.", "en")
    (found,) = bead_hunks(Bead((), ("op1",), 1.0, Relation.NEW), [], [new])
    assert found.before == () and found.added == 5


def test_paragraphs_that_were_joined_keep_their_words() -> None:
    one = paragraph("States shall report.", "en")
    two = replace(paragraph("Parties shall meet.", "en"), id="op2")
    whole = paragraph("States shall report. Decides that Parties shall meet.", "en")
    bead = Bead(("op1", "op2"), ("op1",), 1.0, Relation.MERGED)
    assert not [h for h in bead_hunks(bead, [one, two], [whole]) if h.removed or h.added]
