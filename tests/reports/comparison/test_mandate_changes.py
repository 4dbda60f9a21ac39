"""Mandates of two related resolutions: content, life cycle, headline figures, concordance."""

from __future__ import annotations

import json

import pytest

from corpora.model import Resolution
from reports.checks.runner import check_related
from reports.comparison.carry_over import carry_over, concordance
from reports.comparison.rows import compare_related
from tests.support.command_line import FR, LATER, run, schema


def test_content_and_life_cycle(pair: tuple[Resolution, Resolution]) -> None:
    codes = {(f.code, f.paragraphs[0]) for f in check_related(compare_related(*pair))}
    assert {
        ("M205", "op2"),
        ("M207", "op2"),
        ("M107", "op4"),
        ("M102", "op5"),
        ("M101", "op5"),
    } <= codes
    assert not {c for c, _ in codes} & {"M203"}


@pytest.mark.slow
def test_headline_and_concordance(sample: dict[str, Resolution], specimen: Resolution) -> None:
    same = carry_over(compare_related(sample["fr"], sample["fr"]))
    assert same is not None and same.carried_over == 1.0 and (same.added, same.removed) == (0, 0)
    changed = carry_over(compare_related(sample["fr"], specimen))
    assert changed is not None and 0.8 < changed.carried_over < 1.0 and changed.added > 0 and changed.removed > 0
    assert carry_over(compare_related(sample["fr"], sample["en"])) is None
    pairs = {c.earlier: c.later for c in concordance(compare_related(sample["fr"], specimen)) if c.earlier}
    assert pairs[("op10",)] and ("op8",) in pairs
    out = run("compare", FR, LATER, "--concordance")
    assert "of the text carried over" in out and "op10" in out and "→" in out
    data = json.loads(run("compare", FR, LATER, "--json"))
    assert data["headline"]["words_added"] == changed.added and data["concordance"]
    assert "headline" in schema("check")["$defs"]["comparison"]["properties"]  # type: ignore[index]
