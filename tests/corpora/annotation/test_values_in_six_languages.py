"""What six languages say in their own way has one value."""

from __future__ import annotations

import pytest

from tests.support.anchors import OPENINGS, values

SAME = {
    "two dates of one month": (["2022-06-03", "2022-06-05"], "date", [
        "du 3 au 5 juin 2022", "from 3 to 5 June 2022", "del 3 al 5 de junio de 2022", "3–5 июня 2022 года",
        "من 3 إلى 5 حزيران/يونيه 2022", "2022年6月3日至5日"]),
    "two days as Chinese joins them": (["2020-10-28", "2020-10-29"], "date", [
        "les 28 et 29 octobre 2020", "28 and 29 October 2020", "28 y 29 de octubre de 2020", "28–29 октября 2020 года",
        "28 و 29 تشرين الأول/أكتوبر 2020", "2020年10月28至29日"]),
    "two months of one year": (["2022-06-30", "2022-07-05"], "date", [
        "du 30 juin au 5 juillet 2022", "from 30 June to 5 July 2022", "del 30 de junio al 5 de julio de 2022",
        "с 30 июня по 5 июля 2022 года", "من 30 حزيران/يونيه إلى 5 تموز/يوليه 2022", "2022年6月30日至7月5日"]),
    "the turn of a year": (["2021-12-30", "2022-01-05"], "date", [
        "du 30 décembre au 5 janvier 2022", "from 30 December to 5 January 2022", "del 30 de diciembre al 5 de enero de 2022",
        "с 30 декабря по 5 января 2022 года", "من 30 كانون الأول/ديسمبر إلى 5 كانون الثاني/يناير 2022", "2021年12月30日至1月5日"]),
    "large numbers in words": (["2500000"], "number", [
        "deux millions cinq cent mille", "two million five hundred thousand", "dos millones quinientos mil",
        "два миллиона пятьсот тысяч", "مليونان وخمسمائة ألف", "二百五十万"]),
    "thousands of millions": (["2000000000"], "number", [
        "deux milliards", "two billion", "dos mil millones", "два миллиарда", "ملياران", "二十亿"]),
    "hundreds": (["328"], "number", [
        "trois cent vingt-huit", "three hundred and twenty-eight", "trescientos veintiocho", "триста двадцать восемь",
        "ثلاثمائة وثمانية وعشرون", "三百二十八"]),
    "years of accounts": (["2024/25"], "number", [
        "l'exercice 2024/25", "the financial year 2024/25", "el ejercicio 2024/25", "финансовый год 2024/25",
        "السنة المالية 2024/2025", "2024/25财政年度"]),
    "a decision with such a number": (["E/RES/2024/25"], "citation", [
        "sa résolution 2024/25", "its resolution 2024/25", "su resolución 2024/25", "свою резолюцию 2024/25",
        "قرارها 2024/25", "第2024/25号决议"]),
    "letters of resolutions": (["A/RES/56/24M"], "citation", [
        "sa résolution 56/24 M", "its resolution 56/24 M", "su resolución 56/24 M", "свою резолюцию 56/24 М",
        "قرارها 56/24 ميم", "第56/24 M号决议"]),
    "emergency special sessions by symbol": (["A/RES/ES-11/1"], "citation", [
        "la résolution ES-11/1", "resolution ES-11/1", "la resolución ES-11/1", "резолюции ES-11/1", "القرار دإط-11/1", "第ES-11/1号决议"]),
    "emergency special sessions": (["10"], "session", [
        "sa dixième session extraordinaire d'urgence", "its tenth emergency special session",
        "su décimo período extraordinario de sesiones de emergencia", "свою десятую чрезвычайную специальную сессию",
        "دورتها الاستثنائية الطارئة العاشرة", "第十届紧急特别会议"]),
    "points of paragraphs": (["4"], "reference", [
        "paragraphe 4 b) ii)", "paragraph 4 (b) (ii)", "párrafo 4 b) ii)", "пункт 4 b) ii)", "الفقرة 4 (ب) ‘2’", "第4(b)㈡段"]),
    "substances": ([], "number", [
        "2,4,6-trinitrotoluène", "2,4,6-Trinitrotoluene", "2,4,6-trinitrotolueno", "2,4,6-тринитротолуол", "2,4,6-ثلاثي نترو التولوين",
        "2,4,6-硝基甲苯炸药"]),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_what_six_languages_say_in_their_own_way_has_one_value(name: str) -> None:
    wanted, kind, texts = SAME[name]
    found = {code: values(code, f"{text}.", kind) for code, text in zip(OPENINGS, texts, strict=True)}
    assert found == dict.fromkeys(OPENINGS, wanted)
