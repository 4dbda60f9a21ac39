"""A specimen with mandates in lists, and what changes in a later one. Not UN documents."""

from __future__ import annotations

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_related
from reports.comparison.rows import RelatedPair, compare_related
from reports.findings.model import Severity

FIRST = """Le Conseil de sécurité,

Rappelant :

a) ses résolutions ;

1. Décide que le mandat de la Mission comprend les tâches suivantes :

a) protéger les civils dans les zones de déploiement ;

b) appuyer la tenue d'élections d'ici au 31 mars 2029 ;

c) aider les autorités à désarmer les groupes armés, à leur demande ;

2. Prie le Secrétaire général :

a) de lui présenter tous les 90 jours un rapport sur l'application de la présente résolution ;

b) de réduire à 12 000 hommes l'effectif maximum de la Mission ;

c) de renforcer la protection des convois ;

3. Encourage :

a) les États Membres à verser des contributions volontaires au fonds ;

b) le Gouvernement à ouvrir les couloirs humanitaires ;

4. Prie le Secrétaire général de lui présenter, avant le 1er mai 2029, un rapport portant sur :

a) la tenue d'une conférence sur les ports ;

5. Décide :

a) Invite les États à coopérer ;

b) Décide de rester saisi de la question.
"""


def read(text: str, code: str = "fr") -> Resolution:
    return read_text(text, code, code)


def related(later: str) -> RelatedPair:
    return compare_related(read(FIRST), read(later))


def changes(later: str) -> list[tuple[str, str, str]]:
    """Code, paragraph and severity of what the later resolution changes, less what stays as it was."""
    findings = check_related(related(later))
    return [(f.code, f.paragraphs[-1], f.severity.name.lower()) for f in findings if f.severity > Severity.NEUTRAL]
