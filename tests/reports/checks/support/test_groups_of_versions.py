"""Versions fall into groups: what two of them disagree on is found in every set of versions that holds these two, as gravely.

The texts are written for these tests. In each kind a version says A, B or C; a pattern gives what fr, en, es, ru, ar and zh say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from itertools import combinations

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks import version_checks
from reports.checks.runner import check_versions
from reports.comparison.rows import Cell, VersionRow, Versions, compare_versions
from reports.findings.model import Finding
from tests.support.groups import APART, KINDS, SIX, TEXTS

pytestmark = pytest.mark.slow

PATTERNS = ("AAAABB", "AABABB", "ABABAB", "AABBCC", "ABCAAA", "BAAAAA", "AAAAAC", "ACBCBA")
CASES = [(kind, pattern) for kind, (_, said) in KINDS.items() for pattern in PATTERNS if set(pattern) <= said.keys()]
Subset = tuple[str, ...]


@cache
def _document(kind: str, code: str, letter: str) -> Resolution:
    return read_text(TEXTS[kind][code][letter], code, f"{code}.md")


def _in_rows(kind: str, saying: tuple[tuple[str, str], ...]) -> Versions:
    """The versions side by side as they were written, paragraph by paragraph: hundreds of sets are not aligned anew."""
    documents = {code: _document(kind, code, letter) for code, letter in saying}
    cells: dict[float, dict[str, Cell]] = {}
    for code, letter in saying:
        places = list(map(float, range(len(documents[code].paragraphs))))
        own = APART.get((kind, letter))
        if own is not None and own == int(own):
            # A paragraph that the others have stands here, and not in this version.
            places = [p if p < own else p + 1 for p in places]
        elif own is not None:
            # A paragraph of this version alone stands between two of the others.
            places = [p if p < own else own if p < own + 1 else p - 1 for p in places]
        for place, paragraph in zip(places, documents[code].paragraphs, strict=True):
            cells.setdefault(place, {})[code] = Cell(documents[code], (paragraph,))
    pivot, *others = documents.values()
    rows = (VersionRow(found, tuple(c for c in documents if c not in found)) for _, found in sorted(cells.items()))
    return Versions(pivot, tuple(others), {}, tuple(rows))


def _found(kind: str, versions: Versions) -> tuple[Finding, ...]:
    return tuple(f for check in version_checks() if check.code in KINDS[kind][0] for f in check.run(versions))


@cache
def _checked(kind: str, saying: tuple[tuple[str, str], ...]) -> tuple[Finding, ...]:
    """The findings of the kind's codes for versions, given as languages with the letter of what each says."""
    return _found(kind, _in_rows(kind, saying))


def _subsets(pattern: str) -> Mapping[Subset, tuple[tuple[str, str], ...]]:
    said = dict(zip(SIX, pattern, strict=True))
    return {s: tuple((c, said[c]) for c in s) for size in range(2, 7) for s in combinations(SIX, size)}


@cache
def _aligned(kind: str, saying: tuple[tuple[str, str], ...]) -> tuple[Finding, ...]:
    """The same of versions that are aligned, by all checks together: one cause is one finding, and what another code tells is left out."""
    pivot, *others = (_document(kind, code, letter) for code, letter in saying)
    found = check_versions(compare_versions(pivot, others))
    alike = len({letter for _, letter in saying}) == 1
    # What stands in a passage that is told as left out or added is told by that one, as gravely.
    return tuple(f for f in found if alike or f.code in KINDS[kind][0] | {"D103", "D104"})


def _hides_nothing(pattern: str, check: Callable[[tuple[tuple[str, str], ...]], tuple[Finding, ...]]) -> None:
    subsets = _subsets(pattern)
    worst = {s: max((f.severity for f in check(saying)), default=None) for s, saying in subsets.items()}
    for subset, saying in subsets.items():
        if len({letter for _, letter in saying}) == 1:
            assert worst[subset] is None, (subset, check(saying))
            continue
        assert worst[subset] is not None, subset
        if any(f.code in ("D103", "D104") for f in check(saying)):
            continue  # A passage is voted: it tells the slip, and how gravely depends on the others.
        for one in subset if len(subset) > 2 else ():
            less = tuple(c for c in subset if c != one)
            by_passage = any(f.code in ("D103", "D104") for f in check(subsets[less]))
            without = None if by_passage else worst[less]
            assert without is None or worst[subset] >= without, (subset, one)  # type: ignore[operator]


@pytest.mark.parametrize(("kind", "pattern"), CASES)
def test_a_version_more_hides_nothing_and_lowers_no_severity(kind: str, pattern: str) -> None:
    _hides_nothing(pattern, partial(_checked, kind))


@pytest.mark.whole
@pytest.mark.parametrize(("kind", "pattern"), [case for case in CASES if case[1] in ("AAAABB", "ABABAB", "AABBCC")])
def test_neither_do_alignment_and_the_other_checks(kind: str, pattern: str) -> None:
    _hides_nothing(pattern, partial(_aligned, kind))


@pytest.mark.parametrize(("kind", "pattern"), CASES)
def test_the_finding_lists_the_groups(kind: str, pattern: str) -> None:
    found = _checked(kind, tuple(zip(SIX, pattern, strict=True)))
    wanted = {tuple(c for c, p in zip(SIX, pattern, strict=True) if p == letter) for letter in set(pattern)}
    assert any({group.versions for group in f.groups} == wanted for f in found), [f.groups for f in found]


def test_four_against_two_are_named_with_what_they_say() -> None:
    (found,) = _checked("date", tuple(zip(SIX, "AABBAA", strict=True)))
    assert found.message("en") == (
        "Date: French, English, Arabic and Chinese “15 juillet 2027”; Spanish and Russian “31 de enero de 2027”."
    )
    assert found.severity.label == "critical"


@pytest.mark.parametrize("kind", KINDS)
def test_versions_that_are_aligned_fall_into_the_same_groups(kind: str) -> None:
    pivot, *others = (_document(kind, code, letter) for code, letter in zip(SIX, "AAAABB", strict=True))
    found = _found(kind, compare_versions(pivot, others))
    assert any({g.versions for g in f.groups} == {("fr", "en", "es", "ru"), ("ar", "zh")} for f in found)
