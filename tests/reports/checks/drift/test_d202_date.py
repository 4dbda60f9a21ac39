"""D202: dates and periods that differ."""

from __future__ import annotations

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks import check_of
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Severity
from tests.support.anchors import OPENINGS
from tests.support.check_case import VersionsCase, changed
from tests.support.one_paragraph import checked
from tests.support.sample import SAMPLE_TEXTS


class TestD202(VersionsCase):
    code = "D202"
    good = [
        changed(SAMPLE_TEXTS, "es", "12 de septiembre de 2001, en la que", "12 de setiembre de 2001, en la que"),
        changed(SAMPLE_TEXTS, "ru", "2001 года, в которой Ассамблея решительно", "2001 г., в которой Ассамблея решительно"),
    ]  # fmt: skip
    failing = [
        (changed(SAMPLE_TEXTS, "en", "12 November 2001", "13 November 2001"), [code]),
        (changed(SAMPLE_TEXTS, "es", "19 de diciembre", "19 de noviembre"), [code]),
        (changed(SAMPLE_TEXTS, "ru", "24 декабря 2001", "24 декабря 2000"), [code]),
        (changed(SAMPLE_TEXTS, "ar", "٣١ كانون الثاني/يناير", "٣١ آذار/مارس"), [code]),
        (changed(SAMPLE_TEXTS, "zh", "2001年9月28日", "2001年9月29日"), [code]),
    ]  # fmt: skip


def test_a_recital_weighs_less_than_an_operative_paragraph(sample: dict[str, Resolution]) -> None:
    changed = read_text(sample["en"].source.replace("19 December 2001", "18 December 2001"), "en", "en.md")
    (finding,) = check_versions(compare_versions(sample["fr"], [changed]))
    assert finding.severity is Severity.MAJOR
    assert check_of("D202").severity is Severity.CRITICAL  # type: ignore[union-attr]


def test_one_of_two_equal_dates_that_was_changed(sample: dict[str, Resolution]) -> None:
    french = "Le Conseil de sécurité,\n\n1. *Décide* de proroger jusqu'au 15 novembre 2021 le mandat de la Force et décide de proroger jusqu'au 15 novembre 2021 ses tâches.\n"
    english = "The Security Council,\n\n1. *Decides* to extend until 15 November 2021 the mandate of the Force and decides to extend until 15 November 2021 its tasks.\n"
    for now, expected in (("14 November 2021", [("D202", Severity.CRITICAL)]), ("15 November 2021", [])):
        changed = english.replace("until 15 November 2021 its", f"until {now} its")
        found = check_versions(compare_versions(read_text(french, "fr", "fr.md"), [read_text(changed, "en", "en.md")]))
        assert [(f.code, f.severity) for f in found] == expected


def test_the_first_of_another_year_is_another_date() -> None:
    french = "Le Conseil de sécurité,\n\n1. *Prie* le Groupe de lui présenter un rapport le 1er février 2022 puis le 1er août 2022.\n"
    english = (
        "The Security Council,\n\n1. *Requests* the Group to submit a report on 1 February 2022 and on 1 August 2021.\n"
    )
    found = check_versions(compare_versions(read_text(french, "fr", "fr.md"), [read_text(english, "en", "en.md")]))
    assert [f.code for f in found] == ["D202"] and "1 August 2021" in found[0].message("en")


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


MOVEMENT = {
    "fr": "Demande le rapatriement des combattants de l’ex-M23 ;",
    "en": "Demands the repatriation of the former M23 combatants;",
    "es": "Exige la repatriación de los combatientes del antiguo M23;",
    "ru": "требует репатриации бывших комбатантов Движения 23 марта (М23);",
    "ar": "يطالب بإعادة مقاتلي حركة 23 مارس السابقين؛",
    "zh": "要求遣返前3.23运动的战斗人员；",
}


def test_a_movement_named_for_a_day_states_no_date_and_no_number() -> None:
    assert [f.message("en") for f in checked(MOVEMENT) if f.code in ("D201", "D202")] == []
    other = checked(MOVEMENT | {"ar": "يطالب بإعادة مقاتلي حركة 25 مارس السابقين؛"})
    assert [f.code for f in other if f.code == "D202"] == ["D202"]
