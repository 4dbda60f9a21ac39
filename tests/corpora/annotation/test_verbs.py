"""Opening verbs: intensity, pronouns before them."""

from __future__ import annotations

import pytest

from corpora.annotation.verbs import opening_verb
from corpora.languages import language
from tests.support.one_paragraph import STRONG, document


@pytest.mark.parametrize("code", sorted(STRONG))
def test_a_strong_form_is_strong_whatever_its_grammar(code: str) -> None:
    strong, plain = (opening_verb(text, language(code), preambular=False) for text in STRONG[code])
    assert strong and plain and (strong.intensity, plain.intensity) == (1, 0)


def test_a_pronoun_may_stand_before_a_verb() -> None:
    french = document("fr", "Se félicite du rapport et l'invite à continuer, mais prend acte de la note ;")
    assert [v.text for v in french.paragraphs[-1].verbs] == ["Se félicite", "invite", "prend acte"]
