"""Checks tested by tables: texts that are good, and texts that fail with the findings that are expected.

A test of a check derives from one of the three cases and states ``code``, ``good`` and ``failing``; the tests are made from these::

    class TestD202(VersionsCase):
        code = "D202"
        good = [changed(SAMPLE_TEXTS, "en", "12 November 2001", "November 12, 2001")]  # another form, the same day
        failing = [(changed(SAMPLE_TEXTS, "en", "12 November 2001", "13 November 2001"), ["D202"])]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import ClassVar

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.runner import check_document, check_related, check_versions
from reports.comparison.rows import RelatedPair, Versions, compare_related, compare_versions
from reports.findings.model import Finding
from reports.project.settings import Settings
from tests.support.marks import unmarked

Texts = Mapping[str, str]
"""Texts by what they are: by language, the pivot first; or ``earlier`` and ``later``."""


def changed(texts: Texts, language: str, was: str, now: str) -> Texts:
    """The French text, and that of another language in which words that stand in it once are replaced."""
    assert texts[language].count(was) == 1, f"{was!r} stands {texts[language].count(was)} times in the text"
    return {"fr": texts["fr"], language: texts[language].replace(was, now)}


def pair_of(texts: Texts, language: str) -> Texts:
    """The French text and that of another language, as they stand."""
    return {"fr": texts["fr"], language: texts[language]}


def renewed(earlier: str, was: str, now: str) -> Texts:
    """A French resolution and the one that follows it, in which words that stand in it once are replaced."""
    assert earlier.count(was) == 1, f"{was!r} stands {earlier.count(was)} times in the text"
    return {"earlier": earlier, "later": earlier.replace(was, now)}


@cache
def _read(text: str, language: str, name: str) -> Resolution:
    return read_text(text, language, name)


class CheckCase:
    """What the cases share. ``expected`` lists codes in order of the findings; other codes than the check's own may be among them."""

    code: ClassVar[str]
    good: ClassVar[Sequence[Texts]]
    failing: ClassVar[Sequence[tuple[Texts, Sequence[str]]]]
    compared: Versions | RelatedPair | None = None
    """What the findings were found in last, where a page can show it: there every column must have a mark of each."""

    def findings(self, texts: Texts) -> list[Finding]:
        raise NotImplementedError

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Called by pytest for each test of a case."""
        if "good_texts" in metafunc.fixturenames:
            metafunc.parametrize("good_texts", self.good, ids=["-".join(texts) for texts in self.good])
        if "failing_texts" in metafunc.fixturenames:
            ids = ["-".join(texts) for texts, _ in self.failing]
            metafunc.parametrize(("failing_texts", "expected"), self.failing, ids=ids)

    def test_good(self, good_texts: Texts) -> None:
        assert [f.message("en") for f in self.findings(good_texts)] == []

    def test_failing(self, failing_texts: Texts, expected: Sequence[str]) -> None:
        assert self.code in expected
        found = self.findings(failing_texts)
        assert [f.code for f in found] == list(expected)
        if self.compared is not None:
            assert unmarked(self.compared, found) == []


class VersionsCase(CheckCase):
    """Language versions of one resolution; the first text is the pivot."""

    settings: ClassVar[Settings] = Settings()

    def findings(self, texts: Texts) -> list[Finding]:
        pivot, *others = (_read(text, code, f"{code}.md") for code, text in texts.items())
        self.compared = compare_versions(pivot, others, settings=self.settings)
        return check_versions(self.compared)


class RelatedCase(CheckCase):
    """An ``earlier`` and a ``later`` resolution, in French unless ``language`` says otherwise."""

    settings: ClassVar[Settings] = Settings()
    language: ClassVar[str] = "fr"

    def findings(self, texts: Texts) -> list[Finding]:
        earlier, later = (_read(texts[name], self.language, name) for name in ("earlier", "later"))
        self.compared = compare_related(earlier, later, settings=self.settings)
        return check_related(self.compared)


class DocumentCase(CheckCase):
    """One document alone: a text by its language."""

    settings: ClassVar[Settings] = Settings()

    def findings(self, texts: Texts) -> list[Finding]:
        ((code, text),) = texts.items()
        return check_document(_read(text, code, f"{code}.md"), self.settings, AdoptionDates())
