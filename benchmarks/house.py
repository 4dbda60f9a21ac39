"""How the house stands, in figures: modules at one level, start-up, lines, private copies, long functions, nameless patterns.

    python -m benchmarks.house [TREE]

TREE is another source tree, by default this one; the figures come from its syntax trees, so that a tree before a change of layout is
counted alike. Passes over a document are `benchmarks.passes`. What is counted:

modules at one level
    In the folder of each package that holds most modules; a package's ``__init__`` is none.
groups of kinds
    Module constants outside of ``model.py`` that list two members of ``Kind`` or more.
counts of versions
    Functions of checks, outside of ``voting.py``, that compare the number of versions with something: each may decide by itself how
    many are enough (a few only choose the words for one version or several).
ways to findings
    Functions of ``reports``, the checks' own and the commands apart, that align or compare documents and check them, by themselves
    or through a private function of their module.
functions over 40 lines
    Commands apart: their options are their length.
nameless patterns
    Regular expressions made of a literal that have no name: not bound to one of the module, of a function or of an argument, and not
    what a function of that name gives back.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.processes import timed

PACKAGES = ("corpora", "align", "reports")
LONG = 40
COMMANDS = ("cli", "commands")
_ALIGNS = frozenset({"compare_versions", "compare_related", "compare_bitext", "trace"})
_CHECKS = frozenset({"check_versions", "check_related", "check_document"})
_PATTERNS = frozenset({"compile", "match", "search", "fullmatch", "sub", "split", "findall", "finditer"})

Function = ast.FunctionDef | ast.AsyncFunctionDef
Modules = dict[Path, ast.Module]


def modules_of(tree: Path, package: str) -> Modules:
    """The syntax trees of a package's modules by path."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((tree / package).rglob("*.py"))}


def widest_level(modules: Modules) -> tuple[int, Path]:
    """How many modules the folder with most of them holds, and which it is."""
    counts = Counter(path.parent for path in modules if path.name != "__init__.py")
    folder, count = counts.most_common(1)[0]
    return count, folder


