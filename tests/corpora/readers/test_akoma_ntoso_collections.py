"""Akoma Ntoso with several resolutions, and with decisions that a conversion left in the preamble. The texts are made for these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.errors import SeveralResolutionsError
from corpora.languages import languages
from corpora.model import Kind
from corpora.reading import read_resolution, read_resolutions, read_text

TEXTS = {
    "en": ("The General Assembly,", "Recalling the Charter,", "Requests States to cooperate;", "Decides to meet.", "Decides:"),
    "fr": ("L’Assemblée générale,", "Rappelant la Charte,", "Prie les États de coopérer ;", "Décide de se réunir.", "Décide :"),
    "es": ("La Asamblea General,", "Recordando la Carta,", "Solicita a los Estados que cooperen;", "Decide reunirse.", "Decide:"),
    "ru": ("Генеральная Ассамблея,", "ссылаясь на Устав,", "просит государства сотрудничать;", "постановляет собраться.", "постановляет:"),
    "ar": ("إن الجمعية العامة،", "إذ تشير إلى الميثاق،", "تطلب إلى الدول أن تتعاون؛", "تقرر أن تجتمع.", "تقرر ما يلي:"),
    "zh": ("大会，", "回顾《宪章》，", "请各国合作；", "决定开会。", "决定："),
}  # fmt: skip
ISO = {known.code: known.iso_639_2[0] for known in languages()}
META = (
    '<meta><identification source="#x"><FRBRExpression><FRBRlanguage language="{iso}"/></FRBRExpression></identification></meta>'
    "<preface><p><docNumber>{number}</docNumber></p></preface>"
)
ROOT = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">{}</akomaNtoso>'


def _statement(code: str, number: str, preamble: str, body: str) -> str:
    meta = META.format(iso=ISO[code], number=number)
    formula = f'<formula name="enactingFormula"><p>{TEXTS[code][0]}</p></formula>'
    return f'<statement name="resolution">{meta}<preamble>{formula}{preamble}</preamble><mainBody>{body}</mainBody></statement>'


def _numbered(number: int, text: str) -> str:
    return f"<paragraph><num>{number}.</num><content><p>{text}</p></content></paragraph>"


def _collection(code: str) -> str:
    _, recital, one, other, _ = TEXTS[code]
    preamble = f"<container><p>{recital}</p></container>"
    parts = [_statement(code, letter, preamble, _numbered(1, one) + _numbered(2, other)) for letter in "AB"]
    components = "".join(f"<component>{part}</component>" for part in parts)
    collection = f"<documentCollection>{META.format(iso=ISO[code], number='90/1.')}</documentCollection>"
    return ROOT.format(f"{collection}<components>{components}</components>")


@pytest.mark.parametrize("code", TEXTS)
def test_collection_holds_resolutions_with_letters(code: str, tmp_path: Path) -> None:
    file = tmp_path / "collection.xml"
    file.write_text(_collection(code), encoding="utf-8")
    found = read_resolutions(file)
    assert [resolution.symbol for resolution in found] == ["A/RES/90/1A", "A/RES/90/1B"]
    for resolution in found:
        main_part = [p.id for p in resolution.paragraphs if p.kind.is_main]
        assert main_part == ["pp1", "op1", "op2"]
    with pytest.raises(SeveralResolutionsError, match="holds 2 resolutions") as error:
        read_resolution(file)
    assert error.value.symbols == ("A/RES/90/1A", "A/RES/90/1B")
    assert read_resolution(Path(f"{file}#A/RES/90/1B")).symbol == "A/RES/90/1B"


@pytest.mark.parametrize("code", TEXTS)
def test_numbered_decisions_left_in_the_preamble_are_operative(code: str) -> None:
    _, _, one, other, decides = TEXTS[code]
    items = f"<item><num>1.</num><p>{one}</p></item><item><num>2.</num><p>{other}</p></item>"
    preamble = f"<container><blockList><listIntroduction>{decides}</listIntroduction>{items}</blockList></container>"
    source = ROOT.format(_statement(code, "90/2.", preamble, _numbered(3, one)))
    resolution = read_text(source, code)
    assert [p.id for p in resolution.paragraphs if p.kind is Kind.OPERATIVE] == ["op1", "op2", "op3"]
    assert [p.number for p in resolution.paragraphs if p.kind is Kind.OPERATIVE] == ["1", "2", "3"]
    assert resolution.symbol == "A/RES/90/2"


@pytest.mark.parametrize("code", TEXTS)
def test_numbers_of_a_recital_stay_with_it_where_the_body_begins_anew(code: str) -> None:
    _, recital, one, other, _ = TEXTS[code]
    items = f"<item><num>1.</num><p>{one}</p></item><item><num>2.</num><p>{other}</p></item>"
    preamble = f"<container><blockList><listIntroduction>{recital}</listIntroduction>{items}</blockList></container>"
    resolution = read_text(ROOT.format(_statement(code, "90/2.", preamble, _numbered(1, other))), code)
    assert [p.id for p in resolution.paragraphs if p.kind.is_main] == ["pp1", "op1"]


RECOMMENDS = {
    "en": ("The Economic and Social Council", "Recommends to the General Assembly the adoption of the following draft resolution:"),
    "fr": ("Le Conseil économique et social", "Recommande à l’Assemblée générale d’adopter le projet de résolution ci-après :"),
    "es": ("El Consejo Económico y Social", "Recomienda a la Asamblea General que apruebe el siguiente proyecto de resolución:"),
    "ru": ("Экономический и Социальный Совет", "рекомендует Генеральной Ассамблее принять следующий проект резолюции:"),
    "ar": ("إن المجلس الاقتصادي والاجتماعي", "يوصي بأن تعتمد الجمعية العامة مشروع القرار التالي:"),
    "zh": ("经济及社会理事会", "建议大会通过以下决议草案："),
}  # fmt: skip


@pytest.mark.parametrize("drafts", [1, 2])
@pytest.mark.parametrize("code", TEXTS)
def test_a_draft_beside_the_body_that_recommends_it(code: str, drafts: int, tmp_path: Path) -> None:
    _, recital, one, other, _ = TEXTS[code]
    organ, recommends = RECOMMENDS[code]
    draft = _statement(code, "", f"<container><p>{recital}</p></container>", _numbered(1, one) + _numbered(2, other))
    whole = (
        f'<statement name="resolution">{META.format(iso=ISO[code], number="E/RES/2031/21")}'
        f'<preamble><formula name="enactingFormula"><p>{organ}</p></formula></preamble>'
        f"<mainBody><paragraph><content><p>{recommends}</p></content></paragraph></mainBody>"
        f"<components>{drafts * f'<component>{draft}</component>'}</components></statement>"
    )
    file = tmp_path / "draft.xml"
    file.write_text(ROOT.format(whole), encoding="utf-8")
    found = read_resolution(file)
    assert (found.symbol, found.organ) == ("E/RES/2031/21", "ECOSOC")
    names = ["op1.draft", "op1.draft2"][:drafts]
    below = [f"{name}.{part}" for name in names for part in ("organ", "pp1", "op1", "op2")]
    assert [p.id for p in found.paragraphs if p.kind is not Kind.SYMBOL] == ["organ", "op1", *below]
