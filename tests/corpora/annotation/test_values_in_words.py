"""Fractions, times of day, frequencies, signs, decades, great and round numbers: what six languages say is one value.

The clauses are written for these tests; none is from a UN document.
"""

from __future__ import annotations

import pytest

from corpora.annotation.anchors import anchors_of
from corpora.languages import language
from corpora.values import AnchorKind

CODES = ("en", "fr", "es", "ru", "ar", "zh")


def firm(code: str, text: str, *kinds: AnchorKind) -> list[str]:
    return [a.form for a in anchors_of(text, language(code)) if a.kind in kinds and a.firm]


SAME: dict[str, tuple[str, AnchorKind, tuple[str, ...]]] = {
    "two thirds": ("2/3", AnchorKind.FRACTION, (
        "a two-thirds majority", "à la majorité des deux tiers", "una mayoría de dos tercios", "большинством в две трети",
        "بأغلبية الثلثين", "三分之二多数")),
    "three quarters": ("3/4", AnchorKind.FRACTION, (
        "three quarters of them", "les trois quarts des postes", "las tres cuartas partes", "трех четвертей мест",
        "ثلاثة أرباع المقاعد", "四分之三席位")),
    "half": ("1/2", AnchorKind.FRACTION, (
        "half of the posts", "la moitié des postes", "la mitad de los puestos", "половину должностей", "نصف الوظائف", "一半员额")),
    "a third": ("1/3", AnchorKind.FRACTION, (
        "a one-third share", "un tiers du montant", "una tercera parte", "одну треть суммы", "ثلث المبلغ", "三分之一")),
    "a fifth": ("1/5", AnchorKind.FRACTION, (
        "one fifth of the posts", "un cinquième des postes", "una quinta parte", "одну пятую часть", "1/5 الوظائف", "五分之一")),
    "half past five": ("17:30", AnchorKind.TIME, (
        "at 5.30 p.m.", "à 17 h 30", "a las 17.30 horas", "в 17 ч. 30 м.", "الساعة الخامسة والنصف مساء", "下午5时30分")),
    "nine": ("09:00", AnchorKind.TIME, (
        "at 9 a.m.", "à 9 heures", "a las 9 de la mañana", "в 9 часов утра", "الساعة 9 صباحا", "上午九时")),
    "noon": ("12:00", AnchorKind.TIME, ("by noon", "avant midi", "al mediodía", "в полдень", "الساعة 12 ظهرا", "中午")),
    "half a year": ("P6M", AnchorKind.FREQUENCY, (
        "a semi-annual report", "un rapport semestriel", "un informe semestral", "полугодовой доклад", "تقرير نصف سنوي",
        "每半年提交")),
    "halved": ("1/2", AnchorKind.FRACTION, (
        "halving their number", "réduire de moitié", "reducir a la mitad", "вдвое сократить", "خفض عددهم إلى النصف", "人数减半")),
    "half a billion": ("500000000", AnchorKind.NUMBER, (
        "half a billion people", "un demi-milliard de personnes", "500 millones de personas", "полмиллиарда человек", "نصف بليون شخص",
        "5亿人")),
    "two years": ("P2Y", AnchorKind.FREQUENCY, (
        "biennially", "tous les deux ans", "cada dos años", "раз в два года", "كل سنتين", "每两年")),
    "below zero": ("-2", AnchorKind.PERCENTAGE, (
        "minus 2 per cent", "de moins 2 pour cent", "de menos 2 por ciento", "минус 2 процента", "ناقص 2 في المائة", "负2%")),
    "with a minus sign": ("-4", AnchorKind.NUMBER, (
        "was −4 °C", "de −4 °C", "de −4 °C", "была −4 °C", "كانت −4", "为−4度")),
    "trillions": ("4000000000000", AnchorKind.NUMBER, (
        "4 trillion", "4 000 milliards", "4 billones", "4 трлн", "4 تريليونات", "4万亿")),
    "trillions in words": ("4000000000000", AnchorKind.NUMBER, (
        "four trillion", "quatre mille milliards", "cuatro billones", "четыре триллиона", "أربعة تريليونات", "四万亿")),
    "a decade": ("1990", AnchorKind.NUMBER, (
        "in the nineties", "dans les années 90", "los años noventa", "в 90-х годах", "في التسعينات", "九十年代")),
    "a decimal point": ("3700000", AnchorKind.NUMBER, (
        "3.7 million", "3,7 millions", "3.7 millones", "3,7 миллиона", "٣٫٧ ملايين", "370万")),
    "thirty-five hundred": ("328", AnchorKind.NUMBER, (
        "three hundred and twenty-eight", "trois cent vingt-huit", "trescientos veintiocho", "триста двадцать восемь",
        "ثلاثمائة وثمانية وعشرون", "三百二十八")),
    "a roman session": ("23", AnchorKind.SESSION, (
        "its XXIII session", "sa XXIIIe session", "su XXIII período de sesiones", "свою XXIII сессию", "دورتها الثالثة والعشرين",
        "第二十三届会议")),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_what_six_languages_say_is_one_value(name: str) -> None:
    form, kind, texts = SAME[name]
    assert {code: firm(code, text, kind) for code, text in zip(CODES, texts, strict=True)} == {c: [form] for c in CODES}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "livelihoods of millions, tens of thousands, several hundred thousand"),
        ("fr", "des millions de personnes, des centaines de milliers"),
        ("es", "millones de personas, cientos de miles"),
        ("ru", "миллионам людей, сотни тысяч, тысячами"),
        ("ar", "ملايين الناس، آلاف"),
        ("zh", "千百万人，成千上万，数以万计，数百万，几十个"),
    ],
)
def test_round_words_count_nothing(code: str, text: str) -> None:
    assert firm(code, text, AnchorKind.NUMBER) == []


