"""M101: a mandate that is new. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase
from tests.support.specimens import RENEWAL

ADDED = "\n4. Prie le Secrétaire général de nommer un représentant spécial pour les élections;\n"


class TestM101(RelatedCase):
    code = "M101"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [({"earlier": RENEWAL, "later": RENEWAL + ADDED}, [code])]

    def test_an_act_whose_verb_is_unknown_is_an_act_all_the_same(self) -> None:
        later = RENEWAL + "\n4. Gazouille que les ports du nord sont ouverts ;\n"
        (found,) = self.findings({"earlier": RENEWAL, "later": later})
        assert (found.code, found.target.paragraph if found.target else "") == (self.code, "op4")
