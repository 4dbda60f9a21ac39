"""Values of every kind in every set of versions: what two versions disagree on is found, and a version more neither hides nor lowers it.

Each clause is set side by side as it was written, without alignment, in all sets of two to six versions.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks import version_checks
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.findings.model import Finding, Severity
from tests.support.more_value_rows import MORE_ROWS
from tests.support.value_rows import ROWS, SIX

KINDS = {name: row for name, row in {**ROWS, **MORE_ROWS}.items() if len(row.values) > 1}
HEADS = {
    "fr": "Le Conseil de sécurité,", "en": "The Security Council,", "es": "El Consejo de Seguridad,", "ru": "Совет Безопасности,",
    "ar": "إن مجلس الأمن،", "zh": "安全理事会，",
}  # fmt: skip
OF_VALUES = [check for check in version_checks() if check.code in ("D201", "D202", "D203", "D204")]
SAID_IN_ONE_WAY = {"freq/noun exercise biennal"}
"""Kinds of which two languages say two values in one way ("两年期", «двухгодичный», "فترة السنتين"), so that some pairs are silent."""
Saying = tuple[tuple[str, str], ...]


@cache
def _document(name: str, code: str, letter: str) -> Resolution:
    at, row = SIX.index(code), KINDS[name]
    clause = row.clause[at].format(row.values["ABC".index(letter)][at])
    return read_text(f"{HEADS[code]}\n\n1{' -' if code == 'ar' else '.'} {clause}\n", code, f"{code}.md")


def _found(name: str, saying: Saying) -> list[Finding]:
    documents = {code: _document(name, code, letter) for code, letter in saying}
    row = VersionRow({code: Cell(d, (d.paragraphs[-1],)) for code, d in documents.items()}, ())
    pivot, *others = documents.values()
    versions = Versions(pivot, tuple(others), {}, (row,))
    return [f for check in OF_VALUES for f in check.run(versions) if f.severity > Severity.NEUTRAL]


def _obeys(name: str, pattern: str) -> None:
    said = dict(zip(SIX, pattern, strict=True))
    worst: dict[tuple[str, ...], Severity | None] = {}
    for size in range(2, len(SIX) + 1):
        for subset in combinations(SIX, size):
            findings = _found(name, tuple((code, said[code]) for code in subset))
            worst[subset] = here = max((f.severity for f in findings), default=None)
            if len({said[code] for code in subset}) == 1:
                assert here is None, (subset, [f.message("en") for f in findings])
                continue
            assert here is not None or name in SAID_IN_ONE_WAY, subset
            for one in subset if size > 2 else ():
                without = worst[tuple(code for code in subset if code != one)]
                assert without is None or (here is not None and here >= without), (subset, one)


def _patterns(name: str) -> tuple[str, str]:
    return ("ABABAB", "AABBCC") if len(KINDS[name].values) > 2 else ("ABABAB", "AABBBA")


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["unit/days months", "round/dozens hundreds", "month/in, no year", "article/bis ter", "half/first second"]
)
def test_every_set_of_versions_of_a_kind_whose_value_is_a_word(name: str) -> None:
    _obeys(name, "ABABAB")


@pytest.mark.whole
@pytest.mark.parametrize(("name", "pattern"), [(name, pattern) for name in KINDS for pattern in _patterns(name)])
def test_every_set_of_versions_of_every_kind(name: str, pattern: str) -> None:
    _obeys(name, pattern)
