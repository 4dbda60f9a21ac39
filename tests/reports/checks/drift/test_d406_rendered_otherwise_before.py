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


def changed(text: str, change: tuple[str, str] | None) -> str:
    """A text with some words in the place of others, which it must have."""
    if change is None:
        return text
    assert change[0] in text
    return text.replace(*change)


def d406(
    changes: dict[str, tuple[str, str]],
    codes: tuple[str, ...] = tuple(EARLIER),
    texts: dict[str, str] = EARLIER,
    before_changes: dict[str, tuple[str, str]] | None = None,
) -> list[Finding]:
    """The findings on the texts with some changes, beside the texts as they were; every column of a page has a mark of each."""
    before = {
        c: replace(
            read_text(changed(texts[c], (before_changes or {}).get(c)), c, f"S/RES/9999.{c}.md"),
            symbol="S/RES/9999(2023)",
        )
        for c in codes
    }
    now = [read_text(changed(texts[c], changes.get(c)), c, f"{c}.md") for c in codes]
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


OTHER_WORD = {
    "fr": ("la prévention des", "la promotion des"),
    "en": ("the prevention of", "the promotion of"),
    "es": ("la prevención de", "la promoción de"),
    "ru": ("предотвращении вооруженных", "поощрении вооруженных"),
    "ar": ("النزاعات المسلحة", "النزاعات الحدودية"),
    "zh": ("预防武装", "推动武装"),
}
MINES = {
    "fr": "Le Conseil de sécurité,\n\n1. Prie les États de retirer les bombes et les mines et de former des équipes au retrait des mines;\n",
    "en": "The Security Council,\n\n1. Requests States to remove bombs and mines and to train teams in the removal of mines;\n",
    "es": "El Consejo de Seguridad,\n\n1. Solicita a los Estados que retiren las bombas y las minas y que formen equipos para la remoción de minas;\n",
    "ru": "Совет Безопасности,\n\n1. просит государства убрать бомбы и наземные мины и обучить группы разминированию и обезвреживанию наземных мин;\n",
    "ar": "إن مجلس الأمن،\n\n1 - يطلب إلى الدول إزالة القنابل والألغام وتدريب أفرقة على إزالة الألغام؛\n",
    "zh": "安全理事会，\n\n1. 请各国清除炸弹和地雷，并培训排除地雷的小组；\n",
}  # fmt: skip
ONE_OF_TWO = {
    "fr": ("les bombes et les mines et", "les bombes et"),
    "en": ("bombs and mines and", "bombs and"),
    "es": ("las bombas y las minas y", "las bombas y"),
    "ar": ("القنابل والألغام وتدريب", "القنابل وتدريب"),
}


@pytest.mark.parametrize("code", OTHER_WORD)
def test_one_word_in_the_place_of_another(code: str) -> None:
    (found,) = d406({code: OTHER_WORD[code]})
    assert found.target is not None
    assert (found.target.language, found.target.paragraph) == (code, "op2")
    assert found.severity is Severity.MINOR


@pytest.mark.parametrize("code", ONE_OF_TWO)
def test_a_word_that_stands_once_more_further_on(code: str) -> None:
    (found,) = d406({code: ONE_OF_TWO[code]}, texts=MINES)
    assert found.target is not None
    assert found.target.language == code


@pytest.mark.parametrize("code", EARLIER)
def test_a_value_that_is_now_as_in_the_others_is_no_finding(code: str) -> None:
    """The slip was in the record, and is mended here."""
    assert d406({}, before_changes={code: VALUE[code]}) == []


def test_a_sentence_said_anew_is_doubted() -> None:
    (sure,) = d406({"fr": ("des conflits armés", "des conflits")})
    found = d406(
        {
            "fr": (
                "le rôle important des femmes dans la prévention des",
                "la part que prennent les femmes à empêcher les",
            )
        }
    )
    assert all(f.confidence < sure.confidence for f in found)


def test_an_acronym_in_brackets_is_no_loss() -> None:
    named = {c: t.replace(a, b) for (c, t), (a, b) in zip(EARLIER.items(), _WITH_ACRONYM.values(), strict=True)}
    assert d406({"fr": (" (ONU)", "")}, texts=named) == []


_WITH_ACRONYM = {
    "fr": ("rôle important des femmes", "rôle important de l’Organisation des Nations Unies (ONU)"),
    "en": ("role of women", "role of the United Nations"),
    "es": ("papel de las mujeres", "papel de las Naciones Unidas"),
    "ru": ("роль женщин", "роль Организации Объединенных Наций"),
    "ar": ("الدور المهم للمرأة", "الدور المهم للأمم المتحدة"),
    "zh": ("强调妇女", "强调联合国"),
}

MOVED = {
    "fr": ("cessent immédiatement les hostilités", "cessent les hostilités immédiatement"),
    "en": ("immediately cease hostilities", "cease hostilities immediately"),
    "es": ("cesen inmediatamente las hostilidades", "cesen las hostilidades inmediatamente"),
    "ru": ("немедленно прекратили боевые действия", "прекратили боевые действия немедленно"),
    "ar": ("بوقف الأعمال العدائية فورا", "فورا بوقف الأعمال العدائية"),
    "zh": ("立即停止敌对行动", "停止敌对行动立即"),
}


@pytest.mark.parametrize("code", EARLIER)
def test_a_word_that_stands_elsewhere_now_is_not_lost(code: str) -> None:
    assert d406({code: MOVED[code]}) == []
