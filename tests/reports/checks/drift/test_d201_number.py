"""D201: numbers."""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from corpora.values import AnchorKind
from reports.checks.runner import check_versions
from reports.checks.support.values import Located, RowValues, values_of_kinds
from reports.comparison.rows import Cell, compare_versions
from tests.support.anchors import OPENINGS
from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.one_paragraph import checked, document
from tests.support.sample import SAMPLE_TEXTS


class TestD201(VersionsCase):
    code = "D201"
    good = [pair_of(SAMPLE_TEXTS, "en")]
    failing = [
        (changed(SAMPLE_TEXTS, "en", "paragraph 103", "paragraph 113"), [code]),
        (changed(SAMPLE_TEXTS, "ru", "в пункте 103", "в пункте 105"), [code]),
        (changed(SAMPLE_TEXTS, "zh", "第103段", "第108段"), [code]),
        (changed(SAMPLE_TEXTS, "ar", "في الفقرة ١٠٣", "في الفقرة ١٠٤"), [code]),
        (changed(SAMPLE_TEXTS, "es", "párrafo 103", "párrafo 30"), [code]),
    ]  # fmt: skip


def test_a_year_of_accounts_that_one_version_lacks_is_a_finding_like_any_figure() -> None:
    texts = {"fr": "que l'exercice 2024/25 sera clos en juin ;", "en": "that the year shall be closed in June;"}
    first, second = (read_text(OPENINGS[code] + text, code, f"{code}.md") for code, text in texts.items())
    assert "D201" in {f.code for f in check_versions(compare_versions(first, [second]))}


def test_a_decade_in_the_title_of_a_report_is_ten_years() -> None:
    texts = {
        "es": "Observa el informe sobre los últimos 5 países, titulado A Decade of Work (una década de trabajo);",
        "zh": "注意到题为“下一个国家：十年工作”的报告；",
    }
    assert all("十" not in f.message("en") for f in checked(texts) if f.code == "D201")


def test_the_number_of_the_paragraph_itself_is_no_number_of_its_text() -> None:
    parts = {
        "en": ("The Security Council,\n\nRecalling the Charter,", "Calls upon States to protect school {};", "12. Requests the Secretary-General to report;"),
        "ru": ("Совет Безопасности,\n\nссылаясь на Устав,", "призывает государства защищать школу {};", "2254 (2015) 2268 (2016) 12. просит Генерального секретаря доложить;"),
    }  # fmt: skip
    documents = [
        read_text(
            "\n\n".join([head, *(f"{n}. {act.format('ABCDEFGHIJKL'[n])}" for n in range(1, 12)), last]), c, f"{c}.md"
        )
        for c, (head, act, last) in parts.items()
    ]
    found = [f for f in check_versions(compare_versions(documents[0], documents[1:])) if f.code == "D201"]
    assert all("12" not in f.message("en") for f in found)


def test_the_nought_of_a_version_number_stands_there_where_another_language_reads_one_number() -> None:
    texts = {
        "es": "Alienta a las entidades a que apliquen los indicadores del PLAN-X 2.0;",
        "ar": "يشجع الكيانات على تطبيق مؤشرات المرحلة الثانية من الخطة (PLAN-X 2.0)؛",
    }
    assert [f.message("en") for f in checked(texts) if f.code == "D201"] == []


def test_a_plan_of_ten_years_is_one_by_its_adjective_too() -> None:
    texts = {
        "en": "Notes the first 10-year plan of work of the schools;",
        "fr": "Note le premier plan de travail décennal des deux écoles ;",
        "es": "Observa el primer plan de trabajo decenal de las dos escuelas;",
        "ru": "отмечает первый десятилетний план работы школ;",
        "ar": "يلاحظ خطة العمل العشرية الأولى للمدارس؛",
        "zh": "注意到学校的第一个十年工作计划；",
    }
    assert [f.message("en") for f in checked(texts) if f.code == "D201"] == []


