"""A seventh language from one data file: Ukrainian is detected, read, aligned and checked, with no code for it anywhere.

The texts are ours.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.languages import available, built_in, language
from corpora.languages.detection import detect_language, passages_in_other_language
from corpora.languages.loader import FOLDERS_VARIABLE
from corpora.mandates.extraction import mandates_of
from corpora.model import Kind
from corpora.reading import read_text
from corpora.text.symbol_words import in_words
from corpora.text.symbols import parse_symbol
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.exporters.akoma_ntoso import akoma_ntoso

UKRAINIAN = """Рада Безпеки,

Посилаючись на свою резолюцію 1373 (2001) від 28 вересня 2001 року,

Беручи до відома доповідь Генерального секретаря про становище в цьому регіоні,

1. Вирішує продовжити мандат Місії на період у дванадцять місяців, до 30 червня 2024 року;

2. Просить Генерального секретаря подавати доповідь кожні шість місяців;

3. Закликає держави-члени надавати на прохання технічну допомогу 25 країнам;

4. Вирішує далі займатися цим питанням.
"""
FRENCH = """Le Conseil de sécurité,

Rappelant sa résolution 1373 (2001) du 28 septembre 2001,

Prenant note du rapport du Secrétaire général sur la situation dans la région,

1. Décide de proroger le mandat de la Mission pour une période de douze mois, jusqu'au 30 juin 2024;

2. Prie le Secrétaire général de présenter un rapport tous les six mois;

3. Demande aux États Membres d'apporter sur demande une assistance technique à 25 pays;

4. Décide de rester saisi de la question.
"""


@pytest.fixture(autouse=True)
def ukrainian_added(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDERS_VARIABLE, str(Path(__file__).with_name("ukrainian")))


def codes_of_findings(ukrainian: str) -> list[str]:
    versions = compare_versions(read_text(FRENCH), [read_text(ukrainian)])
    return sorted(finding.code for finding in check_versions(versions))


def test_the_language_is_one_more_behind_those_that_state_their_order() -> None:
    assert available() == (*built_in(), "uk")
    assert language("uk").name_in("fr") == "ukrainien"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Рада Безпеки,\n\n1. Вирішує продовжити мандат Місії до 30 червня 2024 року;", "uk"),
        ("Совет Безопасности,\n\n1. Постановляет продлить мандат Миссии до 30 июня 2024 года;", "ru"),
        ("Закликає держави-члени надавати технічну допомогу;", "uk"),
        ("призывает государства-члены оказывать техническую помощь;", "ru"),
        (UKRAINIAN, "uk"),
    ],
)
def test_it_is_detected_against_russian(text: str, code: str) -> None:
    assert detect_language(text) == code


def test_russian_left_in_a_ukrainian_text_is_found() -> None:
    left = "Просит его также доложить и о том, что из этих мер и для кого сделано, а также о том, с кем и на каких условиях;"
    document = read_text(UKRAINIAN.replace("4. Вирішує", f"4. {left}\n\n5. Вирішує"))
    assert [(p.id, code) for p, _, code in passages_in_other_language(document)] == [("op4", "ru")]


def test_it_is_read_with_verbs_anchors_and_mandates() -> None:
    document = read_text(UKRAINIAN)
    assert (document.language, document.organ) == ("uk", "SC")
    assert [p.id for p in document.paragraphs if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)] == [
        "pp1", "pp2", "op1", "op2", "op3", "op4"
    ]  # fmt: skip
    anchors = {(p.id, str(a.kind), str(a.value)) for p in document.paragraphs for a in p.anchors}
    assert {("pp1", "citation", "S/RES/1373(2001)"), ("pp1", "date", "2001-09-28"), ("op1", "number", "12")} <= anchors
    assert ("op3", "qualifier", "on_request") in anchors
    assert [(m.verb.concepts[0], m.kind) for m in mandates_of(document)] == [
        ("decide", "decide"), ("request", "direct"), ("call_upon", "urge"), ("remain_seized", "decide")
    ]  # fmt: skip


def test_list_marks_count_by_its_own_alphabet() -> None:
    text = UKRAINIAN.replace(
        "кожні шість місяців;", "кожні шість місяців:\n\nг) про мир;\n\nґ) про вибори;\n\nд) про відбудову;"
    )
    ids = [p.id for p in read_text(text).paragraphs if p.kind is Kind.ITEM]
    assert ids == ["op2.d", "op2.e", "op2.f"]


def test_equal_versions_have_no_finding() -> None:
    assert codes_of_findings(UKRAINIAN) == []


@pytest.mark.parametrize(
    ("said", "instead", "code"),
    [
        ("25 країнам", "35 країнам", "D201"),
        ("дванадцять місяців", "десять місяців", "D201"),
        ("30 червня", "30 липня", "D202"),
        ("1373 (2001)", "1374 (2001)", "D203"),
        ("Просить Генерального", "Вітає Генерального", "D301"),
        ("Просить Генерального", "Вимагає від Генерального", "D302"),
        ("надавати на прохання", "надавати", "D305"),
        ("2. Просить Генерального секретаря подавати доповідь кожні шість місяців;\n\n", "", "D101"),
    ],
)
def test_a_change_is_found(said: str, instead: str, code: str) -> None:
    assert said in UKRAINIAN
    assert code in codes_of_findings(UKRAINIAN.replace(said, instead))


def test_it_is_exported_with_its_code() -> None:
    assert "/ukr@" in akoma_ntoso(read_text(UKRAINIAN))
    symbol = parse_symbol("S/RES/1373 (2001)")
    assert symbol is not None
    assert in_words(symbol, language("uk")) == "резолюція 1373 (2001) Ради Безпеки"
