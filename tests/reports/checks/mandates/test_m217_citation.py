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

    def test_a_number_follows_the_renumbering_or_is_reported(self) -> None:
        text = """Le Conseil de sécurité,

1. Demande aux parties de coopérer pleinement avec la Mission dans toutes les zones ;

2. Décide que les mesures visées au paragraphe 1 ci-dessus s'appliquent à la fourniture de vivres ;
"""
        added = "1. Se félicite de la tenue de la réunion de Luanda sur les ports du nord ;\n\n"
        behind = text.replace("1. Demande", added + "2. Demande").replace("\n2. Décide", "\n3. Décide")
        followed = behind.replace("au paragraphe 1 ci-dessus", "au paragraphe 2 ci-dessus")
        assert [f.code for f in self.findings({"earlier": text, "later": followed})] == ["M101", "R106"]
        (_, left) = self.findings({"earlier": text, "later": behind})
        assert (left.code, left.severity.label, left.facts) == (self.code, "major", {"number": 1, "now": 2})
