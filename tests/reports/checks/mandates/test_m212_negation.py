"""M212: a negation, and a word that became its contrary. Specimens, not UN documents."""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from reports.checks.runner import check_related
from reports.comparison.rows import compare_related
from tests.support.check_case import RelatedCase, Texts, renewed

TEXT = """Le Conseil de sécurité,

Rappelant le rapport du Secrétaire général sur la protection des civils,

1. Décide que les mesures imposées par la présente résolution s'appliquent à la fourniture de vivres ;

2. Autorise le Comité à inscrire sur la liste toutes les personnes qui préparent et commettent de tels actes ;

3. Décide que le Comité peut dans tous les cas inscrire 500 personnes d'ici à 2012 ;
"""


class TestM212(RelatedCase):
    code = "M212"
    good = [
        renewed(
            TEXT,
            "à la fourniture de vivres",
            "à la fourniture de vivres qui ne sont pas destinés aux combattants du Front",
        )
    ]
    failing = [
        (renewed(TEXT, "s'appliquent à", "ne s'appliquent pas à"), [code]),
        (renewed(TEXT, "la protection des civils", "l'inprotection des civils"), [code]),
    ]

    def test_good(self, good_texts: Texts) -> None:
        """A negation in a clause that was added is part of what the clause says."""
        assert [f.code for f in self.findings(good_texts)] == ["M204"]


@pytest.mark.parametrize(
    ("code", "head", "before", "after"),
    [
        ("en", "The Security Council,", "Requests the Committee to report which cases arose", "Requests the Committee to report in which cases arose"),
        ("fr", "Le Conseil de sécurité,", "Prie le Comité de dire quand y aura lieu la réunion", "Prie le Comité de dire quand il y aura lieu la réunion"),
        ("fr", "Le Conseil de sécurité,", "Prie le Comité de dire ce que trouvé le Groupe", "Prie le Comité de dire ce que a trouvé le Groupe"),
    ],
)  # fmt: skip
def test_a_word_that_turns_others_as_a_beginning_is_no_negation_by_itself(
    code: str, head: str, before: str, after: str
) -> None:
    texts = [read_text(f"{head}\n\n1. *{w.split()[0]}* {w.split(' ', 1)[1]};\n", code, n) for n, w in (("a", before), ("b", after))]  # fmt: skip
    found = check_related(compare_related(texts[0], texts[1]))
    assert found
    assert "M212" not in [f.code for f in found]