def functions_of(module: ast.Module) -> Iterator[Function]:
    """Every function and method."""
    return (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def called_in(function: Function) -> set[str]:
    """The names of what a function calls, without the object before the dot."""
    calls = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return {c.id if isinstance(c, ast.Name) else c.attr for c in calls if isinstance(c, ast.Name | ast.Attribute)}


def is_command(path: Path) -> bool:
    """Whether a module belongs to the command line."""
    return any(part in COMMANDS for part in path.parts)


def groups_of_kinds(modules: Modules) -> Iterator[str]:
    """Module constants that list members of ``Kind``."""
    for path, module in modules.items():
        for node in module.body if path.name != "model.py" else ():
            value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
            kinds = {ast.unparse(n) for n in ast.walk(value) if isinstance(n, ast.Attribute)} if value else set()
            if sum(name.startswith("Kind.") for name in kinds) >= 2:
                yield f"{path}:{node.lineno}"


def counts_of_versions(modules: Modules) -> Iterator[str]:
    """Functions of checks that compare the number of versions."""
    for path, module in modules.items():
        if "checks" not in path.parts or path.name == "voting.py":
            continue
        for function in functions_of(module):
            if any(_is_quorum(node) for node in ast.walk(function) if isinstance(node, ast.Compare)):
                yield f"{path}:{function.lineno} {function.name}"


def _is_quorum(node: ast.Compare) -> bool:
    """Whether a comparison is of the number of versions, votes, languages or cells."""
    sides = [ast.unparse(side) for side in (node.left, *node.comparators)]
    counted = any(
        side.startswith("len(")
        and any(word in side for word in ("cells", "codes", "votes", "versions", "others", "rest"))
        for side in sides
    )
    return counted and any(isinstance(op, ast.Gt | ast.GtE | ast.Lt | ast.LtE) for op in node.ops)


def ways_to_findings(modules: Modules) -> Iterator[str]:
    """Functions that bring documents to findings; a private helper counts for the function that calls it."""
    for path, module in modules.items():
        if is_command(path) or "checks" in path.parts:
            continue
        own = {function.name: called_in(function) for function in module.body if isinstance(function, Function)}
        used = {name for calls in own.values() for name in calls}
        for name in own:
            reached, waiting = set[str](), [name]
            while waiting:
                here = waiting.pop()
                if here not in reached:
                    reached.add(here)
                    waiting += own.get(here, ())
            if reached & _ALIGNS and reached & _CHECKS and name not in used:
                yield f"{path}:{name}"


def long_functions(modules: Modules) -> Iterator[str]:
    """Functions over ``LONG`` lines outside of the command line."""
    for path, module in modules.items():
        for function in functions_of(module) if not is_command(path) else ():
            length = (function.end_lineno or function.lineno) - function.lineno + 1
            if length > LONG:
                yield f"{path}:{function.lineno} {function.name} {length}"


def nameless_patterns(modules: Modules) -> Iterator[str]:
    """Calls of ``re`` with a literal pattern, but for those that have a name."""
    for path, module in modules.items():
        named = {id(n) for node in module.body if isinstance(node, ast.Assign | ast.AnnAssign) for n in ast.walk(node)}
        named |= {id(value) for node in ast.walk(module) for value in _named_by(node)}
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and id(node) not in named and _is_pattern(node):
                yield f"{path}:{node.lineno}"


def _named_by(node: ast.AST) -> Iterator[ast.expr]:
    """What a statement or an argument gives a name to, whichever way a choice goes."""
    if isinstance(node, ast.Assign | ast.AnnAssign | ast.Return | ast.keyword) and node.value is not None:
        waiting = [node.value]
        for value in waiting:
            waiting += [value.body, value.orelse] if isinstance(value, ast.IfExp) else []
            waiting += value.values if isinstance(value, ast.BoolOp) else []
            yield value


def _is_pattern(node: ast.Call) -> bool:
    function = node.func
    of_re = isinstance(function, ast.Attribute) and ast.unparse(function.value) == "re" and function.attr in _PATTERNS
    return of_re and bool(node.args) and isinstance(node.args[0], ast.Constant | ast.JoinedStr)


def positional_calls(modules: Modules, fewest: int = 7) -> Iterator[str]:
    """Calls with ``fewest`` positional arguments and more."""
    for path, module in modules.items():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and len(node.args) >= fewest:
                yield f"{path}:{node.lineno} {ast.unparse(node.func)} {len(node.args)}"


def shared_class_names(modules: Modules) -> Iterator[str]:
    """Public classes whose name another module has given to a class of its own: each name means one thing in the house."""
    places: defaultdict[str, list[Path]] = defaultdict(list)
    for path, module in modules.items():
        for node in module.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(path)
    for name, paths in sorted(places.items()):
        if len(paths) > 1:
            yield f"{paths[0]} {name}, also in {', '.join(str(path) for path in paths[1:])}"


def help_seconds(tree: Path, tries: int = 5) -> float:
    """CPU seconds of ``hexapla --help`` in a fresh interpreter, the least of some tries (other work only adds)."""
    spent = []
    code = "import sys; sys.argv = ['hexapla', '--help']; from reports.cli import main; main()"
    for _ in range(tries):
        spent.append(timed([sys.executable, "-c", code], {}, tree).processor)
    return min(spent)


def lines_in(tree: Path, folders: tuple[str, ...]) -> int:
    """Lines of Python below some folders."""
    paths = (path for folder in folders for path in (tree / folder).rglob("*.py"))
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)


def main(tree: Path, *, listed: bool) -> None:
    """Print the figures of a tree; with ``listed`` also what was counted."""
    everything: Modules = {}
    for package in PACKAGES:
        modules = modules_of(tree, package)
        count, folder = widest_level(modules)
        everything |= modules
        print(f"{package}: at most {count} modules at one level ({folder.relative_to(tree)}), {len(modules)} in all")
    print(f"hexapla --help: {help_seconds(tree):.2f} s CPU")
    print(f"lines: {lines_in(tree, PACKAGES)} of code, {lines_in(tree, ('tests',))} of tests")
    figures = {
        "groups of kinds": groups_of_kinds,
        "counts of versions": counts_of_versions,
        "ways to findings": ways_to_findings,
        "functions over 40 lines": long_functions,
        "nameless patterns": nameless_patterns,
        "positional calls of 7 and more": positional_calls,
        "names of classes that mean two things": shared_class_names,
    }
    for name, count_of in figures.items():
        found = list(count_of(everything))
        print(f"{name}: {len(found)}")
        for line in found if listed else ():
            print(f"    {line.removeprefix(f'{tree}/')}")


if __name__ == "__main__":
    given = [word for word in sys.argv[1:] if word != "--list"]
    main(Path(given[0] if given else ".").resolve(), listed="--list" in sys.argv)
