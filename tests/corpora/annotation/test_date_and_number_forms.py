"""Forms met in adopted resolutions: cases, glued days, months that share a year, numbers with the article."""

from __future__ import annotations

import pytest

from corpora.annotation.polarity import negations
from corpora.languages import language
from corpora.reading import read_text
from reports.checks.drift.d305_qualifier import hinted
from reports.checks.runner import check_versions
from reports.comparison.rows import Cell, compare_versions

OPENINGS = {
    "fr": "Le Conseil de sécurité,\n\n1. *Décide* ",
    "en": "The Security Council,\n\n1. *Decides* ",
    "es": "El Consejo de Seguridad,\n\n1. *Decide* ",
    "ru": "Совет Безопасности,\n\n1. *постановляет* ",
    "ar": "إن مجلس الأمن،\n\n1 - يقرر ",
    "zh": "安全理事会，\n\n1. 决定",
}


def values(code: str, text: str, kind: str) -> list[str]:
    paragraph = read_text(OPENINGS[code] + text, code, "x.md").paragraph("op1")
    return [a.form for a in paragraph.anchors if a.kind == kind]


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


def test_a_year_of_accounts_that_one_version_lacks_is_a_finding_like_any_figure() -> None:
    texts = {"fr": "que l'exercice 2024/25 sera clos en juin ;", "en": "that the year shall be closed in June;"}
    first, second = (read_text(OPENINGS[code] + text, code, f"{code}.md") for code, text in texts.items())
    assert "D201" in {f.code for f in check_versions(compare_versions(first, [second]))}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("8 and 9 September 2021", "4 and 5 September 2021"),
        ("8 and 9 September 2021", "8 and 9 September 2020"),
        ("8 and 9 September", "8 and 10 September"),
        ("8 and", "7 and"),
        (" of 8 and 9 September 2021", ""),
    ],
)
def test_a_period_that_differs_is_one_finding(was: str, now: str) -> None:
    french = read_text(OPENINGS["fr"] + "que les réunions des 8 et 9 septembre 2021 sont closes ;", "fr", "fr.md")
    text = OPENINGS["en"] + "that the meetings of 8 and 9 September 2021 are closed;"
    findings = check_versions(compare_versions(french, [read_text(text.replace(was, now), "en", "en.md")]))
    assert [f.code for f in findings] == ["D202"]


def test_a_word_behind_a_symbol_is_no_letter_of_it() -> None:
    assert values("ru", "принять резолюции 45/55 и 46/36 с поправками;", "citation") == ["A/RES/45/55", "A/RES/46/36"]
    assert values("ar", "القرار 46/36 عن الموضوع؛", "citation") == ["A/RES/46/36"]


@pytest.mark.parametrize(
    "text", ["打击有罪不罚现象；", "处理业绩不佳问题；", "支持最不发达国家；", "毫不拖延地提交报告；", "清除未爆弹药；"]
)
def test_what_negates_nothing_in_chinese(text: str) -> None:
    assert negations(text, language("zh")) == ()


def test_of_a_list_of_dates_the_last_has_the_year() -> None:
    text = "que les réunions du 3 avril et 17 avril et du 5 mai 2022 …;"
    assert values("fr", text, "date") == ["--04-03", "--04-17", "2022-05-05"]
    assert values("fr", text.replace("du 5", "5"), "date") == ["2022-04-03", "2022-04-17", "2022-05-05"]
    assert values("zh", "2022年4月3日和4月17日至5月5日；", "date") == ["2022-04-03", "2022-04-17", "2022-05-05"]


def test_what_only_looks_like_a_day_of_a_range() -> None:
    assert values("fr", "que la résolution 2020/4 et 5 juin 2022;", "date") == ["2022-06-05"]
    assert values("en", "that paragraphs 3 and 5 of 5 June 2022 stand;", "date") == ["2022-06-05"]


def test_the_adoption_line_is_no_recital() -> None:
    text = "Adopted by the Security Council on 27 April 2021\n\nThe Security Council,\n\n*Recalling* its resolutions,\n\n1. *Decides* to remain seized.\n"
    document = read_text(text, "en", "x.md")
    below = read_text(
        text.replace("Adopted by the Security Council on 27 April 2021\n\n", "").replace(
            "Council,\n\n", "Council,\n\nAdopted by the Security Council on 27 April 2021\n\n*\n\n", 1
        ),
        "en",
        "x.md",
    )
    for found in (document, below):
        assert [p.id for p in found.paragraphs if p.id.startswith(("pp", "op"))] == ["pp1", "op1"]
        assert any(str(p.kind) == "adoption" for p in found.paragraphs)


@pytest.mark.parametrize(
    ("code", "text", "value", "expected"),
    [
        ("en", "provide assistance when the State so requests in writing;", "on_request", True),
        ("en", "provide assistance to States;", "on_request", False),
        ("fr", "que ceux qui le souhaitent peuvent rentrer;", "voluntary", True),
        ("zh", "在接获会员国申请时提供援助；", "on_request", True),
    ],
)
def test_hints_of_a_qualifier_leave_the_verbs_out(code: str, text: str, value: str, expected: bool) -> None:
    document = read_text(OPENINGS[code] + text, code, "x.md")
    assert hinted(Cell(document, (document.paragraph("op1"),)), value) is expected


def test_a_verb_of_request_is_no_hint() -> None:
    document = read_text("The Council,\n\n1. *Requests* the Secretary-General to provide assistance;\n", "en", "x.md")
    assert not hinted(Cell(document, (document.paragraph("op1"),)), "on_request")


@pytest.mark.parametrize(
    ("code", "text", "numbers"),
    [
        ("en", "established in paragraphs 19 above and 28 (a) and 29 below", ["19", "28", "29"]),
        ("fr", "visées aux paragraphes 28 a) et 29 i) ci-dessus, et 20 soldats", ["28", "29"]),
        ("es", "los párrafos 5 a), 6 supra y 7", ["5", "6", "7"]),
        ("ru", "в пунктах 19 выше и 28 ниже", ["19", "28"]),
        ("ar", "في الفقرات 19 (أ) إلى 21 أعلاه و 28 أدناه", ["19", "21", "28"]),
    ],
)
def test_references_with_letters_and_places(code: str, text: str, numbers: list[str]) -> None:
    assert values(code, text, "reference") == numbers
