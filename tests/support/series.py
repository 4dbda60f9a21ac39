"""Two specimens of one series. Not UN documents."""

from __future__ import annotations

import pytest

from corpora.model import Resolution
from corpora.reading import read_text

EARLIER_TEXT = """Le Conseil de sécurité,

1. Décide de proroger le mandat de la Mission pour une période de six mois, jusqu'au 31 juillet 2004;

2. Prie le Secrétaire général d'apporter une assistance aux pays en développement dans la limite des ressources existantes;

3. Prie le Secrétaire général de lui rendre compte tous les six mois;

4. Prie le Secrétaire général de convoquer avant le 1er mars 2004 une réunion d'experts des questions portuaires;

5. Demande à toutes les parties de coopérer pleinement avec la Mission;
"""


LATER_TEXT = """Le Conseil de sécurité,

1. Décide de proroger le mandat de la Mission pour une période de six mois, jusqu'au 31 janvier 2005;

2. Prie le Secrétaire général d'apporter une assistance aux États Membres au moyen de contributions volontaires;

3. Prie le Secrétaire général de lui rendre compte tous les six mois;

4. Prie le Secrétaire général de tenir un registre public des navires de pêche immatriculés et d'en rendre compte;

5. Prie le Président du Comité de publier la liste des navires inspectés;
"""


@pytest.fixture(scope="module")
def pair() -> tuple[Resolution, Resolution]:
    return read_text(EARLIER_TEXT, "fr", "first"), read_text(LATER_TEXT, "fr", "second")
