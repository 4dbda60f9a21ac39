"""What is operative, and how it is numbered, in six languages. The texts are made for these tests."""

from __future__ import annotations

import pytest

from corpora.languages import languages
from corpora.model import Kind, Resolution
from corpora.reading import read_text
from corpora.text.numbering import letter, parse_number

BODY = {
    "en": ("The Economic and Social Council,", "Noting the report,", "Approves the new Centre.", "Annex", "51st plenary meeting"),
    "fr": ("Le Conseil économique et social,", "Notant le rapport,", "Approuve le nouveau Centre.", "Annexe", "51e séance plénière"),
    "es": ("El Consejo Económico y Social,", "Observando el informe,", "Aprueba el nuevo Centro.", "Anexo", "51ª sesión plenaria"),
    "ru": ("Экономический и Социальный Совет,", "отмечая доклад,", "утверждает новый Центр.", "Приложение", "51-е пленарное заседание"),
    "ar": ("إن المجلس الاقتصادي والاجتماعي،", "إذ يلاحظ التقرير،", "يوافق على المركز الجديد.", "المرفق", "الجلسة العامة 51"),
    "zh": ("经济及社会理事会，", "注意到报告，", "核准新的中心。", "附件", "第51次全体会议"),
}  # fmt: skip
ACTS = {
    "en": ("Invites States to cooperate;", "Requests the Secretary-General to report;"),
    "fr": ("Invite les États à coopérer;", "Prie le Secrétaire général de faire rapport;"),
    "es": ("Invita a los Estados a cooperar;", "Pide al Secretario General que informe;"),
    "ru": ("предлагает государствам сотрудничать;", "просит Генерального секретаря доложить;"),
    "ar": ("يدعو الدول إلى التعاون؛", "يطلب إلى الأمين العام تقديم تقرير؛"),
    "zh": ("邀请各国合作；", "请秘书长提出报告；"),
}
REPEATS = {
    "en": ("1 bis. ", "1 ter. "),
    "fr": ("1 bis. ", "1 ter. "),
    "es": ("1 bis. ", "1 ter. "),
    "ru": ("1 бис. ", "1-тер. "),
    "ar": ("1 مكررا - ", "1 مكررا ثانيا - "),
    "zh": ("1之二、", "1之三、"),
}
AKN = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><meta>'
    '<identification source="#x"><FRBRExpression><FRBRlanguage language="{iso}"/></FRBRExpression></identification></meta>'
    "<preamble><container><p>{formula}</p></container><container><p>{recital}</p></container></preamble>"
    "<mainBody>{body}</mainBody></statement></akomaNtoso>"
)
ISO = {known.code: known.iso_639_2[0] for known in languages()}


def _ids(resolution: Resolution, *kinds: Kind) -> list[str]:
    return [p.id for p in resolution.paragraphs if p.kind in kinds]


def _read(code: str, *lines: str) -> Resolution:
    return read_text("\n\n".join([*BODY[code][:2], *lines]), code)


def _paragraph(text: str, number: str = "") -> str:
    return f"<paragraph>{number and f'<num>{number}</num>'}<content><p>{text}</p></content></paragraph>"


@pytest.mark.parametrize("code", BODY)
def test_single_act_stays_operative_where_the_annex_is_numbered(code: str) -> None:
    _, _, act, annex, meeting = BODY[code]
    one, other = ACTS[code]
    resolution = _read(code, act, meeting, annex, f"1. {one}", f"2. {other}")
    main = [Kind.PREAMBULAR, Kind.OPERATIVE, Kind.CLOSING]
    assert _ids(resolution, *main) == ["pp1", "op1", "closing1", "annex.1.op1", "annex.1.op2"]


@pytest.mark.parametrize("code", BODY)
def test_what_stands_below_a_marked_up_preamble_is_operative(code: str) -> None:
    formula, recital, act, annex, _ = BODY[code]
    text = f"{act[:-1]} – {act}"  # no verb that the data know need open it
    body = _paragraph(f"X {text}") + _paragraph(annex) + _paragraph(act, "1.")
    resolution = read_text(AKN.format(iso=ISO[code], formula=formula, recital=recital, body=body), code)
    assert _ids(resolution, Kind.PREAMBULAR, Kind.OPERATIVE)[:2] == ["pp1", "op1"]


def test_chinese_points_below_a_letter_are_points() -> None:
    one, other = ACTS["zh"]
    resolution = _read("zh", "建议如下：", "(a) 鼓励各国：", f"㈠ {one}", f"㈡ {other}", f"(b) {one}")
    assert _ids(resolution, Kind.OPERATIVE) == ["op1"]
    assert _ids(resolution, Kind.ITEM) == ["op1.a", "op1.a.i", "op1.a.ii", "op1.b"]


def test_chinese_points_below_an_act_without_a_number_are_points() -> None:
    one, other = ACTS["zh"]
    resolution = _read("zh", "建议如下：", f"（一）{one}", f"（二）{other}")
    assert _ids(resolution, Kind.OPERATIVE, Kind.ITEM) == ["op1", "op1.i", "op1.ii"]


def test_bracketed_chinese_numerals_may_count_the_acts() -> None:
    one, other = ACTS["zh"]
    resolution = _read("zh", f"（一）{one}", f"（二）{other}")
    assert _ids(resolution, Kind.OPERATIVE, Kind.ITEM) == ["op1", "op2"]


def test_arabic_lists_count_by_all_28_letters() -> None:
    one, _ = ACTS["ar"]
    points = [f"({mark}) {one}" for mark in "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"]
    resolution = _read("ar", "1 - يطلب إلى الأمين العام:", *points)
    assert _ids(resolution, Kind.ITEM) == [f"op1.{letter(value)}" for value in range(1, 29)]
    assert _ids(resolution, Kind.CONTINUATION) == []


@pytest.mark.parametrize("code", ACTS)
def test_a_number_may_stand_again(code: str) -> None:
    one, other = ACTS[code]
    bis, ter = REPEATS[code]
    resolution = _read(code, f"1. {one}", f"{bis}{other}", f"{ter}{one}", f"2. {other}")
    assert _ids(resolution, Kind.OPERATIVE, Kind.CONTINUATION) == ["op1", "op1bis", "op1ter", "op2"]
    acts = [p for p in resolution.paragraphs if p.kind is Kind.OPERATIVE]
    assert all(p.verb is not None for p in acts)
    assert [p.text for p in acts] == [one, other, one, other]
    assert resolution.faults == ()


@pytest.mark.parametrize("code", ACTS)
def test_square_brackets_do_not_hide_a_number(code: str) -> None:
    one, other = ACTS[code]
    resolution = _read(code, f"[1. {one}]", f"[2.] {other}", f"[3]. {one}")
    assert _ids(resolution, Kind.OPERATIVE, Kind.CONTINUATION) == ["op1", "op2", "op3"]
    acts = [p for p in resolution.paragraphs if p.kind is Kind.OPERATIVE]
    assert [p.text for p in acts] == [f"[{one}]", other, one]
    assert all(p.verb is not None for p in acts)


def test_points_may_stand_again() -> None:
    resolution = _read("en", "1. Requests States:", "(a) To meet;", "(a bis) To report;", "[(b) To confer;]")
    assert _ids(resolution, Kind.ITEM) == ["op1.a", "op1.abis", "op1.b"]


@pytest.mark.parametrize("text", ["[...] Decides", "[1999] was a year", "12 terms of office", "a bison)", "[Requests"])
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert parse_number(text, None) is None
