"""Numbers with the article, and figures inside names."""

from __future__ import annotations

import pytest

from corpora.annotation.anchors import anchors_of
from corpora.annotation.details import details_of
from corpora.languages import language
from tests.support.anchors import values
from tests.support.one_paragraph import document


@pytest.mark.parametrize(
    ("code", "text", "numbers"),
    [
        ("ar", "أن يقدم تقريرا في غضون أحد عشر شهرا؛", ["11"]),
        ("ar", "الشروع في جميع المشاريع الستة عشر؛", ["16"]),
        ("en", "that the COVID19 pandemic …;", []),
        ("fr", "que la maladie à coronavirus 2019 (COVID-19) …;", []),
    ],
)
def test_numbers(code: str, text: str, numbers: list[str]) -> None:
    assert values(code, text, "number") == numbers


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "entre 5,8 et 5,9 milliards de dollars ;"), ("en", "between 5.8 and $5.9 billion;"),
        ("es", "de 5,8 a 5,9 miles de millones de dólares;"), ("ru", "от 5,8 до 5,9 млрд долларов США;"),
        ("ar", "بين 5.8 و 5.9 بليون دولار؛"), ("zh", "58亿至59亿美元；"),
    ],
)  # fmt: skip
def test_the_second_of_two_numbers_says_the_unit_of_both(code: str, text: str) -> None:
    assert values(code, text, "number") == ["5800000000", "5900000000"]


def test_a_year_or_a_number_elsewhere_shares_no_unit() -> None:
    assert values("fr", "en 2020 et 5 millions ; 3 États et 20 millions ;", "number") == [
        "2020",
        "5000000",
        "3",
        "20000000",
    ]


@pytest.mark.parametrize(
    ("code", "text", "one"),
    [
        ("fr", "les deux premières sessions", "une vingt-quatrième session"), ("en", "the first two sessions", "a twenty-fourth session"),
        ("es", "los dos primeros períodos de sesiones", "un vigesimocuarto período de sesiones"),
        ("ru", "первых двух сессий", "двадцать четвертой сессии"), ("ar", "الدورتين الأوليين", "الدورة الرابعة والعشرين"), ("zh", "头两届会议", "第二十四届会议"),
    ],
)  # fmt: skip
def test_how_many_sessions_is_no_session(code: str, text: str, one: str) -> None:
    assert values(code, text, "session") == []
    assert values(code, one, "session") == ["24"]


@pytest.mark.parametrize(
    ("code", "text"), [("fr", "« Warming of 1.5 °C »"), ("es", "“Warming of 1.5 ºC”"), ("ru", "«Warming of 1.5 °C»"), ("en", "1,5 °C"), ("zh", "1.5℃")]
)  # fmt: skip
def test_degrees_have_decimals_whatever_the_mark(code: str, text: str) -> None:
    assert values(code, text, "number") == ["1.5"]


@pytest.mark.parametrize(
    ("code", "text"), [("fr", "l’indicateur 16 et le secteur 5"), ("es", "sector 5"), ("en", "ineur 16")]
)
def test_the_end_of_a_word_is_no_currency(code: str, text: str) -> None:
    assert values(code, text, "money") == []
    assert values(code, "EUR 16", "money") == ["EUR 16"]


def test_the_name_of_a_letter_behind_the_number_of_a_text_multiplies_nothing() -> None:
    assert values("ar", "الملحق رقم 53 ألف (A/72/53/Add.1)؛", "number") == ["53"]
    assert values("ar", "تقديم 53 ألف دولار؛", "number") == ["53000"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("في إطار الباب 29 ألف، إدارة الاستراتيجيات؛", ["29"]),
        ("في إطار البابين الفرعي 29 ألف والفرعي 29 باء؛", ["29", "29"]),
        ("مبلغا قدره 29 ألف دولار؛", ["29000"]),
        ("في الألفي سنة الأخيرة؛", ["2000"]),
    ],
)
def test_the_name_of_a_letter_behind_the_number_of_a_section_multiplies_nothing(text: str, numbers: list[str]) -> None:
    assert values("ar", text, "number") == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("الاستعراض العشريني للقمة؛", ["20"]), ("في الذكرى الخمسينية؛", ["50"]), ("في الثلاثينيات؛", ["1930"])],
)
def test_an_arabic_adjective_opens_with_its_number(text: str, numbers: list[str]) -> None:
    assert values("ar", text, "number") == numbers


@pytest.mark.parametrize(
    ("text", "numbers"), [("将资源再削减280万美元；", ["2800000"]), ("（减5度）；", ["-5"]), ("零下10度；", ["-10"])]
)
def test_a_sum_by_which_something_is_cut_is_not_below_zero(text: str, numbers: list[str]) -> None:
    assert values("zh", text, "number") == numbers


@pytest.mark.parametrize("code", ["fr", "es", "ru"])
def test_the_title_of_a_report_in_english_counts_as_english_does(code: str) -> None:
    assert values(code, "Reaching the Last 2.5 Billion ;", "number") == ["2500000000"]


def test_a_french_billion_stays_one() -> None:
    assert values("fr", "1,5 billion de dollars ;", "number") == ["1500000000000"]


