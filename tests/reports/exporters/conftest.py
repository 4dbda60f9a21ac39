"""What exports are made of, worked out once."""

from __future__ import annotations

import pytest

from corpora.model import Resolution
from corpora.reading import read_resolution
from reports.checks.runner import check_versions
from reports.comparison.rows import RelatedPair, Versions, compare_related, compare_versions
from reports.findings.model import Finding
from tests.support.exports import EN
from tests.support.sample import LANGUAGES


@pytest.fixture(scope="session")
def six(sample: dict[str, Resolution]) -> Versions:
    copy = read_resolution(EN)
    return compare_versions(sample["fr"], [copy, *(sample[c] for c in LANGUAGES[2:])])


@pytest.fixture(scope="session")
def three(six: Versions) -> Versions:
    """Of the six the pivot, the one with drift and the one from the right: enough where clauses are aligned as well."""
    return compare_versions(six.pivot, [v for v in six.others if v.language in ("en", "ar")])


@pytest.fixture(scope="session")
def found(six: Versions) -> list[Finding]:
    return check_versions(six)


@pytest.fixture(scope="session")
def related(sample: dict[str, Resolution], specimen: Resolution) -> RelatedPair:
    return compare_related(sample["fr"], specimen)
