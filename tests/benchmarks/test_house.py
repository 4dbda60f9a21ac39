"""The house keeps its measures: what `benchmarks.house` counts is none, or one where one is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from benchmarks.house import (
    PACKAGES,
    Modules,
    counts_of_versions,
    groups_of_kinds,
    modules_of,
    nameless_patterns,
    positional_calls,
    shared_class_names,
    ways_to_findings,
)
from tests.support.sample import ROOT
from tests.support.source import reads_source

pytestmark = reads_source


@pytest.fixture(scope="module")
def modules() -> Modules:
    return {path: tree for package in PACKAGES for path, tree in modules_of(ROOT, package).items()}


@pytest.mark.parametrize(
    ("count", "instead"),
    [
        (groups_of_kinds, "give Kind a property (corpora/model.py)"),
        (counts_of_versions, "ask reports/checks/support/voting.py"),
        (nameless_patterns, "give the pattern a name"),
        (positional_calls, "name the arguments"),
        (shared_class_names, "give one of them a name of its own"),
    ],
)
def test_the_house_has_none(modules: Modules, count: Callable[[Modules], Iterator[str]], instead: str) -> None:
    assert not [found.removeprefix(f"{ROOT}/") for found in count(modules)], instead


def test_one_way_leads_to_findings(modules: Modules) -> None:
    (only,) = ways_to_findings(modules)
    assert only.endswith("reports/pipeline/case.py:examine")
