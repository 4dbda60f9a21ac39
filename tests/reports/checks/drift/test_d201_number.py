"""D201: numbers."""

from __future__ import annotations

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from tests.support.anchors import OPENINGS
from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.one_paragraph import checked
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
