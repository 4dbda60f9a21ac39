"""M106: a mandate that moved. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase, renewed
from tests.support.specimens import RENEWAL

REPORT = "Prie le Secrétaire général de lui rendre compte tous les six mois;"
COOPERATE = "Demande aux parties de coopérer pleinement avec la Mission;"


class TestM106(RelatedCase):
    code = "M106"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [(renewed(RENEWAL, f"2. {REPORT}\n\n3. {COOPERATE}", f"2. {COOPERATE}\n\n3. {REPORT}"), [code])]

    def test_an_act_that_left_its_paragraph_moved_and_is_neither_new_nor_gone(self) -> None:
        act = " et prie le Secrétaire général de présenter au Comité un rapport écrit sur les ports du nord"
        texts = {"earlier": COMPOUND.format(act, ""), "later": COMPOUND.format("", act)}
        (moved, *others) = self.findings(texts)
        assert (moved.code, str(moved.facts["earlier"]), str(moved.facts["later"])) == (self.code, "op1#2", "op2#2")
        assert {f.code for f in others} <= {"R105", "R106"}


COMPOUND = """Le Conseil de sécurité,

1. Décide de proroger le mandat de la Mission pour une période de six mois{} ;

2. Demande aux parties de coopérer pleinement avec la Mission dans toutes les zones tenues par elles{} ;

3. Décide de rester saisi de la question.
"""
