"""Where a document begins and what its symbol is, in six languages. The texts are made for these tests."""

from __future__ import annotations

import pytest

from corpora.errors import InputError
from corpora.languages import language
from corpora.model import Kind, Resolution
from corpora.readers import document_from_text
from corpora.reading import read_text
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.compilations import split_compilation
from corpora.structure.symbol_headings import heading_symbol

COUNCIL = {
    "en": ("Resolution 2999 (2031)", "The Security Council,", "Noting the report,", "Decides to meet again."),
    "fr": ("Résolution 2999 (2031)", "Le Conseil de sécurité,", "Notant le rapport,", "Décide de se réunir à nouveau."),
    "es": ("Resolución 2999 (2031)", "El Consejo de Seguridad,", "Observando el informe,", "Decide volver a reunirse."),
    "ru": ("Резолюция 2999 (2031)", "Совет Безопасности,", "отмечая доклад,", "постановляет собраться вновь."),
    "ar": ("القرار 2999 (2031)", "إن مجلس الأمن،", "إذ يلاحظ التقرير،", "يقرر أن يجتمع مجددا."),
    "zh": ("第2999(2031)号决议", "安全理事会，", "注意到报告，", "决定再次开会。"),
}
ASSEMBLY = {
    "en": ("The General Assembly,", "Recalling the report,", "Takes note of the report;", "Decides to meet again."),
    "fr": (
        "L’Assemblée générale,",
        "Rappelant le rapport,",
        "Prend note du rapport;",
        "Décide de se réunir à nouveau.",
    ),
    "es": ("La Asamblea General,", "Recordando el informe,", "Toma nota del informe;", "Decide volver a reunirse."),
    "ru": ("Генеральная Ассамблея,", "ссылаясь на доклад,", "принимает к сведению доклад;", "постановляет собраться."),
    "ar": ("إن الجمعية العامة،", "إذ تشير إلى التقرير،", "تحيط علما بالتقرير؛", "تقرر أن تجتمع مجددا."),
    "zh": ("大会，", "回顾报告，", "表示注意到报告；", "决定再次开会。"),
}
PROVENANCE = {
    "en": "[on the report of the Third Committee (A/90/17)]",
    "fr": "[sur le rapport de la Troisième Commission (A/90/17)]",
    "es": "[sobre la base del informe de la Tercera Comisión (A/90/17)]",
    "ru": "[по докладу Третьего комитета (A/90/17)]",
    "ar": "[بناء على تقرير اللجنة الثالثة (A/90/17)]",
    "zh": "[根据第三委员会的报告(A/90/17)通过]",
}
HEADING = {
    "en": "90/302. Support to Security Council resolution 2863 (2029)",
    "fr": "90/302. Appui à la résolution 2863 (2029) du Conseil de sécurité",
    "es": "90/302. Apoyo a la resolución 2863 (2029) del Consejo de Seguridad",
    "ru": "90/302. Поддержка резолюции 2863 (2029) Совета Безопасности",
    "ar": "90/302 - دعم قرار مجلس الأمن 2863 (2029)",
    "zh": "90/302. 支持安全理事会第2863(2029)号决议",
}
PARTS = ("258 B. Title", "258 B. Titre", "258 B. Título", "258 В. Название", "258 باء - العنوان", "258 B. 标题")


def _assembly(code: str, *head: str) -> Resolution:
    formula, recital, first, second = ASSEMBLY[code]
    return read_text("\n\n".join([*head, formula, recital, f"1. {first}", f"2. {second}"]), code)


@pytest.mark.parametrize("code", COUNCIL)
def test_masthead_and_heading_of_one_symbol_are_one_resolution(code: str) -> None:
    heading, formula, recital, act = COUNCIL[code]
    source = "\n\n".join(["S/RES/2999 (2031)", "24.1.2031", heading, formula, recital, act])
    parts = split_compilation(document_from_text("text", source), DocumentFacts(language(code)))
    assert len(parts) == 1
    resolution = read_text(source, code)
    assert resolution.symbol == "S/RES/2999(2031)"
    assert [p.id for p in resolution.paragraphs if p.kind is Kind.OPERATIVE] == ["op1"]


