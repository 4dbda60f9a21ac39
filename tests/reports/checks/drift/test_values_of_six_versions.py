"""Values of every kind in six versions: none differs where all say the same, and each slip of one, two and three versions is found.

All rows stand in one resolution, a paragraph each, so that they are read and compared at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Finding, Severity
from tests.support.more_value_rows import MORE_ROWS
from tests.support.value_rows import ROWS as FIRST_ROWS
from tests.support.value_rows import SIX, ValueRow

ROWS: dict[str, ValueRow] = {**FIRST_ROWS, **MORE_ROWS}

HEADS = {
    "fr": "Le Conseil de sécurité,", "en": "The Security Council,", "es": "El Consejo de Seguridad,", "ru": "Совет Безопасности,",
    "ar": "إن مجلس الأمن،", "zh": "安全理事会，",
}  # fmt: skip
OF_VALUES = ("D201", "D202", "D203", "D204")
PLACES = [
    ("au Tchad", "in Chad", "en el Chad", "в Чаде", "في تشاد", "（乍得）"),
    ("au Pérou", "in Peru", "en el Perú", "в Перу", "في بيرو", "（秘鲁）"),
    ("au Kenya", "in Kenya", "en Kenya", "в Кении", "في كينيا", "（肯尼亚）"),
    ("au Mexique", "in Mexico", "en México", "в Мексике", "في المكسيك", "（墨西哥）"),
    ("au Japon", "in Japan", "en el Japón", "в Японии", "في اليابان", "（日本）"),
    ("en Norvège", "in Norway", "en Noruega", "в Норвегии", "في النرويج", "（挪威）"),
    ("au Brésil", "in Brazil", "en el Brasil", "в Бразилии", "في البرازيل", "（巴西）"),
    ("en Grèce", "in Greece", "en Grecia", "в Греции", "في اليونان", "（希腊）"),
    ("au Togo", "in Togo", "en el Togo", "в Того", "في توغو", "（多哥）"),
    ("au Népal", "in Nepal", "en Nepal", "в Непале", "في نيبال", "（尼泊尔）"),
    ("en Zambie", "in Zambia", "en Zambia", "в Замбии", "في زامبيا", "（赞比亚）"),
]
"""What tells apart paragraphs that are worded alike, so that each is aligned with its own."""
BATCHES = [list(ROWS)[k : k + len(PLACES)] for k in range(0, len(ROWS), len(PLACES))]


@cache
def _document(code: str, batch: int, letter: str) -> Resolution:
    """The rows of a batch in one language, each with its first value ("A"), or its second or third where it has one."""
    at, text = SIX.index(code), HEADS[code]
    for k, name in enumerate(BATCHES[batch]):
        row = ROWS[name]
        said = row.values[min("ABC".index(letter), len(row.values) - 1)][at]
        clause = re.sub(r"\s?(\W)$", rf"{'' if code == 'zh' else ', '}{PLACES[k][at]}\1", row.clause[at].format(said))
        text += f"\n\n{k + 1}{' -' if code == 'ar' else '.'} {clause}"
    return read_text(text + "\n", code, f"{code}.md")


def _found(batch: int, letters: Sequence[str]) -> dict[str, list[Finding]]:
    """The findings on values of versions of which each has the values of its letter, by row."""
    pivot, *others = (_document(code, batch, letter) for code, letter in zip(SIX, letters, strict=True))
    found: dict[str, list[Finding]] = {name: [] for name in BATCHES[batch]}
    for finding in check_versions(compare_versions(pivot, others)):
        place = re.match(r"op(\d+)", finding.source.paragraph) if finding.source else None
        if finding.code in OF_VALUES and finding.severity > Severity.NEUTRAL and place:
            found[BATCHES[batch][int(place.group(1)) - 1]].append(finding)
    return found


def _slips(batch: int, letters: str) -> dict[str, str]:
    """What is wrong with the findings on a slip, by row: none, or none that is grave where the value binds."""
    wrong = {}
    for name, findings in _found(batch, letters).items():
        if len(ROWS[name].values) < 2:
            continue
        if not findings:
            wrong[name] = "not found"
        elif ROWS[name].grave and max(f.severity for f in findings) < Severity.MAJOR:
            wrong[name] = "not grave"
    return wrong


@pytest.mark.whole
def test_values_that_are_the_same_and_a_slip_of_one() -> None:
    assert {n: [f.message("en") for f in found] for n, found in _found(0, "AAAAAA").items() if found} == {}
    assert _slips(0, "AAAAAB") == {}


@pytest.mark.slow
@pytest.mark.parametrize("letter", "AB")
@pytest.mark.parametrize("batch", range(len(BATCHES)))
def test_what_six_versions_say_alike_differs_in_no_value(batch: int, letter: str) -> None:
    assert {n: [f.message("en") for f in found] for n, found in _found(batch, letter * 6).items() if found} == {}


@pytest.mark.slow
@pytest.mark.parametrize(
    "letters", ["BAAAAA", "ABAAAA", "AABAAA", "AAABAA", "AAAABA", "AAAAAB", "ABBAAA", "BABABA", "AABBCC"]
)
@pytest.mark.parametrize("batch", range(len(BATCHES)))
def test_a_slip_of_one_two_or_three_versions_is_found(batch: int, letters: str) -> None:
    assert _slips(batch, letters) == {}
