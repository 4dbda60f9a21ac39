"""M217: another document or paragraph. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase, renewed

TEXT = """Le Conseil de sécurité,

Rappelant le rapport du Secrétaire général sur la protection des civils,

1. Décide que les mesures imposées par la présente résolution s'appliquent à la fourniture de vivres ;

2. Autorise le Comité à inscrire sur la liste toutes les personnes qui préparent et commettent de tels actes ;

3. Décide que le Comité peut dans tous les cas inscrire 500 personnes d'ici à 2012 ;
"""
RESOLUTION = TEXT.replace("la présente résolution", "la résolution 2428 (2018)")
PARAGRAPH = TEXT.replace("la présente résolution", "le paragraphe 9")


class TestM217(RelatedCase):
    code = "M217"
    good = [{"earlier": TEXT, "later": TEXT}]
    failing = [
        (renewed(RESOLUTION, "2428 (2018)", "1591 (2005)"), [code]),
        (renewed(PARAGRAPH, "le paragraphe 9", "le paragraphe 8"), [code]),
    ]
