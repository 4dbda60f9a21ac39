"""Silence on clean versions."""

from __future__ import annotations

import pytest

from corpora.model import Resolution
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from tests.support.sample import LANGUAGES
from tests.support.specimens import BASE, found

pytestmark = pytest.mark.slow


def test_clean_versions_give_no_finding(sample: dict[str, Resolution]) -> None:
    assert check_versions(compare_versions(sample["fr"], [sample[c] for c in LANGUAGES[1:]])) == []


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_each_clean_pair_gives_no_finding(sample: dict[str, Resolution], code: str) -> None:
    assert check_versions(compare_versions(sample["fr"], [sample[code]])) == []


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_the_specimens_agree(code: str) -> None:
    assert found(code, BASE[code]) == []
