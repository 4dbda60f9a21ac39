"""Lists whose points are numbered as the acts are, in six languages. The texts are made for these tests."""

from __future__ import annotations

import pytest

from corpora.model import Kind, Resolution
from corpora.reading import read_text
from tests.corpora.structure.test_operative_parts import ACTS, BODY

AGENDA = {
    "en": ("Approves the following provisional agenda:", "Opening of the session", "Adoption of the report"),
    "fr": ("Approuve l'ordre du jour provisoire ci-après :", "Ouverture de la session", "Adoption du rapport"),
    "es": ("Aprueba el siguiente programa provisional:", "Apertura del período de sesiones", "Aprobación del informe"),
    "ru": ("утверждает следующую предварительную повестку дня:", "Открытие сессии", "Утверждение доклада"),
    "ar": ("يوافق على جدول الأعمال المؤقت التالي:", "افتتاح الدورة", "اعتماد التقرير"),
    "zh": ("核准以下临时议程：", "会议开幕", "通过报告"),
}
MARK = {"ar": "{} - ", "zh": "{}. "}


def _read(code: str, *lines: tuple[int, str]) -> Resolution:
    numbered = [MARK.get(code, "{}. ").format(number) + text for number, text in lines]
    return read_text("\n\n".join([*BODY[code][:2], *numbered]), code)


def _ids(resolution: Resolution) -> list[str]:
    return [p.id for p in resolution.paragraphs if p.kind in (Kind.OPERATIVE, Kind.ITEM, Kind.CONTINUATION)]


@pytest.mark.parametrize("code", AGENDA)
def test_points_numbered_as_the_acts_are_points(code: str) -> None:
    (one, other), (act, first, last) = ACTS[code], AGENDA[code]
    resolution = _read(code, (1, one), (2, act), (1, first), (2, last), (3, last), (3, other), (4, one))
    assert _ids(resolution) == ["op1", "op2", "op2.1", "op2.2", "op2.3", "op3", "op4"]
    assert resolution.faults == ()


@pytest.mark.parametrize("code", AGENDA)
def test_the_list_may_be_the_last(code: str) -> None:
    (one, _), (act, first, last) = ACTS[code], AGENDA[code]
    assert _ids(_read(code, (1, one), (2, act), (1, first), (2, last))) == ["op1", "op2", "op2.1", "op2.2"]


@pytest.mark.parametrize("code", AGENDA)
def test_acts_that_count_anew_stay_acts(code: str) -> None:
    one, other = ACTS[code]
    assert _ids(_read(code, (1, one), (2, AGENDA[code][0]), (1, other), (2, one))) == ["op1", "op2", "op1-2", "op2-2"]


@pytest.mark.parametrize("code", AGENDA)
def test_a_count_that_leads_nowhere_is_no_list(code: str) -> None:
    (one, _), (act, first, last) = ACTS[code], AGENDA[code]
    assert "op2.1" not in _ids(_read(code, (1, one), (2, act), (1, first), (7, last), (3, one)))
