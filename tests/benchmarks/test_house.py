"""The house keeps its measures: what `benchmarks.house` counts is none, or one where one is meant."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

import pytest

from benchmarks.house import (
    Modules,
    counts_of_versions,
    groups_of_kinds,
    long_functions,
    nameless_patterns,
    positional_calls,
    shared_class_names,
    ways_to_findings,
)
from tests.support.sample import ROOT
from tests.support.source import nodes_of_modules, reads_source

pytestmark = [reads_source, pytest.mark.slow]


@pytest.fixture(scope="module")
def modules() -> Modules:
    found = {ROOT / name: nodes[0] for name, nodes in nodes_of_modules()}
    return {path: tree for path, tree in found.items() if isinstance(tree, ast.Module)}


@pytest.mark.parametrize(
    ("count", "instead"),
    [
        (groups_of_kinds, "give Kind a property (corpora/model.py)"),
        (counts_of_versions, "ask reports/checks/support/voting.py"),
        (long_functions, "cut it where it does another thing"),
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
