"""The pages for those who carry on: their examples work as they stand, and the picture is that of the imports."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

import corpora.readers
import reports.checks
from reports.messages import catalogue
from tests.support.sample import ROOT

PAGES = ROOT / "docs" / "contributing"
_EXAMPLE = re.compile(r"```(?:python|toml)\n# (\S+\.(?:py|toml))\n(.*?)```", re.DOTALL)


def examples(page: str) -> dict[str, str]:
    """The modules and entries of catalogues that a page shows, by their path."""
    return dict(_EXAMPLE.findall((PAGES / page).read_text(encoding="utf-8")))


def module(path: str, source: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module of a page, as if it stood at its path."""
    name = path.removesuffix(".py").replace("/", ".")
    made = ModuleType(name)
    monkeypatch.setitem(sys.modules, name, made)
    exec(compile(source, path, "exec"), made.__dict__)
    return made


def enter(name: str, made: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page says of how the program comes to know a module."""
    if name.startswith("reports/checks/"):
        known = (*reports.checks.all_checks(), made.CHECK)
        monkeypatch.setattr(reports.checks, "all_checks", lambda: known)
    elif name.startswith("corpora/readers/"):
        monkeypatch.setattr(corpora.readers, "READERS", (made, *corpora.readers.READERS))


@pytest.mark.parametrize("page", [path.name for path in sorted(PAGES.glob("add-*.md"))])
def test_the_example_of_a_page_works_as_it_stands(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = examples(page)
    assert any(path.startswith("tests/") for path in shown)
    sentences = {path: shown.pop(path) for path in list(shown) if path.endswith(".toml")}
    enter_sentences(sentences, tmp_path, monkeypatch)
    for path, source in shown.items():
        assert not (ROOT / path).exists(), f"{path} exists: the page shows another example"
        made = module(path, source, monkeypatch)
        if path.startswith("tests/"):
            run_tests(made)
        else:
            enter(path, made, monkeypatch)


def enter_sentences(shown: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Entries of catalogues, as if they stood in them: they must match in both languages."""
    if not shown:
        return
    for path, text in shown.items():
        (folder / Path(path).name).write_text(text, encoding="utf-8")
    both = catalogue.load_catalogues(ROOT / "reports" / "messages", [folder])
    monkeypatch.setattr(catalogue, "catalogues", lambda: both)


def run_tests(made: ModuleType) -> None:
    """The tests of a module: its functions, and the tables of its cases."""
    found = 0
    for name, value in vars(made).items():
        if name.startswith("test_"):
            value()
            found += 1
        elif name.startswith("Test"):
            case = value()
            for texts in case.good:
                case.test_good(texts)
            for texts, expected in case.failing:
                case.test_failing(texts, expected)
            found += 1
    assert found


@pytest.mark.slow
def test_the_picture_is_that_of_the_imports(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    from make_architecture import OUT, drawing

    assert OUT.read_text(encoding="utf-8") == drawing(), "run make docs"
