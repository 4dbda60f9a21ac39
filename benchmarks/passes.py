"""How often the default path goes over a document: calls of what reads a paragraph's text, a paragraph, by stage.

    python -m benchmarks.passes [TREE]

TREE is another source tree (by default this one), in today's layout or in the one before the packages by stage. Counted is by
wrapping the functions wherever a module has their name; caches are behind the wrappers, so that a call counts whether its answer
was known or not. Printed are calls a paragraph of the French sample: reading it as the first document (the language's data are
made ready), reading it again (the passes over the document alone), and checking it against the English one.
"""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

COUNTED = {
    "fold": ("corpora.text.folding", "corpora.text"),
    "parse_number": ("corpora.text.numbering", "corpora.numbering"),
    "opening_verb": ("corpora.annotation.verbs", "corpora.verbs"),
    "find_verbs": ("corpora.annotation.verbs", "corpora.verbs"),
    "is_foot_note": ("corpora.structure.page_repair", "corpora.repair"),
    "leading_mark": ("corpora.structure.page_repair", "corpora.repair"),
    "enacting_organ": ("corpora.structure.organs", "corpora.organs"),
    "glued_marks": ("corpora.structure.footnotes", "corpora.foot_notes"),
}
"""Each function with the modules that define it, the one of today's layout first."""
OWN = ("corpora", "align", "reports")


def home_of(name: str, modules: tuple[str, ...]) -> Any:
    """The function that a name stands for. None where no module of the tree defines it any more."""
    for module in modules:
        try:
            found = getattr(importlib.import_module(module), name, None)
        except ModuleNotFoundError:
            continue
        if found is not None:
            return found
    return None


def count_calls(calls: Counter[str]) -> list[str]:
    """Wrap every counted function in every module that has it; the names that the tree does not know."""
    unknown = []
    for name, modules in COUNTED.items():
        real = home_of(name, modules)
        if real is None:
            unknown.append(name)
            continue
        wrapper = _counting(name, real, calls)
        for module_name, module in list(sys.modules.items()):
            if module_name.split(".")[0] in OWN:
                for attribute, value in list(vars(module).items()):
                    if value is real:
                        setattr(module, attribute, wrapper)
    return unknown


def _counting(name: str, real: Callable[..., Any], calls: Counter[str]) -> Callable[..., Any]:
    def counted(*given: Any, **named: Any) -> Any:
        calls[name] += 1
        return real(*given, **named)

    return counted


def first_of(*names: str) -> Any:
    """The first module of these that the tree has."""
    for name in names:
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError:
            continue
    raise ModuleNotFoundError(names[0])


def main(tree: Path) -> None:
    """Read the French sample, then check it against the English; print the calls a paragraph of each step."""
    sys.path.insert(0, str(tree))
    reading = importlib.import_module("corpora.reading")
    comparison = first_of("reports.comparison.rows", "reports.comparison")
    runner = first_of("reports.checks.runner", "reports.run")
    sample = tree / "corpora" / "samples" / "e-res-2002-19"
    calls: Counter[str] = Counter()
    unknown = count_calls(calls)
    english = reading.read_resolution(sample / "en.md")
    steps: dict[str, Counter[str]] = {}
    for step in ("first", "again"):
        calls.clear()
        french = reading.read_resolution(sample / "fr.md")
        steps[step] = Counter(calls)
    paragraphs = len(list(all_paragraphs(french)))
    calls.clear()
    runner.check_versions(comparison.compare_versions(french, [english]))
    steps["check"] = Counter(calls)
    print(f"{tree}: {paragraphs} paragraphs; calls a paragraph")
    print(f"  {'':16}{''.join(f'{step:>8}' for step in steps)}")
    for name in COUNTED:
        told = "".join(f"{counts[name] / paragraphs:8.1f}" for counts in steps.values())
        print(f"  {name:16}{'  no such function in this tree' if name in unknown else told}")


def all_paragraphs(resolution: Any) -> Any:
    """The paragraphs and footnotes of a resolution in either layout."""
    return (getattr(resolution, "all_paragraphs", None) or resolution.everything)()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve())
