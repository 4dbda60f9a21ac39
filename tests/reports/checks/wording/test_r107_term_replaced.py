"""R107: a term replaced throughout. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase

REPEATED = """Le Conseil de sécurité,

1. Prie les autorités de publier la liste des ports ;

2. Demande que les autorités ouvrent les routes du nord ;

3. Se félicite des efforts que font les autorités pour les écoles ;

4. Encourage la coopération entre les autorités et les bureaux de poste ;
"""

TEXT = """Le Conseil de sécurité,

Rappelant le rapport du Secrétaire général sur la protection des civils,

1. Décide que les mesures imposées par la présente résolution s'appliquent à la fourniture de vivres ;

2. Autorise le Comité à inscrire sur la liste toutes les personnes qui préparent et commettent de tels actes ;

3. Décide que le Comité peut dans tous les cas inscrire 500 personnes d'ici à 2012 ;
"""


class TestR107(RelatedCase):
    code = "R107"
    good = [{"earlier": TEXT, "later": TEXT}]
    failing = [({"earlier": REPEATED, "later": REPEATED.replace("autorités", "instances")}, [code])]

    def test_where_the_old_term_survived_is_said(self) -> None:
        later = REPEATED.replace("autorités", "instances", 3)
        (found,) = self.findings({"earlier": REPEATED, "later": later})
        assert found.message("en").endswith("the old term still stands in para.\u00a04.")
        assert found.message("fr").endswith("l'ancien terme subsiste (par.\u00a04).")
        assert len(found.changes) == 3
