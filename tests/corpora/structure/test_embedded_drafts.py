"""Draft resolutions that a resolution recommends: ids, organ, numbers and end, in six languages. The texts are made for these tests."""

from __future__ import annotations

import pytest

from corpora.languages import languages
from corpora.mandates.extraction import mandates_of
from corpora.model import Kind, Part, Resolution
from corpora.reading import read_text
from reports.exporters.akoma_ntoso import akoma_ntoso

COUNCIL = {
    "en": ("The Economic and Social Council,", "Recommends to the General Assembly the adoption of the following draft resolution:", "Decides to remain seized of the matter."),
    "fr": ("Le Conseil économique et social,", "Recommande à l’Assemblée générale d’adopter le projet de résolution suivant :", "Décide de rester saisi de la question."),
    "es": ("El Consejo Económico y Social,", "Recomienda a la Asamblea General que apruebe el siguiente proyecto de resolución:", "Decide seguir ocupándose de la cuestión."),
    "ru": ("Экономический и Социальный Совет,", "рекомендует Генеральной Ассамблее принять следующий проект резолюции:", "постановляет продолжать заниматься этим вопросом."),
    "ar": ("إن المجلس الاقتصادي والاجتماعي،", "يوصي الجمعية العامة باعتماد مشروع القرار التالي:", "يقرر أن يبقي المسألة قيد نظره."),
    "zh": ("经济及社会理事会，", "建议大会通过以下决议草案：", "决定继续处理此案。"),
}  # fmt: skip
DRAFT = {
    "en": ("Better cooperation", "The General Assembly,", "Recalling its resolution 70/174,", "Takes note of the report;", "Requests the Secretary-General to report."),
    "fr": ("Meilleure coopération", "L’Assemblée générale,", "Rappelant sa résolution 70/174,", "Prend note du rapport;", "Prie le Secrétaire général de faire rapport."),
    "es": ("Mejor cooperación", "La Asamblea General,", "Recordando su resolución 70/174,", "Toma nota del informe;", "Pide al Secretario General que informe."),
    "ru": ("Улучшение сотрудничества", "Генеральная Ассамблея,", "ссылаясь на свою резолюцию 70/174,", "принимает к сведению доклад;", "просит Генерального секретаря доложить."),
    "ar": ("تحسين التعاون", "إن الجمعية العامة،", "إذ تشير إلى قرارها 70/174،", "تحيط علما بالتقرير؛", "تطلب إلى الأمين العام تقديم تقرير."),
    "zh": ("加强合作", "大会，", "回顾其第70/174号决议，", "表示注意到报告；", "请秘书长提出报告。"),
}  # fmt: skip
CLOSING = {
    "en": "33rd plenary meeting",
    "fr": "33e séance plénière",
    "es": "33ª sesión plenaria",
    "ru": "33-е пленарное заседание",
    "ar": "الجلسة العامة 33",
    "zh": "第33次全体会议",
}
ISO = {known.code: known.iso_639_2[0] for known in languages()}
BODY = (Kind.ORGAN, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.CONTINUATION, Kind.CLOSING)
OF_DRAFT = ["op1.draft.organ", "op1.draft.pp1", "op1.draft.op1", "op1.draft.op2"]
AKN = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><meta>'
    '<identification source="#x"><FRBRExpression><FRBRlanguage language="{iso}"/></FRBRExpression></identification></meta>'
    '<preamble><formula name="enactingFormula"><p>{formula}</p></formula></preamble><mainBody><paragraph>{number}<content><p>'
    '{act}<embeddedStructure><container name="formula"><p>{organ}</p></container><container name="r"><p>{recital}</p></container>'
    "<paragraph><num>1.</num><content><p>{one}</p></content></paragraph><paragraph><num>2.</num><content><p>{other}</p></content>"
    "</paragraph></embeddedStructure></p></content></paragraph>{more}</mainBody></statement></akomaNtoso>"
)


def _ids(resolution: Resolution) -> list[str]:
    return [p.id for p in resolution.paragraphs if p.kind in BODY]


def _text(code: str, *lines: str) -> Resolution:
    return read_text("\n\n".join(lines), code)


@pytest.mark.parametrize("code", COUNCIL)
def test_draft_has_ids_of_its_own(code: str) -> None:
    formula, act, _ = COUNCIL[code]
    title, organ, recital, one, other = DRAFT[code]
    lines = (formula, act, title, organ, recital, f"1. {one}", f"2. {other}", CLOSING[code])
    resolution = _text(code, *lines)
    assert _ids(resolution) == ["organ", "op1", *OF_DRAFT, "closing1"]
    by_id = {p.id: p for p in resolution.paragraphs}
    assert by_id["op1.draft.h1"].text == title
    assert (by_id["op1.draft.pp1"].parent, by_id["op1.draft.pp1"].part) == ("op1", Part.PREAMBLE)
    assert (by_id["op1.draft.op2"].parent, by_id["op1.draft.op2"].part) == ("op1", Part.OPERATIVE)
    assert resolution.organ == "ECOSOC"