@pytest.mark.parametrize("text", ["بالفقرتين أولا-10 وأولا-18 من التقرير؛", "بالفقرتين أولا-10 وثانيا-18 من التقرير؛"])
def test_a_paragraph_of_a_section_behind_an_arabic_and(text: str) -> None:
    assert values("ar", text, "number") == ["10", "18"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2,116, 638,700 dollars", ["2116638700"]),
        ("15, 000 dollars", ["15000"]),
        ("3,000, 200 and 5,000", ["3000", "200", "5000"]),
    ],
)
def test_a_space_that_slipped_in_behind_a_mark_that_groups(text: str, numbers: list[str]) -> None:
    assert values("en", text, "number") == numbers


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("下午3至6时；", ["15:00", "18:00"]),
        ("上午10至下午1时；", ["10:00", "13:00"]),
        ("晚7时至9时；", ["19:00", "21:00"]),
        ("下午3至6名代表；", []),
    ],
)
def test_a_chinese_period_that_says_hour_once(text: str, times: list[str]) -> None:
    assert values("zh", text, "time") == times


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("Menos 6.400.000 dólares del saldo;", ["6400000"]), ("a una temperatura de menos 5 grados;", ["-5"])],
)
def test_what_is_taken_off_a_sum_is_not_below_zero(text: str, numbers: list[str]) -> None:
    assert [a.form for a in anchors_of(text, language("es")) if a.kind == "number" and a.firm] == numbers


def test_a_line_of_a_table_may_open_with_a_number_and_the_name_of_a_letter() -> None:
    text = "29 ألف إدارة الاستراتيجيات والسياسات"
    assert [a.form for a in anchors_of(text, language("ar")) if a.kind == "number"] == ["29"]


def test_the_afternoon_is_no_noon() -> None:
    assert values("fr", "que deux tables rondes auront lieu l'après-midi du 22 novembre ;", "time") == []
    assert values("fr", "que deux tables rondes auront lieu avant midi ;", "time") == ["12:00"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "le paragraphe 3.2.2 du chapitre V ;"), ("en", "section 3.2.2 of Chapter V;"), ("es", "la sección 3.2.2 del capítulo V;"),
        ("ru", "раздел 3.2.2 главы V;"), ("ar", "بالفصل 3.2.2 من الاتفاق؛"), ("zh", "考虑到《协议》第3.2.2段；"),
    ],
)  # fmt: skip
def test_the_parts_of_a_section_are_numbers_of_their_own(code: str, text: str) -> None:
    figures = [a.form for a in anchors_of(text, language(code)) if a.firm and a.kind in ("number", "reference")]
    assert figures == ["3", "2", "2"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("火箭榴弹-7和无后坐力炮；", ["7"]), ("阿波罗-11号；", ["11"]), ("温度为-4度；", ["-4"]), ("降至-168℃；", ["-168"]),
        ("“3·23”运动；", []), ("9·11事件；", []), ("3·5万人；", ["3", "50000"]),
    ],
)  # fmt: skip
def test_a_hyphen_in_a_chinese_name_is_no_sign_and_a_day_that_is_a_name_no_number(
    text: str, numbers: list[str]
) -> None:
    assert values("zh", text, "number") == numbers


@pytest.mark.parametrize(
    ("code", "text", "every"),
    [
        ("es", "antes del fin de cada mes de enero;", "P1Y"), ("fr", "à la fin de chaque mois de janvier ;", "P1Y"),
        ("es", "al fin de cada mes;", "P1M"), ("fr", "à la fin de chaque mois ;", "P1M"),
    ],
)  # fmt: skip
def test_each_month_of_one_name_comes_once_a_year(code: str, text: str, every: str) -> None:
    assert values(code, text, "frequency") == [every]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "la fourchette de 10 à 20 pour cent ;"), ("en", "the range of 10 to 20 per cent;"), ("es", "de 10 a 20 por ciento;"),
        ("ru", "от 10 до 20 процентов;"), ("zh", "10至20%；"),
    ],
)  # fmt: skip
def test_both_ends_of_a_range_in_per_cent_are_shares(code: str, text: str) -> None:
    assert values(code, text, "percentage") == ["10", "20"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "des réunions organisées une ou deux fois par an ;"), ("en", "meetings held once or twice a year;"),
        ("es", "reuniones una o dos veces al año;"), ("ru", "совещания один или два раза в год;"), ("ar", "اجتماعات مرة أو مرتين في السنة؛"),
    ],
)  # fmt: skip
def test_once_or_twice_a_year_is_both(code: str, text: str) -> None:
    assert set(values(code, text, "frequency")) == {"P1Y", "P6M"}


def test_the_third_part_of_nothing_and_a_third_party_are_no_fractions() -> None:
    assert (
        values("es", "las partes primera y segunda y la tercera parte, por conducto de la Comisión;", "fraction") == []
    )
    assert values("es", "la tercera parte de los niños;", "fraction") == ["1/3"]
    assert values("fr", "une action engagée par un tiers ;", "fraction") == []
    assert values("fr", "réduire d’un tiers ;", "fraction") == ["1/3"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "fr",
            "Rappelle la période 2021-2030 Décennie des Nations Unies, et le début de la Décennie des Nations Unies ;",
        ),
        ("ru", "ссылается на десятилетие 2021–2030 годов и начало Десятилетия Организации Объединенных Наций;"),
        ("ar", "يشير إلى العقد 2021-2030 وبداية عقد الأمم المتحدة؛"),
    ],
)
def test_a_decade_that_is_proclaimed_counts_none_and_is_no_part_of_one(code: str, text: str) -> None:
    assert details_of(document(code, text).paragraph("op1")) == ()


def test_ten_years_that_end_are_no_end_of_the_year() -> None:
    found = details_of(document("zh", "指出荒漠化十年结束；").paragraph("op1"))
    assert [a.form for a in found] == ["10: year"]
    assert [a.form for a in details_of(document("zh", "请在2025年结束前报告；").paragraph("op1"))] == ["part: end"]


def test_per_cent_behind_a_fraction_that_may_run_from_the_right_is_no_ordinal() -> None:
    found = anchors_of("معارضة 56,67 في المائة وتأييد 43,33 في المائة في الاستفتاء؛", language("ar"))
    assert "100" not in {a.form for a in found}
    assert {"56.67", "43.33"} <= {a.form for a in found}
