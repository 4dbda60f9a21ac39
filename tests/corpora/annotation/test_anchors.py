"""Anchors normalise across the six languages."""

from __future__ import annotations

import pytest

from corpora.annotation.anchors import anchors_of
from corpora.annotation.numerals import number_words, value_of
from corpora.languages import language


def values(text: str, code: str, kind: str) -> list[str]:
    return [a.form for a in anchors_of(text, language(code)) if a.kind == kind]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "à sa douzième session"), ("fr", "à sa 12e session"), ("en", "at its twelfth session"), ("en", "at its 12th session"),
        ("es", "en su 12º período de sesiones"), ("es", "en su duodécimo período de sesiones"), ("ru", "на ее двенадцатой сессии"),
        ("ru", "на ее 12-й сессии"), ("ar", "في دورتها الثانية عشرة"), ("ar", "في الدورة ١٢"), ("zh", "第十二届会议"), ("zh", "第12届会议"),
    ],
)  # fmt: skip
def test_sessions(code: str, text: str) -> None:
    assert values(text, code, "session") == ["12"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "soixante-seizième session"), ("en", "seventy-sixth session"), ("es", "septuagésimo sexto período de sesiones"),
        ("ru", "семьдесят шестой сессии"), ("ar", "دورتها السادسة والسبعين"), ("zh", "第七十六届会议"),
    ],
)  # fmt: skip
def test_sessions_of_two_words(code: str, text: str) -> None:
    assert values(text, code, "session") == ["76"]


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "le 12 septembre 2001", "2001-09-12"), ("fr", "le 1er août 1999", "1999-08-01"), ("en", "on 12 September 2001", "2001-09-12"),
        ("en", "September 12, 2001", "2001-09-12"), ("es", "el 12 de septiembre de 2001", "2001-09-12"), ("ru", "12 сентября 2001 года", "2001-09-12"),
        ("ar", "١٢ أيلول/سبتمبر ٢٠٠١", "2001-09-12"), ("ar", "12 سبتمبر 2001", "2001-09-12"),
        ("ar", "22 تشرين الأول/ أكتوبر 1973", "1973-10-22"), ("zh", "2001年9月12日", "2001-09-12"),
        ("fr", "en décembre 2021", "2021-12"), ("zh", "2021年12月", "2021-12"), ("fr", "le 28 septembre", "--09-28"),
    ],
)  # fmt: skip
def test_dates(code: str, text: str, value: str) -> None:
    assert values(text, code, "date") == [value]


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "la résolution 56/1 de l'Assemblée générale", "A/RES/56/1"), ("en", "A/RES/56/1", "A/RES/56/1"),
        ("fr", "la résolution 1373 (2001)", "S/RES/1373(2001)"), ("en", "S/RES/1373 (2001)", "S/RES/1373(2001)"),
        ("zh", "第1373(2001)号决议", "S/RES/1373(2001)"), ("zh", "第56/1号决议", "A/RES/56/1"), ("ar", "القرار ١٣٧٣ (٢٠٠١)", "S/RES/1373(2001)"),
        ("ru", "резолюцию 2002/19", "E/RES/2002/19"), ("fr", "résolution 217 A (III)", "217A(III)"), ("en", "resolution 57/270 B", "A/RES/57/270B"),
        ("es", "S/2020/1234", "S/2020/1234"),
    ],
)  # fmt: skip
def test_citations(code: str, text: str, value: str) -> None:
    assert values(text, code, "citation") == [value]


@pytest.mark.parametrize(("code", "text"), [("fr", "E/CN.15/2002/2 et Corr.1"), ("en", "E/CN.15/2002/2 and Corr.1"), ("ru", "E/CN.15/2002/2 и Corr.1"), ("zh", "E/CN.15/2002/2和Corr.1")])  # fmt: skip
def test_corrigenda(code: str, text: str) -> None:
    assert values(text, code, "citation") == ["E/CN.15/2002/2", "E/CN.15/2002/2/CORR.1"]


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "1 500 observateurs", "1500"), ("en", "1,500 observers", "1500"), ("es", "1.500 observadores", "1500"),
        ("ru", "1 500 наблюдателей", "1500"), ("ar", "1500 مراقب", "1500"), ("zh", "1 500名", "1500"), ("fr", "2,5 millions de dollars", "2500000"),
        ("en", "2.5 million dollars", "2500000"), ("zh", "3万人", "30000"), ("fr", "vingt et un membres", "21"), ("en", "two hundred and five", "205"),
        ("fr", "quatre-vingt-dix jours", "90"), ("ar", "626 19 فردا", "19626"), ("ar", "040 1 فردا", "1040"),
    ],
)  # fmt: skip
def test_numbers(code: str, text: str, value: str) -> None:
    assert values(text, code, "number") == [value]


