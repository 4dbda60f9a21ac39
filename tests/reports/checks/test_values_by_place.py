"""Values are compared place by place, and in every form that they take; what one version leaves out is found.

The clauses are written for these tests; none is from a UN document.
"""

from __future__ import annotations

import pytest

from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Finding, Severity
from tests.reports.checks.test_values_differ import HEAD, SAME

from corpora.reading import read_text  # isort: skip

VALUES = ("D201", "D202", "D203", "D204")


def checked(texts: dict[str, str]) -> list[Finding]:
    pivot, *others = (read_text(HEAD[code] + text, code, f"{code}.md") for code, text in texts.items())
    return [f for f in check_versions(compare_versions(pivot, others)) if f.code in VALUES]


PLANS = {
    "fr": "d'achever le Plan 2030 et d'adopter le Plan 2040, qui guidera le Fonds jusqu'en 2040 ;",
    "en": "to complete the Plan 2030 and to adopt the Plan 2040, which will guide the Fund until 2040;",
    "es": "concluir el Plan 2030 y aprobar el Plan 2040, que orientará al Fondo hasta 2040;",
    "ru": "завершить План 2030 и принять План 2040, которым Фонд будет руководствоваться до 2040 года;",
    "ar": "إنجاز خطة 2030 واعتماد خطة 2040 التي ستوجه الصندوق حتى عام 2040؛",
    "zh": "完成2030年计划并通过2040年计划，该计划将指导基金至2040年；",
}
EXCHANGED = {
    "fr": ("Plan 2040", "Plan 2030"), "en": ("Plan 2040", "Plan 2030"), "es": ("Plan 2040", "Plan 2030"),
    "ru": ("План 2040", "План 2030"), "ar": ("خطة 2040", "خطة 2030"), "zh": ("2040年计划", "2030年计划"),
}  # fmt: skip


@pytest.mark.parametrize("code", HEAD)
def test_a_year_in_the_place_of_another_that_stands_there_too_is_found(code: str) -> None:
    assert checked(PLANS) == []
    (found,) = checked(PLANS | {code: PLANS[code].replace(*EXCHANGED[code])})
    assert (found.code, found.severity) == ("D201", Severity.CRITICAL)
    assert found.facts["outlier"] == code and len(found.groups) == 2
    assert "2030" in str(found.facts["extra"]) and "2040" in str(found.facts["missing"])


def test_two_against_two_with_exchanged_days_are_found_and_another_order_is_none() -> None:
    french = "que la phase 1 va du 1er mai 2027 au 1er juin 2027 et la phase 2 du 1er juin 2027 au 1er juillet 2027 ;"
    english = "that phase 1 runs from 1 May 2027 to 1 June 2027, and phase 2 from {} 2027 to 1 July 2027;"
    texts = {
        "fr": french,
        "en": english.format("1 June"),
        "es": "que la fase 1 irá del 1 de mayo de 2027 al 1 de junio de 2027 y la fase 2 del 1 de mayo de 2027 al 1 de julio de 2027;",
    }
    (found,) = checked(texts)
    assert found.code == "D202" and [g.versions for g in found.groups] == [("fr", "en"), ("es",)]
    both = checked(texts | {"en": english.format("1 May")})
    assert [[g.versions for g in f.groups] for f in both] == [[("en", "es"), ("fr",)]]
    turned = "de réunir 40 experts à la session 2 et 30 à la session 3 ;"
    assert checked({"fr": turned, "en": "to convene, at session 3, 30 experts, and 40 experts at session 2;"}) == []


def test_what_is_said_again_in_one_version_is_no_difference() -> None:
    assert (
        checked(
            {
                "fr": "d'affecter 300 agents, dont 50 civils ;",
                "en": "to assign 300 officers, of those 300, 50 civilians;",
            }
        )
        == []
    )


YEARS = {
    "fr": "d'approuver le budget de 2025/2026 ;", "en": "to approve the budget for 2025–2026;", "es": "aprobar el presupuesto para 2025-2026;",
    "ru": "утвердить бюджет на 2025/26 год;", "ar": "الموافقة على ميزانية الفترة 2025/2026؛", "zh": "核准2025-2026年度预算；",
}  # fmt: skip


def test_a_year_of_accounts_may_be_two_years_with_a_dash() -> None:
    assert checked(YEARS) == []
    (found,) = checked(YEARS | {"es": "aprobar el presupuesto para 2024-2025;"})
    assert found.facts["outlier"] == "es" and found.severity is Severity.CRITICAL


COMMITTEES = {
    "fr": "que le Comité 1267/1989/2253 examinera la liste ;",
    "en": "that the Committee pursuant to resolutions 1267 (1999), 1989 (2011) and 2253 (2015) shall review the list;",
    "es": "que el Comité dimanante de las resoluciones 1267 (1999), 1989 (2011) y 2253 (2015) examinará la lista;",
    "ru": "что Комитет 1267/1989/2253 рассмотрит перечень;",
    "ar": "أن تستعرض اللجنة المنشأة عملا بالقرارات 1267 (1999) و 1989 (2011) و 2253 (2015) القائمة؛",
    "zh": "1267/1989/2253委员会应审查名单；",
}


