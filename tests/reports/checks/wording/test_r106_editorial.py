"""R106: what differs in the letter only. Specimens, not UN documents."""

from __future__ import annotations

from reports.findings.model import Severity
from tests.support.check_case import RelatedCase, renewed

TEXT = """Le Conseil de sécurité,

Rappelant le rapport du Secrétaire général sur la protection des civils,

1. Décide que les mesures imposées par la présente résolution s'appliquent à la fourniture de vivres ;

2. Autorise le Comité à inscrire sur la liste toutes les personnes qui préparent et commettent de tels actes ;

3. Décide que le Comité peut dans tous les cas inscrire 500 personnes d'ici à 2012 ;
"""


class TestR106(RelatedCase):
    code = "R106"
    good = [{"earlier": TEXT, "later": TEXT}]
    failing = [
        (
            renewed(TEXT, "Rappelant le rapport du Secrétaire général", "Rappelant le rapport du Secretaire general"),
            [code],
        ),
        (renewed(TEXT, "toutes les personnes qui préparent", "toutes les personnes, qui préparent"), [code]),
    ]

    def test_a_word_that_turns_the_sense_is_never_editorial(self) -> None:
        for was, now in (
            ("préparent et", "préparent ou"),
            ("s'appliquent à", "ne s'appliquent pas à"),
            ("peut", "doit"),
        ):
            assert "R106" not in [f.code for f in self.findings(renewed(TEXT, was, now))]

    def test_only_typography_is_neutral(self) -> None:
        (found,) = self.findings(
            renewed(TEXT, "toutes les personnes qui préparent", "toutes les personnes, qui préparent")
        )
        assert found.severity is Severity.NEUTRAL