def test_percentages() -> None:
    for code, text in (
        ("fr", "40 pour cent"),
        ("en", "40 per cent"),
        ("es", "el 40%"),
        ("ru", "40 процентов"),
        ("ar", "40 في المائة"),
        ("zh", "40%"),
    ):
        assert values(text, code, "percentage") == ["40"]


def test_number_in_a_name_is_no_number() -> None:
    assert values("la pandémie de COVID-19", "fr", "number") == []
    assert values("2019冠状病毒病大流行", "zh", "number") == []
    assert values("جائحة كوفيد-19", "ar", "number") == []


def test_words_that_need_not_be_a_quantity_are_not_firm() -> None:
    assert [a.firm for a in anchors_of("un rapport sur les deux organes", language("fr")) if a.kind == "number"] == [
        False,
        False,
    ]


@pytest.mark.parametrize(("code", "text"), [("fr", "au paragraphe 103"), ("en", "in paragraph 103"), ("es", "en el párrafo 103"), ("ru", "в пункте 103"), ("ar", "في الفقرة ١٠٣"), ("zh", "第103段")])  # fmt: skip
def test_references(code: str, text: str) -> None:
    assert values(text, code, "reference") == ["103"]


def test_several_paragraphs_in_one_reference() -> None:
    assert values("aux paragraphes 3, 4 et 7 ci-dessus", "fr", "reference") == ["3", "4", "7"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "apporter sur demande une assistance"), ("en", "assistance upon request"), ("es", "asistencia, previa solicitud,"),
        ("ru", "помощь по их просьбе"), ("ar", "المساعدة بناء على الطلب"), ("zh", "应请求提供技术援助"), ("fr", "s'ils le demandent"),
    ],
)  # fmt: skip
def test_qualifiers(code: str, text: str) -> None:
    assert values(text, code, "qualifier") == ["on_request"]


@pytest.mark.parametrize(
    ("code", "run", "value"),
    [
        ("fr", "soixante et onze", (71, False)), ("fr", "quatre-vingt-dix-septième", (97, True)), ("en", "forty-five", (45, False)),
        ("zh", "一百二十三", (123, False)), ("zh", "二〇〇一", (2001, False)), ("zh", "十", (10, False)), ("es", "treinta y dos", (32, False)),
    ],
)  # fmt: skip
def test_number_words(code: str, run: str, value: tuple[int, bool]) -> None:
    assert value_of(run, number_words(language(code))) == value


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Requests the African Union-United Nations Hybrid Operation in Darfur to report;"),
        ("fr", "Prie l'Opération hybride Union africaine-Nations Unies au Darfour de faire rapport;"),
        ("es", "Solicita a la Operación Híbrida Unión Africana-Naciones Unidas que informe;"),
        ("ru", "просит Смешанную операцию Африканского союза-Организации Объединенных Наций доложить;"),
    ],
)
def test_names_joined_by_a_hyphen(code: str, text: str) -> None:
    assert "african_union" in values(text, code, "name")


def test_a_hyphen_makes_another_word_of_a_short_name() -> None:
    assert not values("Welcomes the Unicef-like and unicef-led work;", "en", "name")
    assert values("Welcomes the work of UNICEF;", "en", "name")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "niveau III (NIJ 0101.06 juillet 2008)"),
        ("en", "level III (NIJ 0101.06 July 2008)"),
        ("zh", "三级(NIJ 0101.06 2008年7月)"),
        ("zh", "三级(NIJ 0101.06标准，2008年7月)"),
        ("ar", "المستوى الثالث (NIJ 0101.06 July 2008)"),
        ("es", "nivel III (NIJ 0101.06 de julio de 2008)"),
        ("ru", "уровня III (NIJ 0101.06, июль 2008 года)"),
    ],
)
def test_the_designation_of_a_standard_is_no_date(code: str, text: str) -> None:
    found = [(a.kind, a.form) for a in anchors_of(text, language(code))]
    assert ("number", "0101.06") in found and "date" not in {kind for kind, _ in found}


@pytest.mark.parametrize(
    ("code", "text", "organs"),
    [
        ("fr", "adopté par l'Assemblée mondiale de la Santé et par l'Assemblée", 1),
        ("en", "of the Assembly of States Parties and of the Assembly", 1),
        ("es", "de la Asamblea Mundial de la Salud y de la Asamblea", 1),
        ("ru", "Всемирной ассамблеей здравоохранения и Ассамблеей", 1),
        ("ar", "الجمعية الوطنية والجمعية", 1),
        ("zh", "世界卫生大会和大会", 1),
    ],
)
def test_an_assembly_of_another_body_is_not_the_general_assembly(code: str, text: str, organs: int) -> None:
    found = [a for a in anchors_of(text, language(code)) if a.form == "general_assembly"]
    assert len(found) == organs and found[0].span.start > len(text) // 2
