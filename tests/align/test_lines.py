"""Plain lines, in order and related."""

from __future__ import annotations

import pytest

from align.lines import align_lines, align_related_lines, format_bead
from corpora.model import Resolution


def test_lines_print_beads_as_others_do() -> None:
    french = [
        "Le Conseil de sécurité se réunit.",
        "Il décide de proroger le mandat. Il prie le Secrétaire général de faire rapport.",
    ]
    english = [
        "The Security Council meets.",
        "It decides to extend the mandate.",
        "It requests the Secretary-General to report.",
    ]
    beads = align_lines(french, english)
    assert [format_bead(range(a, b), range(c, d)) for a, b, c, d in beads] == ["[0]:[0]", "[1]:[1, 2]"]


def test_lines_of_nothing() -> None:
    assert align_lines([], ["a"]) == [(0, 0, 0, 1)]
    assert align_lines(["a"], []) == [(0, 1, 0, 0)]


@pytest.mark.slow
def test_band_agrees_with_the_exact_search(sample: dict[str, Resolution], monkeypatch: pytest.MonkeyPatch) -> None:
    source = [p.text for p in sample["fr"].paragraphs] * 6
    target = [p.text for p in sample["en"].paragraphs] * 6
    exact = align_lines(source, target)
    monkeypatch.setattr("align.lines._EXACT", 10)
    assert align_lines(source, target) == exact


def test_related_lines_may_cross() -> None:
    before = [
        "Le Conseil de sécurité,",
        "1. Prie le Secrétaire général de présenter un rapport tous les six mois;",
        "2. Condamne les attaques contre le personnel de la Mission;",
    ]
    after = [
        "Le Conseil de sécurité,",
        "1. Condamne les attaques contre le personnel de la Mission;",
        "2. Prie le Secrétaire général de présenter un rapport tous les trois mois;",
    ]
    assert set(align_related_lines(before, after)) == {((0,), (0,)), ((1,), (2,)), ((2,), (1,))}


def test_neighbours_in_the_other_order_are_two_beads_that_cross_where_moves_are_asked_for() -> None:
    french = [
        "Rappelant la résolution 56/1 de l'Assemblée générale,",
        "Soulignant l'importance de la coopération internationale,",
        "Conscient du rôle que jouent les organisations régionales,",
        "Prie le Secrétaire général de lui faire rapport.",
    ]
    english = [
        "Recalling General Assembly resolution 56/1,",
        "Conscious of the role played by regional organizations,",
        "Stressing the importance of international cooperation,",
        "Requests the Secretary-General to report to it.",
    ]
    assert align_lines(french, english) == [(0, 1, 0, 1), (1, 3, 1, 3), (3, 4, 3, 4)]
    crossing = align_lines(french, english, moves=True)
    assert crossing == [(0, 1, 0, 1), (1, 2, 2, 3), (2, 3, 1, 2), (3, 4, 3, 4)]