@pytest.mark.parametrize(
    ("code", "text", "numbers"),
    [
        ("en", "two four-year terms", ["2", "4"]),
        ("en", "three five-day sessions", ["3", "5"]),
        ("en", "twenty four-day meetings", ["20", "4"]),
        ("en", "twenty-four meetings", ["24"]),
        ("fr", "six et onze mois", ["6", "11"]),
        ("fr", "soixante et onze mois", ["71"]),
        ("fr", "quatre-vingt-dix-sept mois", ["97"]),
        ("es", "seis y once meses", ["6", "11"]),
        ("es", "treinta y seis meses", ["36"]),
        ("ru", "три пять", ["3", "5"]),
        ("ar", "خمسة وعشرون", ["25"]),
        ("zh", "三四名专家", ["3", "4"]),
        ("zh", "二三十人", ["20", "30"]),
        ("zh", "三百次会议", ["300"]),
        ("ru", "с семью государствами", ["7"]),
        ("ru", "на семью и детей", []),
        ("ru", "тридцатипятилетний срок", ["35"]),
    ],
)
def test_numbers_that_stand_side_by_side(code: str, text: str, numbers: list[str]) -> None:
    assert [a.form for a in anchors_of(text, language(code)) if a.kind is AnchorKind.NUMBER] == numbers


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "in the first half of 2024"),
        ("fr", "la première moitié de 2024, une vingt-quatrième réunion, les deux premières sessions"),
        ("es", "la segunda mitad de 2024"),
        ("ru", "в первой половине 2024 года"),
        ("ar", "النصف الأول من عام 2024، تقرير نصف سنوي"),
        ("zh", "百分之二十"),
        ("en", "to connect the other half"),
        ("fr", "relier l'autre moitié"),
        ("es", "conectar a la otra mitad"),
        ("es", "aprobado en la tercera parte del primer período de sesiones"),
        ("ru", "подключим вторую половину"),
        ("ar", "ربط النصف الآخر"),
        ("zh", "连接另一半"),
    ],
)
def test_what_is_no_fraction(code: str, text: str) -> None:
    assert firm(code, text, AnchorKind.FRACTION) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "au moins 2 pour cent, les pages 3 - 4, la COVID-19, du moins 5"),
        ("en", "pages 3 -4, COVID-19, the G-20, at least 2 per cent"),
        ("es", "al menos 2 por ciento, más o menos 5"),
        ("ru", "COVID-19, пункты 3-4"),
    ],
)
def test_what_is_no_sign(code: str, text: str) -> None:
    assert not [form for form in firm(code, text, AnchorKind.NUMBER, AnchorKind.PERCENTAGE) if form.startswith("-")]


def test_the_english_period_shares_its_half_of_the_day() -> None:
    assert firm("en", "from 3 to 4.30 p.m.", AnchorKind.TIME) == ["15:00", "16:30"]
    assert firm("en", "from 11 to 1 p.m.", AnchorKind.TIME) == ["11:00", "13:00"]
    assert firm("zh", "下午3时至4时30分", AnchorKind.TIME) == ["15:00", "16:30"]
    assert firm("ar", "الساعة 30/17", AnchorKind.TIME) == ["17:30"]


def test_hours_that_last_are_no_time_of_day() -> None:
    texts = {
        "en": "within 24 hours", "fr": "dans un délai de 24 heures", "es": "durante 24 horas", "ru": "в течение 24 часов",
        "ar": "في غضون 24 ساعة", "zh": "24小时内",
    }  # fmt: skip
    assert {code: firm(code, text, AnchorKind.TIME) for code, text in texts.items()} == {code: [] for code in texts}
