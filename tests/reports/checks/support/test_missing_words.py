"""How surely the words that a finding quotes are missing. Specimens, not UN documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.checks.support.missing_words import missing_words, with_missing_words
from reports.comparison.rows import Versions, compare_versions
from reports.findings.judged import Sort, words_of
from reports.findings.model import Finding, Group, Severity, place_of
from tests.support.one_paragraph import COMPOUND, HEAD


def six(texts: dict[str, str]) -> Versions:
    documents = [read_text(f"{HEAD[code]}\n\n1. {text}\n", code, f"{code}.md") for code, text in texts.items()]
    return compare_versions(documents[0], documents[1:])


WHOLE = {code: "".join(parts) for code, parts in COMPOUND.items()}
CLAUSES = {
    "en": ", urges the parties to respect the ceasefire",
    "es": ", insta a las partes a respetar el alto el fuego",
}


@pytest.mark.slow
@pytest.mark.parametrize("code", CLAUSES)
def test_a_clause_that_is_left_out_is_surely_missing(code: str) -> None:
    found = check_versions(six({**WHOLE, code: WHOLE[code].replace(CLAUSES[code], "")}))
    (finding,) = [f for f in found if f.code == "D103"]
    assert finding.missing is not None and finding.missing > -2 and words_of(finding) == "3"


def of_versions(versions: Versions, having: dict[str, str], lacking: tuple[str, ...]) -> Finding:
    row = versions.rows[-1]
    code, quote = next(iter(having.items()))
    cell = row.cells[code]
    place = place_of(cell.resolution, cell.first)
    groups = (*(Group((c,), said) for c, said in having.items()), Group(lacking, ""))
    return Finding("D305", Severity.MINOR, replace(place, quote=quote), None, "", {}, groups=groups)


def test_what_is_there_in_other_words_is_not_missing() -> None:
    versions = six(WHOLE)
    said = {"fr": "les parties", "en": "the parties", "es": "las partes"}
    there = missing_words(of_versions(versions, said, ("ru", "zh")), versions.rows[-1])
    assert there is not None and there < -3
    (asked,) = with_missing_words([of_versions(versions, said, ("ru", "zh"))], versions)
    assert asked.missing == there


def test_of_words_that_stand_there_twice_those_are_meant_that_are_rendered_least() -> None:
    twice = {
        "en": "Calls upon all parties to cease fire, and requests all States to cooperate;",
        "fr": "Demande à toutes les parties de cesser le feu, et prie les États de coopérer ;",
        "es": "Exhorta a todas las partes a que cesen el fuego, y solicita a todos los Estados que cooperen;",
    }
    versions = six(twice)
    of_first = missing_words(of_versions(versions, {"en": "all parties"}, ("fr",)), versions.rows[-1])
    of_any = missing_words(of_versions(versions, {"en": "all"}, ("fr",)), versions.rows[-1])
    assert of_first is not None and of_any is not None and of_any > of_first + 1


def test_words_that_do_not_stand_in_the_row_say_nothing() -> None:
    versions = six(WHOLE)
    assert missing_words(of_versions(versions, {"fr": "le Tribunal"}, ("en",)), versions.rows[-1]) is None
    value = replace(of_versions(versions, {"fr": "les parties"}, ("en",)), code="D201")
    assert next(with_missing_words([value], versions)).missing is None, "of values nothing is asked"


def test_each_step_has_the_weights_of_those_below() -> None:
    names = [set(Sort("D103", "minor", words=step).features()) for step in ("0", "1", "3")]
    assert names[0] < names[1] < names[2] and "D103.3" in names[2]
    assert "words" not in set(Sort("D103", "minor").features())
