"""R101: a recital that is new. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase, renewed

TEXT = """Le Conseil de sécurité,

Rappelant le rapport du Secrétaire général sur la protection des civils,

1. Décide que les mesures imposées par la présente résolution s'appliquent à la fourniture de vivres ;

2. Autorise le Comité à inscrire sur la liste toutes les personnes qui préparent et commettent de tels actes ;

3. Décide que le Comité peut dans tous les cas inscrire 500 personnes d'ici à 2012 ;
"""


class TestR101(RelatedCase):
    code = "R101"
    good = [{"earlier": TEXT, "later": TEXT}]
    failing = [(renewed(TEXT, "1. Décide", "Se félicitant de la tenue de la réunion de Luanda,\n\n1. Décide"), [code])]