@pytest.mark.parametrize("code", COUNCIL)
def test_resolution_goes_on_behind_the_draft(code: str) -> None:
    formula, act, last = COUNCIL[code]
    _, organ, recital, one, other = DRAFT[code]
    lines = (formula, recital, f"1. {one}", f"2. {act}", organ, recital, f"1. {one}", f"2. {other}", f"3. {last}")
    draft = [name.replace("op1.draft", "op2.draft") for name in OF_DRAFT]
    # Behind the draft's 2 a 3 may be the draft's as well: only what is told apart is.
    assert _ids(_text(code, *lines))[:4] == ["organ", "pp1", "op1", "op2"]
    lines = (*lines[:-2], f"3. {last}")
    assert _ids(_text(code, *lines)) == ["organ", "pp1", "op1", "op2", *draft[:3], "op3"]
    assert _text(code, *lines).faults == ()


@pytest.mark.parametrize("code", COUNCIL)
def test_quoted_draft_ends_with_its_quotation(code: str) -> None:
    formula, act, last = COUNCIL[code]
    _, organ, recital, one, other = DRAFT[code]
    lines = (formula, f"1. {act}", f"“{organ}", f"“{recital}", f"“1. {one}", f"“2. {other}”", f"2. {last}")
    assert _ids(_text(code, *lines)) == ["organ", "op1", *OF_DRAFT, "op2"]


@pytest.mark.parametrize("code", COUNCIL)
def test_acts_of_the_draft_are_those_of_the_organ_that_would_adopt_it(code: str) -> None:
    formula, act, last = COUNCIL[code]
    _, organ, recital, one, other = DRAFT[code]
    lines = (formula, f"1. {act}", f"“{organ}", f"“{recital}", f"“1. {one}", f"“2. {other}”", f"2. {last}")
    organs = {mandate.paragraph: mandate.organ for mandate in mandates_of(_text(code, *lines))}
    assert organs["op1.draft.op2"] == "GA"
    assert {organs["op1"], organs["op2"]} == {"ECOSOC"}


@pytest.mark.parametrize("code", COUNCIL)
def test_embedded_structure_of_akoma_ntoso(code: str) -> None:
    formula, act, last = COUNCIL[code]
    _, organ, recital, one, other = DRAFT[code]
    texts = {"formula": formula, "act": act, "organ": organ, "recital": recital, "one": one, "other": other}
    alone = read_text(AKN.format(iso=ISO[code], number="", more="", **texts), code)
    assert _ids(alone) == ["organ", "op1", *OF_DRAFT]
    assert next(p.text for p in alone.paragraphs if p.id == "op1") == act
    more = f"<paragraph><num>3.</num><content><p>{last}</p></content></paragraph>"
    numbered = read_text(AKN.format(iso=ISO[code], number="<num>2.</num>", more=more, **texts), code)
    assert _ids(numbered)[1:] == ["op2", *[name.replace("op1.draft", "op2.draft") for name in OF_DRAFT], "op3"]


def test_several_drafts_are_told_apart() -> None:
    formula, act, _ = COUNCIL["en"]
    _, organ, recital, one, other = DRAFT["en"]
    lines = (formula, act, organ, recital, f"1. {one}", organ, recital, f"1. {other}")
    draft = ["op1.draft2.organ", "op1.draft2.pp1", "op1.draft2.op1"]
    assert _ids(_text("en", *lines)) == ["organ", "op1", *OF_DRAFT[:3], *draft]


@pytest.mark.parametrize("code", COUNCIL)
def test_akoma_ntoso_embeds_the_draft_and_gives_it_back(code: str) -> None:
    formula, act, more = COUNCIL[code]
    title, organ, recital, one, other = DRAFT[code]
    lines = (formula, f"1. {act}", title, organ, recital, f"1. {one}", f"2. {other}")
    found = _text(code, *lines, organ, recital, f"1. {one}", f"2. {more}")
    xml = akoma_ntoso(found)
    assert xml.count("<embeddedStructure>") == 2 and xml.index(act) < xml.index("<embeddedStructure>") < xml.index(
        recital
    )
    again = read_text(xml, code)
    assert [(p.id, p.kind, p.text) for p in again.paragraphs] == [(p.id, p.kind, p.text) for p in found.paragraphs]


CONVERTED = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><meta>'
    '<identification source="#x"><FRBRExpression><FRBRlanguage language="{iso}"/></FRBRExpression></identification></meta><preamble>'
    '<formula name="enactingFormula"><p>{formula}</p></formula><container name="recital"><p>{recital}</p></container>{acts}</preamble>'
    "<mainBody>{rest}</mainBody></statement></akomaNtoso>"
)


@pytest.mark.parametrize("code", DRAFT)
@pytest.mark.parametrize("way", ["<p>{n}. {act}</p>", "<num>{n}.</num><p>{act}</p>", "<p><num>{n}.</num> {act}</p>"])
@pytest.mark.parametrize("in_body", [True, False])
def test_numbered_decisions_that_a_conversion_left_in_the_preamble(code: str, way: str, in_body: bool) -> None:
    _, organ, recital, one, other = DRAFT[code]
    first = f'<container name="recital">{way.format(n=1, act=one)}</container>'
    second = way.format(n=2, act=other)
    rest = f"<paragraph><num>2.</num><content><p>{other}</p></content></paragraph>" if in_body else ""
    acts = first if in_body else f'{first}<container name="recital">{second}</container>'
    xml = CONVERTED.format(iso=ISO[code], formula=organ, recital=recital, acts=acts, rest=rest)
    assert [(p.id, p.text) for p in read_text(xml, code).paragraphs] == [
        ("organ", organ), ("pp1", recital), ("op1", one), ("op2", other),
    ]  # fmt: skip
