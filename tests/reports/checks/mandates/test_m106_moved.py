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