TWO_DECADES = {
    "fr": "Note une impasse qui dure depuis 20 ans ;",
    "en": "Notes a deadlock of two decades;",
    "es": "Observa un punto muerto que dura ya dos decenios;",
    "ru": "отмечает тупик, существующий двадцать лет;",
    "ar": "يلاحظ حالة الجمود القائمة منذ عقدين من الزمن؛",
    "zh": "注意到二十年来的僵局；",
}


def test_two_decades_are_twenty_years() -> None:
    assert [f.message("en") for f in checked(TWO_DECADES) if f.code == "D201"] == []


@pytest.mark.parametrize(("code", "years", "others"), [("fr", "20", "30"), ("ru", "двадцать", "тридцать")])
def test_two_decades_are_no_thirty_years(code: str, years: str, others: str) -> None:
    texts = TWO_DECADES | {code: TWO_DECADES[code].replace(years, others)}
    assert "D201" in {f.code for f in checked(texts)}


@pytest.mark.parametrize(
    "texts",
    [
        {
            "fr": "Note que chaque stagiaire travaille une dizaine de mois auprès d’un juge ;",
            "en": "Notes that each fellow works around 10 months with one judge;",
        },
        {
            "es": "Observa que cada becario trabaja una docena de meses con un juez;",
            "en": "Notes that each fellow works around 12 months with one judge;",
        },
        {
            "fr": "Note que plus d’une centaine de pays ont signé le pacte sur les écoles ;",
            "en": "Notes that more than 100 countries have signed the compact on schools;",
        },
        {
            "fr": "Note les travaux sur les écoles pour le XXIe siècle ;",
            "zh": "注意到21世纪学校的工作；",
        },
    ],
)
def test_about_ten_and_the_century_are_numbers(texts: dict[str, str]) -> None:
    assert [f.message("en") for f in checked(texts) if f.code == "D201"] == []


def test_a_year_that_is_lacking_was_not_exchanged_for_the_number_of_a_paragraph() -> None:
    texts = {
        "fr": "Décide que les crédits ouverts au paragraphe 1 de la résolution A et au paragraphe 1 du rapport seront financés ;",
        "en": "Decides that appropriations approved for 2031 in paragraph 1 of resolution A and in the report shall be financed;",
    }
    (found,) = [f for f in checked(texts) if f.code == "D201"]
    assert "2031" in found.message("en") and found.facts["missing"] == ""


def test_a_number_that_is_only_repeated_is_no_difference_by_itself() -> None:
    texts = {
        "en": "Notes that 12 schools have 30 teachers;",
        "ru": "отмечает, что школы имеют 30 учителей и 30 классов;",
    }
    first, second = (document(code, text) for code, text in texts.items())
    row = compare_versions(first, [second]).rows[-1]

    def numbers(cell: Cell) -> dict[str, Located]:
        return values_of_kinds(cell, AnchorKind.NUMBER)

    values = RowValues(row, numbers, lambda cell, a: a.form in numbers(cell), replaces=lambda one, other: False)
    (gap,) = values.gaps("en", "ru")
    assert gap[0] is not None and gap[0][1].form == "12" and gap[1] is None


def test_two_meetings_that_are_held_are_no_two_decades() -> None:
    texts = {
        "es": "Decide celebrar el 20º aniversario con dos mesas redondas;",
        "ar": "يقرر الاحتفال بالذكرى السنوية العاشرة بجلستين تُعقدان بالتوالي؛",
        "zh": "决定举行两次圆桌会议，纪念20周年；",
    }
    assert any("20" in f.message("en") for f in checked(texts) if f.code == "D201")


def test_two_resolutions_of_a_conference_are_no_fractions() -> None:
    texts = {
        "en": "Urges the parties to implement all resolutions, including resolutions 7/8 on schools and 8/4 on sport;",
        "ar": "يحث الأطراف على تنفيذ جميع القرارات، بما في ذلك القراران 7/8 المتعلق بالمدارس و 8/4 المتعلق بالرياضة؛",
    }
    assert [f.message("en") for f in checked(texts) if f.code == "D201"] == []


