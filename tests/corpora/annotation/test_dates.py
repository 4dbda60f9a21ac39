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
