"""Declarations: paragraphs by number, and the acts of those who say "we". The texts are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.annotation.declared import declared_verbs
from corpora.annotation.verbs import main_concept
from corpora.errors import NoResolutionError
from corpora.languages import language
from corpora.model import Kind, Resolution
from corpora.reading import read_text
from tests.failing_kinds.texts import LANGUAGES, written
from tests.support.command_line import run

SYMBOL = "E/2031/L.61"
TEXTS = {
    "fr": (
        "Déclaration ministérielle sur les ponts", "I. Progrès accomplis",
        "1. Nous, ministres, nous sommes réunis à New York du 3 au 5 juin 2031.",
        "2. Nous réaffirmons également notre attachement aux ponts. Nous demandons aux États d’entretenir les leurs.",
        "3. Nous reconnaissons que 40 ponts ont été réparés.", "II. Mesures à prendre",
        "4. Nous nous engageons à réparer 60 ponts.", "5. Nous nous félicitons de l’offre de la Ruritanie.",
    ),
    "en": (
        "Ministerial declaration on bridges", "I. Progress made",
        "1. We, the Ministers, met in New York from 3 to 5 June 2031.",
        "2. We also reaffirm our commitment to bridges. We call upon States to keep theirs in repair.",
        "3. We recognize that 40 bridges have been repaired.", "II. Measures to be taken",
        "4. We commit to repair 60 bridges.", "5. We welcome the offer of Ruritania.",
    ),
    "es": (
        "Declaración ministerial sobre los puentes", "I. Progresos realizados",
        "1. Nosotros, los ministros, celebramos nuestra reunión en Nueva York del 3 al 5 de junio de 2031.",
        "2. Reafirmamos también nuestro compromiso con los puentes. Exhortamos a los Estados a que reparen los suyos.",
        "3. Reconocemos que se han reparado 40 puentes.", "II. Medidas que deben adoptarse",
        "4. Nos comprometemos a reparar 60 puentes.", "5. Acogemos con beneplácito el ofrecimiento de Ruritania.",
    ),
    "ru": (
        "Декларация министров о мостах", "I. Достигнутый прогресс",
        "1. Мы, министры, собрались в Нью-Йорке 3–5 июня 2031 года.",
        "2. Мы вновь подтверждаем нашу приверженность мостам. Мы призываем государства ремонтировать свои мосты.",
        "3. Мы признаем, что отремонтировано 40 мостов.", "II. Меры, подлежащие принятию",
        "4. Мы обязуемся отремонтировать 60 мостов.", "5. Мы приветствуем предложение Руритании.",
    ),
    "ar": (
        "الإعلان الوزاري بشأن الجسور", "أولا - التقدم المحرز",
        "1 - نحن الوزراء، اجتمعنا في نيويورك في الفترة من 3 إلى 5 حزيران/يونيه 2031.",
        "2 - نؤكد من جديد التزامنا بالجسور. ونهيب بالدول أن تصلح جسورها.",
        "3 - نسلم بأن 40 جسرا قد تم إصلاحها.", "ثانيا - التدابير التي يتعين اتخاذها",
        "4 - نتعهد بإصلاح 60 جسرا.", "5 - نرحب بعرض روريتانيا.",
    ),
    "zh": (
        "关于桥梁的部长宣言", "一. 取得的进展",
        "1. 我们部长于2031年6月3日至5日在纽约举行了会议。",
        "2. 我们重申对桥梁的承诺。我们吁请各国修缮本国的桥梁。",
        "3. 我们确认已经修复了40座桥梁。", "二. 要采取的措施",
        "4. 我们承诺修复60座桥梁。", "5. 我们欢迎鲁里坦尼亚的提议。",
    ),
}  # fmt: skip
ACTS = {"op2": "reaffirm", "op3": "recognize", "op4": "commit", "op5": "welcome"}


def _read(code: str) -> Resolution:
    return read_text("\n\n".join((SYMBOL, *TEXTS[code])), code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_declaration_is_read_by_its_numbers_and_acts(code: str) -> None:
    found = _read(code)
    assert (found.symbol, found.title) == (SYMBOL, TEXTS[code][0])
    shown = [(p.id, p.kind) for p in found.paragraphs if p.kind in (Kind.HEADING, Kind.OPERATIVE)]
    acts = [(f"op{n}", Kind.OPERATIVE) for n in range(1, 6)]
    assert shown == [("h1", Kind.HEADING), *acts[:3], ("h2", Kind.HEADING), *acts[3:]]
    assert {p.id: main_concept(p.verb).id for p in found.paragraphs if p.id in ACTS and p.verb} == ACTS


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_later_sentence_declares_too_and_verbs_stand_at_their_words(code: str) -> None:
    paragraph = _read(code).paragraph("op2")
    first, second = paragraph.verbs
    for verb in (first, second):
        assert paragraph.text[verb.span.start : verb.span.end] == verb.text
    assert {"call_upon", "call_for"} & set(second.concepts)
    assert second.span.start > paragraph.text.index("." if code != "zh" else "。")


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_of_others_are_no_acts(code: str) -> None:
    said = {"fr": "Le Secrétaire général réaffirme son appel.", "en": "The Secretary-General reaffirms his appeal.", "es": "El Secretario General reafirma su llamamiento.", "ru": "Генеральный секретарь вновь подтверждает свой призыв.", "ar": "أكد الأمين العام من جديد نداءه.", "zh": "秘书长重申其呼吁。"}  # fmt: skip
    assert declared_verbs(said[code], language(code)) == ()


def test_a_letter_that_says_we_once_is_no_declaration() -> None:
    lines = (
        "We welcome the offer of Ruritania.",
        *["The bridge over the river was closed to all traffic for some time."] * 3,
    )
    with pytest.raises(NoResolutionError):
        read_text("\n\n".join(lines), "en")


@pytest.mark.slow
def test_versions_of_a_declaration_are_checked_like_others(tmp_path: Path) -> None:
    french = written((SYMBOL, *TEXTS["fr"]), tmp_path / "fr.txt")
    lines = [line.replace("60", "70").replace("We commit to", "We are invited to") for line in TEXTS["en"]]
    shown = run("check", french, written((SYMBOL, *lines), tmp_path / "en.txt"), "--all")
    assert "D201" in shown and "par. 4" in shown.replace("para.", "par.")