@pytest.mark.parametrize("code", COUNCIL)
def test_two_resolutions_with_mastheads_stay_two(code: str) -> None:
    heading, formula, recital, act = COUNCIL[code]
    one = ["S/RES/2999 (2031)", heading, formula, recital, act]
    other = [line.replace("2999", "3000") for line in one]
    parts = split_compilation(document_from_text("text", "\n\n".join(one + other)), DocumentFacts(language(code)))
    assert [part.symbol for part in parts] == ["S/RES/2999(2031)", "S/RES/3000(2031)"]


@pytest.mark.parametrize("code", ASSEMBLY)
def test_symbol_comes_from_the_heading_and_not_from_what_it_cites(code: str) -> None:
    resolution = _assembly(code, PROVENANCE[code], HEADING[code])
    assert resolution.symbol == "A/RES/90/302"
    assert resolution.title == HEADING[code]
    start = resolution.source.index("[")
    assert any(aside.span.start == start and aside.reason == "masthead" for aside in resolution.set_aside)


@pytest.mark.parametrize("code", ASSEMBLY)
def test_title_may_be_of_any_length(code: str) -> None:
    title = HEADING[code] + ": " + " ".join([HEADING[code][8:]] * 6)
    assert len(title) > 160
    assert _assembly(code, title).symbol == "A/RES/90/302"


@pytest.mark.parametrize(("code", "rest"), list(zip(ASSEMBLY, PARTS, strict=True)))
def test_letter_belongs_to_the_symbol(code: str, rest: str) -> None:
    resolution = _assembly(code, f"72/{rest}")
    assert resolution.symbol == "A/RES/72/258B"
    assert resolution.title == f"72/{rest}"


@pytest.mark.parametrize("code", ASSEMBLY)
def test_masthead_line_with_other_words_states_the_symbol(code: str) -> None:
    names = {"en": "United Nations", "fr": "Nations Unies", "es": "Naciones Unidas"}
    names |= {"ru": "Организация Объединенных Наций", "ar": "الأمم المتحدة", "zh": "联合国"}
    resolution = _assembly(code, f"{names[code]} A/RES/90/302 B", HEADING[code][7:].strip())
    assert resolution.symbol == "A/RES/90/302B"
    assert resolution.title == HEADING[code][7:].strip()


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("56/1 A new era", "A/RES/56/1"),
        ("A/RES/64/69A-B", "A/RES/64/69A-B"),
        ("Follow-up to resolution 56/1", None),
        ("S/RES/1373 (2001)", "S/RES/1373(2001)"),
        ("2 (1946). Resolution of 30 January 1946", "S/RES/2(1946)"),
    ],
)
def test_heading_symbol_is_what_a_line_begins_with(text: str, symbol: str | None) -> None:
    assert heading_symbol(text, language("en")) == symbol


OLD = {
    "en": ("{} (1946). Resolution of 4 April 1946", "The Security Council,", "Noting the statements,", "Requests the parties to confer."),
    "fr": ("{} (1946). Résolution du 4 avril 1946", "Le Conseil de sécurité,", "Notant les déclarations,", "Prie les parties de se consulter."),
    "es": ("{} (1946). Resolución de 4 de abril de 1946", "El Consejo de Seguridad,", "Observando las declaraciones,", "Pide a las partes que se consulten."),
    "ru": ("{} (1946). Резолюция от 4 апреля 1946 года", "Совет Безопасности,", "отмечая заявления,", "просит стороны провести консультации."),
    "ar": ("{} (1946). القرار المؤرخ 4 نيسان/أبريل 1946", "إن مجلس الأمن،", "إذ يلاحظ البيانات،", "يطلب إلى الطرفين أن يتشاورا."),
    "zh": ("{} (1946). 1946年4月4日决议", "安全理事会，", "注意到各项声明，", "请当事各方进行协商。"),
}  # fmt: skip


@pytest.mark.parametrize("code", OLD)
def test_volumes_before_1964_hold_several_resolutions(code: str) -> None:
    heading, *body = OLD[code]
    lines = [heading.format(2), *body, heading.format(3), "[S/3378]", *body]
    facts = DocumentFacts(language(code))
    parts = split_compilation(document_from_text("text", "\n\n".join(lines)), facts)
    assert [part.symbol for part in parts] == ["S/RES/2(1946)", "S/RES/3(1946)"]


def test_a_text_without_a_resolution_is_still_refused() -> None:
    with pytest.raises(InputError, match="no resolution found"):
        read_text("90/302. A title\n\nA line of no resolution at all.", "en")
