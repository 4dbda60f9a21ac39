"""A version whose value cannot be right is named, also where five others agree with it. The clauses are written for these tests."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest

from corpora.resources.council_numbers import can_be, spans_of_years
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Finding
from tests.reports.checks.test_values_differ import HEAD
from training.council_numbers import spans

from corpora.reading import read_text  # isort: skip


def checked(texts: dict[str, str], *codes: str, last: dict[str, str] | None = None) -> list[Finding]:
    pivot, *others = (read_text(HEAD[c] + text + (last or {}).get(c, ""), c, f"{c}.md") for c, text in texts.items())
    return [f for f in check_versions(compare_versions(pivot, others)) if f.code in codes]


ENDS = {
    "fr": "que le mandat prendra fin le {} ;", "en": "that the mandate shall end on {};", "es": "que el mandato terminará el {};",
    "ru": "что мандат истекает {};", "ar": "أن تنتهي الولاية في {}؛", "zh": "任务于{}结束；",
}  # fmt: skip
DAYS = {
    "fr": "{} novembre 2027", "en": "{} November 2027", "es": "{} de noviembre de 2027", "ru": "{} ноября 2027 года",
    "ar": "{} تشرين الثاني/نوفمبر 2027", "zh": "2027年11月{}日",
}  # fmt: skip


def ends(**day: int) -> dict[str, str]:
    return {c: ENDS[c].format(DAYS[c].format(day.get(c, day["others"]))) for c in HEAD}


@pytest.mark.parametrize("code", HEAD)
def test_a_day_that_does_not_exist_is_wrong_in_one_version_and_in_five(code: str) -> None:
    (one,) = checked(ends(others=30, **{code: 31}), "D202")
    assert one.odd == code and "no such day" in one.message("en") and one.confidence >= 0.95
    (five,) = checked(ends(others=31, **{code: 30}), "D202")
    assert five.odd != code and "no such day" in five.message("en") and "n'existe pas" in five.message("fr")
    assert {len(g.versions) for g in five.groups} == {1, 5} and five.facts["others"] == (code,)
    assert five.notes[0].facts["outlier"] == tuple(c for c in HEAD if c != code)
    assert "no such day" not in checked(ends(others=29, **{code: 30}), "D202")[0].message("en")


@pytest.mark.parametrize("code", HEAD)
def test_days_that_only_differ_are_all_possible(code: str) -> None:
    (found,) = checked(ends(others=12, **{code: 21}), "D202")
    assert found.odd == code and found.notes == ()


@pytest.mark.parametrize(
    ("wrong", "found"), [("15 تموز/يونيه 2027", True), ("15 حزيران/يوليه 2027", True), ("16 تموز/يوليه 2027", False)]
)
def test_two_months_in_one_date_are_wrong(wrong: str, found: bool) -> None:
    texts = {
        "ar": ENDS["ar"].format(wrong),
        "en": ENDS["en"].format("15 July 2027"),
        "fr": ENDS["fr"].format("15 juillet 2027"),
    }
    (finding,) = checked(texts, "D202")
    assert finding.odd == "ar" and ("Two months" in finding.message("en")) is found


TWO_MONTHS = {
    "fr": "30 novembre décembre 2027", "en": "30 November/December 2027", "es": "30 de noviembre de diciembre de 2027",
    "ru": "30 ноября декабря 2027 года", "ar": "30 تشرين الثاني/ديسمبر 2027", "zh": "2027年11月12月30日",
}  # fmt: skip


@pytest.mark.parametrize("code", HEAD)
def test_two_months_side_by_side_are_wrong_in_every_language(code: str) -> None:
    texts = ends(others=30) | {code: ENDS[code].format(TWO_MONTHS[code])}
    (found,) = checked(texts, "D202")
    assert found.odd == code and "Two months" in found.message("en") and "deux mois" in found.message("fr").lower()


CITED = {
    "fr": "d'appliquer la résolution {} ;", "en": "to apply resolution {};", "es": "aplicar la resolución {};",
    "ru": "применять резолюцию {};", "ar": "تطبيق القرار {}؛", "zh": "执行第{}号决议；",
}  # fmt: skip


@pytest.mark.parametrize("code", HEAD)
def test_a_number_and_a_year_that_cannot_belong_together_are_wrong_against_five(code: str) -> None:
    texts = {c: CITED[c].format("2161 (2014)" if c == code else "2161 (2015)") for c in HEAD}
    (found,) = checked(texts, "D203")
    assert found.odd != code and "no resolution 2161 of 2015" in found.message("en")
    (other,) = checked({c: CITED[c].format("1989 (2001)" if c == code else "1989 (2011)") for c in HEAD}, "D203")
    assert other.odd == code and "1989" in other.notes[0].facts.values() and len(other.notes) == 1  # type: ignore[operator]


def test_numbers_of_the_council_by_year() -> None:
    assert can_be(2161, 2014) and can_be(1989, 2011) and can_be(1373, 2001) and can_be(2768, 2025)
    assert not can_be(2161, 2015) and not can_be(1989, 2001) and not can_be(2161, 2013)
    years = sorted(spans_of_years().items())
    assert all(a[1][1] < b[1][0] for a, b in itertools.pairwise(years)) and all(a <= b for _, (a, b) in years)


def test_the_table_is_learned_from_citations_that_agree() -> None:
    votes = {
        10: Counter({1990: 5}),
        11: Counter({1991: 2}),
        12: Counter({1991: 9}),
        13: Counter({1980: 4}),
        14: Counter({1991: 5, 1992: 5}),
        15: Counter({1992: 3}),
    }
    assert spans(votes) == {1990: (10, 10), 1991: (12, 12), 1992: (15, 15)}


ABOVE = {
    "fr": "de maintenir la liste visée au paragraphe {} ci-dessus ;", "en": "to maintain the list in paragraph {} above;",
    "es": "mantener la lista indicada en el párrafo {} supra;", "ru": "сохранить перечень, указанный в пункте {} выше;",
    "ar": "الإبقاء على القائمة الواردة في الفقرة {} أعلاه؛", "zh": "保留上文第{}段所述名单；",
}  # fmt: skip


@pytest.mark.parametrize("code", HEAD)
@pytest.mark.parametrize(("number", "said"), [(1, "refer to itself"), (7, "ends with paragraph 2")])
def test_a_paragraph_that_cannot_be_meant_is_named_in_every_language(code: str, number: int, said: str) -> None:
    second = {c: "\n\n" + HEAD[c].replace("1", "2").split("\n\n")[1] + text for c, text in ends(others=30).items()}
    texts = {c: ABOVE[c].format(number if c == code else 2) + second[c] for c in HEAD}
    (found,) = checked(texts, "D201")
    assert said in found.message("en") and code in {
        c for g in found.groups if str(number) in g.says for c in g.versions
    }


def test_a_paragraph_that_refers_to_itself_or_beyond_the_end_is_wrong_against_two() -> None:
    second = {c: HEAD[c].replace("1", "2").split("\n\n")[1] for c in HEAD}
    first = {"fr": "d'établir une liste ;\n\n", "en": "to establish a list;\n\n", "es": "establecer una lista;\n\n"}

    def texts(**number: int) -> dict[str, str]:
        return {c: first[c] + second[c] + ABOVE[c].format(number.get(c, number["others"])) for c in first}

    (itself,) = checked(texts(others=2, es=1), "D201")
    assert itself.odd in ("fr", "en") and "refer to itself" in itself.message("en")
    (beyond,) = checked(texts(others=9, es=1), "D201")
    assert beyond.odd in ("fr", "en") and "ends with paragraph 2" in beyond.message("en")
    (one,) = checked(texts(others=1, es=2), "D201")
    assert one.odd == "es" and "à lui-même" in one.message("fr")


ADOPTED = {
    "fr": "Résolution 2999 (2027)\n\nAdoptée par le Conseil de sécurité à sa 9990e séance, le 15 juillet 2027\n\n",
    "en": "Resolution 2999 (2027)\n\nAdopted by the Security Council at its 9990th meeting, on 15 July 2027\n\n",
    "es": "Resolución 2999 (2027)\n\nAprobada por el Consejo de Seguridad en su 9990ª sesión, celebrada el 15 de julio de 2027\n\n",
    "ru": "Резолюция 2999 (2027),\n\nпринятая Советом Безопасности на его 9990-м заседании 15 июля 2027 года\n\n",
    "ar": "القرار 2999 (2027)\n\nالذي اتخذه مجلس الأمن في جلسته 9990، المعقودة في 15 تموز/يوليه 2027\n\n",
    "zh": "第2999(2027)号决议\n\n2027年7月15日安全理事会第9990次会议通过\n\n",
}
TERMS = {
    "fr": "15 juillet {}", "en": "15 July {}", "es": "15 de julio de {}", "ru": "15 июля {} года", "ar": "15 تموز/يوليه {}", "zh": "{}年7月15日",
}  # fmt: skip


@pytest.mark.parametrize("code", HEAD)
def test_a_term_that_ends_on_the_day_of_adoption_is_wrong_against_one_and_against_five(code: str) -> None:
    def found(**year: int) -> Finding:
        said = {c: ENDS[c].format(TERMS[c].format(year.get(c, year["others"]))) for c in HEAD}
        pivot, *others = (read_text(ADOPTED[c] + HEAD[c] + said[c], c, f"{c}.md") for c in HEAD)
        (finding,) = [f for f in check_versions(compare_versions(pivot, others)) if f.code == "D202"]
        return finding

    assert found(others=2028, **{code: 2027}).odd == code
    against_five = found(others=2027, **{code: 2028})
    assert against_five.odd != code and "day of adoption" in against_five.message("en")


ACRONYMS = {
    "fr": ("de renforcer la MINUSTAN ;", "Prie la {} d'aider la police, et prie la MINUSTAN de former les juges."),
    "en": ("to reinforce MINUSTAN;", "Requests {} to assist the police, and requests MINUSTAN to train judges."),
    "es": ("reforzar la MINUSTAN;", "Solicita a la {} que ayude a la policía, y solicita a la MINUSTAN que forme a los jueces."),
    "ru": ("укрепить МООНСТАН;", "просит {} помочь полиции и просит МООНСТАН обучать судей."),
}  # fmt: skip


@pytest.mark.parametrize("code", ACRONYMS)
@pytest.mark.parametrize(
    ("latin", "cyrillic"), [("MINUTSAN", "МООНТСАН"), ("MINUSTN", "МООНСТН"), ("MINUSTAM", "МООНСТАМ")]
)
def test_an_acronym_one_letter_off_its_other_occurrences_is_found(code: str, latin: str, cyrillic: str) -> None:
    def texts(odd: str | None) -> dict[str, str]:
        right = {c: "МООНСТАН" if c == "ru" else "MINUSTAN" for c in ACRONYMS}
        wrong = right | ({odd: cyrillic if odd == "ru" else latin} if odd else {})
        return {c: f"{first}\n\n2. {second.format(wrong[c])}\n" for c, (first, second) in ACRONYMS.items()}

    assert checked(texts(None), "D207") == []
    (found,) = [f for f in checked(texts(code), "D207") if f.sentence == "D207.letter"]
    assert found.odd == code and (cyrillic if code == "ru" else latin) in found.message("en")


def test_two_missions_whose_names_are_alike_are_two_missions() -> None:
    texts = {
        "fr": "que la MINUSMA aidera la MINUSCA, la MINUSMA restant en place ;",
        "en": "that MINUSMA shall assist MINUSCA, MINUSMA remaining in place;",
    }
    assert [f for f in checked(texts, "D207") if f.sentence == "D207.letter"] == []
