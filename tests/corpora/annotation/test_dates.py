"""Dates as adopted resolutions print them: cases, glued days, months that share a year."""

from __future__ import annotations

import pytest

from tests.support.anchors import values


@pytest.mark.parametrize(
    ("code", "text", "dates"),
    [
        ("fr", "que, de septembre à décembre 2018, les actes commis …;", ["2018-09", "2018-12"]),
        ("en", "that the clashes in February and April 2021 …;", ["2021-02", "2021-04"]),
        ("es", "que los enfrentamientos de febrero y abril de 2021 …;", ["2021-02", "2021-04"]),
        ("ru", "завершить обзор к июню 2022 года;", ["2022-06"]),
        ("ru", "что столкновения в феврале и апреле 2021 года …;", ["2021-02", "2021-04"]),
        ("ar", "في شباط/فبراير ونيسان/أبريل 2021؛", ["2021-02", "2021-04"]),
        ("zh", "2018年9月至12月的行为；", ["2018-09", "2018-12"]),
        ("en", "to extend its mandate until 31January 2021;", ["2021-01-31"]),
        ("fr", "que le rapport de mai sera présenté en juin 2019;", ["2019-06"]),
    ],
)
def test_dates(code: str, text: str, dates: list[str]) -> None:
    assert values(code, text, "date") == dates


def test_of_a_list_of_dates_the_last_has_the_year() -> None:
    text = "que les réunions du 3 avril et 17 avril et du 5 mai 2022 …;"
    assert values("fr", text, "date") == ["--04-03", "--04-17", "2022-05-05"]
    assert values("fr", text.replace("du 5", "5"), "date") == ["2022-04-03", "2022-04-17", "2022-05-05"]
    assert values("zh", "2022年4月3日和4月17日至5月5日；", "date") == ["2022-04-03", "2022-04-17", "2022-05-05"]


def test_what_only_looks_like_a_day_of_a_range() -> None:
    assert values("fr", "que la résolution 2020/4 et 5 juin 2022;", "date") == ["2022-06-05"]
    assert values("en", "that paragraphs 3 and 5 of 5 June 2022 stand;", "date") == ["2022-06-05"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "les 24, 25 et 30 mars 2017"), ("en", "on 24, 25 and 30 March 2017"), ("es", "los días 24, 25 y 30 de marzo de 2017"),
        ("ru", "24, 25 и 30 марта 2017 года"), ("ar", "في 24 و 25 و 30 آذار/مارس 2017"), ("zh", "2017年3月24日、25日和30日"),
    ],
)  # fmt: skip
def test_every_day_of_a_list_has_the_month_and_year_of_the_last(code: str, text: str) -> None:
    assert sorted(values(code, text, "date")) == ["2017-03-24", "2017-03-25", "2017-03-30"]
    assert values(code, text, "number") == []


def test_a_number_before_a_date_that_is_no_day_of_the_list_stays_a_number() -> None:
    assert values("en", "annexes 31, 4 and 5 March 2017", "number") == ["31"]


WEEKDAYS = {
    "fr": "les mercredi 7 et jeudi 8 juin 2023, et les mardi 25 et mercredi 26 juillet 2023, du lundi 10 au vendredi 14 juillet 2023",
    "en": "on Wednesday, 7 June, and Thursday, 8 June 2023; and on Tuesday, 25 July, and Wednesday, 26 July 2023, from Monday, 10 July, to Friday, 14 July 2023",
    "es": "el miércoles 7 y el jueves 8 de junio y el martes 25 y el miércoles 26 de julio de 2023, del lunes 10 al viernes 14 de julio de 2023",
    "ru": "в среду, 7 июня, и четверг, 8 июня 2023 года, а также во вторник, 25 июля, и в среду, 26 июля 2023 года, с понедельника, 10 июля, по пятницу, 14 июля 2023 года",
    "ar": "يومي الأربعاء 7 حزيران/يونيه والخميس 8 حزيران/يونيه 2023؛ ويومي الثلاثاء 25 تموز/يوليه والأربعاء 26 تموز/يوليه 2023، من يوم الاثنين 10 تموز/يوليه إلى يوم الجمعة 14 تموز/يوليه 2023",
    "zh": "2023年6月7日星期三至6月8日星期四；以及2023年7月25日星期二至7月26日星期三，2023年7月10日星期一至7月14日星期五",
}  # fmt: skip


@pytest.mark.parametrize("code", WEEKDAYS)
def test_days_of_the_week_stand_beside_dates(code: str) -> None:
    text = WEEKDAYS[code]
    assert values(code, text, "date") == [
        "2023-06-07",
        "2023-06-08",
        "2023-07-25",
        "2023-07-26",
        "2023-07-10",
        "2023-07-14",
    ]
    assert values(code, text, "number") == []


def test_a_month_with_its_year_gives_it_to_the_day_behind_it() -> None:
    assert values("zh", "2022年4月、7月20日和8月4日至6日的事件；", "date")[:3] == [
        "2022-04",
        "2022-07-20",
        "2022-08-04",
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "la session de mars/avril 2022 ;"),
        ("en", "the session in March/April 2022;"),
        ("es", "el período de sesiones de marzo/abril de 2022;"),
        ("ru", "сессия в марте/апреле 2022 года;"),
    ],
)
def test_months_that_a_stroke_joins_share_their_year(code: str, text: str) -> None:
    assert values(code, text, "date") == ["2022-03", "2022-04"]


@pytest.mark.parametrize(
    ("code", "named", "days"),
    [
        ("fr", "l’application du paragraphe 11 au 31 mars 2023 ;", "les réunions du 11 au 31 mars 2023 ;"),
        ("en", "the implementation of paragraph 11 to 31 March 2023;", "the meetings from 11 to 31 March 2023;"),
        ("es", "la aplicación del párrafo 11 al 31 de marzo de 2023;", "las reuniones del 11 al 31 de marzo de 2023;"),
    ],
)
def test_the_number_of_a_paragraph_before_a_date_is_no_day(code: str, named: str, days: str) -> None:
    assert values(code, named, "date") == ["2023-03-31"]
    assert values(code, days, "date") == ["2023-03-11", "2023-03-31"]
