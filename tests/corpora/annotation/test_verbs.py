"""Opening verbs: intensity, pronouns before them."""

from __future__ import annotations

import pytest

from corpora.annotation.verbs import find_verbs, opening_verb
from corpora.languages import language
from corpora.model import Kind
from tests.support.one_paragraph import STRONG, document


@pytest.mark.parametrize("code", sorted(STRONG))
def test_a_strong_form_is_strong_whatever_its_grammar(code: str) -> None:
    strong, plain = (opening_verb(text, language(code), preambular=False) for text in STRONG[code])
    assert strong and plain and (strong.intensity, plain.intensity) == (1, 0)


def test_a_pronoun_may_stand_before_a_verb() -> None:
    french = document("fr", "Se félicite du rapport et l'invite à continuer, mais prend acte de la note ;")
    assert [v.text for v in french.paragraphs[-1].verbs] == ["Se félicite", "invite", "prend acte"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Welcomes the judgments of the Dispute and Appeals Tribunals and requests a report;", ["Welcomes", "requests"]),
        ("en", "Notes the work of the Member States, and Requests a report;", ["Notes", "Requests"]),
        ("en", "Welcomes and Endorses the report;", ["Welcomes", "Endorses"]),
        ("fr", "Salue l'action du Comité Appuis et Recommande et prie le Secrétaire général de faire rapport;", ["Salue", "prie"]),
        ("es", "Acoge con beneplácito la labor de la Junta de Examen y Recomienda y pide un informe;", ["Acoge con beneplácito", "pide"]),
    ],
)  # fmt: skip
def test_a_name_of_two_parts_holds_no_act(code: str, text: str, expected: list[str]) -> None:
    found = find_verbs(text, language(code), Kind.OPERATIVE)
    assert [verb.text for verb in found] == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("es", "Condena los actos y, por consiguiente, insta encarecidamente al Gobierno a que informe;", "por consiguiente, insta encarecidamente"),
        ("fr", "Condamne les actes et, à cet égard, prie le Secrétaire général de faire rapport;", "à cet égard, prie"),
        ("en", "Condemns the acts and, in this regard, requests the Secretary-General to report;", "in this regard, requests"),
    ],
)  # fmt: skip
def test_the_comma_behind_a_conjunction_is_no_part_of_the_verb(code: str, text: str, expected: str) -> None:
    found = find_verbs(text, language(code), Kind.OPERATIVE)
    assert found[-1].text == expected