def test_a_committee_may_be_named_by_the_numbers_of_its_resolutions() -> None:
    assert checked(COMMITTEES) == []
    wrong = COMMITTEES | {"ru": "что Комитет 1276/1989/2253 рассмотрит перечень;"}
    assert {f.facts["outlier"] for f in checked(wrong)} == {"ru"}


ITSELF = {
    "fr": "que le délai visé au présent paragraphe est de 20 jours ;", "en": "that the period in this paragraph shall be 20 days;",
    "es": "que el plazo del presente párrafo será de 20 días;", "ru": "что срок, указанный в настоящем пункте, составит 20 дней;",
    "ar": "أن المدة الواردة في هذه الفقرة هي 20 يوما؛", "zh": "本段所述期限为20天；",
}  # fmt: skip
NUMBERED = {
    "fr": ("au présent paragraphe", "au paragraphe {}"), "en": ("this paragraph", "paragraph {}"), "es": ("del presente párrafo", "del párrafo {}"),
    "ru": ("настоящем пункте", "пункте {}"), "ar": ("هذه الفقرة", "الفقرة {}"), "zh": ("本段", "第{}段"),
}  # fmt: skip


@pytest.mark.parametrize("code", HEAD)
def test_the_present_paragraph_may_be_named_by_its_number(code: str) -> None:
    was, now = NUMBERED[code]
    assert was in ITSELF[code]
    assert checked(ITSELF | {code: ITSELF[code].replace(was, now.format(1))}) == []


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("June 30th 2027", "30 juin 2027"),
        ("June 30 2027", "30 juin 2027"),
        ("November 21", "21 novembre"),
        ("May 3rd", "3 mai"),
    ],
)
def test_american_dates(english: str, french: str) -> None:
    texts = {"fr": f"que le mandat expire le {french} ;", "en": f"that the mandate shall expire on {english};"}
    assert checked(texts) == []
    day = english.replace("30", "29").replace("21", "22").replace("3rd", "4th")
    assert [f.code for f in checked(texts | {"en": texts["en"].replace(english, day)})] == ["D202"]


LEFT_OUT = {
    "fraction": {
        "fr": ("que deux tiers des membres", "que des membres"), "en": ("two thirds of the members are", "the members are"), "es": ("dos tercios de los miembros forman", "los miembros forman"),
        "ru": ("две трети членов составляют", "члены составляют"), "ar": ("ثلثي الأعضاء", "الأعضاء"), "zh": ("三分之二成员", "成员"),
    },
    "money": {
        "fr": (" euros", ""), "en": (" euros", ""), "es": (" euros", ""), "ru": (" евро", ""), "ar": (" يورو", ""), "zh": ("欧元", ""),
    },
    "frequency": {
        "fr": (" semestriel", ""), "en": ("semi-annual ", ""), "es": (" semestral", ""), "ru": ("полугодовой ", ""), "ar": (" نصف سنوي", ""), "zh": ("每半年", ""),
    },
}  # fmt: skip


@pytest.mark.parametrize(("name", "code"), [(name, code) for name in LEFT_OUT for code in HEAD])
def test_a_fraction_a_currency_or_a_frequency_that_one_version_leaves_out_is_found(name: str, code: str) -> None:
    was, now = LEFT_OUT[name][code]
    assert was in SAME[name][code]
    texts = SAME[name] | {code: SAME[name][code].replace(was, now)}
    (found,) = checked(texts)
    assert found.code == "D201" and found.facts["outlier"] == code
    pair = {c: texts[c] for c in HEAD if c in (code, "en" if code == "fr" else "fr")}
    assert [f.code for f in checked(pair)] == ["D201"]


def test_half_of_a_period_is_no_fraction_and_a_section_may_be_printed_with_a_dash() -> None:
    midterm = {"es": "presentar un informe de mitad de período;", "en": "to submit a midterm report;"}
    assert checked(midterm) == []
    texts = {
        "fr": "d'appliquer la clause 6.2 de l'Accord ;", "en": "to apply section 6.2 of the Agreement;", "ar": "تطبيق البند 6-2 من الاتفاق؛",
    }  # fmt: skip
    assert checked(texts) == []
    assert [f.odd for f in checked(texts | {"ar": "تطبيق البند 6-3 من الاتفاق؛"})] != []


def test_an_anniversary_is_no_frequency() -> None:
    texts = {
        "fr": "de célébrer le trentième anniversaire ;",
        "en": "to celebrate the thirtieth anniversary;",
        "ar": "الاحتفال بالذكرى السنوية الثلاثين؛",
    }
    assert checked(texts) == []


def test_the_end_of_a_month_stands_in_the_place_of_no_quarter() -> None:
    texts = {
        "fr": "Décide que le Comité lui présentera son programme au premier trimestre de chaque année ;",
        "en": "Decides that the Committee will submit its programme to it by the end of each month;",
    }
    assert [f for f in checked(texts) if f.code == "D202"] == []
    (found,) = (
        f for f in checked(texts | {"en": "Decides that the Committee will submit its programme to it in the second quarter of each year;"})
        if f.code == "D202"
    )  # fmt: skip
    assert found.odd == "en"
