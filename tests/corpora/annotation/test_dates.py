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
