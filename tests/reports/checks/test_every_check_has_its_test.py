"""A check's test is found where the check is: the trees are the same."""

from __future__ import annotations

import pytest

from reports.checks import all_checks
from tests.support.sample import ROOT

ELSEWHERE = {"B101": "tests/corpora/readers/test_word_drafts.py"}
"""Checks that are tested with what they are made from."""


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_the_test_lies_beside_it(check: object) -> None:
    module = type(check).__module__.replace(".", "/")
    folder, _, name = module.rpartition("/")
    code = name[:4].upper()
    path = ROOT / ELSEWHERE.get(code, f"tests/{folder}/test_{name}.py")
    assert path.is_file() and code in path.read_text(encoding="utf-8")
