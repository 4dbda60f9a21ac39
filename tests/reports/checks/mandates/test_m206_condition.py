"""M206: a condition that comes or goes. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase, renewed
from tests.support.specimens import RENEWAL


class TestM206(RelatedCase):
    code = "M206"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [(renewed(RENEWAL, "de coopérer pleinement", "de coopérer, dans la mesure du possible,"), [code, "M204"])]