@pytest.mark.parametrize(("share", "expected"), [("17", []), ("18", ["D201"])])
def test_an_index_is_what_it_has_above_a_hundred(share: str, expected: list[str]) -> None:
    texts = {
        "fr": f"Prie la Commission d’agir si la marge dépasse {share} pour cent ;",
        "en": "Requests the Commission to act if the level exceeds 117;",
        "es": "Pide a la Comisión que actúe si el nivel supera 117;",
        "ru": "просит Комиссию принять меры, если уровень превысит 117;",
        "ar": "تطلب إلى اللجنة أن تتصرف إذا تجاوز المستوى 117؛",
        "zh": "请委员会在水平超过117时采取行动；",
    }
    assert [f.code for f in checked(texts) if f.code == "D201"] == expected


WHOLE = {
    "fr": "Se félicite que les règles aient été suivies dans 100 pour cent des cas en 2019 ;",
    "en": "Welcomes the full compliance with the rules in 2019;",
    "es": "Acoge con beneplácito el cumplimiento total de las normas en 2019;",
    "ru": "с удовлетворением отмечает полное соблюдение правил в 2019 году;",
    "ar": "ترحب بالامتثال الكامل للقواعد في عام 2019؛",
    "zh": "欢迎2019年完全遵守规则；",
}


@pytest.mark.parametrize("code", ["en", "es", "ru", "ar", "zh"])
def test_a_hundred_per_cent_may_be_said_in_a_word(code: str) -> None:
    pair = {"fr": WHOLE["fr"], code: WHOLE[code]}
    assert [f.message("en") for f in checked(pair) if f.code == "D201"] == []
    less = {**pair, "fr": WHOLE["fr"].replace("100", "90")}
    assert [f.code for f in checked(less) if f.code == "D201"] == ["D201"]


BODY = {
    "fr": "Rappelle la résolution 1540 (2004) et prie le Comité de lui présenter un rapport ;",
    "en": "Recalls resolution 1540 (2004) and requests the 1540 Committee to submit a report to it;",
    "es": "Recuerda la resolución 1540 (2004) y solicita al Comité 1540 que le presente un informe;",
    "ru": "ссылается на резолюцию 1540 (2004) и просит Комитет 1540 представить ему доклад;",
}


def test_a_body_called_by_the_number_of_a_resolution_is_no_grave_difference() -> None:
    assert {f.severity.label for f in checked(BODY) if f.code == "D201"} <= {"minor"}
    # A number that the text cites no resolution by counts something.
    uncited = {"fr": "Prie les délégués de se réunir ;", "en": "Requests the 1540 delegates to meet;",
               "es": "Solicita a los 1540 delegados que se reúnan;", "ru": "просит 1540 делегатов собраться;"}  # fmt: skip
    assert "major" in {f.severity.label for f in checked(uncited) if f.code == "D201"}


@pytest.mark.parametrize(("number", "expected"), [("27", []), ("28", ["D201"])])
def test_a_point_of_the_present_paragraph_is_the_paragraph_of_its_number(number: str, expected: list[str]) -> None:
    texts = {
        "fr": "Le Conseil de sécurité,\n\n27. Prie le Groupe :\n\na) De coordonner ses travaux ;\n\nb) De faire rapport concernant l’alinéa a) du présent paragraphe ;\n",
        "en": f"The Security Council,\n\n27. Requests the Panel:\n\n(a) To coordinate its work;\n\n(b) To report on {number}.a;\n",
    }
    documents = [read_text(text, code, f"{code}.md") for code, text in texts.items()]
    found = check_versions(compare_versions(documents[0], documents[1:]))
    assert [f.code for f in found if f.code == "D201" and f.severity.label != "minor"] == expected
