"""M212: a negation, and a word that became its contrary. Specimens, not UN documents."""

from __future__ import annotations

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
