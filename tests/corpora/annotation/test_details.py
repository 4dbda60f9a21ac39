"""What tells values apart besides their figures is read in six languages. The clauses are written for these tests."""

from __future__ import annotations

import pytest

from corpora.annotation.details import details_of
from corpora.reading import read_text
from tests.support.anchors import OPENINGS
from tests.support.value_rows import SIX


def details(code: str, words: str) -> list[str]:
    document = read_text(f"{OPENINGS[code]}{words}\n", code, f"{code}.md")
    return [anchor.form for paragraph in document.paragraphs for anchor in details_of(paragraph)]


SAME = {
    "30: day": ("30 jours", "30-day period", "30 días", "30-дневный период", "30 يوما", "30天"),
    "3: year": ("trois ans", "three-year term", "tres años", "трехлетний срок", "ثلاث سنوات", "三年"),
    "1: month": ("un mois", "one month", "un mes", "один месяц", "شهر واحد", "一个月"),
    "2: month": ("deux mois", "two months", "dos meses", "два месяца", "شهرين", "两个月"),
    "200: nautical_mile": ("200 milles marins", "200 nautical miles", "200 millas marinas", "200 морских миль", "200 ميل بحري", "200海里"),
    "5000000: ton": ("5 millions de tonnes", "5 million tons", "5 millones de toneladas", "5 млн тонн", "5 ملايين طن", "500万吨"),
    "round: 10": ("dizaines de civils", "dozens of civilians", "decenas de civiles", "десятки людей", "عشرات المدنيين", "数十名平民"),
    "round: 100000": ("centaines de milliers d’hommes", "hundreds of thousands of men", "cientos de miles de hombres", "сотни тысяч людей",
                      "مئات الآلاف من الرجال", "数十万人"),
    "round: 1000000": ("des millions d’hommes", "millions of men", "millones de hombres", "миллионы людей", "ملايين الرجال", "数百万人"),
    "part: H2": ("au second semestre de 2024", "in the second half of 2024", "en el segundo semestre de 2024", "во втором полугодии 2024 года",
                 "في النصف الثاني من عام 2024", "2024年下半年"),
    "part: end": ("à la fin de l’année", "at the end of the year", "a finales del año", "в конце года", "في نهاية العام", "年底"),
    "repeated 8: bis": ("article 8 bis", "article 8 bis", "artículo 8 bis", "статья 8 бис", "المادة 8 مكررا", "第8条之二"),
    "repeated 8: ter": ("article 8 ter", "article 8 ter", "artículo 8 ter", "статья 8 тер", "المادة 8 مكررا ثانيا", "第8条之三"),
    "--03": ("en mars", "in March", "en marzo", "в марте", "في آذار/مارس", "在3月"),
    "grade: P-4": ("un poste P-4", "one P-4 post", "un puesto P-4", "одна должность С-4", "وظيفة برتبة ف-4", "1个P-4员额"),
}  # fmt: skip
NONE = {
    # A number, and no round word; a year, and no number of years; a word that is a month only with a capital, or without.
    "round": ("5 millions", "5 million", "5 millones", "5 миллионов", "5 ملايين", "500万"),
    "year": ("en 2030", "in 2030", "en 2030", "в 2030 году", "في عام 2030", "2030年"),
    "date": ("le 21 mars", "on 21 March", "el 21 de marzo", "21 марта", "في 21 آذار/مارس", "3月21日"),
    "word": ("la planète Mars", "that States may in part", "la Plaza de Mayo", "самая", "يمارس حقه", "岁月"),
    "term": ("l’examen à mi-parcours", "the mid-term review", "el examen de mitad de período", "среднесрочный обзор", "استعراض منتصف المدة", "中期审查"),
}  # fmt: skip


@pytest.mark.parametrize("form", SAME)
def test_six_languages_say_one_detail(form: str) -> None:
    found = {code: details(code, words) for code, words in zip(SIX, SAME[form], strict=True)}
    assert found == {code: [form] for code in SIX}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_detail(name: str) -> None:
    found = {code: details(code, words) for code, words in zip(SIX, NONE[name], strict=True)}
    assert found == {code: [] for code in SIX}
