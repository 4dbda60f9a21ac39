"""D404: agreed language that was altered; off unless asked for, since R103 says what changed. Specimens, not UN documents."""

from __future__ import annotations

from reports.project.settings import Settings
from tests.support.check_case import RelatedCase, renewed

EARLIER = """Le Conseil de sécurité,

Réaffirmant son attachement à la souveraineté, à l'indépendance et à l'intégrité territoriale de tous les États de la région,

1. Décide de rester saisi de la question.
"""


class TestD404(RelatedCase):
    code = "D404"
    good = [{"earlier": EARLIER, "later": EARLIER}]
    settings = Settings(extend_select=("D404",))
    failing = [(renewed(EARLIER, "à l'indépendance et à l'intégrité", "à l'unité et à l'intégrité"), [code, "R103"])]
