"""Votes on passages: a search that ends as soon as none can reach the edge says what a whole search says."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

import align.omissions.detection as detection
from align.omissions.detection import Passage, votes_against, votes_for_addition
from corpora.model import Span
from corpora.reading import read_text

TEXT = "Le Conseil de sécurité,\n\n1. Décide de proroger le mandat, et prie toutes les parties de coopérer ;\n"
PARAGRAPH = read_text(TEXT, "fr", "fr.md").paragraph("op1")
SPANS = [Span(0, 28), Span(30, 70)]


@dataclass
class Side:
    """What votes ask of a pair: whether it is known, how short it is, and its passages."""

    source_code: str
    shortfall: float
    scores: tuple[float, ...]
    known: bool = True


SCORES = st.lists(st.floats(-9, 9), min_size=2, max_size=2).map(tuple)
SIDES = st.lists(st.tuples(SCORES, st.floats(-1, 3), st.booleans()), min_size=1, max_size=5)


@pytest.fixture(autouse=True)
def _passages(monkeypatch: pytest.MonkeyPatch) -> None:
    def made(side: Side, least: float = 0.5) -> list[Passage]:
        return [Passage(PARAGRAPH, span, score) for span, score in zip(SPANS, side.scores, strict=False)]

    monkeypatch.setattr(detection, "passages", made)


def _sides(drawn: list[tuple[tuple[float, ...], float, bool]]) -> list[Side]:
    return [Side(code, short, scores, known) for code, (scores, short, known) in zip("abcde", drawn, strict=False)]


@given(SIDES, st.floats(-4, 6))
def test_what_reaches_the_edge_is_the_same(drawn: list[tuple[tuple[float, ...], float, bool]], edge: float) -> None:
    sides = _sides(drawn)
    for vote in (votes_against, votes_for_addition):
        (whole, found), (score, voted) = vote(sides), vote(sides, edge)  # type: ignore[arg-type]
        if whole >= edge:
            assert (score, voted) == (whole, found)
        else:
            assert score < edge


def test_versions_are_not_asked_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    plain = detection.passages

    def noted(side: Side, least: float) -> list[Passage]:
        asked.append(side.source_code)
        return plain(side, least)  # type: ignore[arg-type]

    monkeypatch.setattr(detection, "passages", noted)
    sides = [Side(code, 1.0, (-4.0,)) for code in "abcde"]
    assert votes_against(sides, 2.0) == (detection.FLOOR, {})  # type: ignore[arg-type]
    assert asked == ["a", "b", "c"]
    asked.clear()
    assert votes_for_addition(sides, 2.0) == (detection.FLOOR, None)  # type: ignore[arg-type]
    assert asked == ["a", "b", "c"]
