"""M211: another legal basis. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase
from tests.support.specimens import RENEWAL

BASIS = "Agissant en vertu du Chapitre VII de la Charte des Nations Unies,"


class TestM211(RelatedCase):
    code = "M211"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [({"earlier": RENEWAL.replace("1. Décide", f"{BASIS}\n\n1. Décide"), "later": RENEWAL}, [code])]
