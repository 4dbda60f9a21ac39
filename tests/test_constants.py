"""A number in the code has a name, and beside it a word on what it is and where it comes from."""

from __future__ import annotations

import ast

from tests.support.sample import ROOT
from tests.support.source import nodes_of_modules, reads_source

pytestmark = reads_source


def is_number(node: ast.expr) -> bool:
    """Whether an expression is a number, a tuple of numbers, or worked out of numbers."""
    if isinstance(node, ast.UnaryOp):
        return is_number(node.operand)
    if isinstance(node, ast.BinOp):
        return is_number(node.left) and is_number(node.right)
    if isinstance(node, ast.Tuple):
        return bool(node.elts) and all(map(is_number, node.elts))
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def is_explained(lines: list[str], first: int, last: int) -> bool:
    """Whether words stand beside the lines ``first`` to ``last`` (from 1): behind them, above or below their group."""
    above, below = first - 2, last
    while above > 0 and lines[above].strip() and not lines[above].startswith(("#", '"""')):
        above -= 1
    while below < len(lines) and lines[below].strip() and not lines[below].startswith('"""'):
        below += 1
    return (
        "#" in lines[first - 1]
        or lines[above].startswith("#")
        or (below < len(lines) and lines[below].startswith('"""'))
    )


def test_each_constant_says_where_it_comes_from() -> None:
    lacking = []
    for name, nodes in nodes_of_modules():
        module = nodes[0]
        assert isinstance(module, ast.Module)
        numbers = [
            node
            for node in module.body
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None and is_number(node.value)
        ]
        if numbers:
            lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
            lacking += [
                f"{name}:{n.lineno}: {lines[n.lineno - 1]}"
                for n in numbers
                if not is_explained(lines, n.lineno, n.end_lineno or n.lineno)
            ]
    assert not lacking, "say below it what it is: measured on what, chosen by whom, or whose rule"
