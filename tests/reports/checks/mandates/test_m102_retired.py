"""M102: a mandate that is retired. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase
from tests.support.specimens import RENEWAL

RETIRED = "\n4. Prie le Secrétaire général de nommer un représentant spécial pour les élections;\n"


class TestM102(RelatedCase):
    code = "M102"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [({"earlier": RENEWAL + RETIRED, "later": RENEWAL}, [code])]
