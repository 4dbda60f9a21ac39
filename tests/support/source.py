"""The program's own source, parsed once for the tests that hold it to a rule: these run on one worker, in the group ``source``."""

from __future__ import annotations

import ast
from functools import cache

import pytest

from tests.support.sample import ROOT

PACKAGES = ("corpora", "align", "reports")
reads_source = pytest.mark.xdist_group("source")


@cache
def nodes_of_modules() -> tuple[tuple[str, tuple[ast.AST, ...]], ...]:
    """Every module by its path below the root, with all nodes of its syntax tree."""
    paths = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    return tuple(
        (path.relative_to(ROOT).as_posix(), tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8")))))
        for path in paths
    )


def called_name(call: ast.Call) -> str:
    """The name of what is called, without the object before the dot."""
    called = call.func
    return called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
