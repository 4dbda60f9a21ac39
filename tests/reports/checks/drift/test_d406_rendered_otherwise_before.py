"""D406: what the record says word for word in the other versions, and this one lost or changed. The texts are ours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.memory import TextsMemory
from reports.comparison.rows import compare_versions
from reports.findings.model import Finding, Severity
from tests.support.marks import unmarked

EARLIER = {
    "fr": "Le Conseil de sécurité,\n\n1. Exige que toutes les parties cessent immédiatement les hostilités avant le 15 juillet 2024;\n\n2. Souligne le rôle important des femmes dans la prévention des conflits armés;\n",
    "en": "The Security Council,\n\n1. Demands that all parties immediately cease hostilities before 15 July 2024;\n\n2. Stresses the important role of women in the prevention of armed conflicts;\n",
    "es": "El Consejo de Seguridad,\n\n1. Exige que todas las partes cesen inmediatamente las hostilidades antes del 15 de julio de 2024;\n\n2. Destaca el importante papel de las mujeres en la prevención de los conflictos armados;\n",
    "ru": "Совет Безопасности,\n\n1. требует, чтобы все стороны немедленно прекратили боевые действия до 15 июля 2024 года;\n\n2. подчеркивает важную роль женщин в предотвращении вооруженных конфликтов;\n",
    "ar": "إن مجلس الأمن،\n\n1 - يطالب جميع الأطراف بوقف الأعمال العدائية فورا قبل 15 تموز/يوليه 2024؛\n\n2 - يشدد على الدور المهم للمرأة في منع نشوب النزاعات المسلحة؛\n",
    "zh": "安全理事会，\n\n1. 要求所有各方在2024年7月15日之前立即停止敌对行动；\n\n2. 强调妇女在预防武装冲突方面的重要作用；\n",
}  # fmt: skip
LOST = {
    "fr": ("cessent immédiatement les", "cessent les"),
    "en": ("immediately cease", "cease"),
    "es": ("cesen inmediatamente las", "cesen las"),
    "ru": ("немедленно прекратили", "прекратили"),
    "ar": ("العدائية فورا قبل", "العدائية قبل"),
    "zh": ("立即停止", "停止"),
}
VALUE = {
    "fr": ("15 juillet 2024", "15 juillet 2025"),
    "en": ("15 July 2024", "15 July 2025"),
    "es": ("15 de julio de 2024", "15 de julio de 2025"),
    "ru": ("15 июля 2024", "15 июля 2025"),
    "ar": ("15 تموز/يوليه 2024", "15 تموز/يوليه 2025"),
    "zh": ("2024年7月15日", "2025年7月15日"),
}


def d406(changes: dict[str, tuple[str, str]], codes: tuple[str, ...] = tuple(EARLIER)) -> list[Finding]:
    """The findings on the texts with some changes, beside the texts as they were; every column of a page has a mark of each."""
    before = {c: replace(read_text(EARLIER[c], c, f"S/RES/9999.{c}.md"), symbol="S/RES/9999(2023)") for c in codes}
    now = []
    for c in codes:
        was, is_now = changes.get(c, ("", ""))
        assert was in EARLIER[c]
        now.append(read_text(EARLIER[c].replace(was, is_now) if was else EARLIER[c], c, f"{c}.md"))
    versions = replace(compare_versions(now[0], now[1:]), memory=TextsMemory([before]))
    found = check_versions(versions)
    assert unmarked(versions, found) == []
    return [f for f in found if f.code == "D406"]


@pytest.mark.parametrize("code", EARLIER)
def test_a_word_that_was_lost(code: str) -> None:
    (found,) = d406({code: LOST[code]})
    assert found.target is not None
    assert (found.target.language, found.target.paragraph) == (code, "op1")
    assert found.severity is Severity.MINOR
    assert "S/RES/9999(2023)" in found.message("en")
    # What is marked: the words of another version that were rendered, and the place here where they should stand.
    rendered = [change.source.quote for change in found.changes if change.source]
    (empty,) = [change.target for change in found.changes if change.target]
    assert rendered and rendered[0] in LOST[found.source.language][0] if found.source else False
    wanted = found.target.quote.index(LOST[code][1]) + _common(*LOST[code])
    assert empty.quote == ""
    assert wanted - empty.inside.start in (0, 1)  # before a space, or behind it


def _common(was: str, now: str) -> int:
    """Letters that the two begin with, up to the end of a word."""
    shared = next(k for k, letter in enumerate(was) if not now[k:].startswith(letter))
    return len(now[:shared].rstrip())


@pytest.mark.parametrize("code", EARLIER)
def test_a_value_that_was_changed(code: str) -> None:
    (found,) = d406({code: VALUE[code]})
    assert found.target is not None
    assert found.target.language == code
    assert found.severity is Severity.MAJOR
    assert "2025" in found.message("fr")


def test_nothing_where_nothing_changed_or_all_did() -> None:
    assert d406({}) == []
    assert d406(VALUE) == []


def test_two_versions_are_enough_where_there_are_no_more() -> None:
    (found,) = d406({"en": LOST["en"]}, ("fr", "en"))
    assert found.target is not None
    assert found.target.language == "en"


def test_two_usual_renderings_are_no_finding() -> None:
    assert d406({"fr": ("cessent immédiatement les", "cessent sans délai les")}) == []
    assert d406({"en": ("Stresses the important", "Underlines the important")}) == []


def test_what_the_record_also_has_so_is_no_finding() -> None:
    before = [
        {c: read_text(text, c, f"one.{c}.md") for c, text in EARLIER.items()},
        {c: read_text(text.replace(*LOST[c]) if c == "fr" else text, c, f"two.{c}.md") for c, text in EARLIER.items()},
    ]
    now = [read_text(t.replace(*LOST[c]) if c == "fr" else t, c, f"{c}.md") for c, t in EARLIER.items()]
    for known, expected in ((before[:1], 1), (before, 0)):
        versions = replace(compare_versions(now[0], now[1:]), memory=TextsMemory(known))
        assert len([f for f in check_versions(versions) if f.code == "D406"]) == expected
